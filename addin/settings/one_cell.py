"""Reads the one cell a setting stands in: the user's, ours, or one that it is made from."""

from __future__ import annotations

from typing import Any

from addin.danish import TwoWays, number_in_text
from addin.finding.cells import number_of
from addin.inputs import where
from addin.messages import warning
from addin.settings import derived, named, two_ways
from addin.settings.derived import Derived
from addin.settings.labelled import LabelledCells
from addin.settings.values import in_cell, shown
from addin.workbook import Area, Refusal, Sheet
from workbook_templates import opsaetning
from workbook_templates.opsaetning import SETTINGS


class CellReader:
    """Reads a cell, and says what is said of how it was read."""

    def __init__(self, beside: LabelledCells):
        self.beside, self.tables = beside, beside.tables
        self.snapshot, self.setup = beside.snapshot, beside.setup

    def settled(self, key: str, sheet: Sheet, place: Area) -> Any:
        """The value of a cell that a name or a label has led to; what is written over it on our sheet goes before."""
        if sheet.name != self.snapshot.ours.get(opsaetning.NOEGLE):
            return self.with_typed(key, self.read_cell(key, sheet, place))
        made = derived.at(sheet, place) if place.single else None
        return self.made(key, made) if made and self.snapshot.sheet(made.place.sheet) else (
            self.read_cell(key, sheet, place))

    def made(self, key: str, made: Derived) -> float:
        """What is made from a cell of the user's."""
        sheet = self.snapshot.sheet(made.place.sheet)
        if sheet is None:
            raise Refusal(f'{SETTINGS[key].label}: der er intet ark, der hedder "{made.place.sheet}".')
        value = sheet.value(made.place.row, made.place.column)
        number = number_of(value)
        if number is None or (made.of == "/" and not number):
            raise Refusal(f"{where(sheet, made.place.row, made.place.column)}: "
                          f'"{"" if value is None else value}" er ikke et tal, som {SETTINGS[key].label} kan laves af.')
        self.setup.areas.pop(key, None)
        self.beside.used.add(made.place._replace(sheet=sheet.name))
        self.setup.derived[key] = made
        return made.value(number)

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
        now, before = ("tom" if each is None else shown(each, self.setup.style(key)) for each in (number, value))
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
