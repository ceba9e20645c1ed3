"""What the page has read of the open workbook, as a Snapshot. The page reads twice: the outline first (sheets, names,
how far out each sheet goes), then the cells of the sheets that are wanted."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from addin.clock import moment
from addin.hosts.excel.snapshot import our_sheets
from addin.workbook import BadCell, Name, Refusal, Sheet, Snapshot, a1
from udfs.values import is_error
from workbook_templates import fordel_tjek, opsaetning

MAX_CELLS = 5_000_000  # one stray cell far out would take all memory; Excel reads no more of a range either
TOO_FAR_OUT = ("{}: arket har indhold helt ude ved {}, langt fra resten. Er det kommet dér ved en fejl, så slet det, "
               "og prøv igen.")
READ_OF_OURS = (opsaetning.NOEGLE, fordel_tjek.NOEGLE)  # where the user writes; the rest of ours is made again
START = datetime.datetime(1899, 12, 30)  # Excel's day 0

Told = Mapping[str, Any]  # as the page has it, from JSON


class Unread(Exception):  # noqa: N818 - no fault: the page reads the sheet, and all begins anew
    """The action looks at a sheet that has not been read; the message is its name."""


class _NotRead(Sequence[Any]):
    """The rows of a sheet that has not been read: whoever looks at them is told, so that none is taken for empty."""

    def __init__(self, sheet: str):
        self.sheet = sheet

    def _missing(self, *_: Any) -> NoReturn:
        raise Unread(self.sheet)

    __len__ = __getitem__ = __iter__ = _missing


def wanted(book: Told) -> list[str]:
    """The sheets to read at first: the user's that can be seen, and those of ours that the user writes on. Raises
    Refusal where a sheet reaches too far out, or two claim to be the same of ours."""
    ours = our_sheets(names(book))
    read = {ours[key] for key in READ_OF_OURS if key in ours}
    found = [sheet for sheet in book["sheets"]
             if sheet["name"] in read or (sheet["visible"] and sheet["name"] not in ours.values())]
    for sheet in found:
        check_extent(sheet)
    return [sheet["name"] for sheet in found]


def check_extent(sheet: Told) -> None:
    """Raises Refusal where the last cell of a sheet is out of all proportion."""
    last_row, last_column = sheet["last"] or (0, 0)
    if (last_row + 1) * (last_column + 1) > MAX_CELLS:
        raise Refusal(TOO_FAR_OUT.format(sheet["name"], a1(last_row, last_column)))


def snapshot(book: Told, cells: Mapping[str, list[list[Any]]]) -> Snapshot:
    """`cells` are the rows of the sheets that have been read, by name; what is said of them stands in the book."""
    found = tuple(names(book))
    ours = our_sheets(found)
    keeps = ours.get(opsaetning.NOEGLE)
    sheets = tuple(_sheet(sheet, cells.get(sheet["name"]), sheet["name"] == keeps) for sheet in book["sheets"])
    return Snapshot(book["name"], sheets, found, ours)


def names(book: Told) -> Iterable[Name]:
    """The defined names of the workbook, then those of each sheet."""
    return [Name(name, str(target).removeprefix("="), scope) for name, target, scope in book["names"]]


def _sheet(told: Told, cells: list[list[Any]] | None, keeps: bool) -> Sheet:
    """`keeps` tells the sheet of settings, whose formulas are there even when there are none."""
    name, visible = told["name"], told["visible"]
    if cells is None:
        return Sheet(name, [] if told["last"] is None else _NotRead(name), visible)
    read = told["read"]
    left = [None] * read["column"]
    rows: list[list[Any]] = [[] for _ in range(read["row"])]
    rows += [left + row for row in cells] if left else cells
    for row, column in read["errors"]:  # what looks like one: "#1" is none
        if is_error(rows[row][column]):
            rows[row][column] = BadCell(f"fejlværdien {rows[row][column]}")
    for row, column in read["dates"]:
        rows[row][column] = moment(rows[row][column], START)
    formulas = None if read["formulas"] is None else {(row, column): text for row, column, text in read["formulas"]}
    return Sheet(name, rows, visible, frozenset(read["hidden_rows"]), frozenset(read["hidden_columns"]),
                 formulas if formulas or keeps else None)
