"""Only rows of some types take part: those left out are told, and the control notices a type that is changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Snapshot
from tests.calc.office import Office
from tests.planning import MADE, WHY, Case, amounts, asked, case, cell_of, cells, planned, prove, refused, texts

HEAD = ["Institution", "Ejerform", "Børn", "Nøgle"]
ROWS = [["Anemonen", "Kommunal", 40, 10], ["Birken", "privat", 30, 5], ["Cikorien", "selvejende ", 20, 10],
        ["Private dagplejere", "Privat", 9, 3], ["Dalen", "kommunal", 50, 20]]
LETTERS = {"navn": "A", "boern": "C", "noegle": "D"}
NO_DOUBT = [*ROWS[:3], ROWS[4]]
MED = "kommunal, selvejende"


def columns(last: int, **more: str) -> dict[str, str]:
    return {key: f"Ark!${letter}$2:${letter}${last}" for key, letter in {**LETTERS, **more}.items()}


def made(rows: list[list[Any]] = ROWS, head: list[str] = HEAD, more: dict[str, str] | None = None, **values: Any
         ) -> Case:
    total = ["I alt", None, *(sum(row[at] for row in rows) for at in (2, 3))]
    return case({"Ark": [head, *rows, total]}, columns(len(rows) + 2, **(more or {})),
                **{"pulje": 400, "med": MED, **values})


def fewer() -> list[list[Any]]:
    return [row for row in ROWS if row[1].lower() != "privat"]


def seen(taken: Case) -> Snapshot:
    """As a host reads it that sees formulas: the totals are typed."""
    found = taken.snapshot()
    return replace(found, sheets=(replace(found.sheets[0], formulas={}), *found.sheets[1:]))


def test_those_of_the_types_share_and_the_others_are_told_by_name() -> None:
    plan = planned(made())
    assert amounts(plan) == {"Anemonen": 100, "Cikorien": 100, "Dalen": 200}
    told = [text for text in texts(plan.messages) if "Ikke med" in text]
    assert told == ['Ikke med, for Med er kommunal, selvejende: Birken ("privat", Ark!B3), Private dagplejere '
                    '("Privat", Ark!B5).']
    shown = {value for value in cells(plan, "bilag").values() if isinstance(value, str)}
    assert any("række 3: Birken" in value and 'er "privat"' in value for value in shown)
    page = " ".join(str(value) for value in cells(plan, "fordeling").values())
    assert "kun dem, der er kommunal eller selvejende, er med" in page


def test_a_type_may_be_a_number() -> None:
    numbered = [[name, number, *rest] for (name, _, *rest), number in zip(NO_DOUBT, (1.0, 2.0, 1, "1"))]
    assert amounts(planned(made(numbered, med="1"))) == {"Anemonen": 100, "Cikorien": 100, "Dalen": 200}


def test_the_same_as_where_the_others_were_never_in_the_table() -> None:
    assert amounts(planned(made())) == amounts(planned(made(fewer(), med=None)))


def test_all_take_part_where_all_types_are_named() -> None:
    every = amounts(planned(made(NO_DOUBT, med="kommunal, selvejende, privat")))
    plain = made([[row[0], "kommunal", *row[2:]] for row in NO_DOUBT], med=None)
    assert every == amounts(planned(plain)) and len(every) == 4


def test_a_total_of_all_is_no_wrong_total() -> None:
    """It is so with those who are left out; one child more is not."""
    sheets = made().sheets["Ark"]
    right, wrong = ([*sheets[:-1], ["I alt", None, kids, 48]] for kids in (149, 150))
    found = [seen(case({"Ark": rows}, columns(7), pulje=400, med=MED)) for rows in (right, wrong)]
    assert isinstance(fordel_pulje(found[0], {}, MADE, "0"), Plan)
    assert 'Ark!C7 "I alt" er 150, rækkerne giver 149' in str(fordel_pulje(found[1], {}, MADE, "0"))


def test_a_type_nobody_has_and_a_row_without_one_are_refused() -> None:
    assert '"komunal" står ikke i Ark!B2:B7. Der står "Kommunal", "privat", "selvejende"' in refused(
        made(med="komunal, privat"))
    blank = [*ROWS[:4], ["Dalen", " ", 50, 20]]
    assert "Ark!B6: Dalen har ingen type" in refused(made(rows=blank))
    assert "Ark!B6: Dalen har hverken en tekst eller et tal" in refused(made(rows=[*ROWS[:4], ["Dalen", True, 5, 2]]))


def test_without_a_column_it_is_refused_and_of_two_it_is_asked_which() -> None:
    assert "der er ingen kolonne Type" in refused(made(head=["Institution", "Farve", "Børn", "Nøgle"]))
    two = case({"Ark": [[*HEAD, "Type"], *([*row, "hus"] for row in ROWS)]}, columns(6), pulje=400, med="kommunal")
    assert asked(two) == {"type"}
    answer = fordel_pulje(two.snapshot(), {**WHY, "type": "Ark!B2:B6"}, MADE, "0")
    assert isinstance(answer, Plan) and amounts(answer) == {"Anemonen": 133, "Dalen": 267}


def test_a_column_that_is_pointed_at_has_any_heading() -> None:
    pointed = made(head=["Institution", "Farve", "Børn", "Nøgle"], more={"type": "B"})
    assert amounts(planned(pointed)) == amounts(planned(made()))
    alone = planned(made(fewer(), more={"type": "B"}, med=None))
    assert any("Type bruges ikke, for Med er tom" in text for text in texts(alone.messages))


def test_a_key_from_another_sheet_is_refused() -> None:
    away = {"barn_institution": "Børn!$A$2:$A$3", "barn_kriterier": "Børn!$B$2:$B$3"}
    table = {key: place for key, place in columns(6).items() if key != "noegle"}
    taken = case({"Ark": [HEAD, *ROWS], "Børn": [["Hus", "Ledig"], ["Anemonen", 1], ["Birken", 1]]},
                 {**table, **away}, pulje=400, med=MED, mindst_kriterier=1)
    assert "når nøglen er en kolonne i tabellen" in refused(taken)


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=6), st.sets(st.sampled_from("abc"), min_size=1))
def test_nobody_is_paid_but_those_of_the_types(kinds: list[str], wanted: set[str]) -> None:
    wanted &= set(kinds)
    rows = [[f"Hus {number}", kind, 10, 1 + number] for number, kind in enumerate(kinds)]
    if not wanted:
        return
    done = amounts(planned(made(rows, pulje=999, med=", ".join(sorted(wanted)))))
    assert set(done) == {row[0] for row in rows if row[1] in wanted} and sum(done.values()) == 999


@pytest.mark.soffice
def test_the_control_notices_a_type_that_is_changed(office: Office, tmp_path: Path) -> None:
    """Also of one that is left out; and what the setting says."""
    prove(office, made(), tmp_path, [("Ark!B3", "kommunal"), ("Ark!B2", "privat"), ("Ark!B6", None),
                                     ("Ark!A3", "Bøgen"), (cell_of(made(), "med"), "kommunal")])
