"""FORDEL_VURDERING: weighted points of a professional assessment."""

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_vurdering import FORDEL_VURDERING


def test_points_times_weights():
    assert FORDEL_VURDERING([[3, 1], [0, 4]], [0.5, 0.25]).tolist() == [[1.75], [1]]


def test_times_children_where_they_are_given():
    assert FORDEL_VURDERING([[3, 1], [0, 4]], [0.5, 0.25], [20, 10]).tolist() == [[35], [10]]
    assert FORDEL_VURDERING([[3, 1], [0, 4]], [0.5, 0.25], [[20, None]]).tolist() == [[35], [0]]


@pytest.mark.parametrize("omitted", EMPTY)
def test_children_from_an_empty_cell_are_omitted(omitted):
    assert FORDEL_VURDERING([[3, 1], [0, 4]], [1, 1], omitted).tolist() == [[4], [4]]


def test_shapes():
    assert FORDEL_VURDERING([3, 1], [2]).tolist() == [6, 2]
    assert FORDEL_VURDERING([[3], [1]], 2).tolist() == [[6], [2]]
    assert FORDEL_VURDERING([[3, 1]], [[2], [4]]).tolist() == [[10]]
    assert FORDEL_VURDERING([[3, 1]], [[2, 4]]).tolist() == [[10]]


def test_blank_is_zero_and_true_is_one():
    assert FORDEL_VURDERING([[None, True], ["", False]], [5, 7]).tolist() == [[7], [0]]
    assert FORDEL_VURDERING([[1, 1]], [None, 7]).tolist() == [[7]]


@pytest.mark.parametrize("points", [1e-9, 1e12])
def test_tiny_and_huge(points):
    assert FORDEL_VURDERING([[points], [1]], [2], [4, 4]).tolist() == [[8 * points], [8]]


def test_the_order_of_the_columns_does_not_move_the_last_bit():
    one = FORDEL_VURDERING([[0.1, 0.2, 0.3]], [1, 1, 1])
    assert one.tolist() == FORDEL_VURDERING([[0.3, 0.2, 0.1]], [1, 1, 1]).tolist()


def test_lengths():
    with refused(LaengdeFejl, "vægte har 1 tal, point har 2 kolonner"):
        FORDEL_VURDERING([[1, 2], [3, 4]], [1])
    with pytest.raises(LaengdeFejl, match="børn har 3, point har 2"):
        FORDEL_VURDERING([[1, 2], [3, 4]], [1, 1], [1, 2, 3])


@pytest.mark.parametrize("empty", [None, "", [[None]], [None, None]])
def test_weights_must_be_there(empty):
    with pytest.raises(VaerdiFejl, match="^vægte mangler"):
        FORDEL_VURDERING([[1, 2]], empty)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"point, række 2, kolonne 1: {why}"):
        FORDEL_VURDERING([[1, 2], [cell, 3]], [1, 1])
    with refused(VaerdiFejl, f"vægte, nr. 2: {why}"):
        FORDEL_VURDERING([[1, 2]], [1, cell])
    with refused(VaerdiFejl, f"børn, nr. 1: {why}"):
        FORDEL_VURDERING([[1, 2], [3, 4]], [1, 1], [cell, 5])
