"""What stands there and is not used (Y12-Y14), and formulas that may be old (Y18)."""

from __future__ import annotations

import dataclasses

from addin.actions.fordel_tjek import fordel_tjek
from addin.workbook import Calculation, Plan, Snapshot
from tests.addin.checks.checking import KEYS, made, told
from tests.builders import HEADINGS, ROWS, snapshot
from tests.planning import MADE


def lines(taken: Snapshot, **choices: str) -> dict[str, list[str]]:
    plan = fordel_tjek(taken, choices, MADE, "0")
    assert isinstance(plan, Plan), plan
    return {KEYS[label]: found for label, _, found, *_ in plan.summary["tjek"] if found}


def test_numbers_beside_the_pool_and_columns_that_are_not_read() -> None:
    found = lines(snapshot(Budget=[[*HEADINGS, "Farve"], *([*row, "rød"] for row in ROWS)],
                           Pulje=[["Pulje", 100_000], ["Møblement", 35_000]]))
    assert found["ubrugte_tal"] == ['Pulje: disse tal er ikke med i beregningen: "Møblement" 35.000 (B2).']
    assert found["ubrugte_kolonner"] == ['Budget!E1: kolonnen "Farve" er ikke brugt.']


def test_rows_that_are_perhaps_no_recipients_with_what_was_answered() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS, ("Privatinstitution Skovtrold", 5, 10, 0.2)], Pulje=[["Pulje", 100_000]])
    question = "række Budget: Privatinstitution Skovtrold"
    found = lines(taken, **{question: "institution"})["ikke_modtagere"]
    assert found[0] == "Budget: Privatinstitution Skovtrold: institution" and "§ 36" in found[1]
    assert "ikke_modtagere" not in lines(snapshot(Budget=[HEADINGS, *ROWS], Pulje=[["Pulje", 100_000]]))


def test_manual_calculation() -> None:
    taken = made().snapshot()
    assert "manuel" not in told(dataclasses.replace(taken, calculation=Calculation()))
    assert told(dataclasses.replace(taken, calculation=Calculation(manual=True)))["manuel"][0].startswith(
        "Projektmappen har manuel beregning")


def test_what_is_often_paid_otherwise_is_told_by_its_name() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS, ("Dagplejen", 5, 10, 0.2)], Pulje=[["Pulje", 100_000]])
    assert lines(taken)["ikke_modtagere"] == ["Dagplejen (Budget!A5) er med"]
