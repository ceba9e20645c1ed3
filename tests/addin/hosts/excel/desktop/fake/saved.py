"""A workbook of the stand-in as a file: what stands in its cells, with formulas and the values they have."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

from addin.hosts.excel.functions import com_error
from tests.addin.hosts.excel.desktop.fake.base import Unknown

if TYPE_CHECKING:
    from tests.addin.hosts.excel.desktop.fake.books import Workbook, Worksheet
    from tests.addin.hosts.excel.desktop.fake.cells import Kept


def written(book: Workbook) -> bytes:
    data = io.BytesIO()
    made = xlsxwriter.Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False})
    date = made.add_format({"num_format": "dd-mm-yyyy"})
    for sheet in book._sheets:
        _sheet(made.add_worksheet(sheet.Name), sheet, date)
    for name in book._names:
        made.define_name(name.Name, name.RefersTo)
    made.close()
    return data.getvalue()


def _sheet(made: Any, sheet: Worksheet, date: Any) -> None:
    if sheet.Visible != -1:
        made.hide()
    for row in sheet._hidden_rows:
        made.set_row(row, None, None, {"hidden": True})
    for column in sheet._hidden_columns:
        made.set_column(column, column, None, None, {"hidden": True})
    for (row, column), cell in sorted(sheet._cells.items()):
        area = sheet._arrays.get((row, column))
        value, look = _shown(cell), date if cell.dated else None
        if area is not None and (area._row, area._column) == (row, column):
            last = row + area._height - 1, column + area._width - 1
            made.write_array_formula(row, column, *last, cell.formula, look, value)
        elif cell.formula and area is None:
            made.write_formula(row, column, cell.formula, look, value)
        else:
            made.write(row, column, value, look)


def _shown(cell: Kept) -> Any:
    """An error is its word, which here only a formula may have."""
    mark = com_error(cell.value)
    if mark and not cell.formula:
        raise Unknown(f"{mark} that nothing gives")
    return mark or cell.value
