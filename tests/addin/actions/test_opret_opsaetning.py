"""The settings alone: what was found stands with its cell, and what is asked is asked once."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.actions.opret_opsaetning import opret_opsaetning
from addin.workbook import Name, Plan, Questions, Refusal, Sheet, Snapshot
from tests.builders import HEADINGS, POOL, ROWS, budget, formula, snapshot, workbook
from tests.conftest import WORKBOOKS
from tests.planning import texts

SIMPLE = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL)


def act(taken: Snapshot, **choices: Any) -> Plan | Questions | Refusal:
    return opret_opsaetning(taken, choices, "nu", "0")


def planned(taken: Snapshot, **choices: Any) -> Plan:
    answer = act(taken, **choices)
    assert isinstance(answer, Plan), answer
    return answer


def values(plan: Plan) -> dict[str, Any]:
    """Label -> value of the sheet."""
    (sheet,) = plan.sheets
    cells = {(cell.row, cell.column): cell.value for cell in sheet.cells}
    return {label: cells.get((row, 1)) for (row, column), label in cells.items() if column == 0 and label}


def test_only_the_settings_are_written() -> None:
    plan = planned(SIMPLE)
    assert [sheet.name for sheet in plan.sheets] == ["Fordel opsætning"]
    assert plan.names["Fordel_boern_0_2"] == "'Budget'!$B$2:$B$4"
    assert plan.names["Fordel_pulje"] == "'Pulje'!$B$1"
    assert ("Institutioner i alt", "3", "Anemonen ... Cikorien") in [line[:3] for line in plan.summary["fundet"]]


def test_units_are_proposed_from_the_headings_and_told_with_their_cell() -> None:
    rows = [(*HEADINGS, "Grundbudget (1.000 kr.)"), *((*row, 5000) for row in ROWS)]
    plan = planned(snapshot(Budget=rows, Pulje=[("Pulje, mio. kr.", 1.25)]))
    assert (values(plan)["Grundbudgettet står i"], values(plan)["Puljen står i"]) == ("1.000 kr.", "mio. kr.")
    assert ("Pulje!B1", 'Pulje er læst i mio. kr., fordi der står "Pulje, mio. kr.".') in plan.summary["bemaerkninger"]


def test_an_amount_without_a_unit_beside_others_with_one_is_asked_about() -> None:
    rows = [(*HEADINGS, "Grundbudget (1.000 kr.)"), *((*row, 5000) for row in ROWS)]
    answer = act(snapshot(Budget=rows, Pulje=POOL))
    assert isinstance(answer, Questions)
    assert [question.setting for question in answer.questions] == ["enhed_pulje"]
    assert values(planned(snapshot(Budget=rows, Pulje=POOL), enhed_pulje="kr."))["Puljen står i"] == "kr."


def test_hidden_sheets_are_not_read_and_that_is_told() -> None:
    old = Sheet("Gammel", [["Pulje", 5_000_000]], visible=False)
    hidden = dataclasses.replace(SIMPLE, sheets=(*SIMPLE.sheets, old))
    assert 'Arket "Gammel" er skjult og er ikke læst.' in texts(planned(hidden).messages)
    assert planned(hidden).names["Fordel_pulje"] == "'Pulje'!$B$1"


def test_an_older_schema_is_brought_to_this_one_with_a_list_of_changes() -> None:
    """Schema 1 measured the threshold by weighted children; that meaning is kept."""
    old = dataclasses.replace(SIMPLE, sheets=(*SIMPLE.sheets, Sheet("Op", [[1.0]])), ours={"opsaetning": "Op"},
                              names=(Name("Fordel_skemaversion", "Op!$A$1"),))
    plan = planned(old)
    assert values(plan)["Børn til tærskel"] == "vægtet" and values(planned(SIMPLE))["Børn til tærskel"] == "antal"
    assert any("fra skemaversion 1 til 2" in message for message in texts(plan.messages))
    assert values(plan)["Skemaversion"] == 2


def test_a_refusal_comes_out_as_one() -> None:
    assert isinstance(act(snapshot(Ark=[["Konto"]])), Refusal)


# ------------------------------------------------------------------------------------- through files
def test_asked_once_the_schools_sheet_in_thousands(fordel, tmp_path: Path) -> None:
    """3.250 in 1.000 kr. over 51 by Udgiftsbudget; the total whose value was never calculated is proven by formula."""
    source = WORKBOOKS / "skoler_besparelse_2020.xlsx"
    answers = tmp_path / "svar.txt"
    answers.write_text("noegle = Budget 2020!D5:D56\npulje = Budget 2020!B2\n", encoding="utf-8")
    settled, result = tmp_path / "opsat.xlsx", tmp_path / "fordelt.xlsx"
    assert fordel("opsaet", source, "--ud", settled).code == 2
    assert fordel("opsaet", source, "--svar", answers, "--ud", settled).code == 0
    done = fordel("pulje", settled, "--ud", result, "--begrundelse", "FU har ingen elever")
    assert (done.code, "3.250.000 kr." in done.out) == (0, True)
    book = openpyxl.load_workbook(result, data_only=True)
    lines = list(book["Fordeling"].iter_rows(values_only=True))
    column = next(row.index("Tildeling, kr.") for row in lines if "Tildeling, kr." in row)
    amounts = {row[1]: row[column] for row in lines if row[1] and isinstance(row[column], (int, float))}
    assert len(amounts) == 51 and sum(amounts.values()) == 3_250_000
    assert amounts["Skole 01"] == round(3_250_000 * 65_974 / 2_457_978)


def test_a_row_is_asked_about_once_and_the_answer_stays(fordel, tmp_path: Path) -> None:
    rows = [*ROWS, ("Total Nord", 7, 9, 0.3)]
    source = budget(tmp_path / "b.xlsx", rows)
    first = fordel("opsaet", source)
    assert (first.code, "række Budget: Total Nord = institution" in first.err) == (2, True)
    (tmp_path / "svar.txt").write_text("række Budget: Total Nord = institution\n", encoding="utf-8")
    assert fordel("opsaet", source, "--svar", tmp_path / "svar.txt", "--ud", tmp_path / "o.xlsx").code == 0
    done = fordel("pulje", tmp_path / "o.xlsx")
    assert (done.code, "Total Nord" in done.out) == (0, True)


def test_the_input_is_never_written_and_ours_is_replaced(fordel, tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    before = source.read_bytes()
    assert fordel("opsaet", source).code == 0
    assert source.read_bytes() == before and (tmp_path / "b opsat.xlsx").exists()
    assert fordel("opsaet", tmp_path / "b opsat.xlsx", "--loft", "5000").code == 0
    assert openpyxl.load_workbook(tmp_path / "b opsat (2).xlsx").sheetnames == ["Budget", "Pulje", "Fordel opsætning"]


def test_editions_stand_side_by_side_and_the_older_stays_byte_for_byte(fordel, tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    assert fordel("pulje", source, "--udgave", "høring", "--ud", tmp_path / "h.xlsx").code == 0
    done = fordel("pulje", tmp_path / "h.xlsx", "--udgave", "endelig", "--pulje", "90000", "--ud", tmp_path / "e.xlsx")
    assert (done.code, "andre udgaver er ikke rørt: Fordeling (høring)" in done.out) == (0, True)
    old, new = (openpyxl.load_workbook(tmp_path / name, data_only=True) for name in ("h.xlsx", "e.xlsx"))
    assert {"Fordeling (høring)", "Fordeling (endelig)", "Fordel opsætning"} <= set(new.sheetnames)
    for name in ("Fordeling (høring)", "Fordeling trin (høring)", "Fordeling kontrol (høring)"):
        assert list(old[name].values) == list(new[name].values)
    assert "Fordeling (endelig)" in fordel("pulje", tmp_path / "e.xlsx", "--ud", tmp_path / "f.xlsx").out


@pytest.mark.parametrize("total", [formula("=SUM(B2:B4)", None), formula("=SUM(B2:B4)", 0)])
def test_a_sum_that_was_never_calculated_is_known_by_its_formula(fordel, tmp_path: Path, total: Any) -> None:
    book = workbook(tmp_path / "b.xlsx", Budget=[("Institution", "Nøgle"), ("A", 1), ("B", 2), ("C", 3),
                                                 ("Husene", total)], Pulje=POOL)
    done = fordel("pulje", book)
    assert done.code == 0 and "Husene" not in done.out.split("Pulje, kr.")[0]
