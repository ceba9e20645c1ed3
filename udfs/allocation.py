"""Bounded proportional allocation: the one solver behind every distribution.

Find the sats so that x = min(max(sats * w, lo), hi) sums to the pulje. The sum is a rising broken line in
sats with at most 2n corners: sort them, find the two it lies between, and solve the straight piece.
"""

from __future__ import annotations

import math
from typing import Callable, NamedTuple

import numpy as np

from .errors import UmuligFejl, kroner
from .sums import total

FEW_ULPS = 4 * float(np.finfo(float).eps)  # what correctly rounded sums of decimal amounts can differ by


def exceeds(amount: float, limit: float) -> bool:
    """Whether amount is above limit by more than sums of decimal amounts can differ by."""
    return amount > limit + FEW_ULPS * abs(limit)


class Allocation(NamedTuple):
    """Before rounding. ikke_fordelt is what the upper bounds left over."""

    kr: np.ndarray
    sats: float
    ikke_fordelt: float


def allocate(pulje: float, w: np.ndarray, lo: np.ndarray, hi: np.ndarray) -> Allocation:
    """Share pulje in proportion to w >= 0 within 0 <= lo <= hi; hi may be infinite.

    Where several satser give the same amounts, the smallest is returned.
    """
    slack = FEW_ULPS * pulje
    least = total(lo)
    if exceeds(least, pulje):
        raise UmuligFejl(f"minimum kræver {kroner(least)}, puljen er {kroner(pulje)}", "minimum")
    if not pulje:
        return Allocation(np.zeros(len(w)), 0.0, 0.0)
    weighted = w > 0
    if not weighted.any():
        raise UmuligFejl("nøglen er nul for alle", "noegle")
    line = _Line(w, lo, hi, _corners(lo, w, weighted), _corners(hi, w, weighted))
    top = np.where(weighted, hi, lo)
    most = total(top)
    if most < pulje - slack:
        return Allocation(top, float(line.stop[weighted].max()), pulje - most)
    sats = _sats(pulje, slack, line)
    return Allocation(np.clip(line.amounts(sats), lo, hi), sats, 0.0)


class _Line(NamedTuple):
    """The amounts as sats grows: each at lo until start, then sats * w, at hi from stop."""

    w: np.ndarray
    lo: np.ndarray
    hi: np.ndarray
    start: np.ndarray
    stop: np.ndarray

    def amounts(self, sats: float) -> np.ndarray:
        """Corners decide who is bound, so that level pieces of the sum are level to the last bit."""
        with np.errstate(over="ignore"):  # such a corner is far beyond every pulje
            free = sats * self.w
        moving = np.where(sats < self.stop, free, self.hi)
        return np.where(sats > self.start, moving, self.lo)


def _corners(bound: np.ndarray, w: np.ndarray, weighted: np.ndarray) -> np.ndarray:
    """The satser where sats * w meets the bound; never, for a weight of 0."""
    with np.errstate(over="ignore"):  # a corner too far out to be written is never reached either
        return np.divide(bound, w, out=np.full(len(w), np.inf), where=weighted)


def _sats(pulje: float, slack: float, line: _Line) -> float:
    """Where the line reaches pulje; 0 where it begins there."""

    def reached(sats: float) -> bool:
        return total(line.amounts(sats)) >= pulje - slack

    corners, guess = _walk(line, pulje)
    first = _first(corners, reached, guess)
    if not first:
        return 0.0
    below, above = float(corners[first - 1]), float(corners[first])
    moving = (line.start <= below) & (line.stop > below)
    bound = np.where(line.stop <= below, line.hi, line.lo)
    sats = (pulje - total(bound[~moving])) / total(line.w[moving])
    return min(max(sats, below), above)


def _walk(line: _Line, pulje: float) -> tuple[np.ndarray, int]:
    """All corners in rising order from 0 to infinity, and the one where pulje seems to be reached.

    One running sum over all corners is quick but gathers rounding errors: it says where to look, and no more.
    """
    down, up = line.stop < math.inf, (line.start > 0) & (line.start < math.inf)
    points = np.concatenate((line.stop[down], line.start[up]))
    order = np.argsort(points)
    points = points[order]
    slopes = np.concatenate((-line.w[down], line.w[up]))[order]
    levels = np.concatenate((line.hi[down], -line.lo[up]))[order]
    moving = line.start == 0
    with np.errstate(over="ignore", invalid="ignore"):  # far out all is infinite
        sums = (line.w[moving].sum() + np.cumsum(slopes)) * points + (line.lo[~moving].sum() + np.cumsum(levels))
    return np.concatenate(([0.0], points, [math.inf])), 1 + int(np.count_nonzero(sums < pulje))


def _first(corners: np.ndarray, reached: Callable[[float], bool], guess: int) -> int:
    """The index of the first corner where pulje is reached, at the latest infinity: sought from the guess outwards,
    in steps twice as long each time until it lies between two corners, then by halves."""
    low, high, step = 0, len(corners) - 1, 1
    probe = min(guess, high - 1)
    while low < high:
        if reached(float(corners[probe])):
            high = probe
            probe = high - step
        else:
            low = probe + 1
            probe = low + step - 1
        if not low <= probe < high:
            probe = (low + high) // 2
        step *= 2
    return low
