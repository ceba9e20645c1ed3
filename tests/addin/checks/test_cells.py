"""Cells that should not pass unseen: errors on any sheet that is seen, hidden ones in use, suppressed counts."""

from __future__ import annotations

import dataclasses

from addin.workbook import BadCell
from tests.addin.checks.checking import delivered, found, made


def test_an_error_anywhere_is_red_with_its_cell() -> None:
    taken = made().snapshot()
    other = dataclasses.replace(taken.sheets[0], name="Andet", rows=[[None, BadCell("#REF!")]])
    hidden = dataclasses.replace(other, name="Gemt", visible=False)
    taken = dataclasses.replace(taken, sheets=(*taken.sheets, other, hidden))
    assert found(taken) == {"fejlvaerdier": ["Andet!B1 er #REF!"]}


def test_hidden_rows_and_columns_in_use() -> None:
    taken = made().snapshot()
    sheet = dataclasses.replace(taken.sheets[0], hidden_rows=frozenset({2, 9}), hidden_columns=frozenset({2, 7}))
    taken = dataclasses.replace(taken, sheets=(sheet, *taken.sheets[1:]))
    assert found(taken) == {"skjulte": ["Birkelunden (Ark!A3) er skjult", "Ark: kolonne C (Nøgle) er skjult"]}


def test_suppressed_counts_are_told_by_cell() -> None:
    assert found(delivered((5, "<3"), ("-", ".."), erstat=1)) == {
        "skjulte_antal": ['DST!C2 er skjult ("<3")', 'DST!C3 er skjult ("..")']}


def test_hidden_cells_of_other_sheets_that_are_used() -> None:
    taken = delivered((5, 4), (6, 7)).snapshot()
    sheets = [dataclasses.replace(sheet, hidden_rows=frozenset({1}), hidden_columns=frozenset({2}))
              if sheet.name == "DST" else sheet for sheet in taken.sheets]
    assert found(dataclasses.replace(taken, sheets=tuple(sheets))) == {
        "skjulte": ["DST: 1 række er skjult, den første er 2",
                    "DST: kolonne C (Leverede antal: kriterier) er skjult"]}
