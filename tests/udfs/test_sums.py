"""The quick sum is math.fsum to the last bit, whatever the terms."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.sums import LONG, row_totals, total

DICE = np.random.default_rng(20261122)


def spread(n, most):
    """Terms over so many powers of ten, of both signs."""
    return DICE.normal(0, 1, n) * 10.0 ** DICE.integers(-most, most, n)


@pytest.mark.parametrize("n", [1, LONG - 1, LONG, LONG + 1, 1023, 1024, 1025, 60_000])
@pytest.mark.parametrize(
    "terms",
    [
        lambda n: DICE.uniform(0, 400, n),
        lambda n: DICE.integers(0, 400, n).astype(float),
        lambda n: np.full(n, 0.1),
        lambda n: np.zeros(n),
        lambda n: np.full(n, 5e-324),
        lambda n: spread(n, 20),
        lambda n: spread(n, 300),
        lambda n: np.where(np.arange(n) == 0, 1e308, DICE.uniform(0, 1, n)),
    ],
    ids=["amounts", "counts", "equal", "zeros", "smallest", "wide", "widest", "one enormous"],
)
def test_same_as_fsum(terms, n):
    drawn = terms(n)
    assert total(drawn) == math.fsum(drawn)


def test_what_cancels_is_gone():
    large = DICE.normal(0, 1e12, LONG)
    assert total(np.concatenate((large, [1e-9], -large))) == 1e-9


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=30), st.randoms())
def test_the_order_moves_nothing(some, rng):
    terms = (some * LONG)[: LONG + len(some)]
    turned = list(terms)
    rng.shuffle(turned)
    assert total(np.array(terms)) == total(np.array(turned)) == math.fsum(terms)


@pytest.mark.parametrize("columns", [1, 2, 6, 40])
@pytest.mark.parametrize("most", [0, 5, 20, 300])
def test_rows_are_added_as_fsum_adds_them(columns, most):
    decimals = DICE.integers(0, 99, (4 * LONG, columns)) * 1.1
    rows = spread(4 * LONG * columns, most).reshape(-1, columns) if most else decimals
    rows[::7] = 0
    rows[::11] *= 1e-290
    assert row_totals(rows).tolist() == [math.fsum(row) for row in rows.tolist()]


def test_infinite_stays_infinite():
    assert total(np.append(np.ones(LONG), math.inf)) == math.inf
    assert total(np.array([1, math.inf])) == math.inf


def test_the_terms_are_left_as_they_were():
    terms = np.arange(2.0 * LONG)
    total(terms)
    assert terms.tolist() == list(range(2 * LONG))
