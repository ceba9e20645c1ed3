"""Each function against the bare numpy that any answer needs, at three sizes, in one process.

What is handed over are arrays, as from pandas; names are an array of texts. The bare numpy does no checking, knows no
blanks and refuses nothing.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from udfs.catalogue import FUNCTIONS

SIZES = (100, 10_000, 1_000_000)
INSTITUTIONS, CRITERIA, YEARS = 400, 6, 3
SEED = 20261122
WORST_GROWTH = 3.0  # of the time per n log n between two sizes: memory is slower than a cache, n squared is 25 times


class Measured(NamedTuple):
    """`ours` and `bare` are seconds at each of the sizes."""

    name: str
    bare_is: str
    ours: list[float]
    bare: list[float]

    def ratio(self, size: int) -> float:
        return self.ours[size] / self.bare[size]

    @property
    def growth(self) -> float:
        """How much more time per n log n the largest takes than the middle one; below 1 is less."""
        per = [seconds / (n * math.log(n)) for seconds, n in zip(self.ours, SIZES)]
        return per[2] / per[1]


class Data:
    """Drawn figures of n recipients or children."""

    def __init__(self, n: int) -> None:
        dice = np.random.default_rng(SEED)
        self.n = n
        self.key = dice.uniform(0, 400, n)
        self.children = dice.integers(1, 60, n).astype(float)
        self.amounts = dice.integers(1, 2_000_000, n).astype(float)
        self.before = self.amounts * dice.uniform(0.9, 1.1, n)
        self.marks = (dice.random((n, CRITERIA)) < 0.2).astype(float)
        self.counts = dice.integers(0, 30, (n, CRITERIA)).astype(float)
        self.weights = dice.uniform(0.5, 2, CRITERIA)
        self.years = dice.uniform(10, 90, (n, YEARS))
        self.names = np.array([f"Børnehuset {number}" for number in range(min(n, INSTITUTIONS))])
        self.place = dice.integers(0, len(self.names), n)
        self.child = self.names[self.place].astype(object)
        self.order = dice.integers(1, 5, n).astype(float)
        self.pool = float(self.amounts.sum() // 2)


Case = tuple[str, Callable[[Data], tuple[Any, ...]], str, Callable[[Data], Any]]
SUM, SORT, DOT, COUNT, DIVIDE = "sum", "sort", "a product of rows", "unique and bincount", "one division"
CASES: tuple[Case, ...] = (
    ("BOERN", lambda d: (d.children, d.children), DIVIDE, lambda d: d.children / 1.8),
    ("HELAAR", lambda d: (d.counts,), DOT, lambda d: d.counts.sum(axis=1)),
    ("DISKRETION", lambda d: (d.counts, 1), DIVIDE, lambda d: d.counts / 1.8),
    ("UDSATTE", lambda d: (d.marks, 2), DOT, lambda d: d.marks.sum(axis=1) >= 2),
    ("OPTAEL", lambda d: (d.names, d.child, d.marks, "unikke", 2), COUNT, lambda d: counted(d)),
    ("KRITERIER", lambda d: (d.counts, d.weights), DOT, lambda d: d.counts @ d.weights),
    ("BELASTNING", lambda d: (d.key, d.children), DIVIDE, lambda d: d.key / d.children),
    ("SCORE", lambda d: (d.marks, d.weights, -2), DOT, lambda d: 1 / (1 + np.exp(2 - d.marks @ d.weights))),
    ("PROFIL", lambda d: (d.names, d.child, d.key), COUNT, lambda d: means(d)),
    ("VURDERING", lambda d: (d.counts, d.weights, d.children), DOT, lambda d: d.counts @ d.weights * d.children),
    ("DISTRIKT", lambda d: (d.counts, d.weights), DOT, lambda d: d.counts @ d.weights),
    ("UDJAEVN", lambda d: (d.years,), DOT, lambda d: d.years.mean(axis=1)),
    ("NOEGLE", lambda d: (d.key, d.children), DIVIDE, lambda d: d.key * d.children),
    ("SAMMENVEJ", lambda d: (d.counts, d.weights), DOT, lambda d: d.counts / d.counts.sum(axis=0) @ d.weights),
    ("ANDEL", lambda d: (d.key,), SUM, lambda d: d.key / d.key.sum()),
    ("PULJE", lambda d: (d.pool, d.key), SORT, lambda d: np.sort(d.key)),
    ("SATS", lambda d: (d.pool, d.key), SORT, lambda d: np.sort(d.key)),
    ("SPOR", lambda d: (d.pool, d.key, d.children), SORT, lambda d: np.sort(d.key)),
    ("FAST", lambda d: (2 * d.pool, d.order * 100, d.key), SORT, lambda d: np.sort(d.key)),
    ("ANSOEGNING", lambda d: (d.pool, d.amounts, "lige"), SORT, lambda d: np.sort(d.amounts)),
    ("GARANTI", lambda d: (d.amounts, d.before, 0.8, 1.3), SORT, lambda d: np.sort(d.amounts)),
    ("OVERGANG", lambda d: (d.amounts, d.before, 0.4), SORT, lambda d: np.sort(d.amounts)),
    ("BESPARELSE", lambda d: (d.pool / 100, d.amounts, None, 0.02), SORT, lambda d: np.sort(d.amounts)),
    ("AFRUND", lambda d: (d.key,), SORT, lambda d: np.sort(d.key)),
    ("KONTROL", lambda d: (d.amounts, 2 * d.pool), SUM, lambda d: d.amounts.sum()),
    ("FAKTOR", lambda d: (d.amounts, d.children), DIVIDE, lambda d: (d.amounts / d.children).max()),
    ("KVARTILFAKTOR", lambda d: (d.amounts, d.children), SORT, lambda d: np.sort(d.amounts / d.children)),
    ("GINI", lambda d: (d.amounts, d.children), SORT, lambda d: np.argsort(d.amounts / d.children)),
    ("TRAPPE", lambda d: (d.key, 5), SORT, lambda d: np.argsort(d.key)),
    ("DIFFERENTIER", lambda d: (d.key + 1, 5), "one power", lambda d: (d.key / 400) ** 0.7),
    ("STILLINGER", lambda d: (d.amounts, 500_000.0), DIVIDE, lambda d: d.amounts / 500_000),
    ("KLASSER", lambda d: (d.counts,), DIVIDE, lambda d: np.ceil(d.counts / 28)),
    ("PL", lambda d: (d.amounts, [0.03, 0.02]), DIVIDE, lambda d: d.amounts * 1.0506),
    ("DEMOGRAFI", lambda d: (100.0, 2000.0, d.amounts), DIVIDE, lambda d: d.amounts / 20),
)


def counted(d: Data) -> np.ndarray:
    """Children by institution as one writes it in numpy: names to numbers, a count of those that are marked."""
    names, where = np.unique(d.child.astype(str), return_inverse=True)
    return np.bincount(where, d.marks.sum(axis=1) >= 2, minlength=len(names))


def means(d: Data) -> np.ndarray:
    names, where = np.unique(d.child.astype(str), return_inverse=True)
    return np.bincount(where, d.key, minlength=len(names)) / np.bincount(where, minlength=len(names))


def measured(cases: tuple[Case, ...] = CASES, sizes: tuple[int, ...] = SIZES) -> list[Measured]:
    """Every function at every size."""
    data = [Data(n) for n in sizes]
    return [each(case, data) for case in cases]


def each(case: Case, data: list[Data]) -> Measured:
    name, arguments, bare_is, bare = case
    pairs = [paired(lambda d=d: FUNCTIONS[f"FORDEL_{name}"](*arguments(d)), lambda d=d: bare(d)) for d in data]
    return Measured(name, bare_is, [ours for ours, _ in pairs], [other for _, other in pairs])


def paired(ours: Callable[[], Any], bare: Callable[[], Any]) -> tuple[float, float]:
    first, second = best(0.5, ours, bare)
    return first, second


def best(enough: float, *works: Callable[[], Any]) -> list[float]:
    """The best of a few runs of each, in turn; by the processor's time: a program beside it counts for nothing."""
    for work in works:
        work()
    found = [math.inf for _ in works]
    end = time.process_time() + enough
    for run in range(40):
        for which, work in enumerate(works):
            began = time.process_time()
            work()
            found[which] = min(found[which], time.process_time() - began)
        if run >= 2 and time.process_time() > end:
            break
    return found


def growth(case: Case, data: Sequence[Data]) -> float:
    """How much more time per n log n the last size takes than the first; below 1 is less."""
    name, arguments, _, _ = case
    per = [best(0.2, lambda d=d: FUNCTIONS[f"FORDEL_{name}"](*arguments(d)))[0] / (d.n * math.log(d.n)) for d in data]
    return per[-1] / per[0]


def one(name: str, n: int, ours: Callable[[Data], Any], bare: Callable[[Data], Any]) -> Measured:
    """A ratio with a target, at one size."""
    d = Data(n)
    mine, other = paired(lambda: ours(d), lambda: bare(d))
    return Measured(name, "", [mine], [other])


def table(found: list[Measured]) -> list[tuple[str, ...]]:
    """Rows for people: what it is held against, and at each size our time and the ratio."""
    return [(each.name, each.bare_is, *(f"{1000 * seconds:.2f} ms, {each.ratio(at):.1f}"
                                        for at, seconds in enumerate(each.ours)), f"{each.growth:.1f}")
            for each in found]


def counting() -> Measured:
    """60,000 children with 6 criteria."""
    return one("OPTAEL, 60.000 x 6", 60_000,
               lambda d: FUNCTIONS["FORDEL_OPTAEL"](d.names, d.child, d.marks, "unikke", 2), counted)


def capped() -> Measured:
    """100,000 recipients with caps, to the krone."""
    return one("PULJE med loft, 100.000", 100_000,
               lambda d: FUNCTIONS["FORDEL_PULJE"](d.pool, d.key, d.children, None, 1.2 * d.pool / d.children.sum()),
               lambda d: np.sort(d.key, kind="stable"))  # equals keep their place, as in the answer
