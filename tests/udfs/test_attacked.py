"""What was found by attack: large pools in øre, extreme numbers, odd containers. Each was wrong once."""

import numpy as np
import pandas as pd
import pytest

from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl

F = {name.removeprefix("FORDEL_"): rule for name, rule in FUNCTIONS.items()}


def test_a_full_cap_keeps_its_last_oere_under_a_large_pool():
    assert F["ANSOEGNING"](100000000.5, [39327.35], "lige", None, 0.01).tolist() == [39327.35]
    assert F["PULJE"](100000000.5, [1], [1], loft=39327.35, afrunding=0.01).tolist() == [39327.35]
    capped = F["PULJE"](292631025.8, [1, 1, 1], [9, 36, 2], loft=421.24, minimum=22045.26, afrunding=0.01)
    assert capped.tolist() == [3791.16, 15164.64, 842.48]


def test_a_half_in_the_seventh_decimal_is_the_same_whatever_the_scale_of_the_key():
    key = [17, 197, 153, 145]
    assert F["PULJE"](92568324, key).tolist() == F["PULJE"](92568324, [each / 3 for each in key]).tolist()


@pytest.mark.parametrize("one, unit, total", [(13, 0.01, 12.99), (13, 1, 12), (2, 0.01, 2.01), (0.1, 0.01, 0.11)])
def test_a_total_one_unit_away_is_refused_in_every_unit(one, unit, total):
    with pytest.raises(RegelFejl, match="ligger for langt fra"):
        F["AFRUND"]([one], unit, total)


@pytest.mark.parametrize("unit", [1e-12, 0.005, 0.0099])
def test_a_unit_below_an_oere_is_refused(unit):
    for call in (
        lambda: F["AFRUND"]([4, 5, 6.5], unit),
        lambda: F["OVERGANG"]([4], [5], 0.5, unit),
        lambda: F["GARANTI"]([4], [5], 0, None, None, None, unit),
        lambda: F["ANSOEGNING"](4, [5], "lige", None, unit),
        lambda: F["KONTROL"]([4], 4, unit),
    ):
        with pytest.raises(RegelFejl, match="er under 0,01 kr."):
            call()


@pytest.mark.parametrize("number", [1e308, -1e308, 1e-310, 1.1e15])
def test_numbers_no_budget_holds_are_refused_by_every_function(number):
    from .test_refusals import with_last
    from .valid_calls import VALID

    for name, valid in VALID.items():
        argument = next(key for key, value in valid.items() if isinstance(value, list) and "institution" not in key)
        with pytest.raises(RegelFejl):
            FUNCTIONS[name](**{**valid, argument: with_last(valid[argument], number)})


def test_what_is_no_cell_is_refused():
    for call in (lambda: F["UDSATTE"]([{}]), lambda: F["OPTAEL"](["A"], [{}], [[1]]), lambda: F["PULJE"](1, [{}])):
        with pytest.raises(RegelFejl, match="dict kan ikke stå i en celle"):
            call()
    with pytest.raises(RegelFejl, match="2 er ikke 1/0"):
        F["UDSATTE"](np.float32([[2, 1]]))


def test_an_empty_cell_in_an_array_or_a_series_is_empty():
    with pytest.raises(RegelFejl, match="pulje mangler"):
        F["PULJE"](np.array(None), [1])
    assert F["PULJE"](10.4, [1, 2], afrunding=pd.Series([None])).tolist() == [3, 7]


def test_a_column_of_empty_cells_is_none_at_all():
    blank = [None, None]
    assert F["TRAPPE"]([0.1, 0.2], 2, blank).tolist() == F["TRAPPE"]([0.1, 0.2], 2).tolist()
    assert F["VURDERING"]([[1], [2]], [1], blank).tolist() == [[1], [2]]
    assert F["BESPARELSE"](30, [100, 200], blank).tolist() == [10, 20]
    assert F["GARANTI"]([4, 6], [5, 5], 0.8, None, blank, blank).tolist() == [4, 6]
    assert F["PULJE"](10, [1, 4], blank).tolist() == [2, 8]


def test_results_are_floats_and_nothing_has_a_minus():
    assert F["OPTAEL"](["A"], [None], [[None]]).dtype == float
    assert not np.signbit(F["STILLINGER"]([-1], 5)[0, 1])


def test_what_is_equal_but_for_the_last_bits_is_equal():
    assert F["GINI"]([100] * 3, [1] * 3) == 0
    assert F["FAKTOR"]([0.1 * 3, 0.3], [1, 1]) == 1
    assert F["KVARTILFAKTOR"]([0.1 * 3, 0.3, 0.3], [1, 1, 1]) == 1


def test_a_conflict_that_rounding_makes_says_so():
    with pytest.raises(RegelFejl, match="højst 299 kr., når hver er rundet ned til hele kroner, besparelsen er 300"):
        F["BESPARELSE"](300, [100.5, 199.5], None, 1)
    with pytest.raises(RegelFejl, match="kræver 202 kr., summen af nyt er 201 kr., når hver er rundet op"):
        F["GARANTI"]([100.5, 100.5], [100.5, 100.5], 1)
