"""One returned file as a reply: known by its hidden name, its questions by their labels, its lines by headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Union

from addin.filejobs.saml.form import ENHEDER, SAG, SVAR, Form, form, of_svar
from addin.filejobs.saml.known import Aside
from addin.filejobs.saml.reading import Reading, labelled, plain
from addin.filejobs.saml.returned import Enhed, Reply, Returned, Svar
from addin.filejobs.saml.skema import KOMMUNE, Asked
from addin.inputs import where
from addin.workbook import Sheet
from udfs.errors import antal

MANY = 10  # answers that are not by chance those of the example
Line = tuple[int, dict[str, Union[Svar, None]]]


def read(book: Returned) -> Reply:
    """Raises Aside."""
    asked = form()
    work = _Reading(book, asked)
    if work.sheet(SVAR) is None and work.sheet(ENHEDER) is None:
        raise Aside(f"har hverken arket {SVAR} eller {ENHEDER}")
    svar = dict(work.answers())
    kommune = svar.pop(KOMMUNE, None)
    if kommune == asked.asked[KOMMUNE].eksempel:
        raise Aside("har stadig eksemplets kommune, og svarene er eksemplets. Bed om en udfyldt")
    if kommune is None:
        work.say(SAG, "kommunens navn mangler; svarene står under filens navn", harmless=True)
    units = work.units()
    if not svar and not units and all(fault.harmless or fault.place == SVAR for fault in work.faults):
        raise Aside("er ikke udfyldt")
    return Reply(book.file, str(kommune or book.file), svar, units, tuple(work.faults))


class _Reading(Reading):
    def __init__(self, book: Returned, asked: Form):
        super().__init__(book, asked.titles)
        self.form = asked
        self.blank: Counter[str] = Counter()

    # --------------------------------------------------------------------------- questions

    def answers(self) -> Iterator[tuple[str, Svar]]:
        wanted = [self.form.asked[KOMMUNE], *of_svar().values()]
        for name in (SAG, SVAR, ENHEDER):
            sheet, asked = self.sheet(name), [each for each in wanted if each.sheet == name]
            if sheet is None:
                continue
            labels = labelled(sheet)
            found = [(each, answer) for each in asked
                     if (answer := self.answer(sheet, each, labels[plain(each.label)])) is not None]
            if name == SVAR and len(found) >= MANY and all(answer == each.eksempel for each, answer in found):
                self.say(SVAR, "alle svar er eksemplets og er ikke talt med")
                continue
            if name == SVAR and not found:
                self.say(SVAR, "der er ingen svar")
            yield from ((each.key, answer) for each, answer in found)

    # --------------------------------------------------------------------------- units

    def units(self) -> tuple[Enhed, ...] | None:
        """The lines with something in them; None where one could not be read, or there are none of its own."""
        sheet = self.sheet(ENHEDER)
        if sheet is None:
            return None
        head = self.heading(sheet, self.form.columns, "enhederne")
        if head is None:
            return None
        row, columns = head
        before = len(self.faults)
        lines = list(self.lines(sheet, row, columns))
        wrong = any(not fault.harmless for fault in self.faults[before:])
        keys = [column.noegle for column in self.form.columns]
        if [line for _, line in lines] == [dict(zip(keys, each)) for each in self.form.eksempel]:
            self.say(ENHEDER, "enhederne er eksemplets og er ikke talt med")
            return None
        self.blanks()
        if wrong:
            self.say(ENHEDER, "faktor og kvartilfaktor er ikke regnet, før enhederne kan læses alle sammen")
            return None
        return tuple(Enhed(nr, float(line["b02"] or 0), float(line["b35"] or 0), float(line["beloeb"] or 0),
                           line["special"] == "ja") for nr, line in lines)

    def lines(self, sheet: Sheet, row: int, columns: dict[str, int]) -> Iterator[Line]:
        """Number and cells of every line between the headings and the total."""
        rules = {column.noegle: column for column in self.form.columns}
        for nr, at in enumerate(self.below(sheet, row, min(columns.values()) - 1, columns.values()), 1):
            line: dict[str, Svar | None] = {}
            for key, column in columns.items():
                asked = Asked(key, ENHEDER, rules[key].overskrift, rules[key].regel, None)
                line[key] = self.value(sheet, (at, column), asked.label, sheet.value(at, column), asked)
            blank = {key for key, column in columns.items() if sheet.value(at, column) is None}
            if len(blank) < len(columns):
                self.blank.update(blank)
                children = [line[key] for key in ("b02", "b35") if key not in blank]
                if line["beloeb"] and not any(children) and None not in children:
                    self.say(where(sheet, at, columns["beloeb"]), "enheden har et beløb og ingen børn")
                yield nr, line

    def blanks(self) -> None:
        """What is blank counts as nothing, and is said."""
        for key, unit in (("b02", "børn 0-2"), ("b35", "børn 3-5"), ("beloeb", "beløb")):
            if many := self.blank[key]:
                self.say(ENHEDER, f"{antal(many, 'enhed', 'enheder')} uden {unit} er læst som 0", harmless=True)
