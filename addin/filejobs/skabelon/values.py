"""Values of cells as formulas see them: blank, text, number, truth, error; and areas of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Union

from addin.cells import ErrorCell

Value = Union[None, str, float, int, bool]  # an ErrorCell is a text that shows an error
Rows = list[list[Value]]
Found = Union[Value, Rows]
DIGITS = 15  # that spreadsheet programs hold a number to


class CellError(Exception):
    """A formula has no value but an error, such as #DIV/0!."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def flat(found: Found) -> Iterator[Value]:
    if isinstance(found, list):
        for row in found:
            yield from row
    else:
        yield found


def scalar(found: Found) -> Value:
    """A single value; an area of one cell is its cell."""
    if isinstance(found, list):
        if len(found) != 1 or len(found[0]) != 1:
            raise CellError("#VALUE!")
        found = found[0][0]
    if isinstance(found, ErrorCell):
        raise CellError(str(found))
    return found


def number(found: Found) -> float:
    value = scalar(found)
    if value is None:
        return 0.0
    if isinstance(value, str):
        raise CellError("#VALUE!")
    return float(value)


def text(found: Found) -> str:
    value = scalar(found)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:.{DIGITS}G}" if isinstance(value, (int, float)) else value


def truth(found: Found) -> bool:
    return bool(number(found))


def numbers(found: Found) -> list[float]:
    """The numbers of an area or a cell; blanks, texts and truths in it are none."""
    kept: list[float] = []
    for value in flat(found):
        if isinstance(value, ErrorCell):
            raise CellError(str(value))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            kept.append(float(value))
    return kept


def each(work: Callable[[Value, Value], Value], one: Found, other: Found) -> Found:
    """An operation on two values, or on every pair of areas of the same shape, or of an area and one value."""
    if not isinstance(one, list) and not isinstance(other, list):
        return work(scalar(one), scalar(other))
    rows = max(len(side) for side in (one, other) if isinstance(side, list))
    wide = max(len(side[0]) for side in (one, other) if isinstance(side, list))
    return [[_kept(work, _at(one, row, column), _at(other, row, column)) for column in range(wide)]
            for row in range(rows)]


def _at(side: Found, row: int, column: int) -> Value:
    if not isinstance(side, list):
        return side
    return side[row if len(side) > 1 else 0][column if len(side[0]) > 1 else 0]


def _kept(work: Callable[[Value, Value], Value], one: Value, other: Value) -> Value:
    try:
        return work(scalar(one), scalar(other))
    except CellError as error:
        return ErrorCell(error.code)


def compare(one: Value, other: Value) -> int:
    """-1, 0 or 1: numbers come before texts, texts before truths; a blank is 0 or "" as the other is."""
    first, second = _order(one, other), _order(other, one)
    return (first > second) - (first < second)


def _order(value: Value, beside: Value) -> tuple[int, float, str]:
    if value is None:
        value = "" if isinstance(beside, str) else 0
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, str):
        return 1, 0.0, value.casefold()
    return 0, float(f"{value:.{DIGITS}G}"), ""


_WAYS = {"ROUND": ROUND_HALF_UP, "ROUNDUP": ROUND_UP, "ROUNDDOWN": ROUND_DOWN}


def rounded(name: str, value: float, digits: float) -> float:
    """Of the number as it is shown with 15 digits, as spreadsheet programs do."""
    shown = Decimal(f"{value:.{DIGITS}G}")
    return float(shown.quantize(Decimal(1).scaleb(-int(digits)), rounding=_WAYS[name]))
