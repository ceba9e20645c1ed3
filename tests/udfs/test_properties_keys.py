"""HELAAR, SCORE, PROFIL, VURDERING, DISTRIKT, UDJAEVN, SAMMENVEJ and DISKRETION: what holds for every input."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from udfs.rules.fordel_diskretion import FORDEL_DISKRETION
from udfs.rules.fordel_distrikt import FORDEL_DISTRIKT
from udfs.rules.fordel_helaar import FORDEL_HELAAR
from udfs.rules.fordel_profil import FORDEL_PROFIL
from udfs.rules.fordel_sammenvej import FORDEL_SAMMENVEJ
from udfs.rules.fordel_score import FORDEL_SCORE
from udfs.rules.fordel_udjaevn import FORDEL_UDJAEVN
from udfs.rules.fordel_vurdering import FORDEL_VURDERING

COUNTS = st.integers(0, 500)
DECIMALS = st.integers(0, 5000).map(lambda i: i / 100)
SIGNED = st.integers(-300, 300).map(lambda i: i / 100)


@st.composite
def tables(draw, cells=COUNTS, columns=None):
    m = columns or draw(st.integers(1, 6))
    return draw(st.lists(st.lists(cells, min_size=m, max_size=m), min_size=1, max_size=8))


@st.composite
def weighted(draw, cells=DECIMALS, weights=DECIMALS):
    """A table and one number a column."""
    rows = draw(tables(cells))
    m = len(rows[0])
    return rows, draw(st.lists(weights, min_size=m, max_size=m))


def exact_rows(rows, weights):
    return [float(sum(Fraction(x) * Fraction(w) for x, w in zip(row, weights))) for row in rows]


@given(tables(COUNTS | st.none(), columns=12), st.sampled_from([12, 24]))
def test_helaar_is_the_mean_and_between_least_and_most(rows, months):
    done = FORDEL_HELAAR(rows, months)
    assert done.tolist() == [[pytest.approx(sum(x or 0 for x in row) / months, rel=1e-15)] for row in rows]
    assert (FORDEL_HELAAR(rows)[:, 0] <= [max(x or 0 for x in row) for row in rows]).all()
    assert np.allclose(FORDEL_HELAAR([[7 * (x or 0) for x in row] for row in rows], months), 7 * done, rtol=1e-14)


@given(weighted())
def test_distrikt_and_vurdering_are_sums_of_products(given_):
    rows, weights = given_
    expected = [[pytest.approx(x, rel=1e-13)] for x in exact_rows(rows, weights)]
    assert FORDEL_DISTRIKT(rows, weights).tolist() == expected
    assert FORDEL_VURDERING(rows, weights).tolist() == expected


@given(weighted(), st.integers(0, 9), st.data())
def test_distrikt_and_vurdering_are_linear(given_, times, data):
    rows, weights = given_
    n, m = len(rows), len(weights)
    other = data.draw(st.lists(st.lists(DECIMALS, min_size=m, max_size=m), min_size=n, max_size=n))
    both = np.array(rows) + times * np.array(other)
    for rule in (FORDEL_DISTRIKT, FORDEL_VURDERING):
        together = rule(both, weights)
        assert np.allclose(together, rule(rows, weights) + times * rule(other, weights), rtol=1e-12, atol=1e-9)
    children = data.draw(st.lists(COUNTS, min_size=n, max_size=n))
    assert np.allclose(
        FORDEL_VURDERING(rows, weights, children),
        FORDEL_VURDERING(rows, weights) * np.array(children)[:, None],
        rtol=1e-14,
    )


@given(weighted(SIGNED, SIGNED), SIGNED)
def test_score_is_linear_or_its_logit(given_, start):
    rows, slopes = given_
    z = [x + start for x in exact_rows(rows, slopes)]
    assert FORDEL_SCORE(rows, slopes, start, "lineaer").ravel().tolist() == pytest.approx(z, rel=1e-12, abs=1e-12)
    share = FORDEL_SCORE(rows, slopes, start).ravel()
    assert ((share >= 0) & (share <= 1)).all()
    assert share.tolist() == pytest.approx([1 / (1 + math.exp(-x)) for x in z], rel=1e-11)
    assert all(0 < p < 1 for p, x in zip(share, z) if abs(x) < 30)
    mirrored = FORDEL_SCORE(rows, [-b for b in slopes], -start).ravel()
    assert np.allclose(share + mirrored, 1, rtol=1e-14)


@given(st.lists(st.integers(-700, 700).map(lambda i: i / 10), min_size=2, max_size=9))
def test_a_higher_index_is_never_a_lower_probability(z):
    z = sorted(z)
    share = FORDEL_SCORE(z, [1])
    assert (np.diff(share) >= 0).all()
    assert (np.diff(share)[np.diff(z) > 0] > 0)[np.array(z[1:])[np.diff(z) > 0] < 30].all()


@given(st.lists(st.tuples(st.integers(0, 4), SIGNED), min_size=1, max_size=20), st.randoms())
def test_profil_is_the_mean_whatever_the_order(children, rng):
    places = ["a", "b", "c", "d", "e", None]
    shuffled = rng.sample(children, len(children))
    done = FORDEL_PROFIL(places, [places[i] for i, _ in children], [s for _, s in children])
    assert done.tolist() == FORDEL_PROFIL(places, [places[i] for i, _ in shuffled], [s for _, s in shuffled]).tolist()
    for i in range(5):
        scores = [Fraction(s) for j, s in children if j == i]
        assert done[i] == pytest.approx(float(sum(scores) / max(len(scores), 1)), rel=1e-14, abs=1e-15)
        assert not scores or min(scores) - Fraction(1, 10**9) <= done[i] <= max(scores) + Fraction(1, 10**9)
    assert done[5] == 0
    numbers = np.array([sum(j == i for j, _ in children) for i in range(6)])
    assert math.fsum(done * numbers) == pytest.approx(math.fsum(s for _, s in children), rel=1e-12, abs=1e-12)


@given(tables(DECIMALS | st.none()), st.sampled_from(["gennemsnit", "maks"]))
def test_udjaevn_lies_between_the_least_and_the_most_of_the_years(rows, how):
    known = [[x for x in row if x is not None] for row in rows]
    assume(all(known))
    for kr, years in zip(FORDEL_UDJAEVN(rows, how).ravel(), known):
        assert min(years) * (1 - 1e-15) <= kr <= max(years) * (1 + 1e-15)
        wanted = max(years[0], years[-1]) if how == "maks" else float(sum(map(Fraction, years)) / len(years))
        assert kr == pytest.approx(wanted, rel=1e-15)


@given(weighted(), st.integers(-6, 6), st.randoms())
def test_sammenvej_sums_to_1_whatever_the_scale_and_the_order(given_, power, rng):
    rows, weights = given_
    assume(any(weights) and all(sum(column) > 0 for column, w in zip(zip(*rows), weights) if w))
    done = FORDEL_SAMMENVEJ(rows, weights).ravel()
    assert math.fsum(done) == pytest.approx(1, rel=1e-13)
    assert ((done >= 0) & (done <= 1 + 1e-13)).all()
    shares = [[Fraction(x) / (sum(map(Fraction, column)) or 1) for x in column] for column in zip(*rows)]
    whole = sum(map(Fraction, weights))
    exact = [float(sum(Fraction(w) / whole * s for w, s in zip(weights, row))) for row in zip(*shares)]
    assert done.tolist() == pytest.approx(exact, rel=1e-12)
    scaled = [[row[0] * 10.0**power, *row[1:]] for row in rows]
    assert np.allclose(FORDEL_SAMMENVEJ(scaled, [w * 1000 for w in weights]).ravel(), done, rtol=1e-12)
    order = rng.sample(range(len(rows)), len(rows))
    assert FORDEL_SAMMENVEJ([rows[i] for i in order], weights).ravel().tolist() == done[order].tolist()


@given(tables(COUNTS | st.sampled_from(["-", "..", "<3", "<5", None])), st.sampled_from([0, 1, 1.5, 2.99]))
def test_diskretion_replaces_the_marks_and_nothing_else(rows, instead):
    marks = {"-": 0, "..": instead, "<3": instead, "<5": instead, None: 0}
    assert FORDEL_DISKRETION(rows, instead).tolist() == [[marks.get(x, x) for x in row] for row in rows]
