"""Rounding: half up on the decimal value, floors and ceilings to a unit, and the largest remainder.

Amounts are counted in units of the rounding (1 kr., 100 kr., 0,01 kr.). What is left over a whole unit is
rounded to 6 decimals before it is compared, so that the last bit of a division never moves a krone.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import numpy as np

from .errors import UmuligFejl, kroner, tal

KRONE = 1  # kr.: amounts are in whole kroner unless another unit is asked for
REST_DECIMALS = 6  # of a remainder, counted in units; the control sheet's ROUND() has the same
SHARE_DECIMALS = 12  # of the share that decides between equal remainders
NUDGE = 1e-3  # of the last kept decimal: noise from a division must not decide a half


class Rounding(NamedTuple):
    """Rounded amounts and how each came about."""

    beloeb: np.ndarray  # kr.
    gulv: np.ndarray  # whole units before the extra ones
    rest: np.ndarray  # what is left of a unit, 6 decimals
    ekstra: np.ndarray  # units over gulv: 0 or 1, rarely more, or -1
    afgjort_af_plads: np.ndarray  # the place in the list decided who got a unit and who did not


def unrounded(kr: np.ndarray) -> Rounding:
    """Amounts that stay as they are."""
    none = np.zeros(len(kr))
    return Rounding(kr, kr, none, none, none.astype(bool))


def rounded(x: np.ndarray, decimals: int) -> np.ndarray:
    """Non-negative numbers rounded half up."""
    scale = 10.0**decimals
    return np.floor(x * scale + (0.5 + NUDGE)) / scale


def half_up(x: float, enhed: float = KRONE) -> float:
    """Rounded to a multiple of enhed, half away from zero, decided on the 15-digit decimal value."""
    unit = Decimal(f"{enhed:.15g}")
    units = Decimal(f"{x:.15g}") / unit
    return float(units.to_integral_value(ROUND_HALF_UP) * unit)


def split(units: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whole units and the rest in [0, 1); only the rest is rounded, so large amounts lose no digits."""
    floor = np.floor(units)
    rest = rounded(units - floor, REST_DECIMALS)
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


def floor_to(kr: np.ndarray, enhed: float) -> np.ndarray:
    """Down to a multiple of enhed (toward minus infinity); infinite stays infinite."""
    return _to_multiple(kr, enhed, up=False)


def ceil_to(kr: np.ndarray, enhed: float) -> np.ndarray:
    """Up to a multiple of enhed; infinite stays infinite."""
    return _to_multiple(kr, enhed, up=True)


def is_multiple(kr: np.ndarray, enhed: float) -> np.ndarray:
    return split(in_units(kr, enhed))[1] == 0


def snap(kr: float, enhed: float) -> float:
    """The multiple of enhed that kr is within the 6 decimals of, or else kr itself."""
    amount = np.array([kr])
    return floor_to(amount, enhed).item() if is_multiple(amount, enhed).item() else kr


def shares(weights: np.ndarray) -> np.ndarray:
    """The weights that decide ties: free of the scale of the key and of the last bit."""
    total = math.fsum(weights)
    return rounded(weights / total, SHARE_DECIMALS) if total > 0 else np.zeros(len(weights))


def largest_remainder(
    kr: np.ndarray,
    enhed: float,
    total: float,
    tie: np.ndarray,
    lo: np.ndarray,
    hi: np.ndarray,
) -> Rounding:
    """Round kr to multiples of enhed that sum to total, a multiple too (Hamilton's method).

    Units left over go one by one to the largest rest, then the larger tie, then the first in the list.
    Where the 6 decimals have lifted the floors above total, the last in that order give a unit back.
    The bounds, multiples of enhed or infinite, are never broken.
    """
    gulv, rest = split(in_units(kr, enhed))
    least, most = np.round(in_units(lo, enhed)), np.round(in_units(hi, enhed))
    missing = round(total / enhed) - round(math.fsum(gulv))
    ekstra = np.zeros(len(gulv))
    by_place = np.zeros(len(gulv), dtype=bool)
    order = np.lexsort((-tie, -rest))  # stable: equals keep their place in the list
    while missing:
        up = missing > 0
        has_room = gulv + ekstra < most if up else gulv + ekstra > least
        queue = order if up else order[::-1]
        queue = queue[has_room[queue]]
        if not queue.size:
            raise UmuligFejl(f"{kroner(total)} kan ikke nås i hele {tal(enhed)} kr. inden for grænserne")
        chosen = queue[: abs(missing)]
        ekstra[chosen] += 1 if up else -1
        by_place[_equals(queue, len(chosen), rest, tie)] = True
        missing -= len(chosen) if up else -len(chosen)
    return Rounding(from_units(gulv + ekstra, enhed), gulv, rest, ekstra, by_place)


def to_total(kr: np.ndarray, enhed: float, total: float) -> np.ndarray:
    """Amounts of any sign rounded to multiples of enhed that sum to total; ties to the largest amount, then the first."""
    anywhere = np.full(len(kr), math.inf)
    size = np.round(np.abs(in_units(kr, enhed)), REST_DECIMALS)
    return largest_remainder(kr, enhed, total, tie=size, lo=-anywhere, hi=anywhere).beloeb


def _equals(queue: np.ndarray, served: int, rest: np.ndarray, tie: np.ndarray) -> np.ndarray:
    """Those with the rest and tie of the last one served, if someone among them was not served."""
    last = queue[served - 1]
    equal = np.logical_and(rest[queue] == rest[last], tie[queue] == tie[last])
    return queue[equal] if equal[served:].any() else queue[:0]


def _to_multiple(kr: np.ndarray, enhed: float, up: bool) -> np.ndarray:
    result = np.array(kr, dtype=float)
    finite = np.isfinite(result)
    floor, rest = split(in_units(result[finite], enhed))
    result[finite] = from_units(floor + (rest > 0) if up else floor, enhed)
    return result
