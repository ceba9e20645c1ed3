"""Cells to numbers, strictly: what is not a number is refused with its cell, and only a blank is read as zero."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from addin.finding.children import is_mark
from addin.workbook import Area, BadCell, Refusal, Sheet, a1
from udfs.errors import tal
from workbook_templates.overskrifter import JA


def where(sheet: Sheet, row: int, column: int) -> str:
    """A cell as a message names it: Dagtilbud!D9."""
    return f"{sheet.name}!{a1(row, column)}"


def cell_number(sheet: Sheet, row: int, column: int, what: str, least: float | None = 0) -> float | None:
    """The number in a cell, None where it is blank."""
    value = sheet.value(row, column)
    if value is None:
        return None
    place = where(sheet, row, column)
    if isinstance(value, BadCell):
        raise Refusal(f"{place}: {what} er {value}. Ret cellen, og gem projektmappen fra regnearket.")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        shown = "indholdet er ikke et tal"
        if isinstance(value, str):
            shown = f'"{value}" er ikke et tal' if value.strip() else "cellen er ikke tom, men har kun mellemrum"
        raise Refusal(f"{place}: {shown} ({what}). Skriv et tal, eller lad cellen være tom.")
    if not math.isfinite(value):
        raise Refusal(f"{place}: tallet er ikke endeligt ({what}).")
    if least is not None and value < least:
        raise Refusal(f"{place}: {what} kan ikke være negativ.")
    return float(value)


def column_numbers(sheet: Sheet, rows: list[int], column: int, what: str,
                   least: float | None = 0) -> list[float | None]:
    """The numbers of a column in the rows of the recipients; None where blank."""
    return [cell_number(sheet, row, column, what, least) for row in rows]


def scalar(sheet: Sheet, place: Area, what: str) -> Any:
    """The value of a single cell: a number, text, or None where it is blank."""
    value = sheet.value(place.row, place.column)
    if isinstance(value, str):
        return value.strip() or None
    return cell_number(sheet, place.row, place.column, what, least=None)


def criteria(sheet: Sheet, place: Area) -> tuple[np.ndarray, bool]:
    """The table of criteria as 0.0 and 1.0, and whether all of it was numbers or blank.

    A blank is 0; any other value that is not a mark is refused with its cell.
    """
    columns, numeric = [], True
    for column in range(place.column, place.last_column + 1):
        values = sheet.column(place._replace(column=column, last_column=column))
        meaning = {value: _met(value) for value in set(values)}
        bad = next((row for row, value in enumerate(values) if meaning[value] is None), None)
        if bad is not None:
            raise _not_a_mark(sheet, place.row + bad, column)
        columns.append(np.array([meaning[value] for value in values], dtype=float))
        numeric = numeric and not {str, bool} & set(map(type, values))
    return np.column_stack(columns), numeric


def _met(value: Any) -> float | None:
    """1.0 or 0.0; None where the value is no mark."""
    if value is None:
        return 0.0
    if not is_mark(value):
        return None
    return float(value.strip().casefold() in JA) if isinstance(value, str) else float(value)


def _not_a_mark(sheet: Sheet, row: int, column: int) -> Refusal:
    value = sheet.value(row, column)
    content = tal(value) if isinstance(value, float) else str(value)
    shown = content if isinstance(value, BadCell) else f'"{content}" er hverken 1/0, ja/nej eller x'
    return Refusal(f"{where(sheet, row, column)}: {shown} (kriterium). Et kriterium er opfyldt eller ikke opfyldt.")
