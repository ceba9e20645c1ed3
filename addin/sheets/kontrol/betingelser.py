"""Conditions that cells are as they were, in plain formulas: a cell, a row of ours, how many cells are filled."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from addin.formulas import PIECE, in_quotes, units
from addin.run import celler
from addin.workbook import Area, CellValue, Formula, Sheet, SheetPlan, a1, quoted

SAME = 1e-12  # of a number, within which it is the same
EMOJI = "\N{SUN WITH FACE}"
LONG = 1000  # characters of a text in a formula, from where only its ends are held
LONGEST, MOST = 7000, 200  # characters of a formula, and conditions in one AND
_REFERENCE = re.compile(r"(?<![\w!$'.])\$?[A-Z]{1,3}\$?[1-9][0-9]*(?::\$?[A-Z]{1,3}\$?[1-9][0-9]*)?(?![\w(])")
_CONTROL = re.compile(r"[\x00-\x1f]")
_QUOTED = re.compile(r'("(?:[^"]|"")*"|\'(?:[^\']|\'\')*\')')


class Line(NamedTuple):
    """Cells that are compared together: what they are called, and the conditions."""

    where: str
    conditions: list[str]

    def formula(self) -> str:
        return f"IF(AND({','.join(self.conditions)}),1,0)"


def lines(where: str, conditions: list[str]) -> list[Line]:
    """One line, or as many as a formula has room for."""
    found: list[list[str]] = [[]]
    length = 0
    for condition in conditions:
        if len(found[-1]) == MOST or length + len(condition) > LONGEST:
            found.append([])
            length = 0
        found[-1].append(condition)
        length += len(condition)
    return [Line(where, each) for each in found if each]


def one(place: Area) -> str:
    """The first cell of an area, as formulas have it."""
    return place._replace(last_row=place.row, last_column=place.column).formula()


def is_value(cell: str, value: str | float | None) -> str:
    """A condition that a cell holds a value, or nothing."""
    if value in (None, ""):
        return f'{cell}=""'
    return is_text(cell, value) if isinstance(value, str) else is_number(cell, value)


def is_number(cell: str, value: float) -> str:
    """A condition that a cell holds a number: to twelve digits where it has decimals, of which files keep fifteen."""
    if not value:  # which an empty cell is equal to
        return f"AND(ISNUMBER({cell}),{cell}=0)"
    if value == int(value):
        return f"{cell}={int(value)}"
    return f"ABS({cell}-({repr(value).upper()}))<={abs(value) * SAME:.2E}"


def is_text(cell: str, text: str) -> str:
    """A condition that a cell holds a text; line breaks have no place in a formula."""
    if _CONTROL.search(text):
        cell, text = celler.on_one_line(cell, text)
    if len(text) > LONG:  # both ends of it, and how long it is
        first, last = text[:PIECE], text[-PIECE:]
        return f"AND(LEFT({cell},{signs(first)})={in_quotes(first)},RIGHT({cell},{signs(last)})={in_quotes(last)}," \
               f"LEN({cell})={signs(text)})"
    return f"{cell}={in_quotes(text)}"


def signs(text: str) -> str:
    """How many a text has: most emoji are two to Excel and one to LibreOffice, which the formula itself finds out."""
    twice = units(text) - len(text)
    return f'{len(text)}+{twice}*(LEN("{EMOJI}")-1)' if twice else str(len(text))


def filled(place: Area) -> str:
    """How many cells of an area hold anything."""
    cells = place.formula()
    return f"ROWS({cells})*COLUMNS({cells})-COUNTBLANK({cells})"


def is_filled_as(sheet: Sheet, place: Area, but: set[tuple[int, int]]) -> str:
    """A condition that as many cells of a row or a column hold anything as did; some cells are left out."""
    cells = [(row, column) for row in range(place.row, place.last_row + 1)
             for column in range(place.column, place.last_column + 1)]
    then = sum(sheet.own(*cell) is not None for cell in cells if cell not in but)
    return f"{'+'.join(map(filled, runs(place.sheet, cells, but))) or 0}={then}"


def runs(sheet: str, cells: list[tuple[int, int]], but: set[tuple[int, int]]) -> list[Area]:
    """Cells of a row or a column without some of them, as few areas."""
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []  # the first and the last cell of each
    for row, column in cells:
        if (row, column) in but:
            continue
        if found and found[-1][1] in ((row - 1, column), (row, column - 1)):
            found[-1] = found[-1][0], (row, column)
        else:
            found.append(((row, column), (row, column)))
    return [Area(sheet, *first, *last) for first, last in found]


def of_rows(plan: SheetPlan, but: set[tuple[int, int]]) -> list[Line]:
    """Every row of a sheet of ours: each value as it was written, each formula what it was; but for some cells."""
    rows: dict[int, dict[int, CellValue]] = {}
    for cell in plan.cells:
        if (cell.row, cell.column) not in but:
            rows.setdefault(cell.row, {})[cell.column] = cell.value
    found: list[Line] = []
    for row, cells in sorted(rows.items()):
        conditions = [written(plan, row, column, value) for column, value in sorted(cells.items())]
        found += lines(f"{plan.name}, række {row + 1}", conditions)
    return found


def written(plan: SheetPlan, row: int, column: int, value: CellValue) -> str:
    """A condition that a cell of ours holds what was written there, or what its formula gives."""
    cell = f"{quoted(plan.name)}!{a1(row, column, absolute=True)}"
    if isinstance(value, Formula):
        return f"{cell}={qualified(value.text[1:], plan)}"
    return is_value(cell, value.item() if isinstance(value, np.generic) else value)


def qualified(text: str, plan: SheetPlan) -> str:
    """A formula of a sheet as another sheet has it."""
    sheet = quoted(plan.name)
    parts = _QUOTED.split(text)
    return "".join(part if at % 2 else _REFERENCE.sub(lambda found: f"{sheet}!{found[0]}", part)
                   for at, part in enumerate(parts))
