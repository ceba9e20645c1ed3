"""The one calculation behind PULJE, SATS and SPOR: read, weigh, bound, solve, round once."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from . import rounding
from .allocation import Allocation
from .arguments import (
    Range,
    choice,
    is_blank,
    noise,
    number,
    numbers,
    optional,
    per_recipient,
    refuse_without_children,
    same_length,
)
from .errors import RegelFejl, VaerdiFejl, kroner
from .solving import solve, whole_bounds
from .sums import total
from .threshold import nobody, per_child, weigh
from .values import alone, in_line, refusal

SUMS_TO_ONE = 1e-9


class _Inputs(NamedTuple):
    pulje: float
    noegle: Range
    boern: Range | None
    measured: Range | None  # the children a burden is per
    vaegt: Range | None  # weights after a threshold that was tested on the parts of each recipient
    taerskel: float | None
    loft: np.ndarray | None  # kr. per child, infinite where the cell is empty
    minimum: np.ndarray | None  # kr. per recipient
    afrunding: float
    over: bool  # only what lies over the threshold counts


class _Result(NamedTuple):
    over_taerskel: np.ndarray
    vaegt: np.ndarray
    lo: np.ndarray
    hi: np.ndarray
    crossed: np.ndarray  # the minimum was above the cap, and the cap won
    solved: Allocation
    rounded: rounding.Rounding


class Distribution:
    """Every step of the calculation. Amounts are kr.; arrays have one element a recipient.

    What only a trail shows is computed when it is asked for.
    """

    def __init__(self, given: _Inputs, result: _Result, own_children: Range | None) -> None:
        self._given, self._result = given, result
        self.pulje = given.pulje
        self.afrunding = given.afrunding
        self.taerskel = given.taerskel
        self.sats = result.solved.sats  # kr. per unit of vaegt
        self.noegle = given.noegle.tal
        self.boern = None if given.boern is None else given.boern.tal
        self.boern_taerskel = None if own_children is None else own_children.tal  # of the threshold, where others
        self.over_taerskel = result.over_taerskel  # bool; all where there is no threshold
        self.vaegt = result.vaegt
        self.lo = result.lo
        self.hi = result.hi  # infinite where there is none
        self.foer_afrunding = result.solved.kr
        self.tildeling = result.rounded.beloeb
        self.gulv = result.rounded.gulv  # whole units of afrunding; the amount itself where nothing is rounded
        self.rest = result.rounded.rest  # of a unit, 6 decimals
        self.ekstra = result.rounded.ekstra  # units over gulv
        self.afgjort_af_plads = result.rounded.afgjort_af_plads  # bool

    @cached_property
    def ikke_fordelt(self) -> float:
        return round(self.pulje - total(self.tildeling), 6) + 0.0

    @cached_property
    def belastning(self) -> np.ndarray | None:
        """noegle / the children of the threshold; 0 where both are 0, NaN where only the children are."""
        measured = self._given.measured
        return None if measured is None else per_child(self.noegle, measured.tal)

    @cached_property
    def andel(self) -> np.ndarray:
        return _share(self.vaegt)

    @cached_property
    def foer_bund(self) -> np.ndarray:
        return self.sats * self.vaegt

    @cached_property
    def bundet(self) -> tuple[str, ...]:
        """"", "minimum" or "loft"."""
        return _bound_by(self._result)

    @cached_property
    def uden_taerskel(self) -> np.ndarray | None:
        """The amounts without the threshold; None where there is none, or where uden_taerskel_hvorfor says why."""
        return self._without[0]

    @property
    def uden_taerskel_hvorfor(self) -> str:
        return self._without[1]

    @cached_property
    def _without(self) -> tuple[np.ndarray | None, str]:
        return _without_threshold(self._given)

    @cached_property
    def noter(self) -> tuple[str, ...]:
        return _notes(self._given, self._result)


def fordel(
    pulje: Any,
    noegle: Any,
    boern: Any = None,
    taerskel: Any = None,
    loft: Any = None,
    minimum: Any = None,
    afrunding: Any = rounding.KRONE,
    taerskeltype: Any = "fuld",
    boern_taerskel: Any = None,
    vaegt: Any = None,
) -> Distribution:
    """The whole calculation from arguments as users type them.

    `boern_taerskel` are the children a burden is per, where they are not `boern`; `vaegt` are what recipients weigh
    where the threshold has been tested already, on the parts they consist of.
    """
    given = _read(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype)
    measured = _own(boern_taerskel, "boern_taerskel", given)
    given = given._replace(measured=measured or given.boern, vaegt=_own(vaegt, "vaegt", given))
    _check_children(given)
    return Distribution(given, _calculate(given), measured)


def pool(value: Any) -> float:
    """The amount to distribute, in kr."""
    amount = number(value, "pulje", signed=True)
    if amount < 0:
        why = f"{kroner(amount)} er negativ; brug FORDEL_BESPARELSE til en besparelse"
        raise VaerdiFejl(f"pulje: {why}", "pulje")
    return amount


def _read(
    pulje: Any,
    noegle: Any,
    boern: Any,
    taerskel: Any,
    loft: Any,
    minimum: Any,
    afrunding: Any,
    taerskeltype: Any,
) -> _Inputs:
    amount = pool(pulje)
    key = numbers(noegle, "noegle")
    children = None if is_blank(boern) else numbers(boern, "boern")
    if children is not None:
        same_length(key, children)
    limit = optional(taerskel, "taerskel", math.nan)
    return _Inputs(
        pulje=amount,
        noegle=key,
        boern=children,
        measured=None,
        vaegt=None,
        taerskel=None if math.isnan(limit) else limit,
        loft=_read_cap(loft, key),
        minimum=per_recipient(minimum, key, "minimum"),
        afrunding=optional(afrunding, "afrunding", rounding.KRONE),
        over=choice(taerskeltype, "taerskeltype", ("fuld", "over")) == "over",
    )


def _own(value: Any, navn: str, given: _Inputs) -> Range | None:
    """A column that stands in for the usual one."""
    if is_blank(value):
        return None
    own = numbers(value, navn)
    same_length(given.noegle, own)
    return own


def _read_cap(loft: Any, key: Range) -> np.ndarray | None:
    cap = per_recipient(loft, key, "loft", blank=math.inf)
    if cap is not None and not cap.all():
        zero = int(np.flatnonzero(cap == 0)[0])
        why = "0 kan ikke bruges; lad cellen være tom, hvis der intet loft er"
        raise refusal("loft", alone if np.size(loft) == 1 else in_line, zero, why)
    return cap


def _check_children(given: _Inputs) -> None:
    for used, children, word in ((given.taerskel, given.measured, "tærskel"), (given.loft, given.boern, "loft")):
        if used is None:
            continue
        if children is None:
            raise VaerdiFejl(f"børn mangler: {word} regnes pr. barn", "boern")
        refuse_without_children(given.noegle, children.tal)
    if given.taerskel is not None and abs(total(given.noegle.tal) - 1) <= SUMS_TO_ONE:
        why = "giver 1 i alt, så belastningen kan ikke måles mod en tærskel; brug FORDEL_NOEGLE eller antal"
        raise VaerdiFejl(f"nøgle: tallene {why}", "noegle")


def _calculate(given: _Inputs) -> _Result:
    over_taerskel, vaegt = _weigh(given)
    lo, hi, crossed = _bounds(given, vaegt)
    solved = solve(given.pulje, vaegt, lo, hi, given.afrunding)
    return _Result(over_taerskel, vaegt, lo, hi, crossed, solved.allocation, solved.rounding)


def _weigh(given: _Inputs) -> tuple[np.ndarray, np.ndarray]:
    """Who is over the threshold, and what each one counts with."""
    noegle = given.noegle.tal
    if given.taerskel is None or given.measured is None:
        return np.ones(len(noegle), dtype=bool), noegle
    if given.vaegt is not None:
        return given.vaegt.tal > 0, given.vaegt.tal
    over_taerskel, vaegt = weigh(noegle, given.measured.tal, given.taerskel, given.over)
    if given.pulje > 0 and noegle.any() and not vaegt.any():
        raise nobody(given.taerskel, per_child(noegle, given.measured.tal), given.over)
    return over_taerskel, vaegt


def _bounds(given: _Inputs, vaegt: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bounds in whole units; where the minimum is above the cap, the cap wins."""
    n = len(vaegt)
    lo = np.zeros(n) if given.minimum is None else np.where(vaegt > 0, given.minimum, 0.0)
    if given.loft is None or given.boern is None:
        hi = np.full(n, math.inf)
    else:
        has_children = given.boern.tal > 0
        hi = np.where(has_children, given.loft, 0.0) * given.boern.tal
    return whole_bounds(lo, hi, given.afrunding)


def _without_threshold(given: _Inputs) -> tuple[np.ndarray | None, str]:
    if given.taerskel is None:
        return None, ""
    try:
        return _calculate(given._replace(taerskel=None)).rounded.beloeb, ""
    except RegelFejl as refused:
        return None, f"uden tærskel: {refused}"


def _share(vaegt: np.ndarray) -> np.ndarray:
    whole = total(vaegt)
    return vaegt / whole if whole > 0 else np.zeros(len(vaegt))


def _bound_by(result: _Result) -> tuple[str, ...]:
    """Who would have got something else without its bound."""
    free = result.solved.sats * result.vaegt
    slack = noise(free)
    full = (result.solved.ikke_fordelt > 0) & (result.vaegt > 0)
    capped = full | (free > result.hi + slack)
    lifted = free < result.lo - slack
    return tuple(np.where(capped, "loft", np.where(lifted, "minimum", "")).tolist())


def _notes(given: _Inputs, result: _Result) -> tuple[str, ...]:
    """What a reader should know about each recipient, in the order of the calculation."""
    n = len(result.vaegt)
    never = np.zeros(n, dtype=bool)
    no_children = given.boern.tom if given.boern is not None else never
    below = given.noegle.tal > 0 if given.taerskel is not None else never
    remarks = (
        ("nøgle er tom og tæller 0", given.noegle.tom),
        ("børn er tom og tæller 0", no_children),
        ("under tærsklen", below & ~result.over_taerskel),
        ("lige på tærsklen", below & result.over_taerskel & (result.vaegt == 0)),
        ("loft under minimum", result.crossed),
        ("ens rest og nøgle: rækkefølgen afgjorde afrundingen", result.rounded.afgjort_af_plads),
    )
    noter = [""] * n
    for text, where in remarks:
        for i in np.flatnonzero(where).tolist():
            noter[i] = f"{noter[i]}; {text}" if noter[i] else text
    return tuple(noter)
