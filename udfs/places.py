"""Where each child's institution stands in the list of institutions."""

from __future__ import annotations

import math
from itertools import repeat

import numpy as np

from .arguments import Names
from .errors import VaerdiFejl, antal, word
from .values import quote


def positions(
    places: Names, child: Names, used: np.ndarray, used_as: str = "men der er kriterier"
) -> np.ndarray:
    """The index in places of each child, -1 for a row without institution; `used` rows must have one."""
    index = _index(places)
    where = np.fromiter(map(index.get, child.tal, repeat(-1)), dtype=int)
    nowhere = np.flatnonzero(where < 0)
    blank = np.array([not child.tal[row] for row in nowhere], dtype=bool)
    homeless = nowhere[blank & used[nowhere]]
    if homeless.size:
        raise _refused(child, homeless, f"mangler, {used_as}")
    unknown = nowhere[~blank]
    if unknown.size:
        raise _refused(child, unknown, f"{quote(child.vist[unknown[0]])} findes ikke i {word(places.navn)}")
    return where


def sums(where: np.ndarray, values: np.ndarray, n: int) -> np.ndarray:
    """The sum of each place's values, whatever their order; values at -1 are in none."""
    order = np.argsort(where, kind="stable")
    ends = np.searchsorted(where[order], np.arange(n + 1))
    grouped = values[order].tolist()
    return np.array([math.fsum(grouped[first:last]) for first, last in zip(ends[:-1], ends[1:])])


def _index(places: Names) -> dict[str, int]:
    index: dict[str, int] = {}
    for i, name in enumerate(places.tal):
        if name in index:
            numre = (index[name] + 1, i + 1)
            twice = f"{quote(places.vist[i])} står to gange, som nr. {numre[0]} og nr. {numre[1]}"
            raise VaerdiFejl(f"{word(places.navn)}: {twice}", places.navn, numre)
        if name:
            index[name] = i
    return index


def _refused(child: Names, rows: np.ndarray, why: str) -> VaerdiFejl:
    """How many, and the first."""
    numre = tuple((rows + 1).tolist())
    count = antal(len(numre), "barn", "børn")
    return VaerdiFejl(f"{word(child.navn)}, nr. {numre[0]}: {why} ({count} i alt)", child.navn, numre)
