"""FORDEL_KLASSER: whole classes."""

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_klasser import FORDEL_KLASSER


@pytest.mark.parametrize(
    "pupils, classes",
    [(0, 0), (1e-3, 1), (1, 1), (27, 1), (28, 1), (28.5, 2), (29, 2), (56, 2), (57, 3), (2.8e12, 1e11)],
)
def test_28_to_a_class_and_one_more_is_a_new_class(pupils, classes):
    assert FORDEL_KLASSER([pupils]).tolist() == [classes]


@pytest.mark.parametrize("pupils, classes", [(26, 1), (27, 2), (52, 2), (53, 3)])
def test_26_in_the_youngest_classes(pupils, classes):
    assert FORDEL_KLASSER([pupils], 26).tolist() == [classes]


@pytest.mark.parametrize("omitted", EMPTY)
def test_28_is_the_default_also_from_an_empty_cell(omitted):
    assert FORDEL_KLASSER([28, 29], omitted).tolist() == FORDEL_KLASSER([28, 29]).tolist() == [1, 2]


def test_the_result_lies_like_the_pupils():
    assert FORDEL_KLASSER([[28], [29]]).tolist() == [[1], [2]]
    assert FORDEL_KLASSER([[28, 29]]).tolist() == [[1, 2]]
    assert FORDEL_KLASSER([[28, 29], [0, 57]]).tolist() == [[1, 2], [0, 3]]
    assert FORDEL_KLASSER(29).tolist() == [2]
    assert FORDEL_KLASSER([None, "", True, False]).tolist() == [0, 0, 1, 0]


@pytest.mark.parametrize(
    "limit, classes",
    [
        (26, [[2, 2], [2, 2]]),
        ([[28, 26]], [[1, 2], [1, 2]]),
        ([[28], [26]], [[1, 1], [2, 2]]),
        ([28, 26], [[1, 1], [2, 2]]),
        ([[28, 26], [26, 28]], [[1, 2], [2, 1]]),
    ],
)
def test_a_limit_for_all_a_year_a_school_or_each(limit, classes):
    assert FORDEL_KLASSER([[27, 27], [27, 27]], limit).tolist() == classes


def test_a_limit_for_each_of_a_line():
    assert FORDEL_KLASSER([[27, 27]], [[28, 26]]).tolist() == [[1, 2]]
    assert FORDEL_KLASSER([[27], [27]], [[28], [26]]).tolist() == [[1], [2]]
    assert FORDEL_KLASSER([27, 27], [28, 26]).tolist() == [1, 2]
    assert FORDEL_KLASSER([27, 27], [[28], [26]]).tolist() == [1, 2]


def test_the_last_bit_of_a_quotient_makes_no_class():
    assert 0.1 * 3 > 0.3
    assert FORDEL_KLASSER([0.1 * 3 * 100], 30).tolist() == [1]


@pytest.mark.parametrize("limit", [[[28, 26, 27]], [[28], [26], [27]], [[28, 26]] * 3])
def test_a_limit_that_does_not_match(limit):
    with pytest.raises(LaengdeFejl, match="^områderne passer ikke sammen: loft er .*, elever er 2 rækker og"):
        FORDEL_KLASSER([[27, 27], [27, 27]], limit)


def test_a_limit_of_less_than_one_pupil():
    assert FORDEL_KLASSER([3], 1).tolist() == [3]
    for few in (0, 0.99):
        with pytest.raises(VaerdiFejl, match="^loft.* er under 1"):
            FORDEL_KLASSER([3], few)
    with pytest.raises(VaerdiFejl, match="^loft, nr. 2: mangler"):
        FORDEL_KLASSER([[3, 3]], [[28, None]])


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"elever, nr. 2: {why}"):
        FORDEL_KLASSER([1, cell])
    with refused(VaerdiFejl, f"elever, række 2, kolonne 1: {why}"):
        FORDEL_KLASSER([[1, 1], [cell, 1]])
    with refused(VaerdiFejl, f"loft, nr. 2: {why}"):
        FORDEL_KLASSER([1, 1], [28, cell])
