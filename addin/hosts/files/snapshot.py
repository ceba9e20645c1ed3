"""A workbook file as a Snapshot: values in bulk from calamine, what calamine hides from the sheet's own XML."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

import python_calamine
from lxml import etree

from addin.hosts.files import refusals
from addin.hosts.files.extent import MAX_COLUMNS, MAX_ROWS, check_extent, check_strings, reading
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.notices import notices
from addin.hosts.files.package import TRUE, Package, SheetPart, is_index
from addin.hosts.files.refusals import refuse
from addin.workbook import NO_VALUE, BadCell, Name, Sheet, Snapshot, column_number
from workbook_templates import opsaetning

# What makes a sheet worth reading cell by cell: an error value, a formula, a hidden row or column.
_WORTH_READING = (b't="e"', b"t='e'", b"<f", b":f", b"hidden")
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


class _Hidden:
    """The rows and columns of a sheet that cannot be seen."""

    def __init__(self) -> None:
        self.rows: set[int] = set()
        self.columns: set[int] = set()

    def look_at(self, columns: etree._Element) -> None:
        """An entry of the sheet's own list of columns, which speaks of several."""
        first, last = columns.get("min", ""), columns.get("max", "")
        if columns.get("hidden") in TRUE and is_index(first) and is_index(last):
            self.columns.update(range(int(first) - 1, min(int(last), MAX_COLUMNS)))


def snapshot(package: Package, data: bytes) -> Snapshot:
    """All worksheets of a package; chart sheets and macro sheets hold no figures of their own."""
    with reading(package.file):
        check_strings(package)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        ours = our_sheets(package)
        sheets = tuple(_sheet(package, part, book, part.name == ours.get(opsaetning.NOEGLE))
                       for part in package.sheets if part.kind == "worksheet")
    told = tuple(notices(package, kept=(opsaetning.NOEGLE,)))
    names = tuple(Name(name.name, name.text, name.scope) for name in package.names)
    return Snapshot(package.file, sheets, names, ours, hashlib.sha256(data).hexdigest(), told)


def _sheet(package: Package, part: SheetPart, book: python_calamine.CalamineWorkbook, is_settings: bool) -> Sheet:
    """One sheet; that of the settings is told to have no formulas rather than that they are not known."""
    xml = package.read(part.part)
    check_extent(package, part, xml)
    rows: list[list[Any]] = book.get_sheet_by_name(part.name).to_python(skip_empty_area=False)
    formulas = None
    hidden = _Hidden()
    if any(mark in xml for mark in _WORTH_READING):
        formulas = {}
        for row, column, bad, formula in _cells(package, part, xml, hidden):
            if bad:
                _put(rows, row, column, bad)
            if formula is not None:
                formulas[row, column] = formula
    return Sheet(part.name, rows, part.state == "visible", frozenset(hidden.rows), frozenset(hidden.columns),
                 (formulas or {}) if is_settings else formulas)


def _put(rows: list[list[Any]], row: int, column: int, value: Any) -> None:
    """Calamine leaves out what it takes for empty, so a cell in error may lie outside its rows."""
    while len(rows) <= row:
        rows.append([])
    rows[row].extend([""] * (column + 1 - len(rows[row])))
    rows[row][column] = value


def _cells(package: Package, part: SheetPart, xml: bytes,
           hidden: _Hidden) -> Iterator[tuple[int, int, BadCell | None, str | None]]:
    """The cells with a formula or an error value; fills `hidden` on the way."""
    row, column = -1, -1
    events = etree.iterparse(io.BytesIO(xml), events=("start", "end"), tag=("{*}col", "{*}row", "{*}c"),
                             resolve_entities=False, no_network=True)
    try:
        for event, element in events:
            kind = element.tag.rpartition("}")[2]
            if event == "end":
                if kind == "c":
                    column = _column(element, column)
                    if column >= MAX_COLUMNS:
                        raise refuse(refusals.DAMAGED, package.file, part.part)
                    found = _judge(element)
                    if found:
                        yield (row, column, *found)
                element.clear()
            elif kind == "row":
                row, column = _row(package, part, element, row), -1
                if element.get("hidden") in TRUE:
                    hidden.rows.add(row)
            elif kind == "col":
                hidden.look_at(element)
    except etree.XMLSyntaxError as bad:
        raise refuse(refusals.DAMAGED, package.file, part.part) from bad


def _row(package: Package, part: SheetPart, row: etree._Element, before: int) -> int:
    """The number of a row; one without a number follows the one before it."""
    number = row.get("r", str(before + 2))
    if not is_index(number) or not 0 < int(number) <= MAX_ROWS:
        raise refuse(refusals.DAMAGED, package.file, part.part)
    return int(number) - 1


def _column(cell: etree._Element, before: int) -> int:
    """The column of a cell; one without an address follows the one before it."""
    address = _CELL.match(cell.get("r", ""))
    return column_number(address[1][:4]) if address else before + 1


def _judge(cell: etree._Element) -> tuple[BadCell | None, str | None] | None:
    """What is wrong with a cell, and its formula; None for a plain value."""
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if cell.get("t") == "e" and (formula is not None or value is not None):
        bad: BadCell | None = BadCell("fejlværdien " + ((value.text or "") if value is not None else "#VÆRDI!"))
    elif formula is None:
        return None
    else:
        empty = value is None or not value.text
        bad = NO_VALUE if empty and cell.get("t") not in ("str", "inlineStr") else None
    return bad, None if formula is None else "=" + (formula.text or "")
