"""The trail can be re-done from what is printed: the basis stands there, and the sats is shown as it is found."""

from __future__ import annotations

from typing import Any

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
    styles = {cell.style for sheet in trail().sheets if sheet.key == "trin" for cell in sheet.cells}
    assert "noegle_fin" in styles
