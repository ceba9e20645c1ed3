"""The sheet the user writes the pools on: made once, from the settings."""

from __future__ import annotations

from addin.actions.opret_opsaetning import opret_opsaetning
from addin.settings import puljer
from addin.workbook import Formula, Plan, Sheet, SheetPlan
from tests.planning import MADE, WHY, texts
from tests.pools import HEADINGS, RANDERS, houses
from workbook_templates import fordel_puljer as spec
from workbook_templates.opsaetning import VALG


def made(**values: float) -> SheetPlan:
    plan = opret_opsaetning(houses(**values).snapshot(), {**WHY, "puljer": True}, MADE, "0")
    assert isinstance(plan, Plan)
    return next(sheet for sheet in plan.sheets if sheet.key == "puljer")


def test_it_is_made_only_where_it_is_asked_for() -> None:
    plan = opret_opsaetning(houses().snapshot(), WHY, MADE, "0")
    assert isinstance(plan, Plan) and [sheet.key for sheet in plan.sheets] == ["opsaetning"]


def test_every_column_has_a_heading_and_says_what_it_is() -> None:
    plan = made()
    head = next(cell.row for cell in plan.cells if cell.value == "Beløb, kr.")
    rows = {row: [cell.value for cell in plan.cells if cell.row == row] for row in (head, head + 1)}
    assert rows[head] == HEADINGS and all(rows[head + 1]) and len(rows[head + 1]) == len(HEADINGS)


def test_it_is_read_as_one_pool_that_says_nothing_else() -> None:
    plan = made()
    rows: list[list[object]] = [[None] * len(HEADINGS) for _ in range(40)]
    for cell in plan.cells:
        rows[cell.row][cell.column] = cell.value.value if isinstance(cell.value, Formula) else cell.value
    taken = houses({"Pulje": "x"}).snapshot()
    sheets = tuple(Sheet(sheet.name, rows) if sheet.name == spec.ARK else sheet for sheet in taken.sheets)
    found = puljer.read(type(taken)(taken.file_name, sheets, taken.names, taken.ours))
    assert [each.navn for each in found] == ["Pulje"] and found[0].plain


def test_the_grey_line_shows_what_a_blank_cell_means() -> None:
    plan = made(taerskel=0.08)
    shown = {HEADINGS[cell.column]: cell.value for cell in plan.cells if cell.style.startswith("regnet") and cell.value}
    assert shown["Tærskel"] == Formula('=IF(Fordel_taerskel="","",Fordel_taerskel)', 0.08)
    assert shown["Beløb, kr."] == Formula("=Fordel_pulje+Fordel_pulje_2+Fordel_pulje_3-Fordel_centralt", 9_590_000)
    assert shown["Modtagere"] == "alle" and shown["Tilovers"] == "bliver"


def test_words_are_picked_from_a_list() -> None:
    picked = {HEADINGS[choice.area.column]: choice.words for choice in made().choices}
    assert picked == {"Nøglen er": ("nøgle", "belastning"), "Prøves på": VALG["taerskel_paa"]}


def test_one_that_is_there_is_never_made_again() -> None:
    plan = opret_opsaetning(houses(*RANDERS).snapshot(), {**WHY, "puljer": True}, MADE, "0")
    assert isinstance(plan, Plan) and not any(sheet.key == "puljer" for sheet in plan.sheets)
    assert 'Arket "Fordel puljer" er der allerede og er ikke rørt.' in texts(plan.messages)


def test_it_prints_on_one_page_across() -> None:
    plan = made()
    assert plan.landscape and plan.pages_wide == 1 and plan.print_columns == len(HEADINGS)
