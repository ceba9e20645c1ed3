"""Addresses of cells: counted from 0 here, and told as users and formulas have them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The inverse of column_letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def a1(row: int, column: int, absolute: bool = False) -> str:
    """The address of a cell: (0, 0) is A1, absolute $A$1."""
    dollar = "$" if absolute else ""
    return f"{dollar}{column_letters(column)}{dollar}{row + 1}"


@lru_cache(maxsize=1024)
def quoted(sheet: str) -> str:
    """A sheet's name as a formula has it: always in quotes, so no rule of when they are needed can be wrong."""
    return "'" + sheet.replace("'", "''") + "'"


def unquoted(sheet: str) -> str:
    """A sheet's name from what a formula has before the exclamation mark.

    >>> unquoted("'Lars'' ark'"), unquoted("Ark")
    ("Lars' ark", 'Ark')
    """
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet


class Area(NamedTuple):
    """A rectangle of cells on one sheet."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def single(self) -> bool:
        return self.row == self.last_row and self.column == self.last_column

    def formula(self) -> str:
        """The absolute reference, as a defined name or a formula has it."""
        first = f"{quoted(self.sheet)}!{a1(self.row, self.column, absolute=True)}"
        return first if self.single else f"{first}:{a1(self.last_row, self.last_column, absolute=True)}"

    def __str__(self) -> str:
        first, last = a1(self.row, self.column), a1(self.last_row, self.last_column)
        return f"{self.sheet}!{first}" + ("" if self.single else f":{last}")


_REFERENCE = re.compile(
    r"^=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!\[\]]+))!"
    r"\$?(?P<c1>[A-Za-z]{1,3})\$?(?P<r1>\d+)(?::\$?(?P<c2>[A-Za-z]{1,3})\$?(?P<r2>\d+))?$"
)


def area(reference: str) -> Area | None:
    """The area a reference such as 'Ark 1'!$B$2:$B$9 points at; None for anything else (#REF!, a constant)."""
    found = _REFERENCE.match(reference.strip())
    if not found:
        return None
    sheet = (found["quoted"] or found["plain"]).replace("''", "'")
    rows = sorted((int(found["r1"]) - 1, int(found["r2"] or found["r1"]) - 1))
    columns = sorted((column_number(found["c1"]), column_number(found["c2"] or found["c1"])))
    return Area(sheet, rows[0], columns[0], rows[1], columns[1])
