"""The action alone: a snapshot and choices in, a plan or a refusal out, no workbook touched."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot as read
from addin.workbook import Formula, Name, Plan, Question, Questions, Refusal, SheetPlan, Snapshot
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.conftest import WORKBOOKS
from workbook_templates.fordeling import IKKE_FORDELT

MADE = "01.09.2026 kl. 12.00"


def act(taken: Snapshot, **choices: Any) -> Plan | Refusal:
    answer = fordel_pulje(taken, choices, MADE, "0")
    assert isinstance(answer, (Plan, Refusal))
    return answer


def planned(taken: Snapshot, **choices: Any) -> Plan:
    answer = act(taken, **choices)
    assert isinstance(answer, Plan), answer
    return answer


def refused(taken: Snapshot, **choices: Any) -> str:
    answer = act(taken, **choices)
    assert isinstance(answer, Refusal)
    return str(answer)


def asked(taken: Snapshot, **choices: Any) -> dict[str, Question]:
    answer = fordel_pulje(taken, choices, MADE, "0")
    assert isinstance(answer, Questions), answer
    return {question.setting: question for question in answer.questions}


def cells(plan: Plan, key: str) -> dict[tuple[int, int], Any]:
    sheet = next(sheet for sheet in plan.sheets if sheet.key == key)
    return {(cell.row, cell.column): cell.value for cell in sheet.cells}


def amounts(plan: Plan) -> dict[str, float]:
    return {name: amount for name, amount, _ in plan.summary["tabel"]}


SIMPLE = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL)


def test_a_plan_of_four_sheets_in_the_order_they_are_read() -> None:
    plan = planned(SIMPLE)
    assert [sheet.name for sheet in plan.sheets] == ["Fordeling", "Fordeling trin", "Fordeling kontrol",
                                                     "Fordel opsætning"]


def test_the_key_is_burden_times_weighted_children() -> None:
    """Weights 1,8 x 10 + 20 = 38, 40, 46; keys 3,8, 2,0, 9,2 of 15,0; 100.000 kr.: 25.333,33, 13.333,33, 61.333,33.

    99.999 kr. after rounding down; all rests equal one third, so the largest weight gets the krone.
    """
    assert amounts(planned(SIMPLE)) == {"Anemonen": 25_333, "Birken": 13_333, "Cikorien": 61_334}


def test_choices_go_before_cells_and_names_before_labels() -> None:
    named = dataclasses.replace(SIMPLE, names=(Name("Fordel_pulje", "Pulje!$B$2"),),
                                sheets=(SIMPLE.sheets[0], dataclasses.replace(
                                    SIMPLE.sheets[1], rows=[["Pulje", 100_000], ["En anden", 30_000]])))
    assert sum(amounts(planned(named)).values()) == 30_000
    assert sum(amounts(planned(named, pulje="15.000 kr.")).values()) == 15_000
    assert sum(amounts(planned(named, pulje="Pulje!B1")).values()) == 100_000


def test_a_pool_named_by_the_user_is_found() -> None:
    named = snapshot(Budget=[HEADINGS, *ROWS], Tal=[["Noget", 50_000]])
    named = dataclasses.replace(named, names=(Name("Pulje_2027", "Tal!$B$1"),))
    assert sum(amounts(planned(named)).values()) == 50_000
    two = dataclasses.replace(named, names=(*named.names, Name("pulje_2026", "Tal!$B$1")))
    assert [value for value, _ in asked(two)["pulje"].choices] == ["Tal!B1", "Tal!B1"]


def test_every_setting_is_a_workbook_name_whose_target_is_the_truth() -> None:
    names = planned(SIMPLE).names
    assert names["Fordel_pulje"] == "'Pulje'!$B$1"
    assert names["Fordel_navn"] == "'Budget'!$A$2:$A$4"
    assert names["Fordel_loft"].startswith("'Fordel opsætning'!$B$")
    assert names["Fordel_kontrol"] == "'Fordeling kontrol'!$C$4"
    assert names["Fordel_skemaversion"].startswith("'Fordel opsætning'!")


def test_a_newer_schema_is_refused() -> None:
    newer = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL, Op=[[99]])
    newer = dataclasses.replace(newer, names=(Name("Fordel_skemaversion", "Op!$A$1"),))
    assert "nyere udgave af Fordel (skemaversion 99)" in refused(newer)


def test_a_name_that_points_nowhere_is_refused() -> None:
    broken = dataclasses.replace(SIMPLE, names=(Name("Fordel_loft", "#REF!"),), ours={"opsaetning": "Et andet ark"})
    assert "Navnet Fordel_loft peger ikke længere på celler (#REF!)" in refused(broken)


def test_names_that_do_not_cover_the_same_rows_are_refused() -> None:
    crooked = dataclasses.replace(SIMPLE, names=(Name("Fordel_navn", "Budget!$A$2:$A$4"),
                                                 Name("Fordel_noegle", "Budget!$D$2:$D$3")))
    assert "skal dække de samme rækker" in refused(crooked)


def test_names_alone_are_enough_where_no_heading_is_known() -> None:
    odd = snapshot(Ark=[["Hus", "Score x"], ["A", 1], ["B", 3]], Tal=[["", 100]])
    odd = dataclasses.replace(odd, names=(Name("Fordel_navn", "Ark!$A$2:$A$3"), Name("Fordel_noegle", "Ark!$B$2:$B$3"),
                                          Name("Fordel_pulje", "Tal!$B$1")))
    assert amounts(planned(odd)) == {"A": 25, "B": 75}


def test_two_keys_are_asked_about_with_both_places() -> None:
    both = snapshot(Budget=[(*HEADINGS, "Nøgle"), *((*row, 1) for row in ROWS)], Pulje=POOL)
    assert asked(both)["grundlag"].choices == (("belastning", "belastning: Budget!D2:D4"),
                                               ("nøgle", "nøgle: Budget!E2:E4"))
    assert amounts(planned(both, grundlag="nøgle")) == {"Anemonen": 33_334, "Birken": 33_333, "Cikorien": 33_333}
    assert amounts(planned(both, grundlag="belastning")) == amounts(planned(SIMPLE))


def test_a_burden_without_children_and_half_of_the_children_are_refused() -> None:
    assert "ingen kolonne med børn" in refused(snapshot(B=[["Institution", "Belastning"], ["A", 0.1]], P=POOL))
    assert "med 0-2-årige, men ingen med 3-5-årige" in refused(
        snapshot(B=[["Institution", "0-2 år", "Nøgle"], ["A", 1, 0.1]], P=POOL))


def test_a_key_of_counts_needs_no_children_unless_a_threshold_or_cap_does() -> None:
    counts = snapshot(B=[["Institution", "Antal udsatte"], ["A", 3], ["B", 1]], P=[["Pulje", 100]])
    assert amounts(planned(counts)) == {"A": 75, "B": 25}
    assert "tærskel regnes pr. barn" in refused(counts, taerskel="8%")


def test_an_unlikely_pool_per_child_is_asked_about_unless_its_unit_is_told() -> None:
    """40 children at each of three: 1.000 kr. would be 8 kr. a child; 1.000 in 1.000 kr. is 8.065."""
    small = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje", 1000)])
    assert "10 kr. pr. barn" in asked(small)["enhed_pulje"].text
    assert sum(amounts(planned(small, enhed_pulje="1.000 kr.")).values()) == 1_000_000
    assert sum(amounts(planned(small, enhed_pulje="kr.")).values()) == 1000
    told = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje (kr.)", 1000)])
    assert sum(amounts(planned(told)).values()) == 1000
    assert sum(amounts(planned(snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje", 2000)]))).values()) == 2000


def test_no_pool_is_asked_for() -> None:
    assert asked(snapshot(Budget=[HEADINGS, *ROWS]))["pulje"].choices == ()
    assert sum(amounts(planned(snapshot(Budget=[HEADINGS, *ROWS]), pulje="500")).values()) == 500


def test_hidden_rows_are_used_and_told() -> None:
    hidden = dataclasses.replace(SIMPLE, sheets=(dataclasses.replace(SIMPLE.sheets[0], hidden_rows=frozenset({2})),
                                                 SIMPLE.sheets[1]))
    plan = planned(hidden)
    assert amounts(plan) == amounts(planned(SIMPLE))
    assert "1 skjulte rækker er med i fordelingen: Birken." in plan.warnings


def test_a_hidden_sheet_is_not_searched_unless_it_is_named() -> None:
    hidden = dataclasses.replace(SIMPLE, sheets=(dataclasses.replace(SIMPLE.sheets[0], visible=False),
                                                 SIMPLE.sheets[1]))
    assert "Fandt ingen institutioner" in refused(hidden)
    assert amounts(planned(hidden, ark=("budget",))) == amounts(planned(SIMPLE))


def test_blank_figures_count_zero_and_are_told() -> None:
    blank = snapshot(Budget=[HEADINGS, *ROWS, ("Dueurten", None, 10, None)], Pulje=POOL)
    plan = planned(blank)
    assert amounts(plan)["Dueurten"] == 0
    assert 'Tomme celler i "Sandsynlighed" tæller 0 for 1 institutioner: Dueurten.' in plan.warnings


def test_a_column_that_is_not_used_is_told() -> None:
    plan = planned(snapshot(Budget=[(*HEADINGS, "Farve"), *((*row, "rød") for row in ROWS)], Pulje=POOL))
    assert 'Budget!E1: kolonnen "Farve" er ikke brugt.' in plan.messages


def test_the_user_s_own_sheets_keep_their_names() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL, **{"fordeling": [["mit"]], "Fordeling (2)": [["også"]]})
    plan = planned(taken)
    assert plan.sheets[0].name == "Fordeling (3)"
    assert any('hedder "Fordeling (3)"' in message for message in plan.messages)
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
    assert [trail[4, column] for column in range(18)][:4] == ["Institution", "Nr.", "Nøgle", "Børn"]
    assert (trail[5, 2], trail[5, 14]) == ("enheder", "kr.")
    assert [trail[6, column] for column in (0, 1, 14)] == ["Anemonen", 1, 25_333]


def test_the_chart_says_in_words_what_it_shows() -> None:
    sheet: SheetPlan = planned(SIMPLE).sheets[0]
    assert len(sheet.charts) == 1
    assert sheet.charts[0].alt.startswith("Søjlediagram over tildelingen i kr. pr. barn for 3 institutioner.")
    assert "Cikorien" in sheet.charts[0].alt


def test_a_deleted_settings_sheet_is_made_again_and_told() -> None:
    """Excel leaves the names behind, pointing nowhere."""
    left = tuple(Name(f"Fordel_{key}", "#REF!") for key in ("loft", "taerskel", "skemaversion", "afrunding"))
    plan = planned(dataclasses.replace(SIMPLE, names=(*left, Name("Fordel_pulje", "Pulje!$B$1"))))
    assert amounts(plan) == amounts(planned(SIMPLE))
    assert any('"Fordel opsætning" er slettet' in warning for warning in plan.warnings)
    assert plan.names["Fordel_loft"].startswith("'Fordel opsætning'!")


def test_a_name_of_a_column_that_points_nowhere_is_refused() -> None:
    assert "Navnet Fordel_navn peger ikke længere" in refused(
        dataclasses.replace(SIMPLE, names=(Name("Fordel_navn", "#REF!"),)))


def test_a_pool_written_as_text_is_used_and_told_where_it_can_be_read_in_one_way() -> None:
    def written(text: str) -> Snapshot:
        return snapshot(Budget=[HEADINGS, *ROWS], Pulje=[["Pulje", text]])

    plan = planned(written("1.000 kr."))
    assert sum(amounts(plan).values()) == 1000 and plan.names["Fordel_pulje"].startswith("'Fordel opsætning'!")
    assert any('Pulje!B1: "1.000 kr." er tekst og er læst som et tal' in warning for warning in plan.warnings)
    assert asked(written("1.000"))["punktum"].choices == (("tusind", "1000"), ("decimal", "1,0"))
    assert sum(amounts(planned(written("1.000"), punktum="tusind")).values()) == 1000
    assert 'Pulje!B1: "1000 plus moms" er ikke et tal' in refused(written("1000 plus moms"))


def test_a_blank_that_is_no_blank_is_refused_with_its_cell() -> None:
    rows = [("Anemonen", " ", 20, 0.1), *ROWS[1:]]
    assert "Budget!B2: cellen er ikke tom, men har kun mellemrum" in refused(snapshot(Budget=[HEADINGS, *rows],
                                                                                      Pulje=POOL))


def test_percentages_typed_as_whole_numbers_are_told_where_a_threshold_reads_them() -> None:
    rows = [(name, young, old, 100 * need) for name, young, old, need in ROWS]
    plan = planned(snapshot(Budget=[HEADINGS, *rows], Pulje=POOL), taerskel="8%")
    assert any("100 gange for lav" in warning for warning in plan.warnings)
    assert not any("100 gange" in warning for warning in planned(SIMPLE, taerskel="8%").warnings)


CHILD_HEADS = ("Institution", "Alderstrin", "Enlig", "Indkomst")
CHILD_ROWS = [("A", 3, 1, 0), ("A", 2, 1, 1), ("B", 1, 0, 1), ("B", 4, 0, 0)]
HOUSES = [("Institution", "0-2 år", "3-5 år"), ("A", 5, 5), ("B", 3, 3)]
CHILD_POOL = [("Pulje", 1000), ("Mindst antal kriterier", 1)]


def test_the_criteria_that_were_counted_are_told() -> None:
    plan = planned(snapshot(I=HOUSES, Børn=[CHILD_HEADS, *CHILD_ROWS], Pulje=CHILD_POOL))
    assert amounts(plan) == {"A": 667, "B": 333}
    assert "Børn: 2 kriterier er talt med: Enlig, Indkomst." in plan.messages
    assert "Børn: ikke brugt: Alderstrin." in plan.messages
    assert plan.warnings == []


def test_a_key_beside_a_sheet_of_children_is_asked_about_unless_one_is_named() -> None:
    both = snapshot(I=[(*HOUSES[0], "Nøgle"), (*HOUSES[1], 1), (*HOUSES[2], 3)], Børn=[CHILD_HEADS, *CHILD_ROWS],
                    Pulje=CHILD_POOL)
    assert [value for value, _ in asked(both)["grundlag"].choices] == ["nøgle", "børneark"]
    key = dataclasses.replace(both, names=(Name("Fordel_noegle", "I!$D$2:$D$3"),))
    assert amounts(planned(key)) == {"A": 250, "B": 750}
    marks = dataclasses.replace(both, names=(Name("Fordel_barn_institution", "'Børn'!$A$2:$A$5"),
                                             Name("Fordel_barn_kriterier", "'Børn'!$C$2:$D$5")))
    assert amounts(planned(marks)) == {"A": 667, "B": 333}


def test_more_children_counted_than_there_are_is_told() -> None:
    few = snapshot(I=[HOUSES[0], ("A", 0, 1), HOUSES[2]], Børn=[CHILD_HEADS, *CHILD_ROWS], Pulje=CHILD_POOL)
    assert "Der er talt flere børn, end der går i A: se børnetallet og børnearket." in planned(few).warnings
