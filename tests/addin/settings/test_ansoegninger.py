"""How applications are shared: found by the headings, asked where that says two things, refused where it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions, Snapshot
from tests.builders import snapshot
from tests.planning import MADE, WHY, amounts, cells, texts

HEAD = ["Institution", "Børn", "Ansøgt beløb", "Prioritet"]
ROWS = [["Ellehuset", 72, 220_000, 1], ["Kastanjen", 88, 260_000, 2], ["Havnehuset", 78, 180_000, 2]]
KEY = [[*row, key] for row, key in zip(ROWS, (1, 2, 3))]


def taken(head: list[Any] = HEAD, rows: list[list[Any]] = ROWS) -> Snapshot:
    return snapshot(Ansøgninger=[head, *rows], Forudsætninger=[["Pulje 2027, kr.", 400_000]])


def answer(found: Snapshot, **said: str) -> Any:
    return fordel_pulje(found, {**WHY, **said}, MADE, "0")


def given(found: Snapshot, **said: str) -> dict[str, float]:
    plan = answer(found, **said)
    assert isinstance(plan, Plan), plan
    return amounts(plan)


def test_a_column_of_priorities_beside_applications_is_asked_about() -> None:
    asked = answer(taken())
    assert isinstance(asked, Questions) and [each.setting for each in asked.questions] == ["ansoegninger_deles"]
    assert [value for value, _ in asked.questions[0].choices] == ["prioritet", "lige afslag", "nøgle"]
    assert given(taken(), ansoegninger_deles="prioritet") == {
        "Ellehuset": 220_000, "Kastanjen": 106_364, "Havnehuset": 73_636}
    assert given(taken(), ansoegninger_deles="lige afslag") == {
        "Ellehuset": 133_334, "Kastanjen": 173_333, "Havnehuset": 93_333}


def test_it_is_not_asked_where_the_key_is_said_or_there_is_nothing_to_be_in_doubt_of() -> None:
    by_key = {"Ellehuset": 133_333, "Kastanjen": 157_576, "Havnehuset": 109_091}
    assert given(taken(), noegle="Ansøgninger!C2:C4") == by_key
    without = taken([*HEAD[:3], "Nøgle"], KEY)
    assert isinstance(answer(without), Plan)
    not_applied = taken(["Institution", "Børn", "Nøgle", "Prioritet"])
    assert isinstance(answer(not_applied), Plan)


def test_what_else_is_asked_stands_in_one_round_where_this_is_not_asked() -> None:
    found = snapshot(Ansøgninger=[["Institution", "Børn", "Nøgle"], ["Ellehuset", 72, 1], ["Privat Skovtrold", 8, 2]],
                     Forudsætninger=[["Pulje A", 400_000], ["Pulje B", 50_000]])
    asked = answer(found)
    assert isinstance(asked, Questions) and [each.setting for each in asked.questions] == [
        "række Ansøgninger: Privat Skovtrold", "pulje"]


def test_what_is_applied_for_stands_as_the_key_and_another_is_told_not_to_be_used() -> None:
    plan = answer(taken([*HEAD, "Nøgle"], KEY), ansoegninger_deles="prioritet")
    assert isinstance(plan, Plan) and plan.names["Fordel_noegle"] == plan.names["Fordel_ansoegt"]
    assert any('"Nøgle" er ikke brugt: ansøgninger deles ved prioritet' in text for text in texts(plan.messages))
    told = [value for value in cells(plan, "opsaetning").values() if isinstance(value, str)]
    assert "det ansøgte, som deles uden nøgle" in " ".join(told)


@pytest.mark.parametrize(("said", "words"), [
    ({"noegle": "Ansøgninger!B2:B4"}, "så Nøgle kan ikke bruges"), ({"grundlag": "belastning"}, "så Nøglen laves af"),
    ({"ansoegninger_deles": "lodtrækning"}, '"lodtrækning" kendes ikke. Skriv nøgle, lige afslag, prioritet')])
def test_another_key_or_word_is_refused(said: dict[str, str], words: str) -> None:
    assert words in str(answer(taken(), **{"ansoegninger_deles": "prioritet", **said}))


@pytest.mark.parametrize("said", [{"grundlag": "nøgle"}, {"grundlag": "Nøgle"}, {"noegle": "Ansøgninger!C2:C4"},
                                  {"noegle": "Ansøgninger!$C$2:$C$4"}, {"noegle": "Ansøgt beløb"}])
def test_the_key_may_be_said_to_be_what_is_applied_for_in_any_words(said: dict[str, str]) -> None:
    assert given(taken(), ansoegninger_deles="prioritet", **said)["Ellehuset"] == 220_000


def test_what_it_needs_is_asked_for_by_name() -> None:
    no_order = taken([*HEAD[:3], "Rang i alt"])
    assert "der er ingen kolonne Prioritet i tabellen med institutioner. Giv den navnet Fordel_prioritet" in str(
        answer(no_order, ansoegninger_deles="prioritet"))
    assert given(no_order, ansoegninger_deles="prioritet", prioritet="Rang i alt")["Ellehuset"] == 220_000
    nothing = taken(["Institution", "Børn", "Nøgle", "Prioritet"])
    assert "der er ingen kolonne med ansøgt beløb" in str(answer(nothing, ansoegninger_deles="lige afslag"))


def test_two_columns_of_priorities_are_asked_about() -> None:
    two = taken([*HEAD, "Rangfølge"], KEY)
    asked = answer(two, ansoegninger_deles="prioritet")
    assert isinstance(asked, Questions) and asked.questions[0].setting == "prioritet"
    for value, first in (("Ansøgninger!D2:D4", 220_000), ("Rangfølge", 220_000)):
        assert given(two, ansoegninger_deles="prioritet", prioritet=value)["Ellehuset"] == first


def test_a_column_of_priorities_that_is_pointed_at_and_not_used_is_told() -> None:
    told, pointed = "Prioritet bruges ikke, for ansøgninger deles ikke ved prioritet.", "Ansøgninger!D2:D4"
    plans = {how: answer(taken([*HEAD, "Nøgle"], KEY), ansoegninger_deles=how, prioritet=pointed)
             for how in ("nøgle", "lige afslag", "prioritet")}
    assert [how for how, plan in plans.items() if told in texts(plan.messages)] == ["nøgle", "lige afslag"]
