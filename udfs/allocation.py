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

    corners, possible, certain = _walk(line, pulje - slack)
    first = _first(corners, reached, possible, certain)
    if not first:
        return 0.0
    below, above = float(corners[first - 1]), float(corners[first])
    moving = (line.start <= below) & (line.stop > below)
    bound = np.where(line.stop <= below, line.hi, line.lo)
    sats = (pulje - total(bound[~moving])) / total(line.w[moving])
    return min(max(sats, below), above)


def _walk(line: _Line, wanted: float) -> tuple[np.ndarray, int, int]:
    """All corners in rising order from 0 to infinity, the first where wanted may be reached, and the first where it is.

    One running sum over all corners is quick but gathers rounding errors; where those could decide, the two differ.
    """
    down, up = line.stop < math.inf, (line.start > 0) & (line.start < math.inf)
    points, slopes, levels = line.stop[down], -line.w[down], line.hi[down]
    if up.any():
        points = np.concatenate((points, line.start[up]))
        slopes, levels = np.concatenate((slopes, line.w[up])), np.concatenate((levels, -line.lo[up]))
    order = np.argsort(points)
    points, slopes, levels = points[order], slopes[order], levels[order]
    moving = line.start == 0
    slope, level = line.w[moving].sum(), line.lo[~moving].sum()
    gathered = FEW_ULPS * (len(line.w) + len(points))
    with np.errstate(over="ignore", invalid="ignore"):  # far out all is infinite, and nothing is certain
        sums = (slope + np.cumsum(slopes)) * points + (level + np.cumsum(levels))
        doubt = gathered * ((slope + np.abs(slopes).sum()) * points + (level + np.abs(levels).sum()))
        possible, certain = ~(sums + doubt < wanted), sums - doubt >= wanted
    corners = np.concatenate(([0.0], points, [math.inf]))
    return (
        corners,
        _first_true(possible, level + gathered * level >= wanted),
        _first_true(certain, level - gathered * level >= wanted),
    )


def _first_true(reached: np.ndarray, at_once: bool) -> int:
    """Its index among the corners: 0 where it is so from the start, the last where it is nowhere before infinity."""
    if at_once:
        return 0
    first = int(reached.argmax()) if reached.size else 0
    return first + 1 if reached.size and reached[first] else len(reached) + 1


def _first(corners: np.ndarray, reached: Callable[[float], bool], low: int, high: int) -> int:
    """The index from low to high of the first corner where pulje is reached, at the latest high."""
    while low < high:
        middle = (low + high) // 2
        if reached(float(corners[middle])):
            high = middle
        else:
            low = middle + 1
    return low
