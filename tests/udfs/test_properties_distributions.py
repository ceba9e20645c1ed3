"""FAST, GARANTI, OVERGANG and BESPARELSE against exact fractions, and what must hold for every input."""

import math
from fractions import Fraction

import numpy as np
import oracle_distributions as oracle
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from udfs.errors import UmuligFejl
from udfs.rules.fordel_besparelse import FORDEL_BESPARELSE
from udfs.rules.fordel_fast import FORDEL_FAST
from udfs.rules.fordel_garanti import FORDEL_GARANTI
from udfs.rules.fordel_overgang import FORDEL_OVERGANG
from udfs.rules.fordel_pulje import FORDEL_PULJE

UNITS = st.sampled_from(["1", "100", "0.01", "12.5", "0"]).map(Fraction)
WHOLE_UNITS = UNITS.filter(bool)
KRONER = st.integers(0, 40_000).map(lambda i: Fraction(i, 4))
SHARES = st.sampled_from(["0", "1", "1/2", "1/3", "2/3", "5/12", "7/12", "0.1", "0.42"]).map(Fraction)


@st.composite
def sides(draw, *strategies):
    """Columns of one length."""
    n = draw(st.integers(1, 8))
    return [draw(st.lists(strategy, min_size=n, max_size=n)) for strategy in strategies]


def plain(values):
    return [None if x is None else float(x) for x in values]


def agrees(done, exact, unit):
    """To the last krone where it is rounded."""
    if unit:
        return done.tolist() == [float(x) for x in exact]
    return done.tolist() == pytest.approx([float(x) for x in exact], rel=1e-12, abs=1e-9)


def in_whole_units(done, unit):
    return np.allclose(done / float(unit), np.round(done / float(unit)), atol=1e-6)


def turned(rng, *columns):
    """Every column in another, common order."""
    order = list(range(len(columns[0])))
    rng.shuffle(order)
    return [[column[i] for i in order] for column in columns], order


def moves_only_ties(done, again, order, unit):
    """The same amounts in the new order, but for one unit between equals."""
    back = np.empty(len(order))
    back[order] = again
    near = (
        (abs(back - done) <= float(unit) * 1.000001).all() if unit else np.allclose(back, done, rtol=1e-12, atol=1e-9)
    )
    return near and np.allclose(sorted(back), sorted(done), rtol=1e-12, atol=1e-9)


# FAST


@st.composite
def fixed_and_key(draw):
    unit = draw(WHOLE_UNITS)
    fixed, key = draw(sides(st.integers(0, 60).map(lambda i: i * unit), st.integers(0, 50).map(Fraction)))
    assume(any(key))
    return sum(fixed) + draw(KRONER), fixed, key, unit


@given(fixed_and_key(), st.sampled_from([None, 10, 700]), st.sampled_from([0, 50]))
def test_fast_equals_the_exact_calculation(case, cap, least):
    amount, fixed, key, unit = case
    boern = [Fraction(3)] * len(key)
    assume(amount - sum(fixed) >= len(key) * (least + unit))
    done = FORDEL_FAST(float(amount), plain(fixed), plain(key), plain(boern), None, cap, least, float(unit))
    loft = None if cap is None else Fraction(cap)
    exact = oracle.fast(amount, fixed, key, unit, boern=boern, loft=loft, minimum=Fraction(least))
    assert np.allclose(done, [float(x) for x in exact], rtol=1e-14, atol=0)


@given(fixed_and_key())
def test_fast_sum_floor_and_units(case):
    amount, fixed, key, unit = case
    done = FORDEL_FAST(float(amount), plain(fixed), plain(key), afrunding=float(unit))
    left = float(amount) - math.fsum(done)
    assert -1e-9 <= left < float(unit)
    assert (done >= np.array(plain(fixed))).all()
    assert (done == np.array(plain(fixed)))[np.array(key) == 0].all()
    assert in_whole_units(done, unit)
    parts = FORDEL_PULJE(float(amount - sum(fixed)), plain(key), afrunding=float(unit))
    assert np.allclose(done - np.array(plain(fixed)), parts, atol=1e-8)


@given(fixed_and_key(), st.randoms(), st.integers(-6, 6))
def test_fast_order_scale_and_one_more_unit(case, rng, power):
    amount, fixed, key, unit = case
    done = FORDEL_FAST(float(amount), plain(fixed), plain(key), afrunding=float(unit))
    scaled = FORDEL_FAST(float(amount), plain(fixed), [float(k) * 10.0**power for k in key], afrunding=float(unit))
    assert scaled.tolist() == done.tolist()
    more = FORDEL_FAST(float(amount + unit), plain(fixed), plain(key), afrunding=float(unit))
    assert (more >= done - float(unit) * 1.000001).all()
    (pay, weights), order = turned(rng, plain(fixed), plain(key))
    again = FORDEL_FAST(float(amount), pay, weights, afrunding=float(unit))
    back = np.empty(len(order))
    back[order] = again
    assert (abs(back - done) <= float(unit) * 1.000001).all()
    assert math.isclose(math.fsum(back), math.fsum(done), rel_tol=1e-14)


# GARANTI


@st.composite
def two_years(draw):
    nyt, foer, now, then = draw(
        sides(st.none() | KRONER, st.just(Fraction(0)) | KRONER, st.integers(1, 20), st.integers(1, 20))
    )
    return {
        "nyt": nyt,
        "foer": foer,
        "least": draw(st.sampled_from(["0", "0.5", "0.9", "0.95", "1"]).map(Fraction)),
        "most": draw(st.none() | st.sampled_from(["1", "1.02", "1.1", "3"]).map(Fraction)),
        "growth": [Fraction(a, b) for a, b in zip(now, then)] if draw(st.booleans()) else None,
        "children": (now, then),
        "unit": draw(UNITS),
    }


def guaranteed(case, nyt=None):
    most = None if case["most"] is None else float(case["most"])
    now, then = case["children"] if case["growth"] else (None, None)
    new = plain(case["nyt"] if nyt is None else nyt)
    return FORDEL_GARANTI(new, plain(case["foer"]), float(case["least"]), most, now, then, float(case["unit"]))


def expected(case):
    growth = case["growth"] or [1] * len(case["nyt"])
    return oracle.garanti(case["nyt"], case["foer"], case["least"], case["most"], growth, case["unit"])


@given(two_years())
def test_garanti_equals_the_exact_calculation_or_is_refused(case):
    exact = expected(case)
    if exact is None:
        with pytest.raises(UmuligFejl):
            guaranteed(case)
    else:
        assert agrees(guaranteed(case), exact, case["unit"])


@given(two_years())
def test_garanti_keeps_sum_bounds_and_units(case):
    assume(expected(case) is not None)
    done, unit = guaranteed(case), float(case["unit"])
    total = float(sum(x or 0 for x in case["nyt"]))
    assert abs(math.fsum(done) - total) <= unit / 2 + 1e-6
    growth = case["growth"] or [1] * len(done)
    for kr, new, before, g in zip(done, case["nyt"], case["foer"], growth):
        if new is None:
            assert kr == 0
        elif before:
            basis = float(before * g)
            assert case["most"] is None or kr <= basis * float(case["most"]) + 1e-5 * max(unit, 1)
            crossed = case["most"] is not None and (case["most"] - case["least"]) * before * g < 2 * case["unit"]
            assert kr >= basis * float(case["least"]) - 1e-5 * max(unit, 1) or crossed
    assert not unit or in_whole_units(done, unit)


@given(two_years())
def test_garanti_all_strictly_between_the_bounds_share_one_factor(case):
    case["unit"] = Fraction(0)
    assume(expected(case) is not None)
    done = guaranteed(case)
    factors = []
    for kr, new, before, g in zip(done, case["nyt"], case["foer"], case["growth"] or [1] * len(done)):
        low = float(case["least"] * before * g)
        high = float(case["most"] * before * g) if case["most"] is not None and before else math.inf
        if new and low * (1 + 1e-9) < kr < high * (1 - 1e-9):
            factors.append(kr / float(new))
    assert not factors or max(factors) == pytest.approx(min(factors), rel=1e-9)


@given(two_years(), st.randoms())
def test_garanti_the_order_moves_nothing_but_ties(case, rng):
    assume(expected(case) is not None)
    done = guaranteed(case)
    columns = [case["nyt"], case["foer"], *case["children"], case["growth"] or done.tolist()]
    (nyt, foer, now, then, growth), order = turned(rng, *columns)
    again = guaranteed({**case, "nyt": nyt, "foer": foer, "children": (now, then), "growth": case["growth"] and growth})
    back = np.empty(len(order))
    back[order] = again
    assert np.allclose(back, done, rtol=1e-12, atol=float(case["unit"]) * 1.000001 + 1e-9)
    assert math.isclose(math.fsum(back), math.fsum(done), rel_tol=1e-12, abs_tol=1e-9)


# OVERGANG


@given(sides(KRONER, KRONER), SHARES, UNITS)
def test_overgang_equals_the_exact_calculation(columns, part, unit):
    done = FORDEL_OVERGANG(*map(plain, columns), float(part), float(unit))
    assert agrees(done, oracle.overgang(*columns, part, unit), unit)


@given(sides(KRONER, KRONER), SHARES, WHOLE_UNITS)
def test_overgang_sum_and_units(columns, part, unit):
    done = FORDEL_OVERGANG(*map(plain, columns), float(part), float(unit))
    nyt, foer = map(sum, columns)
    assert abs(math.fsum(done) - float((1 - part) * foer + part * nyt)) <= float(unit) / 2 + 1e-6
    assert in_whole_units(done, unit)
    low, high = np.minimum(*map(plain, columns)), np.maximum(*map(plain, columns))
    assert ((done > low - float(unit) * 1.000001) & (done < high + float(unit) * 1.000001)).all()


@given(sides(KRONER, KRONER))
def test_overgang_at_0_and_1_gives_back_the_sides(columns):
    nyt, foer = ([float(math.floor(x)) for x in column] for column in columns)
    assert FORDEL_OVERGANG(nyt, foer, 0).tolist() == foer
    assert FORDEL_OVERGANG(nyt, foer, 1).tolist() == nyt
    assert FORDEL_OVERGANG(*map(plain, columns), 1, 0).tolist() == plain(columns[0])
    assert FORDEL_OVERGANG(*map(plain, columns), 0, 0).tolist() == plain(columns[1])


@given(sides(KRONER, KRONER), SHARES, UNITS, st.randoms())
def test_overgang_the_order_moves_nothing_but_ties(columns, part, unit, rng):
    done = FORDEL_OVERGANG(*map(plain, columns), float(part), float(unit))
    (nyt, foer), order = turned(rng, *map(plain, columns))
    assert moves_only_ties(done, FORDEL_OVERGANG(nyt, foer, float(part), float(unit)), order, unit)


# BESPARELSE


@st.composite
def reductions(draw):
    budgets, key = draw(sides(KRONER, st.integers(0, 30).map(Fraction)))
    assume(any(budgets) and any(key))
    by_budget = draw(st.booleans())
    share = draw(st.none() | st.sampled_from(["0.03", "0.5", "1"]).map(Fraction))
    return draw(KRONER) / draw(st.sampled_from([1, 20])), budgets, None if by_budget else key, share, draw(UNITS)


def saved(saving, budgets, key, share, unit):
    plain_key = None if key is None else plain(key)
    return FORDEL_BESPARELSE(
        float(saving), plain(budgets), plain_key, None if share is None else float(share), float(unit)
    )


def found(saving, budgets, key, share, unit):
    return oracle.besparelse(saving, budgets, key or budgets, share, unit)


@given(reductions())
def test_besparelse_equals_the_exact_calculation_or_is_refused(case):
    exact = found(*case)
    if exact is None:
        with pytest.raises(UmuligFejl):
            saved(*case)
    else:
        assert agrees(saved(*case), exact, case[-1])


@given(reductions())
def test_besparelse_sum_limit_and_units(case):
    assume(found(*case) is not None)
    done, (saving, budgets, _, share, unit) = saved(*case), case
    assert abs(math.fsum(done) - float(saving)) <= float(unit) / 2 + 1e-6
    assert (done >= 0).all()
    assert share is None or (done <= np.array(plain(budgets)) * float(share) * (1 + 1e-12) + 1e-6).all()
    assert not unit or in_whole_units(done, unit)


@given(reductions(), st.randoms(), st.integers(-6, 6))
def test_besparelse_order_scale_and_one_more_unit(case, rng, power):
    assume(found(*case) is not None)
    saving, budgets, key, share, unit = case
    key = key or budgets
    done = saved(saving, budgets, key, share, unit)
    scaled = FORDEL_BESPARELSE(
        float(saving), plain(budgets), [float(k) * 10.0**power for k in key], share and float(share), float(unit)
    )
    assert np.allclose(scaled, done, rtol=1e-12, atol=1e-9)
    (shuffled, weights), order = turned(rng, budgets, key)
    back = np.empty(len(order))
    back[order] = saved(saving, shuffled, weights, share, unit)
    assert np.allclose(back, done, rtol=1e-12, atol=float(unit) * 1.000001 + 1e-9)
    step = unit or Fraction(1)
    if found(saving + step, budgets, key, share, unit) is not None:
        assert (saved(saving + step, budgets, key, share, unit) >= done - float(unit) * 1.000001 - 1e-9).all()
