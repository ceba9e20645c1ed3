"""Typed totals that are not the sum of their rows: red where they are used (R11), else told (Y7)."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.checks.totals import Added, decimals, slack
from addin.workbook import Sheet, Snapshot
from tests.addin.checks.checking import checked, found, made, statuses, told
from tests.planning import Case

COLUMNS = {"navn": "Ark!$A$2:$A$6", "boern": "Ark!$B$2:$B$6", "noegle": "Ark!$C$2:$C$6"}


def with_total(boern: Any, noegle: Any, **values: Any) -> Case:
    rows = [["Anemonen", 400, 10.2], ["Birken", 500, 12.4], ["Cikorien", 600, 9.1], ["Dammen", 500, 8.3],
            ["I alt", boern, noegle]]
    return made(rows, COLUMNS, **values)


def seen(taken: Case, formulas: Any = None) -> Snapshot:
    """As a host reads it that sees formulas."""
    found = taken.snapshot()
    sheet = dataclasses.replace(found.sheets[0], formulas=formulas or {})
    return dataclasses.replace(found, sheets=(sheet, *found.sheets[1:]))


@pytest.mark.parametrize("boern, noegle, red", [
    (2_000, 40, []),
    (2_001, 40, ['Ark!B6 "I alt" er 2.001, rækkerne giver 2.000 (forskel 1)']),  # whole children are not rounded
    (2_000, 40.02, []),  # half a unit of the last decimal of each of four, and half of the total's own
    (1_990, 40, ['Ark!B6 "I alt" er 1.990, rækkerne giver 2.000 (forskel 10)']),
    (None, 40, [])])
def test_a_typed_total_of_a_column_in_use(boern: Any, noegle: Any, red: list[str]) -> None:
    assert found(seen(with_total(boern, noegle))).get("i_alt", []) == red


def test_what_rounding_explains_is_told() -> None:
    assert told(seen(with_total(2_000, 40.02)))["i_alt_andre"] == [
        'Ark!C6 "I alt" er 40,02, rækkerne giver 40 (forskel 0,02): afrunding']


def test_a_row_is_spoken_of_once() -> None:
    """By the red check, where one of its totals is red, also of what rounding explains and of columns not in use."""
    taken = seen(with_total(2_001, 40.02))
    sheet = taken.sheets[0]
    rows = [[*row, note] for row, note in zip(sheet.rows, ("Areal", 10, 10, 10, 10, 50))]
    taken = dataclasses.replace(taken, sheets=(dataclasses.replace(sheet, rows=rows), *taken.sheets[1:]))
    assert found(taken)["i_alt"] == ['Ark!B6 "I alt" er 2.001, rækkerne giver 2.000 (forskel 1); '
                                     'Ark!C6 "I alt" er 40,02, rækkerne giver 40 (forskel 0,02): afrunding; '
                                     'Ark!D6 "I alt" er 50, rækkerne giver 40 (forskel 10)']
    assert "i_alt_andre" not in told(taken)


def test_a_total_that_is_a_formula_is_no_typed_one() -> None:
    assert "i_alt" not in found(seen(with_total(2_001, 40), {(5, 1): "=SUM(B2:B5)"}))


def test_where_no_formulas_are_seen_nobody_has_looked() -> None:
    """As where Excel hands over the values alone."""
    asked = statuses(with_total(2_001, 40))
    assert (asked["i_alt"], asked["i_alt_andre"]) == ("", "")
    sheet = checked(with_total(2_001, 40)).sheets[0]
    assert sum(str(cell.value).startswith("Ikke tjekket: formler kan ikke ses her") for cell in sheet.cells) == 2


def test_the_sheets_whose_formulas_are_not_read_are_named() -> None:
    """A large sheet in a browser; one without a total is not missed."""
    taken = seen(with_total(2_000, 40))
    large = Sheet("Stort", [["Hus A", 4.8], ["Hus B", 6.0], ["I alt", 9.8]])
    assert told(dataclasses.replace(taken, sheets=(*taken.sheets, large)))["i_alt_andre"] == [
        "Ikke set efter, for formlerne er ikke læst: Stort"]
    assert "i_alt_andre" not in told(taken)


def elsewhere(*rows: Any, formulas: Any = None) -> Snapshot:
    taken = made().snapshot()
    return dataclasses.replace(taken, sheets=(*taken.sheets, Sheet("Årsværk", rows, formulas=formulas or {})))


def test_a_total_on_another_sheet_is_told() -> None:
    rows = ["Hus A", 4.8], ["Hus B", 6.0], ["I alt", 9.8]
    assert told(elsewhere(*rows))["i_alt_andre"] == ['Årsværk!B3 "I alt" er 9,8, rækkerne giver 10,8 (forskel 1)']
    assert found(elsewhere(*rows)) == {}
    assert "i_alt_andre" not in told(elsewhere(*rows, formulas={(2, 1): "=SUM(B1:B2)-1"}))
    assert "i_alt_andre" not in told(elsewhere(*rows[:2], ["I alt", 10.8]))
    assert "i_alt_andre" not in told(elsewhere(*rows[:2], ["I alt", 2_026]))  # the total of something else


def test_a_total_is_of_the_rows_since_the_one_before() -> None:
    rows = ["Hus A", 4], ["Hus B", 6], ["I alt Nord", 10], ["Hus C", 5], ["Hus D", 8]
    assert "i_alt_andre" not in told(elsewhere(*rows, ["I alt Syd", 13]))
    assert told(elsewhere(*rows, ["I alt Syd", 14]))["i_alt_andre"] == [
        'Årsværk!B6 "I alt Syd" er 14, rækkerne giver 13 (forskel 1)']


@pytest.mark.parametrize("total, parts, counts, expected", [
    (10.0, [4.0, 6.0], True, 0.0), (10.0, [4.0, 6.0], False, 1.5), (9.8, [4.75, 5.0], True, 0.06),
    (10.5, [4.0, 6.0], True, 1.05)])
def test_how_much_rounding_explains(total: float, parts: list[float], counts: bool, expected: float) -> None:
    assert slack(total, Added.of(parts), counts) == pytest.approx(expected)


@pytest.mark.parametrize("value, places", [(3.0, 0), (0.5, 1), (0.12, 2), (1 / 3, 6), (1234.567, 3)])
def test_how_many_decimals_a_number_is_written_with(value: float, places: int) -> None:
    assert decimals(value) == places
