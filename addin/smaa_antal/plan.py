"""What to show, hide or word of counts and shares in an output that leaves (rules R2-R4, R7, R11 and R13).

No amount is judged here: that is the attack (addin.smaa_antal.attack), and what an amount gives away no word hides.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from addin.smaa_antal.attack import Attack
from addin.smaa_antal.published import Publication, Total
from addin.smaa_antal.rules import (
    FEWEST,
    GROUP_OF,
    MINDST,
    SMALL_HOUSE,
    may_show,
    may_show_none,
    percent_over,
    percent_under,
    whole_percent,
)

HIDDEN = "."
FEW, NEARLY_ALL, SMALL, COMPLEMENT, FEW_HOUSES = "få", "næsten alle", "lille hus", "kan regnes ud", "få institutioner"
REPLACED = "skjult i leverancen"
WIDTHS = (1, 5, 10, None)  # percent that the whole's share is rounded to, one after the other; None: it is hidden


class Cell(NamedTuple):
    """A share as it may stand: the text, the whole percent where it is shown, and why where it is not."""

    text: str
    percent: int | None
    why: str = ""


@dataclass(frozen=True)
class Houses:
    """The houses of one output; `threshold` is a share of the heads, None where there is none."""

    names: Sequence[str]
    groups: Sequence[str]
    heads: Sequence[int]
    counts: Sequence[int]
    threshold: float | None = None
    limit: int = MINDST
    replaced: Collection[int] = ()  # whose count stands for one that is hidden from us too, and few

    def members(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, group in enumerate(self.groups):
            found.setdefault(group, []).append(number)
        return found


@dataclass
class Plan:
    """What is shown of each house, of each group and of all; `order` is that of ranks and charts (R13): by share among
    those that are shown, the others after them by name, for else the order would say it."""

    houses: list[Cell]
    groups: dict[str, Cell]
    whole: Cell
    order: list[int] = field(default_factory=list)


def plan(houses: Houses) -> Plan:
    """The most that may be shown, found from what each house may show alone: while a hidden count can still be worked
    out from the sums, its group's share is hidden, then the next smallest in the group, then the whole's is rounded."""
    made = Plan([alone(houses, number) for number in range(len(houses.names))],
                {name: of_group(houses, members) for name, members in houses.members().items()},
                of_all(houses, WIDTHS[0]))
    width = 0
    while (number := worked_out(houses, made)) is not None:
        group = houses.groups[number]
        after = smallest_shown(houses, made, group)
        if made.groups[group].percent is not None:
            made.groups[group] = Cell(HIDDEN, None, COMPLEMENT)
        elif after is not None and not any(made.houses[m].why == COMPLEMENT for m in houses.members()[group]):
            made.houses[after] = Cell(HIDDEN, None, COMPLEMENT)
        elif width + 1 < len(WIDTHS):
            width += 1
            made.whole = of_all(houses, WIDTHS[width])
        else:
            break
    made.order = ranked(houses, made)
    return made


def alone(houses: Houses, number: int) -> Cell:
    """What one house may show of its own count (R1-R4); what stands for a hidden count is nobody's share."""
    heads, count, limit = houses.heads[number], houses.counts[number], houses.limit
    if heads < SMALL_HOUSE:
        return Cell(HIDDEN, None, SMALL)
    if number in houses.replaced:
        return Cell(HIDDEN, None, REPLACED)
    if may_show(count, heads, limit) and (count or may_show_none(heads, houses.threshold, limit)):
        percent = whole_percent(count, heads, houses.threshold)
        return Cell(f"{percent} %", percent)
    if count >= limit:
        return Cell(f"over {percent_over(heads, limit)} %", None, NEARLY_ALL)
    below = houses.threshold is not None and count < houses.threshold * heads
    if below and houses.threshold is not None and limit - 1 < houses.threshold * heads:  # says no less than 1 to 4
        return Cell(f"under {percent_text(houses.threshold)} %", None, FEW)
    return Cell(f"under {percent_under(heads, limit)} %", None, FEW)


def percent_text(share: float) -> str:
    """8 or 7,5."""
    return f"{100 * share:.10g}".replace(".", ",")


def of_group(houses: Houses, members: Sequence[int]) -> Cell:
    """A group's share, where it has houses enough (R11) and its sum may be shown (R2)."""
    if len(members) < GROUP_OF:
        return Cell(HIDDEN, None, FEW_HOUSES)
    return summed(houses, members, 1)


def of_all(houses: Houses, width: int | None) -> Cell:
    members = range(len(houses.names))
    return Cell(HIDDEN, None, COMPLEMENT) if width is None else summed(houses, members, width)


def summed(houses: Houses, members: Sequence[int], width: int) -> Cell:
    """The share of several houses together, rounded to so many percent."""
    heads, count = (sum(values[number] for number in members) for values in (houses.heads, houses.counts))
    if not heads or not may_show(count, heads, houses.limit):
        return Cell(HIDDEN, None, FEW)
    percent = width * math.floor(100 * count / heads / width + 0.5)
    return Cell(f"{percent} %" if width == 1 else f"ca. {percent} %", percent)


# ------------------------------------------------------------------------------------- what can be worked out


def worked_out(houses: Houses, made: Plan) -> int | None:
    """A hidden count that what is shown gives back to anybody (R7); None where none is found. What one who knows a
    count of its own can do besides is for the attack (R9), which takes sums too."""
    published = Publication(tuple(houses.names), np.array(houses.heads, dtype=float),
                            np.array(houses.counts, dtype=float), (), totals(houses, made),
                            *ranges(houses, made), houses.limit, readers=(), worded=worded(houses, made),
                            replaced=frozenset(houses.replaced))
    return next((back.number for back in Attack(published, ()).at_once()), None)


def shown_as(houses: Houses, made: Plan) -> tuple[np.ndarray, np.ndarray, tuple[Total, ...]]:
    """What a reader knows of each count, at least and at most, and of their sums, by the shares that are shown."""
    return (*ranges(houses, made), totals(houses, made))


def ranges(houses: Houses, made: Plan) -> tuple[np.ndarray, np.ndarray]:
    """What the cells themselves say: a shown share is taken to be its count, a word to be what it says. Few is not
    none where that is shown, as "0 %"."""
    least, most, few = np.zeros(len(houses.names)), np.array(houses.heads, dtype=float), worded(houses, made)
    for number, cell in enumerate(made.houses):
        if cell.percent is not None:
            least[number] = most[number] = houses.counts[number]
        elif cell.why == FEW:
            least[number], most[number] = FEWEST if number in few else 0, houses.limit - 1
        elif cell.why == NEARLY_ALL:
            least[number] = houses.heads[number] - houses.limit + 1
    return least, most


def worded(houses: Houses, made: Plan) -> frozenset[int]:
    """The houses of which it is said that few count, and so not none: that would have been shown."""
    return frozenset(number for number, cell in enumerate(made.houses)
                     if cell.why == FEW and may_show_none(houses.heads[number], houses.threshold, houses.limit))


def totals(houses: Houses, made: Plan) -> tuple[Total, ...]:
    """The sums that a shown share leaves: every whole number that rounds to it. How wide the whole's is rounded is not
    printed: the narrowest it can be is taken."""
    width = next((width for width in WIDTHS if of_all(houses, width) == made.whole), None)
    found = [between(name, houses, members, made.groups[name].percent, 1)
             for name, members in houses.members().items()]
    groups = [total for total in found if total is not None]
    whole = between("I alt", houses, range(len(houses.names)), made.whole.percent, width or 1)
    return tuple(groups) if whole is None else (*less_the_others(houses, made, groups, whole), whole)


def less_the_others(houses: Houses, made: Plan, groups: Sequence[Total], whole: Total) -> list[Total]:
    """What the sum of all leaves of each group that has a share, and of the houses in the others together."""
    least, most = ranges(houses, made)
    others = tuple(at for at in whole.members if made.groups[houses.groups[at]].percent is None)
    parts = [*groups, *([Total("De øvrige", others, 0, math.inf)] if groups and others else [])]
    low = [max(part.least, float(least[list(part.members)].sum())) for part in parts]
    high = [min(part.most, float(most[list(part.members)].sum())) for part in parts]
    return [part._replace(least=max(fewest, whole.least - sum(high) + largest),
                          most=min(largest, whole.most - sum(low) + fewest))
            for part, fewest, largest in zip(parts, low, high)]


def between(name: str, houses: Houses, members: Sequence[int], percent: int | None, width: int) -> Total | None:
    if percent is None:
        return None
    heads = sum(houses.heads[number] for number in members)
    least, above = ((percent + half * width) * heads / 100 for half in (-0.5, 0.5))
    return Total(name, tuple(members), math.ceil(least - 1e-9), math.ceil(above - 1e-9) - 1)


def smallest_shown(houses: Houses, made: Plan, group: str) -> int | None:
    shown = [number for number in houses.members()[group] if made.houses[number].percent is not None]
    return min(shown, key=lambda number: (houses.counts[number], number), default=None)


def ranked(houses: Houses, made: Plan) -> list[int]:
    def key(number: int) -> tuple[int, float, str]:
        percent = made.houses[number].percent
        return (0, -percent, houses.names[number]) if percent is not None else (1, 0, houses.names[number])

    return sorted(range(len(houses.names)), key=key)
