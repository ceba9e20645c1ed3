"""Before a sheet is laid out in memory: what it says of its own size is not believed, and neither is its XML.

Calamine lays a sheet out from its first to its last cell, and is written in Rust: it cannot be stopped on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import python_calamine

from addin.hosts.files import refusals
from addin.hosts.files.package import Package, SheetPart, is_index
from addin.hosts.files.refusals import refuse
from addin.hosts.files.splice import encoding_of
from addin.workbook import a1, column_letters, column_number

MAX_ROWS, MAX_COLUMNS = 1 << 20, 1 << 14  # of any sheet in Excel
MAX_CELLS = 10_000_000  # one stray cell far out would take all memory

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="(?:[A-Z]+[0-9]+:)?([A-Z]{1,3})([0-9]{1,7})"')
_FILLED = re.compile(rb"""<(?:\w+:)?c\b[^>]*\sr\s*=\s*["']\s*([A-Za-z]+)([0-9]+)["'][^>]*(?<!/)>""")
_UNADDRESSED = re.compile(rb"""<(?:\w+:)?c(?=[\s>])(?![^>]*\sr\s*=)[^>]*(?<!/)>""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["']\s*([0-9]+)""")
_ROWS, _CELLS = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c[\s>]")


_STRINGS = re.compile(r"""<(?:\w+:)?sst\b[^>]*?\suniqueCount\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Whatever calamine finds wrong, also where it panics, is a file that cannot be read."""
    try:
        yield
    except (python_calamine.CalamineError, OSError, ValueError, LookupError, OverflowError) as bad:
        raise refuse(refusals.DAMAGED, file, "indholdet kan ikke læses") from bad
    except MemoryError as bad:
        raise refuse(refusals.TOO_LARGE, file, "mere, end der er hukommelse til") from bad
    except BaseException as bad:
        if type(bad).__name__ != "PanicException":  # what a Rust library raises; it is no Exception
            raise
        raise refuse(refusals.DAMAGED, file, "indholdet kan ikke læses") from bad


def check_strings(package: Package) -> None:
    """Refuse shared strings that say they are more than their part has room for: calamine makes room for them all, and
    the whole process ends where there is none."""
    related = package.related(package.workbook_part, "sharedStrings")
    named = {name for name in package.entries if name.endswith("sharedstrings.xml")}
    for part in named | ({related} if related else set()):
        data = package.read(part)
        said = _STRINGS.search(data.decode(encoding_of(data), "replace"))
        count = (said[1] or said[2] or "0").strip() if said else "0"
        if not is_index(count) or int(count) > len(data):
            raise refuse(refusals.DAMAGED, package.file, part)


def check_extent(package: Package, part: SheetPart, xml: bytes) -> None:
    """Refuse a sheet whose filled cells span more than can be laid out. Formatted empty cells do not count."""
    encoding = encoding_of(xml)
    try:
        text = xml if encoding.lower() == "utf-8" else xml.decode(encoding).encode()
    except (UnicodeError, LookupError) as bad:
        raise refuse(refusals.DAMAGED, package.file, part.part) from bad
    if b"<!DOCTYPE" in text:
        raise refuse(refusals.DOCUMENT_TYPE, package.file, part.part)
    if not _is_little(text):
        _measure(package, part, text)


def _is_little(xml: bytes) -> bool:
    """Whether the sheet says that it is little, and no address has more letters or digits than it says."""
    said = _DIMENSION.search(xml, 0, 4096)
    if not said or column_number(said[1].decode()) * int(said[2]) > MAX_CELLS:
        return False
    wide, long = len(said[1]), len(said[2])
    # A cell that begins in any other way than `<c r="B7"`, or lies further out than so many letters and digits can say.
    odd = rb'<c(?=[\s>])(?! r="[A-Z]{1,%d}[0-9]{1,%d}")' % (wide, long)
    if b":c" in xml or re.search(odd, xml):
        return False
    return column_number("Z" * wide) * 10**long <= 2 * MAX_CELLS or not _beyond(xml, said[1].decode(), int(said[2]))


def _beyond(xml: bytes, letters: str, row: int) -> bool:
    """Whether a filled cell lies outside what the sheet says."""
    column = column_number(letters)
    return any(int(number) > row or column_number(name.decode()) > column for name, number in _FILLED.findall(xml))


def _measure(package: Package, part: SheetPart, xml: bytes) -> None:
    last_row, last_column = 0, 0
    for letters, number in _FILLED.findall(xml):
        if len(letters) > 3 or len(number) > 7:
            raise refuse(refusals.DAMAGED, package.file, part.part)
        last_row, last_column = max(last_row, int(number)), max(last_column, column_number(letters.decode()) + 1)
    rows = _ROW.findall(xml)
    if any(len(number) > 7 or int(number) > MAX_ROWS for number in rows):
        raise refuse(refusals.DAMAGED, package.file, part.part)
    if _UNADDRESSED.search(xml):  # they follow each other, so a row has as many columns as it has cells
        pieces = _ROWS.split(xml)
        last_row = max([last_row, len(pieces), *map(int, rows)])
        last_column = max([last_column, *(len(_CELLS.findall(piece)) for piece in pieces)])
    if last_row > MAX_ROWS or last_column > MAX_COLUMNS:
        raise refuse(refusals.DAMAGED, package.file, f"{part.name}!{column_letters(last_column - 1)}{last_row}")
    if last_row * last_column > MAX_CELLS:
        raise refuse(refusals.TOO_FAR_OUT, package.file, f"{part.name}!{a1(last_row - 1, last_column - 1)}")
