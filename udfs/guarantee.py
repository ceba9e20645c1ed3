"""Guarantee and ceiling: how far an amount may move from last year's."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .arguments import optional
from .errors import VaerdiFejl, tal, word

PROCENT_TRAP = 10  # ten times last year's amount is no bound anybody sets


def shares(mindst: Any, hoejst: Any, standard: float, navn_mindst: str = "mindst") -> tuple[float, float]:
    """The least and the most of last year's amount, as shares; `standard` is the least where none is given."""
    least, most = optional(mindst, navn_mindst, standard), optional(hoejst, "hoejst", math.inf)
    for value, navn in ((least, navn_mindst), (most, "hoejst")):
        if PROCENT_TRAP <= value < math.inf:
            why = f"{tal(value)} gange sidste års beløb; mente du {tal(value)} %?"
            raise VaerdiFejl(f"{word(navn)}: det er {why}", navn)
    if least > most:
        crossing = f"{word(navn_mindst)} er {tal(100 * least)} %, højst er kun {tal(100 * most)} %"
        raise VaerdiFejl(crossing, navn_mindst)
    return least, most


def bounds(foer: np.ndarray, least: float, most: float) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most of each amount; one that got nothing last year has none."""
    known = foer > 0
    lo = np.where(known, least * foer, 0.0)
    hi = np.full(len(foer), math.inf)
    if not math.isinf(most):
        hi[known] = most * foer[known]
    return lo, hi
