"""The rules once more in exact fractions: slow, plain, and written without a look at the fast code.

None stands for an infinite upper bound.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor


def amounts(sats, w, lo, hi):
    result = []
    for wi, low, high in zip(w, lo, hi):
        x = max(sats * wi, low)
        result.append(x if high is None else min(x, high))
    return result


def allocate(pulje, w, lo, hi):
    """(amounts, sats, left over): walk up the corners until the pulje is reached."""
    top = [high if wi else low for wi, low, high in zip(w, lo, hi)]
    if None not in top and sum(top) < pulje:
        return top, max(high / wi for wi, high in zip(w, hi) if wi), pulje - sum(top)
    corners = {Fraction(0)}
    for wi, low, high in zip(w, lo, hi):
        if wi:
            corners |= {low / wi} if high is None else {low / wi, high / wi}
    below = Fraction(0)
    for corner in sorted(corners):
        if sum(amounts(corner, w, lo, hi)) >= pulje:
            return _between(pulje, w, lo, hi, below, corner)
        below = corner
    return _between(pulje, w, lo, hi, below, below + 1)


def _between(pulje, w, lo, hi, below, above):
    """The sum is a straight line between two corners: follow it to the pulje."""
    at_below, at_above = sum(amounts(below, w, lo, hi)), sum(amounts(above, w, lo, hi))
    part = (pulje - at_below) / (at_above - at_below) if at_below < pulje else Fraction(0)
    sats = below + part * (above - below)
    return amounts(sats, w, lo, hi), sats, Fraction(0)


def rounded(x, decimals):
    return Fraction(floor(x * 10**decimals + Fraction(1, 2)), 10**decimals)


def half_up(x, unit=Fraction(1)):
    whole = floor(abs(x) / unit + Fraction(1, 2))
    return (whole if x >= 0 else -whole) * unit


def decimals(total, unit):
    """min(6, 14 - digits of the sum in units), and never below 0."""
    return max(0, min(6, 14 - len(str(floor(abs(total) / unit)))))


def split(units, d):
    whole = floor(units)
    rest = rounded(units - whole, d)
    return (whole + 1, Fraction(0)) if rest == 1 else (whole, rest)


def floor_to(x, unit, d=6):
    return split(x / unit, d)[0] * unit


def down(x, unit):
    return floor_to(x, unit, decimals(x, unit))


def ceil_to(x, unit, d=6):
    whole, rest = split(x / unit, d)
    return (whole + (rest > 0)) * unit


def largest_remainder(x, unit, total, tie, lo, hi):
    """One unit at a time to the best placed one that has room and has had the fewest."""
    d = decimals(sum(map(abs, x)), unit)
    parts = [split(xi / unit, d) for xi in x]
    units = [whole for whole, _ in parts]
    missing = total / unit - sum(units)
    step = 1 if missing > 0 else -1
    given = [0] * len(x)
    order = sorted(range(len(x)), key=lambda i: (-parts[i][1], -tie[i], i))
    for _ in range(abs(int(missing))):
        queue = order if step > 0 else order[::-1]
        free = [i for i in queue if _room(units[i] + given[i] + step, unit, lo[i], hi[i])]
        fewest = min(abs(given[i]) for i in free)
        given[next(i for i in free if abs(given[i]) == fewest)] += step
    return [(whole + extra) * unit for whole, extra in zip(units, given)]


def _room(units, unit, low, high):
    return (low is None or units * unit >= low) and (high is None or units * unit <= high)


def pulje(beloeb, noegle, boern=None, taerskel=None, loft=None, minimum=0, unit=Fraction(1), over=False):
    """(amounts, before rounding, sats) of FORDEL_PULJE."""
    n = len(noegle)
    w = list(noegle)
    if taerskel is not None:
        w = [
            (k - taerskel * b if over else k) if k >= taerskel * b else Fraction(0)
            for k, b in zip(noegle, boern)
        ]
    d = decimals(beloeb, unit)
    lo = [ceil_to(minimum, unit, d) if wi else Fraction(0) for wi in w]
    hi = [None] * n if loft is None else [floor_to(loft * b, unit, d) for b in boern]
    lo = [low if high is None else min(low, high) for low, high in zip(lo, hi)]
    x, sats, left = allocate(beloeb, w, lo, hi)
    tie = [rounded(wi / sum(w), 12) for wi in w]
    total = down(beloeb - left, unit)
    room = [high if wi else Fraction(0) for wi, high in zip(w, hi)]
    return largest_remainder(x, unit, total, tie, lo, room), x, sats
