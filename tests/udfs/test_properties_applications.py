"""FORDEL_ANSOEGNING: the four rules against exact fractions, and what Thomson's book says of each."""

import math
from fractions import Fraction

import numpy as np
import oracle_distributions as oracle
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from udfs.rules.fordel_ansoegning import FORDEL_ANSOEGNING

METHODS = st.sampled_from(["forholdsmaessig", "lige", "lige_afslag", "prioritet"])
UNITS = st.sampled_from(["1", "100", "0.01", "12.5", "0"]).map(Fraction)
CLAIMS = st.integers(0, 20_000).map(lambda i: Fraction(i, 4))


@st.composite
def cases(draw, units=UNITS):
    claims = draw(st.lists(CLAIMS, min_size=1, max_size=8).filter(any))
    part = draw(st.integers(0, 120))
    pool = Fraction(math.floor(4 * sum(claims) * part / 100), 4)
    priority = draw(st.lists(st.integers(1, 3), min_size=len(claims), max_size=len(claims)))
    return {"pool": pool, "claims": claims, "how": draw(METHODS), "priority": priority, "unit": draw(units)}


def rationed(pool, claims, how, priority, unit):
    order = priority if how == "prioritet" else None
    return FORDEL_ANSOEGNING(float(pool), [float(c) for c in claims], how, order, float(unit))


@given(cases())
def test_equals_the_exact_calculation(case):
    exact = [float(x) for x in oracle.ansoegning(*case.values())]
    if case["unit"]:
        assert rationed(**case).tolist() == exact
    else:
        assert rationed(**case).tolist() == pytest.approx(exact, rel=1e-12, abs=1e-9)


@given(cases())
def test_nobody_above_the_claim_and_the_sum_never_above_the_pool(case):
    done, unit = rationed(**case), float(case["unit"])
    assert (done >= 0).all()
    assert (done <= np.array([float(c) for c in case["claims"]]) + 1e-9).all()
    assert math.fsum(done) <= float(case["pool"]) + 1e-9
    reachable = math.fsum(math.floor(c / case["unit"]) * unit if unit else float(c) for c in case["claims"])
    left = min(float(case["pool"]), reachable) - math.fsum(done)
    assert left < unit or left == pytest.approx(0, abs=1e-8)
    assert not unit or np.allclose(done / unit, np.round(done / unit), atol=1e-6)


@given(cases(), st.randoms())
def test_the_order_of_the_list_moves_nothing_but_ties(case, rng):
    done = rationed(**case)
    order = list(range(len(done)))
    rng.shuffle(order)
    turned = {**case, "claims": [case["claims"][i] for i in order], "priority": [case["priority"][i] for i in order]}
    back = np.empty(len(done))
    back[order] = rationed(**turned)
    assert np.allclose(back, done, rtol=1e-12, atol=float(case["unit"]) * 1.000001 + 1e-9)
    assert np.allclose(sorted(back), sorted(done), rtol=1e-12, atol=1e-9) or case["how"].startswith("lige_")


@given(cases())
def test_one_more_unit_in_the_pool(case):
    unit = case["unit"] or Fraction(1)
    more = rationed(**{**case, "pool": case["pool"] + unit})
    assert (more >= rationed(**case) - float(case["unit"]) * 1.000001 - 1e-9).all()


@given(cases(st.just(Fraction(0))), st.integers(-6, 6))
def test_the_scale_moves_nothing(case, power):
    scale = Fraction(10) ** power
    scaled = rationed(**{**case, "pool": case["pool"] * scale, "claims": [c * scale for c in case["claims"]]})
    assert np.allclose(scaled / float(scale), rationed(**case), rtol=1e-9, atol=1e-6)


@given(cases(st.just(Fraction(0))))
def test_equal_losses_are_the_dual_of_equal_awards(case):
    pool, claims = min(case["pool"], sum(case["claims"])), case["claims"]
    awards = rationed(pool, claims, "lige", None, 0)
    losses = rationed(sum(claims) - pool, claims, "lige_afslag", None, 0)
    assert np.allclose(awards + losses, [float(c) for c in claims], rtol=1e-12, atol=1e-8)


@given(cases(st.just(Fraction(0))))
def test_equal_awards_differ_only_where_the_claim_binds(case):
    done = rationed(**{**case, "how": "lige"})
    below = done < np.array([float(c) for c in case["claims"]]) - 1e-9
    assert np.allclose(done[below], done.max(), rtol=1e-12)


@given(cases(st.just(Fraction(0))))
def test_equal_losses_differ_only_where_nothing_is_left(case):
    done = rationed(**{**case, "how": "lige_afslag"})
    lost = np.array([float(c) for c in case["claims"]]) - done
    assert np.allclose(lost[done > 1e-9], lost.max(), rtol=1e-12, atol=1e-8)


@given(cases(st.just(Fraction(0))))
def test_proportional_is_one_share_for_all(case):
    done = rationed(**{**case, "how": "forholdsmaessig"})
    share = min(Fraction(1), case["pool"] / sum(case["claims"]))
    assert np.allclose(done, [float(c * share) for c in case["claims"]], rtol=1e-12, atol=1e-9)


@given(cases())
def test_nobody_gets_before_all_with_a_lower_number_have_theirs(case):
    done = rationed(**{**case, "how": "prioritet"})
    unit, priority = case["unit"], case["priority"]
    full = [float(math.floor(c / unit) * unit) if unit else float(c) for c in case["claims"]]
    for i, kr in enumerate(done):
        if kr > 1e-8:
            earlier = [j for j in range(len(done)) if priority[j] < priority[i]]
            assert all(done[j] == pytest.approx(full[j], abs=1e-8) for j in earlier)


@given(cases())
def test_equal_claims_differ_by_at_most_a_unit_and_a_larger_claim_gets_no_less(case):
    assume(case["how"] != "prioritet")
    done, slack = rationed(**case), float(case["unit"]) * 1.000001 + 1e-9
    order = sorted(range(len(done)), key=lambda i: case["claims"][i])
    assert (np.diff(done[order]) >= -slack).all()
