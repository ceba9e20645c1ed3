"""FORDEL_UDJAEVN: figures of several years made into one."""

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import VaerdiFejl
from udfs.rules.fordel_udjaevn import FORDEL_UDJAEVN


def test_the_mean_of_the_years_that_are_there():
    assert FORDEL_UDJAEVN([[10, 20, 30], [12, None, 8], ["", 7, ""]]).tolist() == [[20], [10], [7]]


def test_a_zero_is_a_year_and_a_blank_is_none():
    assert FORDEL_UDJAEVN([[10, 0]]).tolist() == [[5]]
    assert FORDEL_UDJAEVN([[10, None]]).tolist() == [[10]]


@pytest.mark.parametrize(
    "years, expected",
    [
        ([10, 50, 30], 30),
        ([30, 50, 10], 30),
        ([None, 12, 8], 12),
        ([8, 12, None], 12),
        ([None, 7, ""], 7),
        ([0, 9, 0], 0),
    ],
)
def test_the_larger_of_the_first_and_the_last_year_that_are_there(years, expected):
    assert FORDEL_UDJAEVN([years], "maks").tolist() == [[expected]]


@pytest.mark.parametrize("omitted", EMPTY)
def test_the_mean_is_the_default_also_from_an_empty_cell(omitted):
    assert FORDEL_UDJAEVN([[1, 3]], omitted).tolist() == FORDEL_UDJAEVN([[1, 3]], "gennemsnit").tolist() == [[2]]


@pytest.mark.parametrize("metode", ["Maks", "MAKS", [["maks"]], " maks"])
def test_a_method_in_every_spelling(metode):
    assert FORDEL_UDJAEVN([[1, 3]], metode).tolist() == [[3]]


@pytest.mark.parametrize("metode", ["gennemsnit", "maks"])
def test_shapes(metode):
    assert FORDEL_UDJAEVN([4, 5], metode).tolist() == [4, 5]
    assert FORDEL_UDJAEVN([[4], [5]], metode).tolist() == [[4], [5]]
    assert FORDEL_UDJAEVN([[4, 4]], metode).tolist() == [[4]]
    assert FORDEL_UDJAEVN([[True, True], [False, None]], metode).tolist() == [[1], [0]]


@pytest.mark.parametrize("metode", ["gennemsnit", "maks"])
@pytest.mark.parametrize("same", [1e-9, 0.1, 1e12])
def test_equal_years_are_that_number(metode, same):
    assert FORDEL_UDJAEVN([[same] * 3], metode).tolist() == [[pytest.approx(same, rel=1e-15)]]


def test_the_order_of_the_years_does_not_move_the_last_bit_of_a_mean():
    assert FORDEL_UDJAEVN([[0.1, 0.2, 0.3]]).tolist() == FORDEL_UDJAEVN([[0.3, 0.2, 0.1]]).tolist()


@pytest.mark.parametrize("metode", ["gennemsnit", "maks"])
def test_all_blank_is_refused(metode):
    with refused(VaerdiFejl, "tal, række 2: alle år er tomme") as why:
        FORDEL_UDJAEVN([[1, None], [None, ""], [None, None]], metode)
    assert (why.value.argument, why.value.numre[0]) == ("tal", 2)


def test_an_unknown_method():
    with refused(VaerdiFejl, 'metode: "median" findes ikke; skriv "gennemsnit" eller "maks"'):
        FORDEL_UDJAEVN([[1, 2]], "median")


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"tal, række 2, kolonne 3: {why}"):
        FORDEL_UDJAEVN([[1, 2, 3], [4, 5, cell]])
