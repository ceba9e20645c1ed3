"""FORDEL_OVERGANG: a new and an old distribution blended."""

import math

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_overgang import FORDEL_OVERGANG


def test_aarhus_2019_seven_twelfths_old_and_five_new():
    assert FORDEL_OVERGANG([1200, 0], [0, 2400], 5 / 12).tolist() == [500, 1400]


@pytest.mark.parametrize("andel, expected", [(1 / 3, [200, 250]), (2 / 3, [400, 200]), (0.25, [150, 262.5])])
def test_a_phase_in_over_three_years(andel, expected):
    assert FORDEL_OVERGANG([600, 150], [0, 300], andel, 0).tolist() == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("none, all_", [(0, 1), (False, True), ([[0]], [[1]])])
def test_none_and_all_of_the_new(none, all_):
    assert FORDEL_OVERGANG([600, 150], [1, 300], none).tolist() == [1, 300]
    assert FORDEL_OVERGANG([600, 150], [1, 300], all_).tolist() == [600, 150]
    assert FORDEL_OVERGANG([0.4, 0.6], [9, 9], all_).tolist() == [0, 1]


def test_blank_on_one_side_is_zero():
    assert FORDEL_OVERGANG([None, 100], [100, ""], 0.25).tolist() == [75, 25]


@pytest.mark.parametrize("omitted", EMPTY)
def test_whole_kroner_is_the_default(omitted):
    assert (
        FORDEL_OVERGANG([1, 3], [0, 0], 0.5).tolist()
        == FORDEL_OVERGANG([1, 3], [0, 0], 0.5, omitted).tolist()
        == [0, 2]
    )


@pytest.mark.parametrize("nyt, total", [([1, 2], 2), ([1, 1.98], 1), ([5, 0], 3), ([1, 1, 1], 2)])
def test_the_blended_total_is_rounded_half_up(nyt, total):
    assert math.fsum(FORDEL_OVERGANG(nyt, [0] * len(nyt), 0.5)) == total


def test_ties_go_to_the_larger_amount_then_to_the_first():
    assert FORDEL_OVERGANG([1, 3], [0, 0], 0.5).tolist() == [0, 2]
    assert FORDEL_OVERGANG([1, 1], [0, 0], 0.5).tolist() == [1, 0]


def test_units():
    assert FORDEL_OVERGANG([500, 100], [100, 100], 0.5, 100).tolist() == [300, 100]
    assert FORDEL_OVERGANG([0.03, 0.01], [0, 0], 0.5, 0.01).tolist() == [0.02, 0]
    assert FORDEL_OVERGANG([1000.55, 0.1], [0, 0.1], 1, 0.01).tolist() == [1000.55, 0.1]


def test_the_result_lies_like_the_new_amounts():
    assert FORDEL_OVERGANG([[600], [200]], [0, 0], 0.5).tolist() == [[300], [100]]
    assert FORDEL_OVERGANG([[600, 200]], [[0], [0]], 0.5).tolist() == [[300, 100]]
    assert FORDEL_OVERGANG([600], [200], 0.5).tolist() == [400]


@pytest.mark.parametrize("amount", [1e-9, 1e12])
def test_tiny_and_huge(amount):
    assert FORDEL_OVERGANG([amount], [0], 0.5, 0).tolist() == [amount / 2]
    assert FORDEL_OVERGANG([amount, 0], [0, amount], 0.5).tolist() == [round(amount / 2)] * 2


@pytest.mark.parametrize("andel, shown", [(1.0001, "1,0001"), (-0.0001, "-0,0001"), (42, "42")])
def test_a_share_outside_0_to_1(andel, shown):
    with refused(VaerdiFejl, f"andel nyt: {shown} ligger ikke mellem 0 og 1; skriv =5/12 eller 42 %"):
        FORDEL_OVERGANG([1], [1], andel)


@pytest.mark.parametrize("empty", EMPTY)
def test_the_share_must_be_there(empty):
    with refused(VaerdiFejl, "andel nyt mangler: cellen er tom"):
        FORDEL_OVERGANG([1], [1], empty)


def test_lengths():
    with pytest.raises(LaengdeFejl, match="før har 1, nyt har 2"):
        FORDEL_OVERGANG([1, 2], [1], 0.5)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_amount_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"nyt, nr. 2: {why}"):
        FORDEL_OVERGANG([1, cell], [1, 1], 0.5)
    with refused(VaerdiFejl, f"før, nr. 1: {why}"):
        FORDEL_OVERGANG([1, 1], [cell, 1], 0.5)
    with refused(VaerdiFejl, f"afrunding: {why}"):
        FORDEL_OVERGANG([1, 1], [1, 1], 0.5, cell)
