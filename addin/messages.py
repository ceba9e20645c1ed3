"""What is told with a result: each sentence with its kind and what it is about, so that nobody sorts them by words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

# What a message is about, where that is no setting, part, sheet of ours or check, known by its key.
SHEET, COLUMN, FORMULAS, BESIDE = "ark", "kolonne", "formler", "ved siden af"
PRIVATE, ANSWERS, PERSONAL = "private", "svar", "persondata"


class Kind(Enum):
    """Where a message is told."""

    WARNING = "advarsel"  # on the result too, and first: an amount may be another than the user thinks
    QUIET = "oplysning"  # on the screen only, as what was seen and left alone


@dataclass(frozen=True)
class Message:
    """One sentence. `about` is the key of what it is about; `place` the cell, or the sheet, where there is one."""

    kind: Kind
    about: str
    text: str
    place: str = ""

    def __str__(self) -> str:
        return self.text


def warning(about: str, text: str, place: str = "") -> Message:
    return Message(Kind.WARNING, about, text, place)


def quiet(about: str, text: str, place: str = "") -> Message:
    return Message(Kind.QUIET, about, text, place)


class Fundet(NamedTuple):
    """A setting, as it was found: `place` are the cells it was read from; `main` tells what is distributed, among whom
    and by what; `standard` what nobody has said."""

    label: str
    value: str
    source: str
    place: str = ""
    main: bool = False
    standard: bool = False
