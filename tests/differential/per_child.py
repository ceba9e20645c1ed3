"""Last year's amounts, and what they are for this year's children where a guarantee is per child."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from tests.differential.applications import HOW as APPLICATIONS
from tests.differential.pools import in_oere
from tests.differential.shape import Drawn, Row, exact

HOW, PER_CHILD, COLUMN = "garanti_gaelder", "pr. barn", "boern_foer"
NOTHING = Fraction(0)
AGES = ("boern_0_2", "boern_3_5")


def per_child(made: Drawn, dice: random.Random) -> None:
    """Most of the time as many children as now or more, so that the pool is enough."""
    said = made.settings
    for row in (*made.rows, *made.others):
        now = sum(int(row[key] or 0) for key in (AGES if AGES[0] in made.used else ("boern",)))
        row[COLUMN] = dice.choice((now, now, now + 5, 2 * now + 1, max(now - 1, 1))) if dice.random() < 0.995 else None
    bounded = said.get("garanti") is not None or said.get("hoejst") is not None
    if not bounded or made.saving or {"andel_nyt", APPLICATIONS} & {*said} or dice.random() > 0.6:
        return
    said[HOW] = PER_CHILD
    made.used.add(COLUMN)


def is_per_child(drawn: Drawn) -> bool:
    return bool(drawn.settings.get(HOW) == PER_CHILD)


def heads(drawn: Drawn, row: Row) -> Fraction:
    return sum((exact(row[key]) for key in (*AGES, "boern") if key in drawn.used), NOTHING)


def moved(drawn: Drawn, values: Sequence[Fraction]) -> list[Fraction]:
    """The first replaces the two after it."""
    if "erstatter" not in drawn.used or len(values) < 3:
        return list(values)
    return [sum(values[:3], NOTHING), NOTHING, NOTHING, *values[3:]]


def faults(drawn: Drawn, people: dict[str, list[int]], kr: Sequence[Fraction], key: Sequence[Fraction],
           instead: Sequence[bool]) -> list[str]:
    """The words of what is wrong; `kr` are last year's amounts, moved."""
    if not is_per_child(drawn):
        return []
    then = moved(drawn, [exact(cell) for cell in drawn.column(COLUMN)])
    found = ["for sidste år. Skriv antallet"] if any(
        amount and not many for amount, many in zip(kr, then)) else []
    for members in people.values():
        own = [number for number in members if not instead[number]]
        children = sum((heads(drawn, drawn.rows[number]) for number in own), NOTHING)
        if any(kr[number] for number in own) and any(key[number] for number in own) and not children:
            found.append("men 0 børn nu")
    return found


def of_each(drawn: Drawn) -> list[Fraction]:
    """Last year's amounts in the new price level, where those that are compared stand."""
    rate, unit = 1 + exact(drawn.settings.get("pl")), drawn.settings.get("enhed_sidste_aar", "kr.")
    return moved(drawn, [rate * in_oere(exact(value), unit) for value in drawn.column("sidste_aar")])


def last_year(drawn: Drawn, people: dict[str, list[int]], instead: Sequence[bool]) -> list[Fraction]:
    """Of those who take part by the key; of a saving the budgets."""
    if drawn.saving:
        budgets = [exact(kr) * drawn.factor("grundbudget") for kr in drawn.column("grundbudget")]
        return [sum((budgets[number] for number in members), NOTHING) for members in people.values()]
    kr = of_each(drawn)
    return [sum((kr[number] for number in members if not instead[number]), NOTHING) * growth(drawn, members, instead)
            for members in people.values()]


def growth(drawn: Drawn, members: Sequence[int], instead: Sequence[bool]) -> Fraction:
    """Children now per child last year, of those that take part; 1 where there were none."""
    if not is_per_child(drawn):
        return Fraction(1)
    own = [number for number in members if not instead[number]]
    before = moved(drawn, [exact(cell) for cell in drawn.column(COLUMN)])
    then = sum((before[number] for number in own), NOTHING)
    return sum((heads(drawn, drawn.rows[number]) for number in own), NOTHING) / then if then else Fraction(1)
