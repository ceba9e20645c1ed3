"""The button *Klargør*: the document as it is now is stored in a temporary folder, and the copy that may be sent is
made of that; it and its list are put beside the document, which is as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import uno

from addin import temporary
from addin.clock import now
from addin.foreign import Foreign
from addin.hosts.calc.unotypes import struct
from addin.until_answered import Ask, Choices, until_answered
from addin.version import VERSION
from addin.workbook import Plan, Questions, Refusal

NEEDS = (3, 10)  # of what reads and writes files
TOO_OLD = ("Kopien kan ikke laves her: LibreOffice har Python {}.{}, og det kræver 3.10. Brug en nyere LibreOffice, "
           "eller kommandoen fordel klargoer.")
UNSAVED = "Gem dokumentet først: kopien bliver lagt ved siden af det."
_XLSX = "Calc MS Excel 2007 XML"


def klargoer(document: Foreign, choices: Choices, ask: Ask) -> str:
    """What is told of it; raises Refusal, and nothing is written, where it cannot be made."""
    if sys.version_info[:2] < NEEDS:
        raise Refusal(TOO_OLD.format(*sys.version_info[:2]))
    if not document.Location.startswith("file:"):
        raise Refusal(UNSAVED)
    from addin.filejobs import beside  # only here: no other button reads files
    from addin.filejobs import klargoer as job

    source = Path(uno.fileUrlToSystemPath(document.Location))
    data, made = stored(document), now()

    def decide(chosen: Choices) -> Plan | Questions | Refusal:
        return job.asking(job.klargoer(source.name, data, chosen, made, VERSION))

    done = until_answered(decide, choices, ask)
    assert isinstance(done, job.Klargjort)
    return beside.cleared(source, done)


def stored(document: Foreign) -> bytes:
    """The document as a workbook file, as it is on the screen."""
    document.calculate()
    with temporary.folder() as folder:
        where = folder / "mappe.xlsx"
        document.storeToURL(where.as_uri(), (struct("beans.PropertyValue", Name="FilterName", Value=_XLSX),))
        return where.read_bytes()
