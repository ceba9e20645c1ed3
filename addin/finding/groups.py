"""Sums that no formula and no word gives away: a group's total among its members, known by arithmetic alone.

One such row may be a coincidence, and is asked about. Where all recipients are members of such groups, it is none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from addin.finding import sums
from addin.workbook import Sheet

LARGE = 100  # children: that two figures add up to so many is no coincidence of small round numbers
LEAST, MOST = 1.0, 3.0  # what 0-2-year-olds may weigh in a mean


class Head(NamedTuple):
    """A row that is the sum of its members, which stand just below it (or just above)."""

    row: int
    members: tuple[int, ...]


def may_be_sum(sheet: Sheet, row: int, members: Sequence[int], columns: Mapping[str, int]) -> bool:
    """Whether a row whose counts are those of its members may be their sum: its burden does not say otherwise, or the
    counts are too large to be a coincidence."""
    return has_mean(sheet, row, members, columns) is not False or counts(sheet, row, columns) >= LARGE


def is_proven(sheet: Sheet, row: int, members: Sequence[int], columns: Mapping[str, int]) -> bool:
    """Whether all that can be checked says that a row is a sum, and it is more than small round numbers: a burden that
    is the mean, or none where the others have one; a third figure; so many children."""
    mean = has_mean(sheet, row, members, columns, weighted=True)
    if mean is None and "belastning" in columns and sums.figure(sheet, members[0], columns["belastning"]) is not None:
        return sums.figure(sheet, row, columns["belastning"]) is None
    figures = [column for key, column in columns.items() if key in COUNTED and sums.figure(sheet, row, column)]
    return mean is True or mean is None and (len(figures) > 2 or counts(sheet, row, columns) >= LARGE)


COUNTED = ("boern_0_2", "boern_3_5", "boern", "noegle", "grundbudget", "sidste_aar", "fast", "udmeldt", "ansoegt")


def counts(sheet: Sheet, row: int, columns: Mapping[str, int]) -> float:
    """The children of a row; where none are counted, its key."""
    children = [columns[key] for key in ("boern_0_2", "boern_3_5", "boern") if key in columns]
    return sum(sums.figure(sheet, row, column) or 0.0 for column in children or [
        columns[key] for key in ("noegle",) if key in columns])


def has_mean(sheet: Sheet, row: int, members: Sequence[int], columns: Mapping[str, int],
             weighted: bool = False) -> bool | None:
    """Whether a row's burden is the mean of its members', by their children in any usual weight, or (where that is not
    wanted) by no weight at all; None where it has none."""
    at = columns.get("belastning")
    value = None if at is None else sums.figure(sheet, row, at)
    burdens = [] if at is None else [sums.figure(sheet, member, at) for member in members]
    if value is None or None in burdens:
        return None
    known = [burden for burden in burdens if burden is not None]
    means = [mean for weight in (LEAST, MOST) if (mean := mean_of(sheet, members, known, columns, weight)) is not None]
    near = off(value)
    if means and min(means) - near <= value <= max(means) + near:
        return True
    return not weighted and abs(value - math.fsum(known) / len(known)) <= near


def mean_of(sheet: Sheet, members: Sequence[int], burdens: Sequence[float], columns: Mapping[str, int],
            weight: float) -> float | None:
    """The mean of burdens by the children, 0-2-year-olds weighing so much."""
    weights = {"boern_0_2": weight, "boern_3_5": 1.0} if "boern_0_2" in columns else {"boern": 1.0}
    worth = [sum(each * (sums.figure(sheet, member, columns[key]) or 0.0) for key, each in weights.items()
                 if key in columns) for member in members]
    whole = math.fsum(worth)
    return math.fsum(b * w for b, w in zip(burdens, worth)) / whole if whole else None


def off(value: float) -> float:
    """How far a mean may be from the exact one: half of its last decimal."""
    digits = next((count for count in range(1, 7) if abs(value - round(value, count)) < 1e-12), 7)
    return 0.5 * 10.0 ** -digits + 1e-12


def heads_above(sheet: Sheet, rows: Sequence[int], additive: Sequence[int], others: Sequence[int]) -> list[Head]:
    """The rows that are sums of the rows under them. `others` are the columns that cannot be added: a group's total
    over a single member is only seen by having none of them."""
    found: list[Head] = []
    for index, row in enumerate(rows):
        members = sums.run_of(sheet, row, additive, (rows[at] for at in range(index + 1, len(rows))))
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
