"""Our sheets in a form that two hosts can be compared in: cells, looks, names, and what else lies on a sheet."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.formula import ArrayFormula

from addin.workbook import Area, area

Look = dict[str, Any]
SIDES = ("top", "bottom", "left", "right")
DEFAULTS = (("num_format", "General"), ("size", 11.0))  # of a cell that no style was given
PIXEL = 0.75  # points


@dataclass
class Sheet:
    name: str
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    looks: dict[tuple[int, int], Look] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    highlights: set[tuple[Any, ...]] = field(default_factory=set)
    choices: dict[tuple[int, int], str] = field(default_factory=dict)
    charts: list[str] = field(default_factory=list)
    freeze: tuple[int, int] | None = None
    gridlines: bool = True
    print_area: str | None = None

    def look(self, row: int, column: int) -> Look:
        return self.looks.setdefault((row, column), {})

    def put(self, row: int, column: int, value: Any) -> None:
        """As Excel takes what is typed: an apostrophe says that the rest is text."""
        if value in (None, ""):
            self.cells.pop((row, column), None)
            return
        if isinstance(value, str):
            guarded = value.startswith("'")
            assert guarded or value.startswith("=") or _surely_text(value), f"Excel may read {value!r} as a number"
            value = value[1:] if guarded else value
            value = ("tekst", value) if guarded or not value.startswith("=") else ("formel", value)
        self.cells[row, column] = figure(value)


@dataclass
class Book:
    sheets: list[Sheet]
    names: dict[str, str]
    told: str = ""

    def sheet(self, name: str) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.name == name)


def figure(value: Any) -> Any:
    """Numbers as floats of the 15 digits Excel keeps, by way of the 16 that XlsxWriter writes."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return float(f"{float(f'{value:.16g}'):.15g}")


def whole_pixels(points: float) -> float:
    """A height as it can be shown; XlsxWriter rounds it so."""
    return round(points / PIXEL) * PIXEL


def _surely_text(value: str) -> bool:
    """No date, number, share, time, truth or formula in any language has only letters, blanks and these."""
    truth = value.upper() in ("TRUE", "FALSE", "SAND", "FALSK")
    return not re.search(r"\d", value) and value[0].isalpha() and not truth


def from_file(path: Path, ours: Collection[str]) -> Book:
    """What the file host wrote, as openpyxl reads it; of the user's own sheets only the names."""
    book = openpyxl.load_workbook(path)
    names = {name: f"={each.attr_text}" for name, each in book.defined_names.items()}
    for sheet in book.worksheets:
        names |= {f"{sheet.title}!{name}": f"={each.attr_text}" for name, each in sheet.defined_names.items()}
    sheets = [_sheet(each) if each.title in ours else Sheet(each.title) for each in book.worksheets]
    return Book(sheets, names)


def _sheet(source: Any) -> Sheet:
    sheet = Sheet(source.title)
    looks: dict[int, Look] = {}  # by style: the cells are many, and their styles few
    for cell in (cell for row in source.iter_rows() for cell in row):
        place, style = (cell.row - 1, cell.column - 1), cell.style_id
        if cell.value is not None:
            sheet.cells[place] = figure(_value(cell))
        if style not in looks:
            looks[style] = _look(cell)
        if looks[style]:
            sheet.looks[place] = looks[style]
    for dimension in source.column_dimensions.values():
        if dimension.customWidth:
            for column in range(dimension.min - 1, dimension.max):
                sheet.widths[column] = round(dimension.width - 0.71, 1)
    rows = source.row_dimensions
    sheet.heights = {row - 1: whole_pixels(rows[row].height) for row in rows if rows[row].customHeight}
    for each in source.conditional_formatting:
        for rule in each.rules:
            look = (rule.formula[0], _colour(rule.dxf.fill.bgColor), _colour(rule.dxf.font.color))
            for block in each.sqref.ranges:
                sheet.highlights |= {(r - 1, c - 1, *look) for r, c in block.cells}
    for each in source.data_validations.dataValidation:
        for block in each.sqref.ranges:
            sheet.choices |= {(r - 1, c - 1): each.formula1.strip('"') for r, c in block.cells}
    frozen = source.freeze_panes
    if frozen:
        place = area(f"x!{frozen}")
        assert place
        sheet.freeze = (place.row, place.column)
    sheet.gridlines = source.sheet_view.showGridLines
    sheet.print_area = source.print_area.rpartition("!")[2] if source.print_area else None
    sheet.charts = [_chart(each) for each in source._charts]
    return sheet


def _value(cell: Any) -> Any:
    value = cell.value
    if isinstance(value, ArrayFormula):
        return "formel", value.text if value.text.startswith("=") else "=" + value.text
    return ("formel" if cell.data_type == "f" else "tekst", value) if isinstance(value, str) else value


def _look(cell: Any) -> Look:
    look: Look = {"num_format": cell.number_format, "bold": cell.font.b, "italic": cell.font.i}
    look |= {"size": cell.font.sz, "color": _colour(cell.font.color)}
    if cell.fill.fill_type == "solid":
        look["fill"] = _colour(cell.fill.fgColor)
    look |= {"horizontal": cell.alignment.horizontal, "vertical": cell.alignment.vertical,
             "wrap": cell.alignment.wrap_text, "indent": int(cell.alignment.indent)}
    for side in SIDES:
        line = getattr(cell.border, side)
        if line is not None and line.style:
            look |= {f"{side} weight": line.style, f"{side} color": _colour(line.color)}
    return {key: value for key, value in look.items() if value and (key, value) not in DEFAULTS}


def _colour(colour: Any) -> str | None:
    return f"#{colour.rgb[-6:]}" if colour is not None and isinstance(colour.rgb, str) else None


def _chart(chart: Any) -> str:
    title = "".join(run.t for run in chart.title.tx.rich.p[0].r)
    category = chart.series[0].cat
    bars = [series.val.numRef.f for series in chart.series]
    return drawn(bars, (category.strRef or category.numRef).f, title)


def drawn(series: list[str], categories: str, title: str) -> str:
    """A picture as it is compared: the cells of its bars, which stand beside each other; the mean is the last of three,
    and no xlwings draws it."""
    first, last = area(series[0]), area(series[:2][-1])
    assert first and last
    bars = Area(first.sheet, first.row, first.column, last.last_row, last.last_column)
    return f"{_plain(bars.formula())} over {_plain(categories)} kaldet {title}"


def _plain(reference: str) -> str:
    place = area(reference)
    assert place
    return f"{place.sheet}!{place.formula().rpartition('!')[2]}"


def lines(sheet: Sheet) -> dict[tuple[str, int, int], set[tuple[str, str | None]]]:
    """The lines of a sheet: one between two cells is the same line, whichever of them it was given to."""
    found: dict[tuple[str, int, int], set[tuple[str, str | None]]] = {}
    for (row, column), look in sheet.looks.items():
        ends = {"top": ("-", row, column), "bottom": ("-", row + 1, column), "left": ("|", row, column),
                "right": ("|", row, column + 1)}
        for side in SIDES:
            if f"{side} weight" in look:
                found.setdefault(ends[side], set()).add((look[f"{side} weight"], look.get(f"{side} color")))
    return found


def without_lines(sheet: Sheet) -> dict[tuple[int, int], Look]:
    """The rest of how cells look."""
    rest = {place: {key: value for key, value in look.items() if key.split(" ")[0] not in SIDES}
            for place, look in sheet.looks.items()}
    return {place: look for place, look in rest.items() if look}
