"""Amounts on a user's own sheet in the copy: in the attack where the rule makes them, else read off or told of."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from addin.filejobs.brugerark import Own
from addin.filejobs.egne_beloeb import Egne, egne
from addin.workbook import SheetPlan
from tests.addin.checks.test_published import UNDER
from tests.addin.filejobs.files import distributed, houses, made, refused
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_HEADS, column, publication
from tests.planning import Case

TERMS = {"pulje": 2_400_000, "taerskel": 0.08, "loft": 6_000}
MAIN = column("Tildeling", TWELVE_HEADS, UNDER, **TERMS)
PUBLISHED = dataclasses.replace(publication(TWELVE_HEADS, UNDER, MAIN), names=TWELVE)


def judged(*columns: Any, names: Any = TWELVE) -> Egne:
    """A sheet with the houses and columns of numbers."""
    plan = SheetPlan("eget Mit", "Mit")
    for row, line in enumerate(zip(names, *columns), 1):
        plan.put_row(row, [value for value in line])
    return egne([Own(plan, {}, [], [], [])], PUBLISHED)


@pytest.mark.parametrize("terms", [{"taerskel": None}, {"taerskel": None, "loft": None}, {"loft": None},
                                   {"taerskel": None, "afrunding": 1_000}, {"taerskel": None, "pulje": 9_000_000}])
def test_what_the_rule_makes_on_other_terms_is_a_column_of_amounts(terms: dict[str, Any]) -> None:
    other = column("x", TWELVE_HEADS, UNDER, **{**TERMS, **terms})
    found = judged(other.amounts.tolist())
    assert [each.name for each in found.columns] == ["Mit!B"] and found.columns[0].fits(PUBLISHED.counts)
    assert (found.read_off, found.unknown) == ([], [])


def test_what_the_page_says_too_is_nothing_new() -> None:
    assert judged(MAIN.amounts.tolist(), list(TWELVE_HEADS)) == Egne((), [], [])


@pytest.mark.parametrize("each", [1.0, 17_174.25, 0.37])
def test_what_is_in_proportion_is_read_off(each: float) -> None:
    """Rounded by hand, so that no rule gives it; also of a part of the houses, and per child."""
    wanted = ["Kan læses af Mit!B: Kløverstien, Strandhuset"]
    noise = np.random.default_rng(7).uniform(-0.45, 0.45, 12)
    numbers = [round(each * (count + less), 3) for count, less in zip(UNDER, noise)]
    assert judged(numbers).read_off == wanted
    assert judged([*numbers[:4], *[None] * 8]).read_off == ["Kan læses af Mit!B: Kløverstien"]
    assert judged([number / heads for number, heads in zip(numbers, TWELVE_HEADS)]).read_off == wanted


def test_the_children_who_are_left_tell_those_who_are_counted() -> None:
    rest = [float(heads - count) for heads, count in zip(TWELVE_HEADS, UNDER)]
    assert [each.name for each in judged(rest).columns] == ["Mit!B"]
    odd = [left + 0.4 * (-1) ** number for number, left in enumerate(rest)]
    assert judged(odd).read_off == ["Kan læses af Mit!B: Kløverstien, Strandhuset"]


def test_two_columns_tell_together_what_neither_does() -> None:
    """Those of 0-2 and of 3-5 years, and an amount in two parts; beside a column that is of nothing."""
    young = [float(count * 3 % 7 + 40) for count in UNDER]
    old = [count - small for count, small in zip(UNDER, young)]
    found = judged([9.0 * number % 13 for number in range(12)], young, old)
    assert [each.name for each in found.columns] == ["Mit!C og Mit!D"]
    assert "Mit!B, Mit!C, Mit!D" in found.unknown[0]
    without = column("x", TWELVE_HEADS, UNDER, **{**TERMS, "taerskel": None}).amounts
    parts = judged(young, (without - np.array(young)).tolist())
    assert [each.name for each in parts.columns] == ["Mit!B og Mit!C"]


def test_what_the_threshold_moves_for_each_is_the_amounts_without_it() -> None:
    moved = column("x", TWELVE_HEADS, UNDER, **{**TERMS, "taerskel": None}).amounts - MAIN.amounts
    for sign in (1.0, -1.0):
        found = judged((sign * moved).tolist())
        assert [each.name for each in found.columns] == ["Mit!B"] and found.columns[0].fits(PUBLISHED.counts)


def test_other_numbers_are_said_to_be_unjudged() -> None:
    numbers = [40.0 + 7 * number % 11 for number in range(12)]
    found = judged(numbers)
    assert (found.columns, found.read_off) == ((), []) and "Mit!B" in found.unknown[0]
    assert judged([5.0, *[None] * 11]) == Egne((), [], [])  # one number says nothing by itself
    assert judged(numbers, names=[f"x{name}" for name in TWELVE]) == Egne((), [], [])


def test_where_no_count_is_hidden_nothing_is_looked_for() -> None:
    plan = SheetPlan("eget Mit", "Mit")
    plan.put_row(1, [TWELVE[0], 5.0])
    assert egne([Own(plan, {}, [], [], [])], None) == Egne((), [], [])


def with_sheet(numbers: list[float]) -> Case:
    taken = houses(UNDER)
    rows = [["Institution", "Prøve"], *[[name, number] for name, number in zip(TWELVE, numbers)]]
    return taken._replace(sheets={**taken.sheets, "Mit": rows})


def test_a_scenario_on_a_sheet_that_goes_along_stops_the_copy(tmp_path: Path) -> None:
    """What the houses would have got without the threshold says how many there are in those that it protects."""
    without = column("x", TWELVE_HEADS, UNDER, **{**TERMS, "taerskel": None}).amounts.tolist()
    data = distributed(with_sheet(without), tmp_path)
    made(data)
    said = refused(data, ark=["Mit"])
    assert 'når kolonnen "Mit!B" vises' in said and "Kløverstien (3 børn)" in said


def test_numbers_in_proportion_stop_the_copy_and_others_are_told(tmp_path: Path) -> None:
    data = distributed(with_sheet([111.5 * count for count in UNDER]), tmp_path)
    assert "Kan læses af Mit!B: Kløverstien, Strandhuset" in refused(data, ark=["Mit"])
    other = distributed(with_sheet([31.0 + 7 * number % 11 for number in range(12)]), tmp_path)
    done = made(other, ark=["Mit"])
    assert any(str(message).startswith("Ikke prøvet for små antal: Mit!B") for message in done.messages)
