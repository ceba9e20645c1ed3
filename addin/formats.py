"""What a number format makes of the number in a cell: scaled by thousands, with a unit or % beside it, or not shown.

A format never sets an amount. It may raise a question, where what is seen on the screen is another amount than what
stands in the cell, and it may confirm an answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r'"(?P<text>[^"]*)"?|[_*].?|\\(?P<sign>.?)|\[(?P<bracket>[^\]]*)\]?|(?P<end>;)|(?P<digits>[#0?]'
                    r'(?:[#0?,. ]*[#0?])?)(?P<commas>,*)|(?P<percent>%)|(?P<other>.)', re.DOTALL)
THOUSAND = 1_000


class Shown(NamedTuple):
    """How a positive number is shown: divided by `scale`, times 100 where `percent`, with `text` beside it."""

    scale: int = 1
    percent: bool = False
    text: str = ""
    digits: bool = True  # whether the number is shown at all


def is_telling(code: str) -> bool:
    """Whether a number format shows anything but the number itself, with more or fewer decimals.

    >>> [is_telling(code) for code in ("General", "#,##0.00", "#,##0,", "0%", '0" tkr."', ";;;", "@")]
    [False, False, True, True, True, True, False]
    """
    return bool(code) and shown(code) != Shown()


def shown(code: str) -> Shown:
    """What the first section of a number format, the one for positive numbers, shows.

    >>> shown("#,##0,"), shown('0.0,, "mio. kr."'), shown('0"%"'), shown(";;;")
    (Shown(scale=1000, percent=False, text='', digits=True), Shown(scale=1000000, percent=False, text='mio. kr.', \
digits=True), Shown(scale=1, percent=False, text='%', digits=True), Shown(scale=1, percent=False, text='', \
digits=False))
    """
    scale, percent, digits, text = 1, False, False, ""
    for token in _TOKEN.finditer(code):
        if token["end"]:
            break
        if token["digits"]:
            digits = True
            scale *= THOUSAND ** len(token["commas"])
        elif token["percent"]:
            percent = True
        elif token["bracket"] is not None:
            currency = re.match(r"\$([^-]*)", token["bracket"])
            text += currency[1] if currency else ""
        else:
            text += token["text"] or token["sign"] or token["other"] or ""
    general = re.search(r"General|@", text, re.IGNORECASE)
    return Shown(scale, percent, re.sub(r"General|@", "", text, flags=re.IGNORECASE).strip(),
                 digits or bool(general))
