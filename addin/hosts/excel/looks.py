"""How cells look, in as few writes as may be: cells of one style are gathered into rectangles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from addin.workbook import Cell, SheetPlan
from workbook_templates.styles import properties

WEIGHTS = {1: "thin", 2: "medium"}  # XlsxWriter's numbers of a border
ALIGN = {"center": "center", "right": "right", "left": "left"}
COLOURS = {"white": "#FFFFFF"}
FONT = {"bold": "bold", "italic": "italic", "font_size": "size", "font_color": "color"}


class Rectangle(NamedTuple):
    """Rows and columns from 0, the last of each included."""

    row: int
    column: int
    last_row: int
    last_column: int


def dress(sheet: Any, plan: SheetPlan) -> None:
    """The formats of all cells of a sheet."""
    styles: dict[str, list[Cell]] = {}
    for cell in plan.cells:
        styles.setdefault(cell.style, []).append(cell)
    for style, cells in styles.items():
        look = properties(style)
        for place in rectangles(cells) if look else ():
            _dress(sheet.range((place.row + 1, place.column + 1), (place.last_row + 1, place.last_column + 1)), look)


def rectangles(cells: Iterable[Cell]) -> list[Rectangle]:
    """The cells as rectangles: runs along each row, and equal runs under each other as one."""
    places = sorted({(cell.row, cell.column) for cell in cells})
    runs: list[Rectangle] = []
    for row, column in places:
        if runs and runs[-1].row == row and runs[-1].last_column == column - 1:
            runs[-1] = runs[-1]._replace(last_column=column)
        else:
            runs.append(Rectangle(row, column, row, column))
    done: list[Rectangle] = []
    open_runs: dict[tuple[int, int], Rectangle] = {}
    for run in runs:
        span = run.column, run.last_column
        above = open_runs.get(span)
        if above and above.last_row == run.row - 1:
            open_runs[span] = above._replace(last_row=run.row)
        else:
            if above:
                done.append(above)
            open_runs[span] = run
    return sorted([*done, *open_runs.values()])


def column_width(characters: float, desktop: bool) -> float:
    """A width in characters, as the program itself has it; Office.js counts in points.

    >>> column_width(10, True), column_width(10, False)
    (10, 56.25)
    """
    return characters if desktop else int(characters * 7 + 5) * 0.75  # 7 pixels a digit and 5 beside, 0.75 pt each


def _dress(cells: Any, look: dict[str, Any]) -> None:
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
            cells.adjust_indent(value)
        elif key in ("border", "top", "bottom"):
            _border(cells, key, WEIGHTS[value], COLOURS.get(look.get("border_color", ""), look.get("border_color")))
        elif key != "border_color":
            raise ValueError(f"a style this host has no word for: {key}")


def _border(cells: Any, key: str, weight: str, colour: str | None) -> None:
    """Every cell of the rectangle has the line, so the lines between its rows are lines too."""
    rows, columns = cells.shape
    sides = {"border": ["edge_top", "edge_bottom", "edge_left", "edge_right"], "top": ["edge_top"],
             "bottom": ["edge_bottom"]}[key]
    sides += ["inside_horizontal"] * (rows > 1) + ["inside_vertical"] * (columns > 1 and key == "border")
    cells.borders.set(sides, line_style="continuous", weight=weight, **({"color": colour} if colour else {}))
