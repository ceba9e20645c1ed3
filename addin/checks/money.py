"""Amounts and shares: written in the wrong unit, or far from last year's."""

from __future__ import annotations

import math

from addin.checks.subject import Subject
from addin.figures import units
from udfs.errors import kroner, tal

FAR = 0.25  # the pool may differ by so much of last year's amounts
MILLE = 300  # two amounts of one kind with a ratio above are in two units: 1.000 times is the usual slip
BASE_PER_CHILD = (5_000, 1_000_000)  # kr. of base budget per child and year that a Danish institution may have


def percent(subject: Subject) -> list[str]:
    """A burden above 1 for most is a percentage; a threshold above 1 is too."""
    found, setup = [], subject.setup
    burdens = subject.figures.institutions.column("belastning") if setup.key == "belastning" else None
    known = [value for value in burdens or [] if value]
    many = [number for number in subject.numbers() if burdens and (burdens[number] or 0) > 1]
    if known and 2 * len(many) > len(known) and max(known) <= 100:
        first = many[0]
        found.append(f"{subject.cell('belastning', first)}: {tal((burdens or [])[first])} er "
                     f"{tal(100 * (burdens or [])[first])} % ({len(many)} af {len(known)} er over 1)")
    limit = setup.settings.taerskel
    if limit is not None and limit > 1 and known and max(known) <= 1:
        found.append(f"tærsklen er {tal(limit)}, og ingen belastning er over 1")
    return found


def unit(subject: Subject) -> list[str]:
    """Last year's amounts against the pool, and the base budget against the children."""
    found, figures = [], subject.figures
    pool, before = units.pool(subject.setup), total(subject, "sidste_aar")
    if pool > 0 and before > 0 and max(pool / before, before / pool) > MILLE:
        found.append(f"puljen er {kroner(pool)}, men sidste års tildeling er {kroner(before)} i alt")
    base = figures.institutions.column("grundbudget")
    for number in subject.numbers():
        children = subject.heads(number)
        if base and base[number] and children:
            each = base[number] / children
            if not BASE_PER_CHILD[0] <= each <= BASE_PER_CHILD[1]:
                found.append(f"{subject.cell('grundbudget', number)}: grundbudgettet er {kroner(round(each))} pr. barn")
    return found


def far_from_last_year(subject: Subject) -> list[str]:
    pool, before = units.pool(subject.setup), total(subject, "sidste_aar")
    if before <= 0 or abs(pool - before) <= FAR * before:
        return []
    change = f"{'+' if pool > before else '-'}{tal(round(100 * abs(pool - before) / before, 1))} %"
    return [f"til fordeling er {kroner(pool)}, sidste års tildeling var {kroner(before)} i alt ({change})"]


def total(subject: Subject, key: str) -> float:
    """The sum of a column in kr., in the new price level; 0 where there is none."""
    return math.fsum(value or 0.0 for value in subject.figures.column(key) or ())


CHECKS = {"procent": percent, "enhed": unit, "sidste_aar": far_from_last_year}
