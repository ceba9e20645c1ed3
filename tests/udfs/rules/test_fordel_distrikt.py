"""FORDEL_DISTRIKT: expected need by where the children live."""

import pytest
from awkward import NO_COUNTS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_distrikt import FORDEL_DISTRIKT


def test_children_times_the_burden_of_their_district():
    assert FORDEL_DISTRIKT([[40, 10], [0, 50]], [0.25, 0.5]).tolist() == [[15], [25]]


def test_one_burden_everywhere_is_that_share_of_the_children():
    assert FORDEL_DISTRIKT([[40, 10, 30], [0, 50, 2]], [0.5, 0.5, 0.5]).tolist() == [[40], [26]]


def test_shapes():
    assert FORDEL_DISTRIKT([40, 10], [0.25]).tolist() == [10, 2.5]
    assert FORDEL_DISTRIKT([[40], [10]], 0.25).tolist() == [[10], [2.5]]
    assert FORDEL_DISTRIKT([[40, 10]], [[0.25], [0.5]]).tolist() == [[15]]
    assert FORDEL_DISTRIKT([[40, 10]], [[0.25, 0.5]]).tolist() == [[15]]


def test_blank_is_zero_and_true_is_one():
    assert FORDEL_DISTRIKT([[None, 10, True]], [0.25, 0.5, 0.125]).tolist() == [[5.125]]
    assert FORDEL_DISTRIKT([[40, 10]], [None, 0.5]).tolist() == [[5]]


@pytest.mark.parametrize("children", [1e-9, 1e12])
def test_tiny_and_huge(children):
    assert FORDEL_DISTRIKT([[children, 0]], [0.5, 1]).tolist() == [[children / 2]]


def test_the_order_of_the_districts_does_not_move_the_last_bit():
    one = FORDEL_DISTRIKT([[0.1, 0.2, 0.3]], [1, 1, 1])
    assert one.tolist() == FORDEL_DISTRIKT([[0.3, 0.2, 0.1]], [1, 1, 1]).tolist()


def test_one_burden_a_district():
    with refused(LaengdeFejl, "belastning har 3 tal, børn pr. distrikt har 2 kolonner"):
        FORDEL_DISTRIKT([[1, 2]], [1, 2, 3])
    for empty in (None, "", [[None]], [None, None]):
        with pytest.raises(VaerdiFejl, match="^belastning mangler"):
            FORDEL_DISTRIKT([[1, 2]], empty)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"børn pr. distrikt, række 1, kolonne 2: {why}"):
        FORDEL_DISTRIKT([[1, cell], [2, 3]], [1, 1])
    with refused(VaerdiFejl, f"belastning, nr. 1: {why}"):
        FORDEL_DISTRIKT([[1, 2]], [cell, 1])
