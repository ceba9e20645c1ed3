"""FORDEL_OPTAEL: children counted per institution."""

import time

import numpy as np
import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_optael import FORDEL_OPTAEL

PLACES = [["Solen"], ["Månen"], [None], [4100]]
CHILD = ["solen ", "MÅNEN", "Solen\xa0", "4100", None, 4100.0]
CRITERIA = [[1, 1], [1, 0], [0, 0], ["x", "ja"], [None, ""], [0, 1]]


def test_unique_children():
    assert FORDEL_OPTAEL(PLACES, CHILD, CRITERIA).tolist() == [[1], [1], [0], [2]]
    assert FORDEL_OPTAEL(PLACES, CHILD, CRITERIA, "unikke", 2).tolist() == [[1], [0], [0], [1]]
    assert FORDEL_OPTAEL(PLACES, CHILD, CRITERIA, "", None, [0.5, 1]).tolist() == [[1], [0], [0], [2]]


def test_criteria_met():
    assert FORDEL_OPTAEL(PLACES, CHILD, CRITERIA, "Kriterier").tolist() == [[2], [1], [0], [3]]
    assert FORDEL_OPTAEL(PLACES, CHILD, CRITERIA, "kriterier", 1, [0.5, 2]).tolist() == [
        [2.5],
        [0.5],
        [0],
        [4.5],
    ]


def test_the_order_of_the_children_does_not_move_the_last_bit():
    rng = np.random.default_rng(1)
    rows = rng.integers(0, 2, (300, 3)).astype(float)
    weights = [0.1, 0.2, 0.7]
    one = FORDEL_OPTAEL(["a"], ["a"] * 300, rows, "kriterier", vaegte=weights)
    other = FORDEL_OPTAEL(["a"], ["a"] * 300, rows[::-1], "kriterier", vaegte=weights[:])
    assert one.tolist() == other.tolist()


def test_a_blank_row_among_the_children_is_skipped():
    assert FORDEL_OPTAEL(["a", ""], ["a", None, ""], [[1], [None], [0]]).tolist() == [1, 0]


def test_an_unknown_institution_is_refused_with_how_many_and_the_first():
    with pytest.raises(VaerdiFejl) as refused:
        FORDEL_OPTAEL(["a", "b"], ["A", "Stjernen", "d"], [[1], [0], [1]])
    text = 'barnets institution, nr. 2: "Stjernen" findes ikke i institutioner (2 børn i alt)'
    assert str(refused.value) == text
    assert (refused.value.argument, refused.value.numre) == ("barnets_institution", (2, 3))


def test_criteria_without_an_institution_are_refused():
    with pytest.raises(VaerdiFejl) as refused:
        FORDEL_OPTAEL(["a"], ["a", None], [[1], ["x"]])
    assert str(refused.value) == "barnets institution, nr. 2: mangler, men der er kriterier (1 barn i alt)"


def test_an_institution_twice_is_refused_with_both_places():
    with pytest.raises(VaerdiFejl) as refused:
        FORDEL_OPTAEL(["a", None, "b", None, " A"], ["a"], [[1]])
    assert str(refused.value) == 'institutioner: " A" står to gange, som nr. 1 og nr. 5'
    assert refused.value.numre == (1, 5)


def test_other_refusals():
    with pytest.raises(VaerdiFejl, match='mindst kan kun bruges med metoden "unikke"'):
        FORDEL_OPTAEL(["a"], ["a"], [[1]], "kriterier", 2)
    with pytest.raises(VaerdiFejl, match='metode: "sum" findes ikke; skriv "unikke" eller "kriterier"'):
        FORDEL_OPTAEL(["a"], ["a"], [[1]], "sum")
    with pytest.raises(LaengdeFejl, match="kriterier har 2, barnets institution har 1"):
        FORDEL_OPTAEL(["a"], ["a"], [[1], [1]])


def test_sixty_thousand_children_take_no_step_per_cell():
    rng = np.random.default_rng(2)
    places = [f"Institution {i}" for i in range(400)]
    where = rng.integers(0, 400, 60_000)
    rows = rng.integers(0, 2, (60_000, 6)).astype(float)
    begun = time.process_time()
    counted = FORDEL_OPTAEL(places, [places[i] for i in where], rows, "unikke", 3)
    assert time.process_time() - begun < 2  # a few hundredths; a generous limit for slow machines
    assert counted.sum() == (rows.sum(axis=1) >= 3).sum()
    assert counted[7] == ((rows.sum(axis=1) >= 3) & (where == 7)).sum()
