"""The button "Flere puljer" writes what `fordel opsaet --puljer` does."""

from __future__ import annotations

from addin.actions.opret_opsaetning import opret_opsaetning
from addin.actions.opret_puljer import opret_puljer
from addin.workbook import Plan
from tests.planning import MADE, WHY, texts
from tests.pools import RANDERS, houses


def test_it_is_the_settings_and_the_sheet_for_the_pools() -> None:
    taken = houses().snapshot()
    plan = opret_puljer(taken, WHY, MADE, "0")
    assert isinstance(plan, Plan) and [sheet.name for sheet in plan.sheets] == ["Fordel opsætning", "Fordel puljer"]
    assert plan == opret_opsaetning(taken, {**WHY, "puljer": True}, MADE, "0")


def test_a_sheet_that_is_there_is_the_users() -> None:
    plan = opret_puljer(houses(*RANDERS).snapshot(), WHY, MADE, "0")
    assert isinstance(plan, Plan) and [sheet.key for sheet in plan.sheets] == ["opsaetning"] and not plan.drop
    assert 'Arket "Fordel puljer" er der allerede og er ikke rørt.' in texts(plan.messages)
