"""Single cells found by their label, and what unit the amounts stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from addin.finding.table import YEARS, Table
from addin.finding.words import forms, is_unit, matches, unit_of
from addin.workbook import Area, BadCell, Sheet, Snapshot, area
from workbook_templates.overskrifter import ETIKETTER, PULJE_NETTO, PULJENAVN, VAGE_ETIKETTER

NETTO, SURE, VAGUE = 0, 1, 2  # how sure a label is
LOOK_RIGHT = 3  # how far from its label a value may stand


class Labelled(NamedTuple):
    """A cell, the label it was found by, and how sure that is; a vague one is to be asked about."""

    place: Area
    label: str
    rank: int


def labelled(sheet: Sheet, tables: Iterable[Table]) -> dict[str, list[Labelled]]:
    """The filled cells beside or below a label, by the setting it is for; a heading is no label."""
    heads = {(row, column) for table in tables for row in table.heading_rows for column in table.texts}
    names = {(row, table.columns["navn"]) for table in tables for row in range(table.first, table.last + 1)}
    found: dict[str, list[Labelled]] = {}
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if value and isinstance(value, str) and (row, column) not in heads:
                for key, rank in ranks(value):
                    if rank < VAGUE or (row, column) not in names:
                        found.setdefault(key, []).extend(
                            Labelled(place, value.strip(), rank)
                            for place in values_of(sheet, row, column, words=key != "pulje"))
    return found


@lru_cache(maxsize=8192)
def ranks(text: str) -> tuple[tuple[str, int], ...]:
    """The settings a label may mean, and how surely it means each."""
    written = forms(text)
    found = ((key, rank_of(key, written)) for key in ETIKETTER)
    return tuple((key, rank) for key, rank in found if rank is not None)


def rank_of(key: str, written: Iterable[str]) -> int | None:
    """How surely a label, in its plain forms, means a setting; None where it does not."""
    if any(matches(form, ETIKETTER[key]) for form in written):
        return NETTO if key != "pulje" or any(PULJE_NETTO in form for form in written) else SURE
    return VAGUE if any(matches(form, VAGE_ETIKETTER.get(key, ())) for form in written) else None


def best(sheet_of: Callable[[Area], Sheet], found: list[Labelled]) -> list[Labelled]:
    """The labels that remain in question: what is left to distribute goes before the whole pool on the same sheet, a
    sum before its parts, and anything before a vague label."""
    left = [cell for cell in found if cell.rank < VAGUE] or found
    if len({cell.place.sheet for cell in left}) == 1:
        left = [cell for cell in left if cell.rank == min(cell.rank for cell in left)]
        values = [sheet_of(cell.place).value(cell.place.row, cell.place.column) for cell in left]
        numbers = [value for value in values if isinstance(value, (int, float))]
        if len(numbers) == len(left) > 2 and abs(max(numbers) - (sum(numbers) - max(numbers))) <= 0.01:
            left = [left[values.index(max(numbers))]]
    return left


def values_of(sheet: Sheet, row: int, column: int, words: bool) -> list[Area]:
    """The cells a label may speak of: the numbers to its right; else a text there that is no unit (without `words` it
    must hold a digit); else the number below it."""
    texts: list[Area] = []
    numbers: list[Area] = []
    blank = 0
    for right in range(column + 1, len(sheet.rows[row])):
        value, place = sheet.value(row, right), Area(sheet.name, row, right, row, right)
        blank = blank + 1 if value is None else 0
        if blank > LOOK_RIGHT:
            break
        if is_number(value) or isinstance(value, BadCell):
            numbers.append(place)
        elif isinstance(value, str) and right <= column + LOOK_RIGHT and (words or has_digit(value)):
            texts.append(place)
    written = [place for place in texts if not is_unit(str(sheet.value(place.row, place.column)))] or texts[-1:]
    below = Area(sheet.name, row + 1, column, row + 1, column)
    return numbers or written[:1] or ([below] if is_number(sheet.value(row + 1, column)) else [])


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def pool_names(snapshot: Snapshot) -> list[tuple[str, Area]]:
    """The workbook's own names that begin like the pool and point at one cell."""
    found = []
    for name in snapshot.names:
        place = area(name.target) if name.scope is None and name.name.casefold().startswith(PULJENAVN) else None
        if place and place.single and snapshot.sheet(place.sheet):
            found.append((name.name, place))
    return found


# ------------------------------------------------------------------------------------- units


def column_unit(table: Table, column: int, tables: Iterable[Table]) -> tuple[str, str] | None:
    """The unit of a column of amounts and the text that says so: its heading, else what stands on the sheet."""
    heading = table.heading(column) if column in table.texts else ""
    said = unit_of(heading)
    return (said, heading) if said else on_sheet(table.sheet, tables)


def cell_unit(sheet: Sheet, place: Area, tables: Iterable[Table]) -> tuple[str, str] | None:
    """The unit of an amount in a cell: its label's, that of a unit beside it, else what stands on the sheet for all."""
    left = [sheet.value(place.row, column) for column in range(max(0, place.column - LOOK_RIGHT), place.column)]
    near = [sheet.value(place.row, place.column + 1), sheet.value(place.row - 1, place.column)]
    for text in [*reversed(left), *(text for text in near if isinstance(text, str) and is_unit(text))]:
        said = unit_of(text)
        if said:
            return said, str(text).strip()
    found = on_sheet(sheet, tables)
    return found if found and is_for_all(found[1]) else None


def on_sheet(sheet: Sheet, tables: Iterable[Table]) -> tuple[str, str] | None:
    """The one unit other than kroner named in a row without figures: a title, or a note. A heading speaks for its
    own column only."""
    heads = {row for table in tables if table.sheet is sheet for row in table.heading_rows}
    rows = [values for row, values in enumerate(sheet.rows) if row not in heads and not any(map(is_amount, values))]
    said = {unit: text.strip() for values in rows for text in values if (unit := unit_of(text)) and unit != "kr."}
    return next(iter(said.items())) if len(said) == 1 else None


def is_amount(value: object) -> bool:
    """A number that is no year."""
    return is_number(value) and value not in YEARS


def is_for_all(text: str) -> bool:
    """Whether a line about units speaks of all amounts: it says so, or has the unit in brackets."""
    return bool(re.search(r"\((?:[^)]*)(?:kr|tkr|mio)[^)]*\)|\b(?:alle|beløb|beløbene|tal|tallene)\b", text.casefold()))
