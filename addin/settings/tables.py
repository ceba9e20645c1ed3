"""Settles the table of institutions, its rows, and what the key is made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from addin.finding import cells, editions, sheets, taking_part
from addin.finding.asking import Asker
from addin.finding.children import Criteria
from addin.finding.rows import Reader
from addin.finding.table import CHILDREN, Table
from addin.finding.words import one_line, plain
from addin.settings import named, outside, receivers, schema
from addin.settings.setup import KEYS, Remark, Setup, sheet_of
from addin.workbook import Refusal, Snapshot, a1, area, column_letters
from udfs.values import name as comparable
from workbook_templates.opsaetning import BESIDE, BURDENS, CRITERIA, GRUNDLAG, OMRAADE, SETTINGS, TABLE_COLUMNS


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
        self.criteria: dict[str, Criteria] = {}
        self.pool_labels: list[str] = []  # what stands beside the pool: it says which year it is

    def all_tables(self) -> list[Table]:
        if self.tables is None:
            self.tables = sheets.tables_on(self.snapshot, self.only)
        return self.tables

    # --------------------------------------------------------------------------------- the table

    def settle_table(self) -> None:
        """The columns of the table of institutions."""
        setup = self.setup
        setup.areas = named.areas(self.snapshot)
        self.key_is_named = any(key in setup.areas for key in KEYS)
        setup.sources = {key: f"navnet {SETTINGS[key].name}" for key in setup.areas}
        if "navn" not in setup.areas:
            self.table = sheets.institutions(self.snapshot, self.all_tables(), self.asker)
            self.asker.stop_if_asked()
            assert self.table is not None, "either chosen or asked"
            found = sheets.take(self.table, self.asker, self.pool_labels)
            if self.key_is_named:  # it leaves no other key in question
                found.areas = {key: place for key, place in found.areas.items() if key not in KEYS}
            setup.add(found)
            named.follow_rows(setup.areas)
        receivers.settle(self)
        for key, setting in SETTINGS.items():
            if setting.kind == OMRAADE and self.choices.get(key) and self.choices[key] != editions.NONE:
                self.choose_area(key, str(self.choices[key]).strip())
        self.check_outside()
        named.check_rows(setup.areas)

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
        self.setup.sources[key] = "valgt ved kørslen"
        self.setup.headings[key] = one_line(sheet.value(place.row - 1, place.column) or SETTINGS[key].label)
        if key in TABLE_COLUMNS and key != "navn":
            named.follow_rows(self.setup.areas)

    def read_rows(self) -> None:
        """Which rows of the table are institutions."""
        setup, place = self.setup, self.setup.areas["navn"]
        columns = {key: setup.areas[key].column for key in TABLE_COLUMNS if key in setup.areas}
        sheet = sheet_of(self.snapshot, place)
        own = self.own_table()
        said = taking_part.said(own) if own else {}
        setup.rows = Reader(sheet, columns, self.asker, self.span(), said).read(place.row, place.last_row)
        if own and any(taking_part.is_private(own, row) for row in range(place.row, place.last_row + 1)):
            setup.messages.append(taking_part.PRIVATE)
        if not setup.rows.recipients:
            self.asker.stop_if_asked()
            raise Refusal(f"{place.sheet}: fandt ingen institutioner i {place}.")
        setup.remarks += [Remark(f"{place.sheet}!{a1(row, place.column)}", f'"{text}": {why}.')
                          for row, text, why in setup.rows.skipped]

    def span(self) -> range | None:
        """The columns of the table, with those to its left unless another table stands there."""
        if not self.table:
            return None
        first, last = min(self.table.texts), max(self.table.texts)
        left = any(min(other.texts) < first for other in self.all_tables() if other.sheet is self.table.sheet)
        return range(first if left else 0, last + 1)

    # --------------------------------------------------------------------------------- the key

    def settle_key(self) -> None:
        """Exactly one way to make the key, and the children it needs."""
        setup = self.setup
        wanted = self.grundlag()
        if not self.key_is_named or (wanted and wanted not in setup.areas):
            names = {comparable(recipient.name) for recipient in setup.rows.recipients}
            found = sheets.beside(self.all_tables(), self.own_table(), names, self.asker, self.scores_wanted(wanted),
                                  {setup.areas[key].sheet for key in BESIDE if key in setup.areas})
            self.criteria = found.criteria
            setup.add(found)
        keys = self.chosen_key([key for key in KEYS if key in setup.areas])
        if not keys:
            return
        for key in set(KEYS) - set(keys):
            for part in (key, BESIDE.get(key, key)):
                setup.areas.pop(part, None)
        if keys[0] in self.criteria:
            setup.messages += sheets.told(self.criteria[keys[0]])
        self.check_children()

    def scores_wanted(self, wanted: str | None) -> bool | None:
        """Whether to look for a score per child; None: only where there is no other key."""
        if wanted is None and not any(key in self.setup.areas for key in KEYS):
            return None
        return wanted == "score_institution"

    def grundlag(self) -> str | None:
        """What the user says the key is made from."""
        given = self.choices.get("grundlag") or self.chosen_column()
        if not given:
            found = named.target(self.snapshot, SETTINGS["grundlag"].name)
            given = found[0].value(found[1].row, found[1].column) if found else None
        if not given:
            return None
        word = next((word for word in GRUNDLAG if plain(word) == plain(str(given))), None)
        if word is None:
            raise Refusal(f'Nøglen laves af: "{given}" kendes ikke. Vælg mellem {", ".join(GRUNDLAG)}.')
        return GRUNDLAG[word]

    def chosen_column(self) -> str | None:
        """A key column given with the command says what the key is made of; an answer to which of two does not."""
        unclear = self.table.unclear if self.table else {}
        given = [key for key in KEYS if self.choices.get(key) and key not in unclear and key not in self.asker.asked]
        return next((word for word, key in GRUNDLAG.items() if given == [key]), None)

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

    def chosen_key(self, keys: list[str]) -> list[str]:
        """The one key among those there are; nothing where it must be asked for."""
        wanted = self.grundlag()
        if wanted:
            if wanted not in keys and wanted == "noegle":
                return self.asked_key()
            if wanted not in keys:
                word = next(word for word, key in GRUNDLAG.items() if key == wanted)
                raise Refusal(f"Nøglen skal laves af {word}, men det er der ikke fundet. Giv kolonnen navnet "
                              f"{SETTINGS[wanted].name} (Formler, Definer navn).")
            return [wanted]
        if set(keys) == {"antal_institution", "barn_institution"} and self.children_are_counted():
            self.setup.messages.append(f'Arket "{self.setup.areas["antal_institution"].sheet}" er ikke brugt: der er '
                                       "også en række pr. barn. Skal de leverede antal bruges, så vælg --grundlag.")
            return ["barn_institution"]
        if keys == ["antal_institution"] and not self.key_is_named:
            self.ask_about_counts()
            return []
        if keys == ["score_institution"] and not self.key_is_named:
            self.ask_about_scores()
            return []
        if len(keys) > 1:
            choices = [(word, f"{word}: {self.setup.areas[key]}") for word, key in GRUNDLAG.items() if key in keys]
            self.asker.ask("grundlag", "Der er mere end én mulig nøgle. Hvad skal nøglen laves af?", choices)
            return []
        return keys or self.asked_key()

    def ask_about_counts(self) -> None:
        """Counts are no key before somebody has said that they may be added, and what each weighs."""
        place = self.setup.areas["antal_kriterier"]
        count = place.last_column - place.column + 1
        self.asker.ask("grundlag", f'Arket "{place.sheet}" har antal børn for {count} kriterier ({place}). Hvad skal '
                       "nøglen laves af?", [
                           ("leverede antal", f"de {count} kriterier lagt sammen, alle med vægten 1 (vægtene kan "
                                              'rettes på "Fordel opsætning")'),
                           ("nøgle", "en anden kolonne")], str(place))

    def ask_about_scores(self) -> None:
        """A column of scores under repeated names is no key before somebody has said that a row is a child."""
        place = self.setup.areas["score"]
        self.asker.ask("grundlag", f'Arket "{place.sheet}" har flere rækker pr. institution med '
                       f'"{self.setup.headings["score"]}" ({place}). Hvad skal nøglen laves af?', [
                           ("score pr. barn", "en række er et barn: institutionens gennemsnit ganges med dens børn"),
                           ("nøgle", "en anden kolonne")], str(place))

    def children_are_counted(self) -> bool:
        """Whether the workbook says how many criteria a child must meet: then the children are counted."""
        return any(self.choices.get(key) for key in ("metode", "mindst_kriterier")) or any(
            cells.labelled(sheet, ()).get("mindst_kriterier") for sheet in self.snapshot.foreign() if sheet.visible)

    def asked_key(self) -> list[str]:
        """The column the user says the pool is distributed by."""
        if any(key in self.asker.questions for key in KEYS):
            return []  # which of two columns is asked already
        own = self.own_table()
        found = sheets.ask_for_key(own, self.asker) if own else None
        if found and own:
            key = self.burden_or_key(own, *found)
            if key:
                self.setup.areas[key] = self.setup.areas["navn"]._replace(column=found[0], last_column=found[0])
                self.setup.headings[key], self.setup.sources[key] = found[1], "dit svar"
                return [key]
        if not self.asker.questions:
            raise Refusal("Fandt ingen nøgle at fordele efter. Der skal være en kolonne som Sandsynlighed, Belastning "
                          "eller Nøgle, eller et ark med en række pr. barn og kriterier som 1/0 eller en score.")
        return []

    def burden_or_key(self, table: Table, column: int, heading: str) -> str | None:
        """Whether a chosen column is a key, or a figure per child that makes one; None where it must be asked."""
        wanted = self.grundlag()
        if wanted in ("noegle", "belastning"):
            return wanted
        if not any(key in self.setup.areas for key in CHILDREN) or sheets.is_amount_or_count(table, column):
            return "noegle"
        answer = self.asker.ask("grundlag", f'Er "{heading}" et tal pr. barn, eller er det nøglen selv?', [
            ("belastning", "et tal pr. barn (andel, score, indeks): det ganges med børnene"),
            ("nøgle", "nøglen selv (et antal, et beløb): pengene følger tallet direkte")], table.place(column))
        return None if answer is None else GRUNDLAG[answer]

    def check_children(self) -> None:
        areas = self.setup.areas
        if any(key in self.asker.questions for key in CHILDREN):
            return
        if any(key in areas for key in BURDENS) and not any(key in areas for key in CHILDREN):
            what = "belastning" if "belastning" in areas else "score"
            raise Refusal(f"Der er en {what} pr. barn, men ingen kolonne med børn at gange den med.")
        if ("boern_0_2" in areas) != ("boern_3_5" in areas):
            there, missing = ("0-2-årige", "3-5-årige") if "boern_0_2" in areas else ("3-5-årige", "0-2-årige")
            raise Refusal(f"Der er en kolonne med {there}, men ingen med {missing}.")

    def settle_criteria(self) -> None:
        """The criteria's headings and weights, where the key is made of criteria."""
        setup = self.setup
        place = setup.areas.get(CRITERIA.get(setup.key, ""))
        if place is None:
            return
        sheet = sheet_of(self.snapshot, place)
        columns = range(place.column, place.last_column + 1)
        setup.criteria = [one_line(sheet.value(place.row - 1, column) or column_letters(column)) for column in columns]
        setup.weights = schema.weights(self.snapshot, len(setup.criteria))
        found = self.criteria.get(setup.key)
        if found and not all(found.counts):  # columns that are no criteria lie between them: they weigh nothing
            setup.weights = [float(counts) for counts in found.counts]
