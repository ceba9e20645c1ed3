"""Every function of the catalogue as xlwings wants it: a fresh, unannotated wrapper for each host.

xlwings writes on the functions it is given, reads type hints as converters, and on Windows takes `__name__` for the
name in the cell. So the rules themselves are never given to it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from addin.cells import ErrorCell
from addin.describe import Description

Answer = Callable[[Sequence[object]], Any]  # the arguments of a call -> what goes into the cells

# xlwings hands over what the host gave, untouched: its own conversion loses errors it has no text for.
RAW = "raw"

# What xlwings' client puts where a cell holds a data type it does not know, as a stock.
NO_HANDLE = "__xlwings_not_an_object_handle__"

# What COM hands over for a cell in error: 0x800A0000 + the number of the error.
_COM_ERRORS = {2000: "#NULL!", 2007: "#DIV/0!", 2015: "#VALUE!", 2023: "#REF!", 2029: "#NAME?", 2036: "#NUM!",
               2042: "#N/A", 2043: "#GETTING_DATA", 2045: "#SPILL!", 2046: "#CONNECT!", 2047: "#BLOCKED!",
               2048: "#UNKNOWN!", 2049: "#FIELD!", 2050: "#CALC!"}
_COM_BASE = -2146828288
_COM_SPAN = range(_COM_BASE + 2000, _COM_BASE + 2100)


def wrapper(found: Description, answer: Answer) -> Callable[..., Any]:
    """A function of its own, that looks like the rule and answers by `answer`; what is left out is None."""

    def function(*arguments: object) -> object:
        return answer(arguments)

    function.__name__ = function.__qualname__ = found.name
    function.__doc__ = " ".join(filter(None, (found.title, found.text)))
    function.__annotations__ = {}
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    vars(function)["__signature__"] = inspect.Signature([
        inspect.Parameter(argument.name, kind, default=None if argument.optional else inspect.Parameter.empty)
        for argument in found.arguments
    ])
    return function


def from_office_js(value: object) -> object:
    """An argument as Office.js gives it to xlwings. A single row arrives without its rows, and stays a row."""
    if not isinstance(value, (list, tuple)):
        return _office_js_cell(value)
    rows = value if value and isinstance(value[0], (list, tuple)) else [value]
    return [[_office_js_cell(cell) for cell in row] if _has_marks(row) else row for row in rows]


def from_com(value: object) -> object:
    """An argument as COM gives it. An array typed as one row arrives without its rows, and stays a row."""
    if not isinstance(value, (list, tuple)):
        return _com_cell(value)
    rows = value if value and isinstance(value[0], (list, tuple)) else [value]
    return [[_com_cell(cell) for cell in row] if int in set(map(type, row)) else row for row in rows]


def com_error(cell: object) -> str | None:
    """The mark of a cell in error. COM gives a number of type int for it, and float for every number in a cell."""
    if type(cell) is not int or cell not in _COM_SPAN:
        return None
    return _COM_ERRORS.get(cell - _COM_BASE, "#UNKNOWN!")


def _has_marks(row: Sequence[object]) -> bool:
    return dict in set(map(type, row))


def _office_js_cell(cell: object) -> object:
    """The value of a cell that carries a format, an error or a data type."""
    if not isinstance(cell, dict):
        return ErrorCell("#VALUE!") if cell == NO_HANDLE else cell
    value = cell.get("basicValue")
    if "Error" in (cell.get("type"), cell.get("basicType")) or value is None:
        return ErrorCell(value or "#VALUE!")
    return value


def _com_cell(cell: object) -> object:
    mark = com_error(cell)
    return cell if mark is None else ErrorCell(mark)
