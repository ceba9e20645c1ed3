"""FORDEL_HELAAR: full-year children."""

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_helaar import FORDEL_HELAAR


def test_24_children_in_5_of_12_months_are_10():
    assert FORDEL_HELAAR([[24] * 5 + [None] * 7, [10] * 12]).tolist() == [[10], [10]]


@pytest.mark.parametrize("omitted", EMPTY)
def test_12_months_is_the_default_also_from_an_empty_cell(omitted):
    assert FORDEL_HELAAR([[24, 12]], omitted).tolist() == FORDEL_HELAAR([[24, 12]]).tolist() == [[3]]


def test_a_column_or_a_list_is_one_month_each_and_a_row_is_one_institution():
    assert FORDEL_HELAAR([24, 12], 6).tolist() == [4, 2]
    assert FORDEL_HELAAR([[24], [12]], 6).tolist() == [[4], [2]]
    assert FORDEL_HELAAR([[24, 12]], 6).tolist() == [[6]]


def test_blank_is_zero_and_true_is_one():
    assert FORDEL_HELAAR([[None, "", True, False]], 4).tolist() == [[0.25]]


@pytest.mark.parametrize("few, expected", [(1e-9, 0.5e-9), (1e12, 0.5e12), (0, 0)])
def test_tiny_and_huge(few, expected):
    assert FORDEL_HELAAR([[few, 0]], 2).tolist() == [[expected]]


def test_the_order_of_the_months_does_not_move_the_last_bit():
    assert 0.1 + 0.2 + 0.3 != 0.3 + 0.2 + 0.1
    assert FORDEL_HELAAR([[0.1, 0.2, 0.3]]).tolist() == FORDEL_HELAAR([[0.3, 0.2, 0.1]]).tolist()


def test_as_many_months_with_children_as_are_counted_but_no_more():
    assert FORDEL_HELAAR([[3, 3, 3, 0]], 3).tolist() == [[3]]
    with pytest.raises(LaengdeFejl, match="børn pr. måned, række 2: .*4 måneder, men måneder er 3") as why:
        FORDEL_HELAAR([[3, 3, 3, None], [3, 3, 3, 3]], 3)
    assert (why.value.argument, why.value.numre) == ("boern_pr_maaned", (2,))


def test_at_least_one_month():
    assert FORDEL_HELAAR([[7]], 1).tolist() == [[7]]
    for few in (0.99, 0):
        with pytest.raises(VaerdiFejl, match="måneder: .* er under 1"):
            FORDEL_HELAAR([[7]], few)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"børn pr. måned, række 2, kolonne 1: {why}"):
        FORDEL_HELAAR([[1, 2], [cell, 3]])
    with refused(VaerdiFejl, f"måneder: {why}"):
        FORDEL_HELAAR([[1, 2]], cell)
