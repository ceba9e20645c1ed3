"""FORDEL_PULJE against exact fractions, and what must hold for every pool and key."""

import math
from fractions import Fraction

import numpy as np
import oracle
from hypothesis import assume, given
from hypothesis import strategies as st

from udfs.distribution import fordel
from udfs.errors import RegelFejl

UNITS = st.sampled_from(["1", "100", "0.01", "12.5"])
KEYS = st.lists(st.integers(0, 400), min_size=1, max_size=9).filter(any)
POOLS = st.integers(0, 2_000_000)


@st.composite
def cases(draw):
    """Typed arguments as decimal text, so that floats and fractions start from the same numbers."""
    n = draw(st.integers(1, 8))
    tenths = st.integers(0, 500).map(lambda i: Fraction(i, 10))
    return {
        "beloeb": draw(POOLS.map(lambda i: Fraction(i, 4))),
        "noegle": draw(st.lists(tenths, min_size=n, max_size=n).filter(any)),
        "boern": draw(st.lists(st.integers(1, 60).map(Fraction), min_size=n, max_size=n)),
        "taerskel": draw(st.none() | st.integers(1, 30).map(lambda i: Fraction(i, 20))),
        "loft": draw(st.none() | st.integers(1, 9000).map(Fraction)),
        "minimum": draw(st.sampled_from([0, 0, 1, 50, 999, 2500]).map(Fraction)),
        "unit": draw(UNITS.map(Fraction)),
        "over": draw(st.booleans()),
    }


def typed(case):
    plain = {name: float(x) for name, x in case.items() if isinstance(x, Fraction)}
    return fordel(
        plain["beloeb"],
        [float(k) for k in case["noegle"]],
        [float(b) for b in case["boern"]],
        plain.get("taerskel"),
        plain.get("loft"),
        plain["minimum"],
        plain["unit"],
        "over" if case["over"] else "fuld",
    )


def solvable(case):
    assume(not (case["taerskel"] and sum(case["noegle"]) == 1))
    try:
        return typed(case)
    except RegelFejl:
        assume(False)


@given(cases())
def test_equals_the_exact_calculation(case):
    done = solvable(case)
    assume(case["beloeb"])
    kr, before, sats = oracle.pulje(**case)
    assert done.tildeling.tolist() == [float(x) for x in kr]
    assert np.allclose(done.foer_afrunding, [float(x) for x in before], rtol=1e-12, atol=1e-9)
    assert math.isclose(done.sats, float(sats), rel_tol=1e-12)


@given(cases())
def test_refused_only_where_the_exact_calculation_has_no_answer(case):
    try:
        typed(case)
    except RegelFejl as refused:
        w = [
            k
            if not case["taerskel"]
            else max(k - case["taerskel"] * b, 0)
            if case["over"]
            else k * (k >= case["taerskel"] * b)
            for k, b in zip(case["noegle"], case["boern"])
        ]
        needed = case["minimum"] * sum(1 for x in w if x)
        sums_to_one = case["taerskel"] and sum(case["noegle"]) == 1
        assert not any(w) or sums_to_one or needed + len(w) * case["unit"] > case["beloeb"], refused


@given(cases())
def test_sum_bounds_and_units(case):
    done = solvable(case)
    unit = done.afrunding
    assert math.isclose(math.fsum(done.tildeling) + done.ikke_fordelt, done.pulje, abs_tol=1e-6)
    assert done.ikke_fordelt >= 0
    assert (done.tildeling >= done.lo).all()
    assert (done.tildeling <= np.where(done.vaegt > 0, done.hi, 0)).all()
    units = done.tildeling / unit
    assert np.allclose(units, np.round(units), atol=1e-9)
    assert (abs(done.tildeling - done.foer_afrunding) < unit * (1 + 1e-6)).all()
    if done.ikke_fordelt >= unit:
        assert (done.tildeling == np.where(done.vaegt > 0, done.hi, 0)).all()


@given(cases())
def test_a_larger_weight_never_gets_less(case):
    case = {**case, "loft": None}
    done = solvable(case)
    order = np.argsort(done.vaegt, kind="stable")
    assert (np.diff(done.tildeling[order]) >= 0).all() or _only_ties(done, order)


def _only_ties(done, order):
    """The same weight may differ by the one unit that its place decided."""
    falls = np.flatnonzero(np.diff(done.tildeling[order]) < 0)
    same = done.vaegt[order][falls] == done.vaegt[order][falls + 1]
    return bool(same.all() and done.afgjort_af_plads[order][falls].all())


@given(cases())
def test_one_more_unit_in_the_pulje(case):
    done = solvable(case)
    more = solvable({**case, "beloeb": case["beloeb"] + case["unit"]})
    assert (more.foer_afrunding >= done.foer_afrunding * (1 - 1e-12)).all()
    assert (more.tildeling >= done.tildeling - done.afrunding * (1 + 1e-9)).all()


@given(KEYS, POOLS, st.integers(-6, 6))
def test_the_scale_of_the_key_moves_nothing(noegle, pulje, power):
    plain = fordel(pulje, noegle)
    scaled = fordel(pulje, [k * 10.0**power for k in noegle])
    assert plain.tildeling.tolist() == scaled.tildeling.tolist()


@given(KEYS, POOLS, st.randoms())
def test_the_order_of_the_list_moves_nothing_but_ties(noegle, pulje, rng):
    turned = list(range(len(noegle)))
    rng.shuffle(turned)
    plain, shuffled = fordel(pulje, noegle), fordel(pulje, [noegle[i] for i in turned])
    back = np.empty(len(noegle))
    back[turned] = shuffled.tildeling
    moved = np.flatnonzero(back != plain.tildeling)
    assert plain.afgjort_af_plads[moved].all()
    assert sorted(back.tolist()) == sorted(plain.tildeling.tolist())


@given(st.integers(1, 40), POOLS)
def test_equals_differ_by_at_most_one_unit_and_the_first_get_it(n, pulje):
    done = fordel(pulje, [0.1 * 3] * n)
    assert done.tildeling.tolist() == [pulje // n + (i < pulje % n) for i in range(n)]
    assert done.afgjort_af_plads.all() == (pulje % n > 0)
