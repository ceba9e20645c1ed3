"""Sheets that belong to the institutions by name: a row per child, or a row of counted children per institution."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from addin.finding.asking import CRITERION, Asker
from addin.finding.table import Table
from addin.finding.words import is_criterion, plain
from addin.workbook import NO_VALUE, Area, Held
from udfs.values import name as comparable
from workbook_templates.overskrifter import JA, NEJ

YES, NO = "ja", "nej"
NOT_CRITERIA = ("heraf", "i alt", "børn i alt", "unikke", "antal børn i alt", "andel", "procent")  # counted elsewhere
MOSTLY = 0.9  # a column that holds this share of marks is a column of criteria, and its other cells are errors
HALF = 0.5  # so is one that is called as a criterion, or stands among counts, and holds this share: nothing is dropped
_SUPPRESSED = re.compile(r"\s*(?:\.\.|<\s*\d+|-)\s*")


class Criteria(NamedTuple):
    """Where the names and the criteria stand, which headings are used, and which are left."""

    names: Area
    criteria: Area
    used: list[str]
    left: list[str]
    counts: list[bool]  # whether each column of the area is a criterion; others may lie between


def is_mark(value: object) -> bool:
    """Whether a value says that a criterion is met or not."""
    if isinstance(value, str):
        return value.strip().casefold() in (*JA, *NEJ)
    return isinstance(value, (bool, int, float)) and value in (0, 1)


def is_count(value: object) -> bool:
    """Whether a value is a number of children as delivered: whole, none (-), or suppressed (.. or <3); or will be one,
    of a formula that nobody has computed: it is refused with its cell, and its sheet is not passed by."""
    if value == NO_VALUE:
        return True
    if isinstance(value, str):
        return bool(_SUPPRESSED.fullmatch(value))
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0 and float(value).is_integer()


def per_child(table: Table, asker: Asker | None = None) -> Criteria | None:
    """The sheet with a row per child: names that repeat, and columns of marks."""
    columns = [column for column, heading in table.unknown.items()
               if mostly(table.below(column), is_mark, HALF if is_criterion(heading) else MOSTLY)]
    if not columns or not names_repeat(table):
        return None
    return criteria(table, sure(table, columns, asker) or columns)


def sure(table: Table, columns: list[int], asker: Asker | None) -> list[int]:
    """Of columns that look like criteria those that are: beside known ones, one with another heading is asked about."""
    if not asker or not any(is_criterion(table.unknown[column]) for column in columns):
        return columns
    return [column for column in columns if is_criterion(table.unknown[column]) or asker.remember(
        f"{CRITERION}{table.sheet.name}: {table.unknown[column]}",
        f'{table.place(column)}: er "{table.unknown[column]}" et af de kriterier, der skal tælles med?',
        [(YES, "ja"), (NO, "nej, kolonnen tæller ikke")], table.place(column)) == YES]


def delivered(table: Table, institutions: set[str], asker: Asker | None = None) -> Criteria | None:
    """The sheet with counted children: a row an institution, and columns of counts of which most name a criterion."""
    names = {comparable(value) for value in set(table.below(table.columns["navn"])) if value is not None}
    if names_repeat(table) or len(names & institutions) * 2 < len(institutions):
        return None
    columns = [column for column in table.unknown if mostly(table.below(column), is_count, HALF)
               and not plain(table.unknown[column]).startswith(NOT_CRITERIA)]
    named = [column for column in columns if is_criterion(table.unknown[column])]
    return criteria(table, sure(table, columns, asker)) if named and len(named) * 2 >= len(columns) else None


def names_repeat(table: Table, times: int = 1) -> bool:
    """Whether a name stands more than so many times on the average."""
    rows = table.columns["navn"], table.first, table.last
    if rows not in table.different:
        names = Counter(value for value in table.below(table.columns["navn"]) if value is not None)
        table.different[rows] = len({comparable(value) for value in names}), sum(names.values())
    different, every = table.different[rows]
    return different * times < every


def is_per_child(table: Table) -> bool:
    """Whether a table plainly has several rows a name: then it is no list of institutions."""
    return names_repeat(table, 2) or per_child(table) is not None


def has_scores(table: Table) -> bool:
    """Whether a table has a column headed as a burden under names that plainly repeat: a score per child, perhaps."""
    return "belastning" in table.columns and names_repeat(table, 2)


def mostly(values: Sequence[Held], wanted: Callable[[object], bool], share: float) -> bool:
    """Whether a column is filled, and this share of it is what is wanted."""
    counts = Counter(values)
    counts.pop(None, None)
    right = sum(count for value, count in counts.items() if wanted(value))
    return bool(counts) and right >= share * sum(counts.values())


def criteria(table: Table, columns: list[int]) -> Criteria:
    first, last = min(columns), max(columns)
    used = [table.unknown[column] for column in columns]
    left = [text for column, text in table.unknown.items() if column not in columns]
    return Criteria(table.area(table.columns["navn"]), table.area(first, last), used, left,
                    [column in columns for column in range(first, last + 1)])
