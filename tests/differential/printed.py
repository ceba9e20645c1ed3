"""The sheets as they are printed: each number with the decimals its format shows, in a decimal number."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from addin.workbook import Cell, Plan
from workbook_templates.styles import properties

GENERAL = 15  # significant digits


class Shown(NamedTuple):
    """A number as it is printed, and what half of its last decimal is."""

    value: Decimal
    half: Decimal


NOUGHT = Shown(Decimal(0), Decimal(0))
Line = dict[str, Any]  # heading -> Shown, text, or None


def shown(cell: Cell) -> Any:
    """What a cell prints."""
    value = getattr(cell.value, "value", cell.value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value or None
    form = str(properties(cell.style).get("num_format", "")).split(";")[0].lstrip("+")
    exact = Decimal(f"{value:.{GENERAL}g}")
    if not form:
        return Shown(exact, Decimal(0))
    places = len(form.rstrip("%").partition(".")[2]) + (2 if form.endswith("%") else 0)
    step = Decimal(1).scaleb(-places)
    return Shown(exact.quantize(step, ROUND_HALF_UP), step / 2)


class Trail:
    """The sheet of steps: its sentences, the recipients' lines, and the institutions' below them."""

    def __init__(self, plan: Plan):
        sheet = next(sheet for sheet in plan.sheets if sheet.key.split(" ")[0] == "trin")
        self.cells = {(cell.row, cell.column): shown(cell) for cell in sheet.cells}
        self.sats, self.taken = (str(self.cells.get((row, 0)) or "") for row in (1, 2))
        self.people = self.table(next(row for (row, column), text in sorted(self.cells.items()) if text == "Nr."))
        below = [row for (row, column), text in self.cells.items() if text == "Institutionernes grundlag"]
        self.units: Line = {}
        self.institutions = self.table(below[0] + 1, self.units) if below else []

    def table(self, head: int, units: Line | None = None) -> list[Line]:
        """The lines under a row of headings and one of units, until a total or an empty line."""
        headings = {column: str(text) for (row, column), text in self.cells.items() if row == head and text}
        if units is not None:
            units |= {heading: self.cells.get((head + 1, column)) for column, heading in headings.items()}
        lines: list[Line] = []
        row = head + 2
        while self.cells.get((row, 0)) not in (None, "I alt"):
            lines.append({heading: self.cells.get((row, column)) for column, heading in headings.items()})
            row += 1
        return lines


def numbers(text: str) -> list[Decimal]:
    """The numbers of a Danish sentence."""
    found = re.findall(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?", text)
    return [Decimal(number.replace(".", "").replace(",", ".")) for number in found]
