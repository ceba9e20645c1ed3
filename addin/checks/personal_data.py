"""Personal data in the user's sheets, hidden ones too (Y16): which cells, never what stands in them."""

from __future__ import annotations

from addin import inputs
from addin.messages import PERSONAL, Message, quiet
from addin.settings.setup import Setup
from addin.smaa_antal.personal import personal
from addin.workbook import Snapshot
from udfs.errors import antal

BY_CHILD = ("barn_institution", "score_institution")  # the settings that point at a row per child
SENT = "Fjern dem, eller hold dem i en fil for sig, før mappen sendes til nogen."


def in_cells(snapshot: Snapshot, setup: Setup | None) -> list[str]:
    """The kinds that are found, sheet by sheet, each with its first cell and how many more there are."""
    by_child = {area.sheet: area for key, area in (setup.areas if setup else {}).items() if key in BY_CHILD}
    lines = []
    for sheet in snapshot.foreign():
        for found in personal(sheet.rows, sheet.name in by_child):
            more = len(found.places) - 1
            rest = f" og {antal(more, 'celle', 'celler')} til" if more else ""
            lines.append(f"{found.kind}: {inputs.where(sheet, *found.places[0])}{rest}")
        if sheet.name in by_child:
            area = by_child[sheet.name]
            lines.append(f"rækker pr. barn: {sheet.name} ({antal(area.last_row - area.row + 1, 'række', 'rækker')})")
    return lines


def told(snapshot: Snapshot, setup: Setup) -> list[Message]:
    """One line after a run, which is not on the result: that is sent on. Nothing where nothing is found."""
    found = in_cells(snapshot, setup)
    return [quiet(PERSONAL, f"Personoplysninger i mappen: {'; '.join(found)}. {SENT}")] if found else []


SEEN = {"persondata": in_cells}
