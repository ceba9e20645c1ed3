"""FORDEL_SATS: kr. per unit of the key."""

import pytest

from udfs.errors import UmuligFejl
from udfs.rules.fordel_sats import FORDEL_SATS


def test_one_python_number():
    assert FORDEL_SATS(1000, [30, 20]) == 20
    assert type(FORDEL_SATS(1000, [30, 20])) is float


def test_of_what_is_left_after_the_bounds():
    assert FORDEL_SATS(1000, [9, 1], [10, 10], None, 60) == 400
    assert FORDEL_SATS(1000, [98, 1, 1], None, None, None, 100) == pytest.approx(800 / 98)


def test_all_at_the_cap_is_the_largest_cap_per_weight():
    assert FORDEL_SATS(1500, [9, 1], [10, 10], None, 60) == 600


def test_only_what_lies_over_the_threshold():
    assert FORDEL_SATS(90, [5, 4, 1], [10, 10, 10], 0.2, taerskeltype="over") == 18


def test_of_nothing():
    assert FORDEL_SATS(0, [1, 2]) == 0


def test_refused_as_the_distribution_is():
    with pytest.raises(UmuligFejl, match="nøglen er nul for alle"):
        FORDEL_SATS(10, [0, 0])
