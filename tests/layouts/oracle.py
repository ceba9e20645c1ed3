"""The true amounts of a layout, in exact fractions, from its houses alone: no cell is read."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from tests.layouts.model import House, Layout, Rules
from tests.udfs import oracle
from udfs.values import name as comparable

WEIGHT = {"burden": Fraction(9, 5), "key": Fraction(1), "counts": Fraction(1), "children": Fraction(1),
          "base": Fraction(1)}


class Line(NamedTuple):
    """One recipient: what it counts with, and what its amount is held within."""

    key: Fraction
    heads: Fraction
    weighted: Fraction
    fixed: Fraction
    before: Fraction = Fraction(0)  # last year's, in the new price level; of a saving, the base budget
    least: Fraction = Fraction(0)
    most: Fraction | None = None  # kr. per child of its own


def amounts(layout: Layout) -> dict[str, Fraction]:
    """What each recipient gets, in the order they first stand."""
    rules, marked = layout.rules, _marked(layout)
    lines: dict[str, Line] = {}
    for house in layout.houses:
        name, line = house.recipient or house.name, _figures(house, rules, marked)
        lines[name] = _added(lines[name], line) if name in lines else line
    rest = rules.pool - rules.central - sum(line.fixed for line in lines.values())
    shares = distribute(rest, list(lines.values()), rules)
    return {name: share + line.fixed for (name, line), share in zip(lines.items(), shares, strict=True)}


def _added(one: Line, other: Line) -> Line:
    """Two institutions of one recipient; caps of their own belong to institutions that receive for themselves."""
    assert one.most is None and other.most is None
    return Line(*(a + b for a, b in zip(one[:-1], other[:-1], strict=True)))


def distribute(pool: Fraction, lines: list[Line], rules: Rules) -> list[Fraction]:
    """The threshold is tested on burden, or on counted children as a share of heads; the cap is per weighted child."""
    key = [line.key for line in lines]
    if rules.threshold is not None:
        against = [line.weighted if rules.key == "burden" else line.heads for line in lines]
        key = [k if k >= rules.threshold * n else Fraction(0) for k, n in zip(key, against, strict=True)]
    lo = [_least(line, weight, rules) for line, weight in zip(lines, key, strict=True)]
    hi = [_most(line, rules) for line in lines]
    lo = [low if high is None else min(low, high) for low, high in zip(lo, hi, strict=True)]
    new, _, left = oracle.allocate(pool, key, lo, hi)
    if rules.part is not None and rules.part != 1:
        before = [line.before for line in lines]
        new = [(1 - rules.part) * then + rules.part * now for then, now in zip(before, new, strict=True)]
        tie = [oracle.rounded(kr / sum(new), 12) for kr in new]
        free: list[Fraction | None] = [None] * len(lines)
        return oracle.largest_remainder(new, rules.unit, oracle.half_up(sum(new), rules.unit), tie, free, free)
    tie = [oracle.rounded(weight / sum(key), 12) for weight in key]
    total = oracle.half_up(pool, rules.unit) if rules.saving else oracle.floor_to(pool - left, rules.unit)
    room = [high if weight else low for low, high, weight in zip(lo, hi, key, strict=True)]
    return oracle.largest_remainder(new, rules.unit, total, tie, lo, room)


def _least(line: Line, weight: Fraction, rules: Rules) -> Fraction:
    """The minimum, of those with a key, and the guarantee, of all who had something last year."""
    minimum = max(rules.minimum or Fraction(0), line.least) if weight else Fraction(0)
    return oracle.ceil_to(max(minimum, (rules.guarantee or Fraction(0)) * line.before), rules.unit)


def _most(line: Line, rules: Rules) -> Fraction | None:
    """The cap, the ceiling over last year's, the share of the base budget of a saving; None where there is none."""
    caps = [cap * line.weighted for cap in (rules.cap, line.most) if cap is not None]
    caps += [rules.ceiling * line.before] if rules.ceiling is not None and line.before else []
    caps += [rules.share * line.before] if rules.share is not None else []
    return oracle.floor_to(min(caps), rules.unit) if caps else None


def _figures(house: House, rules: Rules, marked: dict[Any, Fraction]) -> Line:
    """Key, children, fixed amount and bounds of one house."""
    weight = (WEIGHT[rules.key] if rules.weight is None else rules.weight) if rules.split else Fraction(1)
    year = Fraction(12 if house.months is None else house.months, 12)
    heads, weighted = year * house.children, year * (weight * house.young + house.old)
    if rules.key == "children":
        key = marked.get(comparable(house.name), Fraction(0))
    else:
        key = {"burden": house.burden * weighted, "key": year * Fraction(house.key),
               "counts": year * _counted(house, rules), "base": Fraction(house.base)}[rules.key]
    if house.effect == "i stedet for":
        key = Fraction(0)
    before = Fraction(house.base) if rules.saving else house.last * (1 + (rules.price or 0))
    return Line(key, heads, weighted, Fraction(house.fixed or 0), before, Fraction(house.least or 0),
                None if house.most is None else Fraction(house.most))


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
