"""The one calculation behind PULJE, SATS and SPOR: read, weigh, bound, solve, round once."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from . import rounding, transition
from .allocation import Allocation, exceeds
from .applications import LIGE_AFSLAG as LIGE_AFSLAG
from .applications import PRIORITET as PRIORITET
from .applications import equal_losses
from .arguments import Range, noise
from .bounds import AFSLAG as AFSLAG
from .bounds import ANSOEGT as ANSOEGT
from .bounds import FAST_ER, Bounds, Graense, together
from .bounds import GARANTI as GARANTI
from .bounds import HOEJST as HOEJST
from .bounds import LOFT as LOFT
from .bounds import MINIMUM as MINIMUM
from .errors import RegelFejl, UmuligFejl, kroner
from .given import Given, check_children, own, read, with_applications, with_last_year, with_others
from .rounding import in_whole
from .solving import Solved, solve
from .sums import total
from .threshold import nobody, per_child, weigh


class _Result(NamedTuple):
    over_taerskel: np.ndarray
    vaegt: np.ndarray
    bounds: Bounds
    solved: Allocation
    blandet: np.ndarray  # kr. before rounding: the new amounts, or blended with last year's
    rounded: rounding.Rounding


class Distribution:
    """Every step of the calculation. Amounts are kr.; arrays have one element a recipient.

    What only a trail shows is computed when it is asked for.
    """

    def __init__(self, given: Given, result: _Result, own_children: Range | None) -> None:
        self._given, self._result = given, result
        self.pulje = given.pulje
        self.afrunding = given.afrunding
        self.taerskel = given.taerskel
        self.deling = given.deling  # how applications are shared, "" where that is by the key
        self.ture = given.ture  # what is applied for before each one's turn, and to the end of it
        self.sats = result.solved.sats  # kr. per unit of vaegt; of equal losses what each does not get
        self.noegle = given.noegle.tal
        self.boern = None if given.boern is None else given.boern.tal
        self.boern_taerskel = None if own_children is None else own_children.tal  # of the threshold, where others
        self.over_taerskel = result.over_taerskel  # bool; all where there is no threshold
        self.vaegt = result.vaegt
        self.lo = result.bounds.lo
        self.hi = result.bounds.hi  # infinite where there is none
        self.foer_afrunding = result.solved.kr
        self.andel_nyt = given.andel_nyt  # 1 where last year's amounts have no part
        self.blandet = result.blandet  # what is rounded
        self.tildeling = result.rounded.beloeb
        self.gulv = result.rounded.gulv  # whole units of afrunding; the amount itself where nothing is rounded
        self.rest = result.rounded.rest  # of a unit
        self.decimaler = result.rounded.decimaler  # of rest
        self.ekstra = result.rounded.ekstra  # units over gulv
        self.afgjort_af_plads = result.rounded.afgjort_af_plads  # bool

    @cached_property
    def ikke_fordelt(self) -> float:
        """What the bounds and the rounding left over; blended amounts are of another total than the pool."""
        given = total(self.tildeling if self.andel_nyt == 1 else self.foer_afrunding)
        apart = exceeds(self.pulje, given) or exceeds(given, self.pulje)
        return round(self.pulje - given, 6) + 0.0 if apart else 0.0

    @cached_property
    def fuldt_indfaset(self) -> np.ndarray:
        """The amounts when the new distribution counts for all."""
        return _calculate(self._given._replace(andel_nyt=1.0)).rounded.beloeb

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
        """"", "minimum", "garanti", "loft", "højst", "ansøgt", "prioritet" or "afslag"."""
        return _lost(self._result) if self.deling == LIGE_AFSLAG else _bound_by(self._result)

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
    sidste_aar: Any = None,
    garanti: Any = None,
    hoejst: Any = None,
    andel_nyt: Any = None,
    fast: Any = None,
    fast_er: str = FAST_ER,
    ansoegt: Any = None,
    besparelse: bool = False,
    graenser: tuple[Graense, ...] = (),
    deling: str = "",
    prioritet: Any = None,
) -> Distribution:
    """The whole calculation from arguments as users type them.

    `boern_taerskel` are the children a burden is per, where they are not `boern`; `vaegt` are what recipients weigh
    where the threshold has been tested already, on the parts they consist of. `garanti` and `hoejst` are shares of
    `sidste_aar`, which is in the new price level: a guarantee holds also for those whom nothing is given by the key.
    Nobody gets more than `ansoegt`, which was applied for; `fast` is what each is paid besides, and counts in both;
    `fast_er` is how it is told where it is above such a bound.
    Where `andel_nyt` is below 1, the rest of each amount is last year's: blended before the one rounding.
    Of a `besparelse`, `sidste_aar` are the budgets, and one of 0 is a ceiling of 0.
    Any other bound is one of `graenser`, told after these. Where there is a `deling`, what was applied for is shared
    by it alone, as FORDEL_ANSOEGNING does, and the key moves nothing.
    """
    given = read(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype)
    given = with_others(given, fast, fast_er, ansoegt)
    given = with_applications(given, deling, prioritet)
    given = with_last_year(given, sidste_aar, garanti, hoejst, andel_nyt, besparelse)
    given = given._replace(graenser=(*given.graenser, *graenser))
    measured = own(boern_taerskel, "boern_taerskel", given)
    given = given._replace(measured=given.boern if measured is None else measured, vaegt=own(vaegt, "vaegt", given))
    check_children(given)
    return Distribution(given, _calculate(given), measured)


def _calculate(given: Given) -> _Result:
    over_taerskel, vaegt = _weigh(given)
    limits = together(given.graenser, vaegt, given.fast, given.afrunding, given.pulje, given.fast_er)
    guaranteed, names = total(limits.lo), [graense.navn for graense in given.graenser]
    if GARANTI in names and exceeds(guaranteed, given.pulje):
        who = "garantierne og minimum" if MINIMUM in names else "garantierne"
        rounded = not exceeds(limits.required, given.pulje)
        each = f", når hver er rundet op til {in_whole(given.afrunding)}" if rounded else ""
        why = f"{who} kræver {kroner(guaranteed)}, puljen er {kroner(given.pulje)}{each}"
        raise UmuligFejl(f"gulvet er for højt: {why}", "garanti")
    if given.deling == LIGE_AFSLAG:
        solved = equal_losses(given.pulje, vaegt, limits.hi, given.afrunding)
    else:
        solved = solve(given.pulje, vaegt, limits.lo, limits.hi, given.afrunding)
    return _Result(over_taerskel, vaegt, limits, solved.allocation, *_blended(given, solved))


def _blended(given: Given, solved: Solved) -> tuple[np.ndarray, rounding.Rounding]:
    """The last step but one: the new amounts, or those with last year's part in them, and how they are rounded."""
    new, part = solved.allocation.kr, given.andel_nyt
    if given.foer is None or part == 1:
        return new, solved.rounding
    return transition.blend(new, given.foer, part), transition.rounded(new, given.foer, part, given.afrunding)


def _weigh(given: Given) -> tuple[np.ndarray, np.ndarray]:
    """Who is over the threshold, and what each one counts with."""
    noegle = given.noegle.tal
    if given.ansoegt is not None:
        weights = (given.ansoegt > 0).astype(float) if given.ture is None else given.ture.vaegt
        return np.ones(len(noegle), dtype=bool), weights
    if given.taerskel is None or given.measured is None:
        return np.ones(len(noegle), dtype=bool), noegle
    if given.vaegt is not None:
        return given.vaegt.tal > 0, given.vaegt.tal
    over_taerskel, vaegt = weigh(noegle, given.measured.tal, given.taerskel, given.over)
    if given.pulje > 0 and noegle.any() and not vaegt.any():
        raise nobody(given.taerskel, per_child(noegle, given.measured.tal), given.over)
    return over_taerskel, vaegt


def _without_threshold(given: Given) -> tuple[np.ndarray | None, str]:
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
    """Who would have got something else without its bound, and which it is."""
    limits = result.bounds
    free = result.solved.sats * result.vaegt
    slack = noise(free)
    full = (result.solved.ikke_fordelt > 0) & (result.vaegt > 0)
    capped = full | (free > limits.hi + slack)
    lifted = free < limits.lo - slack
    return tuple(np.where(capped, limits.over, np.where(lifted, limits.under, "")).tolist())


def _lost(result: _Result) -> tuple[str, ...]:
    """Of equal losses: who loses all that is applied for; nobody any of it, where the pool is enough for all."""
    asked = result.vaegt > 0
    full, none = asked & (result.solved.ikke_fordelt > 0), asked & (result.solved.kr <= 0)
    return tuple(np.where(full, ANSOEGT, np.where(none, AFSLAG, "")).tolist())


def _notes(given: Given, result: _Result) -> tuple[str, ...]:
    """What a reader should know about each recipient, in the order of the calculation."""
    n = len(result.vaegt)
    never = np.zeros(n, dtype=bool)
    no_children = given.boern.tom if given.boern is not None else never
    equal = "beløb" if given.andel_nyt != 1 else "afslag" if given.deling == LIGE_AFSLAG else "vægt"
    below = given.noegle.tal > 0 if given.taerskel is not None else never
    remarks = (
        (f"{'ansøgt' if given.deling else 'nøgle'} er tom og tæller 0", given.noegle.tom),
        ("børn er tom og tæller 0", no_children),
        ("under tærsklen", below & ~result.over_taerskel),
        ("lige på tærsklen", below & result.over_taerskel & (result.vaegt == 0)),
        ("loft under minimum", result.bounds.crossed),
        (f"ens rest og {equal}: rækkefølgen afgjorde afrundingen", result.rounded.afgjort_af_plads),
    )
    noter = [""] * n
    for text, where in remarks:
        for i in np.flatnonzero(where).tolist():
            noter[i] = f"{noter[i]}; {text}" if noter[i] else text
    return tuple(noter)
