"""Totals that are typed, and are not the sum of their rows: of a column that is used (R11), and of any other (Y7)."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from addin.checks.subject import Subject
from addin.danish import listed
from addin.finding import doubts
from addin.finding.institution import AF_TYPE, SUM
from addin.finding.rows import ADDITIVE
from addin.finding.sums import figure
from addin.finding.table import CHILDREN
from addin.finding.words import LONGEST, name_of, plain
from addin.inputs import where
from addin.workbook import Sheet
from udfs.errors import tal

FAR = 0.5  # of the total: a number farther off than this is the total of something else
NOISE = 0.005
MOST_DECIMALS = 6


class Typed(NamedTuple):
    """A number beside a word for a sum, the sum of its rows, and how far apart rounding may have brought them."""

    sheet: Sheet
    row: int
    column: int
    label: str
    total: float
    summed: float
    slack: float

    @property
    def line(self) -> tuple[str, int]:
        """The row it stands in."""
        return self.sheet.name, self.row

    @property
    def off(self) -> float:
        return abs(self.total - self.summed)

    @property
    def is_wrong(self) -> bool:
        return self.off > self.slack + NOISE

    def told(self) -> str:
        return (f'{where(self.sheet, self.row, self.column)} "{self.label}" er {tal(self.total)}, rækkerne giver '
                f"{tal(round(self.summed, MOST_DECIMALS))} (forskel {tal(round(self.off, MOST_DECIMALS))})")


def decimals(value: float) -> int:
    """How many decimals a number is written with."""
    return next((places for places in range(MOST_DECIMALS) if round(value, places) == value), MOST_DECIMALS)


class Added(NamedTuple):
    """The numbers of some rows: their sum, how many they are, and the most decimals of any."""

    summed: float
    many: int
    decimals: int

    @classmethod
    def of(cls, parts: Sequence[float]) -> Added:
        return cls(math.fsum(parts), len(parts), max(map(decimals, parts), default=0))


def added(sheet: Sheet, rows: Sequence[int], column: int) -> Added:
    return Added.of([value for row in rows if (value := figure(sheet, row, column)) is not None])


def slack(total: float, parts: Added, counts: bool) -> float:
    """How far a total may be from the sum when each row, and the total itself, is rounded to what it shows. Whole
    counts are not rounded."""
    if counts and not parts.decimals and not decimals(total):
        return 0.0
    return parts.many * 0.5 * 10.0 ** -parts.decimals + 0.5 * 10.0 ** -decimals(total)


# ------------------------------------------------------------------------------------- the institutions' table


def used(subject: Subject) -> list[Typed] | None:
    """The totals of the columns in use that are typed and of no rows: each against the nearest sum it could be. None
    where no formulas are seen: nobody can tell whether a total is typed."""
    setup, sheet = subject.setup, subject.figures.sheet
    formulas = sheet.formulas
    if formulas is None:
        return None if any(skipped.kind == SUM for skipped in setup.rows.skipped) else []
    columns = {key: place.column for key, place in setup.areas.items() if key in ADDITIVE and place.sheet == sheet.name}
    others = [skipped.row for skipped in setup.rows.skipped if skipped.kind == AF_TYPE]  # they are in the totals
    rows = sorted([*(recipient.row for recipient in setup.rows.recipients), *others])
    breaks = sorted(skipped.row for skipped in setup.rows.skipped if skipped.kind != AF_TYPE)
    typed = [(skipped, key, column) for skipped in setup.rows.skipped if skipped.kind == SUM
             for key, column in columns.items() if (skipped.row, column) not in formulas]
    whole = {column: added(sheet, rows, column) for column in {column for _, _, column in typed}}
    found = []
    for skipped, key, column in typed:
        near = [added(sheet, group, column) for group in groups(skipped.row, rows, breaks)]
        found += nearest(sheet, skipped.row, column, skipped.text, [whole[column], *near] if rows else near,
                         key in CHILDREN)
    return list({(each.row, each.column): each for each in found}.values())


def groups(row: int, rows: list[int], breaks: list[int]) -> list[list[int]]:
    """The rows a total may be of, besides all: those since what stands above it, those down to what stands below."""
    before, after = bisect_left(breaks, row), bisect_right(breaks, row)
    above = breaks[before - 1] if before else -1
    below = breaks[after] if after < len(breaks) else max(rows, default=row) + 1
    since, to = bisect_left(rows, row), bisect_right(rows, row)
    some = (rows[bisect_right(rows, above):since], rows[to:bisect_left(rows, below)])
    return [group for group in some if group]


def nearest(sheet: Sheet, row: int, column: int, label: str, groups: list[Added], counts: bool) -> list[Typed]:
    """The total against the group whose sum is nearest; nothing where it is no number, or of something else."""
    total = figure(sheet, row, column)
    if total is None:
        return []
    sums = [Typed(sheet, row, column, label, total, group.summed, slack(total, group, counts)) for group in groups]
    best = min(sums, key=lambda typed: typed.off, default=None)
    return [best] if best and best.off <= FAR * max(abs(best.total), abs(best.summed)) else []


def wrong(subject: Subject) -> list[str] | None:
    """R11: a line a row, with all that is said of its totals, also of those that are not in use."""
    in_use = used(subject)
    if in_use is None:
        return None
    rows: dict[tuple[str, int], list[str]] = {typed.line: [] for typed in in_use if typed.is_wrong}
    for typed in [*in_use, *off(subject, in_use)]:
        if typed.line in rows and typed.off > NOISE:
            explained = ": afrunding" if typed in in_use and not typed.is_wrong else ""
            rows[typed.line].append(typed.told() + explained)
    return ["; ".join(each) for each in rows.values()]


# ------------------------------------------------------------------------------------- everything else


def others(subject: Subject) -> list[str] | None:
    """Y7: totals in use that rounding explains, and typed totals elsewhere that are not the sum of the rows above; and
    the sheets whose formulas nobody sees. Not of rows that R11 speaks of."""
    in_use = used(subject) or []
    red = {typed.line for typed in in_use if typed.is_wrong}
    rounded = [typed for typed in in_use if typed.off > NOISE and typed.line not in red]
    found = [typed.told() + ": afrunding" for typed in rounded]
    found += [typed.told() for typed in off(subject, in_use) if typed.line not in red]
    sheets = looked_through(subject)
    unseen = [sheet.name for sheet in sheets if sheet.formulas is None and any(sums(sheet))]
    if unseen and all(sheet.formulas is None for sheet in sheets):
        return None
    return found + ([f"Ikke set efter, for formlerne er ikke læst: {listed(unseen)}"] if unseen else [])


def looked_through(subject: Subject) -> list[Sheet]:
    """The visible sheets, but for one with a row per child."""
    place = subject.setup.children_list
    of_children = place.sheet if place else None
    return [sheet for sheet in subject.snapshot.foreign() if sheet.visible and sheet.name != of_children]


def off(subject: Subject, in_use: list[Typed]) -> list[Typed]:
    """The typed totals not in use that are not the sum of the rows above them."""
    known = {(*typed.line, typed.column) for typed in in_use}
    return [typed for typed in elsewhere(subject) if typed.off > NOISE and (*typed.line, typed.column) not in known]


def elsewhere(subject: Subject) -> Iterator[Typed]:
    """The typed totals of the sheets, each with the rows just above it, down from the total before."""
    for sheet in looked_through(subject):
        if sheet.formulas is not None:
            last = -1
            for row, label in sums(sheet):
                yield from in_row(sheet, row, label, last)
                last = row


def sums(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The rows that a word calls a sum."""
    for row, line in enumerate(sheet.rows):
        label = next((name_of(value) for value in line if isinstance(value, str) and value.strip()), "")
        if 0 < len(label) <= LONGEST and doubts.is_sum(plain(label)):
            yield row, label


def in_row(sheet: Sheet, row: int, label: str, last: int) -> Iterator[Typed]:
    for column in range(len(sheet.rows[row])):
        above = block(sheet, row, column, last)
        if len(above) > 1 and (row, column) not in (sheet.formulas or ()):
            yield from nearest(sheet, row, column, label, [added(sheet, above, column)], False)


def block(sheet: Sheet, row: int, column: int, last: int) -> list[int]:
    """The rows with a number just above a cell, up to the first without, or to the total before."""
    found = []
    while row - 1 > last and figure(sheet, row - 1, column) is not None:
        row -= 1
        found.append(row)
    return found


CHECKS = {"i_alt": wrong, "i_alt_andre": others}
