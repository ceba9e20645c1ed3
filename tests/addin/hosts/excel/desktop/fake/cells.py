"""Ranges, and what is in their cells; how they look is in looks.py."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from addin.workbook import a1, area
from tests.addin.hosts.excel.desktop.fake.base import COLUMNS, ROWS, ComError, ComObject, Unknown
from tests.addin.hosts.excel.desktop.fake.looks import (
    ALIGNED,
    SIDES,
    Border,
    Font,
    FormatConditions,
    Interior,
    Validation,
)
from tests.hosts_agree.excel_sheets import whole_pixels

if TYPE_CHECKING:
    from tests.addin.hosts.excel.desktop.fake.books import Worksheet

ARRAY_MOST, FORMULA_MOST = 255, 8192  # letters of FormulaArray, and of any formula
EPOCH = datetime.datetime(1899, 12, 30)
TRUTHS = {"true": True, "false": False}


class Kept(NamedTuple):
    """A cell: `value` as Value2 has it, `dated` where its format is a date's, and its formula."""

    value: Any = None
    formula: str = ""
    dated: bool = False
    filled: bool = False  # by an array formula in the first cell of its area


class Range(ComObject):
    _kind = "Range"
    CLSID = "{00020846-0000-0000-C000-000000000046}"

    def __init__(self, sheet: Worksheet, row: int, column: int, rows: int = 1, columns: int = 1):
        """Counted from 0, as everything behind Excel's back here."""
        self._sheet, self._row, self._column, self._height, self._width = sheet, row, column, rows, columns

    def _places(self) -> Iterator[tuple[int, int]]:
        if self._height * self._width > 6_000_000:  # what is done to a whole sheet is done to what is there
            yield from list(self._sheet._cells)
            return
        for row in range(self._row, self._row + self._height):
            for column in range(self._column, self._column + self._width):
                yield row, column

    # --------------------------------------------------------------------------------- where it is

    Worksheet = property(lambda self: self._sheet)
    Application = property(lambda self: self._sheet.Application)
    Row, Column = property(lambda self: self._row + 1), property(lambda self: self._column + 1)
    Rows = property(lambda self: _Lines(self, self._height))
    Columns = property(lambda self: _Lines(self, self._width))
    Count = property(lambda self: self._height * self._width)
    Areas = property(lambda self: _Areas([self]))
    Left = property(lambda self: 48.0 * self._column)
    Top = property(lambda self: 15.0 * self._row)
    HasArray = property(lambda self: self._sheet._arrays.get((self._row, self._column)) is not None)

    @property
    def Address(self) -> str:
        first = a1(self._row, self._column, absolute=True)
        last = a1(self._row + self._height - 1, self._column + self._width - 1, absolute=True)
        return first if first == last else f"{first}:{last}"

    def Cells(self, row: int, column: int) -> Range:
        return Range(self._sheet, self._row + row - 1, self._column + column - 1)

    def __call__(self, row: int, column: int) -> Range:
        return self.Cells(row, column)

    def GetResize(self, rows: int, columns: int) -> Range:
        return Range(self._sheet, self._row, self._column, rows, columns)

    # --------------------------------------------------------------------------------- what is in it

    def _read(self, what: Any) -> Any:
        rows = tuple(tuple(what(self._sheet._cells.get((row, column), Kept()))
                           for column in range(self._column, self._column + self._width))
                     for row in range(self._row, self._row + self._height))
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows

    def _write(self, value: Any) -> None:
        rows = value if isinstance(value, (list, tuple)) else [[value] * self._width] * self._height
        if len(rows) != self._height or any(len(row) != self._width for row in rows):
            raise Unknown(f"{self._width} x {self._height} cells and values of another shape")
        for row, line in enumerate(rows, self._row):
            for column, each in enumerate(line, self._column):
                self._sheet._enter(row, column, each)

    @property
    def Value2(self) -> Any:
        return self._read(lambda cell: cell.value)

    @property
    def Value(self) -> Any:
        return self._read(lambda cell: EPOCH + datetime.timedelta(cell.value) if cell.dated else cell.value)

    @Value.setter
    def Value(self, value: Any) -> None:
        self._write(value)

    @property
    def Formula(self) -> Any:
        return self._read(lambda cell: cell.formula or ("" if cell.value is None else cell.value))

    @Formula.setter
    def Formula(self, value: Any) -> None:
        self._write(value)

    @property
    def Formula2(self) -> Any:
        return self.Formula

    @Formula2.setter
    def Formula2(self, value: Any) -> None:
        self._write(value)

    @property
    def FormulaArray(self) -> str:
        return str(self._sheet._cells[self._row, self._column].formula)

    @FormulaArray.setter
    def FormulaArray(self, text: str) -> None:
        if len(text) > ARRAY_MOST:
            raise ComError("Unable to set the FormulaArray property of the Range class")
        for place in self._places():
            self._sheet._cells[place] = Kept(filled=True)
            self._sheet._arrays[place] = self
        self._sheet._cells[self._row, self._column] = Kept(formula=text)

    CurrentArray = property(lambda self: self._sheet._arrays[self._row, self._column])

    def Clear(self) -> None:
        for place in list(self._places()):
            self._sheet._cells.pop(place, None)
            self._sheet._arrays.pop(place, None)
        if self._height == ROWS:
            self._sheet._looks.clear()
            self._sheet._state.cells.clear()
            self._sheet._state.choices.clear()
            self._sheet._state.highlights.clear()

    def SpecialCells(self, kind: int) -> Range | _Areas:
        if kind == -4123:
            found = [Range(self._sheet, *place) for place in self._places()
                     if self._sheet._cells.get(place, Kept()).formula]
            if not found:
                raise ComError("No cells were found.")
            return _Union(_Areas(found))
        if kind != 12:
            raise Unknown(f"SpecialCells({kind})")
        rows = [row for row in range(self._height) if self._row + row not in self._sheet._hidden_rows]
        columns = [c for c in range(self._width) if self._column + c not in self._sheet._hidden_columns]
        if not rows or not columns:
            raise ComError("No cells were found.")
        return _Union(_Areas([Range(self._sheet, self._row + r, self._column + c, r2 - r + 1, c2 - c + 1)
                              for r, r2 in _runs(rows) for c, c2 in _runs(columns)]))

    def Select(self) -> None:
        self._sheet._book._selected = f"{self._sheet.Name}!{self.Address}"

    # --------------------------------------------------------------------------------- how it looks

    def _look(self, key: str, value: Any) -> None:
        for place in self._places():
            self._sheet._look(*place)[key] = value

    Font = property(lambda self: Font(self))
    Interior = property(lambda self: Interior(self))
    Validation = property(lambda self: Validation(self))
    FormatConditions = property(lambda self: FormatConditions(self))

    def Borders(self, side: int) -> Border:
        return Border(self, SIDES[side])

    NumberFormat = property(None, lambda self, value: self._look("num_format", value))
    WrapText = property(None, lambda self, value: self._look("wrap", value))
    HorizontalAlignment = property(None, lambda self, value: self._look("horizontal", ALIGNED[value]))
    VerticalAlignment = property(None, lambda self, value: self._look("vertical", ALIGNED[value]))
    IndentLevel = property(None, lambda self, value: self._look("indent", value))

    def _width_is(self, value: float) -> None:
        for column in range(self._column, self._column + self._width):
            self._sheet._state.widths[column] = value

    def _height_is(self, value: float) -> None:
        for row in range(self._row, self._row + self._height):
            self._sheet._state.heights[row] = whole_pixels(value)

    ColumnWidth, RowHeight = property(None, _width_is), property(None, _height_is)


class _Lines(ComObject):
    _kind = "Range"

    def __init__(self, whole: Range, count: int):
        self._whole, self._count = whole, count

    Count = property(lambda self: self._count)


class _Areas(ComObject):
    _kind = "Areas"

    def __init__(self, found: list[Range]):
        self._found = found

    Count = property(lambda self: len(self._found))

    def __iter__(self) -> Iterator[Range]:
        return iter(self._found)


class _Union(ComObject):
    _kind = "Range"

    def __init__(self, areas: _Areas):
        self._areas = areas

    Areas = property(lambda self: self._areas)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    start = numbers[0]
    for one, next_ in zip(numbers, [*numbers[1:], None]):
        if next_ != one + 1:
            yield start, one
            start = next_ or 0


def place_of(text: str) -> tuple[int, int, int, int]:
    """Row, column, rows, columns of an address within a sheet: A1, $B$2:$C$4, 1:3 or A:B."""
    first, _, last = text.replace("$", "").partition(":")
    if first.isdigit():
        return int(first) - 1, 0, int(last) - int(first) + 1, COLUMNS
    found = area(f"x!{first}:{last or first}")
    if found is None:
        raise Unknown(f"Range({text})")
    return found.row, found.column, found.last_row - found.row + 1, found.last_column - found.column + 1
