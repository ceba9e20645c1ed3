"""Rounding: half up on the decimal value, floors and ceilings to a unit, and the largest remainder.

Amounts are counted in units of the rounding (1 kr., 100 kr., 0,01 kr.). What is left over a whole unit is
rounded to 6 decimals before it is compared, so that the last bit of a division never moves a krone; to fewer where
the sum has more than 8 digits, so that engines that compare at 15 digits find the same rests.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, Union

import numpy as np

from .errors import UmuligFejl, kroner, tal
from .sums import total

OERE = 0.01  # kr.: the smallest unit anyone is paid in
KRONE = 1  # kr.: amounts are in whole kroner unless another unit is asked for
REST_DECIMALS = 6  # the most of a remainder, counted in units; the control sheet's ROUND() has the same
DIGITS = 14  # of a sum in units and the decimals of its remainders together
LAST_BITS = 4 * float(np.finfo(float).eps)  # of an amount: what a few products and quotients leave of noise
SHARE_DECIMALS = 12  # of the share that decides between equal remainders
NUDGE = 1e-3  # of the last kept decimal: noise from a division must not decide a half
MOST_NOISE = 0.4  # of the last kept decimal: what is on it stays on it


Noise = Union[float, np.ndarray]


class Rounding(NamedTuple):
    """Rounded amounts and how each came about."""

    beloeb: np.ndarray  # kr.
    gulv: np.ndarray  # whole units before the extra ones
    rest: np.ndarray  # what is left of a unit
    ekstra: np.ndarray  # units over gulv: 0 or 1, rarely more, or -1
    afgjort_af_plads: np.ndarray  # the place in the list decided who got a unit and who did not
    decimaler: int  # of rest


def unrounded(kr: np.ndarray) -> Rounding:
    """Amounts that stay as they are."""
    none = np.zeros(len(kr))
    return Rounding(kr, kr, none, none, none.astype(bool), REST_DECIMALS)


def without_noise(x: float) -> float:
    """A quotient to 12 decimals: what is 1 but for the last bits is 1."""
    return round(float(x), SHARE_DECIMALS) + 0.0


def rounded(x: np.ndarray, decimals: int, noise: Noise = 0.0) -> np.ndarray:
    """Non-negative numbers rounded half up; one that is below a half by no more than its noise is the half."""
    scale = 10.0**decimals
    return np.floor(x * scale + (0.5 + np.clip(noise * scale, NUDGE, MOST_NOISE))) / scale


def half_up(x: float, enhed: float = KRONE) -> float:
    """Rounded to a multiple of enhed (0: as it is), half away from zero, decided on the 15-digit decimal value."""
    if not enhed:
        return x
    unit = Decimal(f"{enhed:.15g}")
    units = Decimal(f"{x:.15g}") / unit
    return float(units.to_integral_value(ROUND_HALF_UP) * unit)


def decimals(kr: float, enhed: float) -> int:
    """How many a remainder has where the amounts sum to kr: 6 below 100 million units, one less for each digit more.

    >>> decimals(99_999_999, 1), decimals(100_000_000, 1), decimals(99_999_999, 0.01), decimals(1e15, 1)
    (6, 5, 4, 0)
    """
    units = float(f"{abs(kr) / enhed:.15g}")
    return min(max(DIGITS - len(str(int(units))), 0), REST_DECIMALS)


def split(units: np.ndarray, decimaler: int) -> tuple[np.ndarray, np.ndarray]:
    """Whole units and the rest in [0, 1); only the rest is rounded, so large amounts lose no digits."""
    floor = np.floor(units)
    rest = rounded(units - floor, decimaler, LAST_BITS * np.abs(units))
    lifted = np.floor(rest)  # 0.9999999 is a whole unit
    return floor + lifted, rest - lifted


def in_units(kr: np.ndarray, enhed: float) -> np.ndarray:
    return kr / enhed


def from_units(units: np.ndarray, enhed: float) -> np.ndarray:
    """57 units of 0,01 is 0.57, where 57 * 0.01 is not."""
    per_krone = round(1 / enhed)
    if per_krone and math.isclose(per_krone * enhed, 1, rel_tol=1e-12):
        return units / per_krone
    return units * enhed


def floor_to(kr: np.ndarray, enhed: float, decimaler: int = REST_DECIMALS) -> np.ndarray:
    """Down to a multiple of enhed (toward minus infinity); infinite stays infinite."""
    return _to_multiple(kr, enhed, decimaler, up=False)


def ceil_to(kr: np.ndarray, enhed: float, decimaler: int = REST_DECIMALS) -> np.ndarray:
    """Up to a multiple of enhed; infinite stays infinite."""
    return _to_multiple(kr, enhed, decimaler, up=True)


def down(kr: float, enhed: float) -> float:
    """One sum down to a multiple of enhed."""
    return floor_to(np.array([kr]), enhed, decimals(kr, enhed)).item()


def is_multiple(kr: np.ndarray, enhed: float) -> np.ndarray:
    """Which amounts of one sum are whole units."""
    if not enhed:
        return np.ones(len(kr), dtype=bool)
    return split(in_units(kr, enhed), decimals(total(np.abs(kr)), enhed))[1] == 0


def in_whole(enhed: float) -> str:
    """The unit in words: hele kroner, hele øre, hele 100 kr."""
    return {KRONE: "hele kroner", OERE: "hele øre"}.get(enhed, f"hele {tal(enhed)} kr.")


def snap(kr: float, enhed: float) -> float:
    """The multiple of enhed that kr is within the decimals of, or else kr itself."""
    return down(kr, enhed) if enhed and is_multiple(np.array([kr]), enhed).item() else kr


def shares(weights: np.ndarray) -> np.ndarray:
    """The weights that decide ties: free of the scale of the key and of the last bit."""
    whole = total(weights)
    return rounded(weights / whole, SHARE_DECIMALS) if whole > 0 else np.zeros(len(weights))


def largest_remainder(
    kr: np.ndarray,
    enhed: float,
    target: float,
    tie: Callable[[np.ndarray], np.ndarray],
    lo: np.ndarray,
    hi: np.ndarray,
    decimaler: int = REST_DECIMALS,
) -> Rounding:
    """Round kr to multiples of enhed that sum to target, a multiple too (Hamilton's method).

    Units left over go one by one to the largest rest, then the larger tie (asked for only where rests are equal), then
    the first in the list. Where the decimals have lifted the floors above target, the last in that order give a unit
    back. The bounds, multiples of enhed or infinite, are never broken.
    """
    gulv, rest = split(in_units(kr, enhed), decimaler)
    missing = round(target / enhed) - round(total(gulv))
    ekstra = np.zeros(len(gulv))
    by_place = np.zeros(len(gulv), dtype=bool)
    while missing:
        step = 1 if missing > 0 else -1
        bound = np.round(in_units(hi if step > 0 else lo, enhed))
        room = np.flatnonzero(step * (bound - gulv - ekstra) > 0)
        if not room.size:
            raise UmuligFejl(f"{kroner(target)} kan ikke nås i {in_whole(enhed)} inden for grænserne")
        chosen, contested = _served(room[::step], step * rest, tie, step, abs(missing))
        ekstra[chosen] += step
        by_place[contested] = True
        missing -= step * len(chosen)
    return Rounding(from_units(gulv + ekstra, enhed), gulv, rest, ekstra, by_place, decimaler)


def _served(
    queue: np.ndarray, rest: np.ndarray, tie: Callable[[np.ndarray], np.ndarray], step: int, many: int
) -> tuple[np.ndarray, np.ndarray]:
    """The first `many` of a queue by rest, step x tie and place; and those among whom only the place decided."""
    if many >= len(queue):
        return queue, queue[:0]
    own = rest[queue]
    last = np.sort(own)[-many]  # the smallest rest that is served
    sure, equal = queue[own > last], queue[own == last]
    left = many - len(sure)
    if left == len(equal):
        return np.concatenate((sure, equal)), queue[:0]
    ties = step * tie(equal)
    order = np.argsort(-ties, kind="stable")  # equals keep their place
    equal, ties = equal[order], ties[order]
    same = equal[ties == ties[left - 1]] if ties[left] == ties[left - 1] else equal[:0]
    return np.concatenate((sure, equal[:left])), same


def to_total(kr: np.ndarray, enhed: float, target: float) -> np.ndarray:
    """Amounts of any sign in multiples of enhed that sum to target."""
    return by_amount(kr, enhed, target).beloeb


def by_amount(kr: np.ndarray, enhed: float, target: float) -> Rounding:
    """The largest remainder without bounds; ties to the largest amount, then the first."""
    anywhere = np.full(len(kr), math.inf)
    decimaler = decimals(total(np.abs(kr)), enhed)
    size = np.round(np.abs(in_units(kr, enhed)), decimaler)
    return largest_remainder(kr, enhed, target, size.take, -anywhere, anywhere, decimaler)


def _to_multiple(kr: np.ndarray, enhed: float, decimaler: int, up: bool) -> np.ndarray:
    finite = np.isfinite(kr)
    floor, rest = split(np.where(finite, in_units(kr, enhed), 0.0), decimaler)
    return np.where(finite, from_units(floor + (rest > 0) if up else floor, enhed), kr)
