"""What a reader has found on a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from addin.hosts.files.markup import TRUE, BadXml, is_index
from addin.runs import Run
from addin.workbook import Held, Place, a1, column_number

MAX_ROWS, MAX_COLUMNS = 1 << 20, 1 << 14  # of any sheet in Excel
MAX_CELLS = 10_000_000  # one stray cell far out would take all memory
NO_SIZE = re.compile(r"0(?:\.0*)?")
Box = tuple[int, int, int, int]  # first row and column, last row and column
Rows = list[list[Held]]


class TooFarOut(ValueError):
    """A sheet that is more than can be laid out: something stands far from all else, at this address."""


@dataclass
class Found:
    """A sheet: values at their addresses (rows[0][0] is A1), and what values do not say."""

    rows: Rows = field(default_factory=list)
    formulas: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Box] = field(default_factory=list)
    runs: dict[Place, tuple[Run, ...]] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    formats: dict[Place, str] = field(default_factory=dict)

    def see_column(self, attributes: Mapping[str, str]) -> None:
        """An entry of the sheet's own list of columns, which speaks of several."""
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if is_hidden(attributes, "width") and is_index(first) and is_index(last):
            self.hidden_columns.update(range(int(first) - 1, min(int(last), MAX_COLUMNS)))

    def see_row(self, row: int, attributes: Mapping[str, str]) -> None:
        if is_hidden(attributes, "ht"):
            self.hidden_rows.add(row)

    def see_merge(self, attributes: Mapping[str, str]) -> None:
        """An entry of the list of merged cells; one that is no area is passed over, as Excel does."""
        box = box_of(attributes.get("ref", ""))
        if box:
            self.merged.append(box)

    def covered(self) -> list[Place]:
        """The cells that hold something and lie under merged ones: only the first of those is seen."""
        return [(row, column) for top, left, bottom, right in self.merged
                for row in range(top, min(bottom + 1, len(self.rows)))
                for column in range(left, min(right + 1, len(self.rows[row])))
                if (row, column) != (top, left) and self.rows[row][column] != ""]


def is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether a row or a column is hidden, or has no size, which looks the same."""
    return attributes.get("hidden") in TRUE or bool(NO_SIZE.fullmatch(attributes.get(size, "")))


def laid_out(lines: Iterable[tuple[int, list[Held]]]) -> Rows:
    """Rows by their number, all as wide as the widest, from the first of the sheet to the last with anything in it."""
    there = {row: line for row, line in lines if line}
    width = max(map(len, there.values()), default=0)
    if width * (max(there, default=-1) + 1) > MAX_CELLS:
        raise TooFarOut(a1(max(there), width - 1))
    rows: Rows = []
    for row in sorted(there):
        while len(rows) < row:
            rows.append([""] * width)
        rows.append(there[row] + [""] * (width - len(there[row])))
    return rows


def place_of(address: str) -> Place:
    """The row and column of B7; raises BadXml where it is no cell of any sheet."""
    letters = address.rstrip("0123456789")
    number = address[len(letters):]
    if not 0 < len(number) <= 7 or not 0 < int(number) <= MAX_ROWS:
        raise BadXml(f"address {address}")
    return int(number) - 1, column_of(letters)


@lru_cache(maxsize=MAX_COLUMNS)
def column_of(letters: str) -> int:
    """The number of a column; raises BadXml where it is none of any sheet."""
    if letters.isascii() and letters.isalpha() and len(letters) <= 3 and column_number(letters) < MAX_COLUMNS:
        return column_number(letters)
    raise BadXml(f"column {letters}")


def box_of(reference: str) -> Box | None:
    """The area of B2:C9, of the whole columns A:A and the whole rows 1:4; None for anything else."""
    first, _, last = reference.replace("$", "").partition(":")
    try:
        if first.isdigit() and last.isdigit():
            box = (int(first) - 1, 0, int(last) - 1, MAX_COLUMNS - 1)
        elif first.isalpha() and last.isalpha():
            box = (0, column_of(first), MAX_ROWS - 1, column_of(last))
        else:
            box = (*place_of(first), *place_of(last or first))
    except ValueError:
        return None
    row, column, last_row, last_column = box
    fits = 0 <= row <= last_row < MAX_ROWS and 0 <= column <= last_column < MAX_COLUMNS
    return box if fits else None
