"""The picture on a screen is of the numbers the picture in the workbook is drawn from."""

from __future__ import annotations

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.told.figure import figures
from addin.workbook import Plan
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import MADE, WHY


@pytest.fixture
def plan() -> Plan:
    made = fordel_pulje(snapshot(Budget=[HEADINGS, *ROWS], Pulje=POOL), WHY, MADE, "0")
    assert isinstance(made, Plan)
    return made


def test_bars_are_those_of_the_chart_in_its_order(plan: Plan) -> None:
    (sheet,) = [sheet for sheet in plan.sheets if sheet.charts]
    (chart,), (figure,) = sheet.charts, figures(plan)
    assert (figure.title, figure.axis, figure.alt, figure.most) == (chart.title, chart.axis, chart.alt, chart.most)
    told = figure.alt.partition(": ")[2].partition(". Gennemsnit")[0]
    assert [f"{bar.name} {bar.shown}" for bar in figure.bars] == told.split("; ")
    assert 0 < figure.mean <= max(bar.value for bar in figure.bars) <= figure.most
    assert not any(bar.at_cap for bar in figure.bars)
