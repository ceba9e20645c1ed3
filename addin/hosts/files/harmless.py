"""Text from a workbook as a terminal may show it."""

from __future__ import annotations

# What a terminal obeys, or turns round: control characters, and marks for the direction of writing.
_OBEYED = [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_HARMLESS = dict.fromkeys(_OBEYED, "?")


def harmless(text: str) -> str:
    """A text as a terminal may show it: a cell may hold anything, also what would colour, move or rename the window.

    >>> harmless("Solen\\x1b[31m\\tMånen\\n")
    'Solen?[31m\\tMånen\\n'
    """
    return text.translate(_HARMLESS)
