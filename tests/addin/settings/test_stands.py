"""Burdens and a threshold that stand in per cent, in points, or as shares: said once, for both."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Formula, Plan, Questions, Refusal, Snapshot
from tests.builders import ROWS, snapshot
from tests.planning import texts

PER_CENT = [(*row[:3], 100 * row[3]) for row in ROWS]


def book(*beside: Any, heading: str = "Belastning", rows: Any = PER_CENT) -> Snapshot:
    return snapshot(Budget=[("Institution", "0-2 år", "3-5 år", heading), *rows],
                    Pulje=[("Pulje 2027", 100_000), *beside])


def act(taken: Snapshot, **choices: Any) -> Any:
    return fordel_pulje(taken, choices, "nu", "0")


def amounts(taken: Snapshot, **choices: Any) -> dict[str, float]:
    answer = act(taken, **choices)
    assert isinstance(answer, Plan), answer
    return {name: amount for name, amount, _ in answer.summary["tabel"]}


def settings(plan: Plan) -> dict[str, tuple[Any, str]]:
    """Label -> value and style, on the sheet of settings."""
    (sheet,) = [sheet for sheet in plan.sheets if sheet.key == "opsaetning"]
    labels = {cell.row: cell.value for cell in sheet.cells if cell.column == 0}
    return {labels[cell.row]: (cell.value, cell.style) for cell in sheet.cells if cell.column == 1 and cell.row > 3}


AS_SHARES = amounts(book(("Tærskel", 0.08), rows=ROWS))


def test_a_threshold_above_one_is_asked_about_together_with_the_burdens() -> None:
    asked = act(book(("Tærskel", 8)))
    assert isinstance(asked, Questions)
    (question,) = asked.questions
    assert question.setting == "belastning_i" and "tærsklen som 8 (Pulje!B2)" in question.text
    assert [value for value, _ in question.choices] == ["procent", "point"]
    as_per_cent, as_points = (act(book(("Tærskel", 8)), belastning_i=word) for word in ("procent", "point"))
    assert amounts(book(("Tærskel", 8)), belastning_i="procent") == AS_SHARES
    assert amounts(book(("Tærskel", 8)), belastning_i="point") == AS_SHARES  # 5 points are under 8
    assert settings(as_per_cent)["Tærskel"] == (Formula("='Pulje'!$B$2/100", 0.08), "pct input")
    assert settings(as_points)["Tærskel"] == (Formula("='Pulje'!$B$2", 8.0), "tal input")
    assert ("Tærskel", "8") in as_points.summary["noegletal"]
    assert not any("100 gange" in line for line in texts(as_points.warnings))
    assert "Tærskel: Pulje!B2 er 8 og er læst som 8 %." in texts(as_per_cent.warnings)


def test_a_threshold_given_with_the_run_is_asked_about_with_them_too() -> None:
    (question,) = act(book(), taerskel="8").questions
    assert (question.setting, "og tærsklen som 8. " in question.text) == ("belastning_i", True)


@pytest.mark.parametrize(("heading", "limit"), [
    ("Belastning (pct.)", ("Tærskel", 8)), ("Belastning (%)", ("Minimumsgrænse, pct.", 8)),
    ("Belastning i procent", ("Tærskel", 0.08))])
def test_a_heading_that_says_per_cent_is_the_answer(heading: str, limit: Any) -> None:
    taken = book(limit, heading=heading)
    assert amounts(taken) == AS_SHARES
    assert any(line.startswith(f'Belastning pr. barn er læst som procent, for der står "{heading}"')
               for line in texts(act(taken).warnings))


def test_shares_under_a_heading_that_says_per_cent_stay_shares() -> None:
    """Formatted as per cent they are shown so."""
    assert amounts(book(("Tærskel", 0.08), heading="Belastning (pct.)", rows=ROWS)) == AS_SHARES


@pytest.mark.parametrize("text", ["8 pct.", "8 %", "8 procent", "8pct"])
def test_per_cent_in_words_in_a_cell(text: str) -> None:
    taken = book(("Tærskel", text), rows=ROWS)
    assert amounts(taken) == AS_SHARES
    assert f'Pulje!B2: "{text}" er tekst og er læst som et tal (Tærskel).' in " ".join(texts(act(taken).warnings))


@pytest.mark.parametrize(("text", "said"), [
    ("Pulje!B2/100", ""), ("1/Ark9!B2", 'der er intet ark, der hedder "Ark9"'),
    ("Pulje!A2/100", 'Pulje!A2: "Note" er ikke et tal'), ("1/Pulje!B3", 'Pulje!B3: "0" er ikke et tal')])
def test_a_setting_may_be_made_from_a_cell(text: str, said: str) -> None:
    answer = act(book(("Note", 8), ("Nul", 0), rows=ROWS), taerskel=text)
    assert isinstance(answer, Refusal if said else Plan), answer
    assert said in str(answer)
