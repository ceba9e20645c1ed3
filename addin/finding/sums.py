"""Proves that a row is the sum of others: by its formula where it can be read, else by arithmetic."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from addin.danish import number_in_text
from addin.workbook import NO_VALUE, Sheet, a1, column_number
from udfs.errors import tal

NEAR_ALL = 0.05  # how near a row's figures must be to those of all others for it to be no institution, perhaps
NEARLY = 0.001  # how far, relatively, a printed sum may be off when another figure of its row is exact
_SUM = re.compile(r"=\s*(?:SUM|SUBTOTAL|SUBTOTALS)\s*\(([^()]*)\)\s*", re.IGNORECASE)
_PLUS = re.compile(r"=\s*\+?\s*\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+\s*", re.IGNORECASE)
_CELLS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?", re.IGNORECASE)


class Proof(NamedTuple):
    """The rows that were summed, and the figures of the row that are not quite their sum."""

    rows: tuple[int, ...]
    skewed: tuple[str, ...]


def figure(sheet: Sheet, row: int, column: int) -> float | None:
    """The number in a cell, also where it is written as text in a way that cannot be misread."""
    value = sheet.value(row, column)
    read = number_in_text(value) if isinstance(value, str) else value
    return float(read) if isinstance(read, (int, float)) and not isinstance(read, bool) else None


def summed_rows(sheet: Sheet, row: int, column: int) -> set[int] | None:
    """The rows a cell's formula adds up in its own column; None where it is no such formula, or cannot be read."""
    formula = (sheet.formulas or {}).get((row, column))
    found = _SUM.fullmatch(formula) if formula else None
    if not formula or not (found or _PLUS.fullmatch(formula)):
        return None
    rows: set[int] = set()
    for first, start, last, end in _CELLS.findall(found[1] if found else formula):
        if column_number(first) != column or (last and column_number(last) != column):
            return None
        rows.update(range(int(start) - 1, int(end or start)))
    return rows - {row} or None


def formula_sums(sheet: Sheet, columns: Sequence[int], rows: range) -> dict[int, set[int]]:
    """The rows that a formula says are sums: row -> the rows it adds up, with sums among them taken apart; not those
    that only add up each other in a circle."""
    over: dict[int, set[int]] = {}
    for (row, column) in sheet.formulas or {}:
        if column in columns and row in rows and row not in over:
            found = summed_rows(sheet, row, column)
            within = {part for part in found or () if part in rows}
            if within:
                over[row] = within
    return {row: parts for row in over if (parts := _apart(row, over, set()))}


def _apart(row: int, over: dict[int, set[int]], passed: set[int]) -> set[int]:
    if row in passed:
        return set()
    found: set[int] = set()
    for part in over[row]:
        found |= _apart(part, over, passed | {row}) if part in over else {part}
    return found


def may_be(sheet: Sheet, row: int, totals: Mapping[int, float]) -> bool:
    """Whether a row's figures are so near these totals that it is worth while to prove that it is the sum: nothing that
    is one is passed by, for totals that were added up as they came are off by less."""
    for column, total in totals.items():
        value = figure(sheet, row, column)
        if value is not None and abs(value - total) > 2 * NEARLY * abs(value) + 0.02 + 1e-8 * abs(total):
            return False
    return True


def by_arithmetic(sheet: Sheet, row: int, columns: Sequence[int], members: Sequence[int]) -> Proof | None:
    """The proof that the figures that can be added are the sums over the rows.

    One must be it exactly; the others may be off by a rounding (printed sums do not always add up), which is told.
    """
    apart = {column: away(sheet, row, column, members) for column in columns
             if sheet.value(row, column) is not None}
    exact = [column for column, (total, off) in apart.items() if off == 0 and total]
    if not exact or any(off > NEARLY * abs(total) for total, off in apart.values()):
        return None
    return Proof(tuple(members), tuple(skewed(sheet, row, columns, members)))


def away(sheet: Sheet, row: int, column: int, members: Sequence[int]) -> tuple[float, float]:
    """A figure, and how far it is from the sum over the rows (infinitely, if it is no figure)."""
    if sheet.value(row, column) == NO_VALUE:
        return 1.0, 0.0  # a sum that was never calculated: its label and its formula say what it is
    total = figure(sheet, row, column)
    if total is None:
        return 0.0, math.inf
    whole = math.fsum(figure(sheet, member, column) or 0.0 for member in members)
    off = abs(total - whole)
    return total, 0.0 if off <= 0.01 + 1e-9 * abs(whole) else off


def skewed(sheet: Sheet, row: int, columns: Sequence[int], members: Sequence[int]) -> list[str]:
    """What is said of each figure of a sum row that is not the sum."""
    told = []
    for column in columns:
        total, off = away(sheet, row, column, members)
        if 0 < off < math.inf:
            told.append(f"{sheet.name}!{a1(row, column)}: summen er {tal(total)}, men afviger med {tal(off)} fra "
                        "rækkerne, den lægger sammen.")
    return told


def run_of(sheet: Sheet, row: int, columns: Sequence[int], others: Iterable[int], least: int = 2) -> tuple[int, ...]:
    """The first (two or more) of the other rows of which a row is exactly the sum, in at least so many figures; empty
    where there are none. The others are the nearest first: above a sum, or below one that heads its members."""
    wanted = {column: figure(sheet, row, column) for column in columns}
    known = {column: value for column, value in wanted.items() if value}
    if len(known) < least or any(value < 0 for value in known.values()):
        return ()
    sums = dict.fromkeys(known, 0.0)
    run = []
    for other in others:
        run.append(other)
        for column in sums:
            sums[column] += figure(sheet, other, column) or 0.0
        if any(sums[column] > known[column] + 0.01 for column in sums):
            return ()
        if len(run) >= 2 and all(abs(sums[column] - known[column]) <= 0.01 for column in sums):
            return tuple(sorted(run))
    return ()


def is_nearly(sheet: Sheet, row: int, totals: Mapping[int, float]) -> bool:
    """Whether a row's figures are nearly the totals of the others: a total whose figures do not quite add up."""
    near = []
    for column, total in totals.items():
        value = figure(sheet, row, column)
        if value and total:
            near.append(abs(value - total) <= NEAR_ALL * abs(total))
    return len(near) >= min(2, len(totals)) and all(near)
