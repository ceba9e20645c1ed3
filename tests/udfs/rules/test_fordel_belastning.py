"""FORDEL_BELASTNING."""

import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_belastning import FORDEL_BELASTNING


def test_per_child_and_nothing_of_nobody_is_nothing():
    assert FORDEL_BELASTNING([[5], [0], [0]], [50, 0, 10]).tolist() == [[0.1], [0], [0]]


@pytest.mark.parametrize("relativ", [True, 1, "SAND", "ja"])
def test_relative_to_the_average_of_all(relativ):
    assert FORDEL_BELASTNING([1, 3, 0], [4, 4, 0], relativ).tolist() == [0.5, 1.5, 0]


@pytest.mark.parametrize("absolut", [None, False, 0, ""])
def test_absolute_where_it_is_not_asked_for(absolut):
    assert FORDEL_BELASTNING([1, 3], [4, 4], absolut).tolist() == [0.25, 0.75]


def test_all_counts_zero_are_zero_also_relative():
    assert FORDEL_BELASTNING([0, 0], [4, 0], True).tolist() == [0, 0]


def test_refusals():
    with pytest.raises(VaerdiFejl) as refused:
        FORDEL_BELASTNING([1, 2], [4, None])
    assert str(refused.value) == "antal, nr. 2: 2, men der er 0 børn"
    assert (refused.value.argument, refused.value.numre) == ("antal", (2,))
    with pytest.raises(LaengdeFejl):
        FORDEL_BELASTNING([1, 2], [4])
