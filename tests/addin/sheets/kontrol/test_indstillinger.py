"""Conditions that every setting is what it was: also one that was empty, and a name that pointed elsewhere."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.sheets.kontrol import indstillinger
from addin.workbook import Formula, SheetPlan
from tests.planning import calculated, case
from workbook_templates.opsaetning import SETTINGS

ROWS = [["Institution", "Nøgle"], ["A", 1], ["B", 2]]
COLUMNS = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}


def made(**values: Any) -> Regnet:
    return calculated(case({"Ark": ROWS}, COLUMNS, **{"pulje": 900, **values})).first


@pytest.mark.parametrize(("key", "values", "condition"), [
    ("minimum", {"minimum": 50}, "Fordel_minimum=50"), ("minimum", {}, 'Fordel_minimum=""'),
    ("afrunding", {}, 'OR(Fordel_afrunding="",Fordel_afrunding=1)'), ("afrunding", {"afrunding": 10},
                                                                      "Fordel_afrunding=10")])
def test_the_cell_of_a_number(key: str, values: dict[str, Any], condition: str) -> None:
    """An empty cell is the same as one with what it means."""
    assert indstillinger.value_kept(made(**values), SETTINGS[key]) == condition


@pytest.mark.parametrize(("values", "words"), [
    ({"taerskel": 0.1, "taerskeltype": "over"}, ["over"]), ({}, ["fuld", ""]),
    ({"taerskel": 0.1, "taerskeltype": "Over"}, ["over", "Over"])])
def test_the_cell_of_a_word_may_hold_it_as_typed_or_as_it_is_written(values: dict[str, Any], words: list[str]) -> None:
    name = "TRIM(Fordel_taerskeltype)"
    rows = [[*row, many] for row, many in zip(ROWS, ("Børn", 5, 5))]
    result = calculated(case({"Ark": rows}, {**COLUMNS, "boern": "Ark!$C$2:$C$3"}, pulje=900, **values)).first
    assert indstillinger.word_kept(result, SETTINGS["taerskeltype"]) == (
        "OR(" + ",".join(f'{name}="{word}"' for word in words) + ")")


def test_a_name_points_at_the_cells_it_pointed_at() -> None:
    assert indstillinger.area_kept(made().setup, SETTINGS["noegle"]) == [
        "MIN(ROW(Fordel_noegle))=ROW('Ark'!$B$2)", "MIN(COLUMN(Fordel_noegle))=COLUMN('Ark'!$B$2)",
        "ROWS(Fordel_noegle)=ROWS('Ark'!$B$2:$B$3)", "COLUMNS(Fordel_noegle)=COLUMNS('Ark'!$B$2:$B$3)"]


def test_every_setting_that_moves_money_has_a_line_and_no_other() -> None:
    where = [line.where for line in indstillinger.lines_of_settings(made(), None)]
    assert {SETTINGS[key].label for key in ("pulje", "loft", "garanti", "navn", "noegle")} <= set(where)
    assert not {SETTINGS[key].label for key in indstillinger.NO_AMOUNT} & set(where)
    assert len(where) == len(set(where))


def with_setup(**changed: Any) -> Regnet:
    result = made()
    return dataclasses.replace(result, setup=changed_setup(result.setup, **changed))


def changed_setup(setup: Setup, **changed: Any) -> Setup:
    return dataclasses.replace(setup, **changed)


def test_weights_and_answers_are_held_by_their_place() -> None:
    result = with_setup(criteria=["Enlige", "Ledige"], weights=[1.0, 2.5], answers={"række Ark: I alt": "spring over"})
    found = {line.where: line.conditions for line in indstillinger.lines_of_settings(result, None)}
    assert found["Vægt af Ledige"] == [
        'IF(INDEX(Fordel_kriterievaegte,2)="",1,INDEX(Fordel_kriterievaegte,2))=2.5']
    assert found["Svaret på: række Ark: I alt"] == ['INDEX(Fordel_svar,1,2)="spring over"']


def test_cells_that_show_what_stands_elsewhere_are_held_where_the_sheet_is_written() -> None:
    plan = SheetPlan("opsaetning", "Fordel opsætning")
    plan.put(4, 0, "Pulje")
    plan.put(4, 1, Formula("='Ark'!B1", 900))
    assert list(indstillinger.pointers(plan)) == [
        ("Fordel opsætning, række 5", ["'Fordel opsætning'!$B$5='Ark'!B1"])]
