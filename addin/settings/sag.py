"""Settles what is said of the case: with the run, by a name, in a block called Sagsoplysninger, or beside a label.

Nobody is asked: what is not said stays away, and what is said twice is not used and told.
"""

from __future__ import annotations

import datetime

from addin import dates
from addin.finding import labels, sag
from addin.finding.cells import Labelled
from addin.finding.source import Origin, Source
from addin.finding.words import one_line
from addin.inputs import bad_cell, where
from addin.messages import quiet
from addin.settings import named
from addin.settings.cells import CellSettler
from addin.settings.setup import Remark, sheet_of
from addin.workbook import Area, BadCell, Refusal, Sheet, area
from udfs.errors import tal
from workbook_templates.opsaetning import ARK, NOEGLE, SETTINGS
from workbook_templates.sagsoplysninger import DATO, KUN_I_BLOK, SAG

HOW = "Skriv fx 1. august 2026 eller 01-08-2026"
OTHERS = tuple(key for key in KUN_I_BLOK if key not in SAG)  # settings of small counts that stand among them


class CaseSettler:
    """Settles them when the pool and the tables are known: loose labels count on their sheets only."""

    def __init__(self, single: CellSettler):
        self.single, self.beside = single, single.beside
        self.tables, self.snapshot, self.setup = single.tables, single.snapshot, single.setup
        self.found: dict[str, list[Labelled]] = {}

    def settle(self) -> None:
        self.look()
        for key in SAG:
            self.setup.values[key], self.setup.sources[key] = self.settled(key)
        for key in OTHERS:
            self.take_other(key)

    # --------------------------------------------------------------------------------- where each stands

    def look(self) -> None:
        """Every cell beside a label: those of a block go before loose ones."""
        blocks, loose = [], []
        for sheet in self.snapshot.foreign():
            if sheet.visible and not sheet.unread:
                at = sag.titles(sheet)
                blocks += [cell for row, column in at for cell in self.in_block(sheet, row, column)]
                if not at and sheet.name in self.beside.scope:
                    loose += sag.beside_labels(sheet, self.beside.bystanders.taken(sheet))
        keys = {key for key, _ in blocks}
        for key, cell in [*blocks, *(each for each in loose if each[0] not in keys)]:
            self.found.setdefault(key, []).append(cell)

    def in_block(self, sheet: Sheet, row: int, column: int) -> list[tuple[str, Labelled]]:
        """The lines below a title, to the first that is blank; on a sheet of their own, all of them."""
        found: list[tuple[str, Labelled]] = []
        whole_sheet, last = row < 0, ""
        for at in range(row + 1, len(sheet.rows)):
            label = sheet.value(at, column)
            if label is None and not whole_sheet:
                break
            if not isinstance(label, str):
                continue
            place = sag.value_place(sheet, at, column) or Area(sheet.name, at, column + 1, at, column + 1)
            key = sag.key_of(label, in_block=True)
            key = last = "mindste_dato" if (last, key) == ("mindste_valgt_af", "sagsdato") else key
            if key:
                found.append((key, Labelled(place, label.strip(), labels.SURE)))
            elif self.beside.value(place) is not None and not labels.is_setting(label):
                self.setup.remarks.append(Remark(str(place), f'"{one_line(label)}" er ikke en af sagsoplysningerne, '
                                                             "som Fordel kender, og er ikke brugt."))
        return found

    def place_of(self, key: str) -> Labelled | None:
        """The one cell that holds it; several that say different things are told, and none is used."""
        found = self.found.get(key, [])
        filled = [cell for cell in found if self.beside.value(cell.place) is not None] or found
        if len({str(self.beside.value(cell.place)) for cell in filled}) > 1:
            places = " og ".join(str(cell.place) for cell in filled)
            self.setup.messages.append(quiet(key, f"{SETTINGS[key].label} står flere steder og siger ikke det samme: "
                                                  f"{places}. Intet af det er brugt. Ret det, eller slet det ene."))
            return None
        return filled[0] if filled else None

    # --------------------------------------------------------------------------------- what each is

    def settled(self, key: str) -> tuple[object, Source]:
        """A value and where it came from."""
        choice = self.single.choices.get(key)
        if choice not in (None, ""):
            return self.chosen(key, str(choice).strip()), Source(Origin.CHOSEN)
        there = named.target(self.snapshot, SETTINGS[key].name)
        if there:
            sheet, place = there
            return self.read(key, sheet, place, over=True), Source(Origin.NAME, SETTINGS[key].name)
        cell = self.place_of(key)
        if cell:
            return self.read(key, sheet_of(self.snapshot, cell.place), cell.place), Source(Origin.LABEL, cell.label)
        return None, Source(Origin.STANDARD)

    def chosen(self, key: str, text: str) -> object:
        """What is said with the run: a cell, a name, or the text itself."""
        place = area(text)
        if place and self.snapshot.sheet(place.sheet) is None:
            raise Refusal(f'{SETTINGS[key].label}: der er intet ark, der hedder "{place.sheet}".')
        there = (sheet_of(self.snapshot, place), place) if place else named.target(self.snapshot, text)
        if there:
            return self.read(key, *there)
        return day(key, text, SETTINGS[key].label) if SETTINGS[key].style == DATO else text

    def read(self, key: str, sheet: Sheet, place: Area, over: bool = False) -> object:
        """What a cell says; `over` where it may have been written over on the settings sheet."""
        if not place.single:
            raise Refusal(f"{SETTINGS[key].label}: {place} er mere end én celle.")
        place = place._replace(sheet=sheet.name)
        self.beside.used.add(place)
        held = sheet.value(place.row, place.column)
        own = sheet.name == self.snapshot.ours.get(NOEGLE)
        typed = named.typed_over(self.snapshot, key, held) if over and not own else None
        if typed is not None:
            self.tables.typed.append(key)
            said = "tom" if typed.value in (None, "") else f'"{typed.value}"'
            told = f"{SETTINGS[key].label} er {said} på arket {ARK}, og det gælder, ikke {place}."
            self.setup.messages.append(quiet(key, told, str(place)))
            return value_of(key, typed.value, f"{ARK}, {SETTINGS[key].label}")
        self.setup.areas[key] = place
        if isinstance(held, (str, float, int)):
            self.setup.written[key] = held
        return value_of(key, held, where(sheet, place.row, place.column))

    def take_other(self, key: str) -> None:
        """A setting of another kind that stands in the block: read as if its cell had been pointed at."""
        said = self.single.choices.get(key) or named.target(self.snapshot, SETTINGS[key].name)
        cell = None if said else self.place_of(key)
        if cell and self.beside.value(cell.place) is not None:
            self.single.take_choice(key, str(cell.place))
            self.setup.sources[key] = Source(Origin.LABEL, cell.label)


# ------------------------------------------------------------------------------------- values


def value_of(key: str, held: object, cell: str) -> object:
    """A text as it is written, or a day; refused with the cell where it is neither."""
    what = SETTINGS[key].label
    if isinstance(held, BadCell):
        raise bad_cell(cell, what, held)
    if held is None or isinstance(held, str) and not held.strip():
        return None
    if SETTINGS[key].style == DATO:
        return day(key, held, cell)
    if isinstance(held, datetime.date):
        raise Refusal(f"{cell}: cellen viser en dato ({dates.in_figures(held)}) og ikke en tekst ({what}). Giv cellen "
                      "talformatet Tekst, og skriv den igen.")
    if isinstance(held, bool) or not isinstance(held, (str, int, float)):
        raise Refusal(f"{cell}: indholdet er ikke en tekst ({what}).")
    return held.strip() if isinstance(held, str) else number(held)


def number(held: float) -> str:
    """A number that is a name, such as a year or a case's: no dots between thousands."""
    return str(int(held)) if float(held).is_integer() else tal(held).replace(".", "")


def day(key: str, held: object, cell: str) -> datetime.date:
    """A day, from a date, the number of one, or a text; refused where it is none in full."""
    if isinstance(held, datetime.date):
        return datetime.date(held.year, held.month, held.day)
    found, shown = None, "indholdet"
    if isinstance(held, str):
        found, shown = dates.date_in_text(held), f'"{held.strip()}"'
    elif isinstance(held, (int, float)) and not isinstance(held, bool):
        found, shown = dates.of_number(held), number(held)
    if found is None:
        told = f"{shown} er ikke en dato med dag, måned og år. {HOW}."
        raise Refusal(f"{cell}: {told}" if cell == SETTINGS[key].label else f"{cell}: {SETTINGS[key].label}: {told}")
    return found
