"""What each host hands over becomes the same rows, and a result becomes plain cells."""

from __future__ import annotations

import re

import numpy as np
import pytest

from addin.cells import HEADINGS, HEIGHTS, WIDTHS, ErrorCell, incoming, incoming_all, outgoing
from tests.udfs.test_refusals import with_last
from tests.udfs.valid_calls import VALID
from udfs import arguments, catalogue
from udfs.errors import RegelFejl

TALL = HEIGHTS[0]


@pytest.mark.parametrize(
    "value, rows",
    [
        (((1.0,), (None,), (3.0,)), [[1.0], [None], [3.0]]),  # COM
        ([[1], [""], [3]], [[1], [None], [3]]),  # Office.js
        (((1.0,), ("",), (3.0,)), [[1.0], [None], [3.0]]),  # UNO
        ([1, None, 3], [[1], [None], [3]]),
        (np.array([1.0, 2.0]), [[1.0], [2.0]]),
        (np.array([[1.0, 2.0]]), [[1.0, 2.0]]),
        (((1.0, "", 3.0),), [[1.0, None, 3.0]]),
        (((5.0,),), [[5.0]]),
        ([["",]], [[None]]),
        ([[1, 2], ["x", True]], [[1, 2], ["x", True]]),
        ([], []),
    ],
)
def test_a_range_becomes_rows(value, rows) -> None:
    assert incoming(value) == rows


@pytest.mark.parametrize("value", [None, "", 0.0, 5, "fuld", True, "#I/T"])
def test_a_cell_alone_stays_a_cell(value) -> None:
    assert incoming(value) == (None if value == "" else value)
    assert type(incoming(value)) is type(None if value == "" else value)


def test_blank_cells_at_the_end_of_a_chosen_range_stay() -> None:
    assert incoming(((1.0,), (None,), (None,))) == [[1.0], [None], [None]]


def test_a_whole_column_ends_at_its_last_cell() -> None:
    assert incoming([(1.0,), ("",), (3.0,), *[("",)] * (TALL - 3)]) == [[1.0], [None], [3.0]]
    assert incoming([(1.0, None), (None, 2.0), *[(None, None)] * (TALL - 2)]) == [[1.0, None], [None, 2.0]]
    assert incoming([("",)] * TALL) == [[None]]


def test_a_column_from_under_its_headings_is_whole_too() -> None:
    assert incoming([(1.0,)] + [("",)] * (TALL - HEADINGS - 1)) == [[1.0]]
    assert len(incoming([(1.0,)] + [("",)] * (TALL - HEADINGS - 2))) == TALL - HEADINGS - 1
    assert incoming([(1.0,)] + [("",)] * (HEIGHTS[1] - 1)) == [[1.0]]  # a sheet of an .xls
    assert len(incoming([(1.0,)] + [("",)] * HEIGHTS[1])) == HEIGHTS[1] + 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_whole_row_ends_at_its_last_cell(width) -> None:
    assert incoming([[1.0, "", 3.0, *[""] * (width - 3)]]) == [[1.0, None, 3.0]]


def test_whole_columns_of_one_call_stay_equally_long() -> None:
    blank = [("",)]
    key, children = [(1.0,), (2.0,)] + blank * (TALL - 2), [(4.0,)] * 3 + blank * (TALL - 3)
    assert incoming_all([1000, key, children, None]) == [1000, [[1.0], [2.0], [None]], [[4.0]] * 3, None]
    chosen = [[1.0, 2.0]]
    assert incoming_all([key, chosen]) == [[[1.0], [2.0]], [[1.0, 2.0]]]


@pytest.mark.parametrize("text", ["#N/A", "#I/T", "#VÆRDI!", "#NAVN?", "#DIVISION/0!", "Err:502", "Fejl:502"])
@pytest.mark.parametrize("name", catalogue.FUNCTIONS)
def test_an_error_cell_is_refused_by_every_rule(name, text) -> None:
    valid = VALID[name]
    argument = next(key for key, value in valid.items() if isinstance(value, list))
    wrong = with_last(valid[argument], ErrorCell(text))
    with pytest.raises(RegelFejl, match=re.escape(f"fejlværdien {text} er ikke")):
        catalogue.FUNCTIONS[name](**{**valid, argument: incoming(wrong)})


def test_an_error_cell_is_named_with_its_position() -> None:
    for read in (arguments.numbers, arguments.names):
        with pytest.raises(RegelFejl, match="^nøgle, nr. 2: fejlværdien Err:502 er ikke et "):
            read(incoming([[1.0], [ErrorCell("Err:502")]]), "noegle")
    with pytest.raises(RegelFejl, match="^pulje: fejlværdien #I/T er ikke et tal$"):
        arguments.number(incoming(ErrorCell("#I/T")), "pulje")


@pytest.mark.parametrize(
    "result, cells",
    [
        (np.array([1.0, 2.0]), [[1.0], [2.0]]),
        (np.array([[1.0, 2.0]]), [[1.0, 2.0]]),
        (np.array([[1.0]]), [[1.0]]),
        (np.array([["Nr.", None], [1, np.True_]], dtype=object), [["Nr.", None], [1.0, True]]),
        (np.array([1, 2]), [[1.0], [2.0]]),
        (np.array(3.0), 3.0),
        (np.float64(3.0), 3.0),
        (np.bool_(True), True),
        (3, 3.0),
        ("OK", "OK"),
        (None, None),
        (True, True),
    ],
)
def test_a_result_becomes_plain_values(result, cells) -> None:
    found = outgoing(result)
    assert found == cells
    flat = [cell for row in found for cell in row] if isinstance(found, list) else [found]
    assert {type(cell) for cell in flat} <= {float, str, bool, type(None)}
