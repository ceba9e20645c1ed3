"""The parts of a cell's text that are written in different ways: which are struck out, raised or lowered."""

from __future__ import annotations

from typing import NamedTuple

STRUCK, RAISED, LOWERED = "streget over", "hævet", "sænket"


class Run(NamedTuple):
    """A part of a cell's text that is written in one way; `mark` says that it is struck out, raised or lowered."""

    text: str
    mark: str = ""


def mark_of(struck: bool, lifted: str) -> str:
    """The mark of a part; `lifted` is "" where it is neither raised nor lowered.

    >>> mark_of(True, RAISED), mark_of(False, LOWERED), mark_of(False, "")
    ('streget over og hævet', 'sænket', '')
    """
    return " og ".join(filter(None, (STRUCK if struck else "", lifted)))
