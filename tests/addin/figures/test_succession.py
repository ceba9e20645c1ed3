"""Institutions that replace others: last year's amounts follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import Case, amounts, case, cells, planned, prove, refused, table

ROWS: list[list[Any]] = [
    ["Navn", "Nøgle", "Før", "Erstatter"],
    ["Ny", 3, None, "Gamle; Ældre"],
    ["Gamle", None, 100, None],
    ["Ældre", 0, 40, None],
    ["Rose; Lind", 1, 7, None],
    ["Lunden", 1, 5, "Rose; Lind"],
]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$6" for key, letter in zip(
    ("navn", "noegle", "sidste_aar", "erstatter"), "ABCD", strict=True)}


def replacing(cell: str = "A1", value: Any = "Navn", columns: dict[str, str] = COLUMNS) -> Case:
    rows = [list(row) for row in ROWS]
    rows[int(cell[1:]) - 1]["ABCD".index(cell[0])] = value
    return case({"Ark": rows}, columns, pulje=500)


def test_last_year_s_amounts_are_added_to_the_successor_s_and_blank_where_they_were() -> None:
    plan = planned(replacing())
    assert amounts(plan) == {"Ny": 300, "Gamle": 0, "Ældre": 0, "Rose; Lind": 100, "Lunden": 100}
    result = table(plan, "fordeling")
    assert {name: result[name]["Sidste år"] for name in result if name != "I alt"} == {
        "Ny": 140, "Gamle": None, "Ældre": None, "Rose; Lind": None, "Lunden": 12}
    assert "Gamle: nøgle er tom og tæller 0; sidste års beløb er flyttet til Ny." in cells(plan, "bilag").values()
    assert result["I alt"]["Sidste år"] == 152


@pytest.mark.parametrize("text", ["Gamle\nÆldre", "Gamle\r\nÆldre;", " gamle ;ÆLDRE"])
def test_names_stand_by_line_or_semicolon_in_any_case(text: str) -> None:
    assert table(planned(replacing("D2", text)), "fordeling")["Ny"]["Sidste år"] == 140


@pytest.mark.parametrize(("cell", "value", "told"), [
    ("D2", "Gamle; Gammel", 'Ark!D2: "Gammel" står ikke i tabellen'),
    ("D2", "Ny", 'Ark!D2: "Ny" kan ikke erstatte sig selv'),
    ("D5", "Gamle", 'Ark!D5: "Gamle" er allerede erstattet af Ny'),
    ("D3", "Ny", "Ny og Gamle erstatter hinanden i ring"),
])
def test_what_cannot_be_replaced_is_refused_with_its_cell(cell: str, value: str, told: str) -> None:
    assert told in refused(replacing(cell, value))


def test_a_chain_of_successors_ends_with_the_last() -> None:
    """Ældre is replaced by Gamle, which is replaced by Ny: all 140 kr. are compared with Ny's amount."""
    rows = [list(row) for row in ROWS]
    rows[1][3], rows[2][3] = "Gamle", "Ældre"
    plan = planned(case({"Ark": rows}, COLUMNS, pulje=500))
    assert table(plan, "fordeling")["Ny"]["Sidste år"] == 140
    assert "Ældre: sidste års beløb er flyttet til Ny." in cells(plan, "bilag").values()


def test_without_last_year_s_amounts_names_are_checked_and_nothing_is_moved() -> None:
    columns = {key: name for key, name in COLUMNS.items() if key != "sidste_aar"}
    plan = planned(replacing(columns=columns))
    assert not any("flyttet" in str(value) for key in ("fordeling", "bilag") for value in cells(plan, key).values())
    assert "står ikke i tabellen" in refused(replacing("D2", "Gammel", columns))


@pytest.mark.soffice
def test_the_control_follows_the_amounts_and_the_names(office: Office, tmp_path: Path) -> None:
    prove(office, replacing("D2", "Gamle\nÆldre"), tmp_path, [
        ("Ark!C3", 101), ("Ark!C4", 0), ("Ark!C2", 1), ("Ark!C6", 6), ("Ark!D2", "Gamle"), ("Ark!D3", "Ældre"),
        ("Ark!D6", None), ("Ark!A3", "Andet"), {"Ark!C3": 99, "Ark!C5": 8}])
