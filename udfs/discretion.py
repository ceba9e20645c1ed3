"""The marks Danmarks Statistik puts instead of small counts."""

from __future__ import annotations

import re
from typing import Any

NONE = "-"
HIDDEN = ".."
HIDDEN_UNDER = 3.0  # what a count shown as .. is less than (Danmarks Statistik, as <3)
_UNDER = re.compile(r"<\s*(\d+)")


def is_none(cell: Any) -> bool:
    """Whether the mark says that there are none."""
    return isinstance(cell, str) and cell.strip() == NONE


def limit(cell: Any) -> float | None:
    """What the suppressed count is less than; None where the cell holds no such mark.

    >>> limit(".."), limit("<5"), limit("-"), limit(4)
    (3.0, 5.0, None, None)
    """
    if not isinstance(cell, str):
        return None
    mark = cell.strip()
    under = _UNDER.fullmatch(mark)
    if under:
        return float(under[1]) or None  # nothing is less than none
    return HIDDEN_UNDER if mark == HIDDEN else None
