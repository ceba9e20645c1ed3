"""FORDEL_TRAPPE: KORA's geometric ladder."""

import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_trappe import FORDEL_TRAPPE


def test_steps_by_rising_burden_whatever_the_order_of_the_list():
    assert FORDEL_TRAPPE([0.1, 0.3, 0.2], 4).tolist() == [1, 4, 2]
    assert FORDEL_TRAPPE([[0.3], [0.2], [0.1]], 4).tolist() == [[4], [2], [1]]


def test_zero_burden_is_lowest_and_gets_money():
    assert FORDEL_TRAPPE([0, 0.3, None], 4).tolist() == [pytest.approx(2**0.5), 4, pytest.approx(2**0.5)]


def test_equal_burdens_share_the_mean_rank():
    assert FORDEL_TRAPPE([1, 2, 2, 3], 8).tolist() == pytest.approx([1, 8**0.5, 8**0.5, 8])
    assert FORDEL_TRAPPE([5, 5], 9).tolist() == [3, 3]


def test_equal_but_for_the_last_bit():
    assert 0.1 * 3 != 0.3
    assert FORDEL_TRAPPE([0.3, 0.1 * 3], 9).tolist() == [3, 3]


def test_times_children():
    assert FORDEL_TRAPPE([1, 2], 3, [10, 20]).tolist() == [10, 60]
    assert FORDEL_TRAPPE([1, 2], 3, [[None]]).tolist() == [1, 3]


def test_one_institution_or_factor_1():
    assert FORDEL_TRAPPE([0.4], 20, [7]).tolist() == [7]
    assert FORDEL_TRAPPE([1, 2, 3], 1).tolist() == [1, 1, 1]


def test_refusals():
    for typed in (0.5, 0.042, "1:3"):
        with pytest.raises(VaerdiFejl, match="faktor: .*skriv 3, ikke 1:3"):
            FORDEL_TRAPPE([1, 2], typed)
    with pytest.raises(LaengdeFejl, match="børn har 1, belastning har 2"):
        FORDEL_TRAPPE([1, 2], 3, [1])
