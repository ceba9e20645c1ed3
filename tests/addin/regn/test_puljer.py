"""The algebra of several pools: order, rounding, what goes on, and the guarantee of the sum."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.regn.puljer import regn_puljer, unit
from addin.regn.regn import laes
from addin.run.puljer import Puljer
from addin.settings import puljer
from addin.settings.settle import settle
from addin.workbook import Refusal
from tests.planning import refused
from tests.pools import COLUMNS, HOUSES, RANDERS, houses

AMOUNTS = st.integers(0, 9_999_999)
UNITS = st.sampled_from((1, 5, 10, 100, 1000))
GARANTI = {"Pulje": "Garanti", "Garanti": 0.95}


def run(*rows: dict[str, Any], **values: Any) -> Puljer:
    snapshot = houses(*rows, **values).snapshot()
    return regn_puljer(laes(snapshot, settle(snapshot, {})), puljer.read(snapshot))


@given(st.lists(st.tuples(AMOUNTS, UNITS), min_size=2, max_size=4))
def test_each_pool_is_rounded_by_itself_and_the_total_is_their_sum(pools: list[tuple[int, int]]) -> None:
    done = run(*({"Pulje": f"P{at}", "Beløb, kr.": amount, "Afrunding, kr.": unit}
                 for at, (amount, unit) in enumerate(pools)))
    assert [pool.tildelt for pool in done.delt] == [amount // unit * unit for amount, unit in pools]
    assert math.fsum(done.sum.tildeling) == sum(amount // unit * unit for amount, unit in pools)
    by_hand = [sum(column) for column in zip(*(done.beloeb(at) for at in range(len(pools))))]
    assert done.sum.tildeling.tolist() == by_hand


@given(AMOUNTS, AMOUNTS, st.integers(1, 20_000))
def test_what_a_cap_leaves_goes_on_and_nothing_is_lost(first: int, second: int, cap: int) -> None:
    done = run(RANDERS[0] | {"Beløb, kr.": first, "Loft, kr. pr. barn": cap, "Tilovers": "Alle"},
               RANDERS[1] | {"Beløb, kr.": second})
    left = done.delt[0].rest
    assert done.delt[0].tildelt + left == first and done.delt[0].videre == 1
    assert done.delt[1].regnet.fordeling.pulje == second + left == done.delt[1].tildelt
    assert math.fsum(done.sum.tildeling) == first + second
    assert done.delt[1].ind == ({0: left} if left else {})


def test_what_stays_is_given_to_nobody() -> None:
    """4 houses with 226 children at 5.000 kr. at the most each: 1.130.000 of 1.230.000 at the very most."""
    done = run(RANDERS[0] | {"Loft, kr. pr. barn": 5_000}, RANDERS[1])
    assert done.delt[0].rest > 100_000 - 1 and done.delt[1].ind == {}
    assert math.fsum(done.sum.tildeling) == 9_590_000 - done.delt[0].rest


def test_pools_are_run_in_the_rows_order_and_what_came_can_go_on() -> None:
    """358 children at 1 kr. each: 358 of 1.000, 358 of 500 + 642, and 34 + 784 in the third."""
    rows = ({"Pulje": "A", "Beløb, kr.": 1000, "Loft, kr. pr. barn": 1, "Tilovers": "B"},
            {"Pulje": "B", "Beløb, kr.": 500, "Loft, kr. pr. barn": 1, "Tilovers": "C"},
            {"Pulje": "C", "Beløb, kr.": 34})
    done = run(*rows)
    assert [pool.tildelt for pool in done.delt] == [358, 358, 818]
    assert [pool.eget for pool in done.delt] == [1000, 500, 34] and done.delt[2].ind == {1: 784.0}


@given(st.integers(0, 95), st.integers(1_000_000, 20_000_000))
def test_a_guarantee_of_the_sum_keeps_the_sum(percent: int, amount: int) -> None:
    """Nobody is under it, and those above it keep their order to each other: one rate of what the pools give."""
    rows = (RANDERS[0], RANDERS[1] | {"Beløb, kr.": amount}, GARANTI | {"Garanti": percent / 100})
    before = [row[7] for row in HOUSES[1:]]
    try:
        done = run(*rows)
    except Refusal as refusal:
        assert "gulvet er for højt" in str(refusal).lower() and str(refusal).startswith("Fordel puljer!K5")
        assert math.fsum(math.ceil(percent * each / 100 - 1e-6) for each in before) > 1_230_000 + amount
        return
    assert math.fsum(done.sum.tildeling) == 1_230_000 + amount
    assert all(now >= percent / 100 * then - 1e-6 for now, then in zip(done.sum.tildeling, before))
    free = [now / was for now, was, by in zip(done.sum.tildeling, done.garanti.foer if done.garanti else [],
                                              done.sum.fordeling.bundet) if not by]
    assert all(abs(each - done.sum.fordeling.sats) < 1e-5 for each in free)


def test_a_guarantee_that_binds_nobody_moves_nothing() -> None:
    done = run(*RANDERS, GARANTI | {"Garanti": 0.4})
    assert done.flyttet is not None and not done.flyttet.any()
    assert done.sum.tildeling.tolist() == run(*RANDERS).sum.tildeling.tolist()


def test_the_guarantee_worked_by_hand() -> None:
    """1.353.036, 1.446.923, 2.188.178, 451.013, 3.507.773 and 643.077 kr.; at 95 % of 900.000, 1.600.000, 2.000.000,
    900.000, 3.400.000 and 790.000 the floors are 855.000, 1.520.000, 1.900.000, 855.000, 3.230.000 and 750.500. Birken,
    Druen and Fyrren are under; at a rate of (9.590.000 - 3.125.500) / (1.353.036 + 2.188.178 + 3.507.773) = 0,917 Egen
    comes under too; then (9.590.000 - 6.355.500) / 3.541.214 = 0,91338 for Anemonen and Cikorien."""
    found = run(*RANDERS, GARANTI).sum.tildeling.tolist()
    assert found == [1_235_846, 1_520_000, 1_998_654, 855_000, 3_230_000, 750_500]


def test_last_years_amounts_of_its_own_column_and_another_rounding() -> None:
    done = run(*RANDERS, GARANTI | {"Sidste år": "I fjor små", "Afrunding, kr.": 1000})
    assert math.fsum(done.sum.tildeling) == 9_590_000 and not any(done.sum.tildeling % 1000)
    why = refused(houses(*RANDERS, GARANTI | {"Afrunding, kr.": 9_591_000}))
    assert "er ikke hele antal af" in why or "gulvet" in why.lower()


@pytest.mark.parametrize("more, why", [
    ({"Afrunding, kr.": 0}, "Fordel puljer!M5: Afrunding skal være et tal over 0"),
    ({"Garanti": 95}, "Fordel puljer!K5: Garanti: det er 95 gange sidste års beløb; mente du 95 %?"),
    ({"Garanti": 1.5}, "Fordel puljer!K5: Gulvet er for højt: garantierne kræver 14.385.000 kr., puljen er 9.590.000 "
                       "kr. Se Ark!H2:H7.")])
def test_what_cannot_be_guaranteed_is_refused_with_its_cell(more: dict[str, Any], why: str) -> None:
    """Of last year's amounts of the settings, and of a column that the row names; the pool of the settings is not the
    sum."""
    for named in ({}, {"Sidste år": "I fjor"}):
        assert refused(houses(*RANDERS, GARANTI | more | named)).startswith(why)


def test_a_guarantee_without_last_years_amounts_says_where_to_name_them() -> None:
    columns = {key: place for key, place in COLUMNS.items() if key != "sidste_aar"}
    assert refused(houses(*RANDERS, GARANTI, columns=columns)).startswith(
        "Fordel puljer!L5: garantien er en andel af sidste år, og der er ingen kolonne med det.")
    assert run(*RANDERS, GARANTI | {"Sidste år": "I fjor"}, columns=columns).sum.tildeling.tolist() == run(
        *RANDERS, GARANTI).sum.tildeling.tolist()


@pytest.mark.parametrize("units, together", [((1, 1), 1), ((10, 100), 10), ((30, 100), 0.01), ((0.01, 1), 0.01)])
def test_the_unit_of_the_sum(units: tuple[float, ...], together: float) -> None:
    done = run(*({"Pulje": f"P{at}", "Beløb, kr.": 60_000, "Afrunding, kr.": unit} for at, unit in enumerate(units)))
    assert unit(done.delt) == together
