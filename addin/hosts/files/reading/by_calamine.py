"""Plain sheets read by calamine, three times as fast as by patterns, where it is installed.

A plain sheet has values alone: no formulas, errors, hidden rows or texts in several ways, and nothing calamine takes
for something else than it is. What else is to be known of one is found by patterns.
"""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from addin.hosts.files import markup
from addin.hosts.files.contents import SheetPart
from addin.hosts.files.markup import is_index
from addin.hosts.files.package import Package
from addin.hosts.files.reading.by_patterns import is_canonical, parted, see_around
from addin.hosts.files.reading.found import MAX_CELLS, Found, place_of
from addin.hosts.files.reading.shapes import are_values_alone
from addin.hosts.files.reading.strings import ONLY_OURS, PREFIX
from addin.workbook import column_number

if TYPE_CHECKING:
    from addin.hosts.files.reading.reader import Reader

try:
    import python_calamine
except ImportError:
    python_calamine = None  # type: ignore[assignment]

# Where calamine looks, whatever the relationships say.
_BOOK, _STRINGS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_DIMENSION = re.compile(rb'<dimension\b[^>]*\bref="(?:[A-Z]+[0-9]+:)?([A-Z]{1,3})([0-9]{1,7})"')
_FILLED = re.compile(rb"""<c\b[^>]*\sr\s*=\s*["']\s*([A-Za-z]+)([0-9]+)["'][^>]*(?<!/)>""")
_NOT_PLAIN = (b"&", b't="e"', b"t='", b"xmlns")
_INLINE = (b't="inlineStr"><is><t>', b't="inlineStr"><is><t xml:space="preserve">')  # a text in its cell
_TWICE = re.compile(rb""" ([rst])=["'][^<>]* \1=""")  # a cell that says a thing of itself twice
_NO_INDEX = re.compile(rb't="s"(?!><v>[0-9]+</v>)')
_SAID = re.compile(r"""<(?:\w+:)?sst\b[^>]*?\suniqueCount\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_STYLED = r'<c r="([A-Z]+[0-9]+)"(?: [a-z]+="[^"<>]*")*? s="({})"'
_SHARED = re.compile(r'<c r="([A-Z]+[0-9]+)"([^<>]* t="s"[^<>]*)>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>([0-9]+)</v>')
_STYLE = re.compile(r' s="([0-9]+)"')


class Calamine:
    """A workbook opened by calamine, or by nobody where it is not there or cannot be believed."""

    def __init__(self, package: Package, data: bytes, reader: Reader) -> None:
        self.reader = reader
        self.book: Any = None
        if python_calamine is not None and reader.plain and _is_where_it_looks(package):
            self.book = _tried(lambda: python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)))

    def read(self, part: SheetPart, text: bytes) -> Found | None:
        """A plain sheet, from its part as it stands in the file; None where it is not plain, or calamine stops. Raises
        BadXml. Of one in another encoding than UTF-8 calamine would make an empty sheet."""
        parts = parted(text) if self.book is not None and markup.utf8(text) is text else None
        size = parts and _DIMENSION.search(parts[0])
        if parts is None or not size or not is_little(parts[1], size[1].decode(), int(size[2])):
            return None
        alone = are_values_alone(parts[1], len(size[1]), len(size[2]))
        if not alone and (b"<f" in parts[1] or not is_inside(parts[1], len(size[1]), len(size[2]))):
            return None
        with ThreadPoolExecutor(1) as beside:  # calamine reads while we find out whether it may be believed
            coming = beside.submit(_tried, lambda: self.book.get_sheet_by_name(part.name))
            if not (is_canonical(parts[0] + parts[2]) if alone else is_plain(*parts)):
                return None
            markup.check(without_cells(text, parts))
        sheet = coming.result()
        rows = sheet and _tried(lambda: sheet.to_python(skip_empty_area=False))
        if rows is None:
            return None
        found = Found(rows)
        see_around(found, parts[0], parts[2])
        look_through(found, parts[1], self.reader)
        return found


def is_plain(head: bytes, body: bytes, tail: bytes) -> bool:
    """Whether the cells of a sheet without formulas are values and nothing else, though not written as most are."""
    if any(mark in body for mark in _NOT_PLAIN) or hides(body) or _NO_INDEX.search(body) or (
            b":" in body and PREFIX.search(body)):
        return False
    return (is_canonical(head + body + tail) and is_closed(body) and not _TWICE.search(body)
            and are_plain_texts(body))


def hides(body: bytes) -> bool:
    """Whether a row is hidden, or may have no height. LibreOffice says of every row that it is not hidden."""
    hidden = body.count(b"hidden") if b"h" in body else 0
    return b' ht="0' in body or hidden != body.count(b'hidden="false"') + body.count(b'hidden="0"')


def without_cells(text: bytes, parts: tuple[bytes, bytes, bytes]) -> bytes:
    """The sheet without what stands in the list of its cells."""
    head, _, tail = parts
    return head + b"<sheetData>" + tail if tail.startswith(b"</sheetData>") else text


def is_closed(body: bytes) -> bool:
    """Whether as many elements end as begin: which of them, calamine itself finds out, quicker than expat."""
    ends = body.count(b"</")
    return body.count(b"<") == 2 * ends + body.count(b"/>")


def are_plain_texts(body: bytes) -> bool:
    """Whether every text that stands in its cell is one piece, without signs written by their numbers."""
    inline = sum(map(body.count, _INLINE))
    return inline == body.count(b"inlineStr") == body.count(b"<t") == body.count(b"</t></is></c>") and not (
        inline and ONLY_OURS.search(body))


def is_little(body: bytes, letters: str, row: int) -> bool:
    """Whether a sheet that says it ends in this cell is little, and so are all addresses of so many letters and digits,
    or else no cell lies further out: calamine lays a sheet out from its first to its last cell, and cannot be stopped
    on the way."""
    most = column_number("Z" * len(letters)) * 10**len(str(row))
    return column_number(letters) * row <= MAX_CELLS and (most <= 2 * MAX_CELLS or not _beyond(body, letters, row))


def is_inside(body: bytes, wide: int, long: int) -> bool:
    """Whether every cell begins like `<c r="B7"`, with so many letters and digits at most."""
    return not re.search(rb'<c(?=[\s>/])(?! r="[A-Z]{1,%d}[0-9]{1,%d}")' % (wide, long), body)


def _beyond(body: bytes, letters: str, row: int) -> bool:
    """Whether a filled cell lies outside what the sheet says."""
    column = column_number(letters)
    return any(int(number) > row or column_number(name.decode()) > column for name, number in _FILLED.findall(body))


def look_through(found: Found, body: bytes, reader: Reader) -> None:
    """Fills in what styles and runs say of the cells."""
    looks = reader.looks
    if not (looks.marks or looks.formats or reader.runs):
        return
    text = body.decode()
    wanted = sorted({*looks.marks, *looks.formats})
    for address, style in re.findall(_STYLED.format("|".join(wanted)), text) if wanted else ():
        reader.look(found, place_of(address), style)
    for address, attributes, number in _SHARED.findall(text) if reader.runs else ():
        if int(number) in reader.runs:
            style = _STYLE.search(attributes)
            reader.look_at_runs(found, place_of(address), style[1] if style else "", reader.runs[int(number)])


def _is_where_it_looks(package: Package) -> bool:
    """Whether the parts calamine will read are those the relationships lead to."""
    strings = package.related(package.workbook_part, "sharedStrings")
    return (package.workbook_part == _BOOK and strings in (None, _STRINGS) and package.styles_part in (None, _STYLES)
            and (strings is not None or not package.has(_STRINGS))
            and (package.styles_part is not None or not package.has(_STYLES))
            and (strings is None or says_how_many(package.read(strings))))


def says_how_many(strings: bytes) -> bool:
    """Whether shared strings do not say that they are more than their part has room for: calamine makes room for them
    all, and the whole process ends where there is none."""
    said = _SAID.search(markup.utf8(strings).decode(errors="replace"))
    count = (said[1] or said[2] or "0").strip() if said else "0"
    return is_index(count) and int(count) <= len(strings)


def _tried(read: Any) -> Any:
    """What calamine gives; None where it stops, also by a panic, which is no Exception."""
    try:
        return read()
    except MemoryError:
        raise
    except Exception:
        return None
    except BaseException as bad:
        if type(bad).__name__ != "PanicException":
            raise
        return None
