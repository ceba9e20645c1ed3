from __future__ import annotations

import math

import numpy as np

from ..allocation import exceeds
from ..arguments import Range, column, numbers, rounding_unit, same_length
from ..errors import UmuligFejl, VaerdiFejl, kroner, word
from ..guarantee import bounds, growth, refuse_between, shares
from ..per_child import refuse_without_children
from ..rounding import KRONE, half_up, in_whole
from ..solving import solve, whole_bounds

MINDST = 0.95  # of last year's amount


def FORDEL_GARANTI(nyt, foer, mindst=MINDST, hoejst=None, boern_nu=None, boern_foer=None, afrunding=KRONE):
    """Begrænser ændringen fra sidste år uden at ændre summen: de, der vinder, betaler for garantien.

    Alle mellem grænserne får samme faktor gange nyt. Sidste års beløb skal være i det nye års
    prisniveau: brug FORDEL_PL. Med børnetal for begge år gælder grænserne pr. barn.

    Argumenter:
        nyt: Nye beløb i kr. pr. modtager, i en kolonne eller række. Tom: lukket, får 0; skriv 0 for én, der
            skal have sin garanti.
        foer: Sidste års beløb i kr. i nyt prisniveau, lige så mange som nyt. Tom eller 0: ny, ingen grænser.
        mindst: Mindste andel af sidste års beløb; 0,95 eller 95 %, hvis den udelades. 0: ingen garanti.
        hoejst: Største andel af sidste års beløb, fx 1,1 eller 110 %. Tom: ingen grænse opad.
        boern_nu: Antal børn i år, lige så mange som nyt. Kun sammen med boern_foer.
        boern_foer: Antal børn sidste år, lige så mange som nyt. Kun sammen med boern_nu.
        afrunding: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.

    Resultat:
        Kroner pr. modtager, som nyt ligger; summen er summen af nyt, rundet til enheden.

    Fejl:
        Garantier, der kræver mere end summen ("gulvet er for højt"), eller grænser opad, der giver mindre; ingen
        hele enheder mellem en garanti og grænsen opad; mindst over hoejst; andele som 95 for 95 %; børn for kun
        ét af årene; beløb til en modtager med 0 børn.

    Formel:
        MIN(MAKS(sats x nyt; mindst x før); højst x før), hvor sats gør summen til summen af nyt; før x børn nu /
        børn før, hvor de er med.

    Kilde:
        Samme formål som Englands Minimum Funding Guarantee og Norges INGAR, men ikke deres formler: her
        skaleres hele det nye beløb, så alle mellem grænserne deler én faktor.

    Eksempel:
        >>> FORDEL_GARANTI([500, 800, 700], [700, 700, 600]).tolist()
        [665.0, 712.0, 623.0]
    """
    new, before = numbers(nyt, "nyt"), numbers(foer, "foer")
    same_length(new, before)
    least, most = shares(mindst, hoejst, MINDST)
    unit = rounding_unit(afrunding)
    basis = before.tal * _growth(boern_nu, boern_foer, new, before)
    lo, hi = (np.where(new.tom, 0.0, bound) for bound in bounds(basis, least, most))  # closed: nothing
    total = half_up(math.fsum(new.tal), unit)
    bounded = whole_bounds(lo, hi, unit, total)[:2]
    refuse_between("foer", lo, hi, unit, total)
    _refuse_conflict(total, new.tal > 0, (lo, hi), bounded, unit)
    lo, hi = bounded
    return new.like(solve(total, new.tal, lo, hi, unit).beloeb)


def _growth(boern_nu, boern_foer, new: Range, before: Range) -> np.ndarray:
    """Children now per child before; 1 where children are left out, or where there is no last year to compare with."""
    now, then = column(boern_nu, "boern_nu"), column(boern_foer, "boern_foer")
    if now is None and then is None:
        return np.ones(len(new.tal))
    if now is None or then is None:
        missing = "boern_nu" if now is None else "boern_foer"
        raise VaerdiFejl(f"{word(missing)} mangler; grænser pr. barn kræver børn for begge år", missing)
    same_length(new, now, then)
    refuse_without_children(new, now.tal)
    refuse_without_children(before, then.tal)
    return growth(now.tal, then.tal)


Bounds = tuple[np.ndarray, np.ndarray]


def _refuse_conflict(total: float, weighted: np.ndarray, exact: Bounds, whole: Bounds, unit: float) -> None:
    """Floors above the sum, or ceilings below it; said so where it is only so because each is rounded."""
    least, most = math.fsum(whole[0]), _top(whole, weighted)
    if exceeds(least, total):
        each = "" if exceeds(math.fsum(exact[0]), total) else f", når hver er rundet op til {in_whole(unit)}"
        why = f"garantierne kræver {kroner(least)}, summen af nyt er {kroner(total)}{each}"
        raise UmuligFejl(f"gulvet er for højt: {why}", "mindst")
    if exceeds(total, most):
        each = "" if exceeds(total, _top(exact, weighted)) else f", når hver er rundet ned til {in_whole(unit)}"
        why = f"der kan højst gives {kroner(most)}, summen af nyt er {kroner(total)}{each}"
        raise UmuligFejl(f"loftet er for lavt: {why}", "hoejst")


def _top(bounds: Bounds, weighted: np.ndarray) -> float:
    """The most that can be given: one without a new amount gets no more than its guarantee."""
    return math.fsum(np.where(weighted, bounds[1], bounds[0]))
