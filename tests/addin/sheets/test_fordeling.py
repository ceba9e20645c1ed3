"""The result as it is sent on: the picture, and what is said under the table."""

from __future__ import annotations

import pytest

from addin.workbook import SheetPlan
from tests.addin.actions.acting import SIMPLE, planned
from tests.builders import POOL, ROWS, snapshot


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
