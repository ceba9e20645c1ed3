"""A terminal that cannot show every sign, as Windows' often cannot (Windows-1252, 850): what it lacks is written with
what it has, and nothing is lost for want of an arrow."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from typing import TextIO

NAME = "fordel.erstat"
OTHERWISE = {"→": "->", "←": "<-", "–": "-", "—": "-", "−": "-", "‑": "-", "…": "...", "≥": ">=", "≤": "<=", "≠": "<>",
             "×": "x", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "•": "*", "━": "-", "╸": "-", "╺": "-",
             "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ł": "l", "Ł": "L"}
UNKNOWN = "?"


def can_show_all(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def prepare() -> None:
    """Lets what is written to the terminal end in no error; where it can show all signs nothing is changed."""
    codecs.register_error(NAME, replaced)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not can_show_all(stream):
            stream.reconfigure(errors=NAME)


def replaced(error: UnicodeError) -> tuple[str, int]:
    """What stands for the signs that could not be written."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(otherwise, error.object[error.start:error.end])), error.end


def otherwise(sign: str) -> str:
    """A sign in ASCII: by what it means, or without its accent.

    >>> otherwise("→"), otherwise("Ż"), otherwise("字")
    ('->', 'Z', '?')
    """
    plain = OTHERWISE.get(sign) or unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return plain or UNKNOWN
