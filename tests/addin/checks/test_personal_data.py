"""Personal data are told after every run: the cells, never what stands in them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.checks import personal_data
from addin.workbook import Aside, Plan, Sheet
from tests.addin.checks.checking import checked, told
from tests.planning import MADE, WHY, Case, case, texts
from workbook_templates.fordel_tjek import ARK, HOVED, LABEL, NOEGLE, REASON

ROWS = [["Institution", "Børn", "Nøgle"], ["Anemonen", 40, 10], ["Birkelunden", 30, 12], ["Cikorien", 50, 9]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4"}
SECRET = "010190-1234"


def with_notes(*notes: list[Any]) -> Case:
    return case({"Ark": ROWS, "Noter": [["Noter"], *notes]}, COLUMNS, pulje=1000)


def everything(plan: Plan) -> str:
    return repr((plan.messages, plan.warnings, plan.summary, [sheet.cells for sheet in plan.sheets]))


def test_the_cells_are_told_after_every_run_and_never_the_content() -> None:
    taken = with_notes([SECRET], ["020290 2345"], [None])
    said = "Personoplysninger i mappen: personnummer: Noter!A2 og 1 celle til. Skal resultatet sendes, så send kopien "
    said += "fra klargør (fordel klargoer), ikke mappen."
    for plan in (fordel_pulje(taken.snapshot(), WHY, MADE, "0"), opret_opsaetning(taken.snapshot(), {}, MADE, "0")):
        assert isinstance(plan, Plan)
        assert texts(plan.messages)[-1].startswith(said)
        assert SECRET not in everything(plan) and "020290" not in everything(plan)
    assert told(taken) == {"persondata": ["personnummer: Noter!A2 og 1 celle til"]}
    assert SECRET not in everything(checked(taken))


def test_it_is_not_told_on_the_result() -> None:
    plan = fordel_pulje(with_notes([SECRET]).snapshot(), WHY, MADE, "0")
    assert isinstance(plan, Plan)
    assert not any("Personoplysninger" in str(cell.value) for cell in plan.sheets[0].cells)


def test_rows_per_child_are_told() -> None:
    names = [name for name in ("Anemonen", "Birkelunden", "Cikorien") for _ in range(9)]
    children = [["Institution", "K1"], *[[name, 1] for name in names]]
    columns = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "barn_institution": "Liste!$A$2:$A$28",
               "barn_kriterier": "Liste!$B$2:$B$28"}
    taken = case({"Ark": ROWS, "Liste": children}, columns, pulje=1000, mindst_kriterier=1)
    assert told(taken)["persondata"] == ["rækker pr. barn: Liste (27 rækker)"]


def test_where_there_is_nothing_nothing_is_said() -> None:
    assert told(with_notes(["Tlf. 12345678"], ["EAN 5790001234567"])) == {}
    plan = fordel_pulje(with_notes(["Alt er vel"]).snapshot(), WHY, MADE, "0")
    assert isinstance(plan, Plan) and not any("Personoplysninger" in line for line in texts(plan.messages))


def test_notes_text_boxes_the_case_and_the_reason_are_looked_through() -> None:
    taken = with_notes([1]).snapshot()
    asides = (Aside((1, 1), "note", f"se {SECRET}"), Aside((4, 1), "note", SECRET),
              Aside((0, 0), "tekstboks", "Alt er vel"))
    sheets = tuple(replace(sheet, asides=asides) if sheet.name == "Noter" else sheet for sheet in taken.sheets)
    choices = {**WHY, "begrundelse": "barnet flytter i maj", "formaal": f"efter {SECRET}"}
    plan = fordel_pulje(replace(taken, sheets=sheets), choices, MADE, "0")
    assert isinstance(plan, Plan)
    assert texts(plan.messages)[-1].startswith(
        "Personoplysninger i mappen: personnummer: note ved Noter!B2 og 1 til; personnummer: Formål; "
        "om ét barn: begrundelsen, der er givet ved kørslen. ")


def test_a_reason_on_the_sheet_of_checks_is_looked_through() -> None:
    line = {LABEL: "Navne, der næsten er ens", REASON: "drengen er flyttet"}
    rows = [list(HOVED), [line.get(column) for column in range(len(HOVED))]]
    before = case({"Ark": ROWS}, COLUMNS, pulje=1000).snapshot()
    again = replace(before, sheets=(*before.sheets, Sheet(ARK, rows)), ours={NOEGLE: ARK})
    assert personal_data.in_workbook(again, None) == [
        'om ét barn: begrundelsen ved "Navne, der næsten er ens" på arket Fordel tjek']
