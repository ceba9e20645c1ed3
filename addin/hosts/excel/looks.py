"""How cells look, in as few writes as may be: cells of one style are gathered into rectangles."""

from __future__ import annotations

from typing import Any

from addin.foreign import Foreign
from addin.hosts.excel.snapshot import DESKTOP
from addin.places import rectangles
from addin.workbook import SheetPlan
from workbook_templates.styles import properties

WEIGHTS = {1: "thin", 2: "medium"}  # XlsxWriter's numbers of a border
ALIGN = {"center": "center", "right": "right", "left": "left"}
COLOURS = {"white": "#FFFFFF"}
FONT = {"bold": "bold", "italic": "italic", "font_size": "size", "font_color": "color"}


def dress(sheet: Foreign, plan: SheetPlan) -> None:
    """The formats of all cells of a sheet."""
    desktop = sheet.book.app.engine.type == DESKTOP
    for style, places in rectangles(plan.cells).items():
        look = properties(style)
        for place in places if look else ():
            cells = sheet.range((place.row + 1, place.column + 1), (place.last_row + 1, place.last_column + 1))
            _dress(cells, look, desktop)


def column_width(characters: float, desktop: bool) -> float:
    """A width in characters, as the program itself has it; Office.js counts in points.

    >>> column_width(10, True), column_width(10, False)
    (10, 56.25)
    """
    return characters if desktop else int(characters * 7 + 5) * 0.75  # 7 pixels a digit and 5 beside, 0.75 pt each


def _dress(cells: Foreign, look: dict[str, Any], desktop: bool) -> None:
    for key, value in look.items():
        if key in FONT:
            setattr(cells.font, FONT[key], COLOURS.get(value, value))
        elif key == "bg_color":
            cells.color = value
        elif key == "num_format":
            cells.number_format = value
        elif key == "text_wrap":
            cells.wrap_text = value
        elif key == "align":
            cells.horizontal_alignment = ALIGN[value]
        elif key == "valign":
            cells.vertical_alignment = "center"
        elif key == "indent":
            _indent(cells, value, desktop)
        elif key in ("border", "top", "bottom"):
            _border(cells, key, WEIGHTS[value], COLOURS.get(look.get("border_color", ""), look.get("border_color")))
        elif key != "border_color":
            raise ValueError(f"a style this host has no word for: {key}")


def _indent(cells: Foreign, value: int, desktop: bool) -> None:
    """By COM xlwings has no word for it. What is indented stands to the left."""
    if desktop:
        cells.horizontal_alignment = ALIGN["left"]
        cells.api.IndentLevel = value
    else:
        cells.adjust_indent(value)


def _border(cells: Foreign, key: str, weight: str, colour: str | None) -> None:
    """Every cell of the rectangle has the line, so the lines between its rows are lines too."""
    rows, columns = cells.shape
    sides = {"border": ["edge_top", "edge_bottom", "edge_left", "edge_right"], "top": ["edge_top"],
             "bottom": ["edge_bottom"]}[key]
    sides += ["inside_horizontal"] * (rows > 1) + ["inside_vertical"] * (columns > 1 and key == "border")
    cells.borders.set(sides, line_style="continuous", weight=weight, **({"color": colour} if colour else {}))
