"""The recipients' figures, from the cells the settings point at: every number is checked, every refusal has a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from addin import inputs, units
from addin.danish import listed
from addin.finding.rows import Recipient, Skipped
from addin.settings import Setup, sheet_of
from addin.workbook import Area, BadCell, Refusal, Sheet, Snapshot, a1
from udfs.catalogue import FUNCTIONS
from udfs.errors import antal
from udfs.values import name as comparable
from workbook_templates.opsaetning import AMOUNTS, TABLE_COLUMNS, TEXT_COLUMNS

Column = list[Any]  # numbers, None where a cell is blank


@dataclass(frozen=True)
class Children:
    """The sheet with a row per child: `numbers` is the recipient's number (from 1), 0 for a blank row."""

    names: Area
    criteria: Area
    numbers: np.ndarray
    counted: np.ndarray  # what each child adds to its institution's key
    noegle: Column
    fingerprint: float  # each met criterion counts its row times a power of two
    plain: bool  # criteria are only numbers: no ja/nej or x


@dataclass(frozen=True)
class Figures:
    """One entry a recipient, in the order of the table."""

    sheet: Sheet
    recipients: list[Recipient]
    skipped: list[Skipped]
    skewed: list[str]
    columns: dict[str, Column]
    boern: Column | None
    noegle: Column
    children: Children | None

    def cell(self, setup: Setup, key: str, recipient: int) -> str:
        """The address of a recipient's cell in a column, as formulas have it."""
        place = setup.areas[key]
        row = self.recipients[recipient].row
        return Area(place.sheet, row, place.column, row, place.column).formula()

    def column(self, key: str) -> Column | None:
        return self.columns.get(key)


def read(snapshot: Snapshot, setup: Setup) -> Figures:
    """All figures of a run."""
    place = setup.areas["navn"]
    sheet = sheet_of(snapshot, place)
    columns = {key: setup.areas[key].column for key in TABLE_COLUMNS if key in setup.areas}
    rows = setup.rows
    check_below(sheet, columns, place, rows.skipped)
    check_names(sheet, rows.recipients, columns["navn"])
    lines = [recipient.row for recipient in rows.recipients]
    numbers = {key: inputs.column_numbers(sheet, lines, column, heading(setup, key), least(key))
               for key, column in columns.items() if key not in TEXT_COLUMNS}
    for key in AMOUNTS:
        if key in numbers:
            numbers[key] = units.column_in_kroner(numbers[key], units.factor(setup, key))
    boern = weighted(setup, numbers)
    children = read_children(snapshot, setup, rows.recipients) if setup.key == "barn_institution" else None
    return Figures(sheet, rows.recipients, rows.skipped, rows.skewed, numbers, boern,
                   make_key(setup, numbers, boern, children), children)


def heading(setup: Setup, key: str) -> str:
    return f'kolonnen "{setup.headings[key]}"' if key in setup.headings else f"Fordel_{key}"


def least(key: str) -> float | None:
    """Children and keys are never negative; last year's amount may be (efterregulering)."""
    return None if key == "sidste_aar" else 0


def check_below(sheet: Sheet, columns: dict[str, int], place: Area, skipped: list[Skipped]) -> None:
    """An institution added just below the named table would be left out without a word."""
    below = place.last_row + 1
    total_is_last = any(row.row == place.last_row and "sum af" in row.why for row in skipped)
    filled = [column for column in columns.values() if sheet.value(below, column) not in (None, "")]
    if len(filled) > 1 and not total_is_last:
        raise Refusal(f"{sheet.name}, række {below + 1} ligger lige under tabellen ({place}) og er ikke med. "
                      "Udvid navnene Fordel_..., så den kommer med, eller sæt en tom række imellem.")


def check_names(sheet: Sheet, recipients: list[Recipient], column: int) -> None:
    """No two recipients with the same name, and no name that is an error value."""
    seen: dict[str, Recipient] = {}
    for recipient in recipients:
        value = sheet.value(recipient.row, column)
        if isinstance(value, BadCell):
            raise Refusal(f"{inputs.where(sheet, recipient.row, column)}: navnet er {value}.")
        first = seen.setdefault(comparable(recipient.name), recipient)
        if first is not recipient:
            raise Refusal(f'{sheet.name}: "{recipient.name}" står to gange, i række {first.row + 1} og '
                          f"{recipient.row + 1}. Hver institution skal have sit eget navn.")


def weighted(setup: Setup, numbers: dict[str, Column]) -> Column | None:
    """Children per recipient, in the one unit that threshold, cap and kr. per child share."""
    if "boern_0_2" in numbers:
        rule = FUNCTIONS["FORDEL_BOERN"]
        return rule(numbers["boern_0_2"], numbers["boern_3_5"], setup.values["vaegt"]).tolist()
    return numbers.get("boern")


def make_key(setup: Setup, numbers: dict[str, Column], boern: Column | None, children: Children | None) -> Column:
    if children is not None:
        return children.noegle
    if setup.key == "noegle":
        return numbers["noegle"]
    return FUNCTIONS["FORDEL_NOEGLE"](numbers["belastning"], boern).tolist()


# ------------------------------------------------------------------------------------- a row per child


def read_children(snapshot: Snapshot, setup: Setup, recipients: list[Recipient]) -> Children:
    """Which institution each child belongs to and what it counts."""
    names, place = setup.areas["barn_institution"], setup.areas["barn_kriterier"]
    if (names.sheet, names.row, names.last_row) != (place.sheet, place.row, place.last_row):
        raise Refusal(f"Navnene Fordel_barn_institution ({names}) og Fordel_barn_kriterier ({place}) "
                      "skal dække de samme rækker.")
    sheet = sheet_of(snapshot, names)
    table, numeric = inputs.criteria(sheet, place)
    numbers = belongs_to(sheet, names, recipients, table)
    each, noegle = count(setup, recipients, sheet.column(names), table)
    return Children(names, place, numbers, each, noegle, fingerprint(table), numeric)


def fingerprint(table: np.ndarray) -> float:
    """A number that changes with any mark; the control calculates it again from the cells."""
    rows, columns = table.shape
    return float(np.arange(1, rows + 1) @ table @ 2.0 ** np.arange(columns))


def count(setup: Setup, recipients: list[Recipient], children: Column, table: np.ndarray) -> tuple[np.ndarray, Column]:
    """What each child adds (1 or 0 for unique children, else its number of met criteria), and the key it makes."""
    unique = str(setup.values["metode"]).casefold() != "kriterier"
    least_met = setup.values["mindst_kriterier"] if unique else None
    if unique and least_met is None:
        raise Refusal("Der mangler et tal for, hvor mange kriterier et barn mindst skal opfylde. "
                      'Angiv det med --mindst, eller skriv det ved en celle med teksten "Mindst antal kriterier".')
    noegle = FUNCTIONS["FORDEL_OPTAEL"]([r.name for r in recipients], children, table,
                                        setup.values["metode"], least_met).tolist()
    each = FUNCTIONS["FORDEL_UDSATTE"](table, least_met).ravel() if unique else table.sum(axis=1)
    return each, noegle


def belongs_to(sheet: Sheet, names: Area, recipients: list[Recipient], table: np.ndarray) -> np.ndarray:
    """The recipient's number for each child; a child that belongs nowhere is refused."""
    known = {comparable(recipient.name): number for number, recipient in enumerate(recipients, 1)}
    values = sheet.column(names)
    meaning = {value: known.get(comparable(value)) for value in set(values)}
    meaning[None] = 0
    strangers = [row for row, value in enumerate(values) if meaning[value] is None]
    if strangers:
        first = names.row + strangers[0]
        value = values[strangers[0]]
        shown = str(value) if isinstance(value, BadCell) else f'"{value}"'
        raise Refusal(f"{sheet.name}: {antal(len(strangers), 'barn', 'børn')} går i en institution, der ikke er i "
                      f"listen. Den første er {shown} i {a1(first, names.column)}. "
                      f"Institutionerne er {listed([r.name for r in recipients], 3)}.")
    numbers = np.array([meaning[value] for value in values])
    homeless = np.flatnonzero((numbers == 0) & table.any(axis=1))
    if homeless.size:
        raise Refusal(f"{inputs.where(sheet, names.row + int(homeless[0]), names.column)}: barnet har kriterier, men "
                      f"ingen institution ({antal(homeless.size, 'række', 'rækker')}).")
    return numbers
