"""The appendix: running text, and what each of its tables is there for."""

from __future__ import annotations

from typing import Any

from addin.run.regnet import Regnet
from addin.sheets import fordeling_bilag
from tests.planning import calculated, case


def result(rows: Any, **values: Any) -> Regnet:
    table = [["Institution", "Nøgle"], *rows]
    columns = {"navn": f"Ark!$A$2:$A${len(table)}", "noegle": f"Ark!$B$2:$B${len(table)}"}
    return calculated(case({"Ark": table}, columns, **values)).first


def test_who_got_the_last_kroner_stands_with_the_rests_the_largest_first() -> None:
    """100 kr. as 1 : 2 : 4 is 14,285714, 28,571428 and 57,142857: one krone is left."""
    head, got = fordeling_bilag.odd_kroner(result([["A", 1], ["B", 2], ["C", 4]], pulje=100))
    assert "Derefter var der 1 x 1 kr. tilbage; den ekstra krone gik til" in head and got == "B (0,571429)"


def test_the_largest_rest_stands_first() -> None:
    """101 kr. as 1 : 4 : 2 is 14,428571, 57,714286 and 28,857143: B and C get one, and C's rest is the largest."""
    rows = [["A", 1], ["B", 4], ["C", 2]]
    assert fordeling_bilag.odd_kroner(result(rows, pulje=101))[1] == "C (0,857143), B (0,714286)"


def test_where_all_goes_up_that_is_said_and_of_nothing_nothing() -> None:
    rows = [["A", 1], ["B", 1]]
    assert fordeling_bilag.odd_kroner(result(rows, pulje=100)) == ["Alle beløb gik op uden rest."]
    assert fordeling_bilag.odd_kroner(result(rows, pulje=0)) == []


def test_a_tie_that_the_list_decides_is_told() -> None:
    assert fordeling_bilag.odd_kroner(result([["A", 1], ["B", 1]], pulje=101))[-1] == (
        "Ens rest og ens nøgle: rækkefølgen i listen afgjorde det for A.")
