"""Where a setting came from: what kind of place, and what it is called there."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Origin(Enum):
    """As it is told; {} stands for what it is called."""

    UNUSED = ""  # the user has said that nothing there is it
    STANDARD = "standard"  # nobody has said it
    CHOSEN = "valgt ved kørslen"
    ANSWER = "dit svar"
    NAME = "navnet {}"
    LABEL = 'teksten "{}"'
    HEADING = 'overskriften "{}"'
    SHEET = 'arket "{}"'
    DIFFERENT = "teksterne, der alle er forskellige"
    BUDGET = "grundbudgettet, for det er en besparelse"
    APPLIED = "det ansøgte, som deles uden nøgle"


class Source(NamedTuple):
    kind: Origin
    what: str = ""

    def __str__(self) -> str:
        return self.kind.value.format(self.what)
