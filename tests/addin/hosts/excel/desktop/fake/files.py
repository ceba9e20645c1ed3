"""A workbook of the stand-in from a file, and as the hosts are compared."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl

from tests.addin.hosts.excel.desktop.fake.books import Application, Workbook, Worksheet
from tests.addin.hosts.excel.desktop.fake.cells import EPOCH, Kept
from tests.addin.hosts.excel.desktop.fake.looks import look_of
from tests.addin.hosts.excel.desktop.fake.names import Name
from tests.hosts_agree.excel_sheets import DEFAULTS, Book

ERRORS = {"#NULL!": 2000, "#DIV/0!": 2007, "#VALUE!": 2015, "#REF!": 2023, "#NAME?": 2029, "#NUM!": 2036, "#N/A": 2042}
COM_ERROR = -2146828288


def opened(application: Application, path: Path) -> Workbook:
    """A workbook as Excel has it open, its formulas with the values that are saved."""
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    book = Workbook(application, path.name)
    book._folder = f"{path.parent}/"
    for shown, written in zip(values.worksheets, formulas.worksheets):
        sheet = Worksheet(book, shown.title)
        sheet.Visible = -1 if shown.sheet_state == "visible" else 0
        book._sheets.append(sheet)
        for row in written.iter_rows():
            for cell in row:
                _read(sheet, shown.cell(cell.row, cell.column), cell)
        sheet._hidden_rows = {number - 1 for number, row in written.row_dimensions.items() if row.hidden}
        sheet._charts._keep(len(written._charts))
    for name, each in formulas.defined_names.items():
        book._names.append(Name(book, name, f"={each.attr_text}", None))
    for sheet, source in zip(book._sheets, formulas.worksheets):
        book._names += [Name(book, name, f"={each.attr_text}", sheet) for name, each in source.defined_names.items()]
    return book


def _read(sheet: Worksheet, shown: Any, written: Any) -> None:
    value = shown.value
    dated = isinstance(value, (datetime.datetime, datetime.date))
    if dated:
        value = (datetime.datetime(*value.timetuple()[:6]) - EPOCH).total_seconds() / 86400
    elif shown.data_type == "e":
        value = COM_ERROR + ERRORS[value]
    elif isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    formula = getattr(written.value, "text", written.value) if written.data_type == "f" else ""
    if value is not None or formula:
        sheet._cells[written.row - 1, written.column - 1] = Kept(value, formula, dated)


def compared(book: Workbook) -> Book:
    """In the form the hosts are compared in; of each sheet what was written on it here."""
    sheets = []
    for sheet in book._sheets:
        state = sheet._state
        state.looks = {place: kept for place, look in sheet._looks.items() if (kept := {
            key: value for key, value in look_of(look).items() if (key, value) not in DEFAULTS})}
        for place, area in sheet._arrays.items():
            first = (area._row, area._column)
            state.cells.pop(place, None)
            state.cells[first] = ("formel", sheet._cells[first].formula)
        state.charts = sheet._charts._described()
        sheets.append(state)
    return Book(sheets, {(f"{name._scope.Name}!" if name._scope else "") + name._plain: name.RefersTo
                         for name in book._names})
