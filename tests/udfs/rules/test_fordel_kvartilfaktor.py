"""FORDEL_KVARTILFAKTOR: quartiles as KVARTIL.MEDTAG."""

import pytest

from udfs.errors import UmuligFejl
from udfs.rules.fordel_kvartilfaktor import FORDEL_KVARTILFAKTOR


def test_quartiles_between_two_are_interpolated():
    # KVARTIL.MEDTAG({1;2;3;4};1) = 1,75 and ;3) = 3,25
    assert FORDEL_KVARTILFAKTOR([1, 2, 3, 4], [1, 1, 1, 1]) == pytest.approx(3.25 / 1.75)
    assert FORDEL_KVARTILFAKTOR([100, 200, 300, 400, 500], [1] * 5) == 2


def test_per_child_and_only_those_that_get_any():
    assert FORDEL_KVARTILFAKTOR([1000, 400, 0, 900, 800, 500], [10, 2, 5, 3, 2, 1]) == 2


def test_one_recipient_is_1():
    assert FORDEL_KVARTILFAKTOR([1000], [10]) == 1
    assert type(FORDEL_KVARTILFAKTOR([1000], [10])) is float


def test_refusals():
    with pytest.raises(UmuligFejl, match="beløb: ingen får penge"):
        FORDEL_KVARTILFAKTOR([0], [10])
