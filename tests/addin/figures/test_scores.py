"""A key from a score per child: the mean of each institution's children, times its children."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions
from tests.calc.office import Office
from tests.planning import MADE, Case, amounts, case, cells, planned, prove, refused, table, texts

HOUSES = [["Navn", "Børn", "Til", "Mdr"], ["A", 4, "Nord", None], ["B", 10, "Nord", 6], ["C", 2, None, None],
          ["D", 5, None, None]]
SCORES: list[list[Any]] = [["Barn", "Hus", "Score"], ["Ida", "A", 0.5], ["Bo", "a ", 0.25], ["Eva", "B", 0.2],
                           [None, None, None], ["Per", "C", 0], ["Mia", "B", 0.4]]
COLUMNS = {"navn": "Ark!$A$2:$A$5", "boern": "Ark!$B$2:$B$5", "score_institution": "Scorer!$B$2:$B$7",
           "score": "Scorer!$C$2:$C$7"}
GROUPED = {**COLUMNS, "modtager": "Ark!$C$2:$C$5", "maaneder": "Ark!$D$2:$D$5"}


def scored(columns: dict[str, str] = COLUMNS, cell: str = "A1", value: Any = "Barn", **values: Any) -> Case:
    rows = [list(row) for row in SCORES]
    rows[int(cell[1:]) - 1]["ABC".index(cell[0])] = value
    return case({"Ark": HOUSES, "Scorer": rows}, columns, **{"pulje": 900, **values})


def test_the_key_is_the_mean_score_times_the_children() -> None:
    """A (0,5 + 0,25) / 2 x 4 = 1,5; B (0,2 + 0,4) / 2 x 10 = 3; C 0; nobody in D has a score."""
    plan = planned(scored())
    assert amounts(plan) == {"A": 300, "B": 600, "C": 0, "D": 0}
    assert table(plan, "trin")["B"]["Belastning"] == pytest.approx(0.3)


def test_a_threshold_is_held_against_the_mean() -> None:
    """A 37,5 % is in, B 30 % is not."""
    plan = planned(scored(taerskel=0.35))
    assert amounts(plan) == {"A": 900, "B": 0, "C": 0, "D": 0}
    assert any("3 af 4 institutioner ligger under tærsklen" in warning for warning in texts(plan.warnings))


def test_months_and_recipients_are_as_for_a_burden() -> None:
    """B is open half a year: 0,3 x 5 = 1,5, given to Nord with A's 1,5; C then has nothing."""
    plan = planned(scored(GROUPED))
    assert amounts(plan) == {"Nord": 900, "C": 0, "D": 0}
    below = table(plan, "trin", "Børn med score")
    assert [below["B"][heading] for heading in ("Måneder", "Børn", "Børn med score", "Modtager")] == [
        6, 5, 2, "Nord"]
    assert below["B"]["Nøgle"] == pytest.approx(1.5)
    burdens = [["Navn", "Børn", "Til", "Mdr", "Score"],
               *([*row, mean] for row, mean in zip(HOUSES[1:], (0.375, 0.3, 0, 0), strict=True))]
    columns = {key: place for key, place in GROUPED.items() if not key.startswith("score")}
    same = planned(case({"Ark": burdens}, {**columns, "belastning": "Ark!$E$2:$E$5"}, pulje=900))
    assert amounts(same) == amounts(plan)


def test_0_2_year_olds_weigh_as_they_do_under_a_burden() -> None:
    """Two institutions with the same mean, one with ten 0-2-year-olds, one with ten 3-5-year-olds: 1,8 : 1."""
    houses = [["Navn", "0-2", "3-5"], ["A", 10, 0], ["B", 0, 10]]
    scores = [["Hus", "Score"], ["A", 0.5], ["B", 0.5]]
    columns = {"navn": "Ark!$A$2:$A$3", "boern_0_2": "Ark!$B$2:$B$3", "boern_3_5": "Ark!$C$2:$C$3",
               "score_institution": "S!$A$2:$A$3", "score": "S!$B$2:$B$3"}
    assert amounts(planned(case({"Ark": houses, "S": scores}, columns, pulje=2800))) == {"A": 1800, "B": 1000}


def test_the_mean_and_how_many_it_is_of_are_shown() -> None:
    below = table(planned(scored()), "trin", "Børn med score")
    assert [below[name]["Børn med score"] for name in "ABCD"] == [2, 2, 1, 0]
    assert [below[name]["Gennemsnitlig score"] for name in "ABCD"] == [0.375, pytest.approx(0.3), 0, 0]


def test_other_children_than_those_with_a_score_are_told() -> None:
    said = ("Antallet af børn med score er et andet end børnetallet i A (2 med score, 4 børn), "
            "B (2 med score, 10 børn), C (1 med score, 2 børn), D (0 med score, 5 børn).")
    assert said in texts(planned(scored()).warnings)
    assert not any("børn med score" in warning for warning in texts(planned(everybody()).warnings))


def everybody() -> Case:
    """As many children as there are scores."""
    houses = [["Navn", "Børn"], ["A", 2], ["B", 2], ["C", 1]]
    return case({"Ark": houses, "Scorer": SCORES}, {**COLUMNS, "navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4"},
                pulje=900)


@pytest.mark.parametrize(("cell", "value", "told"), [
    ("C4", None, "Scorer!C4: 1 barn har ingen score, og det første står her. Skriv scoren, eller slet barnet."),
    ("C4", "0,2", 'Scorer!C4 ("0,2"): 1 barn har en score, der ikke er et tal, og det første står her. Skriv et tal.'),
    ("C4", True, 'Scorer!C4 ("SAND"): 1 barn har en score, der ikke er et tal'),
    ("C4", -0.1, 'Scorer!C4 ("-0,1"): 1 barn har en negativ score'),
    ("B4", "E", 'Scorer: 1 barn går i en institution, der ikke er i listen: "E" i B4.'),
    ("B4", None, "Scorer: 1 barn har en score, men ingen institution: B4."),
])
def test_what_is_no_childs_score_is_refused_with_its_cell(cell: str, value: Any, told: str) -> None:
    assert told in refused(scored(cell=cell, value=value))


def test_all_children_without_a_score_are_counted() -> None:
    rows = [SCORES[0], *([*row[:2], None] for row in SCORES[1:])]
    assert "Scorer!C2: 5 børn har ingen score" in refused(case({"Ark": HOUSES, "Scorer": rows}, COLUMNS, pulje=1))


@pytest.mark.parametrize(("columns", "told"), [
    ({**COLUMNS, "score": "Scorer!$C$2:$C$6"}, "skal dække de samme rækker"),
    ({**COLUMNS, "score": "Scorer!$C$2:$D$7"}, "Fordel_score (Scorer!C2:D7) skal være én kolonne."),
    ({key: place for key, place in COLUMNS.items() if key != "score"}, "Fordel_score mangler"),
    ({key: place for key, place in COLUMNS.items() if key != "boern"}, "Der er en score pr. barn, men ingen kolonne"),
])
def test_names_that_do_not_fit_are_refused(columns: dict[str, str], told: str) -> None:
    assert told in refused(scored(columns))


def test_no_child_can_be_known_from_our_own_sheet() -> None:
    helper = next(sheet for sheet in planned(scored()).sheets if sheet.name == "Fordel børn")
    assert [list(block.values) for block in helper.blocks] == [
        [1, 1, 2, 0, 3, 2], [0.5, 0.25, 0.2, 0, 0, 0.4], [1] * 6]
    assert not {"Ida", "Bo"} & set(cells(planned(scored()), "boernelinjer").values())


# ------------------------------------------------------------------------------------- found by its heading


def unnamed(heads: tuple[str, ...] = ("Barnets institution", "Risikoscore"), **choices: Any) -> Plan | Questions:
    """No names at all: an institution and a score under headings, three children in each."""
    houses = [["Institution", "Børn"], ["A", 4], ["B", 2]]
    rows = [["A", 0.5], ["A", 0.25], ["A", 0], ["B", 0.4], ["B", 0.2], ["B", 0.3]]
    taken = case({"Ark": houses, "Scorer": [list(heads), *rows], "Pulje": [["Pulje", 1600]]}, {}).snapshot()
    answer = fordel_pulje(taken, choices, MADE, "0")
    assert isinstance(answer, (Plan, Questions)), answer
    return answer


def test_a_score_under_repeated_names_is_asked_about_and_then_used() -> None:
    """A 0,25 x 4 = 1 and B 0,3 x 2 = 0,6."""
    questions = unnamed()
    assert isinstance(questions, Questions)
    assert [question.setting for question in questions.questions] == ["grundlag"]
    assert questions.questions[0].place == "Scorer!B2:B7"
    plan = unnamed(grundlag="score pr. barn")
    assert isinstance(plan, Plan)
    assert amounts(plan) == {"A": 1000, "B": 600}
    assert plan.names["Fordel_score"] == "'Scorer'!$B$2:$B$7"


def test_the_columns_may_be_given_with_the_command() -> None:
    plan = unnamed(("Barnets institution", "Tal"), score_institution="Scorer!A2:A7", score="Scorer!B2:B7")
    assert isinstance(plan, Plan)
    assert not [message for message in texts(plan.messages) if "er ikke brugt" in message]
    assert amounts(plan) == {"A": 1000, "B": 600}


def test_beside_a_key_scores_are_not_looked_for() -> None:
    houses = [["Institution", "Børn", "Nøgle"], ["A", 4, 1], ["B", 2, 3]]
    rows = [["Institution", "Score"], *([name, 0.5] for name in "AAABBB")]
    plan = planned(case({"Ark": houses, "Scorer": rows}, {}, pulje=400))
    assert amounts(plan) == {"A": 100, "B": 300}
    assert 'Arket "Scorer" er ikke brugt.' in texts(plan.messages)


# ------------------------------------------------------------------------------------- proven


@pytest.mark.soffice
@pytest.mark.parametrize(("columns", "values"), [(COLUMNS, {"taerskel": 0.31}),
                                                 (GROUPED, {"taerskel": 0.1, "taerskel_paa": "institution"})],
                         ids=["enkelt", "modtagere"])
def test_the_control_follows_scores_and_children(office: Office, tmp_path: Path, columns: dict[str, str],
                                                 values: dict[str, Any]) -> None:
    prove(office, scored(columns, **values), tmp_path, [
        ("Scorer!C2", 0.51), ("Scorer!C6", 0.1), ("Scorer!C6", None), ("Scorer!C4", "n/a"), ("Scorer!B4", "A"),
        {"Scorer!C4": 0.4, "Scorer!C7": 0.2}, ("Scorer!B5", "A"), ("Scorer!B8", "A"), ("Ark!B3", 11)])
