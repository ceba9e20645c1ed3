"""Amounts and shares: written in the wrong unit, or far from last year's."""

from __future__ import annotations

import math

from addin.checks.subject import Subject
from addin.figures import retning, units
from addin.finding.beside import label_of
from addin.finding.cells import number_of, values_of
from addin.finding.shares import above_one
from addin.finding.words import LONGEST, whole
from addin.inputs import where
from addin.workbook import Area, Sheet
from udfs.errors import kroner, tal
from workbook_templates.indstillinger import ANDEL, POINT, PROCENT
from workbook_templates.opsaetning import POOLS

FAR = 0.1  # the pool may differ by so much of last year's amounts
MILLE = 300  # two amounts of one kind with a ratio above are in two units: 1.000 times is the usual slip
BASE_PER_CHILD = (5_000, 1_000_000)  # kr. of base budget per child and year that a Danish institution may have


def percent(subject: Subject) -> list[str]:
    """R7: a burden above 1 for most is a percentage; a threshold above 1 is too."""
    known, limit = shares(subject), subject.setup.settings.taerskel
    found = [f"tærsklen er {tal(limit)}, og ingen belastning er over 1"] if (
        limit is not None and limit > 1 and known and max(known.values()) <= 1) else []
    above = above_one(shares(subject))
    if above:
        first = next(iter(above))
        found.append(f"{subject.cell('belastning', first)}: {tal(above[first])} er {tal(100 * above[first])} % "
                     f"({len(above)} af {len(known)} er over 1)")
    return found


def shares(subject: Subject) -> dict[int, float]:
    """The burdens that are more than 0, where they are said to be shares of children."""
    setup = subject.setup
    is_share = setup.key == "belastning" and setup.settings.belastning_i == ANDEL
    burdens = subject.figures.institutions.column("belastning") if is_share else None
    return {number: value for number, value in enumerate(burdens or []) if value}


def readings(subject: Subject) -> tuple[tuple[str, str], ...]:
    """How burdens above 1 may be meant; not as per cent where some may be shares as they stand."""
    above, limit = above_one(shares(subject)), subject.setup.settings.taerskel
    per_cent = len(above) == len(shares(subject))
    held = "" if limit is None else f"; tærsklen er så {tal(limit)} point"
    return ((*(((PROCENT, "læs dem som procent: 12 er 12 %"),) if per_cent else ()),
             (POINT, f"de er point pr. barn, og ikke andele{held}")) if above else ())


def unit(subject: Subject) -> list[str]:
    """Last year's amounts against the pool, and the base budget against the children."""
    found, figures = [], subject.figures
    pool, before = units.pool(subject.setup), total(subject, "sidste_aar")
    if pool > 0 and before > 0 and max(pool / before, before / pool) > MILLE:
        found.append(f"puljen er {kroner(pool)}, men sidste års tildeling er {kroner(before)} i alt")
    base = figures.institutions.column("grundbudget")
    for number in subject.numbers():
        children, budget = subject.heads(number), base[number] if base else None
        if budget and children:
            each = budget / children
            if not BASE_PER_CHILD[0] <= each <= BASE_PER_CHILD[1]:
                found.append(f"{subject.cell('grundbudget', number)}: grundbudgettet er {kroner(round(each))} pr. barn")
    return found


def far_from_last_year(subject: Subject) -> list[str] | None:
    if subject.figures.column("sidste_aar") is None:
        return None
    if retning.of(subject.setup).er_besparelse:  # what is to be found is not what was given
        return []
    pool, before = units.pool(subject.setup), total(subject, "sidste_aar")
    if before <= 0 or abs(pool - before) <= FAR * before:
        return []
    change = f"{'+' if pool > before else '-'}{tal(round(100 * abs(pool - before) / before, 1))} %"
    return [f"til fordeling er {kroner(pool)}, sidste års tildeling var {kroner(before)} i alt ({change})"]


def two_amounts(subject: Subject) -> list[str]:
    """Y8: the label of a pool, with another amount beside it somewhere else. Thousands of the same are the same."""
    found = []
    for key in POOLS:
        place = subject.setup.areas.get(key)
        sheet = subject.snapshot.sheet(place.sheet) if place else None
        if place and sheet and sheet.name not in subject.snapshot.ours.values():
            label = label_of(sheet, place.row, place.column)
            amount = number_of(sheet.value(place.row, place.column))
            found += [f'"{label}": {tal(amount)} ({place}) og {tal(other)} ({at})'
                      for at, other in same_label(subject, label, place) if amount and not is_same(amount, other)]
    return found


def same_label(subject: Subject, label: str, place: Area) -> list[tuple[str, float]]:
    """The numbers beside the same label in other cells of the visible sheets."""
    if not label:
        return []
    wanted, children = whole(label), subject.setup.children_list
    sheets = [sheet for sheet in subject.snapshot.foreign() if sheet.visible
              and not (children and children.sheet == sheet.name)]
    return [(where(sheet, at.row, at.column), number) for sheet in sheets for at in beside_text(sheet, wanted)
            if at != place and (number := number_of(sheet.value(at.row, at.column)))]


def beside_text(sheet: Sheet, wanted: str) -> list[Area]:
    return [at for row, line in enumerate(sheet.rows) for column, text in enumerate(line)
            if isinstance(text, str) and 0 < len(text) <= LONGEST and whole(text) == wanted
            for at in values_of(sheet, row, column, sure=True)[:1]]


def is_same(one: float, other: float) -> bool:
    """Whether two amounts are the same, also where one is in thousands or millions."""
    return any(abs(one - other * times) <= 0.005 * times or abs(one * times - other) <= 0.005 * times
               for times in (1, 1_000, 1_000_000))


def total(subject: Subject, key: str) -> float:
    """The sum of a column in kr., in the new price level; 0 where there is none."""
    return math.fsum(value or 0.0 for value in subject.figures.column(key) or ())


CHECKS = {"procent": percent, "enhed": unit, "sidste_aar": far_from_last_year, "to_beloeb": two_amounts}
