"""The sheet of settings: each with its value, its name, and where it came from."""

from __future__ import annotations

import pytest

from addin.sheets import opsaetning, sider
from addin.workbook import HIGHEST, Formula, Plan, SheetPlan
from tests.addin.actions import acting
from tests.addin.actions.test_opret_opsaetning import SIMPLE, planned, values
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import calculated, case
from workbook_templates.opsaetning import ARK, SETTINGS


def test_every_setting_is_a_workbook_name_whose_target_is_the_truth() -> None:
    names = acting.planned(acting.SIMPLE).names
    assert names["Fordel_pulje"] == "'Pulje'!$B$1"
    assert names["Fordel_navn"] == "'Budget'!$A$2:$A$4"
    assert names["Fordel_loft"].startswith("'Fordel opsætning'!$B$")
    assert names["Fordel_kontrol"] == "'Fordeling kontrol'!$C$4"
    assert names["Fordel_skemaversion"].startswith("'Fordel opsætning'!")


def test_every_choice_between_words_is_a_list_in_its_cell() -> None:
    (sheet,) = planned(SIMPLE).sheets
    lists = {choice.words for choice in sheet.choices}
    assert {("fuld", "over"), ("kr.", "1.000 kr.", "mio. kr."), ("modtager", "institution",
                                                                              "gruppe")} <= lists


def test_what_was_skipped_stands_with_its_cell() -> None:
    rows = [HEADINGS, *ROWS, ("I alt", 30, 70, None), ("Note: foreløbige tal",)]
    plan = planned(snapshot(Budget=rows, Pulje=POOL))
    assert ("Budget!A5", '"I alt": sum af alle institutioner over den.') in plan.summary["bemaerkninger"]
    assert ("Budget!A6", '"Note: foreløbige tal": overskrift eller note uden tal.') in plan.summary["bemaerkninger"]


def test_a_heading_beside_the_names_stands_with_its_own_cell() -> None:
    """Names in B, and over each group of them its name in A."""
    rows = [("Nr.", *HEADINGS), ("Område Nord",), *((number, *row) for number, row in enumerate(ROWS, 1))]
    plan = planned(snapshot(Budget=rows, Pulje=POOL))
    assert ("Budget!A2", '"Område Nord": overskrift eller note uden tal.') in plan.summary["bemaerkninger"]


def test_the_criteria_stand_with_their_weights() -> None:
    data = [("Institution", "Enlig", "Alder", "Lav indkomst"), ("A", 1, 3, 0), ("A", 0, 2, 1), ("B", 1, 4, 1)]
    plan = planned(snapshot(I=[("Institution", "Børn"), ("A", 5), ("B", 3)], Børn=data,
                            P=[("Pulje", 1000), ("Mindst antal kriterier", 1)]))
    found = values(plan)
    assert (found["Enlig"], found["Alder"], found["Lav indkomst"]) == (1.0, 0.0, 1.0)
    assert plan.names["Fordel_kriterievaegte"].startswith("'Fordel opsætning'!$B$")


def test_a_column_and_its_unit_are_shown_only_where_there_is_one() -> None:
    rows = [["Institution", "Nøgle", "Sidste år"], ["A", 1, 5], ["B", 2, 5]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "noegle", "sidste_aar"), "ABC")}
    with_it, without = (calculated(case({"Ark": rows}, {key: columns[key] for key in keys}, pulje=10)).first.setup
                        for keys in (columns, ("navn", "noegle")))
    for key, shown in (("sidste_aar", False), ("enhed_sidste_aar", False), ("enhed_pulje", True), ("loft", True)):
        assert opsaetning.is_shown(with_it, SETTINGS[key])
        assert opsaetning.is_shown(without, SETTINGS[key]) is shown


def test_a_setting_that_points_away_shows_the_cell_and_a_column_its_address() -> None:
    taken = case({"Ark": [["Institution", "Nøgle"], ["A", 1], ["B", 2]]},
                 {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}, pulje=10)
    setup = calculated(taken).first.setup
    pool, key = (opsaetning.pointer(SETTINGS[name], setup.areas[name], setup) for name in ("pulje", "noegle"))
    assert pool == Formula("='Valg'!$B$1", 10)
    assert isinstance(key, Formula) and key.value == "Ark!B2:B3" and key.text.startswith('="Ark!"&ADDRESS(')


@pytest.mark.parametrize(("label", "explained", "value", "tall"), [
    (32, 120, 32, None), (33, 0, 0, 30), (0, 0, 33, 30), (0, 121, 0, 25), (33, 121, 0, 30), (0, 241, 0, 37.5),
    (0, 0, 97, 60), (0, 100_000, 0, HIGHEST)])
def test_a_line_is_as_tall_as_the_most_of_its_texts_takes(label: int, explained: int, value: int, tall: float | None
                                                          ) -> None:
    plan = SheetPlan("ark", "Ark")
    opsaetning.put_explained(plan, 7, "x" * label, "x" * explained, "x" * value)
    assert plan.heights.get(7) == tall


def test_a_remark_of_many_words_has_room_for_all_of_them() -> None:
    rows = [HEADINGS, *ROWS, ("Note: " + 300 * "x",)]
    (sheet,) = planned(snapshot(Budget=rows, Pulje=POOL)).sheets
    row = next(cell.row for cell in sheet.cells if "Note: xxx" in str(cell.value))
    assert sheet.heights[row] >= 3 * opsaetning.SMALL_LINE


def test_no_heading_is_the_last_of_a_page_and_the_last_page_is_half_full() -> None:
    sheet = sheet_of(acting.planned(acting.SIMPLE))
    headings = {cell.row for cell in sheet.cells if "gruppe" in cell.style.split()}
    last = max(cell.row for cell in sheet.cells)
    assert sheet.breaks and not headings & {row - 1 for row in sheet.breaks}
    assert sider.LINE + sider.height(sheet, sheet.breaks[-1], last) >= sider.room(sheet, sider.scale(sheet, 3)) / 2


def sheet_of(plan: Plan) -> SheetPlan:
    return next(sheet for sheet in plan.sheets if sheet.name == ARK)
