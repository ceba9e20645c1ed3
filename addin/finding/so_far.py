"""What the rows read so far come to, column by column: kept as they come, so that no row looks back at them all."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from typing import NamedTuple

from addin.finding.sums import figure
from addin.workbook import Sheet


class Column(NamedTuple):
    """The figures of one column; `filled` are all cells with something in them, `numbers` those with a number."""

    filled: int = 0
    numbers: int = 0
    total: float = 0.0
    least: float = math.inf
    most: float = -math.inf

    def with_cell(self, sheet: Sheet, row: int, column: int) -> Column:
        filled, value = self.filled + (sheet.value(row, column) is not None), figure(sheet, row, column)
        if value is None:
            return self._replace(filled=filled)
        return Column(filled, self.numbers + 1, self.total + value, min(self.least, value), max(self.most, value))

    @property
    def largest(self) -> float:
        """The figure farthest from 0; 0 where there is none."""
        return max(abs(self.least), abs(self.most)) if self.numbers else 0.0


class SoFar:
    """Some of the rows of a table, from the top, with what their columns come to."""

    def __init__(self, sheet: Sheet, columns: Collection[int], rows: Iterable[int] = ()):
        self.sheet = sheet
        self.rows: list[int] = []
        self.columns: dict[int, Column] = dict.fromkeys(columns, Column())
        for row in rows:
            self.add(row)

    def add(self, row: int) -> None:
        self.rows.append(row)
        for column, found in self.columns.items():
            self.columns[column] = found.with_cell(self.sheet, row, column)

    def totals(self, columns: Collection[int]) -> dict[int, float]:
        return {column: self.columns[column].total for column in columns}
