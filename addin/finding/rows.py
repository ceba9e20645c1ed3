"""Tells the rows of a table apart: recipients, group rows, sum rows (proven by arithmetic), notes.

A row is never dropped in silence: what is not a recipient is listed with the reason.
"""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

from addin.finding.tables import one_line, plain
from addin.workbook import NO_VALUE, Refusal, Sheet, a1
from udfs.errors import tal
from workbook_templates.opsaetning import TEXT_COLUMNS
from workbook_templates.overskrifter import SUMORD

ADDITIVE = ("boern_0_2", "boern_3_5", "boern", "noegle", "grundbudget", "sidste_aar")
NEARLY = 0.001  # how far, relatively, a printed sum may be off when another figure of its row is exact
_UNCLEAR = re.compile(r"\b(gennemsnit|gns|snit|heraf|forskel|difference|procent)\b")
_SUM_WORD = re.compile(r"\b(" + "|".join(map(re.escape, SUMORD)) + r")\b")


class Recipient(NamedTuple):
    row: int
    name: str
    group: str


class Skipped(NamedTuple):
    row: int
    text: str
    why: str


class Rows(NamedTuple):
    recipients: list[Recipient]
    skipped: list[Skipped]
    skewed: list[str]  # sums that do not quite add up


class Reader:
    """Goes down a table once; what it has seen so far is what a sum row is proven against."""

    def __init__(self, sheet: Sheet, columns: dict[str, int]):
        self.sheet, self.columns = sheet, columns
        self.figures = [column for key, column in columns.items() if key not in TEXT_COLUMNS]
        self.additive = [columns[key] for key in ADDITIVE if key in columns]
        self.recipients: list[Recipient] = []
        self.skipped: list[Skipped] = []
        self.skewed: list[str] = []
        self.group = ""
        self.block: list[Recipient] = []  # the recipients since the last heading or sum
        self.summed = False  # a sum of all recipients so far has been passed

    def read(self, first: int, last: int) -> Rows:
        """Classify the rows from first to last."""
        for row in range(first, min(last + 1, len(self.sheet.rows))):
            self.take(row)
        self.check_tail()
        self.check_sums_above()
        return Rows(self.recipients, self.skipped, self.skewed)

    def take(self, row: int) -> None:
        """Put one row where it belongs."""
        name = name_of(self.sheet.value(row, self.columns["navn"]))
        texts = [one_line(v) for v in self.sheet.rows[row] if isinstance(v, str) and v.strip()]
        label = name or next(iter(texts), "")
        words = plain(name) if name else " ".join(map(plain, texts))
        if self.blank(row):
            if label:
                self.take_text(row, name, label)
        elif self.summed and _UNCLEAR.search(words):
            self.skip(row, label, "ligger under totalen og er ikke en institution")
        elif not name or _SUM_WORD.search(words):
            self.take_sum(row, name, label)
        elif _UNCLEAR.search(words):
            raise Refusal(f'{self.sheet.name}, række {row + 1}: "{name}" ligner ikke en institution, men har tal. '
                          "Flyt rækken ned under totalen, eller giv den et andet navn.")
        else:
            self.add(row, name)

    def blank(self, row: int) -> bool:
        """Whether a row has no figure in any column that is used."""
        return all(self.sheet.value(row, column) in (None, "") for column in self.figures)

    def add(self, row: int, name: str) -> None:
        group = self.group
        if "gruppe" in self.columns:
            group = name_of(self.sheet.value(row, self.columns["gruppe"]))
        self.recipients.append(Recipient(row, name, group))
        self.block.append(self.recipients[-1])

    def take_text(self, row: int, name: str, label: str) -> None:
        """A row without figures: an institution with blanks, if it has more than its name; else a heading or note."""
        if name and sum(value not in (None, "") for value in self.sheet.rows[row]) > 1:
            self.add(row, name)
            return
        self.group, self.block = label, []
        self.skip(row, label, "overskrift eller note uden tal")

    def take_sum(self, row: int, name: str, label: str) -> None:
        """A row called a sum, or a row of figures without a name: it must be one, by arithmetic."""
        only_group = self.group and len(self.block) == len(self.recipients)
        if self.recipients and self.sums(row, self.recipients):
            self.summed = True
            why = "sum af gruppen" if only_group else "sum af alle institutioner over den"
            self.skip(row, label or "(uden navn)", why)
        elif self.block and self.sums(row, self.block):
            self.skip(row, label or "(uden navn)", "sum af gruppen")
        elif name:
            raise Refusal(f'{self.sheet.name}, række {row + 1}: "{name}" ligner en sumrække, men tallene er hverken '
                          "summen af gruppen eller af alle institutioner over den. Åbn og gem mappen i regnearket, "
                          "så summen regnes ud, eller giv institutionen et navn uden ordet.")
        else:
            raise Refusal(f"{self.sheet.name}, række {row + 1}: her er tal, men intet navn på en institution. "
                          "Skriv navnet, eller slet tallene.")
        self.block = []

    def check_tail(self) -> None:
        """Figures below the last sum could be institutions or a comparison: only the user knows."""
        if not (self.block and any("sum af" in skipped.why for skipped in self.skipped)):
            return
        with_figures = [recipient for recipient in self.block if not self.blank(recipient.row)]
        if with_figures:
            first = with_figures[0]
            raise Refusal(f'{self.sheet.name}, række {first.row + 1}: "{first.name}" har tal, men ligger under den '
                          "sidste sumrække. Flyt den op, hvis den skal have del i puljen; ellers "
                          "afgræns tabellen med navnet Fordel_navn (Formler, Definer navn).")
        for recipient in self.block:
            self.recipients.remove(recipient)
            self.skip(recipient.row, recipient.name, "ligger under totalen, uden tal")

    def check_sums_above(self) -> None:
        """A group's sum may stand above its members, where it would be given money too."""
        for index, recipient in enumerate(self.recipients):
            members = self.members_below(index)
            if members:
                first, last = members[0].row + 1, members[-1].row + 1
                raise Refusal(f'{self.sheet.name}, række {recipient.row + 1}: "{recipient.name}" er summen af rækkerne '
                              f"{first}-{last} under den. Er det en gruppe, så flyt dens tal ned under medlemmerne, "
                              "eller slet dem.")

    def members_below(self, index: int) -> list[Recipient]:
        """The two or more recipients just below one whose figures sum to its own; one figure alike is a coincidence."""
        row = self.recipients[index].row
        shown = {column: self.sheet.value(row, column) for column in self.additive}
        wanted = {column: value for column, value in shown.items() if value and is_figure(value)}
        if len(wanted) < 2:
            return []
        sums = dict.fromkeys(wanted, 0.0)
        for last in range(index + 1, len(self.recipients)):
            for column in sums:
                value = self.sheet.value(self.recipients[last].row, column)
                sums[column] += value if is_figure(value) else 0.0
            if any(sums[column] > wanted[column] + 0.01 for column in sums):
                return []
            if last > index + 1 and all(abs(sums[column] - wanted[column]) <= 0.01 for column in sums):
                return self.recipients[index + 1: last + 1]
        return []

    def sums(self, row: int, over: list[Recipient]) -> bool:
        """Whether the figures that can be added are the sums over the rows.

        One must be it exactly; the others may be off by a rounding (printed sums do not always add up), which is told.
        """
        apart = {column: self.apart(row, column, over) for column in self.additive
                 if self.sheet.value(row, column) not in (None, "")}
        exact = [column for column, (total, away) in apart.items() if away == 0 and total]
        if not exact or any(away > NEARLY * abs(total) for total, away in apart.values()):
            return False
        for column, (total, away) in apart.items():
            if away:
                self.skewed.append(f"{self.sheet.name}!{a1(row, column)}: summen er {tal(total)}, men afviger med "
                                   f"{tal(away)} fra rækkerne over den.")
        return True

    def apart(self, row: int, column: int, over: list[Recipient]) -> tuple[float, float]:
        """A figure, and how far it is from the sum over the rows (infinitely, if it is no figure)."""
        total = self.sheet.value(row, column)
        if total == NO_VALUE:
            return 1.0, 0.0  # a sum that was never calculated: its label and its formula say what it is
        if not is_figure(total):
            return 0.0, math.inf
        values = [self.sheet.value(recipient.row, column) for recipient in over]
        whole = math.fsum(filter(is_figure, values))
        away = abs(total - whole)
        return float(total), 0.0 if away <= 0.01 + 1e-9 * abs(whole) else away

    def skip(self, row: int, text: str, why: str) -> None:
        self.skipped.append(Skipped(row, text, why))


def is_figure(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def name_of(value: Any) -> str:
    """A name as shown: text without surrounding blanks, a number without decimals it does not have."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).replace("\u00a0", " ").strip()

