"""Cells to numbers, strictly: what is not a number is refused with its cell, and only a blank is read as zero."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import NamedTuple, Optional

import numpy as np

from addin.danish import TwoWays, invisible, listed, number_in_text, visible
from addin.finding.children import is_mark
from addin.finding.words import name_of
from addin.runs import STRUCK
from addin.workbook import NO_VALUE, Area, BadCell, Place, Refusal, Sheet, a1
from udfs.errors import tal
from workbook_templates.fordel_tjek import UREGNET
from workbook_templates.indstillinger import DECIMAL, TUSIND
from workbook_templates.overskrifter import JA

Column = Sequence[Optional[float]]  # numbers, None where a cell is blank


def where(sheet: Sheet, row: int, column: int) -> str:
    """A cell as a message names it: Dagtilbud!D9."""
    return f"{sheet.name}!{a1(row, column)}"


MOST_CRITERIA = 250  # columns in use, that the control follows one by one
MOST_CELLS = 9  # named in a refusal


class Text(NamedTuple):
    """A number that stands as text; `two_ways` where the user has said what it is."""

    text: str
    number: float
    two_ways: bool


class Texts:
    """Numbers that stand as text: in forms only Danes write they are used, and told."""

    def __init__(self, dot: str | None = None):
        self.dot = dot  # what the user has said that "1.234" is: "tusind" or "decimal"
        self.found: dict[tuple[str, int, int], Text] = {}  # by cell

    def number(self, sheet: Sheet, row: int, column: int, text: str) -> float | None:
        """The number in a text; None where it is no number at all."""
        number = number_in_text(text)
        two_ways = isinstance(number, TwoWays)
        if isinstance(number, TwoWays):
            place = where(sheet, row, column)
            if self.dot not in (TUSIND, DECIMAL):
                both = f"{plain(number.tusind)} eller {plain(number.decimal)}"
                raise Refusal(f'{place}: "{text}" står som tekst og kan læses på to måder: {both}. '
                              f"Angiv med navnet Fordel_punktum, om punktum er {TUSIND} eller "
                              f"{DECIMAL}, eller skriv tallet som et tal.")
            number = number.tusind if self.dot == TUSIND else number.decimal
        if number is not None:
            self.found[sheet.name, row, column] = Text(text, number, two_ways)
        return number

    def told(self) -> list[str]:
        """The warning about them, each cell with the number it counts."""
        if not self.found:
            return []
        cells = [f'{sheet}!{a1(row, column)} "{visible(text)}"{invisible(text)} er {plain(number)}'
                 for (sheet, row, column), (text, number, _) in self.found.items()]
        return [f"{len(cells)} tal står som tekst og er læst som tal: {listed(cells)}."]


def plain(number: float) -> str:
    """A number without dots between thousands, which are what was in doubt."""
    return tal(number).replace(".", "")


def cell_number(sheet: Sheet, row: int, column: int, what: str, least: float | None = 0,
                texts: Texts | None = None) -> float | None:
    """The number in a cell, None where it is blank."""
    value = sheet.value(row, column)
    if value is None:
        return None
    place = where(sheet, row, column)
    refuse_runs(sheet, row, column, what)
    if texts is not None and isinstance(value, str) and value.strip():
        number = texts.number(sheet, row, column, value)
        value = value if number is None else number
    if isinstance(value, BadCell):
        raise bad_cell(place, what, value)
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        shown = f"en dato ({value:%d.%m.%Y})" if isinstance(value, datetime.date) else "et klokkeslæt eller en varighed"
        raise Refusal(f"{place}: cellen viser {shown} og ikke et tal ({what}). Er det et tal, så "
                      "giv cellen talformatet Standard; ellers skriv et tal, eller lad cellen være tom.")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        shown = "indholdet er ikke et tal"
        if isinstance(value, str):
            shown = f'"{visible(value)}"{invisible(value)} er ikke et tal' if visible(value).strip() else (
                "cellen er ikke tom, men har kun mellemrum")
        mended = "Cellen er en formel: ret det, den regnes af" if (row, column) in (sheet.formulas or ()) else (
            "Skriv et tal, eller lad cellen være tom")
        raise Refusal(f"{place}: {shown} ({what}). {mended}.")
    if not math.isfinite(value):
        raise Refusal(f"{place}: tallet er ikke endeligt ({what}).")
    if least is not None and value < least:
        raise Refusal(f"{place}: {what} kan ikke være negativ.")
    return float(value)


def bad_cell(place: str, what: str, value: BadCell) -> Refusal:
    if value == NO_VALUE:
        return Refusal(f"{place}: {what} er {value}. Åbn og gem projektmappen i et regneark, og prøv igen.", UREGNET)
    return Refusal(f"{place}: {what} er {value}. Ret cellen, og gem projektmappen fra regnearket.")


def in_parts(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell is written in several ways; what is struck out altogether, and no more than that, is asked of."""
    marks = {run.mark for run in (sheet.runs or {}).get((row, column), ())}
    return any(marks) and marks != {STRUCK}


def refuse_runs(sheet: Sheet, row: int, column: int, what: str) -> None:
    """A number of which a part is struck out, raised or lowered: which part counts, only its owner knows."""
    if in_parts(sheet, row, column):
        runs = (sheet.runs or {})[row, column]
        parts = " og ".join(f'"{run.text}"' + (f" ({run.mark})" if run.mark else "") for run in runs)
        raise Refusal(f"{where(sheet, row, column)}: cellen er skrevet i flere dele, {parts} ({what}). Skriv tallet "
                      "for sig selv, og en note i en anden celle.")


def column_numbers(sheet: Sheet, rows: list[int], column: int, what: str, least: float | None = 0,
                   texts: Texts | None = None) -> list[float | None]:
    """The numbers of a column in the rows of the institutions; None where blank."""
    return [cell_number(sheet, row, column, what, least, texts) for row in rows]


def cell_text(sheet: Sheet, row: int, column: int, what: str) -> str:
    """The text in a cell on one line, "" where it is blank."""
    value = sheet.value(row, column)
    if isinstance(value, BadCell):
        raise bad_cell(where(sheet, row, column), what, value)
    if value is not None and (isinstance(value, bool) or not isinstance(value, (str, int, float))):
        raise Refusal(f"{where(sheet, row, column)}: indholdet er ikke en tekst ({what}).")
    return " ".join(name_of(value).split())


def scalar(sheet: Sheet, place: Area, what: str) -> object:
    """The value of a single cell: a number, text, or None where it is blank."""
    value = sheet.value(place.row, place.column)
    if (place.row, place.column) not in sheet.written:
        refuse_runs(sheet, place.row, place.column, what)
    if isinstance(value, str):
        return value.strip() or None
    return cell_number(sheet, place.row, place.column, what, least=None)


def refuse_too_many(place: Area, many: int, most: int = MOST_CRITERIA) -> None:
    """More columns than the control has room for."""
    if many > most:
        raise Refusal(f"{place}: der er {many} kolonner, men der kan højst være {most}. Læg nogle af dem sammen, eller "
                      "lad navnet pege på færre.")


def criteria(sheet: Sheet, place: Area, weights: list[float] | None = None) -> tuple[np.ndarray, bool]:
    """The table of criteria as 0.0 and 1.0, and whether all of it was numbers or blank.

    A blank is 0; any other value that is not a mark is refused with its cell, except in a column that weighs nothing:
    it is no criterion, and may hold anything.
    """
    for row, column in sorted(sheet.runs or ()):
        number = column - place.column
        if place.row <= row <= place.last_row and 0 <= number <= place.last_column - place.column and (
                weights is None or weights[number]):
            refuse_runs(sheet, row, column, "kriterium")
    columns, numeric = [], True
    bad: list[Place] = []
    for number, column in enumerate(range(place.column, place.last_column + 1)):
        values = sheet.column(place._replace(column=column, last_column=column))
        meaning = {value: _met(value) for value in set(values)}
        if None in meaning.values() and (weights is None or weights[number] != 0):
            bad += [(place.row + row, column) for row, value in enumerate(values) if meaning[value] is None]
        met = {value: found or 0.0 for value, found in meaning.items()}
        columns.append(np.fromiter(map(met.__getitem__, values), float, len(values)))
        numeric = numeric and not {str, bool} & set(map(type, values))
    if bad:
        raise _not_marks(sheet, sorted(bad))
    return np.column_stack(columns), numeric


def _met(value: object) -> float | None:
    """1.0 or 0.0; None where the value is no mark."""
    if value is None:
        return 0.0
    if not is_mark(value):
        return None
    if isinstance(value, str):
        return float(value.strip().casefold() in JA)
    return float(value) if isinstance(value, (int, float)) else None


def _not_marks(sheet: Sheet, bad: list[Place]) -> Refusal:
    """The first of them with what it holds, and the cells of the others."""
    value = sheet.value(*bad[0])
    content = tal(value) if isinstance(value, float) else str(value)
    shown = content if isinstance(value, BadCell) else f'"{content}" er hverken 1/0, ja/nej eller x'
    more = listed([a1(*cell) for cell in bad[1:]], MOST_CELLS)
    others = f" Det samme gælder {more}." if more else ""
    return Refusal(f"{where(sheet, *bad[0])}: {shown} (kriterium). Et kriterium er opfyldt eller ikke opfyldt.{others}")
