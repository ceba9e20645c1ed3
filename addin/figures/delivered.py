"""Delivered counts: how many children of each institution meet each criterion, often on a sheet as it was received.

Rows are joined to the institutions by name. Suppressed cells (.. and <3) count what the user has said, and it is told.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from addin import inputs
from addin.danish import invisible, listed
from addin.finding import doubts
from addin.finding.institution import Recipient
from addin.finding.words import name_of, one_line, plain
from addin.inputs import Texts
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, BadCell, Refusal, Sheet, Snapshot, column_letters
from udfs import discretion
from udfs.errors import antal, tal
from udfs.values import name as comparable
from workbook_templates.indstillinger import AAR

MOST_YEARS = 100
NEARLY = 0.01  # how far a sum may be off


class Count(NamedTuple):
    """One cell of the delivery: what it counts, and the mark it holds ("" where it is a number or blank)."""

    value: float
    mark: str = ""
    most: float = 0.0  # the highest number a suppressed cell can hide
    blank: bool = False


class Criterion(NamedTuple):
    """A column that counts; `number` is its place among all columns of the delivery, from 1."""

    number: int
    column: int
    heading: str
    weight: float


@dataclass
class Delivered:
    """One entry an institution: its row on the sheet, the name there, and its counts."""

    names: Area
    criteria: Area
    used: list[Criterion]
    rows: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)  # the name as it stands there
    counts: list[list[Count]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def place(self, number: int, at: int) -> Area:
        """The cell with an institution's count of a criterion."""
        row, column = self.rows[number], self.used[at].column
        return Area(self.criteria.sheet, row, column, row, column)


def read(snapshot: Snapshot, setup: Setup, institutions: list[Recipient], texts: Texts) -> Delivered:
    """The counts of every institution; raises Refusal with the cell."""
    names, criteria = areas(setup)
    sheet = sheet_of(snapshot, names)
    used = used_criteria(setup, sheet, criteria)
    delivered = Delivered(names, criteria, used)
    marks = Marks(setup.settings.erstat, texts)
    table = {row: [marks.count(sheet, row, criterion.column) for criterion in used]
             for row in range(names.row, names.last_row + 1)}
    Joiner(sheet, delivered, institutions, table, {comparable(skipped.text) for skipped in setup.rows.skipped}).join()
    marks.refuse_unsaid(sheet, delivered.rows)
    delivered.warnings += told(sheet, marks, delivered, institutions, setup.settings.samling in AAR)
    return delivered


def areas(setup: Setup) -> tuple[Area, Area]:
    names, criteria = setup.areas["antal_institution"], setup.areas.get("antal_kriterier")
    if criteria is None:
        raise Refusal("Navnet Fordel_antal_institution er der, men Fordel_antal_kriterier mangler.")
    if (names.sheet, names.row, names.last_row) != (criteria.sheet, criteria.row, criteria.last_row):
        raise Refusal(f"Navnene Fordel_antal_institution ({names}) og Fordel_antal_kriterier ({criteria}) "
                      "skal dække de samme rækker.")
    return names, criteria


def used_criteria(setup: Setup, sheet: Sheet, place: Area) -> list[Criterion]:
    """The columns that weigh something; one that weighs nothing is no criterion, and may hold anything."""
    columns = range(place.column, place.last_column + 1)
    known = setup.criteria if len(setup.criteria) == len(columns) else [""] * len(columns)
    weights = setup.weights or [1.0] * len(columns)
    if len(weights) != len(columns):
        raise Refusal(f"{place}: der er {antal(len(columns), 'kolonne', 'kolonner')} med kriterier, men "
                      f"{antal(len(weights), 'vægt', 'vægte')} (navnet Fordel_kriterievaegte).")
    used = [Criterion(number, column, name or heading(sheet, place.row - 1, column), weight)
            for number, (column, name, weight) in enumerate(zip(columns, known, weights), 1) if weight]
    inputs.refuse_too_many(place, len(used), MOST_YEARS if setup.settings.samling in AAR else inputs.MOST_CRITERIA)
    if not used:
        raise Refusal(f"{place}: alle kriterier har vægten 0 (navnet Fordel_kriterievaegte).")
    return used


def heading(sheet: Sheet, row: int, column: int) -> str:
    """What stands over a column, else its letters."""
    text = sheet.value(row, column)
    return one_line(text) if isinstance(text, str) else f"Kolonne {column_letters(column)}"


class Marks:
    """Reads cells of counts, and remembers those that are suppressed or blank."""

    def __init__(self, instead: Any, texts: Texts):
        self.instead, self.texts = instead, texts
        self.suppressed: dict[tuple[int, int], float] = {}  # cell -> the limit its count is under

    def count(self, sheet: Sheet, row: int, column: int) -> Count:
        """The count in a cell: a blank and - are none."""
        value = sheet.value(row, column)
        if discretion.is_none(value):
            return Count(0.0, discretion.NONE)
        under = discretion.limit(value)
        if under is None:
            number = inputs.cell_number(sheet, row, column, "antal børn", texts=self.texts)
            return Count(number or 0.0, blank=number is None)
        self.suppressed[row, column] = under
        return Count(float(self.instead or 0.0), str(value), under - 1)

    def used(self, rows: list[int]) -> list[tuple[int, int]]:
        """The suppressed cells of the institutions, in the order of the sheet."""
        return sorted(cell for cell in self.suppressed if cell[0] in rows)

    def refuse_unsaid(self, sheet: Sheet, rows: list[int]) -> None:
        """Suppressed cells need a replacement that they could be."""
        used = self.used(rows)
        if not used:
            return
        (row, column), smallest = used[0], min(self.suppressed[cell] for cell in used)
        many = f"{antal(len(used), 'antal er skjult', 'antal er skjulte')} (.. eller <3)"
        first = f'det første i {inputs.where(sheet, row, column)} ("{sheet.value(row, column)}")'
        if self.instead is None:
            raise Refusal(f"{sheet.name}: {many}, {first}. Sig, hvad de skal tælle, med --erstat, fx --erstat 1.")
        if not 0 <= self.instead < smallest:
            raise Refusal(f"{sheet.name}: {many}, {first}. De kan ikke tælle {tal(self.instead)}: --erstat skal være "
                          f"mindst 0 og under {tal(smallest)}.")


class Joiner:
    """Goes down the delivery once and gives every institution its row."""

    def __init__(self, sheet: Sheet, delivered: Delivered, institutions: list[Recipient],
                 table: dict[int, list[Count]], left: Collection[str] = ()):
        self.left = left  # the names of rows that are no institutions in the table either
        self.sheet, self.delivered, self.institutions, self.table = sheet, delivered, institutions, table
        self.known = {comparable(institution.name): number for number, institution in enumerate(institutions)}
        self.found: dict[int, int] = {}  # institution -> row
        self.block: list[int] = []  # rows since the last sum

    def join(self) -> None:
        for row in range(self.delivered.names.row, self.delivered.names.last_row + 1):
            self.take(row)
        missing = [institution.name for number, institution in enumerate(self.institutions)
                   if number not in self.found]
        if missing:
            raise Refusal(f"{self.delivered.names}: {antal(len(missing), 'institution', 'institutioner')} har ingen "
                          f"række i leverancen: {listed(missing)}. Tilføj rækken, eller ret navnet.")
        self.delivered.rows = [self.found[number] for number in range(len(self.institutions))]
        self.delivered.counts = [self.table[row] for row in self.delivered.rows]
        self.delivered.labels = [name_of(self.sheet.value(row, self.delivered.names.column))
                                 for row in self.delivered.rows]

    def take(self, row: int) -> None:
        """Put one row where it belongs."""
        column = self.delivered.names.column
        value = self.sheet.value(row, column)
        place = inputs.where(self.sheet, row, column)
        if isinstance(value, BadCell):
            raise Refusal(f"{place}: navnet er {value}.")
        name, number = name_of(value), self.known.get(comparable(value))
        if name and number is not None:
            if number in self.found:
                raise Refusal(f'{place}: "{name}" står allerede i række {self.found[number] + 1} i leverancen.')
            self.found[number] = row
            self.block.append(row)
        elif self.is_blank(row):
            if name:
                self.skip(row, name, "ingen antal")
        elif (not name or doubts.is_sum(plain(name))) and self.is_sum(row):
            self.skip(row, name or "(uden navn)", "sum af rækkerne over den")
            self.block = []
        elif name and comparable(name) in self.left:
            self.skip(row, name, "er heller ikke med i tabellen")
        elif name:
            raise Refusal(f'{place}: "{name}"{invisible(name)} er ikke blandt institutionerne '
                          f"({listed(self.names(), 3)}). Ret navnet, eller slet rækken.")
        else:
            raise Refusal(f"{place}: her er antal, men intet navn på en institution. Skriv navnet, eller slet dem.")

    def names(self) -> list[str]:
        return [institution.name for institution in self.institutions]

    def is_blank(self, row: int) -> bool:
        return all(self.sheet.value(row, criterion.column) is None for criterion in self.delivered.used)

    def is_sum(self, row: int) -> bool:
        """Whether a row's counts are the sums of all rows above or of those since the last sum; a suppressed count
        can be any number it may hide."""
        return any(rows and self.adds_up(row, rows) for rows in (list(self.found.values()), self.block))

    def adds_up(self, row: int, rows: list[int]) -> bool:
        some = False
        for at, total in enumerate(self.table[row]):
            if total.mark not in ("", discretion.NONE):
                continue
            parts = [self.table[part][at] for part in rows]
            least = sum(part.value for part in parts if part.mark in ("", discretion.NONE))
            if not least - NEARLY <= total.value <= least + sum(part.most for part in parts) + NEARLY:
                return False
            some = some or total.value > 0
        return some

    def skip(self, row: int, text: str, why: str) -> None:
        self.delivered.skipped.append(f"{self.sheet.name}, række {row + 1}: {text} ({why}).")


def told(sheet: Sheet, marks: Marks, delivered: Delivered, institutions: list[Recipient], years: bool) -> list[str]:
    """What the reader must know about the delivery."""
    found = []
    used = marks.used(delivered.rows)
    if used:
        cells = [inputs.where(sheet, row, column) for row, column in used]
        found.append(f"{antal(len(used), 'skjult antal', 'skjulte antal')} (.. eller <3) tæller {tal(marks.instead)}: "
                     f"{listed(cells)}.")
    none = [inputs.where(sheet, row, criterion.column) for row, line in zip(delivered.rows, delivered.counts)
            for criterion, count in zip(delivered.used, line) if count.mark == discretion.NONE]
    if none:
        found.append(f'"-" er læst som ingen børn (0) i {antal(len(none), "celle", "celler")}: {listed(none)}.')
    columns = [criterion.column for criterion in delivered.used]
    blank = [institution.name for institution, row in zip(institutions, delivered.rows)
             if any(sheet.value(row, column) is None for column in columns)]
    if blank:
        many = antal(len(blank), "institution", "institutioner")
        how = "er år, der er sprunget over," if years else "tæller 0"
        found.append(f"Tomme celler i de leverede antal {how} for {many}: {listed(blank)}.")
    hidden = [institution.name for institution, row in zip(institutions, delivered.rows) if row in sheet.hidden_rows]
    if hidden:
        found.append(f"{antal(len(hidden), 'skjult række', 'skjulte rækker')} i de leverede antal er med: "
                     f"{listed(hidden)}.")
    return found
