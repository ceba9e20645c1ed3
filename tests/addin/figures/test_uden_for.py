"""Who is outside the key figures: refused where a column is unclear, asked about where an amount is fixed."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions, Snapshot
from tests.builders import snapshot
from tests.planning import MADE, WHY, amounts, case, refused, texts

COLUMNS = {"navn": "Ark!$A$1:$A$3", "boern": "Ark!$B$1:$B$3", "noegle": "Ark!$C$1:$C$3",
           "noegletal_med": "Ark!$D$1:$D$3", "noegletal_uden": "Ark!$E$1:$E$3"}


def rows(*marks: tuple[Any, Any]) -> list[list[Any]]:
    return [[name, 10, key, *pair] for name, key, pair in zip("ABC", (1, 2, 3), marks)]


@pytest.mark.parametrize("marks, told", [
    ((("ja", None), ("måske", None), ("nej", None)), 'Ark!D2: "måske" er hverken ja eller nej (Med i nøgletal).'),
    ((("ja", None), ("nej", None), (None, None)),
     "Ark!D3: cellen er tom (Med i nøgletal), men andre har ja og nej. Skriv ja eller nej."),
    ((("ja", "x"), ("ja", None), ("ja", None)), "Ark!D1 og Ark!E1: A er både med i og uden for nøgletal."),
    ((("ja", "2"), ("ja", None), ("ja", None)), 'Ark!E1: "2" er hverken ja eller nej (Uden for nøgletal).')])
def test_what_is_unclear_is_refused_with_its_cell(marks: Any, told: str) -> None:
    assert refused(case({"Ark": rows(*marks)}, COLUMNS, pulje=600)).startswith(told)


HEADINGS = ["Institution", "0-2 år", "3-5 år", "Nøgle", "Fast beløb", "Virkning", "Begrundelse"]
HOUSES: list[list[Any]] = [["Anemonen", 20, 40, 10, None, None, None], ["Birken", 20, 40, 20, None, None, None],
                           ["Cikorien", 20, 40, 30, None, None, None],
                           ["Specialbørnehaven", 5, 10, 0, 300_000, "i stedet for", "specialtilbud"]]


def taken(*more: Any, heading: str = "") -> Snapshot:
    lines = [[*row, *mark] for row, mark in zip(HOUSES, more or [[]] * 4)]
    return snapshot(Budget=[["Pulje", 1_000_000], [], [*HEADINGS, *([heading] if heading else [])], *lines])


def test_a_fixed_amount_in_place_of_the_key_is_asked_about_once() -> None:
    answer = fordel_pulje(taken(), WHY, MADE, "0")
    assert isinstance(answer, Questions)
    (question,) = answer.questions
    assert question.setting == "fast_i_noegletal" and question.place == "Budget!E7"
    assert question.text.startswith("Specialbørnehaven (Budget!E7) får et fast beløb i stedet for nøglen.")
    assert [value for value, _ in question.choices] == ["uden", "med"]


@pytest.mark.parametrize("said, faktor", [("uden", 3.0), ("med", 10.2857)])
def test_what_is_answered_is_told_and_moves_no_amount(said: str, faktor: float) -> None:
    plan = fordel_pulje(taken(), {**WHY, "fast_i_noegletal": said}, MADE, "0")
    assert isinstance(plan, Plan)
    figures = dict(plan.summary["noegletal"])
    assert figures["Differentieringsfaktor"] == str(round(faktor, 4)).replace(".", ",").replace("3,0", "3")
    lines = [text for text in texts(plan.warnings) if text.startswith("Uden for nøgletal: Specialbørnehaven.")]
    assert len(lines) == (said == "uden")
    assert sum(amounts(plan).values()) == 1_000_000 and amounts(plan)["Specialbørnehaven"] == 300_000


@pytest.mark.parametrize("heading, cells", [
    ("Med i nøgletal", (["ja"], ["ja"], ["ja"], ["nej"])), ("Uden for nøgletal", ([None], [None], [None], ["x"])),
    ("Med i nøgletal (ja/nej)", (["ja"], ["ja"], ["ja"], ["nej"]))])
def test_a_column_is_found_by_its_heading_and_nothing_is_asked(heading: str, cells: Any) -> None:
    plan = fordel_pulje(taken(*cells, heading=heading), WHY, MADE, "0")
    assert isinstance(plan, Plan) and dict(plan.summary["noegletal"])["Differentieringsfaktor"] == "3"


def test_nothing_is_asked_where_no_children_are_known_or_nothing_is_paid() -> None:
    table = [["Institution", "Nøgle", *HEADINGS[4:]], *([row[0], *row[3:]] for row in HOUSES)]
    assert isinstance(fordel_pulje(snapshot(Budget=[["Pulje", 1_000_000], [], *table]), WHY, MADE, "0"), Plan)
    nothing = snapshot(Budget=[["Pulje", 1_000_000], [], HEADINGS, *HOUSES[:3], [*HOUSES[3][:4], 0, *HOUSES[3][5:]]])
    assert isinstance(fordel_pulje(nothing, WHY, MADE, "0"), Plan)


def test_who_is_outside_is_in_neither_the_picture_nor_the_sentence() -> None:
    plan = fordel_pulje(taken(), {**WHY, "fast_i_noegletal": "uden"}, MADE, "0")
    assert isinstance(plan, Plan)
    (chart,) = plan.sheets[0].charts
    assert "Specialbørnehaven" not in chart.alt and "Cikorien" in chart.alt
    said = " ".join(str(cell.value) for cell in plan.sheets[0].cells)
    assert "1.944 og 5.833 kr. pr. barn (3 gange så meget)" in said
    everybody = fordel_pulje(taken(), {**WHY, "fast_i_noegletal": "med"}, MADE, "0")
    assert isinstance(everybody, Plan) and "Specialbørnehaven 20.000" in everybody.sheets[0].charts[0].alt


def test_a_page_where_everybody_is_outside_is_written_all_the_same() -> None:
    plan = fordel_pulje(taken(["nej"], ["nej"], ["nej"], ["nej"], heading="Med i nøgletal"), WHY, MADE, "0")
    assert isinstance(plan, Plan) and amounts(plan)["Birken"] > 0
