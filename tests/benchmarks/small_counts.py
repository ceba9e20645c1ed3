"""The attack on small counts: how its time grows with the recipients, each of whom is a reader too."""

from __future__ import annotations

import time

import numpy as np

from addin.smaa_antal.attack import given_back
from addin.smaa_antal.published import Publication
from tests.addin.smaa_antal.houses import column, publication

FEW, MANY = 100, 400
FEW_OF_POOLS, MANY_OF_POOLS = 200, 800
UNITS = (1, 5_000, 20_000)  # all is given back; the most that is searched; much cannot be decided
THRESHOLDS = (0.08, None, 0.05, 0.1)
WORST_GROWTH = 1.5  # per recipient and reader
SEED = 20261129


def houses(n: int, unit: int) -> Publication:
    """A pool of 150.000 kr. a house, a threshold and a cap, told with the threshold and without."""
    dice = np.random.default_rng(SEED)
    heads = dice.integers(20, 150, n)
    counts = dice.binomial(heads, dice.uniform(0.02, 0.5, n))
    columns = (column(name, heads.tolist(), counts.tolist(), pulje=150_000 * n, afrunding=unit, loft=9_000,
                      taerskel=limit) for name, limit in (("Tildeling", 0.08), ("Uden tærskel", None)))
    return publication(heads.tolist(), counts.tolist(), *columns)


def of_pools(n: int, unit: int) -> Publication:
    """Several pools by the same counts, of which six in ten are few."""
    dice = np.random.default_rng(SEED)
    heads = dice.integers(20, 150, n)
    counts = np.where(dice.random(n) < 0.6, dice.integers(0, 5, n), dice.binomial(heads, 0.3))
    columns = (column(f"Pulje {number}", heads.tolist(), counts.tolist(), pulje=(150_000 + 10_000 * number) * n,
                      afrunding=unit, loft=9_000, taerskel=limit) for number, limit in enumerate(THRESHOLDS))
    return publication(heads.tolist(), counts.tolist(), *columns)


def seconds(taken: Publication) -> float:
    began = time.perf_counter()
    given_back(taken)
    return time.perf_counter() - began


def growth(unit: int) -> float:
    """How much more time per recipient and reader many take than few; below 1 is less."""
    return per_reader(houses(MANY, unit)) / per_reader(houses(FEW, unit))


def growth_of_pools(unit: int) -> float:
    return per_reader(of_pools(MANY_OF_POOLS, unit)) / per_reader(of_pools(FEW_OF_POOLS, unit))


def per_reader(taken: Publication) -> float:
    return seconds(taken) / taken.n**2
