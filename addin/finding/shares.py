"""Numbers that should be shares and may be per cent."""

from __future__ import annotations

from collections.abc import Mapping


def above_one(known: Mapping[int, float]) -> dict[int, float]:
    """Those above 1, where they are most of them, and all may be per cent.

    >>> above_one({4: 12.0, 5: 0.5, 6: 8.0}), above_one({4: 0.12, 5: 1.4, 6: 0.2})
    ({4: 12.0, 6: 8.0}, {})
    """
    above = {number: value for number, value in known.items() if value > 1}
    return above if 2 * len(above) > len(known) and max(known.values()) <= 100 else {}
