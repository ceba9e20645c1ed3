"""The trail can be re-done from what is printed: the basis stands there, and the sats is shown as it is found."""

from __future__ import annotations

from typing import Any

import pytest

from tests.addin.actions import acting
from tests.planning import case, cells, planned, table

ROWS = [["Institution", "0-2", "3-5", "Sandsynlighed"], ["Solen", 24, 32, 0.0467], ["Månen", 10, 40, 0.0534],
        ["Kometen", 0, 20, 0.2]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern_0_2": "Ark!$B$2:$B$4", "boern_3_5": "Ark!$C$2:$C$4",
           "belastning": "Ark!$D$2:$D$4"}


def trail(**values: Any):
    return planned(case({"Ark": ROWS}, COLUMNS, **{"pulje": 10_000, "vaegt": 1.8, **values}))


def test_children_and_key_of_a_burden_stand_in_the_basis() -> None:
    line = table(trail(), "trin", corner="0-2 år")["Solen"]
    assert (line["0-2 år"], line["3-5 år"], line["Børn"], line["Belastning"]) == (24, 32, 75.2, 0.0467)
    text = list(map(str, cells(trail(), "trin").values()))
    assert {"1,8 x 0-2 år + 3-5 år.", "Belastning x børn.", "Fra institutionernes grundlag nedenfor."} <= set(text)


def test_the_sats_is_shown_as_it_is_found() -> None:
    """75,2 x 0,0467 + 58 x 0,0534 + 20 x 0,2 = 10,60904."""
    assert "Sats: 10.000 kr. / 10,60904 = 942,592355199 kr. pr. enhed vægt." in str(cells(trail(), "trin")[1, 0])
    capped = str(cells(trail(loft=100), "trin")[1, 0])
    assert "Sats: (10.000 kr. - 2.000 kr. til dem, der er bundet) / 6,60904 frie vægte = 1210,463" in capped.replace(
        "1.210,463", "1210,463")


def test_keys_have_the_decimals_it_takes() -> None:
    """75,2 x 0,0467 = 3,51184."""
    assert look(trail(), 3.51184) == "decimaler_4_5"


def look(plan: Any, value: float) -> str:
    """The style of a cell of the trail."""
    sheet = next(sheet for sheet in plan.sheets if sheet.key == "trin")
    return next(cell.style for cell in sheet.cells if cell.value == pytest.approx(value, rel=1e-12))


def test_shares_as_keys_have_as_many_decimals_as_the_sats_is_large() -> None:
    """10 mio. kr. by shares: the eighth decimal of a share is 10 øre."""
    rows = [["Institution", "Andel"], ["A", 0.123456789012], ["B", 0.4], ["C", 0.476543210988]]
    plan = planned(case({"Ark": rows}, {"navn": "Ark!$A$2:$A$4", "noegle": "Ark!$B$2:$B$4"}, pulje=10_000_000))
    assert look(plan, 0.123456789012) == "decimaler_4_12"


def test_children_of_a_part_of_the_year_are_shown_as_the_cap_needs_them() -> None:
    rows = [["Institution", "Børn", "Nøgle", "Måneder"], ["A", 40, 10, 7], ["B", 31, 20, 5], ["C", 50, 30, None]]
    columns = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in
               zip(("navn", "boern", "noegle", "maaneder"), "ABCD")}
    plan = planned(case({"Ark": rows}, columns, pulje=100_000, loft=9000))
    assert look(plan, 31 * 5 / 12) == "decimaler_1_11"  # 12,91666666667 x 9.000 is right to a ten millionth


@pytest.mark.parametrize(("unit", "style"), [(0.01, "kr_oere fed"), (12.5, "kr_oere fed"), (1, "kr_fed"),
                                              (100, "kr_fed")])
def test_amounts_in_oere_are_printed_with_them(unit: float, style: str) -> None:
    plan = trail(afrunding=unit, pulje=10_000)
    on_page = "oere_bogstav" if "oere" in style else "bogstav"
    for key, heading, below, look in (("fordeling", "Tildeling, kr.", 1, on_page), ("trin", "Tildeling", 2, style)):
        sheet = next(sheet for sheet in plan.sheets if sheet.key == key)
        head = next(cell for cell in sheet.cells if cell.value == heading)
        assert {cell.style for cell in sheet.cells
                if (cell.row, cell.column) == (head.row + below, head.column)} == {look}


def test_the_trail_is_fordel_spor_with_units_and_names() -> None:
    trail = acting.cells(acting.planned(acting.SIMPLE), "trin")
    headings = [value for (row, _), value in sorted(trail.items()) if row == 4]
    assert headings == ["Institution", "Nr.", "Nøgle", "Børn", "Belastning", "Vægt", "Andel", "Før afrunding",
                        "Afrunding", "Tildeling", "Pr. barn", "Note"]
    assert (trail[5, 2], trail[5, 9]) == ("enheder", "kr.")
    assert [trail[6, column] for column in (0, 1, 9)] == ["Anemonen", 1, 25_333]


@pytest.mark.parametrize(("setting", "steps"), [
    ({"taerskel": "8%"}, {"Over tærskel", "Uden tærskel"}),
    ({"loft": 14_000}, {"Loft", "Før loft og minimum", "Bundet af"}),
    ({"minimum": 100}, {"Minimum", "Før loft og minimum", "Bundet af"})])
def test_the_trail_shows_each_step_that_is_used_and_no_other(setting: dict[str, Any], steps: set[str]) -> None:
    assert set(trail_headings(setting)) - set(trail_headings({})) == steps
    help_texts = acting.cells(acting.planned(acting.SIMPLE, **setting), "trin").values()
    assert ("Før loft og minimum, holdt mellem minimum og loft." in help_texts) is ("Bundet af" in steps)


def trail_headings(setting: dict[str, Any]) -> list[Any]:
    sheet = acting.cells(acting.planned(acting.SIMPLE, **setting), "trin")
    return [value for (row, _), value in sheet.items() if row == 4]
