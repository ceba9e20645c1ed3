"""Cells that should not pass unseen: errors, used or not, hidden ones in use, suppressed counts."""

from __future__ import annotations

import dataclasses

from addin.workbook import BadCell, Snapshot
from tests.addin.checks.checking import delivered, found, made, told


def test_an_error_in_a_cell_that_is_not_used_is_told_with_its_cell() -> None:
    taken = made().snapshot()
    other = dataclasses.replace(taken.sheets[0], name="Andet", rows=[[None, BadCell("#REF!")]])
    hidden = dataclasses.replace(other, name="Gemt", visible=False)
    taken = dataclasses.replace(taken, sheets=(*taken.sheets, other, hidden))
    assert found(taken) == {} and told(taken) == {"fejl_andre": ["Andet!B1 er #REF!"]}


def with_error(row: int, column: int) -> Snapshot:
    taken = made().snapshot()
    rows = [list(line) + [None] for line in taken.sheets[0].rows]
    rows[row][column] = BadCell("#DIV/0!")
    return dataclasses.replace(taken, sheets=(dataclasses.replace(taken.sheets[0], rows=rows), *taken.sheets[1:]))


def test_an_error_in_a_used_cell_is_red_and_beside_the_table_it_is_told() -> None:
    assert found(with_error(2, 2))["fejlvaerdier"] == ["Ark!C3 er #DIV/0!"]
    assert "fejl_andre" not in told(with_error(2, 2))
    assert "fejlvaerdier" not in found(with_error(2, 5))
    assert told(with_error(2, 5))["fejl_andre"] == ["Ark!F3 er #DIV/0!"]


def test_hidden_rows_and_columns_in_use() -> None:
    taken = made().snapshot()
    sheet = dataclasses.replace(taken.sheets[0], hidden_rows=frozenset({2, 9}), hidden_columns=frozenset({2, 7}))
    taken = dataclasses.replace(taken, sheets=(sheet, *taken.sheets[1:]))
    assert told(taken) == {"skjulte": ["Birkelunden (Ark!A3) er skjult", "Ark: kolonne C (Nøgle) er skjult"]}
    assert found(taken) == {}


def test_suppressed_counts_are_told_by_cell_with_what_they_can_move() -> None:
    """Counts 5 + 1 and 0 + 1, of 1.000 kr.: as 0 they give 1.000 and 0 for 857 and 143; as 2, 778 and 222."""
    assert told(delivered((5, "<3"), ("-", ".."), erstat=1))["skjulte_antal"] == [
        "2 skjulte antal tæller 1. Tæller de 0 eller 2, flytter det højst 143 kr. for nogen",
        'DST!C2 er skjult ("<3")', 'DST!C3 er skjult ("..")']


def test_where_the_smallest_hidden_counts_leave_nothing_to_share_by_that_is_said() -> None:
    assert told(delivered(("<3", "-"), ("-", ".."), erstat=1))["skjulte_antal"][0] == (
        "2 skjulte antal tæller 1. Med 0 kan der ikke fordeles")


def test_hidden_cells_of_other_sheets_that_are_used() -> None:
    taken = delivered((5, 4), (6, 7)).snapshot()
    sheets = [dataclasses.replace(sheet, hidden_rows=frozenset({1}), hidden_columns=frozenset({2}))
              if sheet.name == "DST" else sheet for sheet in taken.sheets]
    assert told(dataclasses.replace(taken, sheets=tuple(sheets)))["skjulte"] == [
        "DST: 1 række er skjult, den første er 2", "DST: kolonne C (Leverede antal: kriterier) er skjult"]
