"""The letters beside amounts: what decided them."""

from __future__ import annotations

from addin.sheets.bogstaver import Bogstaver
from tests.addin.sheets.committee import example
from tests.planning import calculated, case
from workbook_templates.fordeling import BOGSTAVER
from workbook_templates.styles import LETTERS

ROWS = [["Institution", "Nøgle", "Sidste år"], ["A", 1, 900], ["B", 8, None], ["C", 9, 100]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "noegle", "sidste_aar"), "ABC")}


def test_each_recipient_has_those_that_hold_for_it() -> None:
    letters = Bogstaver(calculated(example()).first)
    assert letters.each == ["L", "", "", "U", "L", "", "", "", "L", "", "U", ""]


def test_a_guarantee_a_ceiling_and_a_new_one() -> None:
    letters = Bogstaver(calculated(case({"Ark": ROWS}, COLUMNS, pulje=2000, garanti=0.9, hoejst=1.5)).first)
    assert letters.each == ["G", "N", "H"]
    assert letters.told() == ["* G: garanti (90 % af sidste år); H: holdt nede af højst (150 % af sidste år); "
                              "N: ny, uden et beløb sidste år."]


def test_where_there_is_none_nothing_is_explained() -> None:
    assert Bogstaver(calculated(example(taerskel=None, loft=None)).first).told() == []


def test_no_letter_can_be_read_as_a_digit() -> None:
    """A fresh reader took "432.000 l" for 432.0001."""
    assert all(letter.isupper() and letter not in "IO" for letter in BOGSTAVER)
    assert set("".join(LETTERS)) == set(BOGSTAVER)
