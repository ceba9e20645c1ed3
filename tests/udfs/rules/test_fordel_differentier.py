"""FORDEL_DIFFERENTIER: burdens stretched or squeezed to a factor."""

import pytest
from awkward import EMPTY, NO_COUNTS, NO_NUMBERS, refused

from udfs.errors import UmuligFejl, VaerdiFejl
from udfs.rules.fordel_differentier import FORDEL_DIFFERENTIER


def test_highest_1_lowest_1_over_the_factor_and_zero_stays_zero():
    assert FORDEL_DIFFERENTIER([0.1, 0.2, 0.4, 0], 4).tolist() == [0.25, 0.5, 1, 0]
    assert FORDEL_DIFFERENTIER([0.1, 0.2, 0.4, None], 16).tolist() == [1 / 16, pytest.approx(0.25), 1, 0]


@pytest.mark.parametrize("faktor", [1.0001, 1.5, 3, 7, 20, 1e9])
def test_the_ends_are_exact(faktor):
    lowest, middle, highest = FORDEL_DIFFERENTIER([0.07, 0.11, 0.53], faktor).tolist()
    assert (lowest, highest) == (1 / faktor, 1)
    assert lowest < middle < highest


def test_factor_1_makes_all_over_zero_equal():
    assert FORDEL_DIFFERENTIER([0.1, 0.2, 0], 1).tolist() == [1, 1, 0]
    assert FORDEL_DIFFERENTIER([0.2, 0.2], 1).tolist() == [1, 1]


def test_one_or_none_over_zero():
    assert FORDEL_DIFFERENTIER([0.3], 20).tolist() == [1]
    assert FORDEL_DIFFERENTIER([0, 0.3], 20).tolist() == [0, 1]
    assert FORDEL_DIFFERENTIER([0, None], 20).tolist() == [0, 0]


def test_equals_stay_equal():
    assert FORDEL_DIFFERENTIER([1, 4, 1, 4], 3).tolist() == [1 / 3, 1, 1 / 3, 1]


def test_shapes_and_true():
    assert FORDEL_DIFFERENTIER([[True], [2]], 4).tolist() == [[0.25], [1]]
    assert FORDEL_DIFFERENTIER([[1, 2]], 4).tolist() == [[0.25, 1]]


def test_tiny_and_huge_burdens():
    assert FORDEL_DIFFERENTIER([1e-9, 1e12], 4).tolist() == [0.25, 1]
    assert FORDEL_DIFFERENTIER([1, 1e6, 1e12], 4).tolist() == [0.25, pytest.approx(0.5), 1]


@pytest.mark.parametrize("burdens", [[0.2, 0.2], [0.2, 0.2, 0], [0.1 * 3, 0.3]])
def test_equals_cannot_be_stretched(burdens):
    with pytest.raises(UmuligFejl, match="^belastning: alle over 0 er 0,[23], .* 3 gange mere"):
        FORDEL_DIFFERENTIER(burdens, 3)
    assert FORDEL_DIFFERENTIER([0.2, 0.2000001], 3).tolist() == [1 / 3, 1]


@pytest.mark.parametrize("typed", [0.999, 0, -3, 0.042, "1:3", "3:1"])
def test_a_factor_under_1(typed):
    with pytest.raises(VaerdiFejl, match="^faktor: .*skriv 3, ikke 1:3$"):
        FORDEL_DIFFERENTIER([1, 2], typed)


def test_the_factor_must_be_there_and_be_a_number():
    for empty in EMPTY:
        with refused(VaerdiFejl, "faktor mangler: cellen er tom"):
            FORDEL_DIFFERENTIER([1, 2], empty)
    for cell, why in NO_NUMBERS:
        with refused(VaerdiFejl, f"faktor: {why}"):
            FORDEL_DIFFERENTIER([1, 2], cell)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"belastning, nr. 2: {why}"):
        FORDEL_DIFFERENTIER([1, cell], 2)
