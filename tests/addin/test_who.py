"""Workbooks of schools: what we say is of elever and skoler, on every sheet, and what the user wrote stays."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.who import of
from addin.workbook import Formula, Plan, Questions, Sheet, Snapshot
from tests.builders import ROWS, snapshot, workbook
from tests.calc.office import Office
from tests.planning import OK, STATUS, texts

SCHOOLS = [("Vestre Skole", 520, 61, 400_000), ("Østre Skole", 285, 12, 100_000), ("Børnehusets Skole", 617, 90, None),
           ("Skolen for Børn og Unge", 265, 40, 0)]
POOL = [("Pulje 2027", 3_000_000), ("Tærskel", 0.05), ("Minimum pr. skole", 50_000)]
HEAD = ("Skole", "Elever", "Nøgle", "Sidste års tildeling")
OURS = re.compile(r"(?i)børn|barn|institution")
# What is picked, an example in a help text, and what a word of a heading says of a day-care's children.
STAY = ('"børneark"', '"score pr. barn"', '"pr. barn"', '"institution"', "fx Børneudvalget", "Børnehusets Skole",
        "Skolen for Børn og Unge")


def schools(head: Any = HEAD, rows: Any = SCHOOLS, pool: Any = POOL) -> Snapshot:
    return snapshot(Budget=[head, *rows, ("I alt", *(sum(row[at] or 0 for row in rows) for at in (1, 2, 3)))],
                    Pulje=pool)


def planned(action: Any, taken: Snapshot, **choices: Any) -> Plan:
    answer = action(taken, {"begrundelse": "Børn på Institution X", **choices}, "nu", "0")
    assert isinstance(answer, Plan), answer
    return answer


def left(text: str) -> bool:
    """Whether words of ours that are not the workbook's stand in a text."""
    for each in (*STAY, "Børn på Institution X"):
        text = text.replace(each, "")
    return bool(OURS.search(text))


@pytest.mark.parametrize("action", [fordel_pulje, fordel_tjek, opret_opsaetning])
def test_every_text_is_in_the_words_of_the_schools(action: Any) -> None:
    plan = planned(action, schools())
    cells = [(sheet.name, cell.value) for sheet in plan.sheets for cell in sheet.cells
             if isinstance(cell.value, str) and not (sheet.key == "opsaetning" and cell.column == 1)]
    cells += [(sheet.name, text) for sheet in plan.sheets for chart in sheet.charts
              for text in (chart.title, chart.axis, chart.alt)]
    assert [each for each in cells if left(each[1])] == []
    assert [text for text in texts([*plan.messages, *plan.warnings]) if left(text)] == []
    assert not left(str({key: value for key, value in plan.summary.items() if key != "ark"}))
    assert any(re.search("(?i)elev", text) for _, text in cells) and any(re.search("skole", text) for _, text in cells)


def test_names_and_reasons_stay_as_they_are_written() -> None:
    plan = planned(fordel_pulje, schools(rows=[*SCHOOLS[:3], ("Skolen for Børn og Unge", None, 40, 0)], pool=POOL[:1]))
    every = " ".join(str(cell.value) for sheet in plan.sheets for cell in sheet.cells)
    assert "Børnehusets Skole" in every and "Skolen for Børn og Unge" in every and "Børn på Institution X" in every
    assert "Nøgle uden elever" in every


def test_questions_and_refusals_are_in_their_words_too() -> None:
    asked = fordel_pulje(schools((*HEAD[:2], "Behov", HEAD[3])), {}, "nu", "0")
    assert isinstance(asked, Questions) and any("Elever" in text for _, text in asked.questions[0].choices)
    twice = fordel_pulje(schools(rows=[*SCHOOLS, SCHOOLS[0]]), {}, "nu", "0")
    assert "Hver skole skal have sit eget navn." in str(twice)


@pytest.mark.parametrize(("rows", "words"), [
    ([("Institution", "Elever")], ("elever", "Institutioner")), ([("Skole", "Elever")], ("elever", "Skoler")),
    ([("Skole", "Børn")], ("børn", "Institutioner")), ([("Skole", "Elever", "0-2 år")], ("børn", "Institutioner")),
    ([("Enhed", "Elever"), ("Skole 1",), ("Skole 2",), ("Skole 3",)], ("elever", "Skoler"))])
def test_headings_and_names_decide(rows: Any, words: tuple[str, str]) -> None:
    who = of(snapshot(Ark=rows), {})
    assert (who.said("børn"), who.said("Institutioner i alt").split()[0]) == words


def test_a_workbook_of_day_care_is_as_it_was() -> None:
    taken = snapshot(Budget=[("Institution", "0-2 år", "3-5 år", "Sandsynlighed"), *ROWS], Pulje=[("Pulje", 100_000)])
    assert of(taken, {}).pattern is None


def test_the_settings_and_the_reasons_are_found_again(fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """By their labels, in the words they were written in."""
    source = workbook(tmp_path / "b.xlsx", Budget=[HEAD, *SCHOOLS], Pulje=POOL)
    assert fordel("pulje", source, "--begrundelse", "Sådan er det", "--ud", "en.xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    sheet = book["Fordel opsætning"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Minimum, kr. pr. skole")
    sheet.cell(row, 2).value = 60_000
    book.save(tmp_path / "rettet.xlsx")
    answer = fordel("pulje", "rettet.xlsx", "--begrundelse", "Sådan er det", "--ud", "to.xlsx")
    assert answer.code == 0 and "Minimum, kr. pr. skole er 60.000 på arket Fordel opsætning" in answer.out, answer.err


@pytest.mark.soffice
def test_the_control_is_ok(fordel, office: Office, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    source = workbook(tmp_path / "b.xlsx", Budget=[HEAD, *SCHOOLS], Pulje=POOL)
    assert fordel("pulje", source, "--begrundelse", "Sådan er det", "--ud", "en.xlsx").code == 0
    office.open(str(tmp_path / "en.xlsx"))
    try:
        office.recalc()
        assert office.get(STATUS) == OK
    finally:
        office.close()


def test_formulas_keep_their_text() -> None:
    plan = planned(fordel_pulje, schools())
    formulas = [cell.value.text for sheet in plan.sheets for cell in sheet.cells if isinstance(cell.value, Formula)]
    assert any("Fordel_boern" in text for text in formulas)


def test_what_is_written_for_several_pools_is_the_users_own() -> None:
    rows = [["Pulje"], ["Børn i udsatte boligområder"]]
    taken = Snapshot("a.xlsx", (Sheet("Ark", [["Skole", "Elever"]]), Sheet("Fordel puljer", rows)), (),
                     {"puljer": "Fordel puljer"})
    assert of(taken, {}).said("Børn i udsatte boligområder") == "Børn i udsatte boligområder"
    assert of(taken, {}).said("Alle børn") == "Alle elever"
