"""Writes a Plan into an open workbook over xlwings' objects: nothing is read, and each sheet is written in bulk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from addin.chart import MEAN, Chart
from addin.foreign import Foreign
from addin.hosts.excel.looks import column_width, dress
from addin.hosts.excel.snapshot import DESKTOP
from addin.marks import MARK, mark_text
from addin.places import last_row
from addin.workbook import Area, Block, CellValue, Formula, Plan, SheetPlan, a1, column_letters
from workbook_templates.styles import STYLES

POINTS = 0.75  # of a pixel
ARRAY_MOST = 255  # letters of a formula for FormulaArray

# What no program takes for anything but text, whatever its language: words without figures.
_WORDS = re.compile(r"[^\W\d_][^\d]*")
_TRUTHS = ("true", "false", "sand", "falsk")


def quiet(step: str) -> None:
    """Shows no progress."""


def write(book: Foreign, plan: Plan, ours: Mapping[str, str], say: Callable[[str], None] = quiet) -> None:
    """All sheets first, then the names, for formulas speak of both; `ours` are our sheets as they were read."""
    for key in plan.drop:
        book.sheets[ours[key]].delete()
    sheets = [_place(book, each, ours) for each in plan.sheets]
    _define(book, plan.names)
    for sheet, each in zip(sheets, plan.sheets):
        say(f"skriver {each.name}")
        _fill(sheet, each)
        dress(sheet, each)
        _set_up(sheet, each)
    for sheet, each in zip(sheets, plan.sheets):
        for chart in each.charts:
            _draw(sheet, chart)
        if each.key not in ours:
            sheet.names.add(MARK, "=" + mark_text(each.key))
    if book.app.engine.type != DESKTOP:  # there xlwings would also bring a window forward: see desktop/writing.py
        sheets[0].activate()


def _place(book: Foreign, plan: SheetPlan, ours: Mapping[str, str]) -> Foreign:
    """The sheet of ours that was there, emptied, so that what refers to it still does; else a new one, at the end."""
    if plan.key not in ours:
        return book.sheets.add(plan.name, after=book.sheets[len(book.sheets) - 1])
    sheet = book.sheets[ours[plan.key]]
    for number in reversed(range(len(sheet.charts))):
        sheet.charts[number].delete()
    sheet.cells.conditional_formats.clear()
    sheet.cells.data_validation.delete()
    sheet.clear()
    if sheet.name != plan.name:
        sheet.name = plan.name
    return sheet


def _define(book: Foreign, names: Mapping[str, str]) -> None:
    """The names there are, are looked through once: by COM each is a question to another program."""
    there = {each.name.casefold(): each for each in book.names}
    for name, target in names.items():
        if name.casefold() in there:
            there[name.casefold()].refers_to = "=" + target
        else:
            book.names.add(name, "=" + target)


# ------------------------------------------------------------------------------------- cells


def _fill(sheet: Foreign, plan: SheetPlan) -> None:
    rows = max((cell.row for cell in plan.cells), default=0) + 1
    columns = max((cell.column for cell in plan.cells), default=0) + 1
    cells: list[list[object]] = [[None] * columns for _ in range(rows)]
    for cell in plan.cells:
        cells[cell.row][cell.column] = entry(cell.value)
    sheet.range((1, 1)).formula = cells  # takes values as well, and both in one go
    for block in plan.blocks:
        _fill_block(sheet, block)


def entry(value: CellValue) -> object:
    """What is put into a cell so that it holds just this.

    >>> entry("Solen"), entry("4100"), entry("=1+1"), entry(Formula("=1+1", 2)), entry(0.5)
    ('Solen', "'4100", "'=1+1", '=1+1', 0.5)
    """
    if isinstance(value, Formula):
        return value.text
    if not isinstance(value, str) or not value:
        return value
    plain = _WORDS.fullmatch(value) and value.casefold() not in _TRUTHS
    return value if plain else "'" + value  # else Excel makes a number, a date or a formula of it


def _fill_block(sheet: Foreign, block: Block) -> None:
    first = sheet.range((block.row + 1, block.column + 1))
    if not block.formula:  # as they are: xlwings would look at each of sixty thousand
        first.resize(len(block.values), 1).raw_value = [[float(value)] for value in block.values]
    elif sheet.book.app.engine.type == DESKTOP and len(block.formula) > ARRAY_MOST:
        first.formula2 = block.formula  # fills the cells below by itself, and may be long
    elif sheet.book.app.engine.type == DESKTOP:
        first.resize(len(block.values), 1).formula_array = block.formula
    else:
        first.formula = [[block.formula]]  # fills the cells below by itself


# ------------------------------------------------------------------------------------- the rest of a sheet


def _set_up(sheet: Foreign, plan: SheetPlan) -> None:
    desktop = sheet.book.app.engine.type == DESKTOP
    for column, width in plan.widths.items():
        sheet.range((1, column + 1)).column_width = column_width(width, desktop)
    for row, height in plan.heights.items():
        sheet.range((row + 1, 1)).row_height = height
    for mark in plan.highlights:
        style = STYLES[mark.style]
        _range(sheet, mark.area).conditional_formats.add_cell_value(
            "equal_to", f'="{mark.text}"', fill_color=style["bg_color"], font_color=style["font_color"])
    if not desktop:  # by COM xlwings has no panes, and of lists no more than the words: see desktop/writing.py
        for choice in plan.choices:
            _range(sheet, choice.area).data_validation.set_list(list(choice.words))
        if plan.freeze:
            sheet.freeze_panes.freeze_at(_frozen(*plan.freeze))
    if plan.print_columns:
        sheet.page_setup.print_area = f"$A$1:{a1(last_row(plan), plan.print_columns - 1, absolute=True)}"
    sheet.show_gridlines = False


def _frozen(rows: int, columns: int) -> str:
    """The cells that stay in sight: whole rows, whole columns, or a corner.

    >>> _frozen(4, 0), _frozen(0, 2), _frozen(6, 1)
    ('1:4', 'A:B', 'A1:A6')
    """
    if not columns:
        return f"1:{rows}"
    letters = column_letters(columns - 1)
    return f"A1:{letters}{rows}" if rows else f"A:{letters}"


def _draw(sheet: Foreign, chart: Chart) -> None:
    """The bars themselves: what xlwings' objects have, no hatching and no line at the mean."""
    anchor = sheet.range((chart.row + 1, chart.column + 1))
    values = [each.values for each in chart.series if each.look != MEAN]
    first, last = values[0], values[-1]
    source = Area(first.sheet, first.row, first.column, last.last_row, last.last_column)
    drawn = sheet.charts.add(width=chart.width * POINTS, height=chart.height * POINTS, anchor=anchor,
                             chart_type="bar_stacked", source=_of_book(sheet, source))
    drawn.set_x_axis_values(_of_book(sheet, chart.categories))
    drawn.title = chart.title
    drawn.legend.visible = False
    drawn.value_axis.title = chart.axis
    drawn.value_axis.number_format = "#,##0"


def _of_book(sheet: Foreign, place: Area) -> Foreign:
    return _range(sheet.book.sheets[place.sheet], place)


def _range(sheet: Foreign, place: Area) -> Foreign:
    return sheet.range((place.row + 1, place.column + 1), (place.last_row + 1, place.last_column + 1))
