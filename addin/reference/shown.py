"""An example as cells: inputs beside each other under their names, one formula over them, and what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from addin.cells import outgoing
from addin.describe import Description
from addin.reference import words
from addin.reference.examples import calls
from addin.workbook import a1
from udfs import catalogue
from workbook_templates.opskrifter import Opskrift

Rows = list[list[object]]
LIVE, EXPECTED = "Resultat", "Forventet"


class Field(NamedTuple):
    """One input: what it is called, and its cells."""

    heading: str
    rows: Rows


class Shown(NamedTuple):
    """`formula` is as a Dane types it, with {0}, {1} ... where the inputs' addresses go."""

    fields: tuple[Field, ...]
    formula: str
    result: Rows


class Laid(NamedTuple):
    """The same on a sheet. `cells` are (row, column, value) of inputs, `headings` of their names."""

    headings: list[tuple[int, int, str]]
    cells: list[tuple[int, int, object]]
    formula: str
    row: int  # of the result's first cell
    column: int
    last_row: int


def of_function(described: Description) -> Shown:
    """The first example of a manual."""
    given = calls(described.name)[0]
    fields = tuple(Field(name, rows_of(value)) for name, value in given.items())
    places = {name: f"{{{number}}}" for number, name in enumerate(given)}
    typed = [places.get(argument.name, "") for argument in described.arguments]
    while not typed[-1]:
        typed.pop()
    result = rows_of(outgoing(catalogue.FUNCTIONS[described.name](**given)))
    return Shown(fields, f"={described.name}({';'.join(typed)})", result)


def of_recipe(recipe: Opskrift) -> Shown:
    fields = tuple(Field(heading, rows_of(list(values))) for heading, values in recipe.felter)
    return Shown(fields, recipe.formel, rows_of(list(recipe.resultat)))


def rows_of(value: object) -> Rows:
    """A value as rows of cells; a list without rows is a column."""
    if not isinstance(value, list):
        return [[value]]
    return [list(row) if isinstance(row, Sequence) and not isinstance(row, str) else [row] for row in value]


def lay(shown: Shown, row: int, column: int) -> Laid:
    """Where everything goes when the headings stand in `row`, from `column` on."""
    headings, cells, addresses = [], [], []
    top, last = row + 1, row + len(shown.result)
    for field in shown.fields:
        headings.append((row, column, field.heading))
        cells += [(top + down, column + right, cell) for down, line in enumerate(field.rows)
                  for right, cell in enumerate(line)]
        addresses.append(area(top, column, field.rows))
        column += len(field.rows[0])
        last = max(last, row + len(field.rows))
    return Laid(headings, cells, shown.formula.format(*addresses), top, column, last)


def small_sheet(shown: Shown) -> tuple[str, list[list[str]]]:
    """The formula, and the cells from A1 on as text: headings, inputs and result."""
    laid = lay(shown, 0, 0)
    rows = [[""] * (laid.column + len(shown.result[0])) for _ in range(laid.last_row + 1)]
    result = [(laid.row + down, laid.column + right, value) for down, line in enumerate(shown.result)
              for right, value in enumerate(line)]
    for row, column, value in [*laid.headings, (0, laid.column, LIVE), *laid.cells, *result]:
        rows[row][column] = words.shown(value)
    return laid.formula, rows


def area(row: int, column: int, rows: Rows) -> str:
    """The address of rows of cells."""
    first, last = a1(row, column), a1(row + len(rows) - 1, column + len(rows[0]) - 1)
    return first if first == last else f"{first}:{last}"
