"""The button *Udmelding*: the statement to each recipient by the document as it is now, in a workbook beside it, which
nothing is written over; the document is as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import uno

from addin.clock import now
from addin.foreign import Foreign
from addin.hosts.calc.snapshot import snapshot
from addin.until_answered import Ask, Choices, until_answered
from addin.version import VERSION
from addin.workbook import Plan, Questions, Refusal

NEEDS = (3, 10)  # of what reads and writes files
TOO_OLD = ("Udmeldingen kan ikke laves her: LibreOffice har Python {}.{}, og det kræver 3.10. Brug en nyere "
           "LibreOffice, eller kommandoen fordel udmelding.")
UNSAVED = "Gem dokumentet først: udmeldingen bliver lagt ved siden af det."


def udmelding(document: Foreign, choices: Choices, ask: Ask) -> str:
    """What is told of it; raises Refusal, and nothing is written, where it cannot be made."""
    if sys.version_info[:2] < NEEDS:
        raise Refusal(TOO_OLD.format(*sys.version_info[:2]))
    if not document.Location.startswith("file:"):
        raise Refusal(UNSAVED)
    from addin.actions.udmeld import udmeld  # only here: it calculates, and without numpy every button says so
    from addin.filejobs import beside  # and no other button writes files so
    from addin.filejobs import udmelding as job

    taken, made = snapshot(document), now()

    def decide(chosen: Choices) -> Plan | Questions | Refusal:
        return job.asking(udmeld(taken, chosen, made, VERSION))

    plan = until_answered(decide, choices, ask)
    usual = document.StyleFamilies.getByName("CellStyles").getByName("Default")
    return beside.stated(Path(uno.fileUrlToSystemPath(document.Location)), plan, (usual.CharFontName, usual.CharHeight))
