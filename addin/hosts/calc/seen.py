"""What an open Calc document shows of its cells that their values do not say: merged cells, what is struck out, number
formats, and numbers written in several parts.

Asked of Calc by looks, of which a sheet has few, and never cell by cell, of which it may have many. Not seen: a note in
raised signs after a name, since that would take a look into every text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from addin.danish import number_in_text
from addin.foreign import Foreign
from addin.formats import is_telling
from addin.hosts.calc.unotypes import DATE, LOGICAL, TIME
from addin.runs import LOWERED, RAISED, STRUCK, Run, mark_of
from addin.workbook import Area, Place

Rows = Sequence[Sequence[object]]
_SWAPPED = str.maketrans(".,", ",.")


class Looks(NamedTuple):
    """A sheet's, as Sheet in addin.workbook has them."""

    merged: tuple[Area, ...]
    runs: dict[Place, tuple[Run, ...]]
    struck: frozenset[Place]
    formats: dict[Place, str]


def looks(document: Foreign, sheet: Foreign, rows: Rows) -> Looks:
    """`rows` are the sheet's values from A1 on."""
    merged: list[Area] = []
    struck: set[Place] = set()
    formats: dict[Place, str] = {}
    groups = sheet.getUniqueCellFormatRanges()
    for index in range(groups.Count):
        ranges = groups.getByIndex(index)
        first = ranges.getByIndex(0).getCellByPosition(0, 0)
        if first.IsMerged:
            merged += [_box(sheet, place) for place in _places(ranges, len(rows), len(rows[0]))]
        if first.CharStrikeout:
            struck.update(place for place in _places(ranges, len(rows), len(rows[0])) if rows[place[0]][place[1]] != "")
        code = _code(document, first.NumberFormat)
        if is_telling(code):
            formats.update((place, code) for place in _places(ranges, len(rows), len(rows[0]))
                           if isinstance(rows[place[0]][place[1]], float))
    return Looks(tuple(sorted(merged, key=lambda box: (box.row, box.column))), _runs(sheet, rows), frozenset(struck),
                 formats)


def _places(ranges: Foreign, height: int, width: int) -> Iterator[Place]:
    for place in ranges.getRangeAddresses():
        for row in range(place.StartRow, min(place.EndRow + 1, height)):
            for column in range(place.StartColumn, min(place.EndColumn + 1, width)):
                yield row, column


def _box(sheet: Foreign, place: Place) -> Area:
    """The cells that are merged with one."""
    cursor = sheet.createCursorByRange(sheet.getCellByPosition(place[1], place[0]))
    cursor.collapseToMergedArea()
    box = cursor.getRangeAddress()
    return Area(sheet.Name, box.StartRow, box.StartColumn, box.EndRow, box.EndColumn)


def _code(document: Foreign, key: int) -> str:
    """A number format as workbook files have it, with . before decimals; "" for dates, times and truth values."""
    formats = document.NumberFormats
    found = formats.getByKey(key)
    if found.Type & (DATE | TIME | LOGICAL):
        return ""
    decimals = formats.generateFormat(0, found.Locale, False, False, 1, 1)  # "0,0" where , stands before decimals
    general = formats.getByKey(formats.getStandardIndex(found.Locale)).FormatString  # Standard, in Danish
    code = str(found.FormatString).replace(general, "General")
    return _swapped(code) if "," in decimals else code


def _swapped(code: str) -> str:
    """A format with . for , and the other way round, but not in what stands for itself."""
    pieces = code.split('"')
    pieces[::2] = [piece.translate(_SWAPPED) for piece in pieces[::2]]
    return '"'.join(pieces)


def _runs(sheet: Foreign, rows: Rows) -> dict[Place, tuple[Run, ...]]:
    """The parts of the texts that can be read as numbers: which of them counts, only their owner knows."""
    found = {}
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            if isinstance(value, str) and value and number_in_text(value) is not None:
                parts = tuple(_parts(sheet.getCellByPosition(column, row)))
                if any(part.mark for part in parts) and not all(part.mark == STRUCK for part in parts):
                    found[row, column] = parts
    return found


def _parts(cell: Foreign) -> Iterator[Run]:
    paragraphs = cell.getText().createEnumeration()
    while paragraphs.hasMoreElements():
        portions = paragraphs.nextElement().createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.getString():
                yield Run(portion.getString(), _mark(portion))


def _mark(portion: Foreign) -> str:
    lifted = RAISED if portion.CharEscapement > 0 else LOWERED if portion.CharEscapement < 0 else ""
    return mark_of(bool(portion.CharStrikeout), lifted)
