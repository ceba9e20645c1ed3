"""Sums that no formula and no word gives away: a group's total among its members, known by arithmetic alone.

One such row may be a coincidence, and is asked about. Where all recipients are members of such groups, it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from addin.finding import sums
from addin.workbook import Sheet


class Head(NamedTuple):
    """A row that is the sum of its members, which stand just below it (or just above)."""

    row: int
    members: tuple[int, ...]


def heads_above(sheet: Sheet, rows: Sequence[int], additive: Sequence[int], others: Sequence[int]) -> list[Head]:
    """The rows that are sums of the rows under them. `others` are the columns that cannot be added: a group's total
    over a single member is only seen by having none of them."""
    found: list[Head] = []
    for index, row in enumerate(rows):
        members = sums.run_of(sheet, row, additive, rows[index + 1:])
        if not members and found and is_twin(sheet, row, rows[index + 1:index + 2], additive):
            members = tuple(rows[index + 1:index + 2])
        if members:
            found.append(Head(row, members))
    first = found[0].row if found else 0
    before = [Head(row, (rows[index + 1],)) for index, row in enumerate(rows[:-1]) if row < first
              and is_twin(sheet, row, rows[index + 1:index + 2], additive) and lacks(sheet, row, others)]
    return [*before, *found]


def is_twin(sheet: Sheet, row: int, below: Sequence[int], additive: Sequence[int]) -> bool:
    """Whether the row below has the same figures, at least two of them."""
    figures = [sums.figure(sheet, row, column) for column in additive]
    return bool(below) and sum(bool(figure) for figure in figures) >= 2 and figures == [
        sums.figure(sheet, below[0], column) for column in additive]


def lacks(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    return bool(columns) and all(sheet.value(row, column) is None for column in columns)


def tiled(heads: Sequence[Head], rows: Sequence[int]) -> bool:
    """Whether every row from the first group to the last is a head or the member of just one."""
    members = [row for head in heads for row in head.members]
    own = {head.row for head in heads}
    return (len(heads) >= 2 and len(members) == len(set(members)) and not own & set(members)
            and own | set(members) == set(rows) | own)
