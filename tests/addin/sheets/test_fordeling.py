"""The result as it is sent on: the picture, and what is said under the table."""

from __future__ import annotations

from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.sheets import fordeling
from addin.workbook import SheetPlan
from tests.addin.actions.acting import SIMPLE, planned
from tests.builders import POOL, ROWS, snapshot
from tests.planning import calculated, case


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


def result(rows: Any, **values: Any) -> Regnet:
    table = [["Institution", "Nøgle"], *rows]
    columns = {"navn": f"Ark!$A$2:$A${len(table)}", "noegle": f"Ark!$B$2:$B${len(table)}"}
    return calculated(case({"Ark": table}, columns, **values)).first


def test_who_got_the_last_kroner_stands_with_the_rests_the_largest_first() -> None:
    """100 kr. as 1 : 2 : 4 is 14,285714, 28,571428 and 57,142857: one krone is left."""
    head, got = fordeling.odd_kroner(result([["A", 1], ["B", 2], ["C", 4]], pulje=100))
    assert "Derefter var der 1 x 1 kr. tilbage; den ekstra krone gik til" in head and got == "B (0,571429)"


def test_the_largest_rest_stands_first() -> None:
    """101 kr. as 1 : 4 : 2 is 14,428571, 57,714286 and 28,857143: B and C get one, and C's rest is the largest."""
    assert fordeling.odd_kroner(result([["A", 1], ["B", 4], ["C", 2]], pulje=101))[1] == "C (0,857143), B (0,714286)"


def test_where_all_goes_up_that_is_said_and_of_nothing_nothing() -> None:
    rows = [["A", 1], ["B", 1]]
    assert fordeling.odd_kroner(result(rows, pulje=100)) == ["Alle beløb gik op uden rest."]
    assert fordeling.odd_kroner(result(rows, pulje=0)) == []


def test_a_tie_that_the_list_decides_is_told() -> None:
    assert fordeling.odd_kroner(result([["A", 1], ["B", 1]], pulje=101))[-1] == (
        "Ens rest og ens nøgle: rækkefølgen i listen afgjorde det for A.")


def test_groups_stand_in_the_order_of_the_table() -> None:
    rows = [["Institution", "Nøgle", "Område"], ["A", 1, "Syd"], ["B", 1, "Nord"], ["C", 1, "Syd"]]
    columns = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "noegle", "gruppe"), "ABC")}
    found = calculated(case({"Ark": rows}, columns, pulje=3)).first
    assert fordeling.in_groups(found) == [("Syd", [0, 2]), ("Nord", [1])]
