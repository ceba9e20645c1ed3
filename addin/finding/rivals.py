"""Columns that may be the same figure as another: another edition or extent of it, or counted in another way."""

from __future__ import annotations

import re
from functools import lru_cache

from addin.finding.table import CHILDREN, Table
from addin.finding.words import forms, keys, matches, plain, whole
from workbook_templates.overskrifter import ANDRE_BOERN, FORBEHOLD

# What has editions: children, keys and amounts.
_OF_EDITIONS = (*CHILDREN, "belastning", "noegle", "grundbudget", "sidste_aar", "ansoegt")
LEAST_WEIGHT, MOST_WEIGHT = 0.5, 10.0
MOSTLY = 0.8  # of the rows
NICE = 1e-9


@lru_cache(maxsize=4096)
def rival_keys(text: str) -> tuple[str, ...]:
    """The settings a heading may answer when the words that say which edition it is are left out.

    >>> rival_keys("Endelig nøgle 2027"), rival_keys("Budget ekskl. ledelse"), rival_keys("Pladser")
    (('noegle',), ('grundbudget',), ('boern',))
    """
    if any(matches(form, ANDRE_BOERN) for form in forms(text)):
        return ("boern",)
    left = re.sub(r"\s+", " ", re.sub(FORBEHOLD, " ", re.sub(r"[()]", " ", whole(text)))).strip(" :,;-")
    return tuple(key for key in keys(left) if key in _OF_EDITIONS) if left and left != whole(text) else ()


def is_weighted(text: str) -> bool:
    """Whether a heading of children says that they are weighted."""
    return "vægt" in plain(text)


def is_counted_otherwise(text: str) -> bool:
    """Whether a heading of children says that they are not counted one each: places, modules, full-time children."""
    return bool(rival_keys(text)) and not keys(text)


def weight_of(table: Table, column: int) -> float | None:
    """What 0-2-year-olds weigh in a column of weighted children: the shortest number that makes it of the two age
    groups; None where none does. A few rows may be off: sums, by the rounding of all their members."""
    young, old = (table.below(table.columns[key]) for key in ("boern_0_2", "boern_3_5"))
    rows = [row for row in zip(young, old, table.below(column)) if all(map(is_number, row)) and row[0]]
    half = 0.5 * 10.0 ** -max((decimals(worth) for _, _, worth in rows), default=0) + NICE
    guesses = sorted((worth - large) / small for small, large, worth in rows)
    for digits in range(1, 5) if rows else ():
        weight = round(guesses[len(guesses) // 2], digits)
        off = [abs(weight * small + large - worth) for small, large, worth in rows]
        if LEAST_WEIGHT <= weight <= MOST_WEIGHT and max(off) <= half * len(rows) and (
                sum(each <= half for each in off) >= MOSTLY * len(rows)):
            return weight
    return None


def has_numbers(table: Table, column: int) -> bool:
    """Whether a column holds any number."""
    return any(map(is_number, table.below(column)))


def are_few(table: Table, column: int) -> bool:
    """Whether a column of children has so few that it is no count of all of them."""
    def total(at: int) -> float:
        return sum(filter(is_number, table.below(at)))
    return 2 * total(column) < total(table.columns["boern_0_2"]) + total(table.columns["boern_3_5"])


def decimals(value: float) -> int:
    """How many decimals a number has, at most four."""
    return next((digits for digits in range(4) if abs(value - round(value, digits)) < NICE), 4)


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
