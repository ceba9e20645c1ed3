"""Formulas that may stay formulas in the copy: of plain functions, over cells that are all in it, and without text."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from addin.addresses import column_number

FUNCTIONS = ("SUM", "AVERAGE", "MIN", "MAX", "ROUND", "ROUNDUP", "ROUNDDOWN", "IF", "IFERROR", "AND", "OR", "NOT",
             "COUNT", "COUNTA", "ABS", "INT", "SUMPRODUCT", "SUBTOTAL", "MEDIAN", "SUMIF", "COUNTIF", "RANK", "N")
MOST_DIGITS = 6  # of a number in a formula: longer ones may be somebody's
_REFERENCE = re.compile(r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^\W\d][\w.]*))!)?"
                        r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[0-9]{1,7})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[0-9]{1,7}))?"
                        r"(?![\w(!.])")
_REST = re.compile(rf"(?:(?:{'|'.join(FUNCTIONS)})\(|[0-9]{{1,{MOST_DIGITS}}}(?:\.[0-9]{{1,{MOST_DIGITS}}})?(?![0-9.])"
                   r"|[-+*/^&=<>(),%\s])*")


class Cells(NamedTuple):
    """The cells of a user's sheet that are in the copy: its columns, from 0, without the rows."""

    columns: Collection[int]
    without_rows: Collection[int]


def may_stay(formula: str, sheet: str, there: dict[str, Cells]) -> bool:
    """Whether all a formula says is plain; `there` are the sheets of the copy, by their name in small letters.

    >>> there = {"ark": Cells({0, 1}, {4})}
    >>> [may_stay(text, "Ark", there) for text in ("=SUM(A1:B4)", "=SUM(A1:B9)", "=C1", "=A1&A2", '="x"', "=Andet!A1")]
    [True, False, False, True, False, False]
    """
    text = formula.removeprefix("=")
    for found in _REFERENCE.finditer(text):
        name = (found["quoted"] or found["sheet"] or sheet).replace("''", "'").casefold()
        if name not in there or not is_within(found, there[name]):
            return False
    return _REST.fullmatch(_REFERENCE.sub("", text)) is not None


def is_within(found: re.Match[str], cells: Cells) -> bool:
    left, top = column_number(found["left"]), int(found["top"]) - 1
    right = column_number(found["right"]) if found["right"] else left
    bottom = int(found["bottom"]) - 1 if found["bottom"] else top
    columns = set(range(min(left, right), max(left, right) + 1))
    rows = [row for row in cells.without_rows if min(top, bottom) <= row <= max(top, bottom)]
    return columns <= set(cells.columns) and not rows
