"""Texts such as 1.234 that are a number in two ways: the user says once which is meant."""

from __future__ import annotations

from addin.danish import TwoWays, number_in_text
from addin.inputs import scalar, where
from addin.settings import named
from addin.settings.setup import sheet_of
from addin.settings.tables import TableSettler
from addin.settings.values import worded
from workbook_templates import opsaetning
from workbook_templates.indstillinger import DECIMAL, TUSIND
from workbook_templates.opsaetning import SETTINGS


def meant(tables: TableSettler, cell: str, text: str, number: TwoWays) -> float | None:
    """What a text means, as the user says; None where it must be asked."""
    word = tables.setup.values.get("punktum") or said(tables)
    if word is None:
        tables.asker.ask("punktum", f'{cell}: "{text}" er tekst og kan læses på to måder. Hvad betyder den?',
                         [(TUSIND, f"{number.tusind:.0f}"),
                          (DECIMAL, f"{number.decimal}".replace(".", ","))], cell)
        return None
    return number.tusind if word == TUSIND else number.decimal


def said(tables: TableSettler) -> str | None:
    given = tables.choices.get("punktum")
    found = None if given else named.target(tables.snapshot, SETTINGS["punktum"].name)
    given = given or (scalar(*found, SETTINGS["punktum"].label) if found else None)
    return None if not given else str(worded("punktum", given))


def check_columns(tables: TableSettler) -> None:
    """A text in the figures of an institution that can be read in two ways is asked about once."""
    setup = tables.setup
    for key in opsaetning.TABLE_COLUMNS:
        if key in opsaetning.TEXT_COLUMNS or key not in setup.areas:
            continue
        place = setup.areas[key]
        sheet = sheet_of(tables.snapshot, place)
        for recipient in setup.rows.recipients:
            value = sheet.value(recipient.row, place.column)
            number = number_in_text(value) if isinstance(value, str) else None
            if isinstance(number, TwoWays):
                meant(tables, where(sheet, recipient.row, place.column), str(value), number)
