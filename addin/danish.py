"""What a user types on a command line or in answer to a question, read as Danes write it."""

from __future__ import annotations

import re

from addin.workbook import Refusal

_NUMBER = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")
_TWO_WAYS = re.compile(r"-?\d{1,3}\.\d{3}")


def read_number(text: str, what: str) -> float:
    """The number in "6.400.000", "6400000", "0,08", "8 %" or "14.000 kr."; what can be read in two ways is refused.

    >>> read_number("6.400.000 kr.", "pulje"), read_number("8 %", "tærskel")
    (6400000.0, 0.08)
    """
    body = text.replace("\u00a0", " ").strip()
    amount = re.sub(r"\s*kr\.?$", "", body, flags=re.IGNORECASE)
    figures = amount.rstrip("% ")
    if _TWO_WAYS.fullmatch(figures) and amount == body:
        whole, decimal = figures.replace(".", ""), figures.replace(".", ",")
        raise Refusal(f'{what}: "{text}" kan læses på to måder. Skriv {whole} eller {decimal}.')
    if not _NUMBER.fullmatch(figures):
        raise Refusal(f'{what}: "{text}" er ikke et tal. Skriv fx 6400000 eller 0,08 eller 8 %.')
    value = float(figures.replace(".", "").replace(",", "."))
    return value / 100 if amount.endswith("%") else value


def listed(items: list[str], most: int = 5) -> str:
    """The first few of a list, and how many more there are.

    >>> listed(["a", "b", "c"], 2)
    'a, b og 1 til'
    """
    more = len(items) - most
    return ", ".join(items[:most]) + (f" og {more} til" if more > 0 else "")
