"""Settles the table of institutions, its rows, and what the key is made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from addin.finding import editions, sheets, taking_part
from addin.finding.asking import Asker
from addin.finding.rows import Reader
from addin.finding.source import Origin, Source
from addin.finding.table import Table
from addin.finding.words import one_line, plain
from addin.messages import PRIVATE, warning
from addin.settings import named, outside, receivers, schema, typer
from addin.settings.seen import rich_text
from addin.settings.setup import KEYS, Remark, Setup, sheet_of
from addin.workbook import Area, Refusal, Sheet, Snapshot, a1, area
from workbook_templates import opsaetning
from workbook_templates.indstillinger import OMRAADE
from workbook_templates.opsaetning import BESIDE, ONE_OR_EACH, SETTINGS, TABLE_COLUMNS


class OwnWeight(NamedTuple):
    """A column of weighted children, and what 0-2-year-olds weigh in it."""

    heading: str
    place: str
    weight: float


class TableSettler:
    """Settles what lies in tables; the order of the steps is in `addin.settings.settle`."""

    def __init__(self, snapshot: Snapshot, choices: Mapping[str, Any]):
        self.snapshot, self.choices, self.setup = snapshot, choices, Setup()
        self.only = tuple(choices.get("ark") or ())
        self.schema = schema.version(snapshot)
        self.kept, changes = schema.migrated(self.schema)
        self.setup.messages += changes
        self.asker = Asker(choices, schema.answers(snapshot))
        self.tables: list[Table] | None = None
        self.table: Table | None = None
        self.key_is_named = False
        self.pool_labels: list[str] = []  # what stands beside the pool: it says which year it is
        self.typed: list[str] = []  # settings written over on the settings sheet
        self.saving = False  # the pool is to be found, and the budgets are a key

    def all_tables(self) -> list[Table]:
        if self.tables is None:
            self.tables = sheets.tables_on(self.snapshot, self.only)
        return self.tables

    # --------------------------------------------------------------------------------- the table

    def settle_table(self) -> None:
        """The columns of the table of institutions."""
        setup = self.setup
        setup.areas = named.areas(self.snapshot)
        self.take_typed()
        self.key_is_named = any(key in setup.areas for key in KEYS)
        setup.sources = {key: Source(Origin.NAME, SETTINGS[key].name) for key in setup.areas}
        pointed = area(str(self.choices.get("navn") or ""))
        if pointed:
            self.choose_area("navn", str(self.choices["navn"]).strip())
        if pointed or "navn" not in setup.areas:
            self.find_table(pointed)
        if self.table:
            self.take_columns()
        receivers.settle(self)
        for key, text in self.chosen_areas():
            self.choose_area(key, text)
        self.check_outside()
        self.check_beside()
        named.check_rows(setup.areas)

    def take_typed(self) -> None:
        """Columns whose address has been written over on the settings sheet."""
        for key, place in named.typed_areas(self.snapshot, self.setup.areas).items():
            self.setup.messages.append(warning(
                key, f"{SETTINGS[key].label} hentes i {place}, som der er skrevet på arket {opsaetning.ARK}, og ikke i "
                     f"{self.setup.areas[key]}.", str(place)))
            self.setup.areas[key] = place
            self.typed.append(key)

    def find_table(self, pointed: Area | None) -> None:
        """The table the institutions stand in; where their names are pointed at, that is enough, and the table under
        them, if it is known, is what else is read."""
        if pointed:
            self.table = next((table for table in self.all_tables() if table.columns.get("navn") == pointed.column
                               and table.sheet.name.casefold() == pointed.sheet.casefold()
                               and table.first <= pointed.last_row and pointed.row <= table.last), None)
            return
        self.table = sheets.institutions(self.snapshot, self.all_tables(), self.asker)
        self.asker.stop_if_asked()
        assert self.table is not None, "either chosen or asked"

    def take_columns(self) -> None:
        """The columns of the table, but for what is pointed at."""
        assert self.table is not None
        found = sheets.take(self.table, self.asker, self.pool_labels)
        if self.key_is_named:  # it leaves no other key in question
            found.areas = {key: place for key, place in found.areas.items() if key not in KEYS}
        self.setup.add(found)
        named.follow_rows(self.setup.areas)

    def chosen_areas(self) -> list[tuple[str, str]]:
        """The columns given with the run; a bound for all may be pointed at a column of them."""
        found = [(key, str(self.choices[key]).strip()) for key, setting in SETTINGS.items()
                 if setting.kind == OMRAADE and self.choices.get(key) and self.choices[key] != editions.NONE
                 and not self.is_sheet(key)]
        bounds = [(column, str(self.choices.get(single) or "")) for single, column in ONE_OR_EACH.items()]
        return found + [(column, text) for column, text in bounds if (place := area(text)) and not place.single]

    def check_beside(self) -> None:
        """A column that is pointed at stands beside the institutions, on their rows."""
        rows = self.setup.areas["navn"]
        for key in TABLE_COLUMNS:
            place = self.setup.areas.get(key)
            if place and self.setup.sources[key].kind is Origin.CHOSEN and (
                    (place.sheet, place.row, place.last_row) != (rows.sheet, rows.row, rows.last_row)):
                raise Refusal(f"{SETTINGS[key].label}: {place} står ikke ud for institutionerne ({rows}). Kolonnen "
                              "skal stå på samme ark og i de samme rækker. Hent tallene dertil efter navn, fx med "
                              "LOPSLAG, og peg på den kolonne.")

    def is_sheet(self, key: str) -> bool:
        """Whether names are pointed at without what stands beside them: then they say which sheet of several it is."""
        beside = BESIDE.get(key, "")
        return bool(beside) and not self.choices.get(beside) and beside not in self.setup.areas

    def check_outside(self) -> None:
        """A table known by names may have grown since, or its columns may have been moved."""
        own = self.named_table()
        if own is not None:
            outside.check_headings(own, self.setup)
            outside.follow(own, self.setup, self.asker)

    def named_table(self) -> Table | None:
        """The table that is known by names alone."""
        return self.own_table() if self.table is None else None

    def check_below(self) -> None:
        """Where no table has been looked at for rows outside the named ones, there must be none below them."""
        if self.named_table() is None:
            outside.check_below(sheet_of(self.snapshot, self.setup.areas["navn"]), self.setup)

    def choose_area(self, key: str, text: str) -> None:
        """A column given with the command or as an answer: its cells (Budget!D5:D55) or its heading."""
        place = area(text)
        if place is None and self.table:
            columns = [c for c, heading in self.table.texts.items() if plain(heading) == plain(text)]
            place = self.table.area(columns[0]) if len(columns) == 1 else None
        sheet = self.snapshot.sheet(place.sheet) if place else None
        if place is None or sheet is None:
            raise Refusal(f'{SETTINGS[key].label}: "{text}" er hverken celler (fx Budget!D5:D55) eller en overskrift i '
                          "tabellen.")
        self.setup.areas[key] = place._replace(sheet=sheet.name)
        self.setup.sources[key] = Source(Origin.CHOSEN)
        self.setup.headings[key] = one_line(sheet.value(place.row - 1, place.column) or SETTINGS[key].label)
        if key in TABLE_COLUMNS and key != "navn":
            named.follow_rows(self.setup.areas)

    def read_rows(self) -> None:
        """Which rows of the table are institutions."""
        setup, place = self.setup, self.setup.areas["navn"]
        columns = {key: setup.areas[key].column for key in TABLE_COLUMNS if key in setup.areas}
        sheet = sheet_of(self.snapshot, place)
        own = self.own_table()
        types = typer.settle(self, sheet)
        out = types.out(range(place.row, place.last_row + 1)) if types else frozenset()
        said = taking_part.said(own, types.column if types else None) if own else {}
        setup.rows = Reader(sheet, columns, self.asker, self.span(), said, out).read(place.row, place.last_row)
        if types:
            setup.rows = typer.take_out(self, types, setup.rows)
        if own and any(taking_part.is_private(own, row) for row in range(place.row, place.last_row + 1)):
            setup.messages.append(warning(PRIVATE, taking_part.PRIVATE))
        rich_text.ask_about_names(sheet, setup, self.asker)
        if not setup.rows.recipients:
            self.asker.stop_if_asked()
            raise Refusal(f"{place.sheet}: fandt ingen institutioner i {place}.")
        setup.remarks += [Remark(f"{place.sheet}!{a1(row, column_of(sheet, row, text, place.column))}",
                                 f'"{text}": {why}.') for row, text, why, _ in setup.rows.skipped]

    def span(self) -> range | None:
        """The columns of the table, with those to its left unless another table stands there."""
        if not self.table:
            return None
        first, last = min(self.table.texts), max(self.table.texts)
        left = any(min(other.texts) < first for other in self.all_tables() if other.sheet is self.table.sheet)
        return range(first if left else 0, last + 1)

    def own_table(self) -> Table | None:
        """The table the institutions stand in, also where it is known by name."""
        place = self.setup.areas["navn"]
        return self.table or next((table for table in self.all_tables() if table.sheet.name == place.sheet
                                   and table.columns.get("navn") == place.column), None)

    def own_weight(self) -> OwnWeight | None:
        """What 0-2-year-olds weigh in the user's own weighted children, where the table has any."""
        table = self.own_table()
        if table is None or table.own_weight is None:
            return None
        column, weight = table.own_weight
        return OwnWeight(table.heading(column), table.place(column), weight)


def column_of(sheet: Sheet, row: int, text: str, names: int) -> int:
    """Where a text of a row stands: as a rule where the names do."""
    if sheet.value(row, names) is not None:
        return names
    here = [at for at, value in enumerate(sheet.rows[row]) if isinstance(value, str) and one_line(value) == text]
    return here[0] if here else names
