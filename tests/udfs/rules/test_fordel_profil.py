"""FORDEL_PROFIL: the mean score of an institution's children."""

import pytest
from awkward import NO_NUMBERS, refused

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_profil import FORDEL_PROFIL


def test_the_mean_of_each_institutions_children():
    assert FORDEL_PROFIL(["a", "b"], ["b", "a", "b", "b"], [0.25, 0.5, 0.75, 0.5]).tolist() == [0.5, 0.5]
    assert FORDEL_PROFIL(["a", "b"], ["b", "a", "b"], [-1, 2, -4]).tolist() == [2, -2.5]


def test_an_institution_without_children_and_a_blank_one_are_zero():
    assert FORDEL_PROFIL(["a", "b", None, ""], ["a"], [0.25]).tolist() == [0.25, 0, 0, 0]


def test_names_are_compared_without_case_blanks_and_no_break_spaces():
    places = ["Månen", "Sol en", 4100]
    child = [" MÅNEN ", "Månen\xa0", "sol\xa0en", "4100", 4100.0]
    assert FORDEL_PROFIL(places, child, [1, 2, 3, 4, 6]).tolist() == [1.5, 3, 5]


def test_the_result_lies_like_the_institutions():
    assert FORDEL_PROFIL([["a"], ["b"]], ["a", "b"], [1, 2]).tolist() == [[1], [2]]
    assert FORDEL_PROFIL([["a", "b"]], [["a"], ["b"]], [[1, 2]]).tolist() == [[1, 2]]
    assert FORDEL_PROFIL(["a"], [["a", "a"]], [[1], [2]]).tolist() == [1.5]


def test_a_wholly_blank_row_is_skipped_and_true_is_one():
    assert FORDEL_PROFIL(["a"], ["a", None, "", "a"], [True, None, "", False]).tolist() == [0.5]


def test_the_order_of_the_children_does_not_move_the_last_bit():
    one = FORDEL_PROFIL(["a"], ["a"] * 4, [0.1, 0.2, 0.3, 1e12])
    assert one.tolist() == FORDEL_PROFIL(["a"], ["a"] * 4, [1e12, 0.3, 0.2, 0.1]).tolist()


def test_children_without_score_are_refused_with_how_many():
    with refused(VaerdiFejl, "score, nr. 2: mangler for barnet (2 børn i alt)") as why:
        FORDEL_PROFIL(["a"], ["a", "a", "a"], [0, None, ""])
    assert (why.value.argument, why.value.numre) == ("score", (2, 3))
    with refused(VaerdiFejl, "score, nr. 1: mangler for barnet (1 barn i alt)"):
        FORDEL_PROFIL(["a"], ["a", "a"], [None, 1])


def test_a_child_in_an_institution_that_is_not_listed():
    text = 'barnets institution, nr. 2: "Stjernen" findes ikke i institutioner (2 børn i alt)'
    with refused(VaerdiFejl, text) as why:
        FORDEL_PROFIL(["a"], ["a", "Stjernen", "c"], [1, 1, 1])
    assert why.value.numre == (2, 3)


@pytest.mark.parametrize("score", [0, 0.5])
def test_a_score_without_an_institution(score):
    with pytest.raises(VaerdiFejl, match=r"^barnets institution, nr\. 2: mangler.*\(1 barn i alt\)$"):
        FORDEL_PROFIL(["a"], ["a", None], [1, score])


def test_an_institution_twice():
    with refused(VaerdiFejl, 'institutioner: "A " står to gange, som nr. 1 og nr. 3'):
        FORDEL_PROFIL(["a", "b", "A "], ["a"], [1])


def test_as_many_scores_as_children():
    with pytest.raises(LaengdeFejl, match="score har 1, barnets institution har 2"):
        FORDEL_PROFIL(["a"], ["a", "a"], [1])


@pytest.mark.parametrize("cell, why", NO_NUMBERS)
def test_what_is_no_number_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"score, nr. 2: {why}"):
        FORDEL_PROFIL(["a"], ["a", "a"], [1, cell])
