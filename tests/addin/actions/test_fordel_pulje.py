"""The action alone: a snapshot and choices in, a plan out, no workbook touched."""

from __future__ import annotations

import dataclasses

import pytest

from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot as read
from tests.addin.actions.acting import CHILD_HEADS, CHILD_POOL, CHILD_ROWS, HOUSES, SIMPLE, amounts, planned
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.conftest import WORKBOOKS
from tests.planning import texts


def test_a_plan_of_five_sheets_in_the_order_they_are_read() -> None:
    plan = planned(SIMPLE)
    assert [sheet.name for sheet in plan.sheets] == ["Fordeling", "Fordeling bilag", "Fordeling trin",
                                                     "Fordeling kontrol", "Fordel opsætning"]


def test_the_key_is_burden_times_weighted_children() -> None:
    """Weights 1,8 x 10 + 20 = 38, 40, 46; keys 3,8, 2,0, 9,2 of 15,0; 100.000 kr.: 25.333,33, 13.333,33, 61.333,33.

    99.999 kr. after rounding down; all rests equal one third, so the largest weight gets the krone.
    """
    assert amounts(planned(SIMPLE)) == {"Anemonen": 25_333, "Birken": 13_333, "Cikorien": 61_334}


def test_a_column_that_is_not_used_is_told() -> None:
    plan = planned(snapshot(Budget=[(*HEADINGS, "Farve"), *((*row, "rød") for row in ROWS)], Pulje=POOL))
    assert 'Budget!E1: kolonnen "Farve" er ikke brugt.' in texts(plan.messages)


@pytest.mark.parametrize("name", ["dagtilbud_budget_2023.xlsx", "boernetaelling_2026.xlsx"])
def test_amounts_do_not_depend_on_what_a_host_cannot_give(name: str) -> None:
    """Formulas, hidden rows and the file's hash withheld, as on Excel for the web: the same amounts."""
    data = (WORKBOOKS / name).read_bytes()
    whole = read(Package(data, name), data)
    bare = dataclasses.replace(whole, sha256=None, sheets=tuple(
        dataclasses.replace(sheet, formulas=None, hidden_rows=frozenset()) for sheet in whole.sheets))
    assert amounts(planned(bare)) == amounts(planned(whole))


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
