"""What a template is once it is laid out: cells at their places, and where each key stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from addin.filejobs.skabelon.evaluate import Cell
from addin.workbook import a1
from workbook_templates.skabeloner.form import Ark, Diagram, Regel, Skabelon, Vaerdi


class Box(NamedTuple):
    """Cells of one sheet, from and to, both with."""

    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def text(self) -> str:
        first, last = (absolute(*place) for place in (self[:2], self[2:]))
        return first if first == last else f"{first}:{last}"


class Put(NamedTuple):
    """A cell to write: a value, or a formula that begins with "=". `wide` cells are merged."""

    row: int
    column: int
    value: Vaerdi
    style: str
    wide: int = 1
    box: Box | None = None  # of an array formula, in its first cell


@dataclass
class Laid:
    """One sheet, laid out. `example` are the inputs that are examples."""

    ark: Ark
    puts: list[Put] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    rules: list[tuple[Box, Regel, str]] = field(default_factory=list)
    example: list[Box] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    coloured: list[Put] = field(default_factory=list)  # a condition, the style where it holds, and the cells
    charts: list[tuple[int, Diagram]] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)  # the rows a part of the sheet begins at
    rows: int = 0
    printed: int = 0  # the first row that is not printed; 0 where all are


@dataclass
class Book:
    """A whole template: its sheets, the workbook's names, and where each key stands."""

    skabelon: Skabelon
    sheets: list[Laid] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Cell] = field(default_factory=dict)
    columns: dict[tuple[str, str], tuple[str, Box]] = field(default_factory=dict)
    sums: dict[tuple[str, str], Cell] = field(default_factory=dict)


def absolute(row: int, column: int) -> str:
    letters = a1(row, column)
    digits = str(row + 1)
    return f"${letters.removesuffix(digits)}${digits}"
