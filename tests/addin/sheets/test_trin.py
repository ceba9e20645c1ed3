"""The trail can be re-done from what is printed: the basis stands there, and the sats is shown as it is found."""

from __future__ import annotations

from typing import Any

import pytest

from addin.sheets import digits
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


LARGE = [["Institution", "Nøgle"], ["A", 1_900_000_000_000], ["B", 2_300_000_000_007], ["C", 1_100_000_000_003]]


def test_a_rate_that_is_not_0_is_never_shown_as_0() -> None:
    plan = planned(case({"Ark": LARGE}, {"navn": "Ark!$A$2:$A$4", "noegle": "Ark!$B$2:$B$4"}, pulje=1_000_000))
    text = str(cells(plan, "trin")[1, 0])
    assert "Sats: 1.000.000 kr. / 5.300.000.000.010 = 0,00000018867924528266 kr. pr. enhed vægt." in text
    assert dict(plan.summary["noegletal"])["Sats, kr. pr. enhed vægt"] == "0,000000188679245"
    for key in ("fordeling", "kontrol"):
        sheet = next(sheet for sheet in plan.sheets if sheet.key == key)
        sats = next(cell for cell in sheet.cells if cell.value == 1_000_000 / 5_300_000_000_010
                    or getattr(cell.value, "value", 0) == 1_000_000 / 5_300_000_000_010)
        assert sats.style == "decimaler_4_15"
        assert sheet.widths[sats.column] >= len("0,000000188679245")


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


@pytest.mark.parametrize(("value", "decimals"), [(0.1 + 0.2, 1), (12.0, 0), (1 / 3, 15), (37 + 1 / 6, 13), (1e-7, 7),
                                                 (1.5e20, 0), (None, 0), (-2.25, 2)])
def test_the_decimals_of_a_number_are_those_a_spreadsheet_shows(value: float | None, decimals: int) -> None:
    assert digits.own(value) == decimals


@pytest.mark.parametrize(("rate", "times", "off", "decimals"), [
    (39_357.6826397, 20, 0.005, 4), (39_357.6826397, 20, 5e-8, 9), (0.0000012345678, 1, 0.005, 9), (5.0, 0, 0.005, 3),
    (0.0, 20, 0.005, 0), (123_456_789.123, 1e9, 1e-6, 6), (1e-19, 1, 1, 20)])
def test_the_decimals_of_a_rate(rate: float, times: float, off: float, decimals: int) -> None:
    assert digits.of_rate(rate, times, off) == decimals


@pytest.mark.parametrize(("unit", "style"), [(0.01, "kr_oere fed"), (12.5, "kr_oere fed"), (1, "kr_fed"),
                                              (100, "kr_fed")])
def test_amounts_in_oere_are_printed_with_them(unit: float, style: str) -> None:
    plan = trail(afrunding=unit, pulje=10_000)
    for key in ("fordeling", "trin"):
        sheet = next(sheet for sheet in plan.sheets if sheet.key == key)
        head = next(cell for cell in sheet.cells if cell.value == "Tildeling")
        assert {cell.style for cell in sheet.cells
                if (cell.row, cell.column) == (head.row + 2, head.column)} == {style}
