"""FORDEL_SCORE: a child's score by a statistical model."""

import math

import pytest
from awkward import EMPTY, NO_NUMBERS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_score import FORDEL_SCORE


def test_the_linear_index_is_constant_plus_sum():
    rows = [[1, 0], [1, 2], [0, -1]]
    assert FORDEL_SCORE(rows, [0.5, 1.5], -2, "lineaer").tolist() == [[-1.5], [1.5], [-3.5]]


def test_characteristics_coefficients_and_the_constant_may_be_negative():
    assert FORDEL_SCORE([[-2, 3]], [-0.5, -1], -4, "lineaer").tolist() == [[-6]]


@pytest.mark.parametrize("z, share", [(0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.25), (math.log(99), 0.99)])
def test_logit_is_the_share_with_these_odds(z, share):
    assert FORDEL_SCORE([[z]], [1]).tolist() == [[pytest.approx(share, rel=1e-14)]]
    assert FORDEL_SCORE([[1]], [1], z - 1).tolist() == [[pytest.approx(share, rel=1e-14)]]


def test_logit_never_overflows():
    assert FORDEL_SCORE([[1000], [-1000], [1e12], [-1e12]], [1]).ravel().tolist() == [1, 0, 1, 0]


@pytest.mark.parametrize("omitted", EMPTY)
def test_no_constant_and_logit_are_the_defaults(omitted):
    expected = FORDEL_SCORE([[2]], [1], 0, "logit").tolist()
    assert FORDEL_SCORE([[2]], [1]).tolist() == FORDEL_SCORE([[2]], [1], omitted, omitted).tolist() == expected


@pytest.mark.parametrize("model", ["lineaer", "LINEAER", "lineær", "Lineær", "LINEÆR", [["lineær"]]])
def test_linear_in_every_spelling(model):
    assert FORDEL_SCORE([[2]], [3], 1, model).tolist() == [[7]]


def test_shapes():
    assert FORDEL_SCORE([1, 2], [3], 0, "lineaer").tolist() == [3, 6]
    assert FORDEL_SCORE([[1], [2]], [3], 0, "lineaer").tolist() == [[3], [6]]
    assert FORDEL_SCORE([[1, 2]], [3, 4], 0, "lineaer").tolist() == [[11]]
    assert FORDEL_SCORE([[1, 2]], [[3], [4]], 0, "lineaer").tolist() == [[11]]
    assert FORDEL_SCORE([[1, 2]], [[3, 4]], 0, "lineaer").tolist() == [[11]]


def test_blank_is_zero_and_true_is_one():
    assert FORDEL_SCORE([[None, True], ["", False]], [5, 7], 0, "lineaer").tolist() == [[7], [0]]
    assert FORDEL_SCORE([[1, 1]], [None, 7], 0, "lineaer").tolist() == [[7]]


def test_the_order_of_the_columns_does_not_move_the_last_bit():
    one = FORDEL_SCORE([[0.1, 0.2, 0.3]], [1, 1, 1], 0.7, "lineaer")
    assert one.tolist() == FORDEL_SCORE([[0.3, 0.2, 0.1]], [1, 1, 1], 0.7, "lineaer").tolist()


def test_one_coefficient_a_column():
    with refused(LaengdeFejl, "koefficienter har 3 tal, kendetegn har 2 kolonner"):
        FORDEL_SCORE([[1, 2]], [1, 2, 3])
    with pytest.raises(VaerdiFejl, match="^koefficienter mangler"):
        FORDEL_SCORE([[1]], None)


def test_an_unknown_model():
    with refused(VaerdiFejl, 'model: "probit" findes ikke; skriv "logit" eller "lineaer"'):
        FORDEL_SCORE([[1]], [1], 0, "probit")


@pytest.mark.parametrize("cell, why", NO_NUMBERS)
def test_what_is_no_number_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"kendetegn, række 2, kolonne 1: {why}"):
        FORDEL_SCORE([[1, 2], [cell, 3]], [1, 1])
    with refused(VaerdiFejl, f"koefficienter, nr. 2: {why}"):
        FORDEL_SCORE([[1, 2]], [1, cell])
    with refused(VaerdiFejl, f"konstant: {why}"):
        FORDEL_SCORE([[1, 2]], [1, 1], cell)
