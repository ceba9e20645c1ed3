"""The wrappers xlwings gets, and what it hands over made into cells."""

from __future__ import annotations

import inspect
from typing import get_type_hints

import pytest

from addin.cells import ErrorCell
from addin.describe import descriptions
from addin.hosts.excel import com, last_error
from addin.hosts.excel.functions import NO_HANDLE, com_error, from_com, from_office_js, wrapper
from udfs import catalogue

NA = {"type": "Error", "basicType": "Error", "basicValue": "#N/A"}


@pytest.mark.parametrize("found", descriptions(), ids=lambda found: found.name)
def test_a_wrapper_looks_like_its_rule_and_is_another_function(found) -> None:
    function, rule = wrapper(found, list), catalogue.FUNCTIONS[found.name]
    assert (function.__name__, list(inspect.signature(function).parameters)) == (
        rule.__name__, list(inspect.signature(rule).parameters))
    assert get_type_hints(function) == {}  # xlwings would take them for converters
    assert not hasattr(rule, "__xlfunc__")
    assert function.__doc__.startswith(found.title)
    assert wrapper(found, list) is not function


def test_a_wrapper_passes_on_what_it_is_given() -> None:
    assert wrapper(descriptions()[0], list)(1, None, [[2]]) == [1, None, [[2]]]


@pytest.mark.parametrize(
    "given, cells",
    [
        (5, 5),
        ("x", "x"),
        ("", ""),
        ([[1], [2]], [[1], [2]]),
        ([1, 2], [[1, 2]]),  # a row loses its rows on the way
        ([NA, 2], [["#N/A", 2]]),
        ([[NA], [2]], [["#N/A"], [2]]),
        (NA, "#N/A"),
        ({"type": "FormattedNumber", "basicType": "Double", "basicValue": 3}, 3),
        ({"type": "Entity", "basicType": "Error", "basicValue": "#VALUE!"}, "#VALUE!"),
        ({"type": "Error"}, "#VALUE!"),
        (NO_HANDLE, "#VALUE!"),
        ([], [[]]),
    ],
)
def test_cells_from_office_js(given, cells) -> None:
    assert from_office_js(given) == cells


def test_an_error_is_an_error_cell() -> None:
    assert type(from_office_js([[NA]])[0][0]) is ErrorCell
    assert type(from_com(((-2146826246,),))[0][0]) is ErrorCell


@pytest.mark.parametrize(
    "given, cells",
    [
        (5.0, 5.0),
        (((1.0,), (None,)), [(1.0,), (None,)]),
        ((1.0, 2.0), [(1.0, 2.0)]),
        (((1.0, -2146826281),), [[1.0, "#DIV/0!"]]),
        (-2146826246, "#N/A"),
        (((True,),), [(True,)]),
    ],
)
def test_cells_from_com(given, cells) -> None:
    assert from_com(given) == cells


@pytest.mark.parametrize(
    "cell, mark",
    [
        (-2146826288, "#NULL!"),  # 2000, the first
        (-2146826289, None),
        (-2146826189, "#UNKNOWN!"),  # 2099, one Excel may get
        (-2146826188, None),
        (-2146826273, "#VALUE!"),
        (-2146826273.0, None),  # a number in a cell is a float
        (2042, None),
        (True, None),
    ],
)
def test_errors_of_com(cell, mark) -> None:
    assert com_error(cell) == mark


def test_a_refusal_by_com_begins_as_no_text_in_a_cell_does() -> None:
    assert com.refused("FORDEL_ANDEL", "tal: alle er 0") == "\x1bFORDEL_ANDEL: tal: alle er 0"
    assert last_error.shown().startswith("FORDEL_ANDEL: tal: alle er 0")
    last_error.forget()


def test_without_pywin32_the_module_holds_no_functions() -> None:
    assert not [name for name in vars(com) if name.startswith("FORDEL_")]
