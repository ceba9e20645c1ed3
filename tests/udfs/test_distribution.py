"""The named steps that the sheets show."""

import math

import numpy as np
import pytest

from udfs.distribution import fordel


def test_one_number_each_of_the_right_kind():
    done = fordel(1000.5, [[5], [3], [None]], [[10], [10], [5]], 0.2, 90, 10)
    for name in ("noegle", "boern", "belastning", "vaegt", "andel", "foer_bund", "lo", "hi", "foer_afrunding",
                 "tildeling", "gulv", "rest", "ekstra", "uden_taerskel"):  # fmt: skip
        assert getattr(done, name).shape == (3,)
        assert getattr(done, name).dtype == float
    for name in ("over_taerskel", "afgjort_af_plads"):
        assert getattr(done, name).shape == (3,)
        assert getattr(done, name).dtype == bool
    for name in ("pulje", "afrunding", "taerskel", "sats", "ikke_fordelt"):
        assert type(getattr(done, name)) is float
    assert len(done.bundet) == len(done.noter) == 3


def test_what_is_not_used_is_none():
    done = fordel(10, [1, 1])
    assert (done.taerskel, done.boern, done.belastning, done.uden_taerskel) == (None, None, None, None)
    assert done.uden_taerskel_hvorfor == ""
    assert np.isinf(done.hi).all()
    assert done.lo.tolist() == [0, 0]
    assert done.over_taerskel.all()


def test_the_details_of_the_rounding():
    done = fordel(10, [1, 1, 1])
    assert done.gulv.tolist() == [3, 3, 3]
    assert done.rest.tolist() == [0.333333] * 3
    assert done.ekstra.tolist() == [1, 0, 0]
    assert done.afgjort_af_plads.tolist() == [True] * 3
    in_hundreds = fordel(1000, [1, 1, 1], afrunding=100)
    assert in_hundreds.gulv.tolist() == [3, 3, 3]
    assert in_hundreds.tildeling.tolist() == [400, 300, 300]


def test_without_rounding_the_floor_is_the_amount():
    done = fordel(10, [1, 3], afrunding=0)
    assert done.gulv.tolist() == done.tildeling.tolist() == [2.5, 7.5]
    assert not done.rest.any() and not done.ekstra.any()


@pytest.mark.parametrize(
    "pulje, afrunding, left",
    [(1000.75, 1, 0.75), (1000.1, 1, 0.1), (1099, 100, 99), (1000.75, 0, 0), (1000, 1, 0)],
)
def test_what_the_rounding_leaves(pulje, afrunding, left):
    done = fordel(pulje, [3, 2, 2], afrunding=afrunding)
    assert done.ikke_fordelt == left
    assert math.fsum([*done.tildeling, left]) == pytest.approx(pulje, abs=1e-9)


def test_a_key_without_children_has_no_burden():
    done = fordel(10, [1, 1, 0], [0, 5, 0])
    assert math.isnan(done.belastning[0])
    assert done.belastning[1:].tolist() == [0.2, 0]


def test_nobody_is_over_a_threshold_without_a_key():
    assert fordel(10, [5, 0, 0], [10, 10, 0], 0.2).over_taerskel.tolist() == [True, False, False]


def test_what_is_given_is_left_as_it_was():
    noegle = np.array([3.0, 1.0])
    fordel(10, noegle, [5, 5], 0.3)
    assert noegle.tolist() == [3, 1]
