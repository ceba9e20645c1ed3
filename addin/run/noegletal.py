"""A key figure, a column and a step: what a part of the calculation gives the sheets to show."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from addin.workbook import CellValue

Cell = Callable[[str], str]  # the key of a column -> its cell in the row at hand


class KeyFigure(NamedTuple):
    """`key` is what cells that are made from it know it by; `of_all` says that it is made of all keys together, also of
    those that no amount tells anything of."""

    label: str
    value: float | None
    style: str = "antal"
    note: str = ""
    key: str = ""
    of_all: bool = False


class Kolonne(NamedTuple):
    """A column of the result: one value a recipient, and how a cell follows from others of its row, where it does.

    `forskel` are the keys of the two columns it is the difference of; `formel` is made from the cells of the row, and
    from the cells of key figures. Style and unit are those of the template where nothing else is said.
    """

    values: Sequence[float] = ()
    forskel: tuple[str, str] | None = None
    formel: Callable[[Cell, Mapping[str, str]], str] | None = None
    style: str = ""
    unit: str = ""
    blank: Sequence[bool] = ()  # whose cell is blank, where some are


def with_sum(values: Sequence[float]) -> list[float]:
    """Values, and their sum."""
    return [*values, math.fsum(values)]


class Step(NamedTuple):
    """A column of the trail: one cell a recipient, and that of the total. Heading, unit, look and help are the
    template's where nothing else is said."""

    key: str
    cells: Sequence[CellValue]
    help: str = ""
    unit: str = ""
    style: str = ""
