"""What a sheet of ours has besides cells: widths, rules that colour, lists to choose from, print set-up."""

from __future__ import annotations

import math

from addin.chart import PIXELS_OF_ROW
from addin.foreign import Foreign
from addin.hosts.calc.unotypes import MM100_PER_POINT, address, enum, sheet_number, struct
from addin.places import last_row
from addin.workbook import Area, Choice, Highlight, SheetPlan

_GRID = ".uno:ToggleSheetGrid"
_LIST, _EQUAL = "LIST", "EQUAL"


def furnish(sheet: Foreign, plan: SheetPlan, looks: dict[str, str], page: str, digit: float) -> None:
    """`looks` are the cell styles the rules show, `page` the page style, `digit` how wide a digit is."""
    for column, width in plan.widths.items():
        sheet.Columns.getByIndex(column).Width = round((int(width * 7) + 5) / 7 * digit)
    for row, height in heights(plan).items():
        raise_row(sheet, row, height)
    for area in dict.fromkeys(mark.area for mark in plan.highlights):
        _highlight(sheet, area, [mark for mark in plan.highlights if mark.area == area], looks)
    for choice in plan.choices:
        _offer(sheet, choice)
    sheet.PageStyle = page
    _print(sheet, plan)


def heights(plan: SheetPlan) -> dict[int, float]:
    """The rows that are not as high as their words, in points."""
    return {**under_charts(plan), **plan.heights}


def raise_row(sheet: Foreign, row: int, height: float) -> None:
    sheet.Rows.getByIndex(row).Height = round(height * MM100_PER_POINT)


def under_charts(plan: SheetPlan) -> dict[int, float]:
    """The rows that pictures lie over, as high as in a file: those of another font are lower, and what stands after a
    picture would be under it."""
    return {row: PIXELS_OF_ROW * 0.75 for chart in plan.charts
            for row in range(chart.row, chart.row + math.ceil(chart.height / PIXELS_OF_ROW))}


def digit_width(sheet: Foreign) -> float:
    """How wide a digit is in the document's own font, in 1/100 mm: widths are counted in digits. The sheet is empty."""
    cell, column = sheet.getCellByPosition(0, 0), sheet.Columns.getByIndex(0)
    widths = []
    for digits in (10, 110):
        cell.setString("x" + "0" * digits)  # digits alone would be given a number's format
        column.OptimalWidth = True
        widths.append(column.Width)
    cell.setString("")
    return (widths[1] - widths[0]) / 100


def _cells(sheet: Foreign, area: Area) -> Foreign:
    return sheet.getCellRangeByPosition(area.column, area.row, area.last_column, area.last_row)


def _highlight(sheet: Foreign, area: Area, marks: list[Highlight], looks: dict[str, str]) -> None:
    cells = _cells(sheet, area)
    rules = cells.ConditionalFormat
    rules.clear()
    for mark in marks:
        rules.addNew((struct("beans.PropertyValue", Name="Operator", Value=enum("sheet.ConditionOperator", _EQUAL)),
                      struct("beans.PropertyValue", Name="Formula1", Value=f'"{mark.text}"'),
                      struct("beans.PropertyValue", Name="StyleName", Value=looks[mark.style])))
    cells.ConditionalFormat = rules


def _offer(sheet: Foreign, choice: Choice) -> None:
    cells = _cells(sheet, choice.area)
    rule = cells.Validation
    rule.Type = enum("sheet.ValidationType", _LIST)
    rule.ErrorTitle, rule.ErrorMessage = "Fordel", "Vælg " + " eller ".join(choice.words) + "."
    rule.ShowErrorMessage = rule.IgnoreBlankCells = True
    rule.setFormula1(";".join(f'"{word}"' for word in choice.words))
    cells.Validation = rule


# ------------------------------------------------------------------------------------- print


def _print(sheet: Foreign, plan: SheetPlan) -> None:
    number = sheet_number(sheet)
    sheet.setPrintTitleRows(plan.repeat_row is not None)
    if plan.repeat_row is not None:
        sheet.setTitleRows(address(number, plan.repeat_row, 0, plan.repeat_row, 0))
    areas: tuple[Foreign, ...] = ()
    if plan.print_columns:
        areas = (address(number, 0, 0, last_row(plan), plan.print_columns - 1),)
    sheet.setPrintAreas(areas)
    sheet.setPrintTitleColumns(plan.pages_wide > 1)
    if plan.pages_wide > 1:
        sheet.setTitleColumns(address(number, 0, 0, 0, 0))
    sheet.removeAllManualPageBreaks()
    for row in plan.breaks:
        sheet.Rows.getByIndex(row).IsStartOfNewPage = True


def view(controller: Foreign, sheet: Foreign, plan: SheetPlan, fresh: bool) -> None:
    """Freezing and grid lines belong to the window: the sheet must be the one it shows. A fresh sheet has its grid."""
    controller.setActiveSheet(sheet)
    if plan.freeze:
        controller.freezeAtPosition(plan.freeze[1], plan.freeze[0])
    elif controller.hasFrozenPanes():
        controller.freezeAtPosition(0, 0)
    if fresh:
        url = struct("util.URL", Complete=_GRID, Main=_GRID, Protocol=".uno:", Path="ToggleSheetGrid")
        dispatch = controller.Frame.queryDispatch(url, "", 0)
        if dispatch is not None:
            dispatch.dispatch(url, ())
