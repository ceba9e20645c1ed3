"""How a sheet of ours is known again: a name scoped to it, which survives renaming, moving and saving."""

from __future__ import annotations

from collections.abc import Iterable

from addin.workbook import Refusal

MARK = "_fordel"
TO_BE_COMPUTED = "_fordel_beregn"  # a name in a workbook that we have asked to be computed when it is opened
NO_NUMBER = "0"  # for a host that cannot see the number Excel gives a sheet, by which a copy is told from it
TWO_CLAIM = ("Arkene {} er begge mærket som det samme af Fordels ark, og det kan ikke ses, hvilket der er din kopi. "
             "Slet det ene, eller flyt din kopi til en anden projektmappe, og prøv igen.")


def mark_text(key: str, number: int | str = NO_NUMBER) -> str:
    """What the name holds, as a formula has it: the key, and the number of the sheet in the file.

    >>> mark_text("fordeling", 3)
    '"fordeling|3"'
    """
    return f'"{key}|{number}"'


def read_mark(text: str) -> tuple[str, str]:
    """The key and the number of a mark; no key where the text is none.

    >>> read_mark('="fordeling|3"'), read_mark("Ark1!$A$1")
    (('fordeling', '3'), ('', ''))
    """
    key, bar, number = text.removeprefix("=").strip('"').rpartition("|")
    return (key, number) if bar else ("", "")


def by_key(marked: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key -> the name today of each sheet of ours, from keys and names; a sheet without a key is not ours.

    A copy the user made carries the mark too. Where no number tells it from ours, neither is believed: Refusal.
    """
    found: dict[str, str] = {}
    for key, name in marked:
        if key and key in found:
            raise Refusal(TWO_CLAIM.format(f'"{found[key]}" og "{name}"'))
        if key:
            found[key] = name
    return found
