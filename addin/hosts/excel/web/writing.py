"""A Plan as the page writes it: what goes into the cells in one grid, looks by rectangle, in the words of Office.js.

Not xlwings' actions: there the same takes some 1,400, each of which asks Excel for its sheets again (2,609 round trips
where this takes a few), and which of them an undo group may hold is not ours to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from addin.chart import BARS, HATCHED, MEAN, Chart
from addin.danish import listed
from addin.hosts.excel.looks import ALIGN, COLOURS, FONT, WEIGHTS, column_width
from addin.hosts.excel.plan import POINTS, entry
from addin.marks import MARK, mark_text
from addin.places import last_row, rectangles
from addin.workbook import Area, Block, Choice, Highlight, Plan, Refusal, SheetPlan, Snapshot, a1, quoted
from workbook_templates.styles import STYLES, properties

SIDES = {"border": ("EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"), "top": ("EdgeTop",), "bottom": ("EdgeBottom",)}
Told = dict[str, Any]
LINES = "#D9D9D9"  # of a chart, as in a file
# Office.js has no hatching: bars at the cap are lighter. The mean is a line through bars nobody sees.
SERIES: dict[str, Told] = {BARS: {"color": "#1F4E79", "line": None}, HATCHED: {"color": "#9DC3E6", "line": None},
                           MEAN: {"color": None, "line": "#7F7F7F"}}
LOCKED = ("Projektmappens struktur er beskyttet, så der kan ikke tilføjes eller fjernes ark. Vælg Gennemse, Beskyt "
          "projektmappe, så beskyttelsen går fra, og prøv igen.")
PROTECTED = 'Arket "{}" er beskyttet og kan ikke skrives på ny. Vælg Gennemse, Fjern arkbeskyttelse, og prøv igen.'
STILL_USED = ("Formler ({}) bruger et af Fordels ark, som ikke længere skal være der. Ret formlerne, og prøv igen.")


def told(plan: Plan, ours: Mapping[str, str]) -> Told:
    """`ours` are our sheets as they were read, by key."""
    return {"sheets": [_sheet(sheet, ours.get(sheet.key)) for sheet in plan.sheets],
            "names": [[name, "=" + target] for name, target in plan.names.items()],
            "drop": [ours[key] for key in plan.drop if key in ours]}


def check_locked(plan: Plan, ours: Mapping[str, str], book: Mapping[str, Any]) -> None:
    """Raises Refusal where the workbook, or a sheet that is written over, is protected."""
    if book["locked"] and any(sheet.key not in ours or ours[sheet.key] != sheet.name for sheet in plan.sheets):
        raise Refusal(LOCKED)
    if book["locked"] and any(key in ours for key in plan.drop):
        raise Refusal(LOCKED)
    locked = {sheet["name"] for sheet in book["sheets"] if sheet["locked"]}
    for key in (sheet.key for sheet in plan.sheets):
        if ours.get(key) in locked:
            raise Refusal(PROTECTED.format(ours[key]))


def check_still_used(plan: Plan, taken: Snapshot) -> None:
    """Raises Refusal where a formula of the user's names a sheet that goes: it would be left with #REF!."""
    gone = [taken.ours[key] for key in plan.drop if key in taken.ours]
    words = "|".join(re.escape(form) for name in gone for form in (name, quoted(name)))
    naming = re.compile(rf"(?<![\w'])(?:{words})!", re.IGNORECASE)
    found = [f"{sheet.name}!{a1(*place)}" for sheet in taken.foreign() if gone
             for place, text in (sheet.formulas or {}).items() if naming.search(text)]
    if found:
        raise Refusal(STILL_USED.format(listed(found)))


def _sheet(plan: SheetPlan, was: str | None) -> Told:
    """`was` is the name of the sheet of ours that is written over; a new one gets its mark."""
    return {"name": plan.name, "was": was, "mark": [MARK, "=" + mark_text(plan.key)],
            "cells": _grid(plan), "blocks": [_block(block) for block in plan.blocks], "looks": _looks(plan),
            "widths": [[column, column_width(width, False)] for column, width in plan.widths.items()],
            "heights": [[row, height] for row, height in plan.heights.items()],
            "highlights": [_highlight(mark) for mark in plan.highlights],
            "choices": [_choice(choice) for choice in plan.choices],
            "charts": [_chart(chart) for chart in plan.charts],
            "freeze": plan.freeze, "landscape": plan.landscape, "repeat": plan.repeat_row,
            "wide": plan.pages_wide, "tall": plan.pages_tall, "breaks": list(plan.breaks),
            "print": _address(0, 0, last_row(plan), plan.print_columns - 1) if plan.print_columns else None}


def _grid(plan: SheetPlan) -> list[list[Any]]:
    """The cells from A1 on; a blank one is empty text."""
    rows = max((cell.row for cell in plan.cells), default=0) + 1
    columns = max((cell.column for cell in plan.cells), default=0) + 1
    grid: list[list[Any]] = [[""] * columns for _ in range(rows)]
    for cell in plan.cells:
        value = entry(cell.value)
        grid[cell.row][cell.column] = "" if value is None else value
    return grid


def _block(block: Block) -> Told:
    return {"row": block.row, "column": block.column, "formula": block.formula,
            "values": [float(value) for value in block.values]}


def _highlight(mark: Highlight) -> Told:
    style = STYLES[mark.style]
    return {"area": _of(mark.area), "text": mark.text, "fill": style["bg_color"], "color": style["font_color"]}


def _choice(choice: Choice) -> Told:
    return {"area": _of(choice.area), "words": list(choice.words),
            "wrong": "Vælg " + " eller ".join(choice.words) + "."}


def _chart(chart: Chart) -> Told:
    series = [{"name": each.name, "values": [each.values.sheet, _of(each.values)], **SERIES[each.look]}
              for each in chart.series]
    return {"title": chart.title, "axis": chart.axis, "at": a1(chart.row, chart.column), "most": chart.most,
            "categories": [chart.categories.sheet, _of(chart.categories)], "series": series,
            "width": chart.width * POINTS, "height": chart.height * POINTS, "lines": LINES}


def _of(place: Area) -> str:
    return _address(place.row, place.column, place.last_row, place.last_column)


def _address(row: int, column: int, last_row: int, last_column: int) -> str:
    return f"{a1(row, column)}:{a1(last_row, last_column)}"


# ------------------------------------------------------------------------------------- looks


def _looks(plan: SheetPlan) -> list[list[Any]]:
    """[address, look] for every rectangle of cells that look alike."""
    found = []
    for style, places in rectangles(plan.cells).items():
        if properties(style):
            found += [[_address(*place), look(style, place.last_row > place.row, place.last_column > place.column)]
                      for place in places]
    return found


def look(style: str, rows: bool, columns: bool) -> Told:
    """What to set on a rectangle of a style; `rows` and `columns` say whether it has several of them."""
    given = properties(style)
    said: Told = {}
    for key, value in given.items():
        if key in FONT:
            said.setdefault("font", {})[FONT[key]] = COLOURS.get(value, value)
        elif key == "bg_color":
            said["fill"] = value
        elif key == "num_format":
            said["format"] = value
        elif key == "text_wrap":
            said["wrap"] = value
        elif key == "align":
            said["horizontal"] = ALIGN[value].capitalize()
        elif key == "valign":
            said["vertical"] = "Center"
        elif key == "indent":  # from the left; without saying so, Excel may keep it to the side of the value
            said |= {"indent": value, "horizontal": "Left"}
        elif key in SIDES:
            colour = given.get("border_color", "")
            line = [_sides(key, rows, columns), WEIGHTS[value].capitalize(), COLOURS.get(colour, colour) or None]
            said.setdefault("borders", []).append(line)
        elif key != "border_color":
            raise ValueError(f"a style this host has no word for: {key}")
    return said


def _sides(key: str, rows: bool, columns: bool) -> list[str]:
    """Every cell of the rectangle has the line, so the lines between its rows are lines too."""
    inside = ["InsideHorizontal"] * rows + ["InsideVertical"] * (columns and key == "border")
    return [*SIDES[key], *inside]
