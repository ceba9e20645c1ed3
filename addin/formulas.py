"""What Excel takes of a formula: one beyond these limits is taken out of the workbook on opening it, without a word.

Microsoft, "Excel specifications and limits": 8,192 characters, 255 arguments, 64 levels; a text in a formula 255.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a workbook checks its formulas here
    from addin.workbook import SheetPlan

MOST = LONGEST, MOST_ARGUMENTS, DEEPEST, LONGEST_TEXT = 8192, 255, 64, 255
PIECE = 200  # of a longer text in a formula
_CONTROL = re.compile(r"[\x00-\x1f]")
# a text, the name of a sheet in quotes, or what counts of the rest
_PART = re.compile(r'"(?P<text>(?:[^"]|"")*)"|\'(?:[^\']|\'\')*\'|(?P<sign>[(),{}])')


def check(formula: str) -> None:
    """Raises ValueError for a formula that Excel would not take: that is a bug of ours.

    >>> check('=IF(A1="",1,2)')
    >>> check("=" + "+".join(["A1"] * 4000))
    Traceback (most recent call last):
    ValueError: a formula of 12000 characters: =A1+A1+A1+A1+A1
    """
    if _CONTROL.search(formula):
        raise ValueError(f"a formula with a sign that has no place in one: {formula[:15]!r}")
    if is_short(formula):
        return
    of_what = ("characters", "arguments in a call", "levels", "characters in a text")
    for much, most, what in zip(measured(formula), MOST, of_what):
        if much > most:
            raise ValueError(f"a formula of {much} {what}: {formula[:15]}")


def is_short(formula: str) -> bool:
    """Whether it is plainly within all of them: most are, and counting is quicker than taking it apart."""
    much = units(formula)
    return much <= DEEPEST or (
        much <= LONGEST and formula.count(",") < MOST_ARGUMENTS and formula.count("(") <= DEEPEST
        and (much <= LONGEST_TEXT or max(map(units, formula.split('"'))) <= LONGEST_TEXT))


def check_sheets(sheets: Iterable[SheetPlan]) -> None:
    """The same of every formula of our sheets."""
    for sheet in sheets:
        texts = [getattr(cell.value, "text", "") for cell in sheet.cells]
        for text in (*texts, *(block.formula or "" for block in sheet.blocks)):
            if text:
                check(text)


def measured(formula: str) -> tuple[int, int, int, int]:
    """Its characters, the most arguments of a call, how deep calls lie in each other, and its longest text.

    >>> measured("=SUM(A1,MAX(1,2,3))+LEN('a,b'!A1)")
    (33, 3, 2, 0)
    >>> measured('="a""b"&SUM({1,2,3,4})')
    (22, 1, 1, 3)
    """
    open_calls: list[int] = []  # arguments so far, of each call that is not closed; 0 of an array
    most = deepest = longest = 0
    for part in _PART.finditer(formula):
        sign = part["sign"]
        if part["text"] is not None:
            longest = max(longest, units(part["text"].replace('""', '"')))
        elif sign in ("(", "{"):
            open_calls.append(int(sign == "("))
            deepest = max(deepest, sum(map(bool, open_calls)))
        elif sign in (")", "}"):
            most = max(most, open_calls.pop())
        elif sign and open_calls and open_calls[-1]:
            open_calls[-1] += 1
    return units(formula), most, deepest, longest


def units(text: str) -> int:
    """How long a text is to Excel, which counts most emoji as two signs.

    >>> units("sol"), units("\N{SUN WITH FACE}")
    (3, 2)
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, most: int) -> str:
    """As much of the beginning of a text as is no longer than that to Excel.

    >>> shortened("solen", 3), shortened("a\N{SUN WITH FACE}", 2)
    ('sol', 'a')
    """
    text = text[:most]
    while units(text) > most:
        text = text[:-1]
    return text


def in_quotes(text: str) -> str:
    """A text as a formula has it, in pieces that Excel takes.

    >>> in_quotes('a"b'), in_quotes("")
    ('"a""b"', '""')
    """
    many = PIECE if units(text) == len(text) else PIECE // 2
    pieces = [text[at:at + many].replace('"', '""') for at in range(0, len(text), many)] or [""]
    return "&".join(f'"{piece}"' for piece in pieces)


def cut(terms: Sequence[str], longest: int) -> list[slice]:
    """The terms of a sum in as few parts as have room for `longest` characters each.

    >>> cut(["a+b", "c", "d"], 5), cut(["a"], 5), cut([], 5)
    ([slice(0, 2, None), slice(2, 3, None)], [slice(0, 1, None)], [])
    """
    found: list[slice] = []
    start = length = 0
    for number, term in enumerate(terms):
        if number > start and length + 1 + len(term) > longest:
            found.append(slice(start, number))
            start, length = number, 0
        length += len(term) + (number > start)
    return [*found, slice(start, len(terms))] if terms else []
