"""The client at the other end of xlwings' JSON engine: the request it sends from a workbook, and a workbook as it is
after the actions it gets back. Written after xlwings' own client (custom-scripts/index.js); nothing here is Excel.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import openpyxl

from addin.workbook import a1, area, column_number
from tests.hosts_agree.excel_sheets import Book, Look, Sheet, figure, whole_pixels

VERSION = "0.37.8"
_ADDRESS = re.compile(r"\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?")


# ------------------------------------------------------------------------------------- the request


def request(path: Path, include: tuple[str, ...] | None = None) -> dict[str, Any]:
    """What the client sends of a workbook: names, and the values of the sheets, or of those in `include`."""
    values = openpyxl.load_workbook(path, data_only=True)
    sheets = [_sheet(each, include) for each in values.worksheets]
    names = [_name(values, name, each.attr_text, None) for name, each in values.defined_names.items()]
    for scope in values.worksheets:
        if include is None or scope.title in include:
            names += [_name(values, name, each.attr_text, scope) for name, each in scope.defined_names.items()]
    book = {"name": path.name, "active_sheet_index": 0, "selection": "A1", "calculation": "Automatic"}
    return {"client": "Office.js", "version": VERSION, "book": book, "sheets": sheets, "names": names}


def _sheet(values: Any, include: tuple[str, ...] | None) -> dict[str, Any]:
    rows = [list(map(_value, row)) for row in values.iter_rows(values_only=True)]
    if include is not None and values.title not in include:
        rows = [[]]
    charts = [{"name": f"Chart {number}", "chart_type": "ColumnClustered"} for number, _ in enumerate(values._charts)]
    return {"name": values.title, "visibility": "Visible" if values.sheet_state == "visible" else "Hidden",
            "show_gridlines": True, "print_area": None, "notes": [], "notes_supported": True,
            "used_range_address": values.dimensions if rows != [[]] else None,
            "used_range_row_count": len(rows), "used_range_column_count": len(rows[0]), "values": rows,
            "pictures": [], "shapes": [], "charts": charts, "tables": [], "pivot_tables": []}


def _value(value: Any) -> Any:
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat() + "Z"
    return "" if value is None else value


def _name(book: Any, name: str, text: str, scope: Any) -> dict[str, Any]:
    place = area(text)
    position = book.sheetnames.index
    return {"name": name, "refers_to": f"={text}", "type": "Range" if place else "String",
            "sheet_index": position(place.sheet) if place else None,
            "address": a1(place.row, place.column) if place else None,
            "scope_sheet_name": scope.title if scope else None,
            "scope_sheet_index": position(scope.title) if scope else None, "book_scope": scope is None}


# ------------------------------------------------------------------------------------- the actions


def values_of(sheet: dict[str, Any]) -> dict[tuple[int, int], Any]:
    """The cells of a sheet as the request has them."""
    return {(row, column): figure(value) for row, cells in enumerate(sheet["values"])
            for column, value in enumerate(cells) if value != ""}


def applied(book: dict[str, Any], actions: list[dict[str, Any]]) -> Book:
    """The workbook after the actions. One that is not known here is a failure: nothing is passed over."""
    client = _Client(book)
    for action in actions:
        getattr(client, "do_" + action["func"])(action, *action["args"])
    return client.book


class _Client:
    def __init__(self, book: dict[str, Any]):
        self.sheets = [Sheet(each["name"]) for each in book["sheets"]]
        for sheet, each in zip(self.sheets, book["sheets"], strict=True):
            sheet.charts = [chart["name"] for chart in each["charts"]]
            sheet.cells = values_of(each)
        self.book = Book(self.sheets, {})
        for name in book["names"]:
            scope = name["scope_sheet_name"]
            self.book.names[f"{scope}!{name['name']}" if scope else name["name"]] = name["refers_to"]

    def sheet(self, action: dict[str, Any]) -> Sheet:
        return self.sheets[action["sheet_position"]]

    def cells(self, action: dict[str, Any]) -> list[tuple[int, int]]:
        rows = range(action["start_row"], action["start_row"] + action["row_count"])
        columns = range(action["start_column"], action["start_column"] + action["column_count"])
        return [(row, column) for row in rows for column in columns]

    def looks(self, action: dict[str, Any]) -> list[Look]:
        return [self.sheet(action).look(*place) for place in self.cells(action)]

    # --------------------------------------------------------------------------------- values

    def do_setValues(self, action: dict[str, Any], *_: Any) -> None:
        flat = [cell for row in action["values"] for cell in row]
        for place, value in zip(self.cells(action), flat, strict=True):
            self.sheet(action).put(*place, value)

    do_setFormula = do_setValues  # `range.formulas` takes values too

    # --------------------------------------------------------------------------------- looks

    def do_setNumberFormat(self, action: dict[str, Any], code: str) -> None:
        for look in self.looks(action):
            look["num_format"] = code

    def do_setFontProperty(self, action: dict[str, Any], key: str, value: Any) -> None:
        for look in self.looks(action):
            look[key] = _upper(value)

    def do_setRangeColor(self, action: dict[str, Any], value: str) -> None:
        for look in self.looks(action):
            look["fill"] = _upper(value)

    def do_setHorizontalAlignment(self, action: dict[str, Any], value: str) -> None:
        for look in self.looks(action):
            look["horizontal"] = value.lower()

    def do_setVerticalAlignment(self, action: dict[str, Any], value: str) -> None:
        for look in self.looks(action):
            look["vertical"] = value.lower()

    def do_setWrapText(self, action: dict[str, Any], value: bool) -> None:
        for look in self.looks(action):
            look["wrap"] = value

    def do_rangeAdjustIndent(self, action: dict[str, Any], value: int) -> None:
        for look in self.looks(action):
            look |= {"indent": look.get("indent", 0) + value, "horizontal": "left"}

    def do_setBorderProperty(self, action: dict[str, Any], side: str, key: str, value: Any) -> None:
        """A line between two cells belongs to both."""
        places = self.cells(action)
        (top, left), (bottom, right) = places[0], places[-1]
        sheet = self.sheet(action)
        for row, column in places:
            for edge, there in (("top", row == top), ("bottom", row == bottom), ("left", column == left),
                                ("right", column == right)):
                inside = "inside_horizontal" if edge in ("top", "bottom") else "inside_vertical"
                if side == (f"edge_{edge}" if there else inside) and key in ("weight", "color"):
                    sheet.look(row, column)[f"{edge} {key}"] = _upper(value)

    # --------------------------------------------------------------------------------- sheets

    def do_addSheet(self, _: dict[str, Any], position: int, name: str) -> None:
        self.sheets.insert(position, Sheet(name))

    def do_sheetDelete(self, action: dict[str, Any], *_: Any) -> None:
        gone = self.sheets.pop(action["sheet_position"])
        for name in [name for name in self.book.names if name.startswith(f"{gone.name}!")]:
            del self.book.names[name]

    def do_sheetClear(self, action: dict[str, Any], *_: Any) -> None:
        """Values and formats; widths, heights and what is frozen stay."""
        self.sheet(action).cells.clear()
        self.sheet(action).looks.clear()

    def do_setSheetName(self, action: dict[str, Any], name: str) -> None:
        self.sheet(action).name = name

    def do_clearConditionalFormats(self, action: dict[str, Any], *_: Any) -> None:
        self.sheet(action).highlights.clear()

    def do_deleteDataValidation(self, action: dict[str, Any], *_: Any) -> None:
        self.sheet(action).choices.clear()

    def do_setColumnWidth(self, action: dict[str, Any], points: float) -> None:
        self.sheet(action).widths[action["start_column"]] = round((points / 0.75 - 5) / 7, 1)

    def do_setRowHeight(self, action: dict[str, Any], points: float) -> None:
        self.sheet(action).heights[action["start_row"]] = whole_pixels(points)

    def do_setShowGridlines(self, action: dict[str, Any], value: bool) -> None:
        self.sheet(action).gridlines = value

    def do_setPrintArea(self, action: dict[str, Any], address: str) -> None:
        self.sheet(action).print_area = address

    def do_freezePaneAtRange(self, action: dict[str, Any], address: str) -> None:
        found = _ADDRESS.fullmatch(address)
        assert found
        self.sheet(action).freeze = (int(found[4] or 0), column_number(found[3]) + 1 if found[3] else 0)
        if not found[1]:
            self.sheet(action).freeze = (int(found[4]), 0)

    def do_addConditionalFormat(self, action: dict[str, Any], rule: dict[str, Any]) -> None:
        assert (rule["type"], rule["operator"]) == ("CellValue", "EqualTo")
        for place in self.cells(action):
            self.sheet(action).highlights.add((*place, rule["formula1"].removeprefix("="),
                                               _upper(rule["fill_color"]), _upper(rule["font_color"])))

    def do_setDataValidationList(self, action: dict[str, Any], source: dict[str, Any], dropdown: bool) -> None:
        assert source["type"] == "literal" and dropdown
        words = source["values"]
        for place in self.cells(action):
            self.sheet(action).choices[place] = words if isinstance(words, str) else ",".join(words)

    def do_addChart(self, action: dict[str, Any], name: str, kind: str, sheet: str, address: str, *_: Any) -> None:
        assert kind == "BarStacked"
        self.sheet(action).charts.append(f"{sheet}!{address}")

    def do_deleteChart(self, action: dict[str, Any], index: int) -> None:
        del self.sheet(action).charts[index]

    def do_setChartXAxisValues(self, action: dict[str, Any], index: int, sheet: str, address: str) -> None:
        self.sheet(action).charts[index] += f" over {sheet}!{address}"

    def do_setChartTitle(self, action: dict[str, Any], index: int, title: str) -> None:
        self.sheet(action).charts[index] += f" kaldet {title}"

    def do_setChartLegend(self, *_: Any) -> None:
        """A matter of looks."""

    do_setChartAxis = do_activateSheet = do_setChartLegend

    def do_alert(self, _: dict[str, Any], prompt: str, *__: Any) -> None:
        self.book.told = prompt

    # --------------------------------------------------------------------------------- names

    def do_namesAdd(self, action: dict[str, Any], name: str, target: str) -> None:
        scope = "" if action["sheet_position"] is None else self.sheet(action).name + "!"
        assert scope + name not in self.book.names
        self.book.names[scope + name] = target

    def do_setNameRefersTo(self, _: dict[str, Any], name: str, book: bool, __: Any, target: str) -> None:
        assert book and name in self.book.names
        self.book.names[name] = target




def _upper(value: Any) -> Any:
    """Colours are written in either case."""
    return value.upper() if isinstance(value, str) and value.startswith("#") else value
