"""A distribution with a part of last year's in it: the same as the two functions one after the other, by hand and by
dice."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.catalogue import FUNCTIONS
from udfs.distribution import fordel
from udfs.errors import RegelFejl

FOER = [600_000, 300_000, 100_000]


def test_a_third_by_hand() -> None:
    done = fordel(900_000, [1, 1, 1], sidste_aar=FOER, andel_nyt=1 / 3)
    # 2/3 x 600.000 + 1/3 x 300.000, and so on; the sum is 2/3 x 1.000.000 + 1/3 x 900.000 = 966.666,67
    assert done.tildeling.tolist() == [500_000, 300_000, 166_667]
    assert done.fuldt_indfaset.tolist() == [300_000] * 3
    assert done.ikke_fordelt == 0


def test_what_a_cap_leaves_over_is_told_of_the_new_amounts() -> None:
    done = fordel(900_000, [1, 1, 0], boern=[10, 10, 10], loft=30_000, sidste_aar=FOER, andel_nyt=0.5)
    assert done.foer_afrunding.tolist() == [300_000, 300_000, 0]
    assert done.tildeling.tolist() == [450_000, 300_000, 50_000]
    assert done.ikke_fordelt == 300_000


def test_all_new_is_the_distribution_itself() -> None:
    done, plain = (fordel(1000, [1, 2, 4], sidste_aar=FOER, andel_nyt=part) for part in (1, None))
    assert done.tildeling.tolist() == plain.tildeling.tolist() and done.blandet is done.foer_afrunding


@pytest.mark.parametrize("part, said", [(1.5, "ligger ikke mellem 0 og 1"), (33, "skriv =5/12 eller 33 %")])
def test_a_part_that_is_none_is_refused(part: float, said: str) -> None:
    with pytest.raises(RegelFejl, match=said):
        fordel(1000, [1, 2, 4], sidste_aar=FOER, andel_nyt=part)


def test_last_year_must_be_there() -> None:
    with pytest.raises(RegelFejl, match="^sidste år mangler: en indfasning er en del af det$"):
        fordel(1000, [1, 2, 4], andel_nyt=0.5)


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 10**6)), min_size=1, max_size=30),
       st.integers(0, 10**7), st.integers(0, 12), st.sampled_from([1, 100, 0.01]))
def test_it_is_pulje_and_then_overgang(rows: list[tuple[int, int]], pool: int, twelfths: int, unit: float) -> None:
    key, before = [row[0] for row in rows], [row[1] for row in rows]
    done = fordel(pool, key, afrunding=unit, sidste_aar=before, andel_nyt=twelfths / 12)
    unrounded = FUNCTIONS["FORDEL_PULJE"](pool, key, afrunding=0)
    if twelfths < 12:
        assert done.tildeling.tolist() == FUNCTIONS["FORDEL_OVERGANG"](unrounded, before, twelfths / 12, unit).tolist()
        total = Fraction(12 - twelfths, 12) * sum(before) + Fraction(twelfths, 12) * pool
        assert abs(math.fsum(done.tildeling) - total) <= unit * (0.5 + 1e-6)
    assert (np.abs(done.tildeling - done.blandet) < unit * (1 + 1e-6)).all()
