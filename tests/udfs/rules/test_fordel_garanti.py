"""FORDEL_GARANTI: the change from last year bounded, with the same sum."""

import math

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl
from udfs.rules.fordel_garanti import FORDEL_GARANTI


def test_those_between_the_bounds_pay_with_one_factor():
    done = FORDEL_GARANTI([500, 800, 700], [700, 700, 600], afrunding=0)
    assert done.tolist() == pytest.approx([665, 712, 623], rel=1e-14)
    assert done[1] / 800 == pytest.approx(done[2] / 700, rel=1e-14)


def test_a_ceiling():
    assert FORDEL_GARANTI([1000, 500], [500, 1000], 0.95, 1.1).tolist() == [550, 950]


@pytest.mark.parametrize("nyt, foer", [([950, 1050], [1000, 1000]), ([949, 1051], [1000, 1000])])
def test_the_floor_on_both_sides(nyt, foer):
    assert FORDEL_GARANTI(nyt, foer).tolist() == [950, 1050]


@pytest.mark.parametrize("nyt", [[900, 1100], [899, 1101]])
def test_the_ceiling_on_both_sides(nyt):
    assert FORDEL_GARANTI(nyt, [1000, 1000], 0, 1.1).tolist() == [900, 1100]


def test_a_new_recipient_has_no_bounds():
    assert FORDEL_GARANTI([300, 700], [None, 1000]).tolist() == [50, 950]
    assert FORDEL_GARANTI([300, 700], [0, 1000], 0, 0.5).tolist() == [500, 500]


def test_blank_is_closed_and_zero_is_protected():
    assert FORDEL_GARANTI([None, 1000], [500, 1000]).tolist() == [0, 1000]
    assert FORDEL_GARANTI(["", 1000], [500, 1000]).tolist() == [0, 1000]
    assert FORDEL_GARANTI([0, 1000], [100, 900]).tolist() == [95, 905]


def test_bounds_per_child():
    nyt, foer = [100, 900], [400, 600]
    assert FORDEL_GARANTI(nyt, foer, 0.9, None, [10, 30], [20, 20]).tolist() == [180, 820]
    assert FORDEL_GARANTI([300, 700], [0, 1000], 0.5, None, [10, 10], [0, 10]).tolist() == [300, 700]
    assert FORDEL_GARANTI([0, 700], [500, 700], 1, None, [0, 10], [10, 10]).tolist() == [0, 700]


@pytest.mark.parametrize("empty", EMPTY)
def test_95_per_cent_and_no_ceiling_are_the_defaults_also_from_empty_cells(empty):
    assert FORDEL_GARANTI([0, 1000], [100, 10], empty, empty, empty, empty, empty).tolist() == [95, 905]


def test_a_floor_of_zero_is_no_floor_and_true_is_one():
    assert FORDEL_GARANTI([500, 800], [700, 600], 0).tolist() == [500, 800]
    assert FORDEL_GARANTI([500, 500], [400, 600], True).tolist() == [400, 600]


def test_the_result_lies_like_the_new_amounts():
    assert FORDEL_GARANTI([[0], [1000]], [100, 900]).tolist() == [[95], [905]]
    assert FORDEL_GARANTI([[0, 1000]], [[100], [900]]).tolist() == [[95, 905]]
    assert FORDEL_GARANTI([1000], [900]).tolist() == [1000]


def test_units():
    assert FORDEL_GARANTI([500, 500], [400, 600]).tolist() == [430, 570]
    assert FORDEL_GARANTI([500, 500], [400, 600], afrunding=100).tolist() == [400, 600]
    assert FORDEL_GARANTI([500, 500], [400, 500.01], 1, afrunding=0.01).tolist() == [499.99, 500.01]
    assert FORDEL_GARANTI([0.1, 0.2], [0, 0], afrunding=0.01).tolist() == [0.1, 0.2]


@pytest.mark.parametrize("oere, total", [(0.49, 1000), (0.5, 1001), (0.51, 1001)])
def test_the_total_is_rounded_half_up(oere, total):
    assert math.fsum(FORDEL_GARANTI([500, 500 + oere], [500, 400])) == total


def test_not_an_oere_of_a_thousand_million_is_lost():
    nyt = [185_874_199.42, 814_057_303.24, 120_798_375.67]
    done = FORDEL_GARANTI(nyt, [184_015_457.42, 151_129_528.81, 670_195_601.29], 0.8, 3, afrunding=0.01)
    assert round(math.fsum(done), 2) == 1_120_729_878.33


def test_nothing_and_huge_amounts():
    assert FORDEL_GARANTI([0, None], [0, 500]).tolist() == [0, 0]
    assert FORDEL_GARANTI([1e12, 1], [1e12, 2]).tolist() == [1e12 - 1, 2]
    assert FORDEL_GARANTI([1e-9, 1e-9], [1, 0], 0, afrunding=0).tolist() == [1e-9, 1e-9]


def test_floors_above_the_sum():
    assert FORDEL_GARANTI([500, 450], [600, 400]).tolist() == [570, 380]
    with refused(UmuligFejl, "gulvet er for højt: garantierne kræver 950 kr., summen af nyt er 949 kr."):
        FORDEL_GARANTI([500, 449], [600, 400])
    with pytest.raises(UmuligFejl, match="^gulvet er for højt: .* 1.100 kr., .* 1.000 kr."):
        FORDEL_GARANTI([500, 500], [500, 600], 0.9, afrunding=100)  # 450 and 540 become 500 and 600


def test_ceilings_below_the_sum():
    assert FORDEL_GARANTI([500, 600], [600, 400], 0.5, 1.1).tolist() == [660, 440]
    with pytest.raises(UmuligFejl, match=r" 1\.100 kr\..* 1\.101 kr\."):
        FORDEL_GARANTI([500, 601], [600, 400], 0.5, 1.1)


def test_one_that_shall_have_nothing_but_its_guarantee_does_not_lift_the_ceiling():
    assert FORDEL_GARANTI([0, 640], [900, 500], 0.1, 1.1).tolist() == [90, 550]
    with pytest.raises(UmuligFejl, match=r"der kan højst gives 640 kr\., .* 641 kr\."):
        FORDEL_GARANTI([0, 641], [900, 500], 0.1, 1.1)


@pytest.mark.parametrize("missing", [1, 2])
def test_ceilings_below_a_sum_of_two_thousand_million(missing):
    with pytest.raises(UmuligFejl, match="kr"):
        FORDEL_GARANTI([10**9, 10**9 + missing], [10**9, 10**9], 0, 1)


def test_floors_above_a_sum_of_two_thousand_million():
    with pytest.raises(UmuligFejl, match=r"^gulvet er for højt: .* 2\.000\.000\.001 kr\..* 2\.000\.000\.000 kr\."):
        FORDEL_GARANTI([10**9, 10**9], [10**9, 10**9 + 1], 1)


def test_bounds_that_cross():
    assert FORDEL_GARANTI([400, 600], [500, 500], 1, 1).tolist() == [500, 500]
    for least, most, text in (
        (1.2, 1.1, "mindst er 120 %, højst er kun 110 %"),
        (None, 0.9, "mindst er 95 %, højst er kun 90 %"),
    ):
        with refused(VaerdiFejl, text):
            FORDEL_GARANTI([500, 500], [500, 500], least, most)


def test_95_for_95_per_cent():
    with pytest.raises(VaerdiFejl, match="^mindst: .*mente du 95 %?"):
        FORDEL_GARANTI([500, 500], [500, 500], 95)
    with pytest.raises(VaerdiFejl, match="^højst: .*mente du 110 %?"):
        FORDEL_GARANTI([500, 500], [500, 500], 0.9, 110)


def test_children():
    with pytest.raises(VaerdiFejl, match="^børn før mangler"):
        FORDEL_GARANTI([500], [500], None, None, [10])
    with pytest.raises(VaerdiFejl, match="^børn nu mangler"):
        FORDEL_GARANTI([500], [500], None, None, None, [10])
    with refused(VaerdiFejl, "før, nr. 2: 5, men der er 0 børn"):
        FORDEL_GARANTI([500, 1], [500, 5], None, None, [10, 10], [10, 0])
    with refused(VaerdiFejl, "nyt, nr. 1: 500, men der er 0 børn"):
        FORDEL_GARANTI([500, 1], [500, 5], None, None, [None, 10], [10, 10])
    for now, then in (([1], [1, 1]), ([1, 1], [1])):
        with pytest.raises(LaengdeFejl, match="har 1, nyt har 2"):
            FORDEL_GARANTI([500, 1], [500, 5], None, None, now, then)
    with pytest.raises(LaengdeFejl, match="før har 1, nyt har 2"):
        FORDEL_GARANTI([500, 1], [500])


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"nyt, nr. 2: {why}"):
        FORDEL_GARANTI([1, cell], [1, 1])
    with refused(VaerdiFejl, f"før, nr. 1: {why}"):
        FORDEL_GARANTI([1, 1], [cell, 1])
    with refused(VaerdiFejl, f"mindst: {why}"):
        FORDEL_GARANTI([1, 1], [1, 1], cell)
    with refused(VaerdiFejl, f"børn nu, nr. 2: {why}"):
        FORDEL_GARANTI([1, 1], [1, 1], None, None, [1, cell], [1, 1])


def test_a_guarantee_that_no_whole_unit_can_keep_is_refused():
    """142,50 to 150 has no whole hundred; 100 to 150 has one."""
    with pytest.raises(UmuligFejl, match="før, nr. 2: mellem garantien, 142,50 kr., og loftet, 150 kr., ligger der"):
        FORDEL_GARANTI([850, 150], [900, 150], 0.95, 1, afrunding=100)
    assert FORDEL_GARANTI([850, 150], [900, 150], 2 / 3, 1, afrunding=100).tolist() == [900, 100]
    assert FORDEL_GARANTI([850, 150], [900, 150], 0.95, 1, afrunding=0).tolist() == pytest.approx([855, 145])


def test_one_that_is_closed_has_no_guarantee_to_lose():
    assert FORDEL_GARANTI([None, 1000], [150, 1000], 0.95, 1, afrunding=100).tolist() == [0, 1000]
