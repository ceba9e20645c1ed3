"""A call from a cell gives what plain Python gives, and refuses with a sentence whatever is put in."""

from __future__ import annotations

import datetime
import math
import random

import numpy as np
import pytest

from addin.cells import ErrorCell, outgoing
from addin.describe import descriptions
from addin.expose import call, exposed
from tests.addin.test_describe import example_arguments
from udfs import catalogue
from udfs.errors import RegelFejl

AWKWARD = [None, "", 0, 1, 2.5, -1, True, False, "x", "ja", "n/a", "..", "#I/T", ErrorCell("Err:502"), 1e308, 5e-324,
           math.nan, math.inf, 10**400, datetime.datetime(2024, 1, 1), "unikke", "kriterier", "over", -2146826246, " "]


def test_everything_in_the_catalogue_is_exposed() -> None:
    assert [found.description for found in exposed()] == list(descriptions())


@pytest.mark.parametrize("found", exposed(), ids=lambda found: found.description.name)
def test_the_example_gives_what_plain_python_gives(found) -> None:
    name = found.description.name
    given = example_arguments(name)
    assert found.call(given) == call(name, given) == outgoing(catalogue.FUNCTIONS[name](*given))


@pytest.mark.parametrize("rows", [[[5]], [[1], [3]], [[1, 3]]])
def test_a_cell_a_column_and_a_row_give_what_lies_as_they_do(rows) -> None:
    total = sum(cell for row in rows for cell in row)
    assert call("FORDEL_ANDEL", [rows]) == [[cell / total for cell in row] for row in rows]
    assert call("FORDEL_ANDEL", [tuple(map(tuple, rows))]) == call("FORDEL_ANDEL", [rows])


def test_left_out_is_the_default() -> None:
    full = call("FORDEL_PULJE", [1000, [3, 1], None, None, None, None, 1, "fuld"])
    assert call("FORDEL_PULJE", [1000, [3, 1], None, "", None, None, [[None]], [[""]]]) == full
    assert call("FORDEL_PULJE", [1000, [3, 1]]) == full == [[750.0], [250.0]]


def test_too_few_and_too_many_are_refused_in_danish() -> None:
    with pytest.raises(RegelFejl, match="^nøgle mangler$"):
        call("FORDEL_PULJE", [1000])
    with pytest.raises(RegelFejl, match="^FORDEL_ANDEL har højst 1 argumenter; her er 2$"):
        call("FORDEL_ANDEL", [1, 2])


def test_numbers_too_large_are_refused() -> None:
    with pytest.raises(RegelFejl, match="^tal, nr. 1: 1e[+]308 er for stort eller for lille til at regne med$"):
        call("FORDEL_ANDEL", [[1e308, 1e308]])


def test_a_calculation_that_overflows_is_refused_and_no_infinite_number_is_shown(monkeypatch) -> None:
    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", lambda tal: np.array([1e308]) * 10)
    with pytest.raises(RegelFejl, match="^tallene er for store eller for små til at regne med$"):
        call("FORDEL_ANDEL", [[1]])


def test_a_bug_stays_a_bug(monkeypatch) -> None:
    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_ANDEL", lambda tal: tal.missing)
    with pytest.raises(AttributeError):
        call("FORDEL_ANDEL", [1])


@pytest.mark.parametrize("found", exposed(), ids=lambda found: found.description.name)
def test_whatever_is_put_in_there_is_an_answer_or_a_refusal(found) -> None:
    dice = random.Random(found.description.name)
    count = len(found.description.arguments)
    answered = 0
    for _ in range(400):
        given = example_arguments(found.description.name) if dice.random() < 0.5 else [None] * count
        for _ in range(dice.randint(1, count)):
            given[dice.randrange(count)] = _any(dice)
        try:
            result = found.call(given)
        except RegelFejl as refused:
            assert str(refused)
        else:
            answered += 1
            flat = [cell for row in result for cell in row] if isinstance(result, list) else [result]
            assert not any(isinstance(cell, float) and not math.isfinite(cell) for cell in flat), given
    assert answered  # the dice also found something to answer


def _any(dice: random.Random) -> object:
    def cell() -> object:
        return dice.choice(AWKWARD) if dice.random() < 0.3 else dice.choice([1, 2, 3.5, 100])

    shape = dice.random()
    if shape < 0.3:
        return cell()
    if shape < 0.5:
        return tuple((cell(),) for _ in range(dice.randint(1, 3)))
    if shape < 0.6:
        return [[cell()] * dice.randint(0, 3) for _ in range(dice.randint(0, 3))]  # ragged
    return [[cell(), cell()] for _ in range(dice.randint(1, 3))]
