"""What a button has written, taken back: Excel empties its own list of what can be undone when a program writes.

Kept in memory, for the sheets Fordel has written since Excel began to use it. A sheet of ours that stood there
before is not known well enough to be put back, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from addin.hosts.excel.desktop.reading import values
from addin.workbook import Cell, CellValue, Formula, Held, Plan, Sheet, SheetPlan, Snapshot

KEPT = 10  # runs of a workbook
NOTHING = "Fordel har ikke skrevet noget i denne projektmappe, som kan tages tilbage."
UNKNOWN = ("Det kan ikke tages tilbage: {} blev skrevet, før Fordel blev taget i brug i dag, og er nu skrevet over. "
           "Vil du have det gamle, så luk projektmappen uden at gemme.")


class Run(NamedTuple):
    """What there was before a run: the sheets that were not there, those that were (as they stood; None where we have
    not written them), and the workbook's names, None where there was none."""

    made: tuple[str, ...]
    stood: Mapping[str, SheetPlan | None]
    names: Mapping[str, str | None]

    def unknown(self) -> list[str]:
        return [key for key, plan in self.stood.items() if plan is None]


class Memory:
    """The runs of one workbook, the latest last, and our sheets as they were written."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.written: dict[str, SheetPlan] = {}

    def check(self, ours: Collection[str]) -> None:
        """Forgets what is no longer so: the workbook was closed without being saved, or sheets of ours were deleted."""
        if not set(self.written) <= set(ours):
            self.runs.clear()
            self.written = {key: plan for key, plan in self.written.items() if key in ours}

    def before(self, plan: Plan, taken: Snapshot) -> Run:
        """What a run is about to change."""
        keys = [sheet.key for sheet in plan.sheets]
        made = tuple(key for key in keys if key not in taken.ours)
        touched = [key for key in (*keys, *plan.drop) if key in taken.ours]
        stood = {key: self._as_it_stood(key, taken) for key in touched}
        there = {name.name.casefold(): name.target for name in taken.names if name.scope is None}
        return Run(made, stood, {name: there.get(name.casefold()) for name in plan.names})

    def _as_it_stood(self, key: str, taken: Snapshot) -> SheetPlan | None:
        """As it was written, with what the user has typed on it since."""
        plan, sheet = self.written.get(key), taken.sheet(taken.ours[key])
        return None if plan is None or sheet is None else as_typed(plan, sheet)

    def done(self, run: Run, plan: Plan) -> None:
        self.runs = [*self.runs, run][-KEPT:]
        for key in plan.drop:
            self.written.pop(key, None)
        self.written.update({sheet.key: sheet for sheet in plan.sheets})

    def undone(self, run: Run) -> None:
        self.runs.remove(run)
        for key in run.made:
            self.written.pop(key, None)
        self.written.update({key: plan for key, plan in run.stood.items() if plan is not None})


def as_typed(plan: SheetPlan, sheet: Sheet) -> SheetPlan:
    """The sheet with the cells that stand on it now, in the looks it was given."""
    looks = {(cell.row, cell.column): cell.style for cell in plan.cells}
    blocks = {(block.row + row, block.column) for block in plan.blocks for row in range(len(block.values))}
    there = {place: value for place, value in values(sheet).items() if place not in blocks}
    formulas = sheet.formulas or {}
    cells = [Cell(*place, _entry(there.get(place), formulas.get(place)), looks.get(place, "tekst"))
             for place in sorted({*looks, *there})]
    return replace(plan, name=sheet.name, cells=cells)


def _entry(value: Held, formula: str | None) -> CellValue:
    if formula is not None:
        return Formula(formula, None)
    return value if value is None or isinstance(value, (str, int, float)) else str(value)
