"""The buttons *Klargør* and *Udmelding*: what is made of the document as it is now lies beside it, and nothing is
written over; the document is as it was."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import uno

from addin import temporary
from addin.foreign import Foreign
from addin.hosts.calc.snapshot import snapshot
from addin.hosts.calc.unotypes import struct
from addin.workbook import Refusal

if TYPE_CHECKING:
    from addin.filejobs.beside import Job

NEEDS = (3, 10)  # of what reads and writes files, and of the library that puts the tags in a PDF
TOO_OLD = ("{} kan ikke laves her: LibreOffice har Python {}.{}, og det kræver 3.10. Brug en nyere LibreOffice, eller "
           "kommandoen fordel {}.")
UNSAVED = "Gem dokumentet først: {} bliver lagt ved siden af det."
_XLSX = "Calc MS Excel 2007 XML"


def place(document: Foreign, what: str, command: str) -> Path:
    """Where the document lies; raises Refusal where nothing can be made beside it here."""
    if sys.version_info[:2] < NEEDS:
        raise Refusal(TOO_OLD.format(what, *sys.version_info[:2], command))
    if not document.Location.startswith("file:"):
        raise Refusal(UNSAVED.format(what.lower()))
    return Path(uno.fileUrlToSystemPath(document.Location))


def stored(document: Foreign) -> bytes:
    """The document as a workbook file, as it is on the screen; neither its name nor what is to be saved of it is other
    than before."""
    document.calculate()  # with automatic calculation turned off a formula would still show an old value
    with temporary.folder() as folder:
        where = folder / "mappe.xlsx"
        document.storeToURL(where.as_uri(), (struct("beans.PropertyValue", Name="FilterName", Value=_XLSX),))
        return where.read_bytes()


def klargoer(document: Foreign) -> Job:
    source = place(document, "Kopien", "klargoer")
    from addin.filejobs import beside  # only here: it calculates, and without numpy every button says so

    return beside.klargoer(source, stored(document))


def udmelding(document: Foreign) -> Job:
    source = place(document, "Udmeldingen", "udmelding")
    from addin.filejobs import beside

    usual = document.StyleFamilies.getByName("CellStyles").getByName("Default")
    return beside.udmelding(source, snapshot(document), (usual.CharFontName, usual.CharHeight))


JOBS: dict[str, Callable[[Foreign], Job]] = {"klargoer": klargoer, "udmelding": udmelding}
