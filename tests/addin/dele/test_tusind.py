"""The amounts in 1.000 kr. too."""

from __future__ import annotations

from tests.planning import case, planned, table

ROWS = [["Institution", "Nøgle"], ["Anemonen", 1], ["Birken", 3]]
COLUMNS = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}


def test_an_amount_in_thousands() -> None:
    plan = planned(case({"Ark": ROWS}, COLUMNS, pulje=10_000, tusind_decimaler=1))
    assert table(plan, "fordeling")["Anemonen"]["I 1.000 kr."] == 2.5
