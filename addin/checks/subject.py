"""What the checks look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from addin import inputs
from addin.figures.read import Figures
from addin.settings.setup import Setup
from addin.workbook import Snapshot


class Subject(NamedTuple):
    """A workbook that has been read."""

    snapshot: Snapshot
    setup: Setup
    figures: Figures

    def cell(self, key: str, number: int) -> str:
        """An institution's cell in a column: Dagtilbud!D9."""
        area, row = self.setup.areas[key], self.figures.institutions.rows[number].row
        return inputs.where(self.figures.sheet, row, area.column)

    def named(self, number: int) -> str:
        """An institution with the cell of its name."""
        return f"{self.figures.institutions.rows[number].name} ({self.cell('navn', number)})"

    def numbers(self) -> Iterator[int]:
        return iter(range(self.figures.institutions.n))
