"""When a result was made, as it stands on the sheet, and when a number in a cell is."""

from __future__ import annotations

import datetime

WRITTEN = "%d.%m.%Y kl. %H.%M"


def now() -> str:
    """The time of day in the house, as Danes write it."""
    return datetime.datetime.now().strftime(WRITTEN)


def instant(made: str) -> datetime.datetime:
    """The time that is written so.

    >>> instant("29.11.2026 kl. 16.05")
    datetime.datetime(2026, 11, 29, 16, 5)
    """
    return datetime.datetime.strptime(made, WRITTEN)


def moment(days: float, start: datetime.datetime) -> float | datetime.date | datetime.time:
    """A date, a date with a time, or a time of day; a number that is none of them stays a number.

    >>> moment(46053.5, datetime.datetime(1899, 12, 30))
    datetime.datetime(2026, 1, 31, 12, 0)
    """
    try:
        at = start + datetime.timedelta(milliseconds=round(days * 86_400_000))  # a double holds no more
    except OverflowError:
        return days
    if days == int(days) and days >= 1:
        return at.date()
    return at.time() if 0 <= days < 1 else at
