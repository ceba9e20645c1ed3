"""Values as a spreadsheet program hands them over, made into what a rule takes, and a rule's result made into cells.

Every host says blank, range and error in its own way; here they become one: rows as lists, blank as None,
an error as ErrorCell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

# The heights and widths of sheets. A range that reaches the end of one was not chosen cell by cell.
HEIGHTS = (1_048_576, 65_536)
WIDTHS = (16_384, 1_024)
HEADINGS = 100  # rows left out above (or columns to the left), and the range is still a whole column (or row)
_NESTED = (list, tuple, np.ndarray)
_BLANK = frozenset((None, ""))


class ErrorCell(str):
    """A cell in error, as the text it shows (#N/A, #VÆRDI!, Err:502); every rule refuses it and names its position."""

    __slots__ = ()


def incoming(value: Any) -> Any:
    """One argument: a cell as it is (blank is None), a range as a list of rows without the blank end of a column."""
    return incoming_all((value,))[0]


def incoming_all(values: Sequence[Any]) -> list[Any]:
    """The arguments of one call. Whole columns are cut to the same length, so that they still fit together."""
    ranges = [_rows(value) if isinstance(value, _NESTED) else None for value in values]
    high = max((_last(rows) for rows in ranges if rows and _whole(len(rows), HEIGHTS)), default=0)
    cut = [rows[:max(high, 1)] if rows and _whole(len(rows), HEIGHTS) else rows for rows in ranges]
    wide = max((max(map(_last, rows)) for rows in cut if rows and _whole(len(rows[0]), WIDTHS)), default=0)
    return [_cell(value) if rows is None else _cells(rows, max(wide, 1)) for value, rows in zip(values, cut)]


def outgoing(result: Any) -> Any:
    """A plain value, or a list of rows as the rule laid them; what has no rows is one column."""
    if isinstance(result, np.ndarray) and result.ndim:
        rows = result.reshape(len(result), -1).tolist()
        return [[_plain(cell) for cell in row] for row in rows] if result.dtype != float else rows
    return _plain(result.item() if isinstance(result, (np.ndarray, np.generic)) else result)


def _rows(value: Any) -> Sequence[Any]:
    """Rows of cells; a list without rows is one column."""
    if isinstance(value, np.ndarray):
        value = value.tolist()
    kinds = set(map(type, value))
    if kinds <= {list, tuple}:
        return value
    if any(issubclass(kind, _NESTED) for kind in kinds):
        return [row if isinstance(row, _NESTED) else (row,) for row in value]
    return [(cell,) for cell in value]


def _whole(length: int, ends: tuple[int, ...]) -> bool:
    return any(0 <= end - length <= HEADINGS for end in ends)


def _last(line: Sequence[Any]) -> int:
    """How many rows (or cells) there are to the last that is not blank. Asked of a million rows."""
    for index in range(len(line), 0, -1):
        cell = line[index - 1]
        if not (_BLANK.issuperset(cell) if isinstance(cell, _NESTED) else cell in _BLANK):
            return index
    return 0


def _cells(rows: Sequence[Sequence[Any]], wide: int) -> list[list[Any]]:
    if rows and _whole(len(rows[0]), WIDTHS):
        rows = [row[:wide] for row in rows]
    return [[None if cell == "" else cell for cell in row] if "" in row else list(row) for row in rows]


def _cell(value: Any) -> Any:
    return None if value in _BLANK else value


def _plain(cell: Any) -> Any:
    """Numbers as float: no spreadsheet has any other."""
    if cell is None or isinstance(cell, (str, bool)):
        return cell
    if isinstance(cell, np.bool_):
        return bool(cell)
    return float(cell)
