"""What is published, and what a reader may know besides: the input of the attack and of the plan.

Heads, amounts, the pool, threshold, cap, rounding and the names are public and exact; the counts of children who meet
the criteria are what may be hidden. Each recipient knows its own count.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from addin.smaa_antal.rules import FEWEST, MINDST, may_show
from udfs.distribution import Distribution, fordel
from udfs.errors import RegelFejl

OERE = 0.01  # kr.: an amount is printed to this at the finest
ANYTHING = (0.0, math.inf)
MANY = 1e9  # more than any count
DIGITS = 1e-9  # relative: a sats is printed to its last digit


def printed(sats: float) -> tuple[float, float]:
    """What a reader knows of a sats that is printed."""
    return (sats * (1 - DIGITS), sats * (1 + DIGITS)) if sats else ANYTHING


class Of(Enum):
    """What a column is of: what is published now, an earlier edition, or another pool by the same counts."""

    NOW = "nu"
    EARLIER = "tidligere"
    POOL = "pulje"


class Total(NamedTuple):
    """A sum of counts that is shown, exactly or between two numbers: of a group, or of all."""

    name: str
    members: tuple[int, ...]
    least: float
    most: float


@dataclass(frozen=True)
class Column:
    """One column of amounts made from the counts: the allocation, the same without threshold, an earlier edition.

    `terms` are all arguments of udfs.distribution.fordel but the key. The key is `factor` x (count + `change`): a
    factor is 1 where the key is the count itself, months / 12 where a house opens in the year, the step of the weights
    where criteria weigh. `change` is how many more each count was when the column was made (an earlier edition), which
    a reader is taken to know, since corrections are told. `sats` is what is printed of it: the least and the most kr.
    per unit of the key. `ekstra` and `by_place` are there where it is told who got the last units, and whom only the
    place in the list decided for.
    """

    name: str
    amounts: np.ndarray  # kr. by the key, one a recipient
    terms: Mapping[str, Any]
    factor: np.ndarray
    change: np.ndarray
    sats: tuple[float, float] = ANYTHING
    of: Of = Of.NOW
    ekstra: np.ndarray | None = None
    by_place: np.ndarray | None = None

    def distributed(self, counts: np.ndarray) -> Distribution | None:
        """The distribution these counts would have given; None where it would have been refused."""
        try:
            return fordel(noegle=self.factor * (counts + self.change), **self.terms)
        except RegelFejl:
            return None

    def told_of(self, done: Distribution) -> Column:
        """What its own page and appendix tell of how the amounts came about: the sats, and who got the last units."""
        return replace(self, sats=printed(done.sats), ekstra=done.ekstra, by_place=done.afgjort_af_plads)

    def amounts_only(self) -> Column:
        return replace(self, sats=ANYTHING, ekstra=None, by_place=None)

    def fits(self, counts: np.ndarray) -> bool:
        """Whether these counts give the amounts that are published, to the øre, and all that is told of them."""
        if (counts + self.change < 0).any():
            return False
        done = self.distributed(counts)
        if done is None or not self.sats[0] <= done.sats <= self.sats[1]:
            return False
        told = ((self.ekstra, done.ekstra), (self.by_place, done.afgjort_af_plads))
        return bool((np.abs(done.tildeling - self.amounts) < OERE / 2).all()
                    and all(said is None or (said == own).all() for said, own in told))


@dataclass(frozen=True)
class Publication:
    """All that one reader sees together, and the counts it does not say; arrays have one element a recipient."""

    names: tuple[str, ...]
    heads: np.ndarray  # children in all, whole
    counts: np.ndarray  # whole; the truth
    columns: tuple[Column, ...]
    totals: tuple[Total, ...] = ()
    least: np.ndarray | None = None  # what other figures say each count is at least: a share in whole percent
    most: np.ndarray | None = None  # and at most; the children there are, where nothing more is said
    limit: int = MINDST
    of_heads: bool = True  # False: criteria that weigh are counted, so that there is no "nearly all"
    readers: tuple[int, ...] | None = None  # the recipients that know their own count: all
    worded: frozenset[int] = frozenset()  # whose count is said to be few where none would be shown as none (R2)
    replaced: frozenset[int] = frozenset()  # whose count stands for one that is hidden from us too, and few (R1)

    @property
    def n(self) -> int:
        return len(self.counts)

    @cached_property
    def low(self) -> np.ndarray:
        return np.zeros(self.n) if self.least is None else np.maximum(self.least, 0.0)

    @cached_property
    def high(self) -> np.ndarray:
        """The most each count can be; of criteria that weigh, the children say nothing of it."""
        anything = self.heads if self.of_heads else np.full(self.n, MANY)
        return np.asarray(anything if self.most is None else np.minimum(self.most, anything), dtype=float)

    @cached_property
    def hidden(self) -> list[int]:
        """The recipients with a count that is not to be told: few, or nearly all (rule R2)."""
        heads = self.heads if self.of_heads else np.full(self.n, math.inf)
        return [i for i in range(self.n) if not may_show(int(self.counts[i]), float(heads[i]), self.limit_of(i))]

    def limit_of(self, number: int) -> int:
        """The least count that is shown of a recipient: more than one that stands for few, however many it is."""
        return max(self.limit, int(self.counts[number]) + 1) if number in self.replaced else self.limit

    def fewest(self, number: int) -> int:
        """What the words say that a count which is few is at least."""
        return FEWEST if number in self.worded else 0

    def with_columns(self, many: int) -> Publication:
        """The same, with the first of the columns only."""
        return replace(self, columns=self.columns[:many])

    def is_consistent(self, counts: np.ndarray) -> bool:
        """Whether a reader cannot tell these counts from the true ones by anything that is published."""
        within = (counts >= self.low).all() and (counts <= self.high).all()
        sums = all(total.least <= counts[list(total.members)].sum() <= total.most for total in self.totals)
        return bool(within and sums and all(column.fits(counts) for column in self.columns))
