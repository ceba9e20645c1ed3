"""FORDEL_KRITERIER: delivered counts."""

import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_kriterier import FORDEL_KRITERIER


def test_counts_are_summed_by_weight():
    assert FORDEL_KRITERIER([[3, 0, 5], [1, 2, None]]).tolist() == [[8], [3]]
    assert FORDEL_KRITERIER([[3, 0, 5], [1, 2, None]], [[1], [2], [0.5]]).tolist() == [[5.5], [5]]


def test_a_table_is_never_turned():
    assert FORDEL_KRITERIER([[1, 2, 3]]).tolist() == [[6]]
    assert FORDEL_KRITERIER([1, 2, 3]).tolist() == [1, 2, 3]


def test_the_order_of_the_columns_does_not_move_the_last_bit():
    assert 0.1 + 0.2 + 0.3 != 0.3 + 0.2 + 0.1
    assert FORDEL_KRITERIER([[0.1, 0.2, 0.3]]).tolist() == FORDEL_KRITERIER([[0.3, 0.2, 0.1]]).tolist()


def test_refusals():
    with pytest.raises(VaerdiFejl, match=r'antal, række 1, kolonne 2: "\.\." er ikke et tal'):
        FORDEL_KRITERIER([[3, ".."]])
    with pytest.raises(LaengdeFejl, match="vægte har 2 tal, antal har 1 kolonne"):
        FORDEL_KRITERIER([[3], [4]], [1, 2])
