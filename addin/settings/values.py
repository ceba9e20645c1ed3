"""The words and units a value of one setting may be, as data says."""

from __future__ import annotations

import datetime
from typing import Any

from addin import dates
from addin.danish import EXACT, percent
from addin.finding.words import plain, unit_of
from addin.inputs import scalar
from addin.smaa_antal.rules import MINDST_LAVEST
from addin.workbook import Area, Refusal, Sheet
from udfs.errors import tal
from workbook_templates.opsaetning import DATOER, ENHEDER, SETTINGS, VALG


def in_cell(key: str, sheet: Sheet, place: Area) -> Any:
    """The number or text in the cell of a setting; a date as text, where a date is wanted."""
    value = sheet.value(place.row, place.column)
    if key not in DATOER or isinstance(value, (str, bool)) or value is None:
        return scalar(sheet, place, SETTINGS[key].label)
    if isinstance(value, (int, float)):
        value = dates.of_number(value) or value
    return dates.in_figures(value) if isinstance(value, datetime.date) else scalar(sheet, place, SETTINGS[key].label)


def checked(key: str, value: Any) -> Any:
    """The value of a setting as it is spelled; refused where it is none."""
    if key == "mindste_antal" and value is not None and (value < MINDST_LAVEST or value != int(value)):
        raise Refusal(f"{SETTINGS[key].label}: {tal(value)} kan ikke bruges. Skriv et helt tal på mindst "
                      f"{MINDST_LAVEST}.")
    if key == "landsgennemsnit" and value is not None and value <= 0:
        raise Refusal(f"{SETTINGS[key].label}: {tal(value)} kan ikke bruges. Skriv et tal over 0, eller lad det være "
                      "tomt.")
    return worded(key, value)


def shown(value: Any, style: str) -> str:
    """A value as a Dane reads it."""
    if isinstance(value, datetime.date):
        return dates.in_words(value)
    if not isinstance(value, (int, float)):
        return str(value)
    return percent(value, EXACT) if style.startswith("pct") else tal(value)


def worded(key: str, value: object) -> Any:
    """A choice between words, as it is spelled; any other value as it is."""
    words = VALG.get(key)
    if words is None or value is None:
        return value
    word = next((word for word in words if plain(word) == plain(str(value))), None)
    if word is None and key.startswith("enhed_"):
        word = unit_of(str(value)) or unit_of_number(value)  # "tkr" is 1.000 kr.
    if word is None:
        known = ", ".join(words).rstrip(".")  # some units end in one already
        raise Refusal(f'{SETTINGS[key].label}: "{value}" kendes ikke. Skriv {known}.')
    return word


def unit_of_number(value: object) -> str | None:
    """The unit a number stands for: a spreadsheet makes 1000 of a picked "1.000 kr.".

    >>> unit_of_number(1000.0), unit_of_number("1.000.000"), unit_of_number(500)
    ('1.000 kr.', 'mio. kr.', None)
    """
    if isinstance(value, str):
        digits = value.replace(".", "").strip()
        value = int(digits) if digits.isascii() and digits.isdecimal() else None
    return next((unit for unit, kroner in ENHEDER.items() if kroner == value and value is not True), None)


def check_in_kroner(key: str, place: Area, source: str) -> None:
    """Cap, minimum and rounding are always in kr.: a label that says otherwise is refused."""
    unit = unit_of(source)
    if key in ("loft", "minimum", "afrunding") and unit not in (None, "kr."):
        raise Refusal(f"{place}: {source} siger, at beløbet står i {unit} {SETTINGS[key].label} regnes i kr.: skriv "
                      "beløbet i kr., og ret teksten.")
