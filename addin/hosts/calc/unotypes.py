"""The words of Calc's interface that the rest of this folder uses: structs, constants, the box of a sheet's cells."""

from __future__ import annotations

from typing import NamedTuple

import uno

from addin.foreign import Foreign

# com.sun.star.sheet.CellFlags
VALUE, DATETIME, STRING, ANNOTATION, FORMULA = 1, 2, 4, 8, 16
CONTENT = VALUE | DATETIME | STRING | FORMULA
ALL_CELLS = CONTENT | ANNOTATION | 32 | 64 | 256 | 512  # without the objects drawn on the sheet
# com.sun.star.sheet.FormulaResult
ANY_RESULT, ERROR = 7, 4
# com.sun.star.util.NumberFormat
DATE, TIME, LOGICAL = 2, 4, 1024
# com.sun.star.sheet.NamedRangeFlag, which some versions lack by name
HIDDEN_NAME = 16
MM100_PER_PIXEL, MM100_PER_POINT = 2540 / 96, 2540 / 72


class Box(NamedTuple):
    """A rectangle of cells; a sheet without content has none."""

    row: int
    column: int
    last_row: int
    last_column: int


def struct(name: str, **values: object) -> Foreign:
    """A struct of Calc's interface with these fields: struct("table.CellAddress", Sheet=0)."""
    made = uno.createUnoStruct(f"com.sun.star.{name}")
    for key, value in values.items():
        setattr(made, key, value)
    return made


def enum(kind: str, value: str) -> Foreign:
    return uno.Enum(f"com.sun.star.{kind}", value)


def service(name: str) -> Foreign:
    """An object of LibreOffice's own, by its full name."""
    return uno.getComponentContext().ServiceManager.createInstance(name)


def address(sheet: int, row: int, column: int, last_row: int, last_column: int) -> Foreign:
    """A CellRangeAddress."""
    return struct("table.CellRangeAddress", Sheet=sheet, StartRow=row, StartColumn=column, EndRow=last_row,
                  EndColumn=last_column)


def box_of(ranges: Foreign) -> Box | None:
    """The smallest box around some cell ranges."""
    found = ranges.getRangeAddresses()
    if not found:
        return None
    return Box(min(a.StartRow for a in found), min(a.StartColumn for a in found),
               max(a.EndRow for a in found), max(a.EndColumn for a in found))


def sheet_number(sheet: Foreign) -> int:
    return int(sheet.getRangeAddress().Sheet)
