"""A few of the cells that a choice stands for, so that it is seen which they are."""

from __future__ import annotations

from addin.workbook import Held, Snapshot, area
from udfs.errors import tal

MOST, LONGEST = 3, 30  # cells of a sample, and letters of each


def sample(snapshot: Snapshot, value: str) -> str:
    """The first that hold something; "" where a choice is no column of cells."""
    place = area(value)
    sheet = next((sheet for sheet in snapshot.sheets if place and sheet.name == place.sheet), None)
    if place is None or place.single or sheet is None or sheet.unread:
        return ""
    found = [text for held in sheet.column(place) if (text := shown(held))]
    return "Fx " + ", ".join(found[:MOST]) + (" …" if len(found) > MOST else "") if found else ""


def shown(held: Held) -> str:
    """As a Dane reads it; a cell in error as it stands, too."""
    if isinstance(held, (int, float)) and not isinstance(held, bool):
        return tal(round(held, 4))
    text = "" if held is None else " ".join(str(held).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
