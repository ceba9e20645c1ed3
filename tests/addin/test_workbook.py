"""Addresses, both ways."""

from __future__ import annotations

import pytest

from addin.workbook import Area, BadCell, Sheet, a1, area, column_letters, column_number, quoted


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"),
                                                 (16383, "XFD")])
def test_columns_count_as_in_a_spreadsheet(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number


def test_addresses() -> None:
    assert a1(0, 0) == "A1"
    assert a1(9, 27, absolute=True) == "$AB$10"


@pytest.mark.parametrize(("reference", "found"), [
    ("Pulje!$B$1", Area("Pulje", 0, 1, 0, 1)),
    ("'Budget 2027'!$B$8:$B$39", Area("Budget 2027", 7, 1, 38, 1)),
    ("'Ark ''x'''!B2:A1", Area("Ark 'x'", 0, 0, 1, 1)),
    ("=Pulje!B1", Area("Pulje", 0, 1, 0, 1)),
])
def test_a_reference_is_read(reference: str, found: Area) -> None:
    assert area(reference) == found


@pytest.mark.parametrize("text", ["#REF!", "Ark!#REF!", "0.08", '"OK"', "[1]Ark!A1", "Ark!A:A", "B7", "Ark!A1,Ark!B2"])
def test_what_is_no_single_area_is_none(text: str) -> None:
    assert area(text) is None


def test_a_formula_of_an_area_reads_back_as_the_same_area() -> None:
    place = Area("Børn's ark", 3, 2, 9, 4)
    assert area(place.formula()) == place
    assert str(place) == "Børn's ark!C4:E10"
    assert quoted("a'b") == "'a''b'"


def test_outside_what_was_read_cells_are_empty() -> None:
    sheet = Sheet("Ark", [[1, ""], [2]])
    assert [sheet.value(0, 1), sheet.value(1, 5), sheet.value(9, 0), sheet.value(-1, 0)] == [None] * 4
    assert sheet.column(Area("Ark", 0, 1, 3, 1)) == [None] * 4
    assert sheet.column(Area("Ark", 0, 0, 2, 0)) == [1, 2, None]


def test_a_sheet_has_every_value_once_and_its_columns_without_empty_texts() -> None:
    bad = BadCell("#N/A")
    sheet = Sheet("Ark", [["Solen", 1], ["", 2.5, bad], ["Solen"]])
    assert sheet.different == {"Solen", "", 1, 2.5, bad}
    assert sheet.columns == [["Solen", None, "Solen"], [1, 2.5, None], [None, bad, None]]
    full = Sheet("Ark", [["Solen", 1], ["Månen", 2]])
    assert full.columns == [["Solen", "Månen"], [1, 2]]
