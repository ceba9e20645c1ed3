"""Numbers of children with decimals are told: they may be children in full time."""

from __future__ import annotations

from tests.addin.checks.checking import found, told
from tests.planning import Case, case


def made(*children: object) -> Case:
    rows = [["Institution", "Børn", "Nøgle"], *([f"Hus {name}", many, 5] for name, many in zip("NSV", children))]
    return case({"Ark": rows}, {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4"},
                pulje=1000)


def test_each_that_is_no_whole_number_is_told_with_its_cell() -> None:
    taken = made(20, 23.7, 30)
    assert told(taken)["decimaler"] == ["Hus S (Ark!A3): Børn i alt er 23,7"]
    assert "decimaler" not in found(taken)  # it stops nothing


def test_whole_numbers_are_nothing_to_tell() -> None:
    assert "decimaler" not in told(made(20, 23.0, 30))
