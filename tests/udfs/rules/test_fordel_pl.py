"""FORDEL_PL: amounts in a later year's prices."""

import pytest
from awkward import EMPTY, NO_NUMBERS, refused

from udfs.errors import VaerdiFejl
from udfs.rules.fordel_pl import FORDEL_PL


def test_the_product_of_the_years():
    assert FORDEL_PL([1000, 2000], [0.25, 0.25]).tolist() == [1562.5, 3125]
    assert FORDEL_PL([1000], 0.032).tolist() == [pytest.approx(1032, rel=1e-15)]
    assert FORDEL_PL([1000], [0.032, 0.021, -0.004]).tolist() == [pytest.approx(1049.457312, rel=1e-14)]


def test_no_change_and_falling_prices():
    assert FORDEL_PL([1000.55], 0).tolist() == [1000.55]
    assert FORDEL_PL([1000], [[-0.25]]).tolist() == [750]
    assert FORDEL_PL([1000], [0, False, 0.25]).tolist() == [1250]


def test_nothing_is_rounded():
    assert FORDEL_PL([1], 0.125).tolist() == [1.125]


def test_negative_blank_true_tiny_and_huge():
    assert FORDEL_PL([-1000, None, "", True, 1e12, 1e-9], 0.25).tolist() == [-1250, 0, 0, 1.25, 1.25e12, 1.25e-9]


@pytest.mark.parametrize("satser", [[0.25, 0.25], [[0.25, 0.25]], [[0.25], [0.25]]])
def test_the_result_lies_like_the_amounts_however_the_rates_lie(satser):
    assert FORDEL_PL([[16], [32]], satser).tolist() == [[25], [50]]
    assert FORDEL_PL([[16, 32, 48]], satser).tolist() == [[25, 50, 75]]
    assert FORDEL_PL([16], satser).tolist() == [25]


@pytest.mark.parametrize("wrong, shown", [(0.5, "0,5"), (3.2, "3,2"), (-0.5, "-0,5"), (-3.2, "-3,2")])
def test_a_rate_of_half_or_more_is_a_slip(wrong, shown):
    with pytest.raises(
        VaerdiFejl, match=rf"^satser, nr\. 2: {shown} er {100 * wrong:.0f} %; mente du {shown} %\?$"
    ) as why:
        FORDEL_PL([1000], [0.03, wrong])
    assert (why.value.argument, why.value.numre) == ("satser", (2,))


@pytest.mark.parametrize("rate, expected", [(0.499, 1499), (-0.499, 501)])
def test_just_under_half(rate, expected):
    assert FORDEL_PL([1000], rate).tolist() == [pytest.approx(expected, rel=1e-15)]


def test_true_is_no_rate():
    with pytest.raises(VaerdiFejl, match="mente du 1 %"):
        FORDEL_PL([1000], True)


@pytest.mark.parametrize("empty", EMPTY)
def test_a_year_without_a_rate(empty):
    with pytest.raises(VaerdiFejl, match="^satser.* mangler"):
        FORDEL_PL([1000], empty)
    with pytest.raises(VaerdiFejl, match="^satser, nr. 2: mangler"):
        FORDEL_PL([1000], [0.03, None, 0.02])


@pytest.mark.parametrize("cell, why", NO_NUMBERS)
def test_what_is_no_number_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"beløb, nr. 2: {why}"):
        FORDEL_PL([1, cell], 0.03)
    with refused(VaerdiFejl, f"satser, nr. 2: {why}"):
        FORDEL_PL([1, 2], [0.03, cell])
