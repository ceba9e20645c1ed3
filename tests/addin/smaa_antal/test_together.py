"""Shares and amounts together, judged by an attacker written apart, who has every vector of counts."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from addin.smaa_antal import together
from addin.smaa_antal.plan import Houses, Plan, plan
from addin.smaa_antal.published import Publication, printed
from tests.addin.smaa_antal import attacker
from tests.addin.smaa_antal.attacker import Terms
from tests.addin.smaa_antal.houses import column, publication

MOST_HEADS = {3: 34, 4: 21}  # so that all vectors of counts can be tried
POOL, THRESHOLD = 900_000, (1, 5)


def made(heads: list[int], counts: list[int], unit: int = 1) -> tuple[Houses, Publication]:
    """One group, a threshold of 20 %, and the sats told."""
    one = column("Tildeling", heads, counts, pulje=POOL, afrunding=unit, taerskel=0.2)
    done = one.distributed(np.array(counts, dtype=float))
    assert done is not None
    told = publication(heads, counts, dataclasses.replace(one, sats=printed(done.sats)))
    return Houses(told.names, ["A"] * len(heads), heads, counts, 0.2), told


def texts(shown: Plan) -> list[str]:
    return [*(cell.text for cell in shown.houses), shown.groups["A"].text, shown.whole.text]


def of_amounts(heads: list[int], counts: list[int], unit: int) -> np.ndarray:
    """All counts that give the amounts and the sats."""
    all_heads, true, terms = np.array(heads), np.array(counts), Terms(POOL, unit, THRESHOLD)
    amounts = attacker.amounts(true[None, :], all_heads, terms)[0]
    fitting = attacker.fits(all_heads, [amounts], [terms], {})
    return fitting[np.isin(attacker.together(fitting, all_heads, terms),
                           attacker.together(true[None, :], all_heads, terms))]


def worked_out(heads: list[int], counts: list[int], fitting: np.ndarray, shown: list[str] | None
               ) -> dict[int, tuple[int, int]]:
    """What the attacker finds by them, and by the shares that are shown."""
    all_heads, true = np.array(heads), np.array(counts)
    if shown is None:
        return attacker.told(all_heads, true, fitting)
    fitting = fitting[attacker.fits_shares(fitting, true, all_heads, shown, THRESHOLD)]
    return attacker.told(all_heads, true, fitting, words=attacker.at_least(all_heads, shown, THRESHOLD))


@st.composite
def drawn(draw: Any) -> tuple[list[int], list[int], int]:
    n = draw(st.integers(3, 4))
    heads = draw(st.lists(st.integers(20, MOST_HEADS[n]), min_size=n, max_size=n))
    counts = [draw(st.one_of(st.integers(0, 5), st.integers(of - 5, of), st.integers(0, of))) for of in heads]
    return heads, counts, draw(st.sampled_from([1, 1_000, 5_000, 20_000]))


@given(drawn())
@example(([21, 22, 22, 22], [2, 1, 2, 12], 1))
@example(([24, 24, 20, 21], [2, 0, 13, 2], 1))
@example(([24, 24, 24, 20], [1, 1, 1, 12], 1))  # 3 = 1 + 1 + 1
@example(([24, 24, 24, 20], [4, 4, 4, 12], 1))  # 12 = 4 + 4 + 4
@example(([24, 24, 24, 20], [0, 1, 3, 12], 1))  # none is shown: 4 = 1 + 3
def test_shares_tell_nothing_that_the_amounts_do_not(taken: tuple[list[int], list[int], int]) -> None:
    heads, counts, unit = taken
    if not any(count * 5 >= of for count, of in zip(counts, heads)):
        return
    shown = together.shares(*made(heads, counts, unit))
    fitting = of_amounts(heads, counts, unit)
    alone = worked_out(heads, counts, fitting, None)
    assert set(worked_out(heads, counts, fitting, texts(shown) if shown else None)) <= set(alone)


# Each house under the threshold gets nothing, so that no amount tells of it; the sums of the plan alone do.
BACK = [([21, 21, 21, 21], [1, 0, 9, 3], ["under 20 %", ".", "43 %", "under 20 %", ".", "ca. 20 %"]),
        ([24, 26, 25], [15, 0, 3], ["63 %", ".", "under 20 %", ".", "."])]


@pytest.mark.parametrize(("heads", "counts", "shown"), BACK)
def test_the_plan_of_shares_alone_would_tell_more(heads: list[int], counts: list[int], shown: list[str]) -> None:
    houses, told = made(heads, counts)
    fitting = of_amounts(heads, counts, 1)
    assert worked_out(heads, counts, fitting, None) == {}
    assert worked_out(heads, counts, fitting, texts(plan(houses))) != {}
    held = together.shares(houses, told)
    assert held is not None and texts(held) == shown


def test_where_nothing_is_hidden_all_is_shown() -> None:
    houses, told = made([40, 30, 30], [20, 10, 15])
    assert together.shares(houses, told) == plan(houses)


def test_where_shares_of_houses_tell_more_there_are_none() -> None:
    """In whole 300.000 kr. the amounts leave the sum of the counts open; a shown count closes it."""
    heads, counts = [60, 66, 72, 58, 64], [4, 20, 23, 18, 15]
    one = column("Tildeling", heads, counts, pulje=1_000_000, afrunding=50_000)
    houses = Houses([f"Hus {number}" for number in range(5)], ["A"] * 5, heads, counts)
    assert together.shares(houses, publication(heads, counts, one)) is None


@pytest.mark.parametrize("searched", [100, 3])
def test_with_many_recipients_no_sum_is_left_where_one_tells(monkeypatch: pytest.MonkeyPatch, searched: int) -> None:
    monkeypatch.setattr(together, "SEARCHED", searched)
    shown = together.shares(*made(*BACK[0][:2]))
    assert shown is not None and shown.whole.text == ("ca. 20 %" if searched == 100 else ".")


@pytest.mark.parametrize("most", [4, 3])
def test_more_than_can_be_looked_at_show_no_shares(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(together, "MOST_RECIPIENTS", most)
    assert (together.shares(*made(*BACK[0][:2])) is None) == (most == 3)
