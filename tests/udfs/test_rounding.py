"""Rounding: halves, floors, ties and bounds, known answers and exact fractions."""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import oracle
import pytest

from udfs import rounding
from udfs.errors import UmuligFejl

PUBLISHED = json.loads((Path(__file__).parents[1] / "cases" / "published.json").read_text(encoding="utf-8"))
INF = math.inf


def hamilton(kr, total, enhed=1.0, tie=None, lo=None, hi=None):
    n = len(kr)
    return rounding.largest_remainder(
        np.array(kr, dtype=float),
        enhed,
        float(total),
        (np.zeros(n) if tie is None else np.array(tie, dtype=float)).take,
        np.full(n, -INF) if lo is None else np.array(lo, dtype=float),
        np.full(n, INF) if hi is None else np.array(hi, dtype=float),
    )


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


def test_shares_decide_ties_whatever_the_scale():
    w = np.array([0.1 * 3, 0.3, 0.6])
    assert w[0] != w[1]
    small, large = rounding.shares(w), rounding.shares(1e6 * w)
    assert small[0] == small[1] == 0.25
    assert small.tolist() == large.tolist()
    assert rounding.shares(np.zeros(2)).tolist() == [0, 0]
    assert rounding.shares(np.array([0.001, 0.003])).tolist() == [0.25, 0.75]


def test_largest_remainder_from_the_literature():
    case = PUBLISHED["largest_remainder"]
    votes = case["weights"]
    exact = [case["total"] * v / sum(votes) for v in votes]
    assert hamilton(exact, case["total"]).beloeb.tolist() == case["result"]


def test_the_details_of_a_rounding():
    done = hamilton([1.5, 2.25, 3.25], 7, tie=[1, 2, 3])
    assert done.beloeb.tolist() == [2, 2, 3]
    assert done.gulv.tolist() == [1, 2, 3]
    assert done.rest.tolist() == [0.5, 0.25, 0.25]
    assert done.ekstra.tolist() == [1, 0, 0]
    assert done.afgjort_af_plads.tolist() == [False, False, False]


def test_larger_rest_before_larger_tie():
    assert hamilton([1.4, 2.6], 4, tie=[9, 1]).beloeb.tolist() == [1, 3]


def test_equal_rests_go_to_the_larger_tie_not_to_the_first():
    done = hamilton([1.5, 2.5], 4, tie=[1, 2])
    assert done.beloeb.tolist() == [1, 3]
    assert not done.afgjort_af_plads.any()


def test_equal_rests_and_ties_go_to_the_first_and_all_of_them_are_marked():
    done = hamilton([1.25, 1.5, 1.25, 1.25, 0.75], 6, tie=[1, 1, 1, 1, 1])
    assert done.beloeb.tolist() == [1, 2, 1, 1, 1]
    assert not done.afgjort_af_plads.any()
    done = hamilton([1.25, 1.5, 1.25, 1.25, 0.75], 7, tie=[1, 1, 1, 1, 1])
    assert done.beloeb.tolist() == [2, 2, 1, 1, 1]
    assert done.afgjort_af_plads.tolist() == [True, False, True, True, False]


def test_same_rest_with_another_tie_is_not_marked():
    done = hamilton([1.5, 1.5, 1.5, 1.5], 7, tie=[3, 2, 2, 1])
    assert done.beloeb.tolist() == [2, 2, 2, 1]
    assert not done.afgjort_af_plads.any()
    done = hamilton([1.5, 1.5, 1.5, 1.5], 6, tie=[3, 2, 2, 1])
    assert done.beloeb.tolist() == [2, 2, 1, 1]
    assert done.afgjort_af_plads.tolist() == [False, True, True, False]


def test_same_tie_with_another_rest_is_not_marked():
    done = hamilton([1.5, 1.25, 1.25], 4, tie=[1, 1, 1])
    assert done.beloeb.tolist() == [2, 1, 1]
    assert not done.afgjort_af_plads.any()


def test_marked_are_only_exact_equals_of_the_last_one_served():
    # the second and third share the last unit's place; the first has a larger tie, the last a smaller rest
    done = hamilton([1.5, 1.5, 1.5, 1.25], 6, tie=[2, 1, 1, 1])
    assert done.afgjort_af_plads.tolist() == [False, True, True, False]
    # a larger tie with a smaller rest is no equal either
    done = hamilton([1.5, 1.5, 1.25, 1.75], 7, tie=[1, 1, 2, 1])
    assert done.beloeb.tolist() == [2, 2, 1, 2]
    assert not done.afgjort_af_plads.any()
    done = hamilton([1.75, 1.25, 1.25, 1.75], 7, tie=[1, 1, 1, 1])
    assert done.afgjort_af_plads.tolist() == [False, True, True, False]


def test_one_unit_less_than_there_are_recipients():
    assert hamilton([0.75, 0.75, 0.75, 0.75], 3).beloeb.tolist() == [1, 1, 1, 0]


def test_nothing_left_over_marks_nobody():
    done = hamilton([1, 2], 3)
    assert done.beloeb.tolist() == [1, 2]
    assert done.ekstra.tolist() == [0, 0]
    assert not done.afgjort_af_plads.any()


def test_in_hundreds_and_in_oere():
    assert hamilton([150, 250, 100], 500, enhed=100, tie=[1, 2, 3]).beloeb.tolist() == [100, 300, 100]
    assert hamilton([0.335, 0.335, 0.33], 1, enhed=0.01).beloeb.tolist() == [0.34, 0.33, 0.33]


def test_a_total_two_units_each_above_gives_everybody_one_first():
    done = hamilton([1.5, 1.25, 1.75], 8)
    assert done.ekstra.tolist() == [2, 1, 2]
    assert done.beloeb.tolist() == [3, 2, 3]
    assert not done.afgjort_af_plads.any()


def test_a_total_below_the_floors_takes_from_the_last_in_order():
    done = hamilton([1.5, 1.25, 1.75], 2)
    assert done.ekstra.tolist() == [0, -1, 0]
    done = hamilton([1, 1, 1], 2, tie=[2, 1, 1])
    assert done.beloeb.tolist() == [1, 1, 0]
    assert done.afgjort_af_plads.tolist() == [False, True, True]


def test_floors_lifted_above_the_total_by_the_six_decimals():
    kr = [1 - 4e-7] * 5
    done = hamilton(kr, 4)
    assert done.gulv.tolist() == [1] * 5
    assert done.beloeb.tolist() == [1, 1, 1, 1, 0]
    assert done.ekstra.tolist() == [0, 0, 0, 0, -1]


def test_amounts_without_bounds_give_units_back_too():
    assert rounding.to_total(np.full(5, 1 - 4e-7), 1, 4).tolist() == [1, 1, 1, 1, 0]
    assert rounding.to_total(np.array([-1.5, -2.5, 3.5]), 1, 0).tolist() == [-2, -2, 4]


def test_hundreds_share_a_rest_and_all_of_them_are_served():
    done = hamilton([0.75] * 300 + [0.25] * 300, 300)
    assert done.beloeb.tolist() == [1] * 300 + [0] * 300
    assert not done.afgjort_af_plads.any()


@pytest.mark.parametrize("seed", range(40))
def test_the_served_are_the_first_when_all_are_sorted(seed):
    """By rest, then tie, then place; contested are the equals of the last one served, where one was not served."""
    rng = random.Random(seed)
    n = rng.choice([2, 3, 5, 9, 40])
    rest = np.array([rng.randint(0, rng.choice([1, 3, 60])) / 4 for _ in range(n)])
    tie = np.array([float(rng.randint(0, rng.choice([0, 1, 5]))) for _ in range(n)])
    for many in range(1, n + 1):
        for step in (1, -1):
            queue = np.arange(n)[::step]
            order = sorted(range(n), key=lambda at: (-rest[at], -step * tie[at], step * at))  # noqa: B023
            chosen, contested = rounding._served(queue, rest, tie.take, step, many)
            assert sorted(chosen.tolist()) == sorted(order[:many])
            last = order[many - 1]
            equals = {at for at in range(n) if (rest[at], tie[at]) == (rest[last], tie[last])}
            assert set(contested.tolist()) == (equals if equals - set(order[:many]) else set())


def test_bounds_are_never_broken():
    assert hamilton([1, 1, 1], 2, lo=[0, 0, 1]).beloeb.tolist() == [1, 0, 1]
    assert hamilton([1, 1, 1], 4, hi=[1, 2, 1]).beloeb.tolist() == [1, 2, 1]
    assert hamilton([0.5, 0.25, 0.25], 1, hi=[0, INF, INF]).beloeb.tolist() == [0, 1, 0]
    assert hamilton([100, 100], 300, enhed=100, hi=[100, 200]).beloeb.tolist() == [100, 200]
    assert hamilton([100, 100], 100, enhed=100, lo=[0, 100]).beloeb.tolist() == [0, 100]
    assert hamilton([0.29, 0.29], 0.59, enhed=0.01, hi=[0.29, 0.3]).beloeb.tolist() == [0.29, 0.3]
    assert hamilton([1, 1], 4, hi=[1, 5]).beloeb.tolist() == [1, 3]
    assert hamilton([1, 1, 1], 8, hi=[2, 5, 5]).beloeb.tolist() == [2, 3, 3]
    assert hamilton([2, 2, 2], 1, lo=[1, -5, -5]).beloeb.tolist() == [1, 0, 0]
    assert hamilton([2, 2, 2], 1, lo=[-5, -5, 1]).beloeb.tolist() == [0, 0, 1]
    assert hamilton([2, 2], 1, lo=[2, -1]).beloeb.tolist() == [2, -1]


def test_a_total_out_of_reach_is_refused():
    with pytest.raises(UmuligFejl, match="300 kr. kan ikke nås i hele 100 kr. inden for grænserne"):
        hamilton([100, 100], 300, enhed=100, hi=[100, 100])


@pytest.mark.parametrize("seed", range(10))
def test_agrees_with_exact_fractions(seed):
    rng = random.Random(seed)
    for _ in range(30):
        n = rng.randint(1, 8)
        unit = rng.choice([Fraction(1), Fraction(100), Fraction(1, 100)])
        x = [Fraction(rng.randint(-40, 400), rng.choice([1, 2, 4, 7])) * unit for _ in range(n)]
        tie = [Fraction(rng.randint(0, 3)) for _ in range(n)]
        lo = [oracle.floor_to(each, unit) - unit * rng.choice([0, 1, 5]) for each in x]
        hi = [oracle.ceil_to(each, unit) + unit * rng.choice([0, 1, 5]) for each in x]
        total = oracle.half_up(sum(x), unit)
        if sum(oracle.floor_to(each, unit) for each in x) + n * unit > total + unit * n:
            total = sum(oracle.floor_to(each, unit) for each in x)
        expected = oracle.largest_remainder(x, unit, total, tie, lo, hi)
        done = hamilton([float(each) for each in x], float(total), float(unit), tie, lo, hi)
        assert done.beloeb.tolist() == [float(each) for each in expected]
