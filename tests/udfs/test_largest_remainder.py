"""Largest remainder: rests, ties, places and bounds, from the literature and against exact fractions."""

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
