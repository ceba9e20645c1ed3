"""What a distribution is made of: the arguments as users type them, read and checked."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

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
from .errors import VaerdiFejl, kroner
from .guarantee import shares
from .per_child import refuse_without_children
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
    minimum: np.ndarray | None  # kr. per recipient
    foer: np.ndarray | None  # last year's amounts, in the new price level, where they bound this year's or are a part
    garanti: float  # the least of them, a share
    hoejst: float  # the most, infinite where there is no ceiling
    besparelse: bool  # foer are budgets: of one that is 0 nothing can be found
    fast: np.ndarray | None  # kr. that each is paid besides: the bounds of last year hold for both together
    ansoegt: np.ndarray | None  # kr. each has applied for: the most for both together
    andel_nyt: float  # how much the new distribution counts; the rest is last year's
    afrunding: float
    over: bool  # only what lies over the threshold counts


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
    return Given(
        pulje=amount,
        noegle=key,
        boern=children,
        measured=None,
        vaegt=None,
        taerskel=None if math.isnan(limit) else limit,
        loft=_read_cap(loft, key),
        minimum=per_recipient(minimum, key, "minimum"),
        foer=None,
        garanti=0.0,
        hoejst=math.inf,
        besparelse=False,
        fast=None,
        ansoegt=None,
        andel_nyt=1.0,
        afrunding=rounding_unit(afrunding),
        over=choice(taerskeltype, "taerskeltype", ("fuld", "over")) == "over",
    )


def with_last_year(given: Given, sidste_aar: Any, garanti: Any, hoejst: Any, andel_nyt: Any) -> Given:
    least, most = shares(garanti, hoejst, 0.0, "garanti")
    part = 1.0 if is_blank(andel_nyt) else fraction(andel_nyt, "andel_nyt")
    if not least and math.isinf(most) and part == 1:
        return given
    before = own(sidste_aar, "sidste_aar", given)
    if before is None:
        used = "garanti og højst er andele" if part == 1 else "en indfasning er en del"
        raise VaerdiFejl(f"sidste år mangler: {used} af det", "sidste_aar")
    return given._replace(foer=before.tal, garanti=least, hoejst=most, andel_nyt=part)


def with_others(given: Given, fast: Any, ansoegt: Any) -> Given:
    paid, applied = own(fast, "fast", given), own(ansoegt, "ansoegt", given)
    return given._replace(fast=None if paid is None else paid.tal, ansoegt=None if applied is None else applied.tal)


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
