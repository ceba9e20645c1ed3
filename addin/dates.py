"""Dates as Danes write them, and as spreadsheets number them."""

from __future__ import annotations

import datetime
import re

MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
          "december")
DAY_0, FIRST, LAST = datetime.date(1899, 12, 30), 20_000, 80_000  # a spreadsheet's numbers of days: 1954 to 2119
_BEFORE = r"(?:pr\.?|den|d\.)?\s*"
_FIGURES = re.compile(_BEFORE + r"(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?|\s)(\d{4})")
_WORDS = re.compile(_BEFORE + r"(\d{1,2})\.?\s?([a-zæøå]{3,9})\.?\s(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def date_in_text(text: str) -> datetime.date | None:
    """The day a text names in full; None where it names none, or none that is.

    >>> date_in_text("1. august 2026"), date_in_text("pr. 01-08-2026")
    (datetime.date(2026, 8, 1), datetime.date(2026, 8, 1))
    >>> date_in_text("august 2026"), date_in_text("31.2.2026"), date_in_text("1.8.26")
    (None, None, None)
    """
    body = " ".join(text.replace("\u00a0", " ").casefold().split())
    figures, words, iso = _FIGURES.fullmatch(body), _WORDS.fullmatch(body), _ISO.fullmatch(body)
    if iso:
        return _day(*map(int, iso.groups()))
    if figures:
        day, month, year = map(int, figures.groups())
        return _day(year, month, day)
    named = [number for number, name in enumerate(MONTHS, 1) if words and name.startswith(words[2])]
    return _day(int(words[3]), named[0], int(words[1])) if words and len(named) == 1 else None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return None
    return found if FIRST <= numbered(found) <= LAST else None


def of_number(number: float) -> datetime.date | None:
    """The day a spreadsheet means by a number; None where it is not likely to mean one."""
    return DAY_0 + datetime.timedelta(days=int(number)) if FIRST <= number <= LAST else None


def numbered(day: datetime.date) -> int:
    """A day as the number a spreadsheet has for it.

    >>> numbered(datetime.date(2026, 3, 12))
    46093
    """
    return (datetime.date(day.year, day.month, day.day) - DAY_0).days


def in_words(day: datetime.date) -> str:
    """A day in a sentence.

    >>> in_words(datetime.date(2026, 8, 1))
    '1. august 2026'
    """
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def in_figures(day: datetime.date) -> str:
    """A day in a table: 01.08.2026."""
    return f"{day:%d.%m.%Y}"
