"""FORDEL_SAMMENVEJ: several keys weighted into one."""

import math

import pytest
from awkward import NO_COUNTS, refused

from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl
from udfs.rules.fordel_sammenvej import FORDEL_SAMMENVEJ


def test_each_key_is_made_to_shares_before_it_is_weighed():
    assert FORDEL_SAMMENVEJ([[30, 2], [10, 2]], [3, 1]).tolist() == [[0.6875], [0.3125]]


def test_only_the_proportions_of_the_weights_count():
    one = FORDEL_SAMMENVEJ([[30, 2], [10, 6]], [0.75, 0.25])
    assert one.tolist() == FORDEL_SAMMENVEJ([[30, 2], [10, 6]], [75, 25]).tolist() == [[0.625], [0.375]]


def test_the_scale_of_a_key_does_not_count():
    keys = [[30, 2], [10, 6]]
    scaled = [[30e9, 2e-9], [10e9, 6e-9]]
    assert FORDEL_SAMMENVEJ(scaled, [3, 1]).ravel() == pytest.approx(FORDEL_SAMMENVEJ(keys, [3, 1]).ravel(), rel=1e-14)


def test_97_per_cent_children_and_3_per_cent_need():
    done = FORDEL_SAMMENVEJ([[50, 0], [50, 8]], [0.97, 0.03]).ravel()
    assert done == pytest.approx([0.485, 0.515], rel=1e-14)
    assert math.fsum(done) == pytest.approx(1, rel=1e-14)


def test_shapes():
    assert FORDEL_SAMMENVEJ([3, 1], 1).tolist() == [0.75, 0.25]
    assert FORDEL_SAMMENVEJ([[3], [1]], [1]).tolist() == [[0.75], [0.25]]
    assert FORDEL_SAMMENVEJ([[3, 1]], [[1], [1]]).tolist() == [[1]]
    assert FORDEL_SAMMENVEJ([[3, 1], [1, 1]], [[1, 1]]).tolist() == [[0.625], [0.375]]


def test_blank_is_zero_and_true_is_one():
    assert FORDEL_SAMMENVEJ([[None, True], [4, ""]], [1, 1]).tolist() == [[0.5], [0.5]]
    assert FORDEL_SAMMENVEJ([[1, 9], [3, 1]], [2, None]).tolist() == [[0.25], [0.75]]


def test_one_enormous_key():
    assert FORDEL_SAMMENVEJ([[1e12], [1e-9]], [1]).ravel().tolist() == [pytest.approx(1), pytest.approx(1e-21)]


def test_a_key_of_zeros_is_refused_by_its_number_unless_it_weighs_nothing():
    assert FORDEL_SAMMENVEJ([[1, 0], [3, None]], [2, 0]).tolist() == [[0.25], [0.75]]
    with pytest.raises(UmuligFejl, match="^nøgler, kolonne 2: alle er 0") as why:
        FORDEL_SAMMENVEJ([[1, 0], [3, None]], [2, 1e-9])
    assert (why.value.argument, why.value.numre) == ("noegler", (2,))


def test_weights_of_nothing():
    with pytest.raises(VaerdiFejl, match="^vægte: alle er 0"):
        FORDEL_SAMMENVEJ([[1, 2]], [0, 0])
    for empty in (None, "", [[None]], [None, None]):
        with pytest.raises(VaerdiFejl, match="^vægte mangler"):
            FORDEL_SAMMENVEJ([[1, 2]], empty)


def test_one_weight_a_key():
    with refused(LaengdeFejl, "vægte har 3 tal, nøgler har 2 kolonner"):
        FORDEL_SAMMENVEJ([[1, 2]], [1, 1, 1])


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"nøgler, række 2, kolonne 1: {why}"):
        FORDEL_SAMMENVEJ([[1, 2], [cell, 3]], [1, 1])
    with refused(VaerdiFejl, f"vægte, nr. 1: {why}"):
        FORDEL_SAMMENVEJ([[1, 2]], [cell, 1])
