"""What the checks look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from addin import inputs
from addin.figures.read import Figures
from addin.run.laest import Laest
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Snapshot


class Subject(NamedTuple):
    """A workbook that has been read, and distributed where that can be done."""

    laest: Laest
    figures: Figures
    regnet: Regnet | None = None
    earlier: tuple[Subject, ...] = ()  # what was published before: an edition, or the pools of one
    beside: tuple[tuple[str, Subject], ...] = ()  # other pools that are published with this one, by their names

    @property
    def snapshot(self) -> Snapshot:
        return self.laest.snapshot

    @property
    def setup(self) -> Setup:
        return self.laest.setup

    def cell(self, key: str, number: int) -> str:
        """An institution's cell in a column: Dagtilbud!D9."""
        return self.row_cell(key, self.figures.institutions.rows[number].row)

    def row_cell(self, key: str, row: int) -> str:
        return inputs.where(self.figures.sheet, row, self.setup.areas[key].column)

    def named(self, number: int) -> str:
        """An institution with the cell of its name."""
        return f"{self.figures.institutions.rows[number].name} ({self.cell('navn', number)})"

    def heads(self, number: int) -> float | None:
        """The children as they stand in the table; None where no column has them."""
        heads = self.figures.institutions.heads
        return heads[number] if heads else None

    def numbers(self) -> Iterator[int]:
        return iter(range(self.figures.institutions.n))
