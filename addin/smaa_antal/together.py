"""Shares beside amounts: the most that may stand on an output without the two together telling what the amounts do not.

The plan (addin.smaa_antal.plan) judges shares alone, and the attack amounts alone. A house that gets nothing is told by
no amount; but where the amounts tell the others' counts, the share of its group tells the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from addin.smaa_antal.attack import MOST_RECIPIENTS, Attack, GivenBack, given_back, terms
from addin.smaa_antal.plan import COMPLEMENT, HIDDEN, WIDTHS, Cell, Houses, Plan, of_all, plan, shown_as, worded
from addin.smaa_antal.published import Publication

SEARCHED = 100  # recipients: with more it is not searched for which of the sums can stay
HELD_BACK = Cell(HIDDEN, None, COMPLEMENT)


def shares(houses: Houses, *beside: Publication) -> Plan | None:
    """What is shown of the houses beside each of several publications, of which they are the first: the output's own
    figures, and the same with earlier editions. All that the plan shows, or fewer sums; None where shares of houses,
    too, tell more."""
    tried: Plan | None = plan(houses)
    for published in beside:
        tried = tried and as_far_as(houses, tried, published)
    return tried


def as_far_as(houses: Houses, made: Plan, published: Publication) -> Plan | None:
    """As much of it as tells nothing more than what is published without."""
    if not published.hidden:
        return made
    if published.n > MOST_RECIPIENTS:  # it is not looked for, and that is no promise
        return None
    alone, tried = told(published), made
    while more := told_more(told(with_shares(published, houses, tried)), alone):
        fewer = with_fewer(houses, tried, more if published.n <= SEARCHED else None)
        if fewer is None:
            return None
        tried = fewer
    return tried


def with_fewer(houses: Houses, made: Plan, more: set[int] | None) -> Plan | None:
    """Without the shares of the groups of those who are told of, then with that of all rounded further; where it is not
    said who they are, with no sum at all. None where no sum is left."""
    hurt = set(houses.groups) if more is None else {houses.groups[at] for at in more if at < len(houses.names)}
    groups = {name: HELD_BACK if name in hurt and cell.percent is not None else cell
              for name, cell in made.groups.items()}
    if more is None and (groups != made.groups or made.whole.percent is not None):
        return replace(made, groups=groups, whole=HELD_BACK)
    if groups != made.groups:
        return replace(made, groups=groups)
    if made.whole.percent is None:
        return None
    cells = [of_all(houses, width) for width in WIDTHS]
    return replace(made, whole=next(cell for cell in cells[cells.index(made.whole) + 1:] if cell != made.whole))


def with_shares(published: Publication, houses: Houses, made: Plan) -> Publication:
    """With what a reader knows by the shares; those who are in an earlier edition only have none."""
    least, most, totals = shown_as(houses, made)
    here = len(houses.names)
    low, high = published.low.copy(), published.high.copy()
    low[:here], high[:here] = np.maximum(low[:here], least), np.minimum(high[:here], most)
    return replace(published, least=low, most=high, totals=(*published.totals, *totals),
                   worded=published.worded | worded(houses, made))


def told(published: Publication) -> list[GivenBack]:
    """By everything at once, and so as narrowly as it is found; how few columns it takes is not asked."""
    columns = terms(published)
    return given_back(published) if columns is None else Attack(published, columns).run()


def told_more(with_them: Sequence[GivenBack], without: Sequence[GivenBack]) -> set[int]:
    """Whose counts are given back that were not, or are known more narrowly."""
    known = {back.number: back for back in without}
    return {back.number for back in with_them
            if back.number not in known or back.least > known[back.number].least or back.most < known[back.number].most}
