"""What each cell of a printed sheet is to who hears it: a heading, a line, a heading of a column or row, a number.

A row with one cell is a line of text; rows under each other with several are a table. The styles say the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from addin.workbook import Cell, SheetPlan

H1, H2, LINE, TABLE, ROW, HEAD, DATA, FIGURE = "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure"
LIST, POINT, BODY, BULLET = "L", "LI", "LBody", "•"
HEADINGS = {"titel": H1, "afsnit": H2}
_HEADS = {"hoved", "hoved_venstre", "enhed", "afsnit"}
_IN_TABLES = {"gruppe", "sum_tekst"}
CONTINUED = "   "  # what a line begins with that goes on from the one above


@dataclass
class Element:
    """`cells` are the numbers of the cells that hold its text, `scope` what a heading in a table is for."""

    tag: str
    cells: list[int] = field(default_factory=list)
    kids: list[Element] = field(default_factory=list)
    scope: str = ""
    alt: str = ""


def outline(sheet: SheetPlan, cells: dict[int, Cell]) -> list[Element]:
    """The elements of a sheet from the top; `cells` are those with text, by their numbers."""
    numbers = {(cell.row, cell.column): number for number, cell in cells.items()}
    rows = {row: list(found) for row, found in groupby(places(sheet), key=lambda cell: cell.row)}
    charts = sorted(sheet.charts, key=lambda chart: (chart.row, chart.column))
    elements: list[Element] = []
    table: list[list[Cell]] = []
    for row in sorted(rows):
        if table and (table[-1][0].row < row - 1 or not is_of_table(rows[row])):
            elements += tables(table, numbers)
            table = []
        while charts and charts[0].row <= row and not table:
            elements.append(Element(FIGURE, alt=charts.pop(0).alt))
        if is_of_table(rows[row]):
            table.append(rows[row])
        else:
            elements += lines(rows[row], numbers, elements)
    elements += tables(table, numbers) if table else []
    return elements + [Element(FIGURE, alt=chart.alt) for chart in charts]


def places(sheet: SheetPlan) -> list[Cell]:
    """Every cell there is, also blank ones, as the last that was put there; only what is printed."""
    last = sheet.print_columns if sheet.print_columns is not None else float("inf")
    found = {(cell.row, cell.column): cell for cell in sheet.cells if cell.column < last}
    return [cell for _, cell in sorted(found.items())]


def is_of_table(row: list[Cell]) -> bool:
    return len(row) > 1 or bool(_IN_TABLES & set(row[0].style.split()))


# ------------------------------------------------------------------------------------- lines


def lines(row: list[Cell], numbers: dict[tuple[int, int], int], above: list[Element]) -> list[Element]:
    """A row with one cell: a heading, a line, a point of a list, or the rest of the line above."""
    cell = row[0]
    number, text = numbers.get((cell.row, cell.column)), str(cell.value)
    if number is None:
        return []
    if text.startswith(CONTINUED) and above and above[-1].tag in (LINE, LIST):
        last_line(above[-1]).cells.append(number)
        return []
    if not text.startswith(BULLET):
        return [Element(tag_of(cell), [number])]
    point = Element(POINT, kids=[Element(BODY, [number])])
    if above and above[-1].tag == LIST:
        above[-1].kids.append(point)
        return []
    return [Element(LIST, kids=[point])]


def last_line(element: Element) -> Element:
    """Where the text of a line or a list ends."""
    return last_line(element.kids[-1]) if element.kids else element


def tag_of(cell: Cell) -> str:
    return next((HEADINGS[style] for style in cell.style.split() if style in HEADINGS), LINE)


# ------------------------------------------------------------------------------------- tables


def tables(rows: list[list[Cell]], numbers: dict[tuple[int, int], int]) -> Iterator[Element]:
    """The tables that rows under each other are: a heading that stands over the first column begins a new one."""
    start = 0
    for index, row in enumerate(rows):
        if HEADINGS.keys() & set(row[0].style.split()) and (row[0].row, row[0].column) in numbers:
            yield from table(rows[start:index], numbers)
            yield Element(tag_of(row[0]), [numbers[row[0].row, row[0].column]])
            rows[index] = [row[0]._replace(value=None), *row[1:]]
            start = index
    yield from table(rows[start:], numbers)


def table(rows: list[list[Cell]], numbers: dict[tuple[int, int], int]) -> Iterator[Element]:
    """One table, every row with every column; nothing where no cell has text."""
    there = {(cell.row, cell.column): numbers[cell.row, cell.column] for row in rows for cell in row
             if (cell.row, cell.column) in numbers and cell.value not in (None, "")}
    if not there:
        return
    columns = range(min(column for _, column in there), max(column for _, column in there) + 1)
    made = Element(TABLE)
    heads = True
    for row in rows:
        heads = heads and all(_HEADS & set(cell.style.split()) for cell in row)
        by_column = {cell.column: cell for cell in row}
        found = [(by_column.get(column), there.get((row[0].row, column))) for column in columns]
        if any(number is not None for _, number in found):
            made.kids.append(table_row(found, heads))
    yield made


def table_row(cells: list[tuple[Cell | None, int | None]], heads: bool) -> Element:
    """A row: headings of columns, or the first text a heading of the row and the rest what is said of it."""
    row, named = Element(ROW), False
    for cell, number in cells:
        is_name = not heads and not named and cell is not None and number is not None and isinstance(cell.value, str)
        named = named or is_name
        scope = "Column" if heads and number is not None else "Row" if is_name else ""
        row.kids.append(Element(HEAD if scope else DATA, [] if number is None else [number], scope=scope))
    return row
