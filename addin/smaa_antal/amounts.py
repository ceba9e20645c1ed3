"""What a column of amounts says of the counts behind it, as bounds (the rounding included).

An amount x before rounding is sats x weight within its own bounds, lo <= x <= hi, and the largest remainder moves it by
less than one unit u, so that a - u < x < a + u (udfs.rounding); where it is told who got the last units, it is known
in which direction. A blend with last year's amount b is undone first:
a = (1 - p) x b + p x x. An amount that may be at hi says only that sats x weight is at least so much; one that may be
at lo, only that it is at most so much.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from addin.smaa_antal.published import OERE, Column
from udfs.distribution import Distribution

SLACK = 1e-9  # relative: noise of a few products and quotients
LEAST_KEY = 1e-6  # what is less is nothing
WHOLE = 1e-7  # of a unit: an amount before rounding that is nearer than this to a whole unit is it, and stays it


class Amounts:
    """The public terms of a column as arrays, one element a recipient."""

    def __init__(self, column: Column, done: Distribution):
        """`done` is the true distribution: but for `rounded` only what does not depend on the
        counts is taken from it."""
        self.column, self.sats = column, column.sats
        self.factor, self.change = column.factor, column.change
        self.lo, self.hi = done.lo, done.hi
        part = done.andel_nyt
        before = np.zeros(len(self.lo)) if part == 1 else np.array(
            [amount or 0.0 for amount in column.terms["sidste_aar"]], dtype=float)
        unit = done.afrunding * (1 - WHOLE) or OERE
        new = (column.amounts - (1 - part) * before) / part
        up, down = rounded_by(column, done, unit)
        self.least = np.maximum(new - up / part, self.lo)
        self.most = np.minimum(new + down / part, self.hi)
        self.sum = float(done.foer_afrunding.sum())  # public: the pool, in whole units, less what bounds left over
        self.all_given = done.ikke_fordelt == 0 or part < 1
        noise = SLACK * np.maximum(1, np.abs(column.amounts))
        self.may_be_low = self.least <= self.lo + noise
        self.may_be_high = self.most >= self.hi - noise
        self._threshold(done)
        self.rounded = column.amounts - done.blandet  # kr. that the true amounts were moved by
        self.unit, self.is_blended = done.afrunding, part < 1
        guaranteed = column.terms.get("garanti") is not None
        self.weighs = (self.least > self.lo + noise) | (self.may_be_low & (self.least > noise) & (not guaranteed))
        has_minimum = column.terms.get("minimum") is not None
        self.is_plain = not (guaranteed and has_minimum)  # whose lower bound it is, is known
        self.lo_unweighted = np.zeros(len(self.lo)) if has_minimum else self.lo  # of those who count with nothing

    def _threshold(self, done: Distribution) -> None:
        """The least count that reaches the threshold, what is known of it then, and what is taken off a key of which
        only the rest counts. A change need not be whole: what is known is not, then."""
        measured = done.boern if done.boern_taerskel is None else done.boern_taerskel
        limit = np.zeros(len(self.lo)) if done.taerskel is None or measured is None else done.taerskel * measured
        over = self.column.terms.get("taerskeltype") == "over"
        self.off = limit if over else np.zeros(len(limit))
        used = self.factor > 0
        needed = np.divide(limit, self.factor, out=np.full(len(limit), np.inf), where=used)
        some = np.maximum(needed * (1 - SLACK) - SLACK, LEAST_KEY)
        self.first = np.where(used, np.ceil(some - self.change), np.inf)
        self.reaching = self.first + self.change

    @cached_property
    def step(self) -> float:
        """The least that one child more weighs."""
        return float(self.factor[self.factor > 0].min(initial=np.inf))

    @cached_property
    def free(self) -> np.ndarray:
        """The recipients whose amount before rounding is surely sats x weight."""
        return ~(self.may_be_low | self.may_be_high)

    @cached_property
    def wanted_least(self) -> np.ndarray:
        """What sats x weight is at least, kr.; nothing where the amount may be at its lower bound."""
        return np.where(self.may_be_low, 0.0, self.least)

    @cached_property
    def wanted_most(self) -> np.ndarray:
        return np.where(self.may_be_high, np.inf, self.most)

    def weight(self, counts: np.ndarray) -> np.ndarray:
        """What each counts with; however many are behind a key that is nothing, it is nothing."""
        known = counts + self.change
        with np.errstate(invalid="ignore"):
            key = np.where(self.factor > 0, self.factor * known, 0.0)
        return np.where(known >= self.reaching, np.maximum(key - self.off, 0.0), 0.0)

    def count_of(self, weight: np.ndarray) -> np.ndarray:
        """The count, not whole, that weighs so much."""
        used = self.factor > 0
        with np.errstate(invalid="ignore"):
            return np.where(used, (weight + self.off) / np.where(used, self.factor, 1.0), 0.0) - self.change


def rounded_by(column: Column, done: Distribution, unit: float) -> tuple[np.ndarray, np.ndarray]:
    """The most that each amount may have been rounded up, and down, in kr."""
    either = np.full(len(column.amounts), unit)
    if column.ekstra is None or not done.afrunding:
        return either, either
    noise = done.afrunding * 10.0**-done.decimaler
    up, down = column.ekstra * done.afrunding + noise, (1 - column.ekstra) * done.afrunding + noise
    return np.minimum(up, unit), np.minimum(down, unit)
