"""Formulas that are written once for several cells: what is filled down, and arrays. Each cell has its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Union

from addin.hosts.files.reading.found import MAX_COLUMNS, MAX_ROWS, Box, Found, box_of
from addin.workbook import NO_VALUE, Place, column_letters, column_number

# What stands for itself: a text, a sheet's name, a column of a table. Else a cell, and no name and no function.
_TOKEN = re.compile(r"""("[^"]*"|'(?:[^']|'')*'|\[[^\]]*\])"""
                    r"|(?<![\w.$\\])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![\w.(!\[])", re.IGNORECASE)
_WHOLE = re.compile(r"(?<![\w.$])\$?(?:[A-Z]{1,3}|[0-9]{1,7}):\$?(?:[A-Z]{1,3}|[0-9]{1,7})(?![\w.(!])", re.IGNORECASE)


class Reference(NamedTuple):
    """A cell in a formula; what has a dollar sign stays where it is."""

    letters: str
    row: int
    column_stays: bool
    row_stays: bool

    def moved(self, down: int, right: int) -> str:
        """Its address so much further on; raises ValueError where that is beyond the sheet's edge."""
        row, letters = self.row + (0 if self.row_stays else down), self.letters
        if right and not self.column_stays:
            column = column_number(letters) + right
            if not 0 <= column < MAX_COLUMNS:
                raise ValueError(letters)
            letters = column_letters(column)
        if not 0 <= row < MAX_ROWS:
            raise ValueError(letters)
        return f"{'$' if self.column_stays else ''}{letters}{'$' if self.row_stays else ''}{row + 1}"


Formula = Sequence[Union[str, Reference]]
ARRAYS = ("array", "dataTable")


class Formulas:
    """The formulas of one sheet that are of several cells: those that are shared by their number, each with the cell it
    is written in, and the boxes of those that give a value to each cell of a box."""

    def __init__(self) -> None:
        self.written: dict[str, tuple[Place, Formula]] = {}
        self.boxes: list[tuple[Box, str]] = []
        self.blanks: set[Place] = set()  # cells that say that they hold an empty text

    def text(self, place: Place, attributes: Mapping[str, str], own: str) -> str:
        """The formula of a cell; `own` is what is written in it, which only the first of those that share it has. ""
        where it cannot be known."""
        kind = attributes.get("t", "")
        if kind in ARRAYS and (box := box_of(attributes.get("ref", ""))):
            self.boxes.append((box, own))
        if kind != "shared":
            return own
        number = attributes.get("si", "")
        if own:
            self.written[number] = place, parted(own)
            return own
        first, formula = self.written.get(number, (place, ()))
        return moved(formula, place[0] - first[0], place[1] - first[1])

    def spread(self, found: Found) -> None:
        """Every cell of a box has its formula; one without a value nobody has computed."""
        for (top, left, bottom, right), text in self.boxes:
            for row in range(top, min(bottom + 1, len(found.rows))):
                line = found.rows[row]
                for column in range(left, min(right + 1, len(line))):
                    if (row, column) not in found.formulas:
                        found.formulas[row, column] = f"={text}"
                        if line[column] == "" and (row, column) not in self.blanks:
                            line[column] = NO_VALUE


def parted(text: str) -> Formula:
    """A formula as its cells and what stands between them; nothing where it has whole rows or columns."""
    if _WHOLE.search(text):
        return ()
    found: list[str | Reference] = []
    end = 0
    for token in _TOKEN.finditer(text):
        own, column_stays, letters, row_stays, number = token.groups()
        if own is None:
            reference = Reference(letters, int(number) - 1, bool(column_stays), bool(row_stays))
            found += [text[end:token.start()], reference]
            end = token.end()
    return [*found, text[end:]]


def moved(formula: Formula, down: int, right: int) -> str:
    """A formula as it is so many cells further down and to the right; "" where it leaves the sheet.

    >>> moved(parted('SUM(B5:B$9)*$C5&"A1"'), 2, 1), moved(parted("A1*2"), -1, 0), moved(parted("LOG10(Q1!A1)"), 1, 0)
    ('SUM(C7:C$9)*$C7&"A1"', '', 'LOG10(Q1!A2)')
    """
    try:
        return "".join(part if isinstance(part, str) else part.moved(down, right) for part in formula)
    except ValueError:
        return ""
