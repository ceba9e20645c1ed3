"""A table of the user's: where its headings are, what they answer, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from addin.finding.words import one_line, plain
from addin.workbook import Area, Sheet, a1
from udfs.values import name as comparable

CHILDREN = ("boern_0_2", "boern_3_5", "boern")
FIGURES = (*CHILDREN, "belastning", "noegle")
YEARS = range(1990, 2100)


@dataclass
class Table:
    """One table of a sheet. `unclear` are settings that several columns could answer; `unknown` answer nothing."""

    sheet: Sheet
    heading_rows: tuple[int, ...]
    columns: dict[str, int]
    texts: dict[int, str]  # the user's own headings, on one line
    last: int
    unclear: dict[str, list[int]] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    over: dict[int, str] = field(default_factory=dict)  # what stands over a heading, where there are two rows
    guessed_name: bool = False
    counted: list[int] = field(default_factory=list)  # children counted in another way than by the two ages
    different: dict[tuple[int, int, int], tuple[int, int]] = field(default_factory=dict)  # names in a column, counted
    own_weight: tuple[int, float] | None = None  # a column of weighted children, and what 0-2-year-olds weigh in it

    @property
    def first(self) -> int:
        """The first row under the headings."""
        return self.heading_rows[-1] + 1

    @property
    def is_institutions(self) -> bool:
        return any(key in self.columns or key in self.unclear for key in FIGURES)

    def area(self, column: int, last_column: int | None = None) -> Area:
        return Area(self.sheet.name, self.first, column, self.last, column if last_column is None else last_column)

    def below(self, column: int) -> list[Any]:
        """The values under a heading."""
        return self.sheet.column(self.area(column))

    def place(self, column: int) -> str:
        return f"{self.sheet.name}!{a1(self.heading_rows[-1], column)}"

    @property
    def where(self) -> str:
        return f"{self.sheet.name}!{a1(self.heading_rows[0], self.columns['navn'])}"

    def continues(self, other: Table) -> bool:
        """Whether these are another table's headings again, over other names: the same names are another year's."""
        same = {c: plain(t) for c, t in self.texts.items()} == {c: plain(t) for c, t in other.texts.items()}
        return same and not self.names(self.last) & other.names(self.heading_rows[0] - 1)

    def names(self, last: int) -> set[str]:
        """The names down to a row, those of rows with figures."""
        column = self.columns["navn"]
        figures = [c for key, c in self.columns.items() if key in FIGURES]
        return {comparable(self.sheet.value(row, column)) for row in range(self.first, last + 1)
                if self.sheet.value(row, column) is not None
                and any(self.sheet.value(row, c) is not None for c in figures)} - {comparable("I alt")}

    def heading(self, column: int) -> str:
        """The whole heading of a column, as a question tells it."""
        over, own = self.over.get(column, ""), self.texts[column]
        return own if not over or over in own else f"{over} {own}"

    @property
    def title(self) -> str:
        """The nearest line over the headings."""
        for row in range(self.heading_rows[0] - 1, max(self.heading_rows[0] - 4, -1), -1):
            own = self.sheet.rows[row][min(self.texts):max(self.texts) + 1]
            texts = [value for value in own if isinstance(value, str) and value.strip()]
            if any(isinstance(value, (int, float)) and value not in YEARS for value in own):
                break
            if texts:
                return one_line(texts[0])
        return ""
