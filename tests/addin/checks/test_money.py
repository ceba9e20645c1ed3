"""Amounts and shares in the wrong unit, and a pool far from last year's amounts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.addin.checks.checking import COLUMNS, ROWS, found, made, with_cell
from tests.planning import Case, case


@pytest.mark.parametrize("share, red", [(1.25, False), (1.26, True), (0.75, False), (0.74, True)])
def test_how_far_the_pool_may_be_from_last_year(share, red) -> None:
    assert ("sidste_aar" in found(made(pulje=970 * share))) is red


def test_last_year_is_compared_in_the_new_price_level() -> None:
    assert "sidste_aar" in found(made(pulje=1300))
    assert "sidste_aar" not in found(made(pulje=1300, pl=0.1))


def burdens(values: Any, **more: Any) -> Case:
    rows = [["Institution", "Børn", "Andel"], *([f"Hus {name}", 40, value] for name, value in zip("ABC", values))]
    columns = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "belastning": "Ark!$C$2:$C$4"}
    return case({"Ark": rows}, columns, pulje=90_000, **more)


def test_percentages_typed_as_numbers() -> None:
    assert found(burdens((12, 8, 30))) == {"procent": ["Ark!C2: 12 er 1.200 % (3 af 3 er over 1)"]}
    assert found(burdens((0.12, 0.08, 0.3))) == {}
    assert found(burdens((0.9, 0.8, 1.4))) == {}  # an index may well be above 1 for one


def test_children_of_a_part_of_the_year_are_not_few() -> None:
    rows = [[*row[:3], row[4], months] for row, months in zip(ROWS, (1, 12, 12))]
    columns = {key: COLUMNS[key] for key in ("navn", "boern", "noegle")}
    assert found(made(rows, {**columns, "grundbudget": "Ark!$D$2:$D$4", "maaneder": "Ark!$E$2:$E$4"})) == {}


def test_a_last_year_below_nothing_is_compared_with_nothing() -> None:
    assert "sidste_aar" not in found(made(with_cell(0, 3, -3000)))


@pytest.mark.parametrize("before, red", [(300, False), (299, True)])
def test_amounts_that_are_more_than_300_times_apart_are_in_two_units(before: int, red: bool) -> None:
    """90.000 kr. against 300 kr. in all is 300 times; what is far from last year is red in both."""
    rows = [["Institution", "Nøgle", "Sidste år"], ["Hus A", 1, before], ["Hus B", 1, 0]]
    columns = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3", "sidste_aar": "Ark!$C$2:$C$3"}
    red_ones = found(case({"Ark": rows}, columns, pulje=90_000))
    assert red_ones.get("enhed", []) == (
        ["puljen er 90.000 kr., men sidste års tildeling er 299 kr. i alt"] if red else [])


@pytest.mark.parametrize("each, red", [(5_000, False), (4_999, True), (1_000_000, False), (1_000_001, True)])
def test_how_much_base_budget_a_child_may_have(each: int, red: bool) -> None:
    assert ("enhed" in found(made(with_cell(0, 4, 40 * each)))) is red


def test_a_threshold_written_as_a_percentage() -> None:
    taken = burdens((0.12, 0.08, 0.3), taerskel=8)
    assert found(taken)["procent"] == ["tærsklen er 8, og ingen belastning er over 1"]
    assert "procent" not in found(burdens((0.12, 0.08, 0.3), taerskel=0.08))
