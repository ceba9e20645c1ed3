"""Whether a hypothesis can hold: by branching on whole numbers until counts are found that give the very amounts, or
until nothing is left to try.

Yes is proven by counts that the rule itself distributes to the published amounts (udfs.distribution); no by every
branch having been closed. A search that is given up says so: that is no answer, and it is never taken for a no.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from addin.smaa_antal.amounts import Amounts
from addin.smaa_antal.narrowing import Rows, joined, narrow
from addin.smaa_antal.published import Publication
from addin.smaa_antal.rounded import may_be

YES, NO, GIVEN_UP = "ja", "nej", "kan ikke afgøres"
TOGETHER = 24_000  # rows x recipients that are worked on at once
EACH_ROW = 60  # what a row costs besides its recipients, in recipients
ONE_QUESTION = 1_000_000  # what one question may cost, in rows x recipients x columns, so that many take no longer
ALL_QUESTIONS = 2_500_000
ROUNDS = 4  # of narrowing between two branchings
GUESSES = 4  # open rows that are guessed at in each step
FITTINGS = 4  # times the sats is set anew to what the counts guessed at say


class Found(NamedTuple):
    """The answer, and the counts that prove a yes."""

    answer: str
    counts: np.ndarray | None = None


class Search:
    """Answers questions about one publication. `left` is what all of them may still cost; it is counted, not timed, so
    that the same figures always get the same answers."""

    def __init__(self, published: Publication, columns: Sequence[Amounts]):
        self.published, self.columns = published, columns
        self.left = ALL_QUESTIONS

    def possible(self, row: Rows) -> Found:
        """Whether any counts within one row fit everything published."""
        waiting, spent, width = row, 0, max(TOGETHER // self.published.n, 1)
        while len(waiting.low):
            if spent >= ONE_QUESTION or self.left <= 0:
                return Found(GIVEN_UP)
            now, waiting = waiting.take(slice(width)), waiting.take(slice(width, None))
            cost = len(now.low) * (EACH_ROW + self.published.n * len(self.columns))
            spent, self.left = spent + cost, self.left - cost
            now, _ = narrow(now, self.columns, self.published.totals, ROUNDS)
            is_open = np.asarray(self.matters(now).any(axis=1))
            for counts in self.likely(list(self.guesses(now, is_open))):
                if self.published.is_consistent(counts):
                    return Found(YES, counts)
            waiting = joined((self.halves(now.take(is_open)), waiting))
        return Found(NO)

    def likely(self, guesses: list[np.ndarray]) -> Iterator[np.ndarray]:
        """Those that the rule need be asked about."""
        if not guesses:
            return
        counts = np.array(guesses)
        for column in self.columns:
            counts = counts[may_be(column, counts)]
        yield from counts

    def matters(self, rows: Rows) -> np.ndarray:
        """Which counts are not settled and would change an amount or a sum: under the threshold, and surely at a bound,
        none does."""
        found = np.zeros(rows.low.shape, dtype=bool)
        for number, column in enumerate(self.columns):
            light, heavy = column.weight(rows.low), column.weight(rows.high)
            with np.errstate(invalid="ignore"):
                over = rows.least[:, number, None] * light >= column.hi
                under = (light > 0) & (rows.most[:, number, None] * heavy <= column.lo)
            found |= (light != heavy) & ~over & ~under
        summed = [number for total in self.published.totals for number in total.members]
        found[:, summed] |= (rows.low != rows.high)[:, summed]
        return found

    def halves(self, rows: Rows) -> Rows:
        """Each open row as two: at the middle of a sats while it leaves open how much all weigh together (whole
        numbers, so that a sats that is narrow enough settles their sum); else of the fewest counts there are left."""
        if not len(rows.low):
            return rows
        below, above = rows.copy(), rows.copy()
        by_count = np.ones(len(rows.low), dtype=bool)
        for number, column in enumerate(self.columns):
            least, most = rows.least[:, number], rows.most[:, number]
            heavy = column.weight(rows.high)[:, column.free].sum(axis=1)
            with np.errstate(invalid="ignore", divide="ignore"):
                wide = by_count & (least > 0) & (most < np.inf) & ((most / least - 1) * heavy > column.step)
            middle = np.sqrt(least[wide] * most[wide])
            below.most[wide, number], above.least[wide, number] = middle, middle
            by_count &= ~wide
        line = np.flatnonzero(by_count)
        width = np.where(self.matters(rows), rows.high - rows.low, np.inf)[line]
        at = width.argmin(axis=1)
        middle = np.floor((rows.low[line, at] + rows.high[line, at]) / 2)
        below.high[line, at], above.low[line, at] = middle, middle + 1
        return joined((below, above))

    def guesses(self, rows: Rows, is_open: np.ndarray) -> Iterator[np.ndarray]:
        """Counts to try: all that settled rows can be, and the likeliest of a few open ones."""
        for line in np.flatnonzero(~is_open).tolist():
            yield self.settled(rows.low[line], rows.high[line])
        for line in np.flatnonzero(is_open)[:GUESSES].tolist():
            yield from self.fitted(rows.low[line], rows.high[line])

    def settled(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """Where nothing that matters is open, one is as good as another."""
        return np.asarray(np.clip(self.published.counts, low, high))

    def fitted(self, low: np.ndarray, high: np.ndarray) -> Iterator[np.ndarray]:
        """The counts whose amounts before rounding are nearest to those published, by a sats that follows from them."""
        counts = self.settled(low, high)
        for _ in range(FITTINGS):
            guess = counts.copy()
            for column in self.columns:
                heavy = column.weight(counts)[column.free].sum()
                if heavy <= 0:
                    continue
                sats = (column.sum - column.column.amounts[~column.free].sum()) / heavy
                near = np.rint(column.count_of(column.column.amounts / sats))
                guess = np.where(column.free, np.clip(near, low, high), guess)
            if (guess == counts).all():
                return
            counts = guess
            yield counts
