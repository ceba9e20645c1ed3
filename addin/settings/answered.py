"""What an answer that is written freely must be: said when it is given, before anything is read with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from addin.danish import TwoWays, number_in_text
from addin.workbook import area
from udfs.errors import tal

_NAME = re.compile(r"[^\W\d][\w.]*")  # as a spreadsheet lets a user call cells
NO_NUMBER = "Svaret er ikke et tal."
TWO_WAYS = "Skriv 1234 eller 1,234: 1.234 kan læses på to måder."


def number(least: float, whole: bool, wanted: str, under: float = math.inf) -> Callable[[str], str]:
    """A number of at least so much, and under so much; perhaps a whole one.

    >>> complain = number(1, True, "Skriv et helt tal på mindst 1.")
    >>> complain("3"), complain("0"), complain("tre")
    ('', 'Skriv et helt tal på mindst 1.', 'Svaret er ikke et tal.')
    """
    def check(answer: str) -> str:
        read = number_in_text(answer)
        if isinstance(read, TwoWays):
            return TWO_WAYS
        if read is None:
            return NO_NUMBER
        return wanted if read < least or read >= under or (whole and read != int(read)) else ""

    return check


MINDST = number(1, True, "Skriv et helt tal på mindst 1.")
_BELOEB = number(0, False, "Skriv et beløb uden minus.")


def hidden_count(under: float) -> Callable[[str], str]:
    """What stands for counts that are hidden because they are under so much."""
    return number(0, False, f"Skriv et tal på mindst 0 og under {tal(under)}: de er skjult, fordi de er mindre.", under)


def amount_or_cell(answer: str) -> str:
    """An amount, the address of a cell, or a name; a name is looked up when it is used.

    >>> amount_or_cell("6.400.000"), amount_or_cell("Pulje!B1"), amount_or_cell("Puljen.2027_ny")
    ('', '', '')
    >>> amount_or_cell("6.400 kr i alt")
    'Svaret er hverken et beløb, en celle eller et navn.'
    """
    place = area(answer)
    if place is not None:
        return "" if place.single else "Peg på én celle."
    read = number_in_text(answer)
    if read is None:
        return "" if _NAME.fullmatch(answer.strip()) else "Svaret er hverken et beløb, en celle eller et navn."
    return _BELOEB(answer)
