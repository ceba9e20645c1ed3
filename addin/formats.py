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
_LEAD = re.compile(r"\d[.,]?$")
_MINUS = re.compile(r"\s*(?:kr\.?)?\s*[-\u2212(]\s*(?:kr\.?)?\s*", re.IGNORECASE)  # and nothing else
_TRAILING = ("-", "\u2212")


class Shown(NamedTuple):
    """How a number is shown: divided by `scale`, times 100 where `percent`, with `text` beside it; or `instead` of it
    stands a text, or nothing. `lead` and `more` are digits of the format's own that the number seems to begin and go
    on with, and `minus` a sign of its own, also brackets."""

    scale: int = 1
    percent: bool = False
    text: str = ""
    digits: bool = True
    more: str = ""
    lead: str = ""
    minus: bool = False
    instead: str = ""


def is_telling(code: str) -> bool:
    """Whether a number format shows anything but the number itself, with more or fewer decimals. How 0 is shown, and
    text, says nothing.

    >>> [is_telling(code) for code in ("General", "#,##0.00", "#,##0,", "0%", '0" tkr."', ";;;", "@")]
    [False, False, True, True, True, True, False]
    >>> is_telling("0;-0"), is_telling("0;(0)"), is_telling("-0")
    (False, False, True)
    """
    parts = sections(code)
    worth = parts if any(map(_CONDITION.search, parts)) else parts[:2]
    seen = [section_shown(section) for section in worth]
    return bool(code) and any(each._replace(minus=at == 0 and each.minus) != Shown() for at, each in enumerate(seen))


def shown(code: str, number: float = 1.0) -> Shown:
    """What a number format shows of a number.

    >>> shown("#,##0,").scale, shown('0.0,, "mio. kr."').text, shown('0"%"').text, shown(";;;").digits
    (1000, 'mio. kr.', '%', False)
    >>> shown('#,##0".000"').more, shown('0" m2"').more, shown('"1"00').lead, shown("(0)").minus
    ('.000', '', '1', True)
    >>> shown('[<3]"<3";0', 2.0).instead, shown('[<3]"<3";0', 4.0).instead
    ('<3', '')
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
    scale, percent, digits, before, after = 1, False, False, "", ""
    for token in _TOKEN.finditer(section):
        said = ""
        if token["digits"]:
            digits = True
            scale *= THOUSAND ** len(token["commas"])
        elif token["percent"]:
            percent = True
        elif token["bracket"] is not None:
            currency = re.match(r"\$([^-]*)", token["bracket"])
            said = currency[1] if currency else ""
        else:
            said = token["text"] or token["sign"] or token["other"] or ""
        before, after = (before, after + said) if digits else (before + said, after)
    general = None if digits else _GENERAL.search(before)
    if general:
        before, after = before[:general.start()], before[general.end():]
    text = (before + after).strip(" -+()")
    if not (digits or general):
        return Shown(scale, percent, text, False, instead=before.strip())
    minus = bool(_MINUS.fullmatch(before)) or after.strip() in _TRAILING
    return Shown(scale, percent, text, True, after if _MORE.match(after) else "",
                 before.strip() if _LEAD.search(before) else "", minus)
