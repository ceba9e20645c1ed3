"""The decimals of a rest: 6, and fewer from 100 million units, so that no engine needs more than 14 digits."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs import rounding
from udfs.catalogue import FUNCTIONS
from udfs.distribution import fordel

INF = math.inf


@pytest.mark.parametrize("pool, equal", [(99_999_999, False), (100_000_000, True)])
def test_rests_that_differ_in_the_sixth_decimal_are_a_tie_from_100_million_units(pool, equal):
    """1/3 and 1/3 + 1e-6 of a krone: below, the rest decides; from there, the first in the list."""
    kr = [pool - 1 + 1 / 3, 1 / 3, 1 / 3 + 1e-6]
    lo, hi = np.zeros(3), np.full(3, INF)
    d = rounding.decimals(pool, 1)
    done = rounding.largest_remainder(np.array(kr), 1, pool, np.ones(3).take, lo, hi, d)
    assert done.ekstra.tolist() == ([1, 0, 0] if equal else [0, 0, 1])
    assert done.afgjort_af_plads.any() == equal


def test_a_krone_between_two_rests_that_are_alike_to_four_decimals():
    """1.000.000.007 kr.: 61.980.334,73217 and 128.479.503,73220 are 0,7322 both; the larger weight gets the krone."""
    keys = [7866, 3429, 7108, 8119, 6730, 6124, 7471, 8477]
    done = fordel(1_000_000_007, keys)
    assert done.decimaler == 4
    assert done.rest[1] == done.rest[2]
    assert done.tildeling[1:3].tolist() == [61_980_334, 128_479_504]


def test_the_same_key_below_100_million_units_goes_by_six_decimals():
    done = fordel(10_000_000.07, [7866, 3429, 7108, 8119, 6730, 6124, 7471, 8477])
    assert done.decimaler == 6
    assert done.rest[1] != done.rest[2]


LARGE = st.integers(8, 12).flatmap(lambda digits: st.integers(10**digits, 10 ** (digits + 1) - 1))


@given(LARGE, st.lists(st.integers(0, 400), min_size=2, max_size=8).filter(any), st.sampled_from(["1", "0.01", "100"]),
       st.booleans())  # fmt: skip
def test_large_sums_equal_the_exact_calculation(units, keys, unit, capped):
    unit = Fraction(unit)
    pulje = units * unit
    boern = [Fraction(10)] * len(keys)
    cap = pulje / 25 if capped else None
    case = {"beloeb": pulje, "noegle": list(map(Fraction, keys)), "boern": boern, "loft": cap, "unit": unit}
    done = fordel(float(pulje), keys, [10] * len(keys), loft=None if cap is None else float(cap),
                  afrunding=float(unit))  # fmt: skip
    assert done.tildeling.tolist() == [float(kr) for kr in oracle.pulje(**case)[0]]


@given(LARGE, st.lists(st.integers(0, 400), min_size=2, max_size=8).filter(any))
def test_what_was_rounded_is_in_whole_units(units, keys):
    kr = FUNCTIONS["FORDEL_PULJE"](units / 100, keys, afrunding=0.01)
    assert rounding.is_multiple(kr, 0.01).all()
    assert FUNCTIONS["FORDEL_KONTROL"](kr, units / 100, 0.01) == "OK"


@pytest.mark.parametrize("pool, left", [(9_590_000_007.90, 0), (9_590_000_007.905, 0.005), (9_590_000_007.895, 0.005)])
def test_the_noise_of_a_large_sum_is_nothing_that_is_left(pool, left):
    done = fordel(pool, [51, 42, 64, 13, 24, 6], afrunding=0.01)
    assert math.fsum(done.tildeling) != pool  # of 9.590.000.007,90 kr. too
    assert done.ikke_fordelt == pytest.approx(left, abs=1e-5)
    assert bool(done.ikke_fordelt) == bool(left)
