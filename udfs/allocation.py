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
    if least > pulje + slack:
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
    def reached(sats: float) -> bool:
        return total(line.amounts(sats)) >= pulje - slack

    corners, sums, doubt = _walk(line)
    with np.errstate(invalid="ignore"):  # far out both are infinite, and nothing is certain
        possible = np.append(~(sums + doubt < pulje - slack), True)
        certain = np.append(sums - doubt >= pulje - slack, True)
    first = _first(corners, reached, int(possible.argmax()), int(certain.argmax()))
    if not first:
        return 0.0
    below, above = float(corners[first - 1]), float(corners[first])
    moving = (line.start <= below) & (line.stop > below)
    bound = np.where(line.stop <= below, line.hi, line.lo)
    sats = (pulje - total(bound[~moving])) / total(line.w[moving])
    return min(max(sats, below), above)


def _walk(line: _Line) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The corners in rising order, infinity last; the sum at each but the last, and how wrong that may be.

    One running sum over all corners is quick but gathers rounding errors; where those could decide, the caller looks
    closer.
    """
    up, down = np.isfinite(line.start) & (line.start > 0), np.isfinite(line.stop)
    corners = np.concatenate(([0.0], line.start[up], line.stop[down]))
    order = np.argsort(corners)
    from_start = line.start == 0
    slopes = np.concatenate(([line.w[from_start].sum()], line.w[up], -line.w[down]))[order]
    levels = np.concatenate(([line.lo[~from_start].sum()], -line.lo[up], line.hi[down]))[order]
    corners = corners[order]
    gathered = len(corners) * FEW_ULPS
    with np.errstate(over="ignore", invalid="ignore"):  # a corner far beyond every pulje
        sums = np.cumsum(slopes) * corners + np.cumsum(levels)
        doubt = gathered * (np.abs(slopes).sum() * corners + np.abs(levels).sum())
    return np.append(corners, math.inf), sums, doubt


def _first(corners: np.ndarray, reached: Callable[[float], bool], low: int, high: int) -> int:
    """The index from low to high of the first corner where pulje is reached, at the latest high."""
    while low < high:
        middle = (low + high) // 2
        if reached(float(corners[middle])):
            high = middle
        else:
            low = middle + 1
    return low
