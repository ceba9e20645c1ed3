"""FORDEL_GINI: how unevenly the money lies on the children."""

import pytest
from awkward import NO_COUNTS, refused

from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl
from udfs.rules.fordel_gini import FORDEL_GINI


@pytest.mark.parametrize(
    "beloeb, boern, expected",
    [
        ([0, 100], [10, 10], 0.5),
        ([10, 20, 30, 40], [1, 1, 1, 1], 0.25),  # sum of (2i - n - 1) x over n times the sum
        ([0, 0, 0, 5], [1, 1, 1, 1], 0.75),  # one of n has it all: 1 - 1/n, no small-sample correction
        ([0, 100], [30, 10], 0.75),
        ([0, 100], [10, 30], 0.25),
        ([None, True], [10, True], 10 / 11),
        ([0, 1e12], [1, 1e-9], 1 - 1e-9),
    ],
)
def test_known_coefficients(beloeb, boern, expected):
    assert FORDEL_GINI(beloeb, boern) == pytest.approx(expected, rel=1e-14)


def test_one_number_whatever_lies_how():
    assert type(FORDEL_GINI([0, 100], [10, 10])) is float
    assert FORDEL_GINI([[0], [100]], [[10, 10]]) == FORDEL_GINI([[0, 100]], [10, 10]) == 0.5


@pytest.mark.parametrize(
    "beloeb, boern", [([5], [3]), ([100, 300], [1, 3]), ([0.1 * 3, 0.3], [1, 1]), ([1e12, 1], [1e12, 1])]
)
def test_the_same_per_child_is_zero(beloeb, boern):
    assert FORDEL_GINI(beloeb, boern) == pytest.approx(0, abs=1e-15)
    assert FORDEL_GINI(beloeb, boern) >= 0


def test_sorted_by_kroner_per_child_not_by_amount():
    assert FORDEL_GINI([100, 60], [100, 20]) == FORDEL_GINI([60, 100], [20, 100]) == pytest.approx(5 / 24)


def test_nobody_with_nothing_is_left_out_and_children_without_money_are_not():
    assert FORDEL_GINI([0, 100, 0], [10, 10, 0]) == FORDEL_GINI([0, 100, None], [10, 10, None]) == 0.5
    assert FORDEL_GINI([100, 100, 0], [10, 10, 10]) == pytest.approx(1 / 3)


def test_refusals():
    with pytest.raises(UmuligFejl, match="^beløb: alle er 0"):
        FORDEL_GINI([0, None], [10, 10])
    with pytest.raises(UmuligFejl, match="^beløb: alle er 0"):
        FORDEL_GINI([0], [0])
    with refused(VaerdiFejl, "beløb, nr. 2: 5, men der er 0 børn"):
        FORDEL_GINI([10, 5], [10, 0])
    with pytest.raises(LaengdeFejl, match="børn har 1, beløb har 2"):
        FORDEL_GINI([10, 5], [10])


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"beløb, nr. 2: {why}"):
        FORDEL_GINI([1, cell], [1, 1])
    with refused(VaerdiFejl, f"børn, nr. 1: {why}"):
        FORDEL_GINI([1, 1], [cell, 1])
