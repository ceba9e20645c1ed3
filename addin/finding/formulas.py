"""Which cells a formula reads: those of its own sheet and of others, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from addin.workbook import Area, Snapshot, column_number

_CELL = r"\$?([A-Z]{1,3})\$?(\d+)"
_REFERENCE = re.compile(rf"(?:(?:'((?:[^']|'')+)'|\$?([\w.]+))!)?{_CELL}(?::{_CELL})?")
_TEXT = re.compile(r'"[^"]*"')
MOST = 400  # cells a range may have to be followed, and that are followed from one cell


def precedents(snapshot: Snapshot, *places: Area) -> set[Area]:
    """The cells that cells are calculated from, also through other formulas; none where the host gives no formulas."""
    found: set[Area] = set()
    waiting = list(places)
    while waiting:
        for cell in direct(snapshot, waiting.pop()):
            if cell not in found and len(found) < MOST * len(places):
                found.add(cell)
                waiting.append(cell)
    return found


def direct(snapshot: Snapshot, place: Area) -> Iterator[Area]:
    """The cells that stand in a cell's own formula."""
    sheet = snapshot.sheet(place.sheet)
    formula = (sheet.formulas or {}).get((place.row, place.column)) if sheet else None
    for quoted, plain, first, top, last, bottom in _REFERENCE.findall(_TEXT.sub("", formula or "")):
        other = snapshot.sheet((quoted or plain).replace("''", "'")) if quoted or plain else sheet
        rows = range(int(top) - 1, int(bottom or top))
        columns = range(column_number(first), column_number(last or first) + 1)
        if other is not None and len(rows) * len(columns) <= MOST:
            yield from (Area(other.name, row, column, row, column) for row in rows for column in columns)
