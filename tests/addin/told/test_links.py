"""The cells a sentence names."""

from __future__ import annotations

import pytest

from addin.told.links import Links
from addin.told.shapes import Sentence

SHEETS = ["Budget", "Budget 2020", "Børn", "O'Hara", "A+B (1)"]


def places(text: str, sheets: list[str] = SHEETS) -> list[str]:
    return [place for _, place in Links(sheets).sentence(text) if place]


@pytest.mark.parametrize("text, wanted", [
    ("Budget!C5: 12 er ikke et tal.", ["Budget!C5"]),
    ("Budget 2020!D5:D56 og Budget!A1.", ["Budget 2020!D5:D56", "Budget!A1"]),
    ("'Budget 2020'!$D$5 er tom.", ["Budget 2020!D5"]),
    ("'O''Hara'!B2 og O'Hara!B3.", ["O'Hara!B2", "O'Hara!B3"]),
    ("Se A+B (1)!XFD1048576.", ["A+B (1)!XFD1048576"]),
    ("Budget: \"Løn\" 478.000 (B10), \"Andel\" (B11).", ["Budget!B10", "Budget!B11"]),
    ("FU Nord (Budget 2020!A51) har nøglen 49.309", ["Budget 2020!A51"]),
    ("Ukendt!B2, MitBudget!B2 og Budget!B0.", []),
    ("Løn (B10) uden et ark.", []),
    ("", []),
])
def test_cells_of_sheets_that_are_there_are_found(text: str, wanted: list[str]) -> None:
    assert places(text) == wanted


def test_nothing_of_a_text_is_lost() -> None:
    for text in ("Budget!C5: 12", "før Børn!B2:B9 efter", "uden", "Budget: (B10) Budget!A1"):
        found: Sentence = Links(SHEETS).sentence(text)
        assert "".join(part for part, _ in found) == text


def test_without_sheets_there_are_no_places() -> None:
    assert places("Budget!C5", []) == [] and Links([]).first("Budget!C5") == ""


def test_the_first_is_the_one_named_first() -> None:
    assert Links(SHEETS).first("Se Børn!C3 og Budget!C5.") == "Børn!C3"


def test_lines_are_sentences_of_their_own() -> None:
    assert [line[0].text for line in Links(SHEETS).lines("En.\n\nTo.")] == ["En.", "To."]
