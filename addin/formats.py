"""What a number format makes of the number in a cell: scaled by thousands, with a unit or % beside it, or not shown.

A format never sets an amount. It may raise a question, where what is seen on the screen is another amount than what
stands in the cell, and it may confirm an answer.
"""

from __future__ import annotations

import operator
import re
from typing import NamedTuple

THOUSAND = 1_000
# What in a section stands for itself (text, a sign), for a colour or a locale, for digits, and for thousands left out.
_TOKEN = re.compile(r'"(?P<text>[^"]*)"?|[_*].?|\\(?P<sign>.?)|\[(?P<bracket>[^\]]*)\]?|'
                    r"(?P<digits>[#0?](?:[#0?,. ]*[#0?])?)(?P<commas>,*)|(?P<percent>%)|(?P<other>.)", re.DOTALL)
_SECTION = re.compile(r'(?:"[^"]*"?|\\.|[^;"\\])*', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|=|<|>)\s*(-?[0-9.]+)\]")
_CONDITIONS = {"<=": operator.le, ">=": operator.ge, "<>": operator.ne, "=": operator.eq, "<": operator.lt,
               ">": operator.gt}
_GENERAL = re.compile("General|@", re.IGNORECASE)
_MORE = re.compile(r"[.,]?\d")


class Shown(NamedTuple):
    """How a number is shown: divided by `scale`, times 100 where `percent`, with `text` beside it; or not at all.
    `more` are digits of the format's own that the number seems to go on with."""

    scale: int = 1
    percent: bool = False
    text: str = ""
    digits: bool = True
    more: str = ""


def is_telling(code: str) -> bool:
    """Whether a number format shows anything but the number itself, with more or fewer decimals. How 0 is shown, and
    text, says nothing.

    >>> [is_telling(code) for code in ("General", "#,##0.00", "#,##0,", "0%", '0" tkr."', ";;;", "@")]
    [False, False, True, True, True, True, False]
    """
    parts = sections(code)
    worth = parts if any(map(_CONDITION.search, parts)) else parts[:2]
    return bool(code) and any(section_shown(section) != Shown() for section in worth)


def shown(code: str, number: float = 1.0) -> Shown:
    """What a number format shows of a number.

    >>> shown("#,##0,").scale, shown('0.0,, "mio. kr."').text, shown('0"%"'), shown(";;;").digits
    (1000, 'mio. kr.', Shown(scale=1, percent=False, text='%', digits=True, more=''), False)
    >>> shown('#,##0".000"').more, shown('0" m2"').more
    ('.000', '')
    >>> shown("[>=1000]#,##0,;0", 12_000).scale, shown("[>=1000]#,##0,;0", 12).scale
    (1000, 1)
    """
    return section_shown(section_of(sections(code), number))


def sections(code: str) -> list[str]:
    """The parts of a format: for positive numbers, negative ones and 0, or as each says itself."""
    found, at = [], 0
    while part := _SECTION.match(code, at):
        found.append(part[0])
        if part.end() == len(code):
            break
        at = part.end() + 1
    return found


def section_of(parts: list[str], number: float) -> str:
    for part in parts:
        condition = _CONDITION.search(part)
        if condition and _CONDITIONS[condition[1]](number, float(condition[2])):
            return part
    if _CONDITION.search(parts[0]):
        return parts[1] if len(parts) > 1 else "General"
    at = 1 if number < 0 else 2 if number == 0 else 0
    return parts[at] if at < min(len(parts), 3) else parts[0]


def section_shown(section: str) -> Shown:
    scale, percent, digits, text, after = 1, False, False, "", ""
    for token in _TOKEN.finditer(section):
        if token["digits"]:
            digits = True
            scale *= THOUSAND ** len(token["commas"])
        elif token["percent"]:
            percent = True
        elif token["bracket"] is not None:
            currency = re.match(r"\$([^-]*)", token["bracket"])
            text += currency[1] if currency else ""
        else:
            said = token["text"] or token["sign"] or token["other"] or ""
            text += said
            after += said if digits else ""
    general = _GENERAL.search(text)
    return Shown(scale, percent, _GENERAL.sub("", text).strip(" -+()"), digits or general is not None,
                 after if _MORE.match(after) else "")
