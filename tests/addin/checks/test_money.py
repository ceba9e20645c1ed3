"""Amounts and shares in the wrong unit, and a pool far from last year's amounts."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from tests.addin.checks.checking import COLUMNS, ROWS, checked, found, made, told, with_cell
from tests.planning import MADE, Case, amounts, case, texts


@pytest.mark.parametrize("share, red", [(1.1, False), (1.11, True), (0.9, False), (0.89, True)])
def test_how_far_the_pool_may_be_from_last_year(share, red) -> None:
    assert ("sidste_aar" in told(made(pulje=970 * share))) is red


def test_last_year_is_compared_in_the_new_price_level() -> None:
    assert "sidste_aar" in told(made(pulje=1100))
    assert "sidste_aar" not in told(made(pulje=1100, pl=0.1))


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
    assert "sidste_aar" not in told(made(with_cell(0, 3, -3000)))


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


def distribute(taken: Case, **choices: Any) -> Any:
    return fordel_pulje(taken.snapshot(), choices, MADE, "0")


def test_per_cents_are_asked_about_and_the_answer_is_a_setting() -> None:
    asked = distribute(burdens((12, 8, 30)))
    assert [(question.setting, [value for value, _ in question.choices]) for question in asked.questions] == [
        ("belastning_i", ["procent", "point"])]
    as_shares = distribute(burdens((0.12, 0.08, 0.3), taerskel=0.1))
    answered = distribute(burdens((12, 8, 30), taerskel=0.1), belastning_i="procent")
    assert amounts(answered) == amounts(as_shares)
    assert "procent" not in found(burdens((12, 8, 30), belastning_i="procent"))


def test_where_some_may_be_shares_per_cent_is_no_answer() -> None:
    asked = distribute(burdens((1.4, 0.5, 2.5)))
    assert [value for value, _ in asked.questions[0].choices] == ["point"]
    assert "procent" not in found(burdens((1.4, 0.5, 2.5), belastning_i="point"))


@pytest.mark.parametrize("other, shown", [(900_000, "900.000"), (1_000_000, ""), (1_000, ""), (1, ""),
                                          (1_230, "1.230")])
def test_the_label_of_the_pool_with_another_amount_beside_it(other: float, shown: str) -> None:
    rows = [["Institution", "Nøgle"], ["Hus A", 1], ["Hus B", 2]]
    taken = case({"Ark": rows, "Indstilling": [["Krop og bevægelse", 1_000_000]],
                  "Tabel": [[None, "Krop og bevægelse:", other]]},
                 {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3", "pulje": "Indstilling!$B$1"})
    lines = told(taken).get("to_beloeb", [])
    assert lines == ([f'"Krop og bevægelse": 1.000.000 (Indstilling!B1) og {shown} (Tabel!C1)'] if shown else [])


def test_what_is_told_of_the_pool_stands_on_the_result() -> None:
    plan = distribute(made(pulje=1300))
    assert "Puljen er en anden end sidste års: til fordeling er 1.300 kr., sidste års tildeling var 970 kr. i alt " \
           "(+34 %)." in texts(plan.warnings)
    assert checked(made(pulje=1300)).summary["roede"] == 0
