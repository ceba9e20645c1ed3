"""FORDEL_DISKRETION: the only reader of suppressed counts."""

import math

import pytest
from awkward import EMPTY, refused

from udfs.errors import VaerdiFejl
from udfs.rules.fordel_diskretion import FORDEL_DISKRETION


def test_a_dash_is_none_and_hidden_counts_are_replaced():
    assert FORDEL_DISKRETION(["-", "..", "<3", "<5", "<10", 12], 1.5).tolist() == [0, 1.5, 1.5, 1.5, 1.5, 12]


def test_the_result_lies_like_the_counts():
    assert FORDEL_DISKRETION([[".."], [4]], 2).tolist() == [[2], [4]]
    assert FORDEL_DISKRETION([["..", 4]], 2).tolist() == [[2, 4]]
    assert FORDEL_DISKRETION([["..", 4], [5, "-"]], 2).tolist() == [[2, 4], [5, 0]]
    assert FORDEL_DISKRETION([".."], 2).tolist() == [2]


def test_blank_is_zero_and_true_is_one():
    assert FORDEL_DISKRETION([None, "", True, False], 2).tolist() == [0, 0, 1, 0]


@pytest.mark.parametrize("count", [0, 1e-9, 0.25, 3, 1e12])
def test_numbers_stay_as_they_are(count):
    assert FORDEL_DISKRETION([count, ".."], 1).tolist() == [count, 1]


@pytest.mark.parametrize("mark, most", [("..", 2.999), ("<3", 2.999), ("<5", 4.999), ("<1", 0.999)])
def test_the_replacement_is_what_the_count_can_be(mark, most):
    assert FORDEL_DISKRETION([mark], 0).tolist() == [0]
    assert FORDEL_DISKRETION([mark], most).tolist() == [most]
    for too_much in (math.ceil(most), math.ceil(most) + 7):
        with pytest.raises(VaerdiFejl, match="erstat: .*skriv mindst 0 og under"):
            FORDEL_DISKRETION([1, mark], too_much)


def test_the_replacement_must_fit_every_mark():
    assert FORDEL_DISKRETION(["<5", "<10"], 4).tolist() == [4, 4]
    with pytest.raises(VaerdiFejl, match='erstat: 4 .*række 2, kolonne 1.*"<3".*under 3') as why:
        FORDEL_DISKRETION([["<5", "<10"], ["<3", 7]], 4)
    assert why.value.argument == "erstat"


@pytest.mark.parametrize("empty", EMPTY)
def test_the_replacement_must_be_chosen(empty):
    with refused(VaerdiFejl, "erstat mangler: cellen er tom"):
        FORDEL_DISKRETION(["<3", 4], empty)


@pytest.mark.parametrize(
    "wrong, why", [(-1, "-1 er negativ"), ("..", '".." er ikke et tal'), (math.nan, "NaN er ikke et tal")]
)
def test_a_replacement_that_is_no_count(wrong, why):
    with refused(VaerdiFejl, f"erstat: {why}"):
        FORDEL_DISKRETION(["<3"], wrong)


@pytest.mark.parametrize(
    "cell", ["n/a", "<", "<x", ">3", "...", "--", "3", "1.234", "<-3", "x", "#I/T", math.nan, math.inf, -1]
)
def test_everything_else_is_refused_with_its_place(cell):
    with pytest.raises(VaerdiFejl, match=r"^antal, nr\. 2: .*(er ikke et tal|er negativ)$") as why:
        FORDEL_DISKRETION(["<3", cell], 1)
    assert (why.value.argument, why.value.numre) == ("antal", (2,))
    with pytest.raises(VaerdiFejl, match=r"^antal, række 1, kolonne 2: "):
        FORDEL_DISKRETION([["-", cell], ["-", "-"]], 1)
