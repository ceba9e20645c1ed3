"""Rounding of single numbers: halves, floors, noise, units; what is left over is shared in test_largest_remainder."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from udfs import rounding

PUBLISHED = json.loads((Path(__file__).parents[1] / "cases" / "published.json").read_text(encoding="utf-8"))
INF = math.inf


@pytest.mark.parametrize(
    "x, enhed, expected",
    [
        (0.285, 0.01, 0.29),
        (1.005, 0.01, 1.01),
        (2.5, 1, 3),
        (-2.5, 1, -3),
        (2.4999999999, 1, 2),
        (2.49999999999999999, 1, 3),
        (149.99, 100, 100),
        (150, 100, 200),
        (-150, 100, -200),
        (0, 1, 0),
        (1234567.5, 1, 1234568),
    ],
)
def test_half_up_is_away_from_zero_on_the_decimal_value(x, enhed, expected):
    assert rounding.half_up(x, enhed) == expected


def test_half_up_is_to_whole_kroner_unless_told():
    assert rounding.half_up(2.5) == 3
    assert rounding.half_up(0.4) == 0


@pytest.mark.parametrize(
    "x, decimals, expected",
    [
        (0.1234565, 6, 0.123457),
        (0.1234564, 6, 0.123456),
        (0.0000005, 6, 0.000001),
        (1 / 3, 12, 0.333333333333),
    ],
)
def test_rounded_halves_go_up(x, decimals, expected):
    assert rounding.rounded(np.array([x]), decimals).tolist() == [expected]


@pytest.mark.parametrize("x, expected", [(1 + 2e-16, 1), (1 - 4e-13, 1), (1 - 6e-13, 0.999999999999), (-1e-15, 0)])
def test_a_quotient_without_its_last_bits(x, expected):
    found = rounding.without_noise(x)
    assert found == expected
    assert math.copysign(1, found) == 1  # and never -0


def test_noise_does_not_decide_a_half():
    # 7 decimals ending in 5, computed in a way that lands a hair below
    below = np.nextafter(0.0015625, 0)
    assert rounding.rounded(np.array([below, 0.0015625]), 6).tolist() == [0.001563, 0.001563]
    clearly_below = 0.0015625 - 5e-9
    assert rounding.rounded(np.array([clearly_below]), 6).tolist() == [0.001562]


def test_the_noise_of_a_large_amount_does_not_decide_a_half_either():
    half = 12_345_678 + 1 / 128  # 0,0078125 to the last bit
    below = np.nextafter(half, 0)
    assert (half - below) * 1e6 > rounding.NUDGE
    assert rounding.split(np.array([half, below, half - 2e-7]), 6)[1].tolist() == [0.007813, 0.007813, 0.007812]
    assert rounding.LAST_BITS == 2.0**-50


def test_however_much_noise_what_is_on_a_decimal_stays_on_it():
    noise = np.array([0.0, 1.0, 1e9])
    assert rounding.rounded(np.full(3, 0.25), 2, noise).tolist() == [0.25] * 3
    assert rounding.rounded(np.full(3, 0.251), 2, noise).tolist() == [0.25, 0.26, 0.26]
    assert rounding.rounded(np.full(3, 0.2509), 2, noise).tolist() == [0.25] * 3


@pytest.mark.parametrize(
    "kr, enhed, expected",
    [
        (0, 1, 6),
        (99_999_999.99, 1, 6),
        (100_000_000, 1, 5),
        (999_999_999, 1, 5),
        (1e9, 1, 4),
        (1e13, 1, 0),
        (1e15, 0.01, 0),
        (999_999.99, 0.01, 6),
        (1_000_000, 0.01, 5),
        (1e10, 100, 5),
        (-100_000_000, 1, 5),
        (7_000_000, 0.07, 5),  # a float says 99.999.999,99999999
    ],
)
def test_decimals_of_a_rest_are_those_that_14_digits_leave(kr, enhed, expected):
    assert rounding.decimals(kr, enhed) == expected


def test_the_constants_of_the_control_formulas():
    assert (rounding.REST_DECIMALS, rounding.DIGITS, rounding.SHARE_DECIMALS, rounding.NUDGE) == (6, 14, 12, 1e-3)


@pytest.mark.parametrize(
    "units, floor, rest",
    [
        (2.25, 2, 0.25),
        (2.9999999, 3, 0),
        (2.9999994, 2, 0.999999),
        (2.0000004, 2, 0),
        (-1.5, -2, 0.5),
        (-0.0000001, 0, 0),
        (7, 7, 0),
    ],
)
def test_split(units, floor, rest):
    got_floor, got_rest = rounding.split(np.array([float(units)]), 6)
    assert got_floor.tolist() == [floor]
    assert got_rest == pytest.approx([rest], abs=1e-12)


def test_split_keeps_every_digit_of_large_amounts():
    large = float(2**53 - 1)
    assert rounding.split(np.array([large]), 0)[0].tolist() == [large]


@pytest.mark.parametrize(
    "kr, enhed, down, up",
    [
        (149, 100, 100, 200),
        (100, 100, 100, 100),
        (0.29, 0.01, 0.29, 0.29),
        (0.295, 0.01, 0.29, 0.3),
        (99.99999999, 100, 100, 100),
        (-150, 100, -200, -100),
        (INF, 100, INF, INF),
        (30, 12.5, 25, 37.5),
    ],
)
def test_floor_and_ceiling_to_a_unit(kr, enhed, down, up):
    assert rounding.floor_to(np.array([float(kr)]), enhed).tolist() == [down]
    assert rounding.ceil_to(np.array([float(kr)]), enhed).tolist() == [up]


def test_units_back_to_kroner_are_clean_decimals():
    assert 57 * 0.01 != 0.57
    assert rounding.from_units(np.array([57.0]), 0.01).tolist() == [0.57]
    assert rounding.from_units(np.array([3.0]), 0.25).tolist() == [0.75]
    assert rounding.from_units(np.array([3.0]), 100).tolist() == [300]
    assert rounding.from_units(np.array([3.0]), 1).tolist() == [3]
    assert rounding.from_units(np.array([3.0]), 0.7).tolist() == pytest.approx([2.1])
    assert rounding.from_units(np.array([3.0]), 1.5).tolist() == [4.5]
    # near a whole number of units a krone, but not one
    assert rounding.from_units(np.array([1e6]), 0.0100001).tolist() == pytest.approx([10000.1], rel=1e-9)


@pytest.mark.parametrize("enhed, words", [(0.01, "hele øre"), (1, "hele kroner"), (100, "hele 100 kr.")])
def test_a_unit_in_words(enhed, words):
    assert rounding.in_whole(enhed) == words


def test_kroner_counted_in_units():
    assert rounding.in_units(np.array([250.0]), 100).tolist() == [2.5]


def test_is_multiple():
    assert rounding.is_multiple(np.array([300.0, 300.01, 299.99999999]), 100).tolist() == [True, False, True]


@pytest.mark.parametrize(
    "kr, enhed, expected",
    [(999.9999999, 1, 1000), (999.99, 1, 999.99), (1000.5, 100, 1000.5), (0.3, 0.1, 0.3)],
)
def test_snap(kr, enhed, expected):
    assert rounding.snap(kr, enhed) == expected
