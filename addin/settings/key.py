"""Settles what the key is made from: one way among those there are, and the children it needs."""

from __future__ import annotations

from addin.finding import cells, sheets
from addin.finding.asking import CRITERION
from addin.finding.children import Criteria
from addin.finding.source import Origin, Source
from addin.finding.table import CHILDREN, Table
from addin.finding.words import one_line, plain
from addin.messages import quiet, warning
from addin.settings import ansoegninger, named, schema
from addin.settings.setup import KEYS, sheet_of
from addin.settings.tables import TableSettler
from addin.workbook import Refusal, column_letters
from udfs.values import name as comparable
from workbook_templates.opsaetning import BESIDE, BURDENS, CRITERIA, GRUNDLAG, SETTINGS


class KeySettler:
    """After the rows are read: a column, delivered counts, a sheet of children, and of a saving the budgets."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.asker, self.choices = tables.asker, tables.choices
        self.criteria: dict[str, Criteria] = {}

    def settle(self) -> None:
        """Exactly one way to make the key, and the children it needs."""
        setup = self.setup
        if ansoegninger.without_key(setup):
            ansoegninger.take_key(setup)
            self.check_children()
            return
        wanted = self.grundlag()
        if not self.tables.key_is_named or (wanted and wanted not in setup.areas):
            names = {comparable(recipient.name) for recipient in setup.rows.recipients}
            found = sheets.beside(self.tables.all_tables(), self.tables.own_table(), names, self.asker,
                                  self.scores_wanted(wanted),
                                  {setup.areas[key].sheet for key in BESIDE if key in setup.areas})
            self.criteria = found.criteria
            pointed = [key for key in BESIDE if self.choices.get(key) and self.tables.is_sheet(key)]
            setup.add(found)
            self.check_pointed(pointed)
        keys = self.chosen_key([key for key in KEYS if key in setup.areas])
        if not keys:
            return
        for key in set(KEYS) - set(keys):
            for part in (key, BESIDE.get(key, key)):
                setup.areas.pop(part, None)
        if keys[0] in self.criteria:
            setup.messages += sheets.told(keys[0], self.criteria[keys[0]])
        self.check_children()

    def check_pointed(self, pointed: list[str]) -> None:
        """Names that are pointed at alone must be those of a sheet that was found."""
        for key in pointed:
            said, beside = str(self.choices[key]).strip(), BESIDE[key]
            if key not in self.asker.asked and said != str(self.setup.areas.get(key)):
                raise Refusal(f"{SETTINGS[key].label}: {said} er ikke navnene på et ark, Fordel kender. Peg også på "
                              f"{SETTINGS[beside].label} (--{beside.replace('_', '-')}).")

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
        unclear = self.tables.table.unclear if self.tables.table else {}
        given = [key for key in KEYS if self.choices.get(key) and key not in unclear and key not in self.asker.asked]
        return next((word for word, key in GRUNDLAG.items() if given == [key]), None)

    def chosen_key(self, keys: list[str]) -> list[str]:
        """The one key among those there are; nothing where it must be asked for."""
        wanted = self.grundlag()
        by_budget = self.tables.saving and "grundbudget" in self.setup.areas and "noegle" not in keys
        if by_budget and wanted in (None, "noegle"):
            return self.budget(keys, wanted)
        if wanted:
            if wanted in self.asker.questions:
                return []  # which of several sheets is asked
            if wanted not in keys and wanted == "noegle":
                return self.asked_key()
            if wanted not in keys:
                word = next(word for word, key in GRUNDLAG.items() if key == wanted)
                raise Refusal(f"Nøglen skal laves af {word}, men det er der ikke fundet. Giv kolonnen navnet "
                              f"{SETTINGS[wanted].name} (Formler, Definer navn).")
            return [wanted]
        if set(keys) == {"antal_institution", "barn_institution"} and self.children_are_counted():
            sheet = self.setup.areas["antal_institution"].sheet
            self.setup.messages.append(quiet(
                "antal_institution", f'Arket "{sheet}" er ikke brugt: der er også en række pr. barn. Skal de leverede '
                                     "antal bruges, så vælg --grundlag.", sheet))
            return ["barn_institution"]
        if keys == ["antal_institution"] and not self.tables.key_is_named:
            self.ask_about_counts()
            return []
        if keys == ["score_institution"] and not self.tables.key_is_named:
            self.ask_about_scores()
            return []
        if len(keys) > 1:
            choices = [(word, f"{word}: {self.setup.areas[key]}") for word, key in GRUNDLAG.items() if key in keys]
            self.asker.ask("grundlag", "Der er mere end én mulig nøgle. Hvad skal nøglen laves af?", choices)
            return []
        return keys or self.asked_key()

    def budget(self, keys: list[str], wanted: str | None) -> list[str]:
        """The key of a saving is the budget, where nothing else is said; where a burden is, the user says which."""
        place = self.setup.areas["grundbudget"]
        if keys and not wanted:
            words = [(word, f"{word}: {self.setup.areas[key]}") for word, key in GRUNDLAG.items() if key in keys]
            self.asker.ask("grundlag", "Det er en besparelse. Hvad skal den deles efter?", [
                ("nøgle", f"grundbudgettet: {place}"), *words], str(place))
            return []
        self.setup.areas["noegle"] = place
        heading = self.setup.headings.get("grundbudget", SETTINGS["grundbudget"].label)
        self.setup.headings["noegle"] = heading
        self.setup.sources["noegle"] = Source(Origin.BUDGET)
        self.setup.messages.append(warning(
            "noegle", f'Besparelsen deles efter "{heading}", for der står ingen anden nøgle.'))
        return ["noegle"]

    def ask_about_counts(self) -> None:
        """Counts are no key before somebody has said that they may be added, and what each weighs."""
        place = self.setup.areas["antal_kriterier"]
        count = "" if self.asker.asks(CRITERION) else f"{place.last_column - place.column + 1} "  # more may be added
        where = f" ({place})" if count else ""
        self.asker.ask("grundlag", f'Arket "{place.sheet}" har antal børn for {count}kriterier{where}. Hvad skal '
                       "nøglen laves af?", [
                           ("leverede antal", f"{f'de {count}kriterier' if count else 'kriterierne'} lagt sammen, alle "
                                              'med vægten 1 (vægtene kan rettes på "Fordel opsætning")'),
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
        own = self.tables.own_table()
        found = sheets.ask_for_key(own, self.asker) if own else None
        if found and own:
            key = self.burden_or_key(own, *found)
            if key:
                self.setup.areas[key] = self.setup.areas["navn"]._replace(column=found[0], last_column=found[0])
                self.setup.headings[key], self.setup.sources[key] = found[1], Source(Origin.ANSWER)
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
