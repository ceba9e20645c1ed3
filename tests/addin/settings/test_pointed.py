"""What the user points at is enough, and stays where it points; bounds of each one's own stand in columns."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files import job
from addin.workbook import Name, Plan, Questions, Refusal, Snapshot
from tests.builders import snapshot
from tests.calc.office import Office
from tests.planning import OK, Case, case, cells, distributed, prove, status, texts

WHY = {"begrundelse": "et lille eksempel"}
BUDGETS = [["Institution", "Grundbudget"], ["Anemonen", 1_000_000], ["Birken", 3_000_000], ["Cikorien", 2_000_000]]
SHARED = {"Anemonen": 50_000, "Birken": 150_000, "Cikorien": 100_000}


def act(taken: Snapshot, **choices: Any) -> Any:
    return fordel_pulje(taken, {**WHY, **choices}, "nu", "0")


def amounts(answer: Any) -> dict[str, float]:
    assert isinstance(answer, Plan), answer
    return {name: amount for name, amount, _ in answer.summary["tabel"]}


def test_a_column_on_another_sheet_is_refused_with_what_is_done_about_it() -> None:
    taken = snapshot(Budget=[["Institution", "Nøgle"], ["Anemonen", 1], ["Birken", 3]], Pulje=[["Pulje", 4_000]],
                     Sidste=[["Institution", "Tildeling"], ["Anemonen", 900], ["Birken", 2_900]])
    answer = act(taken, sidste_aar="Sidste!B2:B3")
    assert str(answer).startswith("Sidste års tildeling: Sidste!B2:B3 står ikke ud for institutionerne (Budget!A2:A3).")
    assert "LOPSLAG" in str(answer) and "Navnene" not in str(answer)


# ------------------------------------------------------------------------------------- budgets alone


def test_names_and_budgets_alone_carry_a_saving() -> None:
    labelled = snapshot(Budget=BUDGETS, Pulje=[["Besparelse", 300_000]])
    plan = act(labelled)
    assert amounts(plan) == SHARED
    assert 'Besparelsen deles efter "Grundbudget", for der står ingen anden nøgle.' in texts(plan.warnings)
    turned = snapshot(Budget=BUDGETS, Pulje=[["Pulje", 300_000]])
    assert amounts(act(turned, retning="besparelse")) == SHARED
    assert act(turned).questions[0].setting == "noegle"


def test_budgets_that_are_pointed_at_are_enough() -> None:
    bare = snapshot(Budget=BUDGETS[1:], Tal=[[300_000]])
    pointed = {"navn": "Budget!A1:A3", "grundbudget": "Budget!B1:B3", "pulje": "Tal!A1", "retning": "besparelse"}
    assert amounts(act(bare, **pointed)) == SHARED
    names = (("navn", "Budget!$A$1:$A$3"), ("grundbudget", "Budget!$B$1:$B$3"), ("pulje", "Tal!$A$1"))
    named = Snapshot(bare.file_name, bare.sheets, tuple(Name(f"Fordel_{key}", target) for key, target in names))
    assert amounts(act(named, retning="besparelse")) == SHARED


def test_a_key_or_a_burden_beside_the_budgets_of_a_saving() -> None:
    """A finished key is said; a burden may not be meant for it, so it is asked."""
    keyed = [[*row, more] for row, more in zip(BUDGETS, ("Nøgle", 1, 1, 1), strict=True)]
    assert set(amounts(act(snapshot(Budget=keyed, Pulje=[["Besparelse", 300_000]]))).values()) == {100_000}
    burdened = [[*row, *more] for row, more in zip(
        BUDGETS, (("Elever", "Indeks"), (100, 1.1), (300, 0.9), (200, 1.0)), strict=True)]
    taken = snapshot(Budget=burdened, Pulje=[["Besparelse", 300_000]])
    answer = act(taken)
    assert isinstance(answer, Questions)
    assert [value for value, _ in answer.questions[0].choices] == ["nøgle", "belastning"]
    assert amounts(act(taken, grundlag="nøgle")) == SHARED


@pytest.mark.parametrize("heads", [["Sted", "Tal"], [None, None]])
def test_columns_under_headings_nobody_knows_are_enough_where_they_are_pointed_at(heads: list[Any]) -> None:
    rows = [heads, ["A", 1], ["B", 3], ["I alt", 4]]
    taken = snapshot(Ark=rows, Pulje=[["Pulje", 400]])
    for last in (3, 4):  # the total may be with them, or not
        assert amounts(act(taken, navn=f"Ark!A2:A{last}", noegle=f"Ark!B2:B{last}")) == {"A": 100, "B": 300}


def test_a_pointed_column_goes_before_two_that_are_in_doubt() -> None:
    rows = [["Institution", "Nøgle", "Ny nøgle"], ["A", 1, 1], ["B", 3, 1], [None] * 3, ["C", 4, 2]]
    taken = snapshot(Ark=rows, Pulje=[["Pulje", 400]])
    assert isinstance(act(taken), Questions)
    assert amounts(act(taken, navn="Ark!A2:A3", noegle="Ark!B2:B3")) == {"A": 100, "B": 300}


# ------------------------------------------------------------------------------------- bounds in columns


BOUNDED = [["Institution", "0-2 år", "3-5 år", "Nøgle", "Minimum", "Loft"],
           ["Anemonen", 10, 20, 4, 30_000, None], ["Birken", 0, 40, 16, None, 1_000],
           ["Cikorien", 20, 20, 6, 9_000, 9_000], ["Dalen", 5, 15, 0, 5_000, None]]


def test_minimum_and_cap_of_each_one_s_own() -> None:
    """Birken is capped at 40.000, Anemonen lifted to 30.000; Cikorien takes the rest; no key, no minimum."""
    found = amounts(act(snapshot(Ark=BOUNDED, Pulje=[["Pulje", 100_000]])))
    assert found == {"Anemonen": 30_000, "Birken": 40_000, "Cikorien": 30_000, "Dalen": 0}


def test_a_bound_for_all_may_be_pointed_at_a_column() -> None:
    rows = [[*row[:4], row[4]] if number else [*row[:4], "Gulvbeløb"] for number, row in enumerate(BOUNDED)]
    found = amounts(act(snapshot(Ark=rows, Pulje=[["Pulje", 100_000]]), minimum="Ark!E2:E5"))
    assert found["Anemonen"] == 30_000 and sum(found.values()) == 100_000


def test_one_bound_for_all_and_one_for_each_are_refused_together() -> None:
    both = snapshot(Ark=BOUNDED, Pulje=[["Pulje", 100_000], ["Loft pr. barn", 8_000]])
    assert "Loft i en kolonne og Loft, kr. pr. barn kan ikke bruges sammen" in str(act(both))
    assert isinstance(act(both, loft="andet"), Plan)


def test_bounds_in_columns_need_institutions_that_receive_for_themselves() -> None:
    rows = [[*row, to] for row, to in zip(BOUNDED, ("Modtager", "Nord", "Nord", "Syd", "Syd"), strict=True)]
    assert "når flere institutioner har samme modtager" in str(act(snapshot(Ark=rows, Pulje=[["Pulje", 100_000]])))


@pytest.mark.parametrize(("heading", "values"), [("Loft, kr. i alt", [90_000] * 4), ("Loft", [0.1, 0.2, 0.1, 0.1]),
                                                 ("Minimum i pct.", [0.1] * 4)])
def test_a_bound_that_may_be_of_something_else_is_asked_about(heading: str, values: list[float]) -> None:
    rows = [[*row[:4], more] for row, more in zip(BOUNDED, [heading, *values], strict=True)]
    taken = snapshot(Ark=rows, Pulje=[["Pulje", 100_000]])
    answer = act(taken)
    assert isinstance(answer, Questions)
    (question,) = answer.questions
    assert question.setting == f"grænse Ark: {heading}"
    assert sum(amounts(act(taken, **{question.setting: "nej"})).values()) == 100_000


@pytest.mark.soffice
def test_the_control_holds_with_bounds_in_columns(office: Office, tmp_path: Path) -> None:
    taken = case({"Ark": BOUNDED[1:]}, {key: f"Ark!${letter}$1:${letter}$4" for key, letter in (
        ("navn", "A"), ("boern_0_2", "B"), ("boern_3_5", "C"), ("noegle", "D"), ("minimum_kolonne", "E"),
        ("loft_kolonne", "F"))}, pulje=100_000)
    prove(office, taken, tmp_path, [("Ark!E1", 31_000), ("Ark!F2", 900), ("Ark!F3", 8_999), ("Ark!F1", 5_000),
                                    ("Ark!E3", 8_999)])


# ------------------------------------------------------------------------------------- names stay


def counted(**more: str) -> Case:
    """Delivered counts with weights on a sheet of the user's."""
    taken = case({"Ark": [["Ax", 10], ["Bx", 20], ["Cx", 30]], "DST": [["Ax", 5, 1], ["Bx", 1, 9], ["Cx", 2, 2]],
                  "Vgt": [[1], [1]]},
                 {"navn": "Ark!$A$1:$A$3", "boern": "Ark!$B$1:$B$3", "antal_institution": "DST!$A$1:$A$3",
                  "antal_kriterier": "DST!$B$1:$C$3", "kriterievaegte": "Vgt!$A$1:$A$2"}, pulje=100_000,
                 grundlag="leverede antal")
    return Case(taken.sheets, {**taken.names, **more})


def test_weights_on_the_user_s_own_sheet_stay_there() -> None:
    plan = fordel_pulje(counted().snapshot(), WHY, "nu", "0")
    assert isinstance(plan, Plan) and plan.names["Fordel_kriterievaegte"] == "Vgt!$A$1:$A$2"
    assert 1.0 in cells(plan, "opsaetning").values()


@pytest.mark.soffice
def test_a_change_where_a_name_points_counts_in_the_next_run(office: Office, tmp_path: Path) -> None:
    """Weights 1 and 1: 6, 10, 4 of 20; the second 3: 8, 28, 8 of 44."""
    first = distributed(counted(), tmp_path)
    assert office.open(str(first))
    try:
        assert status(office) == OK
        office.set("Vgt!A2", 3)
        assert status(office) != OK
        office.save(str(tmp_path / "rettet.xlsx"), "Calc MS Excel 2007 XML")
    finally:
        office.close()
    again = job.run(tmp_path / "rettet.xlsx", tmp_path / "igen.xlsx", WHY).plan.summary["tabel"]
    exact = [Fraction(part * 100_000, 44) for part in (8, 28, 8)]
    assert [abs(amount - float(each)) < 1 for (_, amount, _), each in zip(again, exact, strict=True)] == [True] * 3


def test_a_name_over_a_longer_column_than_is_filled_keeps_its_length() -> None:
    rows = [["A", 1], ["B", 3]]
    taken = snapshot(Ark=rows, Pulje=[["Pulje", 400]])
    names = (Name("Fordel_navn", "Ark!$A$1:$A$99"), Name("Fordel_noegle", "Ark!$B$1:$B$99"))
    plan = act(Snapshot(taken.file_name, taken.sheets, names))
    assert amounts(plan) == {"A": 100, "B": 300}
    assert plan.names["Fordel_navn"] == "Ark!$A$1:$A$99" and plan.names["Fordel_noegle"] == "Ark!$B$1:$B$99"


def test_a_number_as_text_under_a_name_is_refused_not_copied() -> None:
    taken = snapshot(Ark=[["Institution", "Nøgle"], ["A", 1], ["B", 3]], Tal=[["1.000 kr."]])
    named = Snapshot(taken.file_name, taken.sheets, (Name("Fordel_pulje", "Tal!$A$1"),))
    answer = act(named)
    assert isinstance(answer, Refusal) and 'Tal!A1: "1.000 kr." er tekst, og navnet Fordel_pulje peger' in str(answer)


def test_a_name_that_points_below_all_there_is_points_at_nothing() -> None:
    taken = snapshot(Budget=[["Institution", "Nøgle"], ["Anemonen", 2], ["Birken", 3]])
    answer = act(replace(taken, names=(Name("Pulje_2027", "Budget!$B$900"),)))
    assert isinstance(answer, Questions) and answer.questions[0].text.startswith("Fandt ingen pulje.")
