"""The true amounts of a layout, in exact fractions, from its houses alone: no cell is read."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.layouts.model import House, Layout, Rules
from tests.udfs import oracle
from udfs.values import name as comparable

WEIGHT = {"burden": Fraction(9, 5), "key": Fraction(1), "counts": Fraction(1), "children": Fraction(1)}


def amounts(layout: Layout) -> dict[str, Fraction]:
    """What each recipient gets, in the order they first stand."""
    rules, marked = layout.rules, _marked(layout)
    each = [_figures(house, rules, marked) for house in layout.houses]
    names = list(dict.fromkeys(house.recipient or house.name for house in layout.houses))
    total = {name: [Fraction(0)] * 4 for name in names}
    for house, figures in zip(layout.houses, each, strict=True):
        into = total[house.recipient or house.name]
        for index, figure in enumerate(figures):
            into[index] += figure
    fixed = [total[name][3] for name in names]
    rest = rules.pool - sum(fixed)
    key, heads, weighted = ([total[name][index] for name in names] for index in range(3))
    shares = distribute(rest, key, heads, weighted, rules)
    return {name: share + extra for name, share, extra in zip(names, shares, fixed, strict=True)}


def distribute(pool: Fraction, key: list[Fraction], heads: list[Fraction], weighted: list[Fraction],
               rules: Rules) -> list[Fraction]:
    """The threshold is tested on burden, or on counted children as a share of heads; the cap is per weighted child."""
    if rules.threshold is not None:
        against = weighted if rules.key == "burden" else heads
        key = [k if k >= rules.threshold * n else Fraction(0) for k, n in zip(key, against, strict=True)]
    minimum = rules.minimum or Fraction(0)
    return oracle.pulje(pool, key, weighted, None, rules.cap, minimum, rules.unit)[0]


def _figures(house: House, rules: Rules,
             marked: dict[Any, Fraction]) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Key, heads, weighted children and fixed amount of one house."""
    weight = (WEIGHT[rules.key] if rules.weight is None else rules.weight) if rules.split else Fraction(1)
    year = Fraction(12 if house.months is None else house.months, 12)
    heads, weighted = year * house.children, year * (weight * house.young + house.old)
    if rules.key == "children":
        key = marked.get(comparable(house.name), Fraction(0))
    else:
        key = {"burden": house.burden * weighted, "key": year * Fraction(house.key),
               "counts": year * _counted(house, rules)}[rules.key]
    if house.effect == "i stedet for":
        key = Fraction(0)
    return key, heads, weighted, Fraction(house.fixed or 0)


def _counted(house: House, rules: Rules) -> Fraction:
    """Delivered counts: - is none, .. and <3 are the replacement."""
    weights = rules.weights or (Fraction(1),) * len(house.counts)
    return sum((weight * _count(count, rules) for weight, count in zip(weights, house.counts, strict=True)),
               Fraction(0))


def _count(count: Any, rules: Rules) -> Fraction:
    if count == "-" or count is None:
        return Fraction(0)
    if isinstance(count, str):
        assert rules.replacement is not None, "a suppressed count needs a replacement"
        return Fraction(rules.replacement)
    return Fraction(count)


def _marked(layout: Layout) -> dict[Any, Fraction]:
    """For each house its children that meet enough criteria, or the criteria they meet."""
    found: dict[Any, Fraction] = {}
    for name, marks in layout.marks:
        met = sum(map(_is_met, marks))
        one = met if layout.rules.least is None else int(met >= layout.rules.least)
        found[comparable(name)] = found.get(comparable(name), Fraction(0)) + one
    return found


def _is_met(mark: Any) -> bool:
    return mark in (1, True) or (isinstance(mark, str) and mark.strip().casefold() in ("ja", "x", "j"))
