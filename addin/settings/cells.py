"""Settles the settings of one value each: a word, a number, an amount in a cell."""

from __future__ import annotations

from typing import Any

from addin.danish import TwoWays, number_in_text, read_number
from addin.finding import labels, rivals
from addin.finding.cells import Labelled
from addin.finding.labels import VAGUE
from addin.finding.source import Origin, Source
from addin.inputs import scalar, where
from addin.messages import BESIDE, Message, warning
from addin.settings import named, offers, questions, two_ways
from addin.settings.labelled import OF_LAST_YEAR, LabelledCells, titles
from addin.settings.pool import ALL, OTHER, PoolSettler
from addin.settings.setup import KEYS, sheet_of
from addin.settings.tables import TableSettler
from addin.settings.values import check_in_kroner, checked, in_cell, shown, worded
from addin.workbook import Area, Refusal, Sheet, area
from udfs.errors import tal
from workbook_templates import opsaetning
from workbook_templates.indstillinger import BESPARELSE, TILDELING
from workbook_templates.opsaetning import OWN_BOUNDS, SETTINGS, VALG
from workbook_templates.overskrifter import ETIKETTER

NOT_OF_A_SAVING = (*OF_LAST_YEAR, "centralt")
TOLD = (*OF_LAST_YEAR, "centralt", "hoejst_andel", "taerskel", "loft", "minimum", "vaegt")  # where a label was enough


class CellSettler:
    """Settles the settings of one value each, after the tables are known."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.asker, self.choices = tables.asker, tables.choices
        self.beside = LabelledCells(tables)
        self.pool = PoolSettler(self.beside)
        self.extra: dict[str, str] = {}  # what an answer to one setting says of others
        self.by_label: list[str] = []  # the settings that have been found by their labels

    def settle(self, key: str) -> None:
        """One setting of one value: chosen, named, labelled, kept from an older schema, or its default."""
        choice = self.choice(key)
        if choice == OTHER and key in ETIKETTER:  # else it is a word, such as the name of an edition
            self.setup.values[key], self.setup.sources[key] = self.default(key), Source(Origin.UNUSED)
            return
        if choice not in (None, ""):
            self.take_choice(key, str(choice).strip())
            return
        setting, value, source = SETTINGS[key], None, Source(Origin.STANDARD)
        found = named.target(self.snapshot, setting.name)
        if found and key in OWN_BOUNDS and not found[1].single:
            self.setup.values[key], self.setup.sources[key] = None, Source(Origin.UNUSED)
            return
        if found:
            source = Source(Origin.NAME, setting.name)
            self.refuse_text(key, *found)
        else:
            by_label = self.labelled(key) if key in ETIKETTER else None
            if by_label:
                place, source = by_label
                self.by_label.append(key)
                found = sheet_of(self.snapshot, place), place
        if found:
            value = self.read_cell(key, *found)
            if found[0].name != self.snapshot.ours.get(opsaetning.NOEGLE):
                value = self.with_typed(key, value)
        said = self.beside.saves() if key == "retning" else ""
        if key == "retning" and not found and not said:
            self.ask_direction()
        if value is None:
            value, source = (BESPARELSE, Source(Origin.LABEL, said)) if said else (self.default(key), source)
        self.setup.values[key], self.setup.sources[key] = checked(key, value), source

    def choice(self, key: str) -> Any:
        """What is said with the run, in the words of one setting: an answer may be about another, or about several."""
        choice = self.extra.get(key) or self.choices.get(key)
        place = area(str(choice)) if choice and key in OWN_BOUNDS else None
        if place and not place.single:
            return OTHER  # a bound of its own for each, in a column
        if choice == ALL and key == "pulje":
            self.extra |= self.pool.all()
            return self.extra.get(key)
        instead = offers.INSTEAD.get(key)
        if instead and choice == instead:
            for cell in self.beside.candidates(key)[:1]:
                self.extra[instead] = str(cell.place)
            return OTHER
        return choice

    def ask_direction(self) -> None:
        """A title over the pool that speaks of a saving: the pool is perhaps to be found, not given."""
        place = self.beside.pool_cell
        sheet = self.snapshot.sheet(place.sheet) if place else None
        if place is None or sheet is None:
            return
        title = next((title for title in titles(sheet, place) if labels.says_saving(title)), None)
        if title:
            text = f'Over puljen står "{title.strip()}". Skal beløbet gives eller findes?'
            self.asker.ask("retning", text, [(TILDELING, "det gives: en pulje, der fordeles"), (
                BESPARELSE, "det findes: en besparelse, der trækkes fra budgetterne")], str(place))

    def says_saving(self) -> bool:
        """Whether the pool is to be found, as far as it is known before the tables are: it says what may be the key."""
        given, found = self.choices.get("retning"), named.target(self.snapshot, SETTINGS["retning"].name)
        given = given or (scalar(*found, SETTINGS["retning"].label) if found else None)
        if given:
            return bool(worded("retning", given) == BESPARELSE)
        pointed = named.target(self.snapshot, SETTINGS["pulje"].name)
        place = area(str(self.choices.get("pulje") or "")) or (pointed[1] if pointed else None)
        pools = self.beside.sure_pools
        return bool(pools.saves(place)) if place else bool(pools.left) and all(
            pools.saves(cell.place) for cell in pools.left)

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

    # --------------------------------------------------------------------------------- by a label

    def labelled(self, key: str) -> tuple[Area, Source] | None:
        """The cell of a setting and what it was found by: a label, or of the pool a name."""
        if key == "pulje":
            return self.pool.found()
        saving = self.setup.values.get("retning") == BESPARELSE
        if (key in NOT_OF_A_SAVING and saving) or (key == "hoejst_andel" and not saving):
            return None
        if key == "pl" and "sidste_aar" not in self.setup.areas:
            return None
        if key == "centralt" and "pulje" in self.asker.questions:
            return None  # of which pool it is a part is not known yet
        left = self.beside.candidates(key)
        if key == "vaegt" and self.ask_own_weight(left):
            return None
        for cell in left:
            check_in_kroner(key, cell.place, str(Source(Origin.LABEL, cell.label)))
        if len(left) == 1 and left[0].rank < VAGUE and self.fits(key, left[0]):
            return left[0].place, Source(Origin.LABEL, left[0].label)
        if left or (key == "vaegt" and self.beside.weight_of_older()):
            self.ask(key, left)
        return None

    def fits(self, key: str, cell: Labelled) -> bool:
        """Whether a number can be what its label says, beside everything else that is said."""
        if not offers.fits(key, self.beside.number(cell.place), cell.label):
            return False
        if key == "pl":  # last year's may be in the new price level already
            heading = self.setup.headings.get("sidste_aar", "")
            return all(other != "pl" for other, _ in labels.ranks(heading))
        if key == "centralt":
            return self.beside.pool_cell is not None and not self.beside.is_net()
        return key != "vaegt" or self.beside.weight_of_older() is None

    def ask(self, key: str, found: list[Labelled]) -> None:
        """The cell the user says it is, where several could be it or one perhaps is."""
        older = self.beside.weight_of_older() if key == "vaegt" else None
        if older:
            choices = self.weighed_together(found, older)
            found = [*found, older]
        else:
            choices = [offer for cell in found for offer in self.offered(key, cell)]
        if key == "centralt" and len(found) > 1:
            choices += self.all_parts(found)
        answers = [(offer.value, offer.text) for offer in choices]
        self.asker.ask(key, questions.about(key, found), [*answers, (OTHER, "nej, der er ikke noget")],
                       str(found[0].place))

    def offered(self, key: str, cell: Labelled) -> list[offers.Offer]:
        """What one cell may be."""
        pool = self.setup.values.get("pulje")
        return offers.offers(key, str(cell.place), self.beside.number(cell.place), cell.label,
                             self.beside.shown(cell.place), pool if isinstance(pool, (int, float)) else None,
                             "sidste_aar" in self.setup.areas)

    def all_parts(self, found: list[Labelled]) -> list[offers.Offer]:
        """Several parts of the pool, added up."""
        numbers = [number for cell in found if (number := self.beside.number(cell.place)) is not None and number > 1]
        whole = sum(numbers)
        return [offers.Offer(offers.number(whole), f"alle, i alt {tal(whole)}")] if len(numbers) > 1 else []

    def weighed_together(self, found: list[Labelled], older: Labelled) -> list[offers.Offer]:
        """What 0-2-year-olds weigh, when 3-5-year-olds weigh 1."""
        young = next((cell for cell in found if not labels.is_weight_of_older(cell.label)), None)
        weights = [(self.beside.number(cell.place) if cell else 1.0) or 1.0 for cell in (young, older)]
        weight = weights[0] / weights[1]
        divided = f"{tal(weights[0])} / {tal(weights[1])}"
        return [offers.Offer(offers.number(weight), f"{tal(round(weight, 6))}: {divided}, så 3-5-årige vejer 1")]

    def told(self) -> list[Message]:
        """What has been found beside the pool and is used."""
        values, places = self.setup.values, self.setup.areas
        found = [f"{SETTINGS[key].label} {shown(values[key], SETTINGS[key].style)} ({places[key]})"
                 for key in self.by_label if key in TOLD and key in places and values[key] is not None]
        saves = self.beside.saves() if values["retning"] == BESPARELSE else ""
        lines = [warning("retning", f'Puljen skal findes og ikke gives, for der står "{saves}".')] if saves else []
        lines += [warning(BESIDE, f"Fundet ved deres tekster og brugt: {', '.join(found)}.")] if found else []
        return lines

    def ask_own_weight(self, found: list[Labelled]) -> bool:
        """Whether the user's own weighted children are of another weight than the one that is said, or usual: it is
        asked which holds, where amounts depend on it."""
        own = self.tables.own_weight()
        said = self.beside.number(found[0].place) if len(found) == 1 and found[0].rank < VAGUE else None
        weight = self.default("vaegt") if said is None else said
        if own is None or abs(own.weight - weight) <= rivals.NICE or not self.weight_matters():
            return False
        other = f"{found[0].place} siger {tal(weight)}" if said is not None else f"ellers vejer de {tal(weight)}"
        text = f'"{own.heading}" er regnet med, at 0-2-årige vejer {tal(own.weight)}; {other}. Hvad skal de veje?'
        choices = [(offers.number(own.weight), f'{tal(own.weight)}, som i "{own.heading}"'),
                   (offers.number(weight), tal(weight))]
        self.asker.ask("vaegt", text, choices, own.place)
        return True

    def weight_matters(self) -> bool:
        """Whether amounts depend on what 0-2-year-olds weigh."""
        return any(key in self.setup.areas for key in opsaetning.BURDENS) or self.setup.values.get("loft") is not None

    # --------------------------------------------------------------------------------- reading

    def read_cell(self, key: str, sheet: Sheet, place: Area) -> Any:
        """The value of the one cell a setting points at: text where a word is wanted, else a number."""
        setting = SETTINGS[key]
        if not place.single:
            raise Refusal(f"{setting.label}: {place} er mere end én celle.")
        if key == "pulje":
            self.beside.pool_cell = place._replace(sheet=sheet.name)
        self.beside.used.add(place._replace(sheet=sheet.name))
        value = in_cell(key, sheet, place)
        if isinstance(value, str) and setting.style != "tekst":
            return self.number_of(key, sheet, place, value)
        self.setup.areas[key] = place._replace(sheet=sheet.name)
        return value

    def with_typed(self, key: str, value: Any) -> Any:
        """What holds: the value of the cell a setting points at, or what is written over it on the settings sheet."""
        typed = named.typed_over(self.snapshot, key, value)
        if typed is None:
            return value
        place, text = self.setup.areas.pop(key, None), typed.value
        is_number = isinstance(text, str) and SETTINGS[key].style != "tekst"
        number = number_in_text(text) if isinstance(text, str) and is_number else text
        if isinstance(number, TwoWays) or (is_number and number is None):
            raise Refusal(f'{SETTINGS[key].label}: "{text}" på arket {opsaetning.ARK} er ikke et tal. Skriv et tal.')
        self.tables.typed.append(key)
        now, before = ("tom" if each is None else shown(each, SETTINGS[key].style) for each in (number, value))
        self.setup.messages.append(warning(key, f"{SETTINGS[key].label} er {now} på arket {opsaetning.ARK}, og det "
                                                f"gælder. {place} er nu {before}.", str(place)))
        return number

    def refuse_text(self, key: str, sheet: Sheet, place: Area) -> None:
        """A number as text in the user's own cell under a name: read onto our sheet, the name would leave the cell, and
        a change there would not count."""
        value = sheet.value(place.row, place.column) if place.single else None
        foreign = sheet.name not in self.snapshot.ours.values()
        if foreign and SETTINGS[key].style != "tekst" and isinstance(value, str) and number_in_text(value) is not None:
            cell = where(sheet, place.row, place.column)
            raise Refusal(f'{cell}: "{value}" er tekst, og navnet {SETTINGS[key].name} peger på cellen. Skriv det som '
                          "et tal.")

    def number_of(self, key: str, sheet: Sheet, place: Area, text: str) -> float | None:
        """A number written as text is used where it can be read in one way, and is then written on our own sheet."""
        number = number_in_text(text)
        cell = where(sheet, place.row, place.column)
        if isinstance(number, TwoWays):
            number = two_ways.meant(self.tables, cell, text, number)
        elif number is None:
            raise Refusal(f'{cell}: "{text}" er ikke et tal ({SETTINGS[key].label}). '
                          "Skriv et tal, eller lad cellen være tom.")
        if number is not None:
            self.setup.messages.append(warning(
                key, f'{cell}: "{text}" er tekst og er læst som et tal ({SETTINGS[key].label}). Tallet står på arket '
                     f'"{opsaetning.ARK}": ret det dér.', cell))
        return number

    def take_choice(self, key: str, text: str) -> None:
        """A value given with the command: a number, a cell (Pulje!B1), a defined name, or a word."""
        setting = SETTINGS[key]
        place = area(text)
        found = named.target(self.snapshot, text) if place is None else None
        self.setup.sources[key] = Source(Origin.CHOSEN)
        if place and self.snapshot.sheet(place.sheet) is None:
            raise Refusal(f'{setting.label}: der er intet ark, der hedder "{place.sheet}".')
        cell = found or ((sheet_of(self.snapshot, place), place) if place else None)
        if cell:
            value = self.read_cell(key, *cell)
            if value is None and key in VALG:
                value = self.default(key)
        else:
            self.setup.areas.pop(key, None)
            value = text if setting.style == "tekst" else read_number(text, setting.label)
        self.setup.values[key] = checked(key, value)
