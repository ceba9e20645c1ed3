"""The ways out where small counts are given back (rule R10), in the order they are offered, each with what it would do.

Rounding of amounts is not among them: it hides nothing. Each way is only tried here, and no amount is changed by it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from addin.smaa_antal.attack import given_back
from addin.smaa_antal.published import ANYTHING, Column, Of, Publication
from udfs.distribution import Distribution

SEARCHED = 100  # recipients: with more, the amounts are shown, and the way is not searched again
PER_RECIPIENT = ("boern", "boern_taerskel", "sidste_aar", "ansoegt", "fast", "vaegt", "prioritet")
RECIPIENT, MEAN, SAME, OVER, THRESHOLD, MINIMUM, ACCEPTED = (
    "modtager", "gennemsnit", "samme tal", "over", "tærskel", "minimum", "accepteret")


class Way(NamedTuple):
    """`value` is the number it is tried with (the editions of a mean, what small counts count, the threshold, the
    minimum). `moved` is what is moved in all, None where it takes figures that are not there, `most` what anybody gains
    or loses, both kr.; `left` is how many counts are given back then, None where that is not searched."""

    kind: str
    value: float
    moved: float | None
    most: float
    left: int | None


def ways_out(published: Publication, back: Sequence[int], groups: Sequence[str] | None) -> list[Way]:
    """Each with what it would do, where the figures for it are there. `back` are the recipients whose counts are given
    back; `groups` is what each could be given its money through, None where it already is, or there are none."""
    main = published.columns[0]
    tried = [by_group(published, groups) if groups else None, mean(published, main), same_number(published, main)]
    if main.terms.get("taerskel") is not None and main.terms.get("taerskeltype") != "over":
        tried.append(with_terms(published, OVER, 0.0, {"taerskeltype": "over"}))
    limit = threshold_above(published, back)
    tried.append(with_terms(published, THRESHOLD, limit, {"taerskel": limit, "vaegt": None}))
    if main.terms.get("minimum") is None and main.amounts[list(back)].any():
        least = as_the_limit(published, main)
        tried.append(with_terms(published, MINIMUM, least, {"minimum": least}))
    return [*(way for way in tried if way is not None), Way(ACCEPTED, 0, 0.0, 0.0, len(back))]


def threshold_above(published: Publication, back: Sequence[int]) -> float:
    """The lowest whole percent that none of them reaches."""
    shares = [published.counts[number] / published.heads[number] for number in back if published.heads[number]]
    return (math.floor(100 * max(shares, default=0.0)) + 1) / 100


def as_the_limit(published: Publication, main: Column) -> float:
    """What the least count that may be shown gives, in whole units: nobody with fewer is told from one with so many."""
    done = main.distributed(published.counts)
    unit = float(main.terms.get("afrunding") or 1)
    sats = done.sats if done is not None else 0.0
    return math.ceil(sats * published.limit * float(main.factor.max()) / unit) * unit


def with_terms(published: Publication, kind: str, value: float, terms: dict[str, Any]) -> Way | None:
    """The same counts on other terms; None where the rule refuses them."""
    main = published.columns[0]
    other = replace(main, terms={**main.terms, **terms})
    done = other.distributed(published.counts)
    if done is None or done.ikke_fordelt > main.terms["pulje"] / 2:
        return None
    return way(published, kind, value, done.tildeling, told_as(main, replace(other, amounts=done.tildeling), done))


def way(published: Publication, kind: str, value: float, amounts: np.ndarray, column: Column | None,
        *beside: Column) -> Way:
    """`column` is None where it is not searched; `beside` are those that stay published whatever is chosen."""
    change = np.abs(amounts - published.columns[0].amounts)
    left = None
    if column is not None and published.n <= SEARCHED:
        left = len(given_back(replace(published, columns=(column, *beside))))
    return Way(kind, value, float(change.sum()) / 2, float(change.max()), left)


def told_as(main: Column, other: Column, done: Distribution) -> Column:
    """Another way, with as much told of it as of the one there is."""
    return other.amounts_only() if main.sats == ANYTHING else other.told_of(done)


def mean(published: Publication, main: Column) -> Way | None:
    """Counts that are the mean of this edition and of those before it: what is counted with is then no count of any
    one. Who knows the editions before, and how the counts have changed since, may work it out of the mean all the same.
    """
    before = [column for column in published.columns if column.of is Of.EARLIER]
    if not before:
        return Way(MEAN, 1, None, 0.0, None)
    changes = [np.zeros(published.n), *(np.where(column.factor > 0, column.change, 0.0) for column in before)]
    other = replace(main, change=main.change + np.mean(changes, axis=0))
    done = other.distributed(published.counts)
    if done is None:
        return None
    column = told_as(main, replace(other, amounts=done.tildeling), done)
    return way(published, MEAN, len(changes), done.tildeling, column, *before)


def same_number(published: Publication, main: Column) -> Way | None:
    """Every count under the limit, none too, counts as the middle of them: then an amount says "under 5", and no more.
    Their mean would, since it is printed, say what they come to together."""
    few = np.array([count < published.limit_of(number) for number, count in enumerate(published.counts)])
    if not few.any():  # what is hidden is that nearly all are counted
        return None
    middle = (published.limit - 1) / 2
    done = main.distributed(np.where(few, middle, published.counts))
    return None if done is None else way(published, SAME, middle, done.tildeling, None)


def by_group(published: Publication, groups: Sequence[str]) -> Way | None:
    """The money given to those above the houses: compared group by group, since no house has an amount then."""
    names = list(dict.fromkeys(groups))
    at = np.array([names.index(group) for group in groups])
    main = published.columns[0]

    def summed(values: Any) -> np.ndarray:
        return np.bincount(at, np.array([value or 0.0 for value in values], dtype=float), len(names))

    if any(isinstance(main.terms.get(key), (list, np.ndarray)) for key in ("loft", "minimum")):
        return None
    terms = {key: summed(value).tolist() if key in PER_RECIPIENT and value is not None else value
             for key, value in main.terms.items()}
    counts, key = summed(published.counts), summed(main.factor * (published.counts + main.change))
    factor = np.divide(key, counts, out=np.ones(len(names)), where=counts > 0)
    column = Column(main.name, np.zeros(len(names)), terms, factor, np.zeros(len(names)))
    done = column.distributed(counts)
    if done is None:
        return None
    column = told_as(main, replace(column, amounts=done.tildeling), done)
    hidden = sorted(published.replaced)
    known = counts - np.bincount(at[hidden], published.counts[hidden], len(names))
    replaced = frozenset(group for group in at[hidden].tolist() if known[group] < published.limit)
    above = Publication(tuple(names), summed(published.heads), counts, (column,), limit=published.limit,
                        of_heads=published.of_heads, replaced=replaced)
    change = np.abs(done.tildeling - summed(main.amounts))
    left = len(given_back(above)) if published.n <= SEARCHED else None
    return Way(RECIPIENT, len(names), float(change.sum()) / 2, float(change.max()), left)
