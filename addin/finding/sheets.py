"""Finds what no setting tells: the table of institutions, the sheet of children, and single cells by their label.

Only what is certain is taken; where two things could be meant, the refusal names both.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from addin.danish import listed
from addin.finding.tables import Table, child_areas, find_table, find_tables, matches, plain
from addin.workbook import Area, Refusal, Sheet, Snapshot, a1, area
from workbook_templates.opsaetning import SETTINGS, TABLE_COLUMNS
from workbook_templates.overskrifter import ANDRE_ENHEDER, ETIKETTER, PULJENAVN

UNIT_WITHIN = 12  # a sheet's unit stands among its first rows


@dataclass
class Found:
    """Areas by setting, the user's own headings, and what was seen and not used."""

    areas: dict[str, Area] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)


def institutions(snapshot: Snapshot, only: tuple[str, ...]) -> Found:
    """The one table of institutions."""
    for name in only:
        if snapshot.sheet(name) is None:
            names = listed([f'"{sheet.name}"' for sheet in snapshot.foreign()])
            raise Refusal(f'Der er intet ark, der hedder "{name}". Arkene er {names}.')
    tables = [table for table in find_tables(snapshot, only) if table.is_institutions]
    if not tables:
        raise Refusal("Fandt ingen institutioner. Et ark skal have én række med overskrifter, fx Institution, "
                      "0-2 år, 3-5 år og Sandsynlighed, og institutionerne lige under.")
    if len(tables) > 1:
        names = listed([f'"{table.sheet.name}"' for table in tables])
        raise Refusal(f"Flere ark ligner en liste med institutioner: {names}. Vælg med --ark.")
    return take(tables[0])


def take(table: Table) -> Found:
    """The columns of a table, from the row under the headings to the last row with anything in it."""
    found, first, last = Found(), table.heading_row + 1, last_row(table)
    for key, column in table.columns.items():
        if key in TABLE_COLUMNS:
            found.areas[key] = Area(table.sheet.name, first, column, last, column)
            found.headings[key] = table.heading(key)
            found.sources[key] = f'overskriften "{table.heading(key)}"'
    if "boern_0_2" in found.areas and "boern_3_5" in found.areas:
        found.areas.pop("boern", None)
    for column, heading in table.unknown.items():
        place = a1(table.heading_row, column)
        found.messages.append(f'{table.sheet.name}!{place}: kolonnen "{heading}" er ikke brugt.')
    return found


def last_row(table: Table) -> int:
    """The last row with anything in a column of the table."""
    rows = range(len(table.sheet.rows) - 1, table.heading_row, -1)
    columns = table.columns.values()
    for row in rows:
        if any(table.sheet.value(row, column) is not None for column in columns):
            return row
    raise Refusal(f'Arket "{table.sheet.name}" har overskrifter, men ingen institutioner under dem.')


def children(snapshot: Snapshot, institutions_on: str, only: tuple[str, ...]) -> Found:
    """The one sheet with a row per child; nothing where there is none."""
    wanted = tuple(name for name in only if name.casefold() != institutions_on.casefold())
    found, sheets = Found(), []
    for table in find_tables(snapshot, wanted):
        if table.sheet.name == institutions_on:
            continue
        areas = child_areas(table)
        if areas is None:
            found.messages.append(f'Arket "{table.sheet.name}" er ikke brugt.')
        else:
            found.areas["barn_institution"], found.areas["barn_kriterier"] = areas
            sheets.append(table.sheet.name)
            found.messages += criteria_told(table, areas[1])
    if len(sheets) > 1:
        names = listed([f'"{name}"' for name in sheets])
        raise Refusal(f"Flere ark ligner en liste med børn: {names}. Vælg med --ark.")
    found.sources = {key: f'arket "{sheets[0]}"' for key in found.areas}
    return found


def criteria_told(table: Table, place: Area) -> list[str]:
    """Which columns were taken for criteria, and which were not."""
    used = [table.unknown[column] for column in range(place.column, place.last_column + 1)]
    left = [heading for column, heading in table.unknown.items() if not place.column <= column <= place.last_column]
    told = [f'{place.sheet}: {len(used)} kriterier er talt med: {", ".join(used)}.']
    return told + ([f'{place.sheet}: ikke brugt: {", ".join(left)}.'] if left else [])


# ------------------------------------------------------------------------------------- single cells


def cell(snapshot: Snapshot, key: str, not_on: set[str]) -> tuple[Area, str] | None:
    """The cell of a setting of one value, and what it was found by: a name (the pool only) or a label."""
    if key == "pulje":
        named = [name for name in snapshot.names if name.scope is None and name.name.casefold().startswith(PULJENAVN)]
        if len(named) > 1:
            raise Refusal(f"Flere navne kan være puljen: {listed([name.name for name in named])}. Vælg med --pulje.")
        place = area(named[0].target) if named else None
        if place and place.single and snapshot.sheet(place.sheet):
            return place, f"navnet {named[0].name}"
    places = [place for sheet in snapshot.foreign() if sheet.visible and sheet.name not in not_on
              for place in labelled(sheet, key)]
    if len(places) > 1:
        option = {"mindst_kriterier": "mindst"}.get(key, key)
        raise Refusal(f"{SETTINGS[key].label}: flere celler kan være den: {listed([str(p) for p in places])}. "
                      f"Vælg med --{option}, fx --{option} {places[0]}.")
    if not places:
        return None
    sheet = snapshot.sheet(places[0].sheet)
    assert sheet is not None
    return places[0], f'teksten "{sheet.value(places[0].row, places[0].column - 1)}"'


def labelled(sheet: Sheet, key: str) -> list[Area]:
    """The filled cells just to the right of a label for the setting; a heading is no label."""
    table = find_table(sheet)
    found = []
    for row, values in enumerate(sheet.rows):
        if table and row == table.heading_row:
            continue
        for column, value in enumerate(values):
            if value and isinstance(value, str) and matches(plain(value), ETIKETTER[key]):
                right = sheet.value(row, column + 1)
                words = isinstance(right, str) and not any(letter.isdigit() for letter in right)
                if right is not None and not (key == "pulje" and words):
                    found.append(Area(sheet.name, row, column + 1, row, column + 1))
    return found


def other_unit(sheet: Sheet) -> str | None:
    """The text among a sheet's first rows that says its amounts are thousands or millions."""
    for values in sheet.rows[:UNIT_WITHIN]:
        for value in values:
            if isinstance(value, str) and any(unit in value.casefold() for unit in ANDRE_ENHEDER):
                return value
    return None
