"""A guarantee per child: it needs to know how many children there were last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.finding.sheets import figures_in
from addin.settings import headed, puljer
from addin.workbook import Refusal
from workbook_templates.indstillinger import BELOEBET, PR_BARN
from workbook_templates.opsaetning import SETTINGS
from workbook_templates.overskrifter import BOERN_SIDSTE_AAR

if TYPE_CHECKING:
    from addin.settings.tables import TableSettler

HOW, COLUMN = "garanti_gaelder", "boern_foer"
SHARES = ("garanti", "hoejst")  # what is per child then
WHICH = f"Hvilken kolonne har antallet af børn sidste år ({SETTINGS[HOW].label} {PR_BARN})?"


def settle(tables: TableSettler) -> None:
    """The column by its heading, or among those with figures that nothing else is."""
    setup = tables.setup
    if setup.values[HOW] != PR_BARN:
        headed.tell_unused(setup, COLUMN, f"{SETTINGS[HOW].label} {setup.values[HOW]}.")
        return
    said, rows = f"{setup.said(HOW)} ({PR_BARN})", puljer.read(tables.snapshot)
    if len(rows) > 1:
        raise Refusal(f"{said}: med flere puljer er en garanti en andel af beløbet sidste år, også den af summen. "
                      f"Skriv {BELOEBET}.")
    if all(setup.values.get(key) is None for key in SHARES) and not any("garanti" in row.held for row in rows):
        raise Refusal(f"{said}: der er hverken en garanti eller en grænse opad af sidste år. Udfyld den ene, eller "
                      f"skriv {BELOEBET}.")
    if COLUMN in setup.areas or headed.find(tables, COLUMN, BOERN_SIDSTE_AAR, WHICH):
        return
    table, taken = tables.own_table(), {place.column for place in setup.areas.values()
                                        if place.sheet == setup.areas["navn"].sheet}
    free = {column: text for column, text in table.texts.items()
            if column not in taken and figures_in(table, column)} if table else {}
    if not free:
        raise Refusal(f"{said}: der er ingen kolonne med {SETTINGS[COLUMN].label.lower()}. Giv den navnet "
                      f"{SETTINGS[COLUMN].name}, eller skriv {BELOEBET}.")
    headed.ask(tables, COLUMN, free, WHICH)
