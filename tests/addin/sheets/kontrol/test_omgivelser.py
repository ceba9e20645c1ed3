"""What stands around the user's figures and would make another distribution: headings, labels, totals, rows below."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.sheets.kontrol.omgivelser import BELOW, Surroundings, groups
from addin.workbook import Area
from tests.planning import Case, calculated, case

ROWS: list[list[Any]] = [["Fordeling", None, None], ["Institution", "Nøgle", 2027], ["A", 1, 5], ["Syd:", None, None],
                         ["B", 2, 5], ["I alt", 3, 10]]
COLUMNS = {"navn": "Ark!$A$3:$A$5", "noegle": "Ark!$B$3:$B$5"}


def made(columns: Any = COLUMNS, **values: Any) -> Case:
    return case({"Ark": ROWS}, columns, **{"pulje": 900, **values})


def around(result: Regnet | None = None, *written: str) -> Surroundings:
    return Surroundings(result or calculated(made()).first, frozenset(written))


def test_headings_titles_and_years_over_the_table_are_held_and_other_numbers_are_not() -> None:
    found = {line.where: line.conditions for line in around().headings()}
    assert list(found) == ["Ark, række 1 over tabellen", "Ark, række 2 over tabellen"]
    assert found["Ark, række 1 over tabellen"][1:] == ["'Ark'!$A$1=\"Fordeling\""]
    _, *texts = found["Ark, række 2 over tabellen"]
    assert texts == ["'Ark'!$A$2=\"Institution\"", "'Ark'!$B$2=\"Nøgle\"", "'Ark'!$C$2=2027"]
    assert around().texts(calculated(made()).first.figures.sheet, Area("Ark", 2, 1, 2, 2)) == []


def test_a_row_that_is_no_institution_is_to_stay_none() -> None:
    found = [(line.where, line.conditions) for line in around().others()]
    assert found == [("Ark!A4 er ikke en institution", ["'Ark'!$A$4=\"Syd:\""]),
                     ("Ark!A6 er ikke en institution", ["'Ark'!$A$6=\"I alt\""])]


def test_a_typed_total_is_held_and_one_that_is_a_formula_is_not() -> None:
    result = calculated(made({key: place.replace("$5", "$6") for key, place in COLUMNS.items()})).first
    held = []
    for formulas in ({}, {(5, 1): "=SUM(B3:B5)"}):
        seen = around(result)
        seen.sheet = dataclasses.replace(result.figures.sheet, formulas=formulas)
        held.append({line.where: line.conditions[1:] for line in seen.others()}["Ark!A6 er ikke en institution"])
    assert held == [["'Ark'!$B$6=3"], []]


def test_the_label_beside_a_setting_is_held() -> None:
    found = {line.where: line.conditions for line in around().labels()}
    assert found["Valg!B1: Pulje"] == ["'Valg'!$A$1=\"pulje\"", "'Valg'!$C$1=\"\""]


def test_rows_that_come_below_or_above_are_seen_in_each_column_that_is_used() -> None:
    (line,) = around().of_table()
    assert len(line.conditions) == 2 and line.where == "Ark, rækkerne i tabellen"
    names = f"'Ark'!$A$2:$A${5 + BELOW}"
    assert line.conditions[0] == f"ROWS({names})*COLUMNS({names})-COUNTBLANK({names})=5"
    assert around().of_delivery() == []


@pytest.mark.parametrize("text", ["='Fordeling kontrol'!C4", "=Fordel_kontrol"])
def test_a_cell_of_the_user_s_that_shows_our_answer_is_not_compared(text: str) -> None:
    """It is known by its formula, or where there are none by what it says."""
    result = calculated(made()).first
    sheet = dataclasses.replace(result.figures.sheet, formulas={(0, 2): text, (1, 2): "=2026+1"})
    assert around(result, "Fordeling kontrol").found_answers(sheet) == {(0, 2)}
    bare = dataclasses.replace(sheet, formulas=None, rows=[["OK", "IKKE OK", "ok"]])
    assert around(result).found_answers(bare) == {(0, 0), (0, 1)}


def test_an_institution_stays_in_its_group_where_a_column_says_which() -> None:
    rows = [["Institution", "Nøgle", "Område"], ["A", 1, "Nord"], ["B", 2, "Syd"]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "noegle", "gruppe"), "ABC")}
    result = calculated(case({"Ark": rows}, columns, pulje=900)).first
    assert [groups(result, number) for number in (0, 1)] == [["'Ark'!$C$2=\"Nord\""], ["'Ark'!$C$3=\"Syd\""]]
    assert groups(calculated(made()).first, 0) == []
