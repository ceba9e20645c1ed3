"""The functions of spreadsheet programs that templates use. One that is not here is a mistake in a template."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from functools import partial

from addin.cells import ErrorCell
from addin.filejobs.skabelon.values import (
    CellError,
    Found,
    Rows,
    Value,
    compare,
    flat,
    number,
    numbers,
    rounded,
    scalar,
    text,
    truth,
)


def every(arguments: tuple[Found, ...]) -> list[float]:
    return [value for argument in arguments for value in numbers(argument)]


def average(*arguments: Found) -> float:
    found = every(arguments)
    if not found:
        raise CellError("#DIV/0!")
    return math.fsum(found) / len(found)


def count(*arguments: Found) -> float:
    return float(sum(isinstance(value, (int, float)) and not isinstance(value, bool)
                     for argument in arguments for value in flat(argument)))


def counta(*arguments: Found) -> float:
    return float(sum(value is not None for argument in arguments for value in flat(argument)))


_SIGNS: dict[str, Callable[[int], bool]] = {
    "<>": lambda side: side != 0, ">=": lambda side: side >= 0, "<=": lambda side: side <= 0,
    ">": lambda side: side > 0, "<": lambda side: side < 0, "=": lambda side: side == 0}


def meets(value: Value, wanted: Found) -> bool:
    """Whether a cell meets a condition such as 3, "Nord" or ">0"."""
    condition = scalar(wanted)
    sign = "="
    if isinstance(condition, str):
        sign = next((each for each in _SIGNS if condition.startswith(each)), "=")
        rest = condition.removeprefix(sign)
        try:
            condition = float(rest)
        except ValueError:
            condition = rest
    if value is None and condition == "":
        return sign == "="
    same_kind = isinstance(value, str) == isinstance(condition, str) and value is not None
    return _SIGNS[sign](compare(value, condition)) if same_kind else sign == "<>"


def countifs(*arguments: Found) -> float:
    return float(sum(selected(arguments)))


def selected(arguments: tuple[Found, ...]) -> list[bool]:
    tests = [[meets(value, wanted) for value in flat(area)] for area, wanted in zip(arguments[::2], arguments[1::2])]
    return [all(line) for line in zip(*tests)]


def sumifs(amounts: Found, *arguments: Found) -> float:
    kept = [amount for amount, met in zip(flat(amounts), selected(arguments)) if met]
    return math.fsum(numbers([kept]))


def sumproduct(*arguments: Found) -> float:
    """Products of cells at the same place; what is no number counts as 0."""
    total: list[float] = []
    for line in zip(*(flat(argument) for argument in arguments)):
        for value in line:
            if isinstance(value, ErrorCell):
                raise CellError(str(value))
        plain = [float(v) if isinstance(v, (int, float)) and not isinstance(v, bool) else 0.0 for v in line]
        total.append(math.prod(plain))
    return math.fsum(total)


def index(area: Found, row: Found, column: Found = 1.0) -> Value:
    rows: Rows = area if isinstance(area, list) else [[area]]
    down, right = int(number(row)), int(number(column))
    if len(rows) == 1 and column == 1.0:
        down, right = 1, down
    if not (1 <= down <= len(rows) and 1 <= right <= len(rows[0])):
        raise CellError("#REF!")
    found = rows[down - 1][right - 1]
    return scalar(found)


def match(wanted: Found, area: Found, kind: Found = 1.0) -> float:
    value, cells = scalar(wanted), list(flat(area))
    if number(kind) == 0:
        found = next((at for at, cell in enumerate(cells, 1) if cell is not None and compare(cell, value) == 0
                      and isinstance(cell, str) == isinstance(value, str)), None)
    else:
        found = max((at for at, cell in enumerate(cells, 1) if cell is not None and compare(cell, value) <= 0),
                    default=None)
    if found is None:
        raise CellError("#N/A")
    return float(found)


def quartile(area: Found, which: Found) -> float:
    found = sorted(numbers(area))
    if not found:
        raise CellError("#NUM!")
    place = (len(found) - 1) * number(which) / 4
    low = math.floor(place)
    high = min(low + 1, len(found) - 1)
    return found[low] + (found[high] - found[low]) * (place - low)


def median(*arguments: Found) -> float:
    found = every(arguments)
    if not found:
        raise CellError("#NUM!")
    return statistics.median(found)


def ordered(sign: int, area: Found, nth: Found) -> float:
    found, at = sorted(numbers(area), key=lambda value: sign * value), int(number(nth))
    if not 1 <= at <= len(found):
        raise CellError("#NUM!")
    return found[at - 1]


def logarithm(value: Found) -> float:
    if number(value) <= 0:
        raise CellError("#NUM!")
    return math.log(number(value))


def modulo(value: Found, divisor: Found) -> float:
    if number(divisor) == 0:
        raise CellError("#DIV/0!")
    return number(value) % number(divisor)


def to_digits(way: str, value: Found, digits: Found) -> float:
    return rounded(way, number(value), number(digits))


FUNCTIONS: dict[str, Callable[..., Found]] = {
    "SUM": lambda *given: math.fsum(every(given)), "MIN": lambda *given: min(every(given), default=0.0),
    "MAX": lambda *given: max(every(given), default=0.0), "AVERAGE": average, "MEDIAN": median, "COUNT": count,
    "COUNTA": counta, "COUNTIF": countifs, "COUNTIFS": countifs, "SUMIFS": sumifs, "SUMPRODUCT": sumproduct,
    "ABS": lambda value: abs(number(value)), "INT": lambda value: float(math.floor(number(value))),
    "LN": logarithm, "EXP": lambda value: math.exp(number(value)), "MOD": modulo,
    "INDEX": index, "MATCH": match, "QUARTILE": quartile, "LARGE": partial(ordered, -1), "SMALL": partial(ordered, 1),
    "AND": lambda *given: all(truth(value) for argument in given for value in flat(argument) if value is not None),
    "OR": lambda *given: any(truth(value) for argument in given for value in flat(argument) if value is not None),
    "NOT": lambda value: not truth(value), "LEN": lambda value: float(len(text(value))),
    "ISNUMBER": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "ROWS": lambda area: float(len(area)),
    "ROUND": partial(to_digits, "ROUND"), "ROUNDUP": partial(to_digits, "ROUNDUP"),
    "ROUNDDOWN": partial(to_digits, "ROUNDDOWN"),
}
