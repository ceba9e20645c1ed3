"""Writes a layout to a real .xlsx, and tells where its true table came to lie."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from addin.workbook import area
from tests.layouts.model import At, Layout, Made, Note, Placed, Rows, Sheet, Table
from tests.layouts.tables import Body

OPTIONS = {"strings_to_formulas": False, "strings_to_numbers": False, "in_memory": True}


class Grid:
    """The cells of one sheet before they are written."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[Any, str]] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.notes: list[Note] = []

    def put(self, row: int, column: int, value: Any, fmt: str = "") -> None:
        assert (row, column) not in self.cells, f"two values in row {row + 1}, column {column + 1}"
        if value is not None:
            self.cells[row, column] = value, fmt

    def value(self, row: int, column: int) -> Any:
        value = self.cells.get((row, column), (None, ""))[0]
        return value.value if isinstance(value, Made) else value


def build(layout: Layout, path: Path) -> Placed:
    """Write the workbook; the answer says where the true table is."""
    book, placed = xlsxwriter.Workbook(str(path), OPTIONS), Placed()
    formats: dict[str, Any] = {}
    grids: dict[str, Grid] = {}
    for number, sheet in enumerate(layout.sheets):
        grids[sheet.name] = Grid()
        placed = write(book, formats, sheet, number, grids[sheet.name]) or placed
    for name, target in layout.names.items():
        book.define_name(name, "=" + target)
    book.close()
    placed.units = units(layout, placed, grids)
    return placed


def units(layout: Layout, placed: Placed, grids: dict[str, Grid]) -> dict[str, str]:
    """The unit the pool and each column of amounts stand in: from what the cell shows and what is true."""
    pool, found = area(layout.pool_at), {}
    if pool and pool.sheet in grids:
        found["enhed_pulje"] = unit(grids[pool.sheet].value(pool.row, pool.column), layout.rules.pool)
    for setting, name in (("grundbudget", "base"), ("sidste_aar", "last"), ("fast", "fixed")):
        for row, house in zip(placed.rows, layout.houses, strict=False):
            if setting in placed.columns and getattr(house, name):
                shown = grids[placed.sheet].value(row, placed.columns[setting])
                found.setdefault(f"enhed_{setting}", unit(shown, getattr(house, name)))
    return found


def unit(shown: Any, true: Any) -> str:
    """A cell that shows a thousandth, or a millionth, of the truth."""
    if isinstance(shown, (int, float)) and shown:
        for times, name in ((1_000, "1.000 kr."), (1_000_000, "mio. kr.")):
            if abs(float(true) / (shown * times) - 1) < 0.02:
                return name
    return "kr."


def write(book: Any, formats: dict[str, Any], sheet: Sheet, number: int, grid: Grid) -> Placed | None:
    """One sheet; where the true table lies, if it is on this one."""
    page, placed = book.add_worksheet(sheet.name), None
    for part in sheet.parts:
        if isinstance(part, Table):
            found = place_table(grid, part)
            found.sheet = sheet.name
            placed = found if part.true else placed
        else:
            place(grid, part)
    inside = {(r, c) for r1, c1, r2, c2 in grid.merges for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)}
    for merge in grid.merges:
        value, fmt = grid.cells[merge[:2]]
        page.merge_range(*merge, value, _format(book, formats, fmt or "General"))
    for (row, column), (value, fmt) in sorted(grid.cells.items(), key=lambda item: item[0]):
        if (row, column) not in inside:
            _write(page, row, column, value, _format(book, formats, fmt))
    for note in grid.notes:
        page.write_comment(note.cell, note.text)
    for row in sheet.hidden_rows:
        page.set_row(row - 1, None, None, {"hidden": True})
    for letters in sheet.hidden_columns:
        page.set_column(f"{letters}:{letters}", None, None, {"hidden": True})
    if sheet.listed:
        put_listed(page, grid, sheet.listed)
    if sheet.hidden:
        assert number, "the first sheet must be visible"
        page.hide()
    return placed


def put_listed(page: Any, grid: Grid, cells: str) -> None:
    """Make cells a table of Excel's own; it has the headings that stand there."""
    first, last = (xl_cell_to_rowcol(cell) for cell in cells.split(":"))
    heads = [{"header": str(grid.cells[first[0], c][0])} for c in range(first[1], last[1] + 1)]
    page.add_table(cells, {"columns": heads})


def _format(book: Any, formats: dict[str, Any], fmt: str) -> Any:
    if fmt and fmt not in formats:
        formats[fmt] = book.add_format({"num_format": fmt})
    return formats.get(fmt)


def _write(page: Any, row: int, column: int, value: Any, fmt: Any) -> None:
    if isinstance(value, Made):
        page.write_formula(row, column, value.formula, fmt, "" if value.value is None else value.value)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, fmt)
    elif isinstance(value, str):
        page.write_string(row, column, value, fmt)
    else:
        page.write(row, column, value, fmt)


# ------------------------------------------------------------------------------------- parts


def place(grid: Grid, part: At | Note | Rows) -> None:
    if isinstance(part, Note):
        grid.notes.append(part)
        return
    row, column = xl_cell_to_rowcol(part.cell)
    if isinstance(part, At):
        grid.put(row, column, part.value, part.fmt)
        if part.to:
            grid.merges.append((row, column, *xl_cell_to_rowcol(part.to)))
        return
    for r, values in enumerate(part.rows):
        for c, value in enumerate(values):
            grid.put(row + r, column + c, value)


def place_table(grid: Grid, table: Table) -> Placed:
    """Headings in one or two rows, and the rows below."""
    row, column = xl_cell_to_rowcol(table.cell)
    two = any(col.over or col.tall for col in table.columns)
    heading = row + two
    put_upper(grid, table.columns, row, column) if two else None
    for c, col in enumerate(table.columns, column):
        if col.tall:
            grid.put(row, c, col.head)
            grid.merges.append((row, c, heading, c))
        else:
            grid.put(heading, c, col.head)
    body = Body(table, heading + 1, column)
    for (r, c), (value, fmt) in body.cells().items():
        grid.put(r, c, value, fmt)
    return Placed("", tuple(body.house_rows), heading, body.settings())


def put_upper(grid: Grid, columns: Sequence[Any], row: int, first: int) -> None:
    """The headings above the headings; neighbours alike are one merged cell."""
    for over, run in groupby(enumerate(columns, first), key=lambda pair: pair[1].over):
        places = [c for c, _ in run]
        if over:
            grid.put(row, places[0], over)
            if len(places) > 1:
                grid.merges.append((row, places[0], row, places[-1]))
