"""What the text in a cell is: a number, a date, a text, as calamine has it."""

from __future__ import annotations

import datetime
import re

DATE, SPAN = "date", "span"
BLANKS = " \t\r\n"
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[+-]?(?:inf|infinity|nan)", re.IGNORECASE)
_ISO = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})?"
                  r"(?:(?:^|T)(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?))?")
_HALF, _OTHER, _HEX = "[dD][89abAB][0-9a-fA-F]{2}", "[dD][c-fC-F][0-9a-fA-F]{2}", "[0-9a-fA-F]{4}"
_ESCAPE = re.compile(f"_x(?P<half>{_HALF})__x(?P<other>{_OTHER})_|_x(?P<one>{_HEX})_")
_WOULD_BE_ONE = re.compile(f"_(?=x{_HEX}_)")
_DAY = 86_400_000  # milliseconds
_FIRST_DAY, _LEAP_DAY = datetime.datetime(1899, 12, 30), 60  # Excel's 1900 has a 29th of February, its day 60
_FROM_1904 = 1462  # days between the two beginnings of time


def number(text: str) -> float | None:
    """The number a text is, None where it is none.

    >>> number("1.5E3"), number(" 7 "), number("1_0"), number("0x1")
    (1500.0, 7.0, None, None)
    """
    bare = text.strip(BLANKS)
    return float(bare) if _NUMBER.fullmatch(bare) or _NO_NUMBER.fullmatch(bare) else None


def unescaped(text: str) -> str:
    """A text with the characters Excel writes as _x000D_; half a character is left as it is written.

    >>> unescaped("a_x000A_b"), unescaped("Ark_x005F_x0020_1"), unescaped("_xD83D__xDE00_ _xD83D_")
    ('a\\nb', 'Ark_x0020_1', '😀 _xD83D_')
    """
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def escaped(text: str) -> str:
    """The inverse, of what would else be taken for such a character.

    >>> escaped("Ark_x0020_1"), escaped("a_x")
    ('Ark_x005F_x0020_1', 'a_x')
    """
    return _WOULD_BE_ONE.sub("_x005F_", text)


def _character(found: re.Match[str]) -> str:
    if found["half"]:
        return (bytes.fromhex(found["half"] + found["other"])).decode("utf-16-be")
    number = int(found["one"], 16)
    return found[0] if 0xD800 <= number < 0xE000 else chr(number)


def trimmed(text: str) -> str:
    """A text that does not say xml:space="preserve" has no blanks around it."""
    return unescaped(text.strip(BLANKS))


def moment(value: float, kind: str, date1904: bool) -> float | str | datetime.date | datetime.time | datetime.timedelta:
    """The date, the time of day or the span of time a number is shown as; the number where the calendar has none."""
    try:
        if kind == SPAN:
            return datetime.timedelta(milliseconds=_rounded(value * _DAY))
        days = value + _FROM_1904 if date1904 else value
        at = _FIRST_DAY + datetime.timedelta(milliseconds=_rounded((days if days >= _LEAP_DAY else days + 1) * _DAY))
    except (OverflowError, ValueError):
        return value
    if value < 1:
        return at.time()
    return at.date() if value == int(value) else at


def _rounded(value: float) -> int:
    """Half away from zero."""
    whole = int(value)
    return whole + (abs(value - whole) >= 0.5) * (1 if value > 0 else -1)


def iso(text: str) -> float | str | datetime.date | datetime.time | datetime.timedelta:
    """The date or time in a cell of the type for them. By a pattern: what `fromisoformat` takes differs by version.

    >>> iso("2027-01-31"), iso("31.1.2027")
    (datetime.date(2027, 1, 31), '31.1.2027')
    """
    found = _ISO.fullmatch(text)
    day, time = (found["day"], found["time"]) if found else (None, None)
    if time and "." in time:
        time = (time + "000000")[:15]
    try:
        if day and time:
            return datetime.datetime.fromisoformat(f"{day}T{time}")
        if day:
            return datetime.date.fromisoformat(day)
        return datetime.time.fromisoformat(time) if time else text
    except ValueError:
        return text
