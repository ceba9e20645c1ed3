"""Bounds in whole units, the solver, and one rounding: what every distribution does in this order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .allocation import Allocation, allocate
from .rounding import Rounding, ceil_to, decimals, down, floor_to, largest_remainder, shares, snap, unrounded
from .sums import total


class Solved(NamedTuple):
    """Before and after rounding."""

    allocation: Allocation
    rounding: Rounding

    @property
    def beloeb(self) -> np.ndarray:
        return self.rounding.beloeb


def whole_bounds(
    lo: np.ndarray, hi: np.ndarray, enhed: float, pulje: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bounds of the parts of a pulje as multiples of enhed, so that rounding never breaks them: lo up, hi down.

    Where lo is above hi, hi wins; the third array says where.
    """
    if enhed:
        places = decimals(pulje, enhed)
        lo, hi = ceil_to(lo, enhed, places) if lo.any() else lo, floor_to(hi, enhed, places)
    return np.minimum(lo, hi), hi, lo > hi


def solve(pulje: float, w: np.ndarray, lo: np.ndarray, hi: np.ndarray, enhed: float) -> Solved:
    """Share pulje in proportion to w within whole bounds, and round its total down to enhed (0: not at all)."""
    amount = snap(pulje, enhed)
    solved = allocate(amount, w, lo, hi)
    given = total(solved.kr) if solved.ikke_fordelt else amount
    room = np.where(w > 0, hi, lo)
    return Solved(solved, finish(solved.kr, given, lambda at: shares(w)[at], lo, room, enhed))


def finish(
    kr: np.ndarray, given: float, tie: Callable[[np.ndarray], np.ndarray], lo: np.ndarray, hi: np.ndarray, enhed: float
) -> Rounding:
    """The one rounding of amounts that sum to given: their total down to enhed, by the largest remainder."""
    if not enhed:
        return unrounded(kr)
    return largest_remainder(kr, enhed, down(given, enhed), tie, lo, hi, decimals(given, enhed))
