"""GINI, DIFFERENTIER, STILLINGER, KLASSER, PL and DEMOGRAFI: what holds for every input."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from udfs.rules.fordel_demografi import FORDEL_DEMOGRAFI
from udfs.rules.fordel_differentier import FORDEL_DIFFERENTIER
from udfs.rules.fordel_faktor import FORDEL_FAKTOR
from udfs.rules.fordel_gini import FORDEL_GINI
from udfs.rules.fordel_klasser import FORDEL_KLASSER
from udfs.rules.fordel_pl import FORDEL_PL
from udfs.rules.fordel_stillinger import FORDEL_STILLINGER

KRONER = st.integers(0, 10**7).map(lambda i: i / 4)
RATES = st.lists(st.integers(-300, 499).map(lambda i: i / 1000), min_size=1, max_size=5)
RECIPIENTS = st.lists(st.tuples(KRONER, st.integers(1, 90)), min_size=1, max_size=9).filter(
    lambda r: any(k for k, _ in r)
)


def exact_gini(recipients):
    """By pairs of children: the mean difference over twice the mean."""
    people = [(Fraction(kr) / n, n) for kr, n in recipients]
    children = sum(n for _, n in people)
    mean = sum(x * n for x, n in people) / children
    apart = sum(abs(x - y) * n * m for x, n in people for y, m in people)
    return apart / (2 * children**2 * mean)


def gini(recipients):
    return FORDEL_GINI([kr for kr, _ in recipients], [n for _, n in recipients])


@given(RECIPIENTS)
def test_gini_is_the_mean_difference_between_children(recipients):
    assert gini(recipients) == pytest.approx(float(exact_gini(recipients)), rel=1e-9, abs=1e-12)


@given(RECIPIENTS, st.integers(-6, 6), st.randoms())
def test_gini_is_in_0_to_1_and_knows_no_scale_or_order(recipients, power, rng):
    found = gini(recipients)
    assert 0 <= found < 1
    assert gini([(kr * 10.0**power, n) for kr, n in recipients]) == pytest.approx(found, abs=1e-12)
    assert gini([(kr, n * 10) for kr, n in recipients]) == pytest.approx(found, abs=1e-12)
    assert gini(rng.sample(recipients, len(recipients))) == pytest.approx(found, abs=1e-12)
    assert gini([*recipients, (0, 0)]) == pytest.approx(found, abs=1e-12)


@given(st.integers(1, 10**6).map(lambda i: i / 4), st.lists(st.integers(1, 90), min_size=1, max_size=9))
def test_gini_of_the_same_per_child_is_zero(rate, children):
    assert gini([(rate * n, n) for n in children]) == pytest.approx(0, abs=1e-12)


@given(RECIPIENTS)
def test_gini_falls_where_the_richest_gives_to_the_poorest(recipients):
    (poor, few), (rich, many) = min(recipients, key=lambda r: r[0] / r[1]), max(recipients, key=lambda r: r[0] / r[1])
    level = (poor + rich) / (few + many)
    rest = list(recipients)
    rest.remove((poor, few))
    assume((rich, many) in rest)
    rest.remove((rich, many))
    assert gini([*rest, (level * few, few), (level * many, many)]) <= gini(recipients) + 1e-12


@given(
    st.lists(st.integers(0, 400).map(lambda i: i / 100), min_size=1, max_size=9),
    st.sampled_from([1, 1.5, 3, 20, 1000]),
    st.integers(-6, 6),
)
def test_differentier_keeps_the_order_and_hits_the_factor(burdens, faktor, power):
    needy = sorted({b for b in burdens if b})
    assume(faktor == 1 or len(needy) != 1 or sum(b > 0 for b in burdens) == 1)
    done = FORDEL_DIFFERENTIER(burdens, faktor)
    assert [x == 0 for x in done] == [b == 0 for b in burdens]
    for b, x in zip(burdens, done):
        assert all((y < x) == (c < b) or faktor == 1 for c, y in zip(burdens, done) if b and c)
    if len(needy) > 1:
        assert (max(done), min(x for x in done if x)) == (1, 1 / faktor)
        assert FORDEL_FAKTOR(done, [1] * len(done)) == pytest.approx(faktor, rel=1e-14)
        power_law = math.log(faktor) / math.log(needy[-1] / needy[0])
        assert done.tolist() == pytest.approx([b and (b / needy[-1]) ** power_law for b in burdens], rel=1e-12)
    else:
        assert all(x in (0, 1) for x in done)
    assert np.allclose(FORDEL_DIFFERENTIER([b * 10.0**power for b in burdens], faktor), done, rtol=1e-9)


@given(
    st.lists(st.integers(-(10**8), 10**8).map(lambda i: i / 4), min_size=1, max_size=9),
    st.integers(1, 700_000),
    st.integers(1, 700_000),
    st.integers(0, 100).map(lambda i: i / 100),
)
def test_stillinger_times_pay_is_the_amount_again(amounts, teacher, helper, part):
    done = FORDEL_STILLINGER(amounts, teacher, helper, part)
    assert done.shape == (len(amounts), 2)
    assert np.allclose(done @ [teacher, helper], amounts, rtol=1e-12, atol=1e-9)
    assert np.allclose(done[:, 0], part * done.sum(axis=1), rtol=1e-12, atol=1e-12)
    assert np.allclose(FORDEL_STILLINGER(amounts, teacher, helper, part, "timer"), 37 * done, rtol=1e-14)


@given(st.lists(st.lists(st.integers(0, 3000), min_size=3, max_size=3), min_size=1, max_size=6), st.integers(1, 40))
def test_klasser_is_the_smallest_whole_number_that_has_room(pupils, limit):
    done = FORDEL_KLASSER(pupils, limit)
    for row, classes in zip(pupils, done.tolist()):
        for children, many in zip(row, classes):
            assert many == int(many)
            assert children <= many * limit
            assert many == 0 or children > (many - 1) * limit
    assert done.tolist() == FORDEL_KLASSER(pupils, [[limit] * 3] * len(pupils)).tolist()


@given(st.lists(KRONER, min_size=1, max_size=6), RATES)
def test_pl_there_and_back_again(amounts, rates):
    later = FORDEL_PL(amounts, rates)
    exact = [float(Fraction(kr) * math.prod(1 + Fraction(r) for r in rates)) for kr in amounts]
    assert later.tolist() == pytest.approx(exact, rel=1e-13)
    back = [1 / (1 + rate) - 1 for rate in rates if abs(1 / (1 + rate) - 1) < 0.5]
    assert np.allclose(FORDEL_PL(FORDEL_PL(amounts, rates[:1]), rates[1:] or 0), later, rtol=1e-13)
    if len(back) == len(rates):
        assert np.allclose(FORDEL_PL(later, back), amounts, rtol=1e-12)
    assert np.allclose(FORDEL_PL(amounts, rates[::-1]), later, rtol=1e-13)


@given(KRONER, st.integers(1, 90_000), st.lists(st.integers(0, 90_000), min_size=1, max_size=6))
def test_demografi_is_the_same_per_person_and_linear(spent, now, later):
    done = FORDEL_DEMOGRAFI(spent, now, later)
    assert done.tolist() == pytest.approx([float(Fraction(spent) / now * n) for n in later], rel=1e-13)
    assert FORDEL_DEMOGRAFI(spent, now, [now]).tolist() == [pytest.approx(spent, rel=1e-15)]
    assert np.allclose(FORDEL_DEMOGRAFI(2 * spent, now, later), 2 * done, rtol=1e-14)
