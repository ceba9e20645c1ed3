"""Single cells found by their label, and what unit the amounts stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from addin.danish import number_in_text
from addin.finding.labels import VAGUE, ranks
from addin.finding.table import YEARS, Table
from addin.finding.words import is_unit, unit_of
from addin.workbook import Area, BadCell, Held, Sheet, Snapshot, area
from workbook_templates.overskrifter import PULJENAVN

LOOK_RIGHT = 3  # how far from its label a value may stand


class Labelled(NamedTuple):
    """A cell, the label it was found by, and how sure that is; a vague one is to be asked about."""

    place: Area
    label: str
    rank: int


def labelled(sheet: Sheet, tables: Iterable[Table]) -> dict[str, list[Labelled]]:
    """The filled cells beside or below a label, by the setting it is for. A heading is no label, nor is a word in a
    column of a table ("loft" where it says what an amount is bound by) that of the numbers beside it in the table."""
    heads = {(row, column) for table in tables for row in table.heading_rows for column in table.texts}
    inner = {(row, column) for table in tables for row in range(table.first, table.last + 1)
             for column in table.texts if column != table.columns["navn"]}
    names = {(row, table.columns["navn"]) for table in tables for row in range(table.first, table.last + 1)}
    found: dict[str, list[Labelled]] = {}
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if value and isinstance(value, str) and (row, column) not in heads:
                for key, rank in ranks(value):
                    if rank < VAGUE or (row, column) not in names:
                        places = [place for place in values_of(sheet, row, column, sure=rank < VAGUE)
                                  if not {(row, column), (place.row, place.column)} <= inner]
                        if key != "pulje" and len(places) > 1 and places[0].column == column:
                            continue  # it heads a column of figures
                        found.setdefault(key, []).extend(Labelled(place, value.strip(), rank) for place in places)
    return found


def values_of(sheet: Sheet, row: int, column: int, sure: bool) -> list[Area]:
    """The cells a label may speak of: the numbers to its right, up to the next label; else a text there that holds a
    digit (beside a vague label: one that is a number); else the numbers below it."""
    texts: list[Area] = []
    numbers: list[Area] = []
    blank = 0
    for right in range(column + 1, len(sheet.rows[row])):
        value, place = sheet.value(row, right), Area(sheet.name, row, right, row, right)
        blank = blank + 1 if value is None else 0
        if blank > LOOK_RIGHT:
            break
        if is_number(value) or (isinstance(value, BadCell) and value.error):
            numbers.append(place)
        elif isinstance(value, str) and (not is_unit(value) or not numbers and is_number_text(value)):
            if numbers or any(rank < VAGUE for _, rank in ranks(value)):
                break
            if right <= column + LOOK_RIGHT and (is_number_text(value) or sure and has_digit(value)):
                texts.append(place)
    written = [place for place in texts if not is_unit(str(sheet.value(row, place.column)))] or texts
    return numbers or written[:1] or numbers_below(sheet, row, column)


def numbers_below(sheet: Sheet, row: int, column: int) -> list[Area]:
    """The numbers just below a label; of years those beside them."""
    found = []
    while is_number(value := sheet.value(row + 1, column)):
        row += 1
        at = column if is_amount(value) else column + 1
        if is_number(sheet.value(row, at)):
            found.append(Area(sheet.name, row, at, row, at))
    return found


def words_beside(sheet: Sheet, tables: Iterable[Table]) -> list[tuple[str, Area]]:
    """Texts that stand where the pool should: "afventer udvalget" beside "Pulje"."""
    heads = {(row, column) for table in tables if table.sheet is sheet for row in table.heading_rows
             for column in table.texts}
    found = []
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values[:-1]):
            beside = sheet.value(row, column + 1)
            if isinstance(value, str) and isinstance(beside, str) and (row, column) not in heads and any(
                    key == "pulje" and rank < VAGUE for key, rank in ranks(value)) and not is_unit(beside):
                found.append((beside.strip(), Area(sheet.name, row, column + 1, row, column + 1)))
    return found


def number_of(value: object) -> float | None:
    """The number a cell holds, also as a text that can be read in one way."""
    read = number_in_text(value) if isinstance(value, str) else value
    return float(read) if isinstance(read, (int, float)) and not isinstance(read, bool) else None


def is_number_text(text: str) -> bool:
    return number_in_text(text) is not None


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
    if own := unit_beside(sheet, place):
        return own
    found = on_sheet(sheet, tables)
    return found if found and is_for_all(found[1]) else None


def unit_beside(sheet: Sheet, place: Area) -> tuple[str, str] | None:
    """The unit that the label of an amount says, or a text beside it or over it."""
    left = [sheet.value(place.row, column) for column in range(max(0, place.column - LOOK_RIGHT), place.column)]
    own = next((at for at, text in enumerate(reversed(left), 1) if isinstance(text, str) and ranks(text)), len(left))
    near = [sheet.value(place.row, place.column + 1), sheet.value(place.row - 1, place.column)]
    for text in [*left[::-1][:own], *(text for text in near if isinstance(text, str) and is_unit(text))]:
        said = unit_of(text)
        if said:
            return said, str(text).strip()
    return None


def on_sheet(sheet: Sheet, tables: Iterable[Table]) -> tuple[str, str] | None:
    """The one unit other than kroner named in a row without figures: a title, or a note. A heading speaks for its
    own column only."""
    units = other_units(sheet)
    rows = [values for values in beside_headings(sheet, tables) if not any(map(is_amount, values))] if units else []
    said = {units[text]: text.strip() for values in rows for text in values if isinstance(text, str) and text in units}
    return next(iter(said.items())) if len(said) == 1 else None


def title_beside_figures(sheet: Sheet, tables: Iterable[Table]) -> str:
    """A text with a unit that begins a row with figures, and is not their label: another text comes after it, first.
    Whether it speaks of all amounts, only the user knows; "" where there is none."""
    units = other_units(sheet)
    for values in beside_headings(sheet, tables) if units else ():
        first, second, *others = [value for value in values if value not in (None, "")] + ["", ""]
        if isinstance(first, str) and isinstance(second, str) and first in units and any(map(is_amount, others)):
            return first.strip()
    return ""


def other_units(sheet: Sheet) -> dict[str, str]:
    """The texts that name another unit than kroner, with it: few sheets have any, and some have very many rows."""
    return {text: unit for text in sheet.texts if (unit := unit_of(text)) and unit != "kr."}


def beside_headings(sheet: Sheet, tables: Iterable[Table]) -> list[Sequence[Held]]:
    """The rows that are no headings."""
    heads = {row for table in tables if table.sheet is sheet for row in table.heading_rows}
    return [values for row, values in enumerate(sheet.rows) if row not in heads]


def is_amount(value: object) -> bool:
    """A number that is no year."""
    return is_number(value) and value not in YEARS


def is_for_all(text: str) -> bool:
    """Whether a line about units speaks of all amounts: it says so, or has the unit in brackets."""
    return bool(re.search(r"\((?:[^)]*)(?:kr|tkr|mio)[^)]*\)|\b(?:alle|beløb|beløbene|tal|tallene)\b", text.casefold()))
