"""Rows that are no institution, and columns that say who takes part: one question for all of them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.finding import doubts, taking_part
from addin.finding.words import plain
from addin.workbook import Plan, Question, Questions
from tests.builders import snapshot
from tests.planning import texts

HEADINGS = ["Institution", "Med", "Status", "Bemærkning", "Ejerform", "Lukket", "0-2 år", "3-5 år", "Sandsynlighed"]
FIGURES = ((10, 20, 0.10), (12, 40, 0.05), (20, 10, 0.20), (8, 30, 0.15), (9, 25, 0.12))
NAMES = ("Anemonen", "Birken", "Cikorien", "Dalen", "Engen")


def act(names: tuple[str, ...] = NAMES, choices: dict[str, str] | None = None, **columns: Any) -> Any:
    """What comes of a table in which columns hold these words, one an institution."""
    heads = list(dict.fromkeys([*HEADINGS[1:6], *columns]))
    words = [columns.get(head, [None] * len(names)) for head in heads]
    rows = [[name, *(each[number] for each in words), *FIGURES[number]] for number, name in enumerate(names)]
    taken = snapshot(Budget=[[HEADINGS[0], *heads, *HEADINGS[6:]], *rows], Pulje=[["Pulje", 100_000]])
    return fordel_pulje(taken, {"begrundelse": "et lille eksempel", **(choices or {})}, "nu", "0")


def question(answer: Any) -> Question:
    assert isinstance(answer, Questions), answer
    (found,) = answer.questions
    return found


def recipients(answer: Any) -> list[str]:
    assert isinstance(answer, Plan), answer
    return [name for name, _, _ in answer.summary["tabel"]]


@pytest.mark.parametrize("name", [
    "Uden institution", "Børn uden institution", "Ej fordelt", "Ikke fordelt", "Ufordelt", "Ikke placeret", "Øvrige",
    "Øvrige institutioner", "Diverse", "Andre", "Andre kommuner", "Børn i andre kommuner", "Mellemkommunale", "Ukendt",
    "Private", "Privatinstitutioner", "Privat pasning", "Pasningstilskud", "Ny (2029)", "Ny institution (2029)",
    "Ny daginstitution, Havnen (2029)", "Nye pladser", "Venteliste", "Fælles", "Fællesudgifter", "Administration",
    "Central pulje", "Reserve", "Pulje til senere fordeling", "Udviklingspuljen", "Frit valg, andre kommuner"])
def test_names_of_no_institution(name: str) -> None:
    assert doubts.is_doubtful(plain(name), name)
    assert question(act((*NAMES[:4], name))).setting == f"række Budget: {name}"


@pytest.mark.parametrize("name", [
    "Nyhuset", "Ny Skovgård", "Øvrevangens Børnehus", "Privatvejens Vuggestue", "Fællesskabet", "Dagplejen",
    "Børnehave 2000", "Centralskolens Børnehave", "Udenbakken", "Den Nye Børnehave", "Ny institution", "Restrupvej",
    "Andedammen"])
def test_names_of_institutions_that_only_look_so(name: str) -> None:
    assert recipients(act((*NAMES[:4], name)))[-1] == name


@pytest.mark.parametrize(("head", "words", "why"), [
    ("Med", ["ja", "nej", "ja", "ja", "ja"], 'har "nej" i "Med"'),
    ("Med", ["x", None, "x", "x", "x"], 'har intet i "Med"'), ("Med", [1, 0, 1, 1, 1], 'har "0" i "Med"'),
    ("Med", [None, "nej", None, None, None], 'har "nej" i "Med"'), ("Med", [True, False, True, True, True], 'har "'),
    ("Status", ["Aktiv", "Udgår", "Aktiv", "Ny", "Aktiv"], '"Udgår"'),
    ("Bemærkning", [None, "Lukket pr. 1/8", None, "Ny leder", None], '"Lukket pr. 1/8"'),
    ("Bemærkning", [None, "Indgår ikke i år", None, None, None], '"Indgår ikke i år"'),
    ("Ejerform", ["Kommunal", "Privat", "Selvejende", None, None], 'er "Privat"'),
    ("Lukket", [None, "x", None, None, None], 'har "x" i "Lukket"'),
    ("Indgår ikke", [None, "x", None, None, None], 'har "x" i "Indgår ikke"'),
    ("Undtages", ["nej", "ja", "nej", "nej", None], 'har "ja" i "Undtages"'),
    ("", [None, "lukker 1. august", None, None, None], 'har "lukker 1. august" i kolonne G'),
    ("Ophørt", [None, "31-07-2026", None, None, None], 'har "31-07-2026" i "Ophørt"'),
    ("Lukning", [None, datetime.date(2027, 8, 1), None, None, None], 'har "01.08.2027" i "Lukning"'),
    ("Lukket", [None, datetime.date(2027, 8, 1), None, None, None], 'har "01.08.2027" i "Lukket"'),
])
def test_a_column_says_who_does_not_take_part(head: str, words: list[Any], why: str) -> None:
    asked = question(act(**{head: words}))
    assert asked.setting == "række Budget: Birken" and why in asked.text


@pytest.mark.parametrize(("head", "words"), [
    ("Med", ["ja"] * 5), ("Med", [None] * 5), ("Status", ["Aktiv"] * 5),
    ("Ejerform", ["Selvejende", "Kommunal", "Selvejende", "Kommunal", None]),
    ("Bemærkning", ["Ny leder pr. 1.8.", "Afventer tilsyn", "Åbner tidligt", None, "Udvidet legeplads"]),
])
def test_where_nothing_is_said_against_them_all_take_part(head: str, words: list[Any]) -> None:
    assert recipients(act(**{head: words})) == list(NAMES)


def test_one_question_for_all_and_each_by_itself_where_that_is_wanted() -> None:
    names = ("Anemonen", "Birken", "Cikorien", "Ej fordelt", "Øvrige")
    med = ["ja", "nej", "ja", None, "ja"]
    asked = question(act(names, Med=med))
    assert [value for value, _ in asked.choices] == ["institution", "spring over", "hver for sig"]
    assert asked.text.startswith('Budget: 3 rækker er måske ikke institutioner, der skal have penge: A3 "Birken" har '
                                 '"nej" i "Med", A5 "Ej fordelt" hedder ikke som en institution, A6 "Øvrige"')
    assert recipients(act(names, {asked.setting: "spring over"}, Med=med)) == ["Anemonen", "Cikorien"]
    assert recipients(act(names, {asked.setting: "institution"}, Med=med)) == list(names)
    each = act(names, {asked.setting: "hver for sig"}, Med=med)
    assert isinstance(each, Questions) and [one.setting for one in each.questions] == [
        "række Budget: Birken", "række Budget: Ej fordelt", "række Budget: Øvrige"]


def test_of_private_institutions_it_is_said_once_what_follows() -> None:
    plan = act((*NAMES[:3], "Private institutioner", "Engen"), {"række Budget: Private institutioner": "spring over"})
    assert texts(plan.warnings).count(taking_part.PRIVATE) == 1
    assert taking_part.PRIVATE not in texts(act().warnings)


@pytest.mark.parametrize("name", ["Engen (lukket)", "Engen, nedlægges 1/8", "Engen - udgået", "Nedlagt: Engen"])
def test_a_name_may_say_that_its_institution_is_there_no_more(name: str) -> None:
    asked = question(act((*NAMES[:4], name)))
    assert asked.setting == f"række Budget: {name}" and "er efter sit navn lukket" in asked.text
    rows = [[each, months, *figures] for each, months, figures in zip(
        (*NAMES[:4], name), (12, 12, 12, 12, 7), FIGURES, strict=True)]
    taken = snapshot(Budget=[["Institution", "Måneder i drift", *HEADINGS[6:]], *rows], Pulje=[["Pulje", 100_000]])
    assert recipients(fordel_pulje(taken, {"begrundelse": "x"}, "nu", "0"))[-1] == name


def test_months_in_operation_say_enough_of_a_closed_one() -> None:
    rows = [[name, remark, months, *figures] for name, remark, months, figures in zip(
        NAMES, (None, "Lukket pr. 1/8", None, None, None), (12, 7, 12, 12, 12), FIGURES, strict=True)]
    taken = snapshot(Budget=[["Institution", "Bemærkning", "Måneder i drift", *HEADINGS[6:]], *rows], Pulje=[
        ["Pulje", 100_000]])
    assert recipients(fordel_pulje(taken, {"begrundelse": "x"}, "nu", "0")) == list(NAMES)


def test_a_total_may_count_the_doubtful_rows_or_not() -> None:
    for counted in (0, 1):
        total = ["I alt", *(sum(row[at] for row in FIGURES[:4 + counted]) for at in (0, 1)), None]
        rows = [[name, *figures] for name, figures in zip((*NAMES[:4], "Ej fordelt"), FIGURES, strict=True)]
        taken = snapshot(Budget=[["Institution", *HEADINGS[6:]], *rows, total], Pulje=[["Pulje", 100_000]])
        answer = fordel_pulje(taken, {"begrundelse": "x"}, "nu", "0")
        assert question(answer).setting == "række Budget: Ej fordelt"
