"""What a user types on a command line or in answer to a question, read as Danes write it."""

from __future__ import annotations

import re
from typing import NamedTuple

from addin.workbook import Refusal
from udfs.errors import tal

_NUMBER = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")
EXACT = 6  # decimals of a share in percent as it was written; what is further out is noise
LONGEST_NUMBER = 255  # letters of a number written as text, with its unit
_PERCENT = re.compile(r"\s*(?:%|pct\.?|procent)$", re.IGNORECASE)
_PART = re.compile(r"=?(\d+)/([1-9]\d*)")
_TWO_WAYS = re.compile(r"-?\d{1,3}\.\d{3}")


def read_number(text: str, what: str) -> float:
    """The number in "6.400.000", "0,08", "8 %", "=5/12" or "14.000 kr."; what can be read in two ways is refused.

    >>> read_number("6.400.000 kr.", "pulje"), read_number("8 pct.", "tærskel"), read_number("=1/4", "andel")
    (6400000.0, 0.08, 0.25)
    """
    body = text.replace("\u00a0", " ").strip()
    amount = re.sub(r"\s*kr\.?$", "", body, flags=re.IGNORECASE)
    figures = _PERCENT.sub("", amount)
    part = _PART.fullmatch(body)
    if part:
        return int(part[1]) / int(part[2])
    if _TWO_WAYS.fullmatch(figures) and amount == body:
        whole, decimal = figures.replace(".", ""), figures.replace(".", ",")
        raise Refusal(f'{what}: "{text}" kan læses på to måder. Skriv {whole} eller {decimal}.')
    if not _NUMBER.fullmatch(figures):
        raise Refusal(f'{what}: "{text}" er ikke et tal. Skriv fx 6400000 eller 0,08 eller 8 %.')
    value = float(figures.replace(".", "").replace(",", "."))
    return value / 100 if figures != amount else value


class TwoWays(NamedTuple):
    """A text such as "1.234": a thousand and more, or one and a little."""

    tusind: float
    decimal: float


# Signs without a look of their own, as copied from web pages: zero width, direction of writing, soft hyphen.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_IN_CELL = re.compile(r"-?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?")  # 0.500 is no thousand, and not Danish
_COMMA_TWO_WAYS = re.compile(r"-?[1-9]\d{0,2},\d{3}")


def number_in_text(text: str) -> float | TwoWays | None:
    """The number a cell holds as text, in a form Danes write and only they; None where it is no such number.

    >>> number_in_text("1.234,5"), number_in_text("4,2 %"), number_in_text("kr. 12.000"), number_in_text("n/a")
    (1234.5, 0.042, 12000.0, None)
    >>> number_in_text("8 pct."), number_in_text("8 procent")
    (0.08, 0.08)
    >>> number_in_text("1.234")
    TwoWays(tusind=1234.0, decimal=1.234)
    """
    if len(text.strip()) > LONGEST_NUMBER:
        return None
    body = _INVISIBLE.sub("", text).replace("\u00a0", " ").strip()
    amount = re.sub(r"^kr\.?\s*|\s*kr\.?$|,-$", "", body, flags=re.IGNORECASE)
    figures = _PERCENT.sub("", amount)
    share = 100 if figures != amount else 1
    if not _IN_CELL.fullmatch(figures) or _COMMA_TWO_WAYS.fullmatch(figures):
        return None
    value = float(figures.replace(".", "").replace(",", ".")) / share
    if _TWO_WAYS.fullmatch(figures) and amount == body:
        return TwoWays(value, float(figures) / share)
    return value


def invisible(text: str) -> str:
    """What is said of the invisible signs in a text, "" where there are none.

    >>> invisible("\u202d7"), invisible("7")
    (' (med et usynligt tegn: U+202D)', '')
    """
    found = [f"U+{ord(sign):04X}" for sign in dict.fromkeys(_INVISIBLE.findall(text))]
    if not found:
        return ""
    return f" (med {'et usynligt tegn' if len(found) == 1 else 'usynlige tegn'}: {', '.join(found)})"


def visible(text: str) -> str:
    """A text without signs that cannot be seen."""
    return _INVISIBLE.sub("", text)


def sentence(text: str) -> str:
    """A reason as a sentence of its own.

    >>> sentence("puljen er for lille"), sentence("Se kolonne D (eller E)")
    ('Puljen er for lille.', 'Se kolonne D (eller E)')
    """
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ")")) else ".")


def ended(text: str) -> str:
    """A sentence that ends in a user's own words, with one full stop.

    >>> ended("Ikke brugt: CPR-nr."), ended("Ikke brugt: Køn")
    ('Ikke brugt: CPR-nr.', 'Ikke brugt: Køn.')
    """
    return text if text.endswith((".", "?", "!")) else text + "."


def listed(items: list[str], most: int = 5) -> str:
    """The first few of a list, and how many more there are.

    >>> listed(["a", "b", "c"], 2)
    'a, b og 1 til'
    """
    more = len(items) - most
    return ", ".join(items[:most]) + (f" og {more} til" if more > 0 else "")


def percent(share: float, decimals: int = 2) -> str:
    """A share as it is said.

    >>> percent(0.975), percent(0.0212345), percent(0.0212345, EXACT)
    ('97,5 %', '2,12 %', '2,12345 %')
    """
    return f"{tal(round(100 * share, decimals))} %"
