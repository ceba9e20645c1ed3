"""Single cells found by their label, and what unit the amounts stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from addin.finding.table import Table
from addin.finding.words import forms, is_unit, matches, unit_of
from addin.workbook import Area, Sheet, Snapshot, area
from workbook_templates.overskrifter import ETIKETTER, PULJE_NETTO, PULJENAVN, VAGE_ETIKETTER

NETTO, SURE, VAGUE = 0, 1, 2  # how sure a label is
LOOK_RIGHT = 3  # how far from its label a value may stand


class Labelled(NamedTuple):
    """A cell, the label it was found by, and how sure that is; a vague one is to be asked about."""

    place: Area
    label: str
    rank: int


def labelled(sheet: Sheet, key: str, tables: Iterable[Table]) -> Iterator[Labelled]:
    """The filled cells beside or below a label for the setting; a heading is no label."""
    heads = {(row, column) for table in tables for row in table.heading_rows for column in table.texts}
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if value and isinstance(value, str) and (row, column) not in heads:
                rank = rank_of(key, value)
                place = value_of(sheet, row, column, words=key != "pulje") if rank is not None else None
                if place and rank is not None:
                    yield Labelled(place, value.strip(), rank)


def rank_of(key: str, text: str) -> int | None:
    """How surely a label means a setting; None where it does not."""
    written = forms(text)
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


def value_of(sheet: Sheet, row: int, column: int, words: bool) -> Area | None:
    """The cell a label speaks of: the first filled one to its right, past a unit; else the one below it. Without
    `words` it must hold a digit."""
    for right in range(column + 1, column + 1 + LOOK_RIGHT):
        value = sheet.value(row, right)
        further = any(sheet.value(row, beyond) is not None for beyond in range(right + 1, right + LOOK_RIGHT))
        if value is None or (isinstance(value, str) and is_unit(value) and further):
            continue
        if isinstance(value, str) and not words and not any(letter.isdigit() for letter in value):
            return None
        return Area(sheet.name, row, right, row, right)
    below = sheet.value(row + 1, column)
    number = isinstance(below, (int, float)) and not isinstance(below, bool)
    return Area(sheet.name, row + 1, column, row + 1, column) if number else None


def pool_names(snapshot: Snapshot) -> list[tuple[str, Area]]:
    """The workbook's own names that begin like the pool and point at one cell."""
    found = []
    for name in snapshot.names:
        place = area(name.target) if name.scope is None and name.name.casefold().startswith(PULJENAVN) else None
        if place and place.single and snapshot.sheet(place.sheet):
            found.append((name.name, place))
    return found


# ------------------------------------------------------------------------------------- units


def column_unit(table: Table, column: int) -> tuple[str, str] | None:
    """The unit of a column of amounts and the text that says so: its heading, else what stands on the sheet."""
    heading = table.texts.get(column, "")
    said = unit_of(heading)
    return (said, heading) if said else on_sheet(table.sheet)


def cell_unit(sheet: Sheet, place: Area) -> tuple[str, str] | None:
    """The unit of an amount in a cell: its label's, that of the text beside it, else what stands on the sheet."""
    beside = [sheet.value(place.row, column) for column in range(max(0, place.column - LOOK_RIGHT), place.column + 3)
              if column != place.column]
    for text in [*beside, sheet.value(place.row - 1, place.column)]:
        said = unit_of(text)
        if said:
            return said, str(text).strip()
    return on_sheet(sheet)


def on_sheet(sheet: Sheet) -> tuple[str, str] | None:
    """The one unit other than kroner named in a row without figures: a title, or a note."""
    rows = [values for values in sheet.rows if not any(isinstance(value, (int, float)) for value in values)]
    said = {unit: text.strip() for values in rows for text in values if (unit := unit_of(text)) and unit != "kr."}
    return next(iter(said.items())) if len(said) == 1 else None
