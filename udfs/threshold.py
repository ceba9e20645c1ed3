"""The threshold: who reaches it, and what each one counts with."""

from __future__ import annotations

import math

import numpy as np

from .arguments import noise, reaches
from .errors import UmuligFejl, tal


def weigh(noegle: np.ndarray, boern: np.ndarray, taerskel: float, over: bool) -> tuple[np.ndarray, np.ndarray]:
    """Who reaches the threshold, and what each one counts with; `over`: only with what lies above it."""
    limit = taerskel * boern
    reached = reaches(noegle, limit) & ((noegle > 0) | (taerskel == 0))
    counted = np.where(noegle - limit > noise(noegle), noegle - limit, 0.0) if over else noegle
    return reached, np.where(reached, counted, 0.0)


def nobody(taerskel: float, burden: np.ndarray, over: bool) -> UmuligFejl:
    """The refusal where a threshold leaves nobody."""
    highest = f"den højeste belastning er {tal(float(burden.max()))}"
    hint = f"mente du {tal(taerskel)} %?" if taerskel >= 1 else highest
    return UmuligFejl(f"tærskel: ingen når {'over' if over else 'op på'} {tal(taerskel)}; {hint}", "taerskel")


def per_child(noegle: np.ndarray, boern: np.ndarray) -> np.ndarray:
    """The burden; 0 where both are 0, NaN where only the children are."""
    undefined = np.where(noegle > 0, math.nan, 0.0)
    return np.divide(noegle, boern, out=undefined, where=boern > 0)
