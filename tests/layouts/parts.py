"""Pieces most layouts share: columns as they are usually headed, rows by area, a sheet with the pool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from tests.layouts.model import SETTLE, At, Col, House, Layout, Row, Rules, Sheet, Sum, Table, Text
from tests.layouts.names import areas_of, houses

POOL = 1_250_000
# The rules that are numbers.
EXACT = ("weight", "threshold", "cap", "minimum", "unit", "central", "guarantee", "ceiling", "part", "price", "share")
PCT, KR = "0.00%", "#,##0"

NAME = Col("Institution", "label")
YOUNG, OLD = Col("0-2 år", "young"), Col("3-5 år", "old")
BURDEN = Col("Sandsynlighed", "burden", fmt=PCT)
KEY = Col("Antal udsatte børn", "key")
BASE, LAST = Col("Grundbudget", "base", fmt=KR), Col("Tildeling 2026", "last", fmt=KR)
AREA, NUMBER = Col("Område", "area"), Col("Afd.nr.", "number")
PLAIN = (NAME, YOUNG, OLD, BURDEN)
FULL = (NUMBER, NAME, YOUNG, OLD, BASE, BURDEN, LAST)

EIGHT, DOZEN = houses(8), houses(12, 3)


def by_area(some: Sequence[House], head: str = "Dagtilbud {}", foot: str = "Dagtilbud {} i alt", total: str = "I alt",
            blank: bool = False, how: str = "formel", over: str = "alle") -> list[Row]:
    """The houses area by area: a text above, a sum below, and a total; an empty string leaves it out."""
    rows: list[Row] = []
    for area, members in areas_of(some):
        rows += [Text(head.format(area))] if head else []
        rows += members
        rows += [Sum(foot.format(area), how=how)] if foot else []
        rows += [None] if blank else []
    return [*rows, Sum(total, over, how)] if total else rows


def pool_sheet(amount: Any = POOL, label: str = "Pulje 2027", *more: Sequence[Any], name: str = "Pulje") -> Sheet:
    """The pool on a sheet of its own, in B1, with more labelled cells below it."""
    pairs = [(label, amount), *more]
    return Sheet(name, [At(f"{letter}{row}", value) for row, pair in enumerate(pairs, 1)
                        for letter, value in zip("AB", pair, strict=True)])


def table(rows: Iterable[Row], columns: Sequence[Col] = PLAIN, cell: str = "A1", true: bool = True) -> Table:
    return Table(cell, tuple(columns), tuple(rows), true)


TOTAL = Sum("I alt", "alle")
TABLE = Sheet("Budget 2027", [table(EIGHT)])
LAST_YEAR = Sheet("Budget 2027", [table(EIGHT, (*PLAIN, LAST))])
GROUPS = Sheet("Dagtilbud", [At("A1", "Dagtilbud, budget 2027"), table(by_area(DOZEN), FULL, "A3")])


def case(name: str, *sheets: Sheet, pool: Any = POOL, pool_at: str = "Pulje!B1", expect: str = SETTLE,
         some: Sequence[House] | None = None, rules: dict[str, Any] | None = None, **more: Any) -> Layout:
    """A layout whose truth is about the houses of its true table."""
    found = some if some is not None else [
        entry for sheet in sheets for part in sheet.parts if isinstance(part, Table) and part.true
        for entry in part.rows if isinstance(entry, House)]
    exact = {key: Fraction(value) if key in EXACT else value for key, value in (rules or {}).items()}
    return Layout(name, tuple(sheets), tuple(found), Rules(Fraction(pool), **exact), expect, pool_at, **more)


def simple(name: str, *parts: Any, sheet: str = "Budget 2027", **more: Any) -> Layout:
    """One sheet with these parts, and the pool on its own."""
    hidden = {key: more.pop(key) for key in ("hidden_rows", "hidden_columns", "listed") if key in more}
    return case(name, Sheet(sheet, parts, **hidden), pool_sheet(), **more)
