"""FORDEL_FAST: fixed amounts first, the rest by key."""

import math

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl
from udfs.rules.fordel_fast import FORDEL_FAST
from udfs.rules.fordel_kontrol import FORDEL_KONTROL
from udfs.rules.fordel_pulje import FORDEL_PULJE


def test_key_zero_keeps_a_recipient_at_its_fixed_amount():
    assert FORDEL_FAST(1000, [400, None, None], [0, 1, 2]).tolist() == [400, 200, 400]


def test_one_with_both_gets_both():
    assert FORDEL_FAST(1000, [400, 0], [1, 1]).tolist() == [700, 300]


@pytest.mark.parametrize(
    "rest",
    [(), ([10, 10, 10],), ([10, 10, 10], 0.3), ([10, 10, 10], 0.2, 40, 50, 10, "over"), (None, None, None, 100, 0)],
)
def test_without_fixed_amounts_it_is_fordel_pulje(rest):
    assert FORDEL_FAST(1003, [0, None, ""], [5, 3, 1], *rest).tolist() == FORDEL_PULJE(1003, [5, 3, 1], *rest).tolist()


@pytest.mark.parametrize("empty", EMPTY)
def test_empty_optional_cells_are_defaults(empty):
    assert FORDEL_FAST(111, [100, 0], [1, 1], empty, empty, empty, empty, empty, empty).tolist() == [106, 5]


def test_the_result_lies_like_the_fixed_amounts():
    assert FORDEL_FAST(10, [[4], [0]], [1, 1]).tolist() == [[7], [3]]
    assert FORDEL_FAST(10, [[4, 0]], [[1], [1]]).tolist() == [[7, 3]]
    assert FORDEL_FAST(10, [True, False], [[0, 1]]).tolist() == [1, 9]
    assert FORDEL_FAST(10, [4], [1]).tolist() == [10]


@pytest.mark.parametrize(
    "noegle, expected", [([1, 5], [400, 600]), ([3.5, 3.5], [700, 300]), ([3.499, 3.5], [400, 600])]
)
def test_the_threshold_is_for_the_key(noegle, expected):
    assert FORDEL_FAST(1000, [400, 0], noegle, [10, 10], 0.35).tolist() == expected


def test_only_what_lies_over_the_threshold():
    assert FORDEL_FAST(100, [10, 0], [5, 4], [10, 10], 0.2, None, None, 1, "OVER").tolist() == [64, 36]


def test_cap_and_minimum_bound_the_key_part():
    done = FORDEL_FAST(1000, [400, 0], [1, 1], [10, 10], None, 20)
    assert done.tolist() == [600, 200]
    assert FORDEL_KONTROL(done, 1000) == "mangler 200 kr."
    assert FORDEL_FAST(1000, [400, 0, 0], [0, 98, 2], None, None, None, 100).tolist() == [400, 500, 100]
    assert FORDEL_FAST(1000, [400, 0, 0], [2, 98, 0], None, None, None, 100).tolist() == [500, 500, 0]


@pytest.mark.parametrize("pulje, total", [(1000, 1000), (1000.99, 1000), (999.99999999, 1000)])
def test_the_total_is_rounded_down(pulje, total):
    assert math.fsum(FORDEL_FAST(pulje, [400, 0, 0], [3, 2, 2])) == total


def test_units():
    assert FORDEL_FAST(1050, [100, 0], [1, 2], afrunding=100).tolist() == [400, 600]
    assert FORDEL_FAST(100.10, [50.05, 0], [0, 1], afrunding=0.01).tolist() == [50.05, 50.05]
    assert FORDEL_FAST(10, [0.5, 0], [1, 3], afrunding=0).tolist() == [2.875, 7.125]


def test_a_fixed_amount_and_a_part_in_oere_are_whole_oere_together():
    assert 0.1 + 0.2 != 0.3
    assert FORDEL_FAST(0.3, [0.1, 0], [1, 0], afrunding=0.01).tolist() == [0.3, 0]


def test_all_of_the_pool_may_be_fixed():
    assert FORDEL_FAST(400, [400, 0], [0, 0]).tolist() == [400, 0]
    assert FORDEL_FAST(0.3, [0.1, 0.2], [0, 0], afrunding=0.01).tolist() == [0.1, 0.2]
    with pytest.raises(UmuligFejl, match="^nøglen er nul for alle"):
        FORDEL_FAST(401, [400, 0], [0, 0])


def test_huge_amounts():
    assert FORDEL_FAST(1e12, [1, 0], [0, 1]).tolist() == [1, 1e12 - 1]


@pytest.mark.parametrize("fixed", [1_999_999_999, 1_999_999_000])
def test_the_last_kroner_of_two_thousand_million_are_distributed(fixed):
    assert FORDEL_FAST(2_000_000_000, [fixed, 0], [0, 1]).tolist() == [fixed, 2_000_000_000 - fixed]


@pytest.mark.parametrize("pulje, over", [(399, 1), (399.5, 0.5), (2_000_000_000, 1), (2_000_000_000, 1000)])
def test_more_fixed_than_the_pool_is_refused(pulje, over):
    with pytest.raises(UmuligFejl, match="^faste beløb: de er .* kr. i alt, puljen er .* kr.$"):
        FORDEL_FAST(pulje, [pulje + over - 100, 100], [0, 1], afrunding=0.5)


def test_fixed_amounts_are_whole_units():
    with refused(VaerdiFejl, "faste beløb, nr. 2: 50 kr. er ikke i hele 100 kr."):
        FORDEL_FAST(1000, [100, 50], [1, 1], afrunding=100)
    with refused(VaerdiFejl, "faste beløb, nr. 1: 0,5 kr. er ikke i hele kroner"):
        FORDEL_FAST(1000, [0.5, 0], [1, 1])


@pytest.mark.parametrize("fixed", [42_000_000.15, 82_204_411.79, 657_304_615.18])
def test_fixed_amounts_of_many_millions_are_whole_oere(fixed):
    assert FORDEL_FAST(fixed + 5, [fixed, 0], [0, 1], afrunding=0.01).tolist() == [fixed, 5]


def test_other_refusals():
    with pytest.raises(UmuligFejl, match="^minimum kræver 1.200 kr., puljen er 600 kr., når de faste beløb på 400 kr."):
        FORDEL_FAST(1000, [400, 0], [1, 1], None, None, None, 600)
    with pytest.raises(VaerdiFejl, match="^pulje: -1 kr. er negativ; brug FORDEL_BESPARELSE"):
        FORDEL_FAST(-1, [0], [1])
    with pytest.raises(LaengdeFejl, match="nøgle har 1, faste beløb har 2"):
        FORDEL_FAST(10, [1, 2], [1])
    with refused(VaerdiFejl, "børn mangler: loft regnes pr. barn"):
        FORDEL_FAST(10, [1, 2], [1, 1], None, None, 5)
    with pytest.raises(VaerdiFejl, match="loft: 0 kan ikke bruges; lad cellen være tom, hvis der intet loft er"):
        FORDEL_FAST(10, [1, 2], [1, 1], [1, 1], None, 0)
    with pytest.raises(UmuligFejl, match="ingen når op på 8; mente du 8 %?"):
        FORDEL_FAST(10, [1, 2], [1, 1], [5, 5], 8)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"faste beløb, nr. 2: {why}"):
        FORDEL_FAST(10, [1, cell], [1, 1])
    with refused(VaerdiFejl, f"nøgle, nr. 1: {why}"):
        FORDEL_FAST(10, [1, 1], [cell, 1])
