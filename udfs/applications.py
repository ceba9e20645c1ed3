"""Applications that are shared by what is applied for alone: in turn, or with the same loss to each."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from .allocation import Allocation, allocate, exceeds
from .arguments import Range
from .errors import UmuligFejl, kroner
from .rounding import snap
from .solving import Solved, finish
from .sums import total
from .values import in_line, refusal

LIGE_AFSLAG, PRIORITET = "lige_afslag", "prioritet"


class Turns(NamedTuple):
    """By priority, in kr.: what is applied for before each one's turn, and to the end of it. Each counts with what it
    has applied for (vaegt), or with nothing where the pool ends before its turn; mindst is all of it where the pool
    lasts to the end of the turn."""

    foer: np.ndarray
    til_og_med: np.ndarray
    vaegt: np.ndarray
    mindst: np.ndarray


def in_turn(pulje: float, wanted: np.ndarray, most: np.ndarray, order: np.ndarray) -> Turns:
    """The lowest number first; those with the same share what is left in proportion. `most` is what is applied for in
    whole units."""
    numbers, at = np.unique(order, return_inverse=True)
    so_far = running([total(most[at == turn]) for turn in range(len(numbers))])
    before, through = so_far[:-1][at], so_far[1:][at]
    begins = np.array([exceeds(pulje, each) for each in before.tolist()])
    ends = np.array([not exceeds(each, pulje) for each in through.tolist()])
    return Turns(before, through, np.where(begins, wanted, 0.0), np.where(ends, most, 0.0))


def running(sums: list[float]) -> np.ndarray:
    """0, and the sum to each of them, with no noise of the sums before it."""
    found, low = [0.0], 0.0
    for each in sums:
        parts = found[-1], low, each
        found.append(math.fsum(parts))
        low = math.fsum((*parts, -found[-1]))
    return np.array(found)


def equal_losses(pulje: float, w: np.ndarray, most: np.ndarray, enhed: float) -> Solved:
    """The solver on what each with w does not get: the same for all, but never more than the claim. The sats is that
    loss; whose claims and losses are both equal get their last units by place."""
    amount, claims = snap(pulje, enhed), total(most)
    within = min(amount, claims)
    none = np.zeros(len(most))
    losses = allocate(claims - within, w, none, most)
    kr = most - losses.kr
    left = amount - claims if exceeds(amount, claims) else 0.0
    return Solved(Allocation(kr, losses.sats, left), finish(kr, within, np.ones(len(kr)).take, none, most, enhed))


def refuse_none(pulje: float, wanted: np.ndarray) -> None:
    if pulje and not wanted.any():
        raise UmuligFejl(f"ansøgt: ingen har søgt om noget, og puljen er {kroner(pulje)}", "ansoegt")


def priorities(given: Range, wanted: np.ndarray) -> np.ndarray:
    """Who comes before whom: refused where an amount has none."""
    missing = np.flatnonzero(given.tom & (wanted > 0))
    if missing.size:
        why = f"mangler, men der er søgt om {kroner(wanted[missing[0]])}"
        raise refusal("prioritet", in_line, missing[0], why)
    return given.tal
