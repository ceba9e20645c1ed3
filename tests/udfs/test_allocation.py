"""The solver: known answers, every corner on both sides, and agreement with exact fractions."""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import oracle
import pytest

from udfs import allocation
from udfs.allocation import FEW_ULPS, allocate
from udfs.errors import UmuligFejl

PUBLISHED = json.loads((Path(__file__).parents[1] / "cases" / "published.json").read_text(encoding="utf-8"))
INF = math.inf


def solve(pulje, w, lo=None, hi=None):
    n = len(w)
    low = np.zeros(n) if lo is None else np.array(lo, dtype=float)
    high = np.full(n, INF) if hi is None else np.array(hi, dtype=float)
    return allocate(float(pulje), np.array(w, dtype=float), low, high)


def test_without_bounds_it_is_proportional():
    done = solve(100, [1, 3, 0])
    assert done.kr.tolist() == [25, 75, 0]
    assert done.sats == 25
    assert done.ikke_fordelt == 0


@pytest.mark.parametrize("pulje", [120, 330, 520])
def test_equal_awards_from_the_claims_literature(pulje):
    case = PUBLISHED["equal_awards"]
    assert solve(pulje, [1, 1, 1], hi=case["claims"]).kr.tolist() == case["awards"][str(pulje)]


def test_equal_awards_above_the_claims_leave_the_rest():
    case = PUBLISHED["equal_awards"]
    done = solve(800, [1, 1, 1], hi=case["claims"])
    assert done.kr.tolist() == case["awards"]["800"]
    assert done.ikke_fordelt == case["undistributed"]["800"]
    assert done.sats == 300


def test_capped_shares():
    case = PUBLISHED["capped_shares"]
    assert solve(case["total"], case["weights"], hi=case["caps"]).kr.tolist() == case["result"]


def test_all_at_the_cap_has_the_largest_corner_as_sats():
    done = solve(100, [2, 1, 0], hi=[10, 20, 50])
    assert done.kr.tolist() == [10, 20, 0]
    assert done.sats == 20
    assert done.ikke_fordelt == 70


@pytest.mark.parametrize("pulje, left", [(29, 0), (30, 0), (31, 1), (30.5, 0.5)])
def test_the_sum_of_the_caps_on_both_sides(pulje, left):
    done = solve(pulje, [1, 1], hi=[10, 20])
    assert done.ikke_fordelt == left
    assert math.fsum(done.kr) == pulje - left


@pytest.mark.parametrize("pulje, kr", [(30, [10, 20]), (31, [11, 20]), (40, [20, 20]), (42, [21, 21])])
def test_the_sum_of_the_minimums_and_just_above(pulje, kr):
    assert solve(pulje, [1, 1], lo=[10, 20]).kr.tolist() == kr


def test_minimum_above_the_pulje_is_refused_with_both_amounts():
    with pytest.raises(UmuligFejl) as refused:
        solve(1_000_000, [1, 1], lo=[600_000, 600_000])
    assert str(refused.value) == "minimum kræver 1.200.000 kr., puljen er 1.000.000 kr."
    assert refused.value.argument == "minimum"


def test_minimum_one_oere_above_the_pulje_is_refused():
    with pytest.raises(UmuligFejl, match="minimum kræver 30,01 kr., puljen er 30 kr."):
        solve(30, [1, 1], lo=[10, 20.01])


def test_a_minimum_that_is_the_pulje_but_for_the_last_bit_is_enough():
    assert math.fsum([0.1, 0.2]) > 0.3
    done = solve(0.3, [1, 1], lo=[0.1, 0.2])
    assert done.kr.tolist() == [0.1, 0.2]
    assert done.sats == 0


def test_a_cap_that_is_the_pulje_but_for_the_last_bit_leaves_nothing():
    total = math.fsum([0.1, 0.2, 0.3])
    just_above = total * (1 + FEW_ULPS / 2)
    assert just_above > total
    done = solve(just_above, [1, 1, 1], hi=[0.1, 0.2, 0.3])
    assert done.ikke_fordelt == 0
    assert done.kr.tolist() == [0.1, 0.2, 0.3]
    assert done.sats == 0.3


def test_slack_is_a_few_ulps_and_no_more():
    assert FEW_ULPS == 2.0**-50
    done = solve(1e9 + 0.001, [1], hi=[1e9])
    assert done.ikke_fordelt == pytest.approx(0.001, abs=1e-6)


def test_slack_itself_is_still_no_difference():
    slack = FEW_ULPS * 1.0
    assert solve(1, [1], lo=[1 + slack]).kr.tolist() == [1 + slack]
    assert solve(1, [1], lo=[1 - slack]).sats == 0
    assert solve(1, [1], hi=[1 - slack]).ikke_fordelt == 0
    with pytest.raises(UmuligFejl):
        solve(1, [1], lo=[1 + 2 * slack])
    assert solve(1, [1], lo=[1 - 2 * slack]).sats == 1
    assert solve(1, [1], hi=[1 - 2 * slack]).ikke_fordelt == 2 * slack


def test_nobody_with_a_weight_is_refused():
    with pytest.raises(UmuligFejl, match="nøglen er nul for alle") as refused:
        solve(1, [0, 0])
    assert refused.value.argument == "noegle"


def test_an_empty_pulje_gives_zeros_whatever_the_weights():
    for w in ([0, 0], [1, 2]):
        done = solve(0, w, hi=[1, 2])
        assert (done.kr.tolist(), done.sats, done.ikke_fordelt) == ([0, 0], 0, 0)


def test_an_empty_pulje_with_a_minimum_is_refused():
    with pytest.raises(UmuligFejl, match="minimum kræver 1 kr., puljen er 0 kr."):
        solve(0, [1, 1], lo=[1, 0])


def test_smallest_sats_where_the_sum_is_level():
    # between sats 10 (the first is at its cap) and 20 (the second leaves its minimum) nothing moves
    assert solve(30, [1, 1], lo=[0, 20], hi=[10, 40]).sats == 10
    assert solve(31, [1, 1], lo=[0, 20], hi=[10, 40]).sats == 21
    assert solve(29, [1, 1], lo=[0, 20], hi=[10, 40]).sats == 9


def test_weight_zero_stays_at_its_minimum_and_takes_part_in_nothing():
    done = solve(100, [0, 1, 1], lo=[10, 0, 0], hi=[90, INF, 30])
    assert done.kr.tolist() == [10, 60, 30]
    assert done.sats == 60


def test_fixed_by_equal_bounds():
    done = solve(100, [1, 1, 2], lo=[15, 0, 0], hi=[15, INF, INF])
    assert done.kr == pytest.approx([15, 85 / 3, 170 / 3])
    assert done.sats == pytest.approx(85 / 3)


def test_a_cap_of_zero_gives_nothing():
    assert solve(10, [1, 1], hi=[0, INF]).kr.tolist() == [0, 10]


def test_bounds_are_hit_exactly():
    lo, hi = [0.1 * i for i in range(1, 8)], [0.3 * i for i in range(1, 8)]
    w = [3, 7, 0.9, 11, 13, 1.7, 19]
    done = solve(5, w, lo, hi)
    at_bound = [x in (low, high) for x, low, high in zip(done.kr.tolist(), lo, hi)]
    free = [low < done.sats * wi < high for wi, low, high in zip(w, lo, hi)]
    assert at_bound == [not each for each in free]
    assert True in free and False in free


def test_everybody_at_the_same_corner_is_at_the_bound_to_the_last_bit():
    w, bound = 59, 976
    assert (bound / w) * w < bound
    assert solve(2 * bound, [w, w], hi=[bound, bound]).kr.tolist() == [bound, bound]
    w, bound = 83, 103
    assert (bound / w) * w > bound
    assert solve(2 * bound, [w, w], lo=[bound, 0], hi=[INF, bound]).kr.tolist() == [bound, bound]


@pytest.mark.parametrize("sats", [0.5, 1, 17.5, 300, 300.5, 399.5])
def test_hundreds_of_corners(sats):
    claims = list(range(1, 401))
    awards = [min(sats, claim) for claim in claims]
    done = solve(math.fsum(awards), [1] * 400, hi=claims)
    assert done.kr.tolist() == awards
    assert done.sats == sats


def test_the_scale_of_the_key_only_moves_sats():
    w, hi = [1, 2, 3, 4], [5, INF, 9, INF]
    plain, scaled = solve(50, w, hi=hi), solve(50, [1024 * x for x in w], hi=hi)
    assert plain.kr.tolist() == scaled.kr.tolist()
    assert plain.sats == 1024 * scaled.sats


def test_a_weight_too_small_to_ever_reach_its_minimum():
    done = solve(100, [5e-324, 1], lo=[10, 0])
    assert done.kr.tolist() == [10, 90]
    done = solve(100, [1e-300, 1], hi=[1e10, INF])
    assert done.kr.tolist() == [pytest.approx(1e-298), 100]
    done = solve(100, [1e-300, 1e3], hi=[1e7, INF])
    assert done.kr.tolist() == [pytest.approx(1e-301), 100]
    # a product of such a corner with another weight is beyond every number, and above every pulje
    done = solve(100, [1e-300, 1e3, 1], hi=[1e7, INF, 1e8])
    assert done.kr == pytest.approx([1e-301, 100 * 1000 / 1001, 100 / 1001])


def test_millions_of_kroner_are_summed_exactly():
    # a plain sum of these is off by more than the difference between the two pools
    w = [1e8] + [0.1] * 1000
    lo, hi = [1e8] + [0.1] * 1000, [2e8] + [0.1] * 1000
    assert solve(math.fsum(lo), w, lo, hi).sats == 0
    above = solve(math.fsum(lo) + 1e-6, w, lo, hi)
    assert above.sats > 0.99
    assert math.fsum(above.kr) == pytest.approx(math.fsum(lo) + 1e-6, abs=1e-7)


def test_the_corner_is_where_the_running_sum_says_but_for_a_few(monkeypatch):
    """Exact sums are what a pool costs: two around the corner are enough where the guess is right, and one sum more
    is asked for after it is found."""
    asked = []
    whole = allocation._Line.amounts
    monkeypatch.setattr(allocation._Line, "amounts", lambda line, sats: asked.append(sats) or whole(line, sats))
    rng = np.random.default_rng(20261128)
    for _ in range(100):
        w = rng.uniform(0, 400, 300) * (rng.random(300) < 0.9) + 0.001
        lo = np.where(rng.random(300) < 0.3, rng.integers(0, 2000, 300), 0).astype(float)
        hi = np.where(rng.random(300) < 0.7, lo + rng.integers(0, 90_000, 300), INF)
        allocate(float(lo.sum() + rng.integers(1, 3_000_000)), w, lo, hi)
    assert len(asked) <= 3 * 100 + 5


@pytest.mark.parametrize("corners", [1, 2, 3, 4, 5, 33, 100])
def test_from_any_guess_the_first_corner_is_found_and_the_nearer_the_sooner(corners):
    for true in range(corners):
        for guess in range(corners):
            found, asked = _sought(corners, true, guess)
            assert found == true
            assert max(asked, default=0) < max(corners - 1, 1)  # infinity is never tried: there everything is reached
            assert len(set(asked)) == len(asked)
            assert len(asked) <= 2 * math.log2(abs(true - guess) + 1) + 2


def _sought(corners, true, guess):
    asked = []
    reached = lambda at: asked.append(at) or at >= true  # noqa: E731
    return allocation._first(np.arange(float(corners)), reached, guess), asked


def _random_case(rng):
    n = rng.randint(1, 7)
    w = [Fraction(rng.choice([0, 1, 2, 3, 5, 8, 13, 40])) for _ in range(n)]
    w[rng.randrange(n)] = Fraction(rng.randint(1, 9))
    lo = [Fraction(rng.choice([0, 0, 0, 5, 10, 17])) for _ in range(n)]
    hi = [rng.choice([None, low, low + 1, low + 10, low + 50]) for low in lo]
    top = sum(low + 60 if high is None else high for low, high in zip(lo, hi))
    pulje = sum(lo) + Fraction(rng.randint(0, 12), 10) * (top - sum(lo))
    return pulje, w, lo, hi


@pytest.mark.parametrize("seed", range(12))
def test_agrees_with_exact_fractions(seed):
    rng = random.Random(seed)
    for _ in range(25):
        pulje, w, lo, hi = _random_case(rng)
        if not pulje:
            continue
        x, sats, left = oracle.allocate(pulje, w, lo, hi)
        done = solve(pulje, w, lo, [INF if high is None else high for high in hi])
        assert done.kr == pytest.approx([float(each) for each in x], rel=1e-12, abs=1e-9)
        assert done.sats == pytest.approx(float(sats), rel=1e-12, abs=1e-12)
        assert done.ikke_fordelt == pytest.approx(float(left), abs=1e-9)
