"""Why the last cells show an error: for hosts whose cells cannot carry a sentence."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

KEPT = 20
NONE = "Ingen af Fordels funktioner har givet fejl, siden Excel blev startet."


class Kept(NamedTuple):
    function: str
    sentence: str
    times: int


_kept: deque[Kept] = deque(maxlen=KEPT)


def keep(function: str, sentence: str) -> None:
    """The newest first; the same again, as when a column is filled, is counted."""
    times = 1
    for before in list(_kept):
        if (before.function, before.sentence) == (function, sentence):
            times += before.times
            _kept.remove(before)
    _kept.appendleft(Kept(function, sentence, times))


def shown() -> str:
    """What the button "Seneste fejl" shows.

    >>> forget(); keep("FORDEL_ANDEL", "tal: alle er 0"); print(shown())
    FORDEL_ANDEL: tal: alle er 0
    """
    lines = [f"{kept.function}: {kept.sentence}" + (f" ({kept.times} gange)" if kept.times > 1 else "")
             for kept in _kept]
    return "\n".join(lines) or NONE


def forget() -> None:
    _kept.clear()
