"""FORDEL_UDSATTE: unique children who meet at least k of n criteria."""

import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_udsatte import FORDEL_UDSATTE

CHILDREN = [["x", None, "x"], ["ja", "nej", "nej"], [0, 0, 0], [1, 1, 1]]


@pytest.mark.parametrize(
    "mindst, expected",
    [(None, [1, 1, 0, 1]), (1, [1, 1, 0, 1]), (2, [1, 0, 0, 1]), (3, [0, 0, 0, 1]), (4, [0] * 4)],
)
def test_at_least_so_many_criteria(mindst, expected):
    assert FORDEL_UDSATTE(CHILDREN, mindst).tolist() == [[x] for x in expected]


def test_weights_are_compared_with_mindst_as_a_sum():
    assert FORDEL_UDSATTE(CHILDREN, 1.5, [1, 0.4, 0.5]).ravel().tolist() == [1, 0, 0, 1]
    assert FORDEL_UDSATTE(CHILDREN, 1.5, [[0.9], [0.4], [0.5]]).ravel().tolist() == [0, 0, 0, 1]


def test_the_last_bit_of_a_weighted_sum_does_not_decide():
    assert 0.1 + 0.7 < 0.8
    assert FORDEL_UDSATTE([[1, 1]], 0.8, [0.1, 0.7]).tolist() == [[1]]
    assert FORDEL_UDSATTE([[1, 1]], 0.80001, [0.1, 0.7]).tolist() == [[0]]


def test_one_column_of_cells_is_one_criterion():
    assert FORDEL_UDSATTE([1, 0]).tolist() == [1, 0]


def test_refusals():
    with pytest.raises(VaerdiFejl, match="kriterier, række 1, kolonne 2: 2 er ikke 1/0"):
        FORDEL_UDSATTE([[1, 2]])
    with pytest.raises(VaerdiFejl, match="mindst: 0 ville tage alle børn med"):
        FORDEL_UDSATTE([[1, 0]], 0)
    with pytest.raises(LaengdeFejl, match="vægte har 3 tal, kriterier har 2 kolonner"):
        FORDEL_UDSATTE([[1, 0]], 1, [1, 2, 3])
