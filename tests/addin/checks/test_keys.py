"""Keys that are missing (R4), and settings that differ from the cells they could have come from (R15)."""

from __future__ import annotations

from typing import Any

import pytest

from addin.checks.keys import first_cells
from addin.workbook import Sheet
from tests.addin.actions.acting import planned
from tests.addin.checks.checking import COLUMNS, found, made, told
from tests.builders import HEADINGS, ROWS, snapshot
from tests.planning import case, texts

KEYED = {key: COLUMNS[key] for key in ("navn", "boern", "noegle")}


@pytest.mark.parametrize("key, boern, said", [
    (None, 46, "har 46 børn og ingen nøgle"), (0, 46, ""), (None, 0, ""), (None, None, ""), (3, 46, "")])
def test_an_institution_with_children_and_no_key(key: Any, boern: Any, said: str) -> None:
    lines = found(made([["Lærken", boern, key], ["Birken", 30, 12]], {
        key: place.replace("4", "3") for key, place in KEYED.items()}))
    assert lines.get("tom_noegle", []) == ([f"Lærken (Ark!A2) {said}"] if said else [])


def test_where_no_children_are_known_a_blank_key_is_red_and_a_burden_is_called_one() -> None:
    keyed = made([["Lærken", 1, None], ["Birken", 3, 12]], {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$C$2:$C$3"})
    assert found(keyed) == {"tom_noegle": ["Lærken (Ark!A2) har ingen nøgle"]}
    burden = made([["Lærken", 10, None], ["Birken", 30, 0.2]], {
        "navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "belastning": "Ark!$C$2:$C$3"})
    assert found(burden)["tom_noegle"] == ["Lærken (Ark!A2) har 10 børn og ingen belastning"]


def test_a_fixed_amount_instead_and_one_that_is_replaced_need_no_key() -> None:
    rows = [["Institution", "Børn", "Nøgle", "Fast", "Virkning", "Grund", "Erstatter"],
            ["Lærken", 46, None, 50, "i stedet for", "aftale", None], ["Ny", 30, 12, None, None, None, "Gammel"],
            ["Gammel", 20, None, None, None, None, None]]
    columns = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(
        ("navn", "boern", "noegle", "fast", "fast_virkning", "fast_grund", "erstatter"), "ABCDEFG")}
    assert "tom_noegle" not in found(case({"Ark": rows}, columns, pulje=1000))


@pytest.mark.parametrize("there, said", [(7_000, "Loft, kr. pr. barn: 6.000 bruges, og Forudsætninger!B2 er 7.000"),
                                         (6_000, "")])
def test_a_setting_that_says_otherwise_than_the_cell_with_its_label(there: float, said: str) -> None:
    plan = planned(snapshot(Budget=[HEADINGS, *ROWS], Forudsætninger=[["Pulje", 100_000], ["Loft pr. barn", there]]),
                   loft="6000")
    line = f"Rettet på opsætningen og i cellen: {said}."
    assert (line in texts(plan.warnings)) is bool(said)


def test_it_stops_nothing_and_is_found_in_no_workbook_that_uses_its_cells() -> None:
    assert "rettet" not in found(made()) and "rettet" not in told(made())


def test_a_share_written_as_8_beside_its_label_is_the_same_as_8_per_cent() -> None:
    plan = planned(snapshot(Budget=[HEADINGS, *ROWS], Forudsætninger=[["Pulje", 100_000], ["Tærskel", 8]]),
                   taerskel="8%")
    assert not any("Rettet på opsætningen" in line for line in texts(plan.warnings))


def test_neither_a_heading_nor_a_word_in_a_table_is_a_label() -> None:
    """As in what FORDEL_SPOR gives: "loft" says what bound an amount, and a heading has one number below it."""
    spor = [["Institution", "Nøgle", "Børn", "Loft", "Bundet af", "Før afrunding", "Afrunding"],
            ["Lærken", 3, 46, 276_000, "loft", 276_000, 0], ["Birken", 4, 30, None, None, 90_000, None]]
    assert first_cells(Sheet("Spor", spor)) == []
    beside = [["Institution", "Børn", "Nøgle", None, "Forudsætninger"], ["Lærken", 46, 3, None, "Loft pr. barn", 6_000],
              ["Birken", 30, 4, None, "Afrunding", 100]]
    assert [(key, str(cell.place)) for key, cell in first_cells(Sheet("Ark", beside))] == [
        ("loft", "Ark!F2"), ("afrunding", "Ark!F3")]
