"""Workbooks for the stand-in, as Excel would have them open, read from files; and its sheets in the form in which they
are compared with what the file host writes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.formula import ArrayFormula
from python_calamine import CalamineWorkbook

from addin.workbook import SheetPlan, a1, column_number
from tests.hosts_agree.excel_sheets import Book, Sheet, drawn, figure, whole_pixels
from tests.hosts_agree.test_excel_button import calculated

_START = datetime.datetime(1899, 12, 30)
_BOX = re.compile(r"([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?")


def seed(path: Path) -> dict[str, Any]:
    """A workbook file as Excel has it open: values, formulas, formats, hidden rows, names, charts."""
    values, formulas = (openpyxl.load_workbook(path, data_only=only) for only in (True, False))
    return {"name": path.name, "names": [[name, f"={each.attr_text}"] for name, each in formulas.defined_names.items()],
            "sheets": [_sheet(values[sheet.title], sheet) for sheet in formulas.worksheets]}


def plain_seed(path: Path) -> dict[str, Any]:
    """The same of a large file with values alone, which openpyxl is long to read."""
    book = CalamineWorkbook.from_path(path)
    sheets = [{"name": name, "cells": [[row, column, value]
                                       for row, line in enumerate(book.get_sheet_by_name(name).to_python())
                                       for column, value in enumerate(line) if value != ""]}
              for name in book.sheet_names]
    return {"name": path.name, "sheets": sheets}


class Books:
    """The workbooks the states are shown on, as Excel has them open."""

    def __init__(self, folder: Path):
        self.folder = folder

    def file(self, name: str) -> Path:
        return calculated(name, self.folder)

    def seed(self, name: str) -> Any:
        return seed(self.file(name))

    @property
    def budget(self) -> Any:
        return self.seed("dagtilbud_budget_2023")

    @property
    def savings(self) -> Any:
        """Asks which column, and has a red check."""
        return self.seed("skoler_besparelse_2020")

    @property
    def unreadable(self) -> Any:
        """A number of children that is no number."""
        budget = self.budget
        (sheet,) = [sheet for sheet in budget["sheets"] if sheet["name"] == "Dagtilbud"]
        cell = next(cell for cell in sheet["cells"] if cell[1] == 3 and isinstance(cell[2], (int, float)))
        cell[2] = "ca. 40"
        return budget

    @property
    def in_error(self) -> Any:
        """Cells with functions of ours that are refused."""
        return {"name": "Celler.xlsx", "sheets": [{"name": "Min nøgle", "cells": [
            [0, 0, "Institution"], [1, 0, "Solen"], [1, 1, "abc"], [2, 0, "Månen"], [2, 1, 200],
            [1, 2, "#VALUE!", "=FORDEL_ANDEL(B2:B3)"], [2, 2, "#VALUE!", "=SUM(C2)"],
            [4, 2, "#NAME?", "=1+FORDEL_PULJE(pulje,B2:B3)"]]}]}


def _sheet(values: Any, sheet: Any) -> dict[str, Any]:
    cells, formats = [], []
    for row in sheet.iter_rows():
        for cell in row:
            entered, shown = cell.value, values.cell(cell.row, cell.column).value
            place = [cell.row - 1, cell.column - 1]
            if isinstance(entered, ArrayFormula):
                entered = entered.text if entered.text.startswith("=") else f"={entered.text}"
                cells.append([*place, _plain(shown), entered])
            elif cell.data_type == "f":
                cells.append([*place, _plain(shown), entered])
            elif entered is not None:
                cells.append([*place, _plain(entered)])
            if cell.number_format != "General":
                formats.append([*place, cell.number_format])
    hidden = [number - 1 for number, row in sheet.row_dimensions.items() if row.hidden]
    columns = [at for each in sheet.column_dimensions.values() if each.hidden for at in range(each.min - 1, each.max)]
    charts = [{"name": f"Diagram {number}", "title": _title(chart)} for number, chart in enumerate(sheet._charts, 1)]
    names = [[name, f"={each.attr_text}"] for name, each in sheet.defined_names.items()]
    return {"name": sheet.title, "visible": sheet.sheet_state == "visible", "cells": cells, "formats": formats,
            "hiddenRows": hidden, "hiddenColumns": columns, "names": names, "charts": charts}


def _plain(value: Any) -> Any:
    """As Office.js gives it: a date is the number of its day."""
    if isinstance(value, datetime.time):
        value = datetime.datetime.combine(_START.date(), value)
    elif type(value) is datetime.date:
        value = datetime.datetime.combine(value, datetime.time())
    if isinstance(value, datetime.datetime):
        return (value - _START) / datetime.timedelta(days=1)
    return "" if value is None else value


def _title(chart: Any) -> str:
    return "".join(run.t for run in chart.title.tx.rich.p[0].r) if chart.title and chart.title.tx else ""


# ------------------------------------------------------------------------------------- what was read back


def extents(plans: Iterable[SheetPlan]) -> dict[str, list[int]]:
    """How far out cells of ours with a look may lie, by sheet: blank ones are not in what Excel says is used."""
    return {plan.name: [max(cell.row for cell in plan.cells) + 1, max(cell.column for cell in plan.cells) + 1]
            for plan in plans}


def book(told: dict[str, Any]) -> Book:
    """What readback.ts has read, as the file host's sheets are compared."""
    return Book([_back(sheet) for sheet in told["sheets"]], dict(told["names"]))


def _back(told: dict[str, Any]) -> Sheet:
    sheet = Sheet(told["name"])
    if "cells" not in told:
        return sheet
    for row, column, entered, value in told["cells"]:
        if isinstance(entered, str):
            formula = entered.startswith("=") and entered != value
            sheet.cells[row, column] = ("formel" if formula else "tekst", entered)
        else:
            sheet.cells[row, column] = figure(entered)
    sheet.looks = {(row, column): look for row, column, look in told["looks"]}
    sheet.widths = {at: round((width / 0.75 - 5) / 7, 1) for at, width in enumerate(told["widths"]) if width != 48}
    sheet.heights = {at: whole_pixels(height) for at, height in enumerate(told["heights"]) if height != 15}
    for rule in told["rules"]:
        assert rule["operator"] == "EqualTo"
        row, column, rows, columns = rule["at"]
        sheet.highlights |= {(r, c, rule["formula1"].removeprefix("="), rule["fill"], rule["color"])
                             for r in range(row, row + rows) for c in range(column, column + columns)}
    sheet.choices = {(row, column): words for row, column, words, _ in told["choices"]}
    sheet.charts = [drawn([values for values, _ in chart["series"]], chart["series"][0][1], chart["title"])
                    for chart in told["charts"]]
    sheet.freeze = frozen(told["frozen"]) if told["frozen"] else None
    sheet.gridlines = told["gridlines"]
    sheet.print_area = absolute(told["printArea"]) if told["printArea"] else None
    return sheet


def frozen(address: str) -> tuple[int, int]:
    """Rows and columns that stay in sight, of 1:4, A:B or A1:B4."""
    found = _BOX.fullmatch(address)
    assert found
    last_column, last_row = found[3] or found[1], found[4] or found[2]
    return (int(last_row) if last_row else 0, column_number(last_column) + 1 if last_column else 0)


def absolute(address: str) -> str:
    """$A$1:$B$4 of A1:B4."""
    return re.sub(r"([A-Z]+)(\d+)", lambda cell: a1(int(cell[2]) - 1, column_number(cell[1]), absolute=True), address)
