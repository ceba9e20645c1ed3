"""FORDEL_ANDEL."""

import math

import pytest

from udfs.errors import UmuligFejl, VaerdiFejl
from udfs.rules.fordel_andel import FORDEL_ANDEL


def test_each_over_the_sum():
    assert FORDEL_ANDEL([[1], [3], [None]]).tolist() == [[0.25], [0.75], [0]]
    assert math.fsum(FORDEL_ANDEL([0.1] * 7)) == pytest.approx(1, abs=1e-15)
    assert FORDEL_ANDEL(5).tolist() == [1]


def test_refusals():
    with pytest.raises(UmuligFejl, match="tal: alle er 0"):
        FORDEL_ANDEL([0, None])
    with pytest.raises(VaerdiFejl, match="tal, nr. 2: -1 er negativ"):
        FORDEL_ANDEL([2, -1])
