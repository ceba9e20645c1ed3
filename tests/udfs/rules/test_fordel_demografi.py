"""FORDEL_DEMOGRAFI: the same expense per person in the years to come."""

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_demografi import FORDEL_DEMOGRAFI


def test_the_same_expense_per_person():
    assert FORDEL_DEMOGRAFI(100, 2000, [[2000, 2200, 2400]]).tolist() == [[100, 110, 120]]
    assert FORDEL_DEMOGRAFI(350_000_000, 4000, [4001]).tolist() == [350_087_500]


def test_the_same_population_costs_the_same():
    assert FORDEL_DEMOGRAFI(1234.56, 789, [789]).tolist() == [pytest.approx(1234.56, rel=1e-15)]


def test_the_result_lies_like_the_population():
    assert FORDEL_DEMOGRAFI(100, 10, [10, 5]).tolist() == [100, 50]
    assert FORDEL_DEMOGRAFI(100, 10, [[10], [5]]).tolist() == [[100], [50]]
    assert FORDEL_DEMOGRAFI([[100]], [[10]], [[10, 5]]).tolist() == [[100, 50]]
    assert FORDEL_DEMOGRAFI(100, 10, 5).tolist() == [50]


def test_blank_is_zero_true_is_one_and_nothing_is_rounded():
    assert FORDEL_DEMOGRAFI(100, 8, [None, "", 0, True, False]).tolist() == [0, 0, 0, 12.5, 0]
    assert FORDEL_DEMOGRAFI(0, 8, [5]).tolist() == [0]


@pytest.mark.parametrize(
    "spent, now, later, expected", [(1e12, 1, 1e-9, 1000), (1e-9, 1, 1e12, 1000), (1e12, 1e12, 5, 5)]
)
def test_tiny_and_huge(spent, now, later, expected):
    assert FORDEL_DEMOGRAFI(spent, now, [later]).tolist() == [pytest.approx(expected, rel=1e-14)]


def test_an_expense_for_nobody():
    assert FORDEL_DEMOGRAFI(100, 1e-9, [1e-9]).tolist() == [pytest.approx(100)]
    with pytest.raises(VaerdiFejl, match="^befolkning nu: 0 kan ikke bruges"):
        FORDEL_DEMOGRAFI(100, 0, [10])


@pytest.mark.parametrize("empty", EMPTY)
def test_what_must_be_there(empty):
    with refused(VaerdiFejl, "udgift mangler: cellen er tom"):
        FORDEL_DEMOGRAFI(empty, 10, [10])
    with refused(VaerdiFejl, "befolkning nu mangler: cellen er tom"):
        FORDEL_DEMOGRAFI(100, empty, [10])


def test_one_number_each():
    with pytest.raises(LaengdeFejl, match="^udgift skal være ét tal"):
        FORDEL_DEMOGRAFI([100, 200], 10, [10])
    with pytest.raises(LaengdeFejl, match="^befolkning nu skal være ét tal"):
        FORDEL_DEMOGRAFI(100, [10, 20], [10])


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"befolkning, nr. 2: {why}"):
        FORDEL_DEMOGRAFI(100, 10, [1, cell])
    with refused(VaerdiFejl, f"udgift: {why}"):
        FORDEL_DEMOGRAFI(cell, 10, [1])
    with refused(VaerdiFejl, f"befolkning nu: {why}"):
        FORDEL_DEMOGRAFI(100, cell, [1])
