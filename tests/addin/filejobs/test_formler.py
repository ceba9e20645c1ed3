"""Formulas that stay: plain functions over cells that are in the copy."""

from __future__ import annotations

import pytest

from addin.filejobs.formler import FUNCTIONS, Cells, may_stay
from tests.planted.book import NUMBER, WORD

THERE = {"budget": Cells({0, 1, 3}, {6}), "det andet": Cells({0}, set())}


@pytest.mark.parametrize("text", [
    "=SUM(A1:B6)", "=A1*B2/100+D$3", "=IF(A1>=0,B1,D1)", "='Det andet'!A9-Budget!$B$4", "=ROUND(A1/3,2)", "A1&B1"])
def test_what_is_all_there_may_stay(text: str) -> None:
    assert may_stay(text, "Budget", THERE)


@pytest.mark.parametrize("text", [
    "=C1", "=SUM(A1:D1)", "=A7", "=SUM(A1:A9)", "=Andet!A1", "='Det andet'!B1", '=A1&"x"', f'="{NUMBER}"', "=101901234",
    "=1019012+34", "=Pulje_2027", "=SUM(Tabel[Børn])", "=[1]Ark!A1", "={1,2}", "=#REF!", "=VLOOKUP(A1,A1:B2,2)",
    f"={WORD}(A1)", "=HYPERLINK(A1)", "=SUM(A:A)", "=SUM(Budget:Andet!A1)", "=A1 B1x", "=TRUE", "=1.0190112341"])
def test_anything_else_may_not(text: str) -> None:
    assert not may_stay(text, "Budget", THERE)


def test_a_function_that_can_hold_or_fetch_text_is_not_on_the_list() -> None:
    assert not {"HYPERLINK", "WEBSERVICE", "CHAR", "INDIRECT", "VLOOKUP", "CONCATENATE", "T"} & set(FUNCTIONS)
