"""The list on the control sheet of all that must be as it was: settings, what stands around the table, our own sheets.

It stands right of the tables, where it is not printed, a line each with 1 where nothing is changed.
"""

from __future__ import annotations

from typing import NamedTuple

from addin.run.regnet import Regnet
from addin.sheets.fordeling_bilag import SHA
from addin.sheets.kontrol import indstillinger
from addin.sheets.kontrol.betingelser import Line, of_rows
from addin.sheets.kontrol.omgivelser import Surroundings
from addin.sheets.tabel import Places
from addin.workbook import Formula, SheetPlan, a1
from workbook_templates import fordeling_kontrol as spec

KINDS = ("raekker", "leverancen", "indstillinger", "omgivelser", "ark")
WHERE, SAME = 40, 12  # widths


class Own(NamedTuple):
    """Sheets of ours that are compared: the page, its appendix, the trail, and the settings where this run writes
    them."""

    front: SheetPlan
    appendix: SheetPlan
    trail: SheetPlan
    setup: SheetPlan | None


def of(result: Regnet, own: Own, places: Places, around: Surroundings, head: int, column: int) -> Kept:
    """The list of a run. Two cells of the result are not compared: the one that shows the control's own answer, and the
    fingerprint of the file, which an open workbook has none of."""
    return Kept(head, column, {
        "raekker": around.of_table(), "leverancen": around.of_delivery(),
        "indstillinger": indstillinger.lines_of_settings(result, own.setup),
        "omgivelser": around.lines(),
        "ark": [*of_rows(own.front, {places.status}), *of_rows(own.appendix, {SHA}), *of_rows(own.trail, set())]})


class Kept:
    """Knows where the lines of each kind stand; `head` and `column` are the place of its heading."""

    def __init__(self, head: int, column: int, lines: dict[str, list[Line]]):
        self.head, self.column = head, column
        self.lines = [line for kind in KINDS for line in lines[kind]]
        self.rows: dict[str, tuple[int, int]] = {}
        row = head + 1
        for kind in KINDS:
            self.rows[kind] = row, row + len(lines[kind]) - 1
            row += len(lines[kind])

    def cells(self, kind: str, column: int) -> str:
        first, last = self.rows[kind]
        return f"{a1(first, self.column + column, True)}:{a1(last, self.column + column, True)}"

    def condition(self, kind: str) -> str:
        """All lines of a kind are as they were; nothing to compare is nothing changed."""
        first, last = self.rows[kind]
        return f"SUM({self.cells(kind, 1)})={last - first + 1}" if last >= first else "TRUE"

    def remedy(self, kind: str, text: str) -> Formula | str:
        """What to do, and the first line that is changed."""
        first, last = self.rows[kind]
        if last < first:
            return text
        found = f'INDEX({self.cells(kind, 0)},MATCH(0,{self.cells(kind, 1)},0))'
        return Formula(f'=IFERROR("Ændret: "&{found}&". ","")&"{text}"', text)

    def put(self, plan: SheetPlan) -> None:
        plan.put(self.head - 1, self.column, spec.SOM_DET_VAR, "afsnit")
        plan.put_row(self.head, ["Hvad", "Som ved fordelingen"], "hoved", self.column)
        for row, line in enumerate(self.lines, self.head + 1):
            plan.put(row, self.column, line.where)
            plan.put(row, self.column + 1, Formula("=" + line.formula(), 1), "helt")
        plan.widths |= {self.column: WHERE, self.column + 1: SAME}
