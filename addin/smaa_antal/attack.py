"""The attack (rule R9): which hidden counts a reader can work out, how narrowly, and by what.

The reader knows all that is published (addin.smaa_antal.published) and one count: its own. Every recipient is tried as
the reader, and one from outside. First all readers' knowledge is narrowed at once; then, for each count that is still
open, counts are sought that nobody could tell from the true ones; and where neither answers, a search by branching.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from addin.smaa_antal.amounts import Amounts
from addin.smaa_antal.narrowing import Rows, first_row, joined, narrow
from addin.smaa_antal.published import Publication
from addin.smaa_antal.rules import gives_back
from addin.smaa_antal.searching import GIVEN_UP, YES, Search
from addin.smaa_antal.witnesses import others

OUTSIDE = -1  # the reader who has no count of its own
MOST_RECIPIENTS = 1_000  # each is held against all the others: more would take minutes, and no kommune has so many
FURTHER = 3  # counts beyond the telling ones that are tried before the search


class GivenBack(NamedTuple):
    """A hidden count that is known from `least` to `most`. Where it is not `sure` the search was given up ("kan ikke
    afgøres"), and the count is taken to be given back. `reader` is a recipient that can work it out, or OUTSIDE;
    `columns` is how many columns of amounts it takes, from the first: 0 where sums of counts alone do."""

    number: int
    least: float
    most: float
    sure: bool
    reader: int
    columns: int


def given_back(published: Publication) -> list[GivenBack]:
    """Every hidden count that can be worked out, in the order of the recipients. That one is not among them is what was
    found with these figures and this knowledge, and is no promise."""
    columns = terms(published)
    if columns is None:
        return [GivenBack(number, 0, published.high[number], False, OUTSIDE, len(published.columns))
                for number in published.hidden]
    found: dict[int, GivenBack] = {}
    for many in range(len(columns) + 1):
        attack = Attack(published.with_columns(many), columns[:many])
        for back in attack.run() if many == len(columns) else attack.at_once():
            found.setdefault(back.number, back)
        if len(found) == len(published.hidden):
            break
    return [found[number] for number in sorted(found)]


def terms(published: Publication) -> list[Amounts] | None:
    """The columns as bounds; None where the true counts do not give the amounts, so that it is not known how these were
    made, or where a threshold was tested on the parts of each recipient: then nothing about them can be decided."""
    by_parts = any(column.terms.get("vaegt") is not None for column in published.columns)
    if by_parts or not published.is_consistent(published.counts):
        return None
    done = [column.distributed(published.counts) for column in published.columns]
    return [Amounts(column, each) for column, each in zip(published.columns, done) if each is not None]


class Attack:
    """One publication, and what has been found out about it."""

    def __init__(self, published: Publication, columns: Sequence[Amounts]):
        self.published, self.columns = published, columns
        self.true = published.counts.astype(float)
        readers = range(published.n) if published.readers is None else published.readers
        self.readers = np.array([OUTSIDE, *readers])
        self.rows, kept = narrow(self.start(), columns, published.totals)
        self.readers = self.readers[kept]
        self.search = Search(published, columns)
        self.proofs = self.true[None, :]  # counts that fit all that is published, a row each

    def start(self) -> Rows:
        """A row a reader: its own count is known."""
        rows = joined([first_row(self.published, self.columns)] * len(self.readers))
        for line, reader in enumerate(self.readers.tolist()):
            if reader != OUTSIDE:
                rows.low[line, reader] = rows.high[line, reader] = self.true[reader]
        return rows

    def run(self) -> list[GivenBack]:
        """Every hidden count, decided."""
        found = {back.number: back for back in self.at_once()}
        for number in self.published.hidden:
            back = found.get(number) or self.sought(number)
            if back:
                found[number] = back
        return [found[number] for number in sorted(found)]

    def at_once(self) -> list[GivenBack]:
        """What narrowing alone gives back, to whoever knows it most narrowly."""
        found = []
        for number in self.published.hidden:
            least, most = self.rows.low[:, number], self.rows.high[:, number]
            tells = self.is_telling(number, least, most) & (self.readers != number)
            if tells.any():
                found.append(self.back(int(np.where(tells, most - least, np.inf).argmin()), number, True))
        return found

    def tells(self, line: int, number: int) -> bool:
        return bool(self.is_telling(number, self.rows.low[line, number], self.rows.high[line, number]))

    def width(self, line: int, number: int) -> float:
        """How narrowly a reader knows a count; those who have one of their own know more than one who has none."""
        own = self.readers[line] != OUTSIDE
        return float(self.rows.high[line, number] - self.rows.low[line, number]) if own else math.inf

    def is_telling(self, number: int, least: np.ndarray | float, most: np.ndarray | float) -> np.ndarray:
        heads = float(self.published.heads[number]) if self.published.of_heads else math.inf
        return gives_back(least, most, heads, self.published.limit_of(number), self.published.fewest(number))

    def back(self, line: int, number: int, sure: bool) -> GivenBack:
        return GivenBack(number, float(self.rows.low[line, number]), float(self.rows.high[line, number]), sure,
                         int(self.readers[line]), len(self.columns))

    # --------------------------------------------------------------------------------- what narrowing leaves open

    def sought(self, number: int) -> GivenBack | None:
        """The first reader who can work a count out, or of whom it cannot be decided."""
        for count in self.open_counts(number):
            if not self.unproven(number):
                return None
            for counts in self.search.likely(list(others(self.columns, self.true, number, count))):
                if self.published.is_consistent(counts):
                    self.proofs = np.concatenate((self.proofs, counts[None, :]))
        for line in sorted(self.unproven(number), key=lambda line: self.width(line, number)):
            sure = self.decided(line, number)
            if sure is not None:
                return self.back(line, number, sure)
        return None

    def open_counts(self, number: int) -> list[float]:
        """Counts that would show that nothing is given back, if they fit: beyond the telling ones, and their ends."""
        few, all_but = self.ends(number)
        beyond = [few + 1 + more for more in range(FURTHER)] if self.true[number] <= few else []
        if self.true[number] >= all_but:
            beyond += [all_but - 1 - less for less in range(FURTHER)]
        low, high = self.published.low[number], self.published.high[number]
        ends = [float(self.published.fewest(number)), few, all_but, float(self.published.heads[number])]
        return [count for count in (*beyond, *ends) if low <= count <= high and count != self.true[number]]

    def ends(self, number: int) -> tuple[float, float]:
        """The highest count that is few, and the lowest that is nearly all."""
        limit = self.published.limit_of(number)
        if not self.published.of_heads:
            return limit - 1.0, math.inf
        heads = float(self.published.heads[number])
        return min(limit - 1.0, heads), max(heads - limit + 1.0, 0.0)

    def unproven(self, number: int) -> list[int]:
        """The readers for whom no counts are known yet that they could not tell from the true ones."""
        same = (self.proofs[:, np.maximum(self.readers, 0)] == self.true[self.readers]) | (self.readers == OUTSIDE)
        values = self.proofs[:, number, None]
        least, most = np.where(same, values, np.inf).min(axis=0), np.where(same, values, -np.inf).max(axis=0)
        found: list[int] = np.flatnonzero(self.is_telling(number, least, most) & (self.readers != number)).tolist()
        return found

    def decided(self, line: int, number: int) -> bool | None:
        """True: given back to this reader; None: it is not; False: the search was given up."""
        while not self.tells(line, number):
            asked = self.question(line, number)
            if asked is None:
                return None
            least, most = asked
            row = self.rows.take(np.array([line])).copy()
            row.low[0, number], row.high[0, number] = least, most
            answer = self.search.possible(row)
            if answer.answer == GIVEN_UP:
                return False
            if answer.answer == YES and answer.counts is not None:
                self.proofs = np.concatenate((self.proofs, answer.counts[None, :]))
            else:
                self.exclude(line, number, least, most)
        return True

    def question(self, line: int, number: int) -> tuple[float, float] | None:
        """The counts to ask about next; None where counts are known that the reader could not tell from the true."""
        low, high = self.rows.low[line, number], self.rows.high[line, number]
        values = self.proven(line, number)
        least, most = float(values.min()), float(values.max())
        if not self.is_telling(number, least, most):
            return None
        few, all_but = self.ends(number)
        if most <= few < high:
            return few + 1, high
        if low < all_but <= least:
            return low, all_but - 1
        return (low, low) if low < least else (high, high)

    def exclude(self, line: int, number: int, least: float, most: float) -> None:
        """None of these counts fit."""
        if most == self.rows.high[line, number]:
            self.rows.high[line, number] = least - 1
        else:
            self.rows.low[line, number] = most + 1

    def proven(self, line: int, number: int) -> np.ndarray:
        """The counts one recipient may have, for all that a reader knows."""
        values, reader = self.proofs[:, number], self.readers[line]
        return values if reader == OUTSIDE else values[self.proofs[:, reader] == self.true[reader]]
