"""What the case is: found in a block or beside labels, said with the run, refused where a day is none."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.hosts.files import job
from addin.settings import settle
from addin.settings.setup import Setup
from addin.workbook import Formula, Name, Plan, Refusal, Snapshot
from tests.builders import HEADINGS, POOL, ROWS, snapshot, workbook
from tests.calc.office import Office
from tests.planning import MADE, OK, WHY, Case, amounts, cell_of, distributed, status, texts
from workbook_templates.sagsoplysninger import SAG

AUGUST, JANUARY = datetime.date(2026, 8, 1), datetime.date(2024, 1, 1)
BLOCK: list[list[Any]] = [
    ["Sagsoplysninger"], ["Kommune", "Albertslund"], ["Budgetår", 2027], ["Udgave", "UDKAST - I HØRING"],
    ["Høringsfrist", "20. november 2026"], ["Besluttet af", "Børneudvalget"],
    ["Besluttet den", datetime.date(2026, 9, 1)], ["Sagsnummer", "26/001234"], ["Formål", "Børn lige"],
    ["Finansieringskilde"], ["Datakilde", " Danmarks Statistik, tabelsæt 2 "], ["Kriterier opgjort pr.", "1.1.2024"],
    ["Børnetal opgjort pr.", 46_235], ["Befolkning", "indskrevne"], ["Kontakt", "Økonomi og Stab"],
    ["Mindste antal, der vises", 4], ["Valgt af", "Børneudvalget"], ["Dato", "12.03.2026"], ["Afdeling", "BUF"]]


def book(*extra: list[Any], **sheets: Any) -> Snapshot:
    return snapshot(Budget=[HEADINGS, *ROWS, [], *extra], Pulje=POOL, **sheets)


def found(taken: Snapshot, **choices: Any) -> Setup:
    return settle.settle(taken, choices)


def said(setup: Setup) -> dict[str, Any]:
    """What is said of the case."""
    return {key: value for key in SAG if (value := setup.settings.vaerdi(key)) is not None}


def test_a_sheet_of_its_own_says_all_of_it() -> None:
    setup = found(book(Sagsoplysninger=BLOCK))
    case = setup.settings
    assert (case.kommune, case.budgetaar, case.udgave_tekst, case.sagsnummer) == (
        "Albertslund", "2027", "UDKAST - I HØRING", "26/001234")
    assert (case.hoeringsfrist, case.besluttet_den) == (datetime.date(2026, 11, 20), datetime.date(2026, 9, 1))
    assert (case.noegle_pr, case.boern_pr) == (JANUARY, AUGUST)
    assert (case.besluttet_af, case.formaal, case.befolkning, case.kontakt) == (
        "Børneudvalget", "Børn lige", "indskrevne", "Økonomi og Stab")
    assert case.datakilde == "Danmarks Statistik, tabelsæt 2"
    assert (case.finansiering, case.sagsdato) == (None, None)
    assert (case.mindste_antal, case.mindste_valgt_af, case.mindste_dato) == (4, "Børneudvalget", "12.03.2026")
    assert [remark.place for remark in setup.remarks] == ["Sagsoplysninger!B19"]  # "Afdeling"


def test_a_block_below_its_title_ends_where_a_row_is_blank() -> None:
    setup = found(book(Noter=[["Sagsoplysninger:"], ["Kommune", "Randers"], [], ["Kontakt", "ingen"]]))
    assert said(setup) == {"kommune": "Randers"}


def test_loose_labels_count_on_the_sheets_of_the_pool_and_the_table() -> None:
    taken = book(["Kontakt:", "Team Økonomi"], ["Børnetallet opgjort pr.", AUGUST],
                 Noter=[["Kommune", "en anden"]])
    setup = found(taken)
    assert said(setup) == {"kontakt": "Team Økonomi", "boern_pr": AUGUST}
    assert [recipient.name for recipient in setup.rows.recipients] == [row[0] for row in ROWS]


@pytest.mark.parametrize("rows", [
    [["Kommune", "Andel"], ["Randers", 0.1]],  # headings
    [["Formål", "Løn", "Drift"]],  # several values
    [["Udgave", "2"], ["Dato", "i dag"], ["Kilde", "DST"]],  # too little is said outside a block
    [["Sagsnummer"]]])  # nothing beside it
def test_what_only_looks_like_a_label_is_left(rows: list[list[Any]]) -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[*POOL, [], *rows])
    assert said(found(taken)) == {}


def test_a_label_in_a_row_of_figures_is_an_institution() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS, ["Kontakt", 10, 10, 0.1]], Pulje=POOL)
    setup = found(taken)
    assert said(setup) == {} and len(setup.rows.recipients) == len(ROWS) + 1


def test_a_block_goes_before_loose_labels() -> None:
    setup = found(book(["Kommune", "Aarhus"], Sagsoplysninger=BLOCK))
    assert setup.settings.kommune == "Albertslund"


def test_two_that_disagree_are_told_and_none_is_used() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[*POOL, [], ["Kommune", "Aarhus"], [], ["Kommune", "Randers"]])
    setup = found(taken)
    assert setup.settings.kommune is None
    assert [message.text for message in setup.messages if message.about == "kommune"] == [
        "Kommune står flere steder og siger ikke det samme: Pulje!B3 og Pulje!B5. Intet af det er brugt. Ret det, "
        "eller slet det ene."]


def test_two_that_agree_are_one() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[*POOL, [], ["Kommune", "Aarhus"], [], ["Kommune", "Aarhus"]])
    assert found(taken).settings.kommune == "Aarhus"


def test_what_is_said_with_the_run_goes_first() -> None:
    setup = found(book(Sagsoplysninger=BLOCK), kommune="Randers: \"Byen\"", noegle_pr="1. maj 2025",
                  kontakt="Sagsoplysninger!B6")
    assert (setup.settings.kommune, setup.settings.noegle_pr) == ('Randers: "Byen"', datetime.date(2025, 5, 1))
    assert setup.settings.kontakt == "Børneudvalget"


def test_a_name_goes_before_a_label() -> None:
    taken = book(Noter=[["Team", "Økonomi"]], Sagsoplysninger=BLOCK)
    named = Snapshot(taken.file_name, taken.sheets, (Name("Fordel_kontakt", "Noter!$B$1"),))
    assert found(named).settings.kontakt == "Økonomi"


def test_nobody_is_asked() -> None:
    assert said(found(book())) == {}


@pytest.mark.parametrize("held, shown", [
    ("august 2026", '"august 2026"'), ("1.8.26", '"1.8.26"'), (2026, "2026"), (True, "indholdet"),
    ("snart", '"snart"')])
def test_a_day_that_is_none_is_refused_with_its_cell(held: Any, shown: str) -> None:
    with pytest.raises(Refusal) as refusal:
        found(book(Sagsoplysninger=[["Børnetal opgjort pr.", held]]))
    assert str(refusal.value) == (f"Sagsoplysninger!B1: Børnetal opgjort pr.: {shown} er ikke en dato med dag, måned "
                                  "og år. Skriv fx 1. august 2026 eller 01-08-2026.")


def test_a_day_said_with_the_run_is_refused_by_its_setting() -> None:
    with pytest.raises(Refusal, match=r'^Besluttet den: "i går" er ikke en dato'):
        found(book(), besluttet_den="i går")


def test_a_text_that_became_a_date_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^Sagsoplysninger!B1: cellen viser en dato \(01\.08\.2026\) og ikke en tekst"):
        found(book(Sagsoplysninger=[["Sagsnummer", AUGUST]]))


# ------------------------------------------------------------------------------------- on the sheet of settings


def lines(plan: Plan) -> dict[str, Any]:
    """Label -> the value beside it on the sheet of settings."""
    sheet = next(sheet for sheet in plan.sheets if sheet.key == "opsaetning")
    rows = {cell.row: cell.value for cell in sheet.cells if cell.column == 0}
    return {str(rows[cell.row]): cell.value for cell in sheet.cells if cell.column == 1 and cell.row in rows}


def set_up(taken: Snapshot, **choices: Any) -> Plan:
    plan = opret_opsaetning(taken, choices, MADE, "0")
    assert isinstance(plan, Plan), plan
    return plan


def test_the_sheet_points_at_the_users_cells_and_shows_them_as_they_stand() -> None:
    plan = set_up(book(Sagsoplysninger=BLOCK))
    shown = lines(plan)
    assert shown["Kommune"] == Formula("=IF('Sagsoplysninger'!$B$2=\"\",\"\",'Sagsoplysninger'!$B$2)", "Albertslund")
    assert shown["Høringsfrist"].value == "20. november 2026"
    assert shown["Besluttet den"].value == 46_266
    assert shown["Finansieringskilde"].value == ""  # filled in later, it counts
    assert plan.names["Fordel_boern_pr"] == "'Sagsoplysninger'!$B$13"


def test_what_is_said_with_the_run_stands_on_the_sheet_itself() -> None:
    shown = lines(set_up(book(), kommune="Randers", noegle_pr="1. januar 2024"))
    assert (shown["Kommune"], shown["Nøglens data opgjort pr."], shown["Kontakt"]) == ("Randers", 45_292, None)


def test_no_amount_is_moved() -> None:
    without, with_block = (fordel_pulje(book(**more), {"begrundelse": "prøve"}, MADE, "0")
                           for more in ({}, {"Sagsoplysninger": BLOCK}))
    assert isinstance(without, Plan) and isinstance(with_block, Plan)
    assert amounts(without) == amounts(with_block)


@pytest.mark.soffice
def test_the_control_holds_when_the_case_is_changed(office: Office, tmp_path: Any) -> None:
    taken = Case({"Ark": [["A", 10, 3], ["B", 20, 4]], "Sagsoplysninger": BLOCK[:9], "Valg": [["Pulje", 1000]]},
                 {"navn": "Ark!$A$1:$A$2", "boern": "Ark!$B$1:$B$2", "noegle": "Ark!$C$1:$C$2",
                  "pulje": "Valg!$B$1"})
    assert office.open(str(distributed(taken, tmp_path)))
    try:
        assert status(office) == OK
        for cell in ("Sagsoplysninger!B2", cell_of(taken, "kontakt")):
            office.set(cell, "en anden")
            assert status(office) == OK
    finally:
        office.close()


def test_what_is_written_over_on_the_sheet_counts_and_is_told(tmp_path: Path) -> None:
    first = job.run(workbook(tmp_path / "ind.xlsx", Budget=[HEADINGS, *ROWS], Pulje=POOL, Sagsoplysninger=[
        ["Kommune", "Randers"], ["Børnetal opgjort pr.", "1.8.2026"]]), tmp_path / "ud.xlsx", WHY).target
    book = openpyxl.load_workbook(first)
    sheet = book["Fordel opsætning"]
    for row in sheet.iter_rows():
        if row[0].value in ("Kommune", "Børnetal opgjort pr."):
            row[1].value = "Aarhus" if row[0].value == "Kommune" else "1/9 2026"
    book.save(tmp_path / "rettet.xlsx")
    second = job.run(tmp_path / "rettet.xlsx", tmp_path / "igen.xlsx", {})
    assert 'Kommune er "Aarhus" på arket Fordel opsætning, og det gælder, ikke Sagsoplysninger!B1.' in texts(
        second.plan.messages)
    shown = lines(second.plan)
    assert (shown["Kommune"], shown["Børnetal opgjort pr."]) == ("Aarhus", 46_266)
    assert not any("Aarhus" in text or "1/9" in text for text in texts(second.plan.warnings))  # not on the page
