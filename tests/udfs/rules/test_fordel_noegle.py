"""FORDEL_NOEGLE."""

import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_belastning import FORDEL_BELASTNING
from udfs.rules.fordel_noegle import FORDEL_NOEGLE


def test_kora_same_burden_and_twice_the_children_is_twice_the_key():
    assert FORDEL_NOEGLE([0.25, 0.25], [40, 80]).tolist() == [10, 20]


def test_key_per_child_is_the_burden_again():
    burden = [0.25, 0.5, 0]
    assert FORDEL_BELASTNING(FORDEL_NOEGLE(burden, [8, 6, 0]), [8, 6, 0]).tolist() == burden


def test_shape_and_refusals():
    assert FORDEL_NOEGLE([[0.5, None]], [[4], [2]]).tolist() == [[2, 0]]
    with pytest.raises(LaengdeFejl, match="børn har 1, belastning har 2"):
        FORDEL_NOEGLE([1, 2], [1])
    with pytest.raises(VaerdiFejl, match="belastning, nr. 2: -1 er negativ"):
        FORDEL_NOEGLE([1, -1], [1, 1])
