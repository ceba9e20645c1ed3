"""A returned file for gathering: .xlsx and .xlsm by our own reader, .ods by calamine; and texts beside the cells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import python_calamine

from addin.filejobs.saml.returned import Returned
from addin.hosts.files import markup, outfile, refusals
from addin.hosts.files.container import Container, packed, zip_of
from addin.hosts.files.package import Package
from addin.hosts.files.reading.found import MAX_CELLS
from addin.hosts.files.refusals import refuse
from addin.hosts.files.snapshot import snapshot
from addin.workbook import BadCell, Held, Name, Refusal, Sheet, a1

BEGINNINGS = (b"PK", b"\xd0\xcf\x11\xe0")  # of a zip, and of old and encrypted workbooks
CONTENT = "content.xml"
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"  # how an .ods begins, whatever its name
_BESIDE = re.compile(r"/(?:comments|threadedcomments|persons|drawings|docprops)[^/]*(?:/[^/]+)*\.(?:xml|vml)$")
_ENDS = re.compile(rb"</(?!(?:\w+:)?(?:t|r|rPr|b|i|font)>)[^<>]*>")  # of anything but a run and what is in it
_PAPER = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>([^<]*)<")
_TAG = re.compile(rb"<[^<>]*>")
_DECLARED = re.compile(rb"^<\?xml[^>]*\?>")
_ERROR = re.compile(r"#[A-ZÆØÅ0-9/]+[!?]|#N/A|#I/T|Err:\d+|#NAME\?")


class Stopped(Exception):  # noqa: N818 - an answer of calamine's
    """Calamine cannot read it."""


def returned(path: Path) -> Returned:
    """Raises Refusal where it cannot be read."""
    data = outfile.read_file(path)
    if OPEN_DOCUMENT in data[:120] or path.suffix.lower() == ".ods":
        return open_document(data, path.name)
    package = Package(data, path.name)
    seen = snapshot(package, data)
    return Returned(path.name, seen.sheets, seen.names, (*beside(package), *(name.name for name in seen.names)))


def may_be_workbook(path: Path) -> bool:
    """By how it begins; another file is not read."""
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(BEGINNINGS)
    except OSError:
        return True  # why it cannot be read is said when it is


def beside(package: Package) -> Iterator[str]:
    """The texts of notes, text boxes, properties, headers and footers, each whole, also where it is written in several
    ways."""
    for sheet in package.sheets:
        for found in _PAPER.findall(package.read(sheet.part)) if sheet.part else ():
            yield found.decode(errors="replace")
    for name in package.entries:
        if _BESIDE.search("/" + name):
            for piece in _ENDS.split(package.read(name)):
                yield _TAG.sub(b"", piece).decode(errors="replace")


# ------------------------------------------------------------------------------------- OpenDocument


def open_document(data: bytes, file: str) -> Returned:
    parts = Container(data, file)
    if CONTENT not in parts.entries:
        raise refuse(refusals.NOT_A_WORKBOOK, file)
    if "meta-inf/manifest.xml" in parts.entries and b"encryption-data" in parts.read("meta-inf/manifest.xml"):
        raise refuse(refusals.PASSWORD, file)
    try:
        raw = parts.read(CONTENT)
        content, text = markup.tree(raw), markup.utf8(raw)
        meta = [markup.tree(parts.read(name)) for name in ("meta.xml",) if name in parts.entries]
        refuse_far_out(content, file)
        sheets = by_calamine(data if text == raw else in_utf8(parts, text))
    except markup.HasDocumentType as bad:
        raise refuse(refusals.DOCUMENT_TYPE, file, CONTENT) from bad
    except (markup.BadXml, Stopped) as bad:
        raise refuse(refusals.DAMAGED, file, CONTENT) from bad
    texts = ["".join(paragraph.itertext()) for paragraph in content.iterfind(".//{*}annotation/{*}p")]
    texts += [text for root in meta for text in root.itertext()]
    return Returned(file, sheets, tuple(names(content)), tuple(texts))


def in_utf8(parts: Container, text: bytes) -> bytes:
    """The file as calamine can read it, which knows no other encoding: with this content, which declares none."""
    plain = _DECLARED.sub(b"", text, count=1)
    return zip_of(packed(name, plain, like=entry.info) if name == CONTENT else entry
                  for name, entry in parts.entries.items())


def by_calamine(data: bytes) -> tuple[Sheet, ...]:
    """All sheets; raises Stopped, also where calamine panics, which is no Exception."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        read = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except BaseException as bad:
        if isinstance(bad, python_calamine.CalamineError) or type(bad).__name__ == "PanicException":
            raise Stopped from bad
        raise
    return tuple(Sheet(name, [[held(value) for value in row] for row in rows]) for name, rows in read.items())


def refuse_far_out(content: markup.Element, file: str) -> None:
    """A sheet is laid out from its first to its last filled cell, and a few letters may say that a cell is repeated a
    million times."""
    for table in content.iterfind("{*}body/{*}spreadsheet/{*}table"):
        height = width = rows = 0
        for row in table.iterfind(".//{*}table-row"):
            rows += times(row, "rows")
            columns = 0
            for cell in row:
                columns += times(cell, "columns")
                if any(key.endswith("}value-type") for key in cell.attrib) or len(cell):
                    height, width = rows, max(width, columns)
        if height * width > MAX_CELLS:
            raise refuse(refusals.TOO_FAR_OUT, file, f"{attribute(table, 'name')}!{a1(height - 1, width - 1)}")


def times(element: markup.Element, what: str) -> int:
    """How often a row or a cell is repeated."""
    said = attribute(element, f"number-{what}-repeated")
    return int(said) if said.isdecimal() else 1


def held(value: Held) -> Held:
    """A cell; calamine gives the error of one as its text."""
    if isinstance(value, str) and _ERROR.fullmatch(value):
        return BadCell(f"fejlværdien {value}")
    return value


def names(content: markup.Element) -> Iterator[Name]:
    """The defined names of the whole workbook and of each sheet, hidden ones too."""
    for book in content.iterfind("{*}body/{*}spreadsheet"):
        for place in (book, *book.iterfind("{*}table")):
            for element in place.iterfind("{*}named-expressions/{*}named-expression"):
                yield Name(attribute(element, "name"), attribute(element, "expression"),
                           None if place is book else attribute(place, "name"))


def attribute(element: markup.Element, name: str) -> str:
    """In whatever namespace; "" where it is not there."""
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")


def refusal_of(problem: Refusal, file: str) -> str:
    """Why a file cannot be read, without its name before it."""
    text = str(problem)
    return text.removeprefix(file).strip() if text.startswith(file) else text
