"""Named bounds: what keeps an amount up or down, and what each is called. The solver takes any number of them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from .arguments import noise
from .errors import UmuligFejl, kroner
from .guarantee import refuse_between
from .solving import whole_bounds
from .sums import total
from .values import in_line, refusal

FAST_ER = "det faste beløb er"  # how what is paid besides is told, where nothing else is said
LOFT, HOEJST, ANSOEGT, MINIMUM, GARANTI = "loft", "højst", "ansøgt", "minimum", "garanti"
AFSLAG = "afslag"  # who loses all that is applied for, where all lose the same


class Graense(NamedTuple):
    """A bound on each amount in kr.: 0 or infinite where there is none.

    `navn` is what decided an amount, `argument` whose cells a refusal names, `tekst` how the bound is told. Of two that
    are the same the first is named.
    """

    navn: str
    argument: str
    tekst: str
    kr: np.ndarray
    er_loft: bool  # an upper bound, or a lower one
    i_alt: bool = False  # it holds for the part by the key and what is paid besides together
    kun_med_vaegt: bool = False  # only for those whom something is given by the key
    skal_holdes: bool = False  # no upper bound goes before it: where one is lower, the user must decide


class Bounds(NamedTuple):
    """The bounds together, in whole units; `over` and `under` say which of them each comes from."""

    lo: np.ndarray
    hi: np.ndarray
    crossed: np.ndarray  # the minimum was above the cap, and the cap won
    under: np.ndarray
    over: np.ndarray
    required: float  # the sum of lo before it was rounded up


def together(
    graenser: tuple[Graense, ...],
    vaegt: np.ndarray,
    paid: np.ndarray | None,
    enhed: float,
    pulje: float,
    paid_er: str = FAST_ER,
) -> Bounds:
    """The largest of the lower bounds, and the smallest of the upper ones; `paid` is given besides."""
    n = len(vaegt)
    besides = np.zeros(n) if paid is None else paid
    hi, over = np.full(n, math.inf), np.full(n, LOFT, dtype=object)
    lo, under = np.zeros(n), np.full(n, MINIMUM, dtype=object)
    least = np.zeros(n)  # of those that must be kept
    for graense in graenser:
        if graense.er_loft:
            kr = _room(graense, besides, paid_er)
            hi, over = np.where(kr < hi, kr, hi), np.where(kr < hi, graense.navn, over)
            continue
        kr = np.maximum(graense.kr - besides, 0) if graense.i_alt else graense.kr
        kr = np.where(vaegt > 0, kr, 0.0) if graense.kun_med_vaegt else kr
        lo, under = np.where(kr > lo, kr, lo), np.where(kr > lo, graense.navn, under)
        least = np.maximum(least, kr) if graense.skal_holdes else least
    kept = next((graense for graense in graenser if graense.skal_holdes), None)
    if kept:
        _refuse_crossing(kept, least, hi, besides, graenser, over)
    found = Bounds(*whole_bounds(lo, hi, enhed, pulje), under, over, total(lo))
    if kept:
        refuse_between(kept.argument, least, hi, enhed, pulje, besides)
    return found


def _room(graense: Graense, paid: np.ndarray, paid_er: str) -> np.ndarray:
    """What is left under a bound on all that each gets; where it is less than nothing, the user must decide."""
    if not graense.i_alt:
        return graense.kr
    above = np.flatnonzero(paid > graense.kr + noise(paid))
    if above.size:
        first = above[0]
        why = f"{paid_er} {kroner(paid[first])}, men {graense.tekst} {kroner(graense.kr[first])}"
        raise UmuligFejl(str(refusal(graense.argument, in_line, first, why)), graense.argument, (int(first) + 1,))
    return np.maximum(graense.kr - paid, 0)


def _refuse_crossing(
    kept: Graense, least: np.ndarray, hi: np.ndarray, paid: np.ndarray, graenser: tuple[Graense, ...], over: np.ndarray
) -> None:
    """A guarantee that a cap or a ceiling does not leave room for is nobody's to decide but the user's."""
    crossing = np.flatnonzero(least > hi + noise(hi))
    if crossing.size:
        first = crossing[0]
        whole = paid[first]  # both are told as what the user has set them to
        told = {graense.navn: graense.tekst for graense in graenser}.get(over[first], "loftet er")
        why = f"{kept.tekst} {kroner(least[first] + whole)}, men {told} {kroner(hi[first] + whole)}"
        raise UmuligFejl(str(refusal(kept.argument, in_line, first, why)), kept.argument, (int(first) + 1,))
