"""The button *Udmelding*: the statement to each recipient by the document as it is now, in a workbook beside it, which
nothing is written over; the document is as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import uno

from addin import whole_file
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
CANNOT = "Udmeldingen er ikke lavet: {} kan ikke skrives ({})."
MADE = "Udmelding, et ark til hver modtager: {}"


def udmelding(document: Foreign, choices: Choices, ask: Ask) -> str:
    """What is told of it; raises Refusal, and nothing is written, where it cannot be made."""
    if sys.version_info[:2] < NEEDS:
        raise Refusal(TOO_OLD.format(*sys.version_info[:2]))
    if not document.Location.startswith("file:"):
        raise Refusal(UNSAVED)
    from addin.actions.udmeld import udmeld  # only here: it calculates, and without numpy every button says so
    from addin.filejobs import udmelding as job  # and no other button writes files so

    taken, made = snapshot(document), now()

    def decide(chosen: Choices) -> Plan | Questions | Refusal:
        return job.asking(udmeld(taken, chosen, made, VERSION))

    plan = until_answered(decide, choices, ask)
    usual = document.StyleFamilies.getByName("CellStyles").getByName("Default")
    target = beside(Path(uno.fileUrlToSystemPath(document.Location)))
    try:
        whole_file.write(target, job.workbook(plan.sheets, (usual.CharFontName, usual.CharHeight)))
    except OSError as problem:
        raise Refusal(CANNOT.format(target.name, problem.strerror)) from None
    lines = [*(f"! {warning}" for warning in plan.warnings),
             *(f"- {message}" for message in plan.messages if message not in plan.warnings)]
    return "\n".join([MADE.format(target), "", *lines]).strip()


def beside(source: Path) -> Path:
    """A free name beside the document."""
    from addin.filejobs import udmelding as job

    number = 1
    while True:
        many = f" ({number})" if number > 1 else ""
        target = source.with_name(f"{source.stem.removesuffix(' fordelt')}{job.SUFFIX}{many}{job.ENDING}")
        if not target.exists():
            return target
        number += 1
