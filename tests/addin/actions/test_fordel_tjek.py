"""The button "Fordel tjek": a red stops the distribution until it is mended, or somebody says why to go on."""

from __future__ import annotations

import dataclasses

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.workbook import Plan, Refusal, Sheet, Snapshot
from tests.addin.checks.checking import checked
from tests.addin.checks.test_checks import made, with_cell
from tests.planning import MADE, amounts
from workbook_templates.fordel_tjek import ARK, NOEGLE, REASON, TJEK

NEAR = with_cell(1, 0, "Anemomen")
LABEL = next(tjek.label for tjek in TJEK if tjek.key == "navne")


def with_sheet(taken: Snapshot, **reasons: str) -> Snapshot:
    """The workbook as it is after the checks, with reasons by key."""
    plan = fordel_tjek(taken, {}, MADE, "0")
    assert isinstance(plan, Plan)
    sheet = plan.sheets[0]
    rows = [[None] * (REASON + 1) for _ in range(max(cell.row for cell in sheet.cells) + 1)]
    for cell in sheet.cells:
        rows[cell.row][cell.column] = cell.value
    for tjek in TJEK:
        line = next(row for row in rows if row[1] == tjek.label)
        line[REASON] = reasons.get(tjek.key, line[REASON])
    return dataclasses.replace(taken, sheets=(*taken.sheets, Sheet(sheet.name, rows)), ours={NOEGLE: sheet.name})


def distribute(taken: Snapshot) -> Plan | Refusal:
    answer = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(answer, (Plan, Refusal))
    return answer


def test_green_lets_the_distribution_through_and_red_stops_it() -> None:
    assert isinstance(distribute(with_sheet(made().snapshot())), Plan)
    stopped = distribute(with_sheet(made(NEAR).snapshot()))
    assert str(stopped) == (f"{ARK} er rødt. {LABEL}: Anemonen (Ark!A2) og Anemomen (Ark!A3). Ret det, eller skriv en "
                            "begrundelse på arket, og fordel igen.")


def test_a_reason_on_the_sheet_lets_it_through_and_stands_on_the_result() -> None:
    plan = distribute(with_sheet(made(NEAR).snapshot(), navne="De er to huse."))
    assert isinstance(plan, Plan)
    said = f'Tilsidesat tjek: "{LABEL}". Begrundelse: De er to huse. Fundet: Anemonen (Ark!A2) og Anemomen (Ark!A3).'
    assert plan.warnings[0] == said
    assert any(str(cell.value).startswith("Tilsidesat tjek") for cell in plan.sheets[0].cells)


def test_the_reason_is_kept_when_it_is_checked_again() -> None:
    taken = with_sheet(made(NEAR).snapshot(), navne="De er to huse.")
    again = checked(taken)
    assert [(status, reason) for label, status, _, _, reason in again.summary["tjek"] if label == LABEL] == [
        ("tilsidesat", "De er to huse.")]
    assert again.summary["roede"] == 0 and again.warnings == []
    assert again.summary["svar"] == "Intet er rødt. 1 rødt er tilsidesat med en begrundelse."


def test_a_reason_for_one_red_is_none_for_another() -> None:
    rows = [list(line) for line in NEAR]
    rows[2][2] = None
    stopped = distribute(with_sheet(made(rows).snapshot(), navne="De er to huse."))
    assert isinstance(stopped, Refusal)
    assert "fik penge sidste år" in str(stopped) and "Anemomen" not in str(stopped)


def test_what_cannot_be_read_cannot_be_defended() -> None:
    bad = made(with_cell(1, 2, "n/a")).snapshot()
    plan = checked(with_sheet(bad, laest="Det går nok."))
    assert plan.summary["roede"] == 1
    assert isinstance(distribute(with_sheet(bad, laest="Det går nok.")), Refusal)


def test_without_the_sheet_nothing_is_stopped() -> None:
    assert isinstance(distribute(made(NEAR).snapshot()), Plan)


def test_the_amounts_are_the_same_with_the_sheet_and_without() -> None:
    plain, after = distribute(made().snapshot()), distribute(with_sheet(made().snapshot()))
    assert isinstance(plain, Plan) and isinstance(after, Plan)
    assert amounts(plain) == amounts(after)
    assert [sheet.key for sheet in after.sheets if sheet.key not in [each.key for each in plain.sheets]] == [NOEGLE]


def test_reds_are_told_with_what_to_do() -> None:
    assert checked(made(NEAR)).warnings == [
        f"{LABEL}? Anemonen (Ark!A2) og Anemomen (Ark!A3). Er det den samme institution, så ret navnet, og slet den "
        "ene række."]
    assert checked(made()).warnings == [] and checked(made()).summary["svar"] == "Alt er grønt."


def test_many_findings_are_counted() -> None:
    rows = [[f"Børnehuset {word}", 40, 10 + at, None, None] for at, word in enumerate(
        ("Ahorn", "Birk", "Ceder", "Douglas", "Eg", "Fyr", "Gran", "Hassel", "Ildtorn", "Jasmin"))]
    rows[0][3] = 400
    columns = {"navn": "Ark!$A$2:$A$11", "boern": "Ark!$B$2:$B$11", "noegle": "Ark!$C$2:$C$11",
               "sidste_aar": "Ark!$D$2:$D$11"}
    plan = checked(made(rows, columns, pulje=400))
    text = next(str(cell.value) for cell in plan.sheets[0].cells if "ingen tildeling sidste år" in str(cell.value))
    assert text.count("\n") == 8 and text.endswith("og 1 til")
