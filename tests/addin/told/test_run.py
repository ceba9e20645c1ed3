"""What a run says on a screen: before it asks and writes, after, and where it does nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.actions.opret_puljer import opret_puljer
from addin.told.run import Telling, signed
from addin.told.shapes import RED, YELLOW, Sentence, as_data
from addin.workbook import Plan, Questions, Refusal, Snapshot
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import MADE, WHY

ACTIONS = {"fordel_pulje": fordel_pulje, "fordel_tjek": fordel_tjek, "opret_opsaetning": opret_opsaetning,
           "opret_puljer": opret_puljer}


def telling(taken: Snapshot, action: str = "fordel_pulje") -> Telling:
    return Telling(action, taken, str)


def planned(taken: Snapshot, action: str = "fordel_pulje", **choices: Any) -> Plan:
    answer = ACTIONS[action](taken, {**WHY, **choices}, MADE, "0")
    assert isinstance(answer, Plan), answer
    return answer


def plain(line: Sentence) -> str:
    return "".join(text for text, _ in line)


def workbook(*rows: Any, pool: Any = POOL) -> Snapshot:
    return snapshot(Budget=[HEADINGS, *(rows or ROWS)], Pulje=pool)


def test_before_it_says_what_is_distributed_among_whom_and_where_it_stands() -> None:
    taken = workbook()
    told = telling(taken).before(planned(taken))
    assert told.found is not None
    main = {line.label: line for line in told.found.main}
    assert main["Institutioner"].value == str(len(ROWS)) and main["Institutioner"].place.startswith("Budget!A2")
    assert main["Pulje"].place == "Pulje!B1" and main["Pulje"].note.startswith('Teksten "Pulje')
    assert {line.note for line in told.found.standard} <= {"Standard", ""}
    assert not {line.label for line in told.found.said} & {line.label for line in told.found.standard}


@pytest.mark.parametrize("action, go", [("fordel_pulje", "Fordel"), ("fordel_tjek", "Skriv tjek"),
                                        ("opret_opsaetning", "Skriv opsætning"), ("opret_puljer", "Skriv arkene")])
def test_before_it_names_the_button_and_every_sheet_that_is_written(action, go) -> None:
    taken = workbook()
    plan = planned(taken, action)
    told = telling(taken, action).before(plan)
    assert (told.go, [sheet.name for sheet in told.sheets]) == (go, [sheet.name for sheet in plan.sheets])
    assert all(sheet.is_new for sheet in told.sheets) and "egne ark" in told.does
    again = Snapshot(taken.file_name, taken.sheets, taken.names, {plan.sheets[0].key: "Fordeling"})
    assert [sheet.is_new for sheet in telling(again, action).before(plan).sheets][0] is False


def test_all_of_it_is_plain_data() -> None:
    taken = workbook()
    for action in ACTIONS:
        plan, told = planned(taken, action), telling(taken, action)
        for shape in (told.before(plan), told.after(plan), told.refused(Refusal("Nej."), {})):
            assert json.loads(json.dumps(as_data(shape))).keys() == as_data(shape).keys()


# ------------------------------------------------------------------------------------- after


def test_the_table_sums_to_the_pool_and_has_no_column_that_nobody_fills() -> None:
    taken = workbook()
    told = telling(taken).after(planned(taken))
    assert told.table is not None
    assert told.table.head == ["Institution", "kr.", "kr. pr. barn"]
    amounts = [int(row[1].replace(".", "")) for row in told.table.rows]
    assert told.table.total[:2] == [f"I alt, alle {len(amounts)}", f"{sum(amounts):,}".replace(",", ".")]
    assert {len(row) for row in (*told.table.rows, told.table.total)} == {3}


def test_the_change_is_from_last_year_and_blank_where_it_is_not_known() -> None:
    rows = [(*row, last) for row, last in zip(ROWS, (1000, None, 200))]
    taken = snapshot(Budget=[(*HEADINGS, "Sidste års tildeling"), *rows], Pulje=POOL)
    plan = planned(taken)
    told = telling(taken).after(plan)
    assert told.table is not None and told.table.head[-1] == "Ændring"
    amounts = [amount for _, amount, _ in plan.summary["tabel"]]
    assert [row[-1] for row in told.table.rows] == [signed(amounts[0] - 1000), "", signed(amounts[2] - 200)]
    assert told.table.total[-1] == signed(amounts[0] - 1000 + amounts[2] - 200)


def test_what_stands_on_the_result_is_told_first_and_nothing_twice() -> None:
    taken = workbook((*ROWS[0][:1], None, *ROWS[0][2:]), *ROWS[1:])
    plan = planned(taken)
    groups = {group.grade: [plain(line) for line in group.lines] for group in telling(taken).after(plan).groups}
    assert groups[YELLOW] == [str(line) for line in plan.warnings]
    assert not set(groups[YELLOW]) & set(groups.get("stille", []))


# ------------------------------------------------------------------------------------- what stops


def red() -> Snapshot:
    """A key where there are no children: a reason can carry it."""
    return workbook((ROWS[0][0], None, None, *ROWS[0][3:]), *ROWS[1:])


def test_a_red_check_is_told_with_its_cells_and_how_it_is_mended() -> None:
    taken = red()
    answer = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(answer, Questions)
    told = telling(taken).asking(answer, {})
    (check,) = [check for check in told.red if check.label == "Nøgle uden børn"]
    assert check.grade == RED and check.remedy.startswith("Skriv børnetallet") and "begrund" in check.remedy
    assert any(place.startswith("Budget!") for line in check.found for _, place in line)
    assert [(each.setting, plain(each.text)) for each in told.questions] == [("begrundelse", "Begrundelse")]
    assert "kommer til at stå på resultatet" in told.questions[0].help and told.found is not None


def test_what_must_be_answered_to_find_anything_is_told_without() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje", 1000), ("Pulje", 2000)])
    answer = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(answer, Questions)
    told = telling(taken).asking(answer, {})
    assert told.found is None and told.red == [] and told.questions[0].choices


def test_a_refusal_leads_to_the_cell() -> None:
    taken = workbook((ROWS[0][0], "mange", *ROWS[0][2:]), *ROWS[1:])
    answer = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(answer, Refusal)
    told = telling(taken).refused(answer, {})
    assert told.place == "Budget!B2" and "mange" in plain(told.lines[0])


def with_checks(taken: Snapshot) -> Snapshot:
    """With a sheet of checks, on which reasons are written; the action then refuses instead of asking."""
    (sheet,) = [sheet for sheet in planned(taken, "fordel_tjek").sheets if sheet.key == "tjek"]
    return Snapshot(taken.file_name, (*taken.sheets, *snapshot(**{sheet.name: [("",)]}).sheets), taken.names,
                    {"tjek": sheet.name})


def test_a_reason_is_asked_for_where_it_is_read_also_with_a_sheet_of_checks() -> None:
    taken = with_checks(red())
    assert isinstance(fordel_pulje(taken, {}, MADE, "0"), Refusal)
    questions = telling(taken).for_a_reason({})
    assert questions is not None
    told = telling(taken).asking(questions, {})
    assert [each.setting for each in told.questions] == ["begrundelse"] and len(told.red) == 1
    assert isinstance(fordel_pulje(taken, {"begrundelse": "de har ingen børn"}, MADE, "0"), Plan)
    assert telling(taken).for_a_reason({"begrundelse": "de har ingen børn"}) is None  # asked once


def test_where_a_correction_alone_mends_it_no_reason_is_asked_for() -> None:
    """One key is blank, which no reason carries; and a key stands where there are no children, which one does."""
    taken = with_checks(workbook((ROWS[0][0], None, None, *ROWS[0][3:]), (*ROWS[1][:3], None), *ROWS[2:]))
    answer = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(answer, Refusal) and telling(taken).for_a_reason({}) is None
    told = telling(taken).refused(answer, {})
    assert plain(told.lines[0]) == "2 røde tjek stopper fordelingen. Ret det, og prøv igen."
    assert {check.label for check in told.red} == {"Institutioner med tom nøgle", "Nøgle uden børn"}
    assert told.place.startswith("Budget!")


def test_a_refusal_of_another_button_is_told_as_it_is() -> None:
    taken = snapshot(Noter=[("Intet",)])
    for action in ("fordel_tjek", "opret_opsaetning", "fordel_pulje"):
        told = telling(taken, action).refused(Refusal("Fandt ingen institutioner. Se Noter!A1."), {})
        assert plain(told.lines[0]) == "Fandt ingen institutioner. Se Noter!A1." and told.red == []
        assert told.place == "Noter!A1"


def test_a_key_figure_that_needs_it_says_what_it_means() -> None:
    taken = workbook()
    notes = {line.label: line.note for line in telling(taken).after(planned(taken)).figures}
    assert notes["Differentieringsfaktor"].startswith("Højeste / laveste beløb pr. ")
    assert notes["Kvartilfaktor"].startswith("Øvre / nedre kvartil af beløbene") and notes["Pulje, kr."] == ""
    assert "hver enhed i nøglen" in notes["Sats, kr. pr. enhed vægt"]


def test_the_table_says_where_the_cap_is_of_weighted_children_and_kroner_are_not() -> None:
    cap = ("Loft pr. barn", 900)
    weighed = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[*POOL, cap, ("Vægt for 0-2-årige", 1.8)])
    alike = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[*POOL, cap, ("Vægt for 0-2-årige", 1)])
    said = [telling(each).after(planned(each)).table for each in (weighed, alike, workbook())]
    assert [table.about if table else None for table in said] == [
        "Kr. pr. barn er pr. hoved. Loftet er 900 kr. pr. vægtet barn, så den, der er ved loftet, kan have mere pr. "
        "hoved.", "", ""]


def test_small_counts_that_a_result_gives_away_are_told_with_what_to_do() -> None:
    for counts, found in ((TWELVE_COUNTS, True), ([count + 10 for count in TWELVE_COUNTS], False)):
        rows = [["Institution", "Børn", "Udsatte børn"], *zip(TWELVE, TWELVE_HEADS, counts)]
        taken = snapshot(Budget=rows, Pulje=[("Pulje", 2_400_000), ("Loft pr. barn", 6_000), ("Minimumsgrænse", 0.08)])
        check = telling(taken).small_counts({**WHY, "noegle": "Budget!C2:C13"})
        assert (check is not None) is found
        if check:
            assert "Skovbrynet (4 børn)" in plain(check.found[0]) and "Klargør" in check.remedy


def test_key_figures_without_notes_are_told_too() -> None:
    """As those of several pools together, which have none."""
    taken = workbook()
    plan = planned(taken)
    del plan.summary["noter"]
    assert [line.label for line in telling(taken).after(plan).figures] == [
        label for label, _ in plan.summary["noegletal"]]
