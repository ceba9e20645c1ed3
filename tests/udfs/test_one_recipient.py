"""One recipient is treated as many are: a blank cell in a column that is given is 0, and not a column left out."""

from __future__ import annotations

import pytest

from udfs.distribution import fordel
from udfs.errors import UmuligFejl

BLANK = [None]


def test_a_blank_application_is_an_application_for_nothing():
    for n in (1, 2):
        done = fordel(1000, [5] * n, ansoegt=BLANK * n)
        assert done.tildeling.tolist() == [0] * n
        assert done.ikke_fordelt == 1000
        assert done.bundet == ("ansøgt",) * n


def test_without_the_column_nobody_has_applied():
    assert fordel(1000, [5]).tildeling.tolist() == [1000]


def test_a_blank_last_year_is_nothing_to_be_bound_by():
    for n in (1, 2):
        done = fordel(1000, [5] * n, sidste_aar=BLANK * n, garanti=0.9, hoejst=1.1)
        assert done.tildeling.tolist() == [1000 / n] * n


def test_and_a_part_of_nothing_in_a_transition():
    for n in (1, 2):
        assert fordel(1000, [5] * n, sidste_aar=BLANK * n, andel_nyt=0.25).tildeling.tolist() == [250 / n] * n


def test_a_blank_fixed_amount_is_none():
    assert fordel(1000, [5], fast=BLANK, ansoegt=[600]).tildeling.tolist() == [600]


def test_a_saving_of_a_budget_that_is_0_or_blank_finds_nothing_there():
    budgets = [1_000_000, 0, None, 2_000_000]
    done = fordel(30_000, [1] * 4, sidste_aar=budgets, hoejst=0.01, besparelse=True)
    assert done.tildeling.tolist() == [10_000, 0, 0, 20_000]
    assert done.bundet == ("højst", "højst", "højst", "")  # the sats meets the last ceiling
    assert fordel(30_000, [1], sidste_aar=BLANK, hoejst=0.01, besparelse=True).ikke_fordelt == 30_000


def test_but_last_year_s_amount_of_0_is_no_ceiling_for_one_that_is_new():
    done = fordel(30_000, [1] * 3, sidste_aar=[1000, 0, None], hoejst=1.1)
    assert done.tildeling.tolist() == [1100, 14_450, 14_450]


def test_nobody_without_weight_is_found_anything_with_either():
    with pytest.raises(UmuligFejl, match="nøglen er nul for alle"):
        fordel(30_000, BLANK, sidste_aar=BLANK, hoejst=0.01, besparelse=True)
