"""Writes the cells of one of our sheets: one call for each style, one for all values, then the formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from addin.foreign import Foreign
from addin.hosts.calc.grammar import to_calc
from addin.hosts.calc.looks import calc_properties, number_format
from addin.hosts.calc.unotypes import address, sheet_number
from addin.places import rectangles
from addin.workbook import Block, Formula, SheetPlan

Place = tuple[int, int]


def write_cells(document: Foreign, sheet: Foreign, plan: SheetPlan) -> None:
    """Styles first: a text cell with a number's format is text all the same, but Calc may give a formula its own."""
    for style, places in rectangles(plan.cells).items():
        made = calc_properties(document, style)
        if made:
            together(document, sheet, places, made)
    values = {(cell.row, cell.column): cell.value for cell in plan.cells}
    if values:
        _write_values(sheet, {place: plain(value) for place, value in values.items()})
    truths = [place for place, value in values.items() if isinstance(value, bool)]
    if truths:
        together(document, sheet, [(*place, *place) for place in truths],
                 {"NumberFormat": number_format(document, "BOOLEAN")})
    formulas = {place: to_calc(value.text) for place, value in values.items() if isinstance(value, Formula)}
    for row, column, texts in runs_down(formulas):
        area = sheet.getCellRangeByPosition(column, row, column, row + len(texts) - 1)
        area.setFormulaArray(tuple((text,) for text in texts))
    for block in plan.blocks:
        _write_block(sheet, block)


def plain(value: Any) -> Any:
    """A value as Calc takes it in bulk; formulas come later, and an empty text is an empty cell."""
    if value is None or isinstance(value, Formula):
        return ""
    return value if isinstance(value, str) else float(value)


def _write_values(sheet: Foreign, values: dict[Place, Any]) -> None:
    """One rectangle over all of them: nothing of the user's is on a sheet of ours."""
    height, width = max(row for row, _ in values) + 1, max(column for _, column in values) + 1
    rows = [[""] * width for _ in range(height)]
    for (row, column), value in values.items():
        rows[row][column] = value
    sheet.getCellRangeByPosition(0, 0, width - 1, height - 1).setDataArray(tuple(map(tuple, rows)))


def runs_down(formulas: dict[Place, str]) -> Iterator[tuple[int, int, list[str]]]:
    """Formulas under each other as one run: row, column, texts."""
    start: Place | None = None
    texts: list[str] = []
    for row, column in sorted(formulas, key=lambda place: (place[1], place[0])):
        if start and (column, row) == (start[1], start[0] + len(texts)):
            texts.append(formulas[row, column])
            continue
        if start:
            yield (*start, texts)
        start, texts = (row, column), [formulas[row, column]]
    if start:
        yield (*start, texts)


def _write_block(sheet: Foreign, block: Block) -> None:
    area = sheet.getCellRangeByPosition(block.column, block.row, block.column, block.row + len(block.values) - 1)
    if block.formula:
        area.setArrayFormula(to_calc(block.formula))
    else:
        area.setDataArray(tuple((float(value),) for value in block.values))


def together(document: Foreign, sheet: Foreign, places: Sequence[tuple[int, int, int, int]],
             made: dict[str, object]) -> None:
    """The same properties on many places in one call."""
    number = sheet_number(sheet)
    ranges = document.createInstance("com.sun.star.sheet.SheetCellRanges")
    ranges.addRangeAddresses(tuple(address(number, *place) for place in places), True)
    names = sorted(made)
    ranges.setPropertyValues(tuple(names), tuple(made[name] for name in names))
