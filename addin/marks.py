"""How a sheet of ours is known again: a name scoped to it, which survives renaming, moving and saving."""

from __future__ import annotations

MARK = "_fordel"
NO_NUMBER = "0"  # for a host that cannot see the number Excel gives a sheet, by which a copy is told from it


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
