"""Settles the settings of one value each: a word, a number, an amount in a cell."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from addin.danish import TwoWays, number_in_text, read_number
from addin.finding import cells
from addin.finding.children import is_suppressed
from addin.finding.sums import figure
from addin.finding.words import plain, unit_of
from addin.inputs import scalar, where
from addin.settings import named
from addin.settings.setup import KEYS, STANDARD, Remark, sheet_of
from addin.settings.tables import TableSettler
from addin.workbook import Area, Refusal, Sheet, area
from udfs.errors import tal
from workbook_templates import opsaetning
from workbook_templates.opsaetning import KRITERIER, POOLS, SETTINGS, VALG
from workbook_templates.overskrifter import ETIKETTER

OTHER, ALL = "andet", "alle"  # the answers that it is another amount, and that all are
OUTLIER = 10  # so many times the next highest a burden must be to be asked about
OPTIONS = {"mindst_kriterier": "mindst"}  # where the option is not called as the setting


class CellSettler:
    """Settles the settings of one value each, after the tables are known."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.asker, self.choices = tables.asker, tables.choices
        self.extra: dict[str, str] = {}  # what an answer to one setting says of others

    def settle(self, key: str) -> None:
        """One setting of one value: chosen, named, labelled, kept from an older schema, or its default."""
        choice = self.extra.get(key) or self.choices.get(key)
        if choice == ALL and key == "pulje":
            choice = self.all_pools()
        if choice == OTHER and key in ETIKETTER:  # else it is a word, such as the name of an edition
            self.setup.values[key], self.setup.sources[key] = None, ""
            return
        if choice not in (None, ""):
            self.take_choice(key, str(choice).strip())
            return
        setting, value, source = SETTINGS[key], None, STANDARD
        found = named.target(self.snapshot, setting.name)
        if found:
            source = f"navnet {setting.name}"
        else:
            by_label = self.labelled(key) if key in ETIKETTER else None
            if by_label:
                place, source = by_label
                check_in_kroner(key, place, source)
                found = sheet_of(self.snapshot, place), place
        if found:
            value = self.read_cell(key, *found)
            if found[0].name != self.snapshot.ours.get(opsaetning.NOEGLE):
                named.check_typed_over(self.snapshot, key, value)
        if value is None:
            value = self.default(key)
        self.setup.values[key], self.setup.sources[key] = worded(key, value), source

    def default(self, key: str) -> Any:
        """What stands where nothing is said: what an older schema meant, or what the setting says."""
        if key in self.tables.kept:
            return self.tables.kept[key]
        chosen = next((k for k in KEYS if k in self.setup.areas), None)
        if key == "vaegt":
            return opsaetning.WEIGHT[chosen or "belastning"]
        if key == "grundlag":
            return next((word for word, k in opsaetning.GRUNDLAG.items() if k == chosen), None)
        return SETTINGS[key].default

    def labelled(self, key: str) -> tuple[Area, str] | None:
        """The cell of a setting and what it was found by: a name (the pool only) or a label."""
        if key == "pulje":
            named_pools = cells.pool_names(self.snapshot)
            if len(named_pools) == 1:
                return named_pools[0][1], f"navnet {named_pools[0][0]}"
            if named_pools:
                return self.asked(key, [cells.Labelled(place, name, 0) for name, place in named_pools])
        found = self.found(key)
        if not found:
            return None
        best = cells.best(lambda place: sheet_of(self.snapshot, place), found)
        for cell in found:
            if cell not in best and cell.rank < cells.VAGUE:
                self.setup.remarks.append(Remark(str(cell.place), f'"{cell.label}" er ikke brugt: '
                                                 f'"{best[0].label}" er det, der skal fordeles.'))
        if len(best) > 1 or best[0].rank == cells.VAGUE:
            return self.asked(key, best)
        return best[0].place, f'teksten "{best[0].label}"'

    @cached_property
    def beside_labels(self) -> list[dict[str, list[cells.Labelled]]]:
        """The cells beside labels by setting, for each sheet that may have any: each is gone through once."""
        own = self.setup.children_list
        tables = self.tables.all_tables()
        return [cells.labelled(sheet, [table for table in tables if table.sheet is sheet])
                for sheet in self.snapshot.foreign() if sheet.visible and not (own and sheet.name == own.sheet)]

    def found(self, key: str) -> list[cells.Labelled]:
        """Every cell beside a label for the setting."""
        found = [cell for by_setting in self.beside_labels for cell in by_setting.get(key, ())]
        return [cell for cell in found if not self.is_statistic(cell)]

    def candidates(self, key: str) -> list[cells.Labelled]:
        """Those of them that remain in question."""
        found = self.found(key)
        return cells.best(lambda place: sheet_of(self.snapshot, place), found) if found else []

    def is_statistic(self, cell: cells.Labelled) -> bool:
        """Whether a vaguely labelled cell only says what is the least or the most of a column: "Minimum" 4.200."""
        if cell.rank < cells.VAGUE:
            return False
        value = sheet_of(self.snapshot, cell.place).value(cell.place.row, cell.place.column)
        own = [table for table in self.tables.all_tables() if table.sheet.name == cell.place.sheet]
        ends = [end for table in own for column in table.texts for end in extremes(table.below(column))]
        if value not in ends:
            return False
        self.setup.remarks.append(Remark(str(cell.place), f'"{cell.label}" er det mindste eller største tal i en '
                                         "kolonne, og ikke en indstilling."))
        return True

    def asked(self, key: str, found: list[cells.Labelled]) -> tuple[Area, str] | None:
        """The cell the user says it is, where several could be it or one perhaps is."""
        label, option = SETTINGS[key].label, OPTIONS.get(key, key)
        choices = [(str(cell.place), f'"{cell.label}": {self.shown(cell.place)}') for cell in found]
        text = f"{label}: flere celler kan være den. Hvilken er det?"
        if key == "pulje" and len({str(cell.place) for cell in found}) == len(found) <= len(POOLS):
            choices.append((ALL, "alle: de lægges sammen"))
        if len(found) == 1:
            choices = choices[:1]
            text = f'{label}: er det cellen ved siden af "{found[0].label}"?'
            choices.append((OTHER, "nej, det er et andet beløb" if key == "pulje" else "nej, der er ikke noget"))
        self.asker.ask(key, f"{text} (--{option})", choices, str(found[0].place))
        return None

    def all_pools(self) -> str | None:
        """The cells of all pools in question, each for its own setting; the first is the answer."""
        found = [cells.Labelled(place, name, 0) for name, place in cells.pool_names(self.snapshot)]
        found = found if len(found) > 1 else self.candidates("pulje")
        self.extra = {key: str(cell.place) for key, cell in zip(POOLS[1:], found[1:])}
        return str(found[0].place) if found else None

    def shown(self, place: Area) -> str:
        """What a cell holds, as a Dane writes it."""
        value = sheet_of(self.snapshot, place).value(place.row, place.column)
        return tal(value) if isinstance(value, (int, float)) else str(value)

    def read_cell(self, key: str, sheet: Sheet, place: Area) -> Any:
        """The value of the one cell a setting points at: text where a word is wanted, else a number."""
        setting = SETTINGS[key]
        if not place.single:
            raise Refusal(f"{setting.label}: {place} er mere end én celle.")
        value = scalar(sheet, place, setting.label)
        if isinstance(value, str) and setting.style != "tekst":
            return self.number_of(key, sheet, place, value)
        self.setup.areas[key] = place._replace(sheet=sheet.name)
        return value

    def number_of(self, key: str, sheet: Sheet, place: Area, text: str) -> float | None:
        """A number written as text is used where it can be read in one way, and is then written on our own sheet."""
        number = number_in_text(text)
        cell = where(sheet, place.row, place.column)
        if isinstance(number, TwoWays):
            number = self.two_ways(cell, text, number)
        elif number is None:
            raise Refusal(f'{cell}: "{text}" er ikke et tal ({SETTINGS[key].label}). '
                          "Skriv et tal, eller lad cellen være tom.")
        if number is not None:
            self.setup.messages.append(f'{cell}: "{text}" er tekst og er læst som et tal ({SETTINGS[key].label}). '
                                       f'Tallet står på arket "{opsaetning.ARK}": ret det dér.')
        return number

    def take_choice(self, key: str, text: str) -> None:
        """A value given with the command: a number, a cell (Pulje!B1), a defined name, or a word."""
        setting = SETTINGS[key]
        place = area(text)
        found = named.target(self.snapshot, text) if place is None else None
        self.setup.sources[key] = "valgt ved kørslen"
        if place and self.snapshot.sheet(place.sheet) is None:
            raise Refusal(f'{setting.label}: der er intet ark, der hedder "{place.sheet}".')
        if place or found:
            value = self.read_cell(key, *(found or (sheet_of(self.snapshot, place), place)))  # type: ignore[arg-type]
            if value is None and key in VALG:
                value = self.default(key)
        else:
            self.setup.areas.pop(key, None)
            value = text if setting.style == "tekst" else read_number(text, setting.label)
        self.setup.values[key] = worded(key, value)

    def check_counting(self) -> None:
        """What counting children cannot do without: how many criteria, and what a suppressed count stands for."""
        setup = self.setup
        if "barn_institution" in setup.areas and setup.values["mindst_kriterier"] is None and (
                setup.values["metode"] != KRITERIER):
            self.asker.ask("mindst_kriterier", "Hvor mange kriterier skal et barn mindst opfylde for at tælle med? "
                           "Skriv fx 1 eller 3. (--mindst)", [])
        place = setup.areas.get("antal_kriterier")
        if place and setup.values["erstat"] is None:
            sheet = sheet_of(self.snapshot, place)
            hidden = [where(sheet, row, column) for row in range(place.row, place.last_row + 1)
                      for column in range(place.column, place.last_column + 1)
                      if is_suppressed(sheet.value(row, column))]
            if hidden:
                self.asker.ask("erstat", f"{len(hidden)} antal er skjult i leverancen (.. eller <3), den første i "
                               f"{hidden[0]}. Hvad skal de tælle? Skriv fx 1. (--erstat)", [], hidden[0])

    def check_burdens(self) -> None:
        """One burden many times all others, and over 1 where they are shares: typed 12 for 12 %, perhaps."""
        place = self.setup.areas.get("belastning")
        if place is None:
            return
        sheet = sheet_of(self.snapshot, place)
        read = sorted((value, recipient) for recipient in self.setup.rows.recipients
                      if (value := figure(sheet, recipient.row, place.column)) is not None)
        if len(read) < 3 or read[-1][0] <= 1 or read[-2][0] > 1 or read[-1][0] < OUTLIER * read[-2][0]:
            return
        value, recipient = read[-1]
        cell = where(sheet, recipient.row, place.column)
        text = f"{cell}: {recipient.name} har {tal(value)}, og de andre højst {tal(read[-2][0])}. Er tallet rigtigt?"
        answer = self.asker.remember(f"tal {sheet.name}: {recipient.name}", text,
                                     [("ja", "ja, det er rigtigt"), ("nej", "nej, det skal rettes")], cell)
        if answer == "nej":
            raise Refusal(f"{cell}: ret tallet, fx til {tal(value / 100)} eller {tal(value)} %, og kør igen.")

    def check_pool(self) -> None:
        """There must be a pool."""
        if self.setup.values["pulje"] is None and not {"pulje", "punktum"} & self.asker.questions.keys():
            found = "Fandt ingen pulje. " if self.choices.get("pulje") != OTHER else ""
            self.asker.ask_freely("pulje", f"{found}Hvor mange kr. skal fordeles? Skriv beløbet (6400000), cellen "
                                           "(Forudsætninger!B7) eller et navn. (--pulje)")

    # --------------------------------------------------------------------------------- numbers as text

    def two_ways(self, cell: str, text: str, number: TwoWays) -> float | None:
        """What a text such as 1.234 means, as the user says."""
        word = self.setup.values.get("punktum") or self.punktum()
        if word is None:
            self.asker.ask("punktum", f'{cell}: "{text}" er tekst og kan læses på to måder. Hvad betyder den?',
                           [(opsaetning.TUSIND, f"{number.tusind:.0f}"),
                            (opsaetning.DECIMAL, f"{number.decimal}".replace(".", ","))], cell)
            return None
        return number.tusind if word == opsaetning.TUSIND else number.decimal

    def punktum(self) -> str | None:
        given = self.choices.get("punktum")
        found = None if given else named.target(self.snapshot, SETTINGS["punktum"].name)
        given = given or (scalar(*found, SETTINGS["punktum"].label) if found else None)
        return None if not given else str(worded("punktum", given))

    def check_two_ways(self) -> None:
        """A text in the figures of an institution that can be read in two ways is asked about once."""
        setup = self.setup
        for key in opsaetning.TABLE_COLUMNS:
            if key in opsaetning.TEXT_COLUMNS or key not in setup.areas:
                continue
            place = setup.areas[key]
            sheet = sheet_of(self.snapshot, place)
            for recipient in setup.rows.recipients:
                value = sheet.value(recipient.row, place.column)
                number = number_in_text(value) if isinstance(value, str) else None
                if isinstance(number, TwoWays):
                    self.two_ways(where(sheet, recipient.row, place.column), str(value), number)


def extremes(values: list[Any]) -> list[float]:
    """The least and the most number of a column."""
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return [min(numbers), max(numbers)] if numbers else []


def worded(key: str, value: Any) -> Any:
    """A choice between words, as it is spelled; any other value as it is."""
    words = VALG.get(key)
    if words is None or value is None:
        return value
    word = next((word for word in words if plain(word) == plain(str(value))), None)
    if word is None and key.startswith("enhed_"):
        word = unit_of(str(value))  # "tkr" is 1.000 kr.
    if word is None:
        known = ", ".join(words).rstrip(".")  # some units end in one already
        raise Refusal(f'{SETTINGS[key].label}: "{value}" kendes ikke. Skriv {known}.')
    return word


def check_in_kroner(key: str, place: Area, source: str) -> None:
    """Cap, minimum and rounding are always in kr.: a label that says otherwise is refused."""
    unit = unit_of(source)
    if key in ("loft", "minimum", "afrunding") and unit not in (None, "kr."):
        raise Refusal(f"{place}: {source} siger, at beløbet står i {unit} {SETTINGS[key].label} regnes i kr.: skriv "
                      "beløbet i kr., og ret teksten.")
