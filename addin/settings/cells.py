"""Settles the settings of one value each: a word, a number, an amount in a cell."""

from __future__ import annotations

from typing import Any

from addin.danish import read_number
from addin.finding import labels, rivals
from addin.finding.cells import Labelled
from addin.finding.labels import VAGUE
from addin.finding.source import Origin, Source
from addin.inputs import scalar
from addin.messages import BESIDE, Message, warning
from addin.settings import derived, named, offers, questions
from addin.settings.labelled import OF_LAST_YEAR, LabelledCells, titles
from addin.settings.one_cell import CellReader
from addin.settings.pool import ALL, OTHER, PoolSettler
from addin.settings.setup import KEYS, sheet_of
from addin.settings.stands import BURDEN, LIMIT, BurdenSettler
from addin.settings.tables import TableSettler
from addin.settings.values import check_in_kroner, checked, shown, worded
from addin.workbook import Area, Refusal, area
from udfs.errors import tal
from workbook_templates import opsaetning
from workbook_templates.indstillinger import BESPARELSE, TILDELING
from workbook_templates.opsaetning import ONE_OR_EACH, SETTINGS, VALG
from workbook_templates.overskrifter import ETIKETTER

NOT_OF_A_SAVING = (*OF_LAST_YEAR, "centralt", "grundbeloeb")
TOLD = (*NOT_OF_A_SAVING, "hoejst_andel", "taerskel", "loft", "minimum", "vaegt")  # where a label was enough


class CellSettler:
    """Settles the settings of one value each, after the tables are known."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.asker, self.choices = tables.asker, tables.choices
        self.beside = LabelledCells(tables)
        self.reader, self.pool = CellReader(self.beside), PoolSettler(self.beside)
        self.burdens = BurdenSettler(self.beside)
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
        value, source = None, Source(Origin.STANDARD)
        found = named.target(self.snapshot, SETTINGS[key].name)
        if found and key in ONE_OR_EACH and not found[1].single:
            self.setup.values[key], self.setup.sources[key] = None, Source(Origin.UNUSED)
            return
        if found:
            source = Source(Origin.NAME, SETTINGS[key].name)
            self.reader.refuse_text(key, *found)
        else:
            by_label = self.labelled(key) if key in ETIKETTER else None
            if by_label:
                place, source = by_label
                self.by_label.append(key)
                found = sheet_of(self.snapshot, place), place
            elif key in self.setup.derived:
                return
        if found:
            value = self.reader.settled(key, *found)
        said = self.beside.saves() if key == "retning" else ""
        if key == "retning" and not found and not said:
            self.ask_direction()
        heading = self.burdens.settle() if key == BURDEN and value is None else None
        if heading:
            value, source = heading
        if value is None:
            value, source = (BESPARELSE, Source(Origin.LABEL, said)) if said else (self.default(key), source)
        self.setup.values[key], self.setup.sources[key] = checked(key, value), source

    def choice(self, key: str) -> Any:
        """What is said with the run, in the words of one setting: an answer may be about another, or about several."""
        choice = self.extra.get(key) or self.choices.get(key)
        place = area(str(choice)) if choice and key in ONE_OR_EACH else None
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
        if key == LIMIT and self.burdens.waits():
            return None
        for cell in left:
            check_in_kroner(key, cell.place, str(Source(Origin.LABEL, cell.label)))
        if len(left) == 1 and left[0].rank < VAGUE and self.fits(key, left[0]):
            return left[0].place, Source(Origin.LABEL, left[0].label)
        if len(left) == 1 and left[0].rank < VAGUE and self.is_in_percent(key, left[0]):
            return None
        if left or (key == "vaegt" and self.beside.weight_of_older()):
            self.ask(key, left)
        return None

    def fits(self, key: str, cell: Labelled) -> bool:
        """Whether a number can be what its label says, beside everything else that is said."""
        points = key == LIMIT and self.burdens.is_points()
        if not points and not offers.fits(key, self.beside.number(cell.place), cell.label):
            return False
        if key == "pl":  # last year's may be in the new price level already
            heading = self.setup.headings.get("sidste_aar", "")
            return all(other != "pl" for other, _ in labels.ranks(heading))
        if key == "centralt":
            return self.beside.pool_cell is not None and not self.beside.is_net()
        return key != "vaegt" or self.beside.weight_of_older() is None

    def is_in_percent(self, key: str, cell: Labelled) -> bool:
        """Whether 8 is 8 % beyond doubt: then it is taken so, and told."""
        if not self.burdens.in_percent(key, cell.place):
            return False
        self.take_choice(key, f"{cell.place}/100")
        self.setup.sources[key] = Source(Origin.LABEL, cell.label)
        number = self.beside.shown(cell.place)
        text = f"{cell.place} er {number} og er læst som {number} %."
        self.setup.messages.append(warning(key, f"{SETTINGS[key].label}: {text}", str(cell.place)))
        return True

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
        if key == LIMIT and self.burdens.is_points():
            return [offers.Offer(str(cell.place), f'"{cell.label}": {self.beside.shown(cell.place)} point')]
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
        found = [f"{SETTINGS[key].label} {shown(values[key], self.setup.style(key))} ({places[key]})"
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

    # --------------------------------------------------------------------------------- with the run

    def take_choice(self, key: str, text: str) -> None:
        """A value given with the command: a number, a cell (Pulje!B1), a defined name, or a word."""
        setting = SETTINGS[key]
        place = area(text)
        made = derived.read(text) if place is None or self.snapshot.sheet(place.sheet) is None else None
        found = named.target(self.snapshot, text) if place is None else None
        self.setup.sources[key] = Source(Origin.CHOSEN)
        if place and made is None and self.snapshot.sheet(place.sheet) is None:
            raise Refusal(f'{setting.label}: der er intet ark, der hedder "{place.sheet}".')
        cell = found or ((sheet_of(self.snapshot, place), place) if place and not made else None)
        value: Any
        if made:
            value = self.reader.made(key, made)
        elif cell:
            value = self.reader.read_cell(key, *cell)
            if value is None and key in VALG:
                value = self.default(key)
        else:
            self.setup.areas.pop(key, None)
            value = text if setting.style == "tekst" else read_number(text, setting.label)
        self.setup.values[key] = checked(key, value)
