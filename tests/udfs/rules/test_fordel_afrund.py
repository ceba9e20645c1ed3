"""FORDEL_AFRUND: amounts of either sign, rounded so that the sum is right."""

import pytest

from udfs.errors import UmuligFejl, VaerdiFejl
from udfs.rules.fordel_afrund import FORDEL_AFRUND


def test_the_sum_is_the_sum_rounded():
    assert FORDEL_AFRUND([33.4, 33.3, 33.3]).tolist() == [34, 33, 33]
    assert FORDEL_AFRUND([[0.5], [0.5], [0.5]]).tolist() == [[1], [1], [0]]


def test_half_of_the_sum_is_away_from_zero():
    assert sum(FORDEL_AFRUND([1.25, 1.25]).tolist()) == 3
    assert sum(FORDEL_AFRUND([-1.25, -1.25]).tolist()) == -3


def test_negative_amounts_floor_downwards():
    assert FORDEL_AFRUND([-1.75, 1.75]).tolist() == [-2, 2]
    assert FORDEL_AFRUND([-1.25, 1.25]).tolist() == [-1, 1]


def test_ties_go_to_the_larger_absolute_amount_then_to_the_first():
    assert FORDEL_AFRUND([1.5, -3.5, 2]).tolist() == [1, -3, 2]
    assert FORDEL_AFRUND([1.5, 1.5]).tolist() == [2, 1]


def test_the_last_bit_does_not_decide_a_tie():
    assert 0.1 + 0.2 > 0.3
    assert FORDEL_AFRUND([0.3, 0.1 + 0.2, 0.4]).tolist() == [0, 0, 1]
    assert FORDEL_AFRUND([0.3, 0.1 + 0.2, 0.4], 1, 2).tolist() == [1, 0, 1]


def test_a_unit():
    assert FORDEL_AFRUND([149, 151, 300], 100).tolist() == [100, 200, 300]
    assert FORDEL_AFRUND([0.285, 0.005], 0.01).tolist() == [0.29, 0]
    assert FORDEL_AFRUND([1.5, 2.25], 0).tolist() == [1.5, 2.25]


def test_a_total():
    assert FORDEL_AFRUND([33.4, 33.3, 33.3], 1, 101).tolist() == [34, 34, 33]
    assert FORDEL_AFRUND([33.4, 33.3, 33.3], None, [[99]]).tolist() == [33, 33, 33]
    assert FORDEL_AFRUND([10, 20], 1, 29).tolist() == [9, 20]


@pytest.mark.parametrize("total, expected", [(31, [10, 21]), (29, [9, 20])])
def test_just_within_reach(total, expected):
    assert FORDEL_AFRUND([10, 20], 1, total).tolist() == expected


@pytest.mark.parametrize("total", [32, 28, 1000])
def test_a_total_out_of_reach_is_refused(total):
    with pytest.raises(UmuligFejl, match="total: .* kr. ligger for langt fra beløbenes sum, 30 kr."):
        FORDEL_AFRUND([10, 20], 1, total)


def test_other_refusals():
    with pytest.raises(VaerdiFejl, match="total: 150 kr. er ikke i hele 100 kr."):
        FORDEL_AFRUND([100, 20], 100, 150)
    with pytest.raises(VaerdiFejl, match="total kan ikke bruges, når enhed er 0"):
        FORDEL_AFRUND([100, 20], 0, 120)
    with pytest.raises(VaerdiFejl, match='beløb, nr. 2: "n/a" er ikke et tal'):
        FORDEL_AFRUND([1, "n/a"])
