"""Guarantee and ceiling: how far an amount may move from last year's."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .arguments import optional
from .errors import UmuligFejl, VaerdiFejl, kroner, tal, word
from .rounding import in_whole
from .solving import whole_bounds
from .values import in_line, refusal

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


def bounds(
    foer: np.ndarray, least: float, most: float, known: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most of each amount; one that is not known, or else got nothing last year, has none."""
    known = foer > 0 if known is None else known
    lo = np.where(known, least * foer, 0.0)
    hi = np.full(len(foer), math.inf)
    if not math.isinf(most):
        hi[known] = most * foer[known]
    return lo, hi


def growth(now: np.ndarray, then: np.ndarray) -> np.ndarray:
    """Children now per child before, times which last year's amount is what it was per child; 1 where there were
    none."""
    return np.divide(now, then, out=np.ones(len(now)), where=then > 0)


def refuse_between(
    navn: str, least: np.ndarray, most: np.ndarray, enhed: float, pulje: float, paid: np.ndarray | None = None
) -> None:
    """A guarantee that only rounding leaves no room for: no whole number of units lies between it and the bound.

    What is `paid` besides is told with both.
    """
    lost = np.flatnonzero(whole_bounds(least, most, enhed, pulje)[2])
    for first in lost[:1] if enhed and least.any() else ():
        guarantee, limit = (kroner(bound[first] + (0 if paid is None else paid[first])) for bound in (least, most))
        why = f"mellem garantien, {guarantee}, og loftet, {limit}, ligger der ikke {in_whole(enhed)}"
        raise UmuligFejl(str(refusal(navn, in_line, first, why)), navn, (int(first) + 1,))
