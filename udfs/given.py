"""What a distribution is made of: the arguments as users type them, read and checked."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from .applications import LIGE_AFSLAG, PRIORITET, Turns, in_turn, priorities, refuse_none
from .arguments import (
    Range,
    choice,
    column,
    fraction,
    is_blank,
    number,
    numbers,
    optional,
    per_recipient,
    rounding_unit,
    same_length,
)
from .bounds import ANSOEGT, FAST_ER, GARANTI, HOEJST, LOFT, MINIMUM, Graense
from .errors import VaerdiFejl, kroner
from .guarantee import bounds, shares
from .per_child import refuse_without_children
from .solving import whole_bounds
from .sums import total
from .values import alone, in_line, refusal

SUMS_TO_ONE = 1e-9


class Given(NamedTuple):
    pulje: float
    noegle: Range
    boern: Range | None
    measured: Range | None  # the children a burden is per
    vaegt: Range | None  # weights after a threshold that was tested on the parts of each recipient
    taerskel: float | None
    loft: np.ndarray | None  # kr. per child, infinite where the cell is empty
    graenser: tuple[Graense, ...]
    foer: np.ndarray | None  # last year's amounts, in the new price level, where they bound this year's or are a part
    fast: np.ndarray | None  # kr. that each is paid besides: some bounds hold for both together
    fast_er: str  # what that is called in a refusal
    andel_nyt: float  # how much the new distribution counts; the rest is last year's
    afrunding: float
    over: bool  # only what lies over the threshold counts
    deling: str = ""  # how applications are shared, where it is not by the key
    ansoegt: np.ndarray | None = None  # kr. that are applied for, where they are
    ture: Turns | None = None  # whose turn it is, where they have a priority


def pool(value: Any) -> float:
    """The amount to distribute, in kr."""
    amount = number(value, "pulje", signed=True)
    if amount < 0:
        why = f"{kroner(amount)} er negativ; brug FORDEL_BESPARELSE til en besparelse"
        raise VaerdiFejl(f"pulje: {why}", "pulje")
    return amount


def read(
    pulje: Any,
    noegle: Any,
    boern: Any,
    taerskel: Any,
    loft: Any,
    minimum: Any,
    afrunding: Any,
    taerskeltype: Any,
) -> Given:
    amount = pool(pulje)
    key = numbers(noegle, "noegle")
    children = column(boern, "boern")
    if children is not None:
        same_length(key, children)
    limit = optional(taerskel, "taerskel", math.nan)
    cap, least = _read_cap(loft, key), per_recipient(minimum, key, "minimum")
    return Given(
        pulje=amount,
        noegle=key,
        boern=children,
        measured=None,
        vaegt=None,
        taerskel=None if math.isnan(limit) else limit,
        loft=cap,
        graenser=(*_minimum(least), *_cap(cap, children)),
        foer=None,
        fast=None,
        fast_er=FAST_ER,
        andel_nyt=1.0,
        afrunding=rounding_unit(afrunding),
        over=choice(taerskeltype, "taerskeltype", ("fuld", "over")) == "over",
    )


def _minimum(least: np.ndarray | None) -> tuple[Graense, ...]:
    return () if least is None else (Graense(MINIMUM, "minimum", "minimum er", least, False, kun_med_vaegt=True),)


def _cap(cap: np.ndarray | None, children: Range | None) -> tuple[Graense, ...]:
    """Per child, so many as each has; infinite where there is none."""
    if cap is None or children is None:
        return ()
    capped = np.isfinite(cap)
    most = np.where(capped, np.where(capped, cap, 0.0) * children.tal, math.inf)
    return (Graense(LOFT, "loft", "loftet er", most, True),)


def with_last_year(
    given: Given, sidste_aar: Any, garanti: Any, hoejst: Any, andel_nyt: Any, besparelse: bool
) -> Given:
    """Bounds that are shares of last year's amounts, or of the budgets of a saving; and a part that they are."""
    least, most = shares(garanti, hoejst, 0.0, "garanti")
    part = 1.0 if is_blank(andel_nyt) else fraction(andel_nyt, "andel_nyt")
    if not least and math.isinf(most) and part == 1:
        return given
    before = own(sidste_aar, "sidste_aar", given)
    if before is None:
        used = "garanti og højst er andele" if part == 1 else "en indfasning er en del"
        raise VaerdiFejl(f"sidste år mangler: {used} af det", "sidste_aar")
    known = np.ones(len(before.tal), dtype=bool) if besparelse else None
    lo, hi = bounds(before.tal, least, most, known)
    graenser = list(given.graenser)
    if least:
        graenser.append(Graense(GARANTI, "sidste_aar", "garantien er", lo, False, i_alt=True, skal_holdes=True))
    if not math.isinf(most):
        graenser.append(Graense(HOEJST, "sidste_aar", "loftet er", hi, True, i_alt=True))
    return given._replace(foer=before.tal, graenser=tuple(graenser), andel_nyt=part)


def with_others(given: Given, fast: Any, fast_er: str, ansoegt: Any) -> Given:
    """What is paid besides, and what has been applied for: the most for both together."""
    paid, applied = own(fast, "fast", given), own(ansoegt, "ansoegt", given)
    found = () if applied is None else (Graense(ANSOEGT, "ansoegt", "der er ansøgt om", applied.tal, True, i_alt=True),)
    return given._replace(fast=None if paid is None else paid.tal, fast_er=fast_er, graenser=(*given.graenser, *found))


def with_applications(given: Given, deling: str, prioritet: Any) -> Given:
    """What is applied for, shared by it alone: in turn, or with the same loss to each."""
    wanted = next((graense.kr for graense in given.graenser if graense.navn == ANSOEGT), None)
    if not deling:
        return given
    if wanted is None:
        raise VaerdiFejl("ansøgt mangler: puljen deles efter det alene", "ansoegt")
    refuse_none(given.pulje, wanted)
    given = given._replace(deling=deling, ansoegt=wanted)
    if deling == LIGE_AFSLAG:
        return given
    order = numbers(prioritet, "prioritet")
    same_length(given.noegle, order)
    most = whole_bounds(np.zeros(len(wanted)), wanted, given.afrunding, given.pulje)[1]
    turns = in_turn(given.pulje, wanted, most, priorities(order, wanted))
    first = Graense(PRIORITET, "prioritet", "prioriteten giver", turns.mindst, False)
    return given._replace(ture=turns, graenser=(*given.graenser, first))


def own(value: Any, navn: str, given: Given) -> Range | None:
    """A column that stands in for the usual one; blank cells are 0, also where all of them are."""
    if value is None:
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


def check_children(given: Given) -> None:
    for used, children, word in ((given.taerskel, given.measured, "tærskel"), (given.loft, given.boern, "loft")):
        if used is None:
            continue
        if children is None:
            raise VaerdiFejl(f"børn mangler: {word} regnes pr. barn", "boern")
        refuse_without_children(given.noegle, children.tal)
    if given.taerskel is not None and abs(total(given.noegle.tal) - 1) <= SUMS_TO_ONE:
        why = "giver 1 i alt, så belastningen kan ikke måles mod en tærskel; brug FORDEL_NOEGLE eller antal"
        raise VaerdiFejl(f"nøgle: tallene {why}", "noegle")
