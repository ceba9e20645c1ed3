"""Calls that every way into Excel must answer as plain Python does: the docstrings' examples, and awkward ones.

A range is a list of rows with None for a blank cell and an ErrorCell for one in error; anything else is typed in the
formula itself; OMITTED is an argument left out.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, NamedTuple

from addin.cells import ErrorCell, outgoing
from addin.reference.examples import calls
from udfs import catalogue
from udfs.errors import RegelFejl

OMITTED = None
NA, DIV = ErrorCell("#N/A"), ErrorCell("#DIV/0!")
TALL = 65_536  # as in an .xls; the taller ones of an .xlsx are tried in tests/addin/test_cells.py


class Call(NamedTuple):
    name: str
    arguments: tuple[Any, ...]
    why: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


def plainly(call: Call) -> Any:
    """The cells plain Python gives, or the sentence it refuses with. Whole columns end where the longest does."""
    longest = max((_used(argument) for argument in call.arguments if _is_tall(argument)), default=0)
    given = [argument[:longest] if _is_tall(argument) else argument for argument in call.arguments]
    try:
        return canonical(outgoing(catalogue.FUNCTIONS[call.name](*given)))
    except RegelFejl as refused:
        return str(refused)


def canonical(result: Any) -> list[list[Any]]:
    """Rows of cells; a blank one is None, whatever the host calls it."""
    rows = result if isinstance(result, list) else [[result]]
    return [[None if cell == "" else float(cell) if type(cell) is int else cell for cell in row] for row in rows]


def _is_tall(argument: Any) -> bool:
    return isinstance(argument, list) and len(argument) == TALL


def _used(rows: list[list[Any]]) -> int:
    return max(number for number, row in enumerate(rows, 1) if row[0] is not None)


def examples() -> Iterator[Call]:
    """Every call in every docstring, its lists made into ranges: a list without rows is a column."""
    for name, rule in catalogue.FUNCTIONS.items():
        for number, given in enumerate(calls(name), 1):
            bound = inspect.signature(rule).bind(**given)
            bound.apply_defaults()
            yield Call(name, tuple(map(_as_range, bound.arguments.values())), f"eksempel {number}")


def _as_range(value: Any) -> Any:
    if isinstance(value, list):
        return [row if isinstance(row, list) else [row] for row in value]
    return value


def column(*cells: Any) -> list[list[Any]]:
    return [[cell] for cell in cells]


def tall(*cells: Any) -> list[list[Any]]:
    """A whole column: A:A."""
    return [[cell] for cell in cells] + [[None]] * (TALL - len(cells))


KEY, CHILDREN = column(30, 10, 20), column(100, 100, 50)
AWKWARD = (
    Call("FORDEL_ANDEL", ([[5]],), "én celle"),
    Call("FORDEL_ANDEL", (column(1, 3),), "en kolonne"),
    Call("FORDEL_ANDEL", ([[1, 3]],), "en række"),
    Call("FORDEL_ANDEL", (column(1, None, 3, None),), "tomme celler, også til sidst"),
    Call("FORDEL_ANDEL", (column(True, False, 1),), "sand og falsk"),
    Call("FORDEL_ANDEL", (column(1, "n/a"),), "tekst"),
    Call("FORDEL_ANDEL", (column("1.234,5"),), "et tal skrevet som tekst"),
    Call("FORDEL_ANDEL", (column(1, NA),), "en fejlværdi"),
    Call("FORDEL_ANDEL", (column(DIV),), "kun en fejlværdi"),
    Call("FORDEL_ANDEL", ([[1, DIV]],), "en fejlværdi i en række"),
    Call("FORDEL_ANDEL", (column(1, -2),), "et negativt tal"),
    Call("FORDEL_ANDEL", (column(0, 0),), "lutter nuller"),
    Call("FORDEL_ANDEL", (column(None),), "en tom celle"),
    Call("FORDEL_ANDEL", ([[1, 2], [3, 4]],), "et kvadrat"),
    Call("FORDEL_ANDEL", (5,), "et tal i formlen"),
    Call("FORDEL_ANDEL", (tall(1, None, 3),), "en hel kolonne"),
    Call("FORDEL_PULJE", (1000, tall(30, 10, 20), tall(100, 100, 50, 7), 0.1), "hele kolonner, ikke lige lange"),
    Call("FORDEL_PULJE", ([[1000]], KEY, OMITTED, OMITTED, OMITTED, OMITTED, 100), "udeladte argumenter"),
    Call("FORDEL_PULJE", ([[1000]], KEY, CHILDREN, [[None]], [[None]], [[None]], [[None]], [[None]]), "tomme celler"),
    Call("FORDEL_PULJE", (1000, KEY, CHILDREN, 0.2, OMITTED, OMITTED, OMITTED, "OVER"), "ord med versaler"),
    Call("FORDEL_PULJE", (1000, KEY, CHILDREN, 0.2, 0), "loft 0"),
    Call("FORDEL_PULJE", (1000, KEY, [[100, 100, 50]], 0.2), "nøgle i kolonne, børn i række"),
    Call("FORDEL_PULJE", (1000, KEY, column(100, 100)), "ikke lige lange"),
    Call("FORDEL_PULJE", ([[None]], KEY), "tom pulje"),
    Call("FORDEL_PULJE", (NA, KEY), "puljen er en fejlværdi"),
    Call("FORDEL_PULJE", (-5, KEY), "negativ pulje"),
    Call("FORDEL_PULJE", (column(1, 2), KEY), "puljen er to celler"),
    Call("FORDEL_SPOR", (1000, KEY, CHILDREN, 0.2, 10, OMITTED, 1, "fuld"), "en tabel som resultat"),
    Call("FORDEL_BELASTNING", (KEY, CHILDREN, True), "sand i formlen"),
    Call("FORDEL_BELASTNING", (KEY, CHILDREN, "ja"), "ja"),
    Call("FORDEL_KONTROL", (KEY, 62), "tekst som resultat"),
    Call("FORDEL_AFRUND", (column(-1.5, 2.25, 10), 1, 11), "negative beløb"),
    Call("FORDEL_AFRUND", (column(1, NA),), "en fejlværdi blandt beløb, der må være negative"),
    Call("FORDEL_OPTAEL", (column("Solen", 4100), column("solen ", "4100", None), [["x", 1], ["nej", 0], [None, None]]),
         "navne og numre, og en tom række"),
    Call("FORDEL_OPTAEL", (column("Solen"), column("Månen"), [["x"]]), "et barn fra et andet sted"),
    Call("FORDEL_OPTAEL", (column("Solen", NA), column("Solen"), [["x"]]), "et navn, der er en fejlværdi"),
    Call("FORDEL_UDSATTE", ([["x", None, "J"], [1, 0, True]], 2), "kryds, j og sand"),
    Call("FORDEL_UDSATTE", ([["x", NA]],), "en fejlværdi blandt kriterier"),
    Call("FORDEL_UDSATTE", ([[1, None], [0, 1]], 1, column(1, 0.5)), "vægte i en kolonne"),
    Call("FORDEL_TRAPPE", (column(0.1, 0.3), 0.5), "faktor under 1"),
)
EVERY = (*examples(), *AWKWARD)
