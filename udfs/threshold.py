"""The threshold: who reaches it, and what each one counts with."""

from __future__ import annotations

import math

import numpy as np

from .arguments import noise, reaches
from .errors import UmuligFejl, tal

DIGITS = 8  # decimals of a percent: what is beyond is how numbers are kept


def weigh(noegle: np.ndarray, boern: np.ndarray, taerskel: float, over: bool) -> tuple[np.ndarray, np.ndarray]:
    """Who reaches the threshold, and what each one counts with; `over`: only with what lies above it."""
    limit = taerskel * boern
    reached = reaches(noegle, limit) & ((noegle > 0) | (taerskel == 0))
    counted = np.where(noegle - limit > noise(noegle), noegle - limit, 0.0) if over else noegle
    return reached, np.where(reached, counted, 0.0)


def nobody(taerskel: float, burden: np.ndarray, over: bool) -> UmuligFejl:
    """The refusal where a threshold leaves nobody."""
    share = taerskel < 1
    limit = f"{tal(round(100 * taerskel, DIGITS))} %" if share else tal(taerskel)
    hint = f"den højeste belastning er {below(float(burden.max()))}" if share else f"mente du {limit} %?"
    return UmuligFejl(f"tærskel: ingen når {'over' if over else 'op på'} {limit}; {hint}", "taerskel")


def below(share: float) -> str:
    """A share in percent, never more than it is: rounded up it could look like a threshold that it does not reach.

    >>> below(0.170731707317073), below(0.29), below(0.19999999), below(0.00001)
    ('17,07 %', '29 %', '19,99 %', 'under 0,01 %')
    """
    hundredths = math.floor(round(10_000 * share, DIGITS))
    return f"{tal(hundredths / 100)} %" if hundredths or not share else "under 0,01 %"


def per_child(noegle: np.ndarray, boern: np.ndarray) -> np.ndarray:
    """The burden; 0 where both are 0, NaN where only the children are."""
    undefined = np.where(noegle > 0, math.nan, 0.0)
    return np.divide(noegle, boern, out=undefined, where=boern > 0)
