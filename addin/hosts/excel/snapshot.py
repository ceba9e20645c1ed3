"""An open workbook as a Snapshot, over xlwings' objects: one read for each sheet, and nothing is read afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from addin.addresses import unquoted
from addin.foreign import Foreign
from addin.hosts.excel.functions import com_error
from addin.marks import MARK, by_key, read_mark
from addin.workbook import BadCell, Calculation, Name, Sheet, Snapshot
from udfs.values import is_error

DESKTOP = "desktop"  # xlwings' word for an engine that talks to the program itself
MANUAL = "manual"  # xlwings' word for a workbook that is computed when somebody asks for it


def snapshot(book: Foreign, include: Collection[str] | None = None) -> Snapshot:
    """All sheets, or the values of those in `include` only; the others are then there by name, without cells."""
    names = tuple(_names(book.names))
    manual = book.app.calculation == MANUAL
    return Snapshot(book.name, tuple(_sheet(sheet, include) for sheet in book.sheets), names, our_sheets(names),
                    calculation=Calculation(manual=True) if manual else None)


def our_sheets(names: Iterable[Name]) -> Mapping[str, str]:
    """Key -> the name today of each sheet of ours; raises Refusal where a copy cannot be told from it."""
    return by_key((read_mark(name.target)[0], name.scope) for name in names
                  if name.name.casefold() == MARK and name.scope is not None)


def _names(names: Iterable[Foreign]) -> Iterable[Name]:
    """A name of a sheet carries the sheet before a "!"."""
    for name in names:
        sheet, _, plain = name.name.rpartition("!")
        if name.refers_to is not None:
            yield Name(plain, name.refers_to.removeprefix("="), unquoted(sheet) or None)


def _sheet(sheet: Foreign, include: Collection[str] | None) -> Sheet:
    """From A1 on, so that rows and columns are what they are called."""
    if include is not None and sheet.name not in include:
        return Sheet(sheet.name, (), sheet.visible)
    last = sheet.used_range.last_cell
    cells = sheet.range((1, 1), (last.row, last.column)).options(ndim=2, err_to_str=True).value
    desktop = sheet.book.app.engine.type == DESKTOP
    return Sheet(sheet.name, [[_value(cell, desktop) for cell in row] for row in cells], sheet.visible)


def _value(cell: Any, desktop: bool) -> Any:
    """A number is a float, an error is a BadCell."""
    kind = type(cell)
    if kind is int:
        mark = com_error(cell) if desktop else None
        return float(cell) if mark is None else BadCell(f"fejlværdien {mark}")
    if kind is str and is_error(cell):
        return BadCell(f"fejlværdien {cell}")
    return cell
