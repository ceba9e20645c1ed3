"""The action alone: a snapshot and choices in, a plan out, no workbook touched."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot as read
from addin.workbook import Formula, SheetPlan
from tests.addin.actions.acting import CHILD_HEADS, CHILD_POOL, CHILD_ROWS, HOUSES, SIMPLE, amounts, cells, planned
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.conftest import WORKBOOKS
from tests.planning import texts
from workbook_templates.fordeling import IKKE_FORDELT


def test_a_plan_of_four_sheets_in_the_order_they_are_read() -> None:
    plan = planned(SIMPLE)
    assert [sheet.name for sheet in plan.sheets] == ["Fordeling", "Fordeling trin", "Fordeling kontrol",
                                                     "Fordel opsætning"]


def test_the_key_is_burden_times_weighted_children() -> None:
    """Weights 1,8 x 10 + 20 = 38, 40, 46; keys 3,8, 2,0, 9,2 of 15,0; 100.000 kr.: 25.333,33, 13.333,33, 61.333,33.

    99.999 kr. after rounding down; all rests equal one third, so the largest weight gets the krone.
    """
    assert amounts(planned(SIMPLE)) == {"Anemonen": 25_333, "Birken": 13_333, "Cikorien": 61_334}


def test_hidden_rows_are_used_and_told() -> None:
    hidden = dataclasses.replace(SIMPLE, sheets=(dataclasses.replace(SIMPLE.sheets[0], hidden_rows=frozenset({2})),
                                                 SIMPLE.sheets[1]))
    plan = planned(hidden)
    assert amounts(plan) == amounts(planned(SIMPLE))
    assert "1 skjult række er med i fordelingen: Birken." in texts(plan.warnings)


def test_blank_figures_count_zero_and_are_told() -> None:
    blank = snapshot(Budget=[HEADINGS, *ROWS, ("Dueurten", None, 10, None)], Pulje=POOL)
    plan = planned(blank)
    assert amounts(plan)["Dueurten"] == 0
    assert 'Tomme celler i "Sandsynlighed" tæller 0 for 1 institution: Dueurten.' in texts(plan.warnings)


def test_a_column_that_is_not_used_is_told() -> None:
    plan = planned(snapshot(Budget=[(*HEADINGS, "Farve"), *((*row, "rød") for row in ROWS)], Pulje=POOL))
    assert 'Budget!E1: kolonnen "Farve" er ikke brugt.' in texts(plan.messages)


def test_the_user_s_own_sheets_keep_their_names() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL, **{"fordeling": [["mit"]], "Fordeling (2)": [["også"]]})
    plan = planned(taken)
    assert plan.sheets[0].name == "Fordeling (3)"
    assert any('hedder "Fordeling (3)"' in message for message in texts(plan.messages))
    assert plan.names["Fordel_kontrol"] == "'Fordeling kontrol'!$C$4"


def test_groups_have_totals_and_the_total_adds_recipients_only_once() -> None:
    grouped = snapshot(Budget=[(*HEADINGS, "Område"), *((*row, area) for row, area in zip(ROWS, ("N", "S", "N"),
                                                                                          strict=True))], Pulje=POOL)
    plan = planned(grouped)
    sheet = cells(plan, "fordeling")
    labels = [value for (_, column), value in sorted(sheet.items()) if column == 1 and isinstance(value, str) and value]
    assert labels[-8:] == ["N", "Anemonen", "Cikorien", "N i alt", "S", "Birken", "S i alt", "I alt"]
    totals = [value for value in sheet.values() if isinstance(value, Formula) and value.text.startswith("=SUMIF($A$")]
    assert 100_000 in [total.value for total in totals]


def test_what_was_not_distributed_and_why_is_shown() -> None:
    plan = planned(SIMPLE, loft="100")
    sheet = cells(plan, "fordeling")
    row = next(row for (row, column), value in sheet.items() if column == 0 and value == IKKE_FORDELT)
    assert sheet[row, 2] == 100_000 - 3_800 - 4_000 - 4_600
    assert sheet[row, 4] == "Alle med vægt er ved deres loft."


def test_last_year_s_unknown_amount_is_not_zero() -> None:
    rows = [(*row, before) for row, before in zip(ROWS, (100, None, -50), strict=True)]
    plan = planned(snapshot(Budget=[(*HEADINGS, "Sidste års tildeling"), *rows], Pulje=POOL))
    sheet = cells(plan, "fordeling")
    row = next(row for (row, column), value in sheet.items() if column == 1 and value == "Birken")
    head = {value: column for (r, column), value in sheet.items() if isinstance(value, str) and value in (
        "Sidste år", "Tildeling")}
    assert sheet[row, head["Sidste år"]] is None and sheet[row, head["Sidste år"] + 1] is None


@pytest.mark.parametrize("name", ["dagtilbud_budget_2023.xlsx", "boernetaelling_2026.xlsx"])
def test_amounts_do_not_depend_on_what_a_host_cannot_give(name: str) -> None:
    """Formulas, hidden rows and the file's hash withheld, as on Excel for the web: the same amounts."""
    data = (WORKBOOKS / name).read_bytes()
    whole = read(Package(data, name), data)
    bare = dataclasses.replace(whole, sha256=None, sheets=tuple(
        dataclasses.replace(sheet, formulas=None, hidden_rows=frozenset()) for sheet in whole.sheets))
    assert amounts(planned(bare)) == amounts(planned(whole))


def test_the_trail_is_fordel_spor_with_units_and_names() -> None:
    trail = cells(planned(SIMPLE), "trin")
    headings = [value for (row, _), value in sorted(trail.items()) if row == 4]
    assert headings == ["Institution", "Nr.", "Nøgle", "Børn", "Belastning", "Vægt", "Andel", "Før afrunding",
                        "Afrunding", "Tildeling", "Pr. barn", "Note"]
    assert (trail[5, 2], trail[5, 9]) == ("enheder", "kr.")
    assert [trail[6, column] for column in (0, 1, 9)] == ["Anemonen", 1, 25_333]


@pytest.mark.parametrize(("setting", "steps"), [
    ({"taerskel": "8%"}, {"Over tærskel", "Uden tærskel"}),
    ({"loft": 14_000}, {"Loft", "Før loft og minimum", "Bundet af"}),
    ({"minimum": 100}, {"Minimum", "Før loft og minimum", "Bundet af"})])
def test_the_trail_shows_each_step_that_is_used_and_no_other(setting: dict[str, Any], steps: set[str]) -> None:
    assert set(trail_headings(setting)) - set(trail_headings({})) == steps
    help_texts = cells(planned(SIMPLE, **setting), "trin").values()
    assert ("Før loft og minimum, holdt mellem minimum og loft." in help_texts) is ("Bundet af" in steps)


def trail_headings(setting: dict[str, Any]) -> list[Any]:
    return [value for (row, _), value in cells(planned(SIMPLE, **setting), "trin").items() if row == 4]


def test_where_nobody_has_children_the_chart_is_of_kroner() -> None:
    rows = [(name, None, 0, need) for name, _, _, need in ROWS]
    plan = planned(snapshot(Budget=[["Institution", "0-2 år", "3-5 år", "Nøgle"], *rows], Pulje=POOL))
    assert plan.sheets[0].charts[0].title == "Tildeling, kr."


@pytest.mark.parametrize("unit", ["kr.", "1.000 kr."])
def test_a_chart_hides_no_note_to_a_key_figure(unit: str) -> None:
    sheet = planned(SIMPLE, enhed_pulje=unit).sheets[0]
    chart, notes = sheet.charts[0], [cell for cell in sheet.cells if cell.column == 4 and cell.style == "lille"]
    assert bool(notes) is (unit != "kr.")
    room = sum(sheet.widths[column] for column in range(4, chart.column))
    below = chart.row > max((cell.row for cell in notes), default=0)
    assert below or room >= 0.9 * max((len(str(cell.value)) for cell in notes), default=0)


def test_the_chart_says_in_words_what_it_shows() -> None:
    sheet: SheetPlan = planned(SIMPLE).sheets[0]
    assert len(sheet.charts) == 1
    assert sheet.charts[0].alt.startswith("Søjlediagram over tildelingen i kr. pr. barn for 3 institutioner.")
    assert "Cikorien" in sheet.charts[0].alt


def test_percentages_typed_as_whole_numbers_are_told_where_a_threshold_reads_them() -> None:
    rows = [(name, young, old, 100 * need) for name, young, old, need in ROWS]
    plan = planned(snapshot(Budget=[HEADINGS, *rows], Pulje=POOL), taerskel="8%")
    assert any("100 gange for lav" in warning for warning in texts(plan.warnings))
    assert not any("100 gange" in warning for warning in texts(planned(SIMPLE, taerskel="8%").warnings))


def test_the_criteria_that_were_counted_are_told() -> None:
    plan = planned(snapshot(I=HOUSES, Børn=[CHILD_HEADS, *CHILD_ROWS], Pulje=CHILD_POOL))
    assert amounts(plan) == {"A": 667, "B": 333}
    assert "Børn: 2 kriterier er talt med: Enlig, Indkomst." in texts(plan.messages)
    assert "Børn: ikke brugt: Alderstrin." in texts(plan.messages)
    assert texts(plan.warnings) == []


def test_a_sentence_that_ends_in_the_users_own_words_has_one_full_stop() -> None:
    heads, own = ["CPR-nr." if head == "Alderstrin" else head for head in CHILD_HEADS], {"A": "Hus A.", "B": "Hus B."}
    rows = [[own.get(value, value) for value in row] for row in CHILD_ROWS]
    houses = [[own.get(value, value) for value in row] for row in HOUSES]
    plan = planned(snapshot(I=houses, Børn=[heads, *rows], Pulje=CHILD_POOL), taerskel="20 %")
    assert "Børn: ikke brugt: CPR-nr." in texts(plan.messages)
    below = [warning for warning in texts(plan.warnings) if "ligger under tærsklen" in warning]
    assert [warning.endswith(": Hus B.") for warning in below] == [True]


def test_more_children_counted_than_there_are_is_told() -> None:
    few = snapshot(I=[HOUSES[0], ("A", 0, 1), HOUSES[2]], Børn=[CHILD_HEADS, *CHILD_ROWS], Pulje=CHILD_POOL)
    assert "Der er talt flere børn, end der går i A: se børnetallet og børnearket." in texts(planned(few).warnings)
