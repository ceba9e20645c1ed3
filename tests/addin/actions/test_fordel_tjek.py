"""The button "Fordel tjek": a red stops the distribution until it is mended, or somebody says why to go on."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.workbook import Plan, Questions, Refusal, Sheet, Snapshot
from tests.addin.checks.checking import checked, made, with_cell
from tests.planning import MADE, amounts, texts
from workbook_templates.fordel_tjek import ARK, LAST_REASON, MARK, NOEGLE, REASON, TJEK

NEAR = with_cell(1, 0, "Anemomen")
LABEL = next(tjek.label for tjek in TJEK if tjek.key == "navne")


def with_sheet(taken: Snapshot, **reasons: Any) -> Snapshot:
    """The workbook as it is after the checks, with reasons by key."""
    plan = fordel_tjek(taken, {}, MADE, "0")
    assert isinstance(plan, Plan)
    sheet = plan.sheets[0]
    rows: list[list[Any]] = [[None] * (MARK + 1) for _ in range(max(cell.row for cell in sheet.cells) + 1)]
    for cell in sheet.cells:
        rows[cell.row][cell.column] = cell.value
    for tjek in TJEK:
        line = next(row for row in rows if row[1] == tjek.label)
        line[REASON] = reasons.get(tjek.key, line[REASON])
    return dataclasses.replace(taken, sheets=(*taken.sheets, Sheet(sheet.name, rows)), ours={NOEGLE: sheet.name})


def distribute(taken: Snapshot, **choices: Any) -> Plan | Questions | Refusal:
    return fordel_pulje(taken, choices, MADE, "0")


def test_green_lets_the_distribution_through_and_red_stops_it() -> None:
    assert isinstance(distribute(with_sheet(made().snapshot())), Plan)
    stopped = distribute(with_sheet(made(NEAR).snapshot()))
    assert str(stopped) == (f"{ARK}: 1 rødt tjek stopper fordelingen. {LABEL}: Anemonen (Ark!A2) og Anemomen (Ark!A3). "
                            "Ret navnet, eller slet den ene række. Ret det, eller kør Fordel tjek igen, og skriv en "
                            "begrundelse på arket.")


def test_without_the_sheet_red_stops_until_a_reason_is_given() -> None:
    stopped = distribute(made(NEAR).snapshot())
    assert isinstance(stopped, Questions)
    assert [(question.setting, question.text) for question in stopped.questions] == [(
        "begrundelse", f"1 rødt tjek stopper fordelingen. {LABEL}: Anemonen (Ark!A2) og Anemomen (Ark!A3). Ret navnet, "
                       "eller slet den ene række. Skal der fordeles alligevel, så skriv hvorfor. Begrundelsen kommer "
                       "til at stå på resultatet.")]
    plan = distribute(made(NEAR).snapshot(), begrundelse="De er to huse.")
    assert isinstance(plan, Plan)
    assert texts(plan.warnings)[0].startswith(f'Tilsidesat tjek: "{LABEL}". Begrundelse: De er to huse.')
    assert NOEGLE in [sheet.key for sheet in plan.sheets]


@pytest.mark.parametrize("reason, shown", [("De er to", "De er to. Fundet"), ("De er to ...", "De er to ... Fundet"),
                                           ("Hvorfor ikke?", "Hvorfor ikke? Fundet")])
def test_a_reason_is_kept_word_for_word(reason: str, shown: str) -> None:
    plan = distribute(made(NEAR).snapshot(), begrundelse=reason)
    assert isinstance(plan, Plan) and shown in texts(plan.warnings)[0]


def test_where_all_is_green_no_sheet_is_made_and_a_reason_is_not_used() -> None:
    for choices in ({}, {"begrundelse": "De er to huse."}):
        plan = distribute(made().snapshot(), **choices)
        assert isinstance(plan, Plan)
        assert NOEGLE not in [sheet.key for sheet in plan.sheets] and not texts(plan.warnings)


def test_a_reason_on_the_sheet_lets_it_through_and_stands_on_the_result() -> None:
    plan = distribute(with_sheet(made(NEAR).snapshot(), navne="De er to huse."))
    assert isinstance(plan, Plan)
    said = f'Tilsidesat tjek: "{LABEL}". Begrundelse: De er to huse. Fundet: Anemonen (Ark!A2) og Anemomen (Ark!A3).'
    assert texts(plan.warnings)[0] == said
    assert any(str(cell.value).startswith("Tilsidesat tjek") for cell in plan.sheets[0].cells)


def test_the_reason_is_kept_when_it_is_checked_again() -> None:
    taken = with_sheet(made(NEAR).snapshot(), navne="De er to huse.")
    again = checked(taken)
    assert [(status, reason) for label, status, _, _, reason in again.summary["tjek"] if label == LABEL] == [
        ("fortælles", "De er to huse.")]
    assert again.summary["roede"] == 0 and texts(again.warnings) == []
    assert again.summary["svar"] == "Intet stopper. 1 rødt er tilsidesat med en begrundelse."


def test_a_reason_for_one_red_is_none_for_another() -> None:
    rows = [list(line) for line in NEAR]
    rows[2][1] = 0
    stopped = distribute(with_sheet(made(rows).snapshot(), navne="De er to huse."))
    assert isinstance(stopped, Refusal)
    assert "har nøglen 9 og 0 børn" in str(stopped) and "Anemomen" not in str(stopped)


def test_what_cannot_be_read_cannot_be_defended() -> None:
    bad = made(with_cell(1, 2, "n/a")).snapshot()
    plan = checked(with_sheet(bad, laest="Det går nok."))
    assert plan.summary["roede"] == 1
    assert isinstance(distribute(with_sheet(bad, laest="Det går nok.")), Refusal)


def test_the_amounts_are_the_same_with_the_sheet_and_without() -> None:
    plain, after = distribute(made().snapshot()), distribute(with_sheet(made().snapshot()))
    assert isinstance(plain, Plan) and isinstance(after, Plan)
    assert amounts(plain) == amounts(after)
    assert [sheet.key for sheet in after.sheets if sheet.key not in [each.key for each in plain.sheets]] == [NOEGLE]


def test_reds_are_told_with_what_to_do() -> None:
    assert texts(checked(made(NEAR)).warnings) == [
        f"{LABEL}: Anemonen (Ark!A2) og Anemomen (Ark!A3). Ret navnet, eller slet den ene række. Eller "
        "begrund, at det er rigtigt."]
    assert texts(checked(made()).warnings) == [] and checked(made()).summary["svar"] == "Intet er fundet."


def renamed(taken: Snapshot, row: int, name: str) -> Snapshot:
    """The workbook with another name in one cell, after it was checked."""
    rows = [list(line) for line in taken.sheets[0].rows]
    rows[row][0] = name
    return dataclasses.replace(taken, sheets=(dataclasses.replace(taken.sheets[0], rows=rows), *taken.sheets[1:]))


def test_a_reason_holds_for_what_was_found_and_for_nothing_later() -> None:
    taken = renamed(with_sheet(made(NEAR).snapshot(), navne="De er to huse."), 3, "Anemonenn")
    stopped = distribute(taken)
    assert isinstance(stopped, Refusal)
    assert 'Begrundelsen "De er to huse." ved' in str(stopped) and "står som sidste års begrundelse" in str(stopped)
    again = checked(taken)
    assert again.summary["roede"] == 1 and any("De er to huse." in message for message in texts(again.messages))


def test_a_reason_on_a_green_check_is_none_for_a_red_that_comes() -> None:
    taken = renamed(with_sheet(made().snapshot(), navne="Alt er set efter."), 2, "Anemomen")
    assert isinstance(distribute(taken), Refusal)


@pytest.mark.parametrize("reason", [2027, 2027.0, datetime.datetime(2026, 11, 3)])
def test_a_reason_may_be_a_year_or_a_date(reason) -> None:
    plan = distribute(with_sheet(made(NEAR).snapshot(), navne=reason))
    assert isinstance(plan, Plan)
    written = "03.11.2026" if isinstance(reason, datetime.datetime) else "2027"
    assert f"Begrundelse: {written}. " in texts(plan.warnings)[0]


def test_reasons_are_found_where_a_column_and_rows_have_been_put_in() -> None:
    taken = with_sheet(made(NEAR).snapshot(), navne="De er to huse.")
    *others, sheet = taken.sheets
    moved = dataclasses.replace(sheet, rows=[[None], *([None, *row] for row in sheet.rows)])
    assert isinstance(distribute(dataclasses.replace(taken, sheets=(*others, moved))), Plan)


@pytest.mark.parametrize("values, text", [({"garanti": 1.2}, "gulvet er for højt"), ({"garanti": 95}, "mente du 95 %?"),
                                          ({"afrunding": 0}, "Afrunding skal være"), ({"pl": "x"}, "")])
def test_what_would_refuse_the_distribution_is_red(values, text) -> None:
    plan = checked(made(**values))
    ((label, found),) = [(label, found) for label, status, found, *_ in plan.summary["tjek"] if status == "stopper"]
    assert label == ("En garanti eller et loft, der ikke kan holdes" if "gulvet" in text else "Tal, der ikke kan læses")
    assert text.casefold() in found[0].casefold()
    assert plan.sheets[0].key == NOEGLE


def test_a_sheet_of_the_user_s_with_our_name_is_told_only_when_there_is_one_of_ours() -> None:
    taken = made().snapshot()
    taken = dataclasses.replace(taken, sheets=(*taken.sheets, Sheet(ARK, [["mit"]])))
    plan = distribute(taken)
    assert isinstance(plan, Plan) and not any(ARK in message for message in texts(plan.messages))
    assert any(f'Fordels ark hedder "{ARK} (2)"' in message for message in texts(checked(taken).messages))


def next_year(taken: Snapshot) -> Snapshot:
    """The workbook copied for the year after: the same rows and sheet of checks, and another year in its name."""
    return dataclasses.replace(taken, file_name="Budget 2028.xlsx")


def test_a_reason_comes_back_next_year_to_be_confirmed() -> None:
    this_year = dataclasses.replace(made(NEAR).snapshot(), file_name="Budget 2027.xlsx")
    taken = next_year(with_sheet(this_year, navne="De er to huse."))
    stopped = distribute(taken)
    assert isinstance(stopped, Refusal) and "står som sidste års begrundelse" in str(stopped)
    sheet = checked(taken).sheets[0]
    row = next(cell.row for cell in sheet.cells if cell.value == LABEL)
    shown = {cell.column: cell.value for cell in sheet.cells if cell.row == row}
    assert (shown[REASON], shown[LAST_REASON], shown[MARK][:5]) == ("", "De er to huse.", "2028-")
    after = with_sheet(taken, navne="ja")
    plan = distribute(dataclasses.replace(after, sheets=(*after.sheets[:-2], after.sheets[-1])))  # in place of the old
    assert isinstance(plan, Plan)
    assert "Begrundelse: De er to huse. Fundet" in texts(plan.warnings)[0]
