"""How many decimals a printed figure has: as many as it takes to re-do what it is used in."""

from __future__ import annotations

import pytest

from addin.sheets import digits
from tests.planning import case, cells, planned

LARGE = [["Institution", "Nøgle"], ["A", 1_900_000_000_000], ["B", 2_300_000_000_007], ["C", 1_100_000_000_003]]


def test_a_rate_that_is_not_0_is_never_shown_as_0() -> None:
    plan = planned(case({"Ark": LARGE}, {"navn": "Ark!$A$2:$A$4", "noegle": "Ark!$B$2:$B$4"}, pulje=1_000_000))
    text = str(cells(plan, "trin")[1, 0])
    assert "Sats: 1.000.000 kr. / 5.300.000.000.010 = 0,00000018867924528266 kr. pr. enhed vægt." in text
    assert dict(plan.summary["noegletal"])["Sats, kr. pr. enhed vægt"] == "0,000000188679245"
    for key in ("bilag", "kontrol"):
        sheet = next(sheet for sheet in plan.sheets if sheet.key == key)
        sats = next(cell for cell in sheet.cells if cell.value == 1_000_000 / 5_300_000_000_010
                    or getattr(cell.value, "value", 0) == 1_000_000 / 5_300_000_000_010)
        assert sats.style == "decimaler_4_15"
        assert sheet.widths[sats.column] >= len("0,000000188679245")


@pytest.mark.parametrize(("value", "decimals"), [(0.1 + 0.2, 1), (12.0, 0), (1 / 3, 15), (37 + 1 / 6, 13), (1e-7, 7),
                                                 (1.5e20, 0), (None, 0), (-2.25, 2)])
def test_the_decimals_of_a_number_are_those_a_spreadsheet_shows(value: float | None, decimals: int) -> None:
    assert digits.own(value) == decimals


@pytest.mark.parametrize(("rate", "times", "off", "decimals"), [
    (39_357.6826397, 20, 0.005, 4), (39_357.6826397, 20, 5e-8, 9), (0.0000012345678, 1, 0.005, 9), (5.0, 0, 0.005, 3),
    (0.0, 20, 0.005, 0), (123_456_789.123, 1e9, 1e-6, 6), (1e-19, 1, 1, 20)])
def test_the_decimals_of_a_rate(rate: float, times: float, off: float, decimals: int) -> None:
    assert digits.of_rate(rate, times, off) == decimals
