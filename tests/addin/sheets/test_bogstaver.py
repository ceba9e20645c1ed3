"""The letters beside amounts: what decided them."""

from __future__ import annotations

from addin.sheets.bogstaver import Bogstaver
from tests.addin.sheets.committee import example
from tests.planning import calculated, case

ROWS = [["Institution", "Nøgle", "Sidste år"], ["A", 1, 900], ["B", 8, None], ["C", 9, 100]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "noegle", "sidste_aar"), "ABC")}


def test_each_recipient_has_those_that_hold_for_it() -> None:
    letters = Bogstaver(calculated(example()).first)
    assert letters.each == ["l", "", "", "u", "l", "", "", "", "l", "", "u", ""]


def test_a_guarantee_a_ceiling_and_a_new_one() -> None:
    letters = Bogstaver(calculated(case({"Ark": ROWS}, COLUMNS, pulje=2000, garanti=0.9, hoejst=1.5)).first)
    assert letters.each == ["g", "n", "h"]
    assert letters.told() == ["g: garanti (90 % af sidste år); h: holdt nede af højst (150 % af sidste år); "
                              "n: ny, uden et beløb sidste år."]


def test_where_there_is_none_nothing_is_explained() -> None:
    assert Bogstaver(calculated(example(taerskel=None, loft=None)).first).told() == []
