"""Who reaches a threshold, and what they count with."""

import math

import numpy as np
import pytest

from udfs.distribution import fordel
from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.threshold import below, nobody, per_child, weigh
from udfs.trail import CHILDREN_OF_THRESHOLD, HEADINGS, as_table

KEY, CHILDREN = np.array([8.0, 7.9, 0.0, 30.0]), np.array([100.0, 100.0, 10.0, 100.0])


@pytest.mark.parametrize("over, weights", [(False, [8, 0, 0, 30]), (True, [0, 0, 0, 22])])
def test_exactly_on_the_threshold_reaches_it(over, weights):
    reached, vaegt = weigh(KEY, CHILDREN, 0.08, over)
    assert reached.tolist() == [True, False, False, True]
    assert vaegt.tolist() == weights


def test_the_noise_of_a_multiplication_is_no_difference():
    assert weigh(np.array([0.3]), np.array([3.0]), 0.1, False)[0].tolist() == [True]  # 3 x 0,1 is a little over 0,3
    assert weigh(np.array([0.3 - 2e-9]), np.array([3.0]), 0.1, False)[0].tolist() == [False]
    assert weigh(np.array([0.3 + 0.9e-9]), np.array([3.0]), 0.1, True)[1].tolist() == [0]
    assert weigh(np.array([0.3 + 2e-9]), np.array([3.0]), 0.1, True)[1][0] > 0


def test_nothing_reaches_only_a_threshold_of_nothing():
    zero = np.zeros(1)
    assert weigh(zero, zero, 0.0, False)[0].tolist() == [True]
    assert weigh(zero, zero, 0.1, False)[0].tolist() == [False]


def test_the_refusal_says_the_highest_or_asks_about_percentages():
    assert str(nobody(0.5, np.array([0.2, 0.3]), False)) == (
        "tærskel: ingen når op på 50 %; den højeste belastning er 30 %")
    assert str(nobody(8, np.array([0.2]), True)) == "tærskel: ingen når over 8; mente du 8 %?"


def test_the_highest_is_never_said_to_be_more_than_it_is():
    for highest, told in ((0.170731707317073, "17,07 %"), (0.1999999, "19,99 %"), (0.29, "29 %"), (0.07, "7 %"),
                          (0.00005, "under 0,01 %"), (0.0001, "0,01 %"), (0.0, "0 %")):
        assert below(highest) == told
    assert str(nobody(0.07, np.array([0.0699999]), False)) == (
        "tærskel: ingen når op på 7 %; den højeste belastning er 6,99 %")
    assert str(nobody(0.12345, np.array([0.1]), False)).startswith("tærskel: ingen når op på 12,345 %;")


def test_a_burden_of_nobody():
    assert per_child(np.array([1.0, 0.0, 3.0]), np.array([2.0, 0.0, 6.0])).tolist() == [0.5, 0, 0.5]
    assert math.isnan(per_child(np.array([1.0]), np.array([0.0]))[0])


# ------------------------------------------------------------------------------------- other children, own weights


def test_the_threshold_by_its_own_children_the_cap_by_the_usual():
    """Burdens by 10 and 10: 0,2 and 0,5; by 20 and 10: 0,1 and 0,5. Caps are 20 x 30 and 10 x 30 kr."""
    done = fordel(1000, [2, 5], [10, 10], 0.15, 30, boern_taerskel=[20, 10])
    assert done.belastning.tolist() == [0.1, 0.5]
    assert done.over_taerskel.tolist() == [False, True]
    assert done.hi.tolist() == [300, 300]
    assert done.boern_taerskel.tolist() == [20, 10]
    assert fordel(1000, [2, 5], [10, 10], 0.15).boern_taerskel is None


def test_own_children_are_checked_for_the_threshold_and_the_usual_for_the_cap():
    with pytest.raises(VaerdiFejl, match="men der er 0 børn"):
        fordel(1000, [2, 5], [10, 10], 0.1, boern_taerskel=[0, 10])
    assert fordel(1000, [2, 5], [0, 10], 0.1, boern_taerskel=[20, 10]).tildeling.sum() == 1000
    with pytest.raises(VaerdiFejl, match="men der er 0 børn"):
        fordel(1000, [2, 5], [0, 10], 0.1, 900, boern_taerskel=[20, 10])
    with pytest.raises(LaengdeFejl):
        fordel(1000, [2, 5], [10, 10], 0.1, boern_taerskel=[20, 10, 1])


def test_own_weights_stand_in_for_the_threshold_and_only_for_it():
    """Weights 3 : 1 of 1.000 kr.; without the threshold the keys 4 : 6."""
    done = fordel(1000, [4, 6], [10, 10], 0.3, vaegt=[3, 1])
    assert done.tildeling.tolist() == [750, 250]
    assert done.uden_taerskel.tolist() == [400, 600]
    assert fordel(1000, [4, 6], [10, 10], 0.3, vaegt=[3, 0]).over_taerskel.tolist() == [True, False]
    assert fordel(1000, [4, 6], vaegt=[3, 1]).tildeling.tolist() == [400, 600]
    with pytest.raises(LaengdeFejl):
        fordel(1000, [4, 6], [10, 10], 0.3, vaegt=[3])


def test_the_trail_has_the_children_of_the_threshold_only_where_they_are_others():
    table = as_table(fordel(1000, [2, 5], [10, 10], 0.15, boern_taerskel=[20, 10]))
    assert table[0].tolist() == [*HEADINGS[:3], CHILDREN_OF_THRESHOLD, *HEADINGS[3:]]
    assert table[:, 3].tolist() == [CHILDREN_OF_THRESHOLD, 20, 10, 30]
    assert table[1:, 4].tolist() == [0.1, 0.5, 7 / 30]
    assert as_table(fordel(1000, [2, 5], [10, 10], 0.15))[0].tolist() == list(HEADINGS)
