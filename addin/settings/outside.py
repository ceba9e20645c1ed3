"""A table known by defined names is looked at again: has it grown, and do its headings still say the same?"""

from __future__ import annotations

from addin.danish import listed
from addin.finding import doubts, labels
from addin.finding.asking import OUTSIDE, Asker
from addin.finding.institution import SUM
from addin.finding.sums import figure
from addin.finding.table import CHILDREN, Table
from addin.finding.words import keys, name_of, plain
from addin.settings.named import NAVNESTYRING
from addin.settings.setup import Setup
from addin.workbook import Refusal, Sheet, a1
from workbook_templates.opsaetning import SETTINGS, TABLE_COLUMNS, TEXT_COLUMNS

WITH, WITHOUT = "tag med", "lad være"
PLAIN = (*CHILDREN, "belastning")  # no heading of children may stand over another of these


def check_headings(table: Table, setup: Setup) -> None:
    """A column whose heading plainly says something else than its name: they have been moved."""
    for key in PLAIN:
        place = setup.areas.get(key)
        if place is None or place.sheet != table.sheet.name:
            continue
        said = [other for other in keys(table.texts.get(place.column, "")) if other in CHILDREN]
        if said and key not in said:
            raise Refusal(f"Navnet {SETTINGS[key].name} peger på {place}, men overskriften dér er "
                          f'"{table.texts[place.column]}". Er kolonnerne flyttet? Slet navnet, så bliver kolonnen '
                          f"fundet igen ({NAVNESTYRING}), eller ret overskriften.")


def follow(table: Table, setup: Setup, asker: Asker) -> None:
    """Rows with a name and figures above or below the named ones: the user says whether they belong."""
    place = setup.areas["navn"]
    columns = [setup.areas[key].column for key in TABLE_COLUMNS if key in setup.areas and key not in TEXT_COLUMNS]
    names = {row: name_of(table.sheet.value(row, place.column)) for row in range(table.first, table.last + 1)
             if not place.row <= row <= place.last_row
             and any(figure(table.sheet, row, column) is not None for column in columns)}
    rows = {row: name for row, name in names.items()
            if name and not labels.is_setting(name) and not doubts.is_sum(plain(name))}
    if not rows:
        return
    cells = listed([f'{a1(row, place.column)} "{name}"' for row, name in rows.items()], 3)
    question = f"{OUTSIDE}{', '.join(rows.values())}"
    text = f"{place.sheet}: {cells} har navn og tal, men ligger uden for {SETTINGS['navn'].name} ({place}). " \
           "Skal de med i tabellen?"
    answer = asker.remember(question, text, [(WITH, "ja, tabellen er vokset"), (WITHOUT, "nej, lad dem være")],
                            f"{place.sheet}!{a1(min(rows), place.column)}")
    if answer == WITH:
        asker.answers.pop(question, None)  # the names are moved, so it is not asked again
        first, last = min(place.row, *rows), max(place.last_row, *rows)
        for key in TABLE_COLUMNS:
            area = setup.areas.get(key)
            if area and (area.sheet, area.row, area.last_row) == (place.sheet, place.row, place.last_row):
                setup.areas[key] = area._replace(row=first, last_row=last)


def check_below(sheet: Sheet, setup: Setup) -> None:
    """An institution added just below the table would be left out without a word."""
    place = setup.areas["navn"]
    below = place.last_row + 1
    total_is_last = any(row.row == place.last_row and row.kind == SUM for row in setup.rows.skipped)
    filled = [key for key in TABLE_COLUMNS
              if key in setup.areas and sheet.value(below, setup.areas[key].column) not in (None, "")]
    is_total = doubts.is_sum(plain(name_of(sheet.value(below, place.column))))
    if len(filled) > 1 and not total_is_last and not is_total:
        raise Refusal(f"{sheet.name}, række {below + 1} ligger lige under tabellen ({place}) og er ikke med. "
                      "Udvid navnene Fordel_..., så den kommer med, eller sæt en tom række imellem.")
