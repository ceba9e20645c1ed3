"""A workbook file as a Snapshot: every worksheet that can be read, and for each that cannot, why."""

from __future__ import annotations

import hashlib

from addin.hosts.files import markup, refusals
from addin.hosts.files.asides import asides
from addin.hosts.files.contents import SheetPart
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.markup import BadXml, HasDocumentType
from addin.hosts.files.notices import notices
from addin.hosts.files.package import Package
from addin.hosts.files.reading.by_calamine import Calamine
from addin.hosts.files.reading.found import Found, TooFarOut
from addin.hosts.files.reading.reader import Reader
from addin.hosts.files.refusals import NoMemory, no_memory, refuse
from addin.workbook import Area, Name, Refusal, Sheet, Snapshot
from workbook_templates import fordel_puljer, opsaetning

LONGEST_NAME = 255  # letters: Excel takes 31, LibreOffice more; our formulas name a sheet a few times each


def looked_at(name: str, data: bytes) -> Snapshot:
    """A workbook file that is only looked at."""
    return snapshot(Package(data, name), data)


def snapshot(package: Package, data: bytes) -> Snapshot:
    """All worksheets of a package; chart sheets and macro sheets hold no figures of their own."""
    reader = _reader(package)
    book = Calamine(package, data, reader)
    sheets = tuple(_sheet(package, part, book, reader) for part in package.sheets if part.kind == "worksheet")
    told = tuple(notices(package, kept=(opsaetning.NOEGLE, fordel_puljer.NOEGLE)))
    names = tuple(Name(name.name, name.text, name.scope) for name in package.names)
    return Snapshot(package.file, sheets, names, our_sheets(package), hashlib.sha256(data).hexdigest(), told,
                    package.calculation)


def _reader(package: Package) -> Reader:
    try:
        return Reader(package)
    except BadXml as bad:
        raise refuse(refusals.DAMAGED, package.file, "teksterne") from bad
    except MemoryError as bad:
        raise no_memory(package.file, "teksterne") from bad


def _sheet(package: Package, part: SheetPart, book: Calamine, reader: Reader) -> Sheet:
    """One sheet; nobody minds one that cannot be read before it is used."""
    visible = part.state == "visible"
    try:
        found = _found(package, part, book, reader)
    except HasDocumentType as bad:
        raise refuse(refusals.DOCUMENT_TYPE, package.file, part.part) from bad
    except NoMemory:
        raise
    except Refusal as why:
        return Sheet(part.name, [], visible, unread=str(why))
    merged = tuple(Area(part.name, *box) for box in found.merged)
    return Sheet(part.name, found.rows, visible, frozenset(found.hidden_rows), frozenset(found.hidden_columns),
                 found.formulas, merged, found.runs, frozenset(found.struck), found.formats, asides(package, part))


def _found(package: Package, part: SheetPart, book: Calamine, reader: Reader) -> Found:
    """What is on a sheet; raises Refusal, in a sentence about the sheet, and HasDocumentType."""
    if len(part.name) > LONGEST_NAME:
        raise refuse(refusals.LONG_NAME, package.file, part.name[:31])
    try:
        data = package.read(part.part)
        return book.read(part, data) or reader.read(markup.utf8(data))
    except HasDocumentType:
        raise
    except TooFarOut as bad:
        raise refuse(refusals.TOO_FAR_OUT, package.file, f"{part.name}!{bad}") from bad
    except MemoryError as bad:
        raise no_memory(package.file, part.name) from bad
    except (BadXml, Refusal) as bad:
        raise refuse(refusals.UNREADABLE, package.file, part.name) from bad
