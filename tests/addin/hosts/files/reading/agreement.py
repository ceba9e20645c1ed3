"""Holds the readers of a sheet to one another: our two roads, calamine as we use it, and calamine as it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook

from addin.hosts.files import markup
from addin.hosts.files.contents import SheetPart
from addin.hosts.files.markup import BadXml
from addin.hosts.files.package import Package
from addin.hosts.files.reading.by_calamine import Calamine
from addin.hosts.files.reading.by_events import by_events
from addin.hosts.files.reading.by_patterns import by_patterns
from addin.hosts.files.reading.found import Found, Rows, TooFarOut
from addin.hosts.files.reading.reader import Reader
from addin.workbook import BadCell, Place, Refusal, a1

MOST_SHOWN = 3


def disagreements(data: bytes) -> list[str]:
    """Every sheet on which a cell is not the same to all; nothing where all agree."""
    try:
        package = Package(data)
        reader = Reader(package)
    except (Refusal, BadXml):
        return []
    book = Calamine(package, data, reader)
    return [f"{part.name}: {what}" for part in package.sheets if part.kind == "worksheet"
            for what in of_sheet(package, part, reader, book)]


def of_sheet(package: Package, part: SheetPart, reader: Reader, book: Calamine) -> Iterator[str]:
    """What the readers of one sheet disagree about."""
    text = text_of(package, part)
    if text is None:
        return
    slow, fast, calamine = (tried(read) for read in (
        lambda: by_events(reader, text), lambda: by_patterns(reader, text),
        lambda: book.read(part, package.read(part.part))))
    if isinstance(fast, Found):
        yield from differing("patterns and events", fast, slow)
    if isinstance(calamine, Found):
        yield from differing("calamine and events", calamine, slow)


def text_of(package: Package, part: SheetPart) -> bytes | None:
    try:
        return markup.utf8(package.read(part.part))
    except (Refusal, BadXml):
        return None


def tried(read: Any) -> Found | None:
    """What a road gives; None where it declines, or cannot read the sheet."""
    try:
        found: Found | None = read()
    except (BadXml, TooFarOut):
        return None
    return found


def differing(who: str, one: Found, other: Found | None) -> Iterator[str]:
    """Where two readings of a sheet are not the same."""
    if other is None:
        yield f"{who}: only one reads it"
        return
    ours, theirs = filled(one.rows), filled(other.rows)
    apart = [place for place in sorted(ours.keys() | theirs.keys()) if not same(ours.get(place), theirs.get(place))]
    if apart:
        cells = [f"{a1(*place)} {ours.get(place)!r} / {theirs.get(place)!r}" for place in apart[:MOST_SHOWN]]
        yield f"{who}: {len(apart)} cells, {', '.join(cells)}"
    for what in ("formulas", "hidden_rows", "hidden_columns", "merged", "runs", "struck", "formats"):
        if getattr(one, what) != getattr(other, what):
            yield f"{who}: {what}"


def filled(rows: Rows) -> dict[Place, Any]:
    return {(row, column): value for row, line in enumerate(rows) for column, value in enumerate(line) if value != ""}


def same(one: Any, other: Any) -> bool:
    """The same value of the same kind; NaN is the same as itself."""
    return type(one) is type(other) and (one == other or (one != one and other != other))


# ------------------------------------------------------------------------------------- calamine as it is


def bare_calamine(data: bytes) -> dict[str, dict[Place, Any]] | None:
    """What calamine alone says of every sheet it can read; None where it cannot open the workbook."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception:
        return None
    read = {}
    for name in book.sheet_names:
        try:
            read[name] = filled(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
        except Exception:
            continue
    return read


def beside_calamine(data: bytes, sheets: dict[str, Rows]) -> list[str]:
    """The cells of a workbook that calamine alone gives in another way, or that only one of the two gives; what it
    makes of errors, and of formulas without a value, is nothing."""
    read = bare_calamine(data) or {}
    found = []
    for name in read.keys() & sheets.keys():
        ours, theirs = filled(sheets[name]), read[name]
        found += [f"{name}!{a1(*place)} {ours.get(place)!r} / {theirs.get(place)!r}"
                  for place in sorted(ours.keys() | theirs.keys())
                  if not same(ours.get(place), theirs.get(place))
                  and not (isinstance(ours.get(place), BadCell) and place not in theirs)]
    return found
