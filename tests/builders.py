"""Small workbooks for tests, made by a library that is not under test's control of reading: XlsxWriter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from addin.workbook import Sheet, Snapshot

HEADINGS = ("Institution", "0-2 år", "3-5 år", "Sandsynlighed")
ROWS: tuple[tuple[Any, ...], ...] = (("Anemonen", 10, 20, 0.1), ("Birken", 0, 40, 0.05), ("Cikorien", 20, 10, 0.2))
POOL = (("Pulje 2027", 100_000),)


class Formula(str):
    """A formula in a built workbook; `value` is cached, None writes none at all."""

    value: Any = 0


def formula(text: str, value: Any) -> Formula:
    made = Formula(text)
    made.value = value
    return made


def workbook(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    """A workbook with these sheets, each a list of rows; None is an empty cell."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "nan_inf_to_errors": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, Formula):
                    sheet.write_formula(r, c, value, None, value.value)
                elif value is not None:
                    sheet.write(r, c, value)
    book.close()
    return path


def budget(path: Path, rows: Sequence[Sequence[Any]] = ROWS, headings: Sequence[str] = HEADINGS,
           pool: Sequence[Sequence[Any]] = POOL) -> Path:
    """The simplest budget workbook that can be distributed from."""
    return workbook(path, Budget=[headings, *rows], Pulje=pool)


def children(path: Path, marks: Sequence[Sequence[Any]], institutions: Sequence[Sequence[Any]],
             pool: Sequence[Sequence[Any]]) -> Path:
    """A workbook with a row per child."""
    width = max(len(row) for row in marks) - 1
    heads = ("Institution", *(f"Kriterium {number}" for number in range(1, width + 1)))
    return workbook(path, Institutioner=[("Institution", "0-2 år", "3-5 år"), *institutions],
                    Børn=[heads, *marks], Pulje=pool)


def snapshot(**sheets: Sequence[Sequence[Any]]) -> Snapshot:
    """A snapshot as a host without formulas would take it."""
    return Snapshot("test.xlsx", tuple(Sheet(name, [list(row) for row in rows]) for name, rows in sheets.items()))
