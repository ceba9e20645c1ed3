"""Whole numbers held against amounts: what is left of each count's range when everything published is used at once.

A row is one hypothesis: a range of every count, and of the sats of every column. Ranges are only ever made narrower by
what must hold, so that no counts that fit are lost (constraint propagation; bounds consistency). Rows are worked on
together, as arrays of rows x recipients.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from addin.smaa_antal.amounts import SLACK, Amounts
from addin.smaa_antal.published import Publication, Total

ROUNDS = 12  # of narrowing; what is left to narrow after them is left
AT_HAND = 24_000  # rows x recipients that are narrowed at once: more are fetched from afar, and take longer each
SUM_SLACK = 1e-6  # kr.: noise of a sum
LEAST_CHANGE = 1e-12  # relative: a sats range that is narrowed by less is not narrowed


class Rows(NamedTuple):
    """Counts from low to high (rows x recipients); sats from least to most (rows x columns)."""

    low: np.ndarray
    high: np.ndarray
    least: np.ndarray
    most: np.ndarray

    def take(self, at: np.ndarray | slice) -> Rows:
        return Rows(self.low[at], self.high[at], self.least[at], self.most[at])

    def copy(self) -> Rows:
        return Rows(*(part.copy() for part in self))

    def put(self, at: np.ndarray, others: Rows) -> None:
        for part, other in zip(self, others):
            part[at] = other


def first_row(published: Publication, columns: Sequence[Amounts]) -> Rows:
    """What is known before any amount is looked at."""
    sats = np.array([column.sats for column in columns], dtype=float).reshape(len(columns), 2)
    return Rows(published.low[None, :].copy(), published.high[None, :].copy(), sats[None, :, 0].copy(),
                sats[None, :, 1].copy())


def joined(rows: Sequence[Rows]) -> Rows:
    return Rows(*(np.concatenate(parts) for parts in zip(*rows)))


def narrow(rows: Rows, columns: Sequence[Amounts], totals: Sequence[Total],
           rounds: int = ROUNDS) -> tuple[Rows, np.ndarray]:
    """The rows that may hold, narrowed, and which they were. A row that is as narrow as it gets is left as it is, and a
    few at a time are worked on, as many as are quickly at hand."""
    rows, alive = rows.copy(), np.ones(len(rows.low), dtype=bool)
    many = max(AT_HAND // max(rows.low.shape[1], 1), 1)
    for start in range(0, len(alive), many):
        moving = np.arange(start, min(start + many, len(alive)))
        for _ in range(rounds):
            before = rows.take(moving)
            now = before.copy()
            once(now, columns, totals)
            alive[moving] = holds(now)
            rows.put(moving, now)
            moving = moving[alive[moving] & changed(before, now)]
            if not len(moving):
                break
    return rows.take(alive), np.flatnonzero(alive)


def once(rows: Rows, columns: Sequence[Amounts], totals: Sequence[Total]) -> None:
    for number, column in enumerate(columns):
        counts_by_sats(rows, number, column)
        sats_by_counts(rows, number, column)
        by_sum(rows, number, column)
    for total in totals:
        by_total(rows, total)


def holds(rows: Rows) -> np.ndarray:
    return np.asarray((rows.low <= rows.high).all(axis=1) & (rows.least <= rows.most * (1 + SLACK)).all(axis=1))


def changed(before: Rows, rows: Rows) -> np.ndarray:
    """In which rows a count has become narrower, or a sats by more than noise."""
    with np.errstate(invalid="ignore"):
        sats = ((rows.least - before.least > LEAST_CHANGE * rows.least)
                | (before.most - rows.most > LEAST_CHANGE * rows.most))
    counts = (before.low != rows.low) | (before.high != rows.high)
    return np.asarray(counts.any(axis=1) | sats.any(axis=1))


def counts_by_sats(rows: Rows, number: int, column: Amounts) -> None:
    """What each counts with lies between its amount divided by the most and by the least sats."""
    least, most = rows.least[:, number, None], rows.most[:, number, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        smallest = np.where(column.wanted_least > 0, column.wanted_least / most, 0.0)
        largest = np.where(least > 0, column.wanted_most / least, np.inf)
    at_most(rows, column, largest)
    at_least(rows, column, smallest)
    needed = np.where(column.weighs, column.first, -np.inf)
    np.maximum(rows.low, needed, out=rows.low)


def at_most(rows: Rows, column: Amounts, weight: np.ndarray) -> None:
    """Counts that weigh no more than this; under the threshold a count weighs nothing, however high it is."""
    highest = np.floor(column.count_of(weight * (1 + SLACK)) + SLACK)
    below = np.where(column.weighs, -np.inf, column.first - 1)
    highest = np.where(column.factor > 0, np.maximum(highest, below), np.inf)
    np.minimum(rows.high, highest, out=rows.high)


def at_least(rows: Rows, column: Amounts, weight: np.ndarray) -> None:
    lowest = np.ceil(column.count_of(weight * (1 - SLACK)) - SLACK)
    lowest = np.where(weight > 0, np.maximum(lowest, column.first), -np.inf)
    np.maximum(rows.low, lowest, out=rows.low)


def sats_by_counts(rows: Rows, number: int, column: Amounts) -> None:
    """The sats is at least each amount divided by the most, and at most by the least it can weigh."""
    light, heavy = column.weight(rows.low), column.weight(rows.high)
    with np.errstate(divide="ignore", invalid="ignore"):
        least = np.where(column.wanted_least > 0, column.wanted_least / heavy, 0.0).max(axis=1, initial=0.0)
        most = np.where(light > 0, column.wanted_most / light, np.inf).min(axis=1, initial=np.inf)
    np.maximum(rows.least[:, number], least, out=rows.least[:, number])
    np.minimum(rows.most[:, number], most, out=rows.most[:, number])


def by_sum(rows: Rows, number: int, column: Amounts) -> None:
    """The amounts before rounding add up to what is given."""
    smallest, largest = amounts_within(rows, number, column)
    lowest, highest = smallest.sum(axis=1), largest.sum(axis=1)
    noise = SUM_SLACK + SLACK * column.sum
    impossible = (lowest > column.sum + noise) | (highest < column.sum - noise)
    rows.low[impossible] = rows.high[impossible] + 1  # no count is left
    with np.errstate(invalid="ignore"):  # where no count is left amounts may be infinite, and nothing is narrowed
        room = column.sum + noise - lowest[:, None] + smallest
        rest = column.sum - noise - highest[:, None] + largest
    least, most = rows.least[:, number, None], rows.most[:, number, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        heaviest = np.where((room < column.hi) & (least > 0), room / least, np.inf)
        lightest = np.where((rest > column.lo) & (most < np.inf), rest / most, 0.0)
    at_most(rows, column, np.maximum(heaviest, 0.0))
    at_least(rows, column, lightest)
    sats_by_sum(rows, number, column, smallest, largest, noise)


def amounts_within(rows: Rows, number: int, column: Amounts) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most each amount can be before rounding."""
    light, heavy = column.weight(rows.low), column.weight(rows.high)
    with np.errstate(invalid="ignore"):
        small = np.where(light > 0, rows.least[:, number, None] * light, 0.0)
        large = np.where(heavy > 0, rows.most[:, number, None] * heavy, 0.0)
    smallest = np.maximum(np.clip(small, column.lo, column.hi), column.least)
    return smallest, np.minimum(np.clip(large, column.lo, column.hi), column.most)


def sats_by_sum(rows: Rows, number: int, column: Amounts, smallest: np.ndarray, largest: np.ndarray,
                noise: float) -> None:
    """What the bound ones leave, divided by what those who are surely free weigh together."""
    if not column.free.any():
        return
    light, heavy = (column.weight(counts)[:, column.free].sum(axis=1) for counts in (rows.low, rows.high))
    most_left = column.sum + noise - smallest[:, ~column.free].sum(axis=1)
    least_left = column.sum - noise - largest[:, ~column.free].sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        most = np.where(light > 0, most_left / light, np.inf)
        least = np.where((heavy > 0) & (least_left > 0), least_left / heavy, 0.0)
    np.maximum(rows.least[:, number], least, out=rows.least[:, number])
    np.minimum(rows.most[:, number], most, out=rows.most[:, number])


def by_total(rows: Rows, total: Total) -> None:
    """Of whole numbers whose sum is known each is at most the sum less the least of the others (rule R7: 8 = 4 + 4)."""
    members = list(total.members)
    low, high = rows.low[:, members], rows.high[:, members]
    with np.errstate(invalid="ignore"):  # where no count is left they may be infinite, and the row does not hold anyway
        most = total.most - (low.sum(axis=1)[:, None] - low)
        least = total.least - (high.sum(axis=1)[:, None] - high)
    rows.high[:, members] = np.minimum(high, np.floor(most + SLACK))
    rows.low[:, members] = np.maximum(low, np.ceil(least - SLACK))
