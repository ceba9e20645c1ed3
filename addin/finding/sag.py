"""What is said of the case: where blocks of it begin, what a label means, and the cells beside loose labels."""

from __future__ import annotations

from addin.finding import labels
from addin.finding.cells import LOOK_RIGHT, Labelled
from addin.finding.words import LONGEST, forms, plain
from addin.workbook import Area, Sheet
from workbook_templates.sagsoplysninger import BLOK, ETIKETTER_I_SAGEN, KUN_I_BLOK

_BY_LABEL = {text: key for key, texts in ETIKETTER_I_SAGEN.items() for text in texts}
_IN_BLOCK = {**{text: key for key, texts in KUN_I_BLOK.items() for text in texts}, **_BY_LABEL}
_BEGIN = tuple({text[:3] for text in _IN_BLOCK})  # most texts are something else, and there are many
_TITLE = tuple({text[:3] for text in BLOK})


def titles(sheet: Sheet) -> list[tuple[int, int]]:
    """Where blocks begin: the cells of their titles, or just above a sheet that is called so."""
    called = {text for text in sheet.texts if text.strip().casefold().startswith(_TITLE) and plain(text) in BLOK}
    found = [(row, column) for row, values in enumerate(sheet.rows) for column, value in enumerate(values)
             if value in called] if called else []
    if plain(sheet.name) in BLOK:
        return [(-1, min((column for _, column in found), default=0))]
    return found


def key_of(label: object, in_block: bool = False) -> str:
    """What a label says of the case; "" where it says nothing.

    >>> key_of("Sagsnr.:"), key_of("Kilde"), key_of("Kilde", in_block=True)
    ('sagsnummer', '', 'datakilde')
    """
    if not isinstance(label, str) or len(label) > LONGEST or not label.strip().casefold().startswith(_BEGIN):
        return ""
    known = _IN_BLOCK if in_block else _BY_LABEL
    return next((known[form] for form in forms(label) if form in known), "")


def value_place(sheet: Sheet, row: int, column: int) -> Area | None:
    """The first cell right of a label that holds anything and is no label; None where there is none."""
    for at in range(column + 1, column + 1 + LOOK_RIGHT):
        value = sheet.value(row, at)
        if value is not None:
            return None if isinstance(value, str) and is_label(value) else Area(sheet.name, row, at, row, at)
    return None


def is_label(text: str) -> bool:
    """Whether a text says what stands beside or below it, of the case or of the pool."""
    return bool(key_of(text)) or any(rank < labels.VAGUE for _, rank in labels.ranks(text))


def beside_labels(sheet: Sheet, taken: set[tuple[int, int]]) -> list[tuple[str, Labelled]]:
    """The cells beside loose labels of a sheet, outside its tables. A label with more than one value, or over a value
    of its own, heads a table."""
    found = []
    for row, values in enumerate(sheet.rows):
        for column, label in enumerate(values):
            key = key_of(label) if label and (row, column) not in taken else ""
            place = value_place(sheet, row, column) if key else None
            below = sheet.value(row + 1, column)
            is_heading = below is not None and (row + 1, column) not in taken and not (
                isinstance(below, str) and is_label(below))
            if place and not is_heading and all(value in (None, "") for value in values[place.column + 1:]):
                found.append((key, Labelled(place, str(label).strip(), labels.SURE)))
    return found
