"""A finished key with changes by hand, each with a reason. What is shown of them: tests/addin/dele/test_aendring.py."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan
from tests.planning import MADE, Case, amounts, case, planned, refused

ROWS: list[list[Any]] = [
    ["Navn", "Børn", "Udsatte", "Plus/minus", "Hvorfor", "Til", "Mdr"],
    ["A", 20, 4, 2, "specialgruppe", "Nord", None],
    ["B", 10, 3, -1, "færre søskende", "Nord", 6],
    ["C", 20, 4, None, None, None, None],
    ["D", 10, 0, None, None, None, None],
]
LETTERS = {"navn": "A", "boern": "B", "noegle": "C", "noegle_aendring": "D", "noegle_grund": "E"}
COLUMNS = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in LETTERS.items()}
GROUPED = {**COLUMNS, "modtager": "Ark!$F$2:$F$5", "maaneder": "Ark!$G$2:$G$5"}


def changed(cell: str = "A1", value: Any = "Navn", columns: dict[str, str] = COLUMNS, **values: Any) -> Case:
    rows = [list(row) for row in ROWS]
    rows[int(cell[1:]) - 1]["ABCDEFG".index(cell[0])] = value
    return case({"Ark": rows}, columns, **{"pulje": 1200, **values})


def test_the_change_is_added_to_the_key() -> None:
    """A 4 + 2, B 3 - 1 and C 4 of 12."""
    assert amounts(planned(changed())) == {"A": 600, "B": 200, "C": 400, "D": 0}


def test_a_long_reason_is_broken_so_that_paper_shows_all_of_it() -> None:
    why = "aftale om en specialgruppe, " * 8
    appendix = planned(changed("E2", why)).sheets[1]
    lines = [str(cell.value) for cell in appendix.cells if "aftale om" in str(cell.value)]
    assert len(lines) > 1 and " ".join(" ".join(lines).split()).count("aftale om en specialgruppe") == 8
    assert max(map(len, lines)) <= sum(appendix.widths.values()) / 0.8


def test_a_key_may_be_changed_to_nothing() -> None:
    """0,1 + 0,2 is a little more than 0,3; what is left is no key."""
    assert amounts(planned(changed("D3", -3))) == {"A": 720, "B": 0, "C": 480, "D": 0}
    rows = [list(row) for row in ROWS]
    rows[2][2], rows[2][3] = 0.1 + 0.2, -0.3
    assert amounts(planned(case({"Ark": rows}, COLUMNS, pulje=1200, minimum=10)))["B"] == 0


@pytest.mark.parametrize(("cell", "value", "told"), [
    ("E2", None, "Ark!E2: A har en ændring af nøglen, så her skal stå hvorfor."),
    ("E3", " ", "Ark!E3: B har en ændring af nøglen, så her skal stå hvorfor."),
    ("D3", -3.5, "Ark!D3: B har nøglen 3 og ændringen -3,5. Det er -0,5, og en nøgle kan ikke være negativ."),
    ("D3", "to", 'Ark!D3: "to" er ikke et tal'),
])
def test_what_cannot_be_a_change_is_refused_with_its_cell(cell: str, value: Any, told: str) -> None:
    assert told in refused(changed(cell, value))


def test_a_change_without_a_column_for_reasons_is_refused() -> None:
    columns = {key: place for key, place in COLUMNS.items() if key != "noegle_grund"}
    assert "der er ændringer af nøglen, men ingen kolonne med begrundelse" in refused(changed(columns=columns))


def test_only_a_finished_key_is_changed() -> None:
    columns = {("belastning" if key == "noegle" else key): place for key, place in COLUMNS.items()}
    assert "Ark!D2:D5: Nøgle: ændring kan kun bruges, når nøglen laves af nøgle." in refused(changed(columns=columns))
    rows = [[*row[:3], None, None] for row in ROWS]
    assert amounts(planned(case({"Ark": rows}, columns, pulje=1900, belastning_i="point")))["A"] == 800


def test_the_columns_are_found_by_their_headings() -> None:
    rows = [["Institution", "Børn", "Nøgle", "Ændring af nøglen", "Begrundelse for ændringen"],
            *(row[:5] for row in ROWS[1:]), ["I alt", 60, 11, 1, None]]
    answer = fordel_pulje(case({"Ark": rows, "Penge": [["Pulje", 1200]]}, {}).snapshot(), {}, MADE, "0")
    assert isinstance(answer, Plan), answer
    assert amounts(answer) == {"A": 600, "B": 200, "C": 400, "D": 0}
    assert answer.names["Fordel_noegle_grund"] == "'Ark'!$E$2:$E$6"
