"""FORDEL_BESPARELSE: a reduction, in positive numbers."""

import math

import pytest
from awkward import EMPTY, NO_COUNTS, NO_NUMBERS, refused

from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl
from udfs.rules.fordel_besparelse import FORDEL_BESPARELSE

BUDGETS = [60000, 30000, 10000]


def test_by_budget_and_the_same_for_each_unit():
    assert FORDEL_BESPARELSE(1000, BUDGETS).tolist() == [600, 300, 100]
    assert FORDEL_BESPARELSE(900, BUDGETS, [1, 1, 1]).tolist() == [300, 300, 300]
    assert FORDEL_BESPARELSE(900, BUDGETS, [True, False, True]).tolist() == [450, 0, 450]


@pytest.mark.parametrize(
    "most, expected",
    [(0.03, [300, 300, 300]), (0.0299, [301, 300, 299]), (0.01, [500, 300, 100]), (1, [300, 300, 300])],
)
def test_nobody_more_than_a_share_of_the_budget(most, expected):
    assert FORDEL_BESPARELSE(900, BUDGETS, [1, 1, 1], most).tolist() == expected


@pytest.mark.parametrize("empty", EMPTY)
def test_by_budget_without_a_limit_in_whole_kroner_are_the_defaults(empty):
    assert FORDEL_BESPARELSE(1001, BUDGETS, empty, empty, empty).tolist() == [601, 300, 100]


@pytest.mark.parametrize("saving, total", [(1000.49, 1000), (1000.5, 1001), (0.4, 0)])
def test_the_total_is_rounded_half_up(saving, total):
    assert math.fsum(FORDEL_BESPARELSE(saving, BUDGETS)) == total


def test_units():
    assert FORDEL_BESPARELSE(1000, BUDGETS, None, None, 1000).tolist() == [1000, 0, 0]
    assert FORDEL_BESPARELSE(1000, BUDGETS, None, 0.0105, 100).tolist() == [600, 300, 100]
    assert FORDEL_BESPARELSE(0.05, [1, 1], None, None, 0.01).tolist() == [0.03, 0.02]
    assert FORDEL_BESPARELSE(1, [1, 3], None, None, 0).tolist() == [0.25, 0.75]


def test_the_result_lies_like_the_budgets_and_blank_is_zero():
    assert FORDEL_BESPARELSE(100, [[1], [3]]).tolist() == [[25], [75]]
    assert FORDEL_BESPARELSE(100, [[1, 3]], [[1], [1]]).tolist() == [[50, 50]]
    assert FORDEL_BESPARELSE(100, [None, 3, ""]).tolist() == [0, 100, 0]
    assert FORDEL_BESPARELSE(100, [7]).tolist() == [100]


def test_nothing_to_save_and_huge_budgets():
    assert FORDEL_BESPARELSE(0, [0, 0]).tolist() == FORDEL_BESPARELSE(0, [5, 5], None, 0).tolist() == [0, 0]
    assert FORDEL_BESPARELSE(1e12, [1e12, 1e-9]).tolist() == [1e12, 0]


def test_what_cannot_be_found_is_refused_with_both_amounts():
    assert FORDEL_BESPARELSE(1000, BUDGETS, [5, 1, 1], 0.01).tolist() == [600, 300, 100]
    with pytest.raises(UmuligFejl, match=r"^højst andel: .* 1\.000 kr\., besparelsen er 1\.001 kr\.$"):
        FORDEL_BESPARELSE(1001, BUDGETS, [5, 1, 1], 0.01)
    with pytest.raises(UmuligFejl, match=r" 600 kr\., besparelsen er 601 kr\."):
        FORDEL_BESPARELSE(601, BUDGETS, [1, 0, 0], 0.01)
    with pytest.raises(UmuligFejl, match=r" 700 kr\., besparelsen er 1\.000 kr\."):
        FORDEL_BESPARELSE(1000, BUDGETS, None, 0.0099, 100)  # 594, 297 and 99 become 500, 200 and 0
    with pytest.raises(UmuligFejl, match=r" 0 kr\., besparelsen er 1 kr\."):
        FORDEL_BESPARELSE(1, BUDGETS, None, 0)


@pytest.mark.parametrize("saving, found, unit", [(10**8 + 0.05, 10**8, 0.01), (2 * 10**9 + 1, 2 * 10**9, 1)])
def test_a_few_kroner_of_a_large_saving_that_cannot_be_found(saving, found, unit):
    assert math.fsum(FORDEL_BESPARELSE(found, [found, found], None, 0.5, unit)) == found
    with pytest.raises(UmuligFejl, match="besparelsen er"):
        FORDEL_BESPARELSE(saving, [found, found], None, 0.5, unit)


def test_other_refusals():
    with pytest.raises(VaerdiFejl, match="^beløb: -100 kr. er negativ"):
        FORDEL_BESPARELSE(-100, BUDGETS)
    with pytest.raises(UmuligFejl, match="^budgetter: alle er 0"):
        FORDEL_BESPARELSE(100, [0, None])
    with pytest.raises(UmuligFejl, match="^nøgle: alle er 0"):
        FORDEL_BESPARELSE(100, BUDGETS, [0, 0, None])
    with pytest.raises(LaengdeFejl, match="nøgle har 1, budgetter har 3"):
        FORDEL_BESPARELSE(100, BUDGETS, [1])
    for share, shown in ((1.01, "1,01"), (-0.01, "-0,01"), (3, "3")):
        with pytest.raises(VaerdiFejl, match=f"^højst andel: {shown} ligger ikke mellem 0 og 1"):
            FORDEL_BESPARELSE(100, BUDGETS, None, share)


@pytest.mark.parametrize("cell, why", NO_NUMBERS)
def test_a_saving_that_is_no_number(cell, why):
    with refused(VaerdiFejl, f"beløb: {why}"):
        FORDEL_BESPARELSE(cell, BUDGETS)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"budgetter, nr. 2: {why}"):
        FORDEL_BESPARELSE(10, [1, cell])
    with refused(VaerdiFejl, f"nøgle, nr. 1: {why}"):
        FORDEL_BESPARELSE(10, [1, 1], [cell, 1])
