"""Which sheets of an open document are ours: the same hidden name on each sheet as a file has, saved with it."""

from __future__ import annotations

from addin.foreign import Foreign
from addin.hosts.calc.unotypes import HIDDEN_NAME, sheet_number, struct
from addin.marks import MARK, by_key, mark_text, read_mark


def our_sheets(document: Foreign) -> dict[str, str]:
    """Key -> the sheet's name today; raises Refusal where two sheets claim one key."""
    return by_key((key_of(sheet), sheet.Name) for sheet in document.Sheets)


def key_of(sheet: Foreign) -> str:
    """The key a sheet is marked with; "" for one that is not ours."""
    for name in sheet.NamedRanges.ElementNames:
        if name.lower() == MARK:
            return read_mark(sheet.NamedRanges.getByName(name).Content)[0]
    return ""


def mark(sheet: Foreign, key: str) -> None:
    """The number is the sheet's place: LibreOffice numbers the sheets so when it saves, and the file host checks it."""
    names = sheet.NamedRanges
    if key_of(sheet) == key:
        return
    if names.hasByName(MARK):
        names.removeByName(MARK)
    place = struct("table.CellAddress", Sheet=sheet_number(sheet), Row=0, Column=0)
    names.addNewByName(MARK, mark_text(key, sheet_number(sheet) + 1), place, HIDDEN_NAME)
