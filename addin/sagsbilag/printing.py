"""Has LibreOffice print the page, and makes what it prints a document that can be heard as well as seen."""

from __future__ import annotations

from typing import NamedTuple

from addin import libreoffice
from addin.sagsbilag.outline import outline
from addin.sagsbilag.paper import FILTER, SETTINGS, Printed
from addin.version import VERSION
from addin.workbook import a1

SECONDS = 180  # a page takes two or three
MAKER = "Fordel"
MISSING = ("Det trykkes af LibreOffice på denne maskine, og det er der ikke. Installér LibreOffice (fra "
           "libreoffice.org; på Debian og Ubuntu libreoffice-calc), og prøv igen.")
FAILED = ("Sagsbilaget er ikke lavet: LibreOffice kunne ikke trykke det. Kan LibreOffice åbne resultatet, så tag det "
          "derfra: Filer, Eksportér som PDF.")
SILENT = "Sagsbilaget er ikke lavet: LibreOffice svarede ikke i {} sekunder og er stoppet. Prøv igen."
INCOMPLETE = "Sagsbilaget er ikke lavet: LibreOffice trykte ikke {}. Skriv det ud fra resultatet i stedet."
NO_ROOM = ("Sagsbilaget er ikke lavet: et tal har ikke plads i sin kolonne i LibreOffice. Skriv det ud fra resultatet "
           "i stedet.")


class NotPrinted(Exception):  # noqa: N818 - an answer to the user as well as something raised
    """It could not be printed; the message says why, in Danish."""


class Pdf(NamedTuple):
    data: bytes
    pages: int


def pdf(program: str | None, printed: Printed, workbook: bytes, name: str) -> Pdf:
    """`workbook` holds what is printed, and `name` stands at the foot of each page; raises NotPrinted."""
    if program is None:
        raise NotPrinted(f"Sagsbilaget er ikke lavet. {MISSING}")
    try:
        drawn = libreoffice.converted(program, workbook, name, FILTER, SETTINGS, SECONDS)
    except libreoffice.Silent:
        raise NotPrinted(SILENT.format(SECONDS)) from None
    if drawn is None:
        raise NotPrinted(FAILED)
    return tagged(printed, drawn)


def tagged(printed: Printed, drawn: bytes) -> Pdf:
    """What LibreOffice has drawn, as a document that can be heard; raises NotPrinted where something is not there."""
    from addin.sagsbilag import tags  # only here: no run without a PDF waits for its library

    elements = [element for sheet, cells in zip(printed.sheets, printed.cells) for element in outline(sheet, cells)]
    document = tags.Document(printed.title, f"{MAKER} {VERSION}", elements, printed.colours)
    try:
        done = tags.tagged(drawn, document)
    except tags.Incomplete as found:
        raise NotPrinted(INCOMPLETE.format(missing(printed, found.missing))) from None
    if done.wide:
        raise NotPrinted(NO_ROOM)
    return Pdf(done.data, done.pages)


def missing(printed: Printed, numbers: list[int]) -> str:
    """The first cell that is not there; a chart has no cell."""
    for sheet, cells in zip(printed.sheets, printed.cells):
        found = next((cells[number] for number in numbers if number in cells), None)
        if found is not None:
            return f"{sheet.name}!{a1(found.row, found.column)}"
    return "diagrammet"


def made_by_us(data: bytes) -> bool:
    """Whether a PDF is one that Fordel has made before."""
    from addin.sagsbilag import tags

    return tags.made_by(data).split(" ")[0] == MAKER
