"""Personal data are found in every form they stand in, and what only looks like them is not."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from addin.smaa_antal.personal import ADDRESS, NAME, NUMBER, ONE_CHILD, PAY, personal

# Made up: the serial numbers are no one's, and most have no right check digit.
NUMBERS = ["010190-1234", "0101901234", "010190 1234", "010190\u00a01234", "010190 - 1234", "010190–1234", "101901234",
           101901234, 3112991234, 3112991234.0, "290200-4123", "Anna, 010190-1234", "Barnet (cpr 010190-1234)",
           "se 010190-1234 i sagen", "610190-1234", "311257-1001", "01.01.1990-1234", "1/8-2016 - 5123",
           "cpr 01-01-1990-1234", "Anna, 01.01.1990–1234"]
NO_NUMBERS: list[Any] = [
    "12345678", 12345678, "+45 12 34 56 78", "+4512345678", "4512345678", "tlf. 010190 1234", "1234 1234567",
    "1234 0101901234", "konto 0101901234", "Kontonr.: 0101901234", "reg. 1234 konto 0101901234", "5790001234567",
    5790001234567, "EAN 0101901234", "DK5000400440116243", "CVR 12345678", "P-nr. 1003456789", "Sagsnr. 010190-1234",
    "sag 010190-1234", "28.10.15-A00-1-26", "2026-010190-1234", "310290-1234", "001390-1234", "300200-1234",
    "010190-0000", 110_250_000, 1_011_500_000, 101901234.5, "31.12.2026", datetime.date(2026, 12, 31), True, None,
    "010190-12345", "1010190-1234", "290201-4123", "1.234.567.890",
    "01.01.2026-2027", "1.8.2026 - 2030", "01.01.2026-31.12.2026", "01.01.1990 1234", "31.02.1990-1234",
    "01.01.1990-12345", "01.01.1990-5123", "sagsnr. 01.01.1990-1234", "1.01.01.1990-1234"]


def kinds(rows: list[list[Any]], of_children: bool = False) -> dict[str, tuple[tuple[int, int], ...]]:
    return {found.kind: found.places for found in personal(rows, of_children)}


@pytest.mark.parametrize("cell", NUMBERS, ids=repr)
def test_a_personal_number_is_found(cell: Any) -> None:
    assert kinds([["Navn", "Børn"], ["Solen", cell]]) == {NUMBER: ((1, 1),)}


@pytest.mark.parametrize("cell", NO_NUMBERS, ids=repr)
def test_what_only_looks_like_one_is_not(cell: Any) -> None:
    assert kinds([["Navn", "Børn"], ["Solen", cell]]) == {}


@pytest.mark.parametrize("heading", ["Telefon", "Kontonummer", "EAN-nr.", "Sagsnr.", "P-nr.", "P-nummer", "Budget, kr.",
                                     "Grundbudget", "Beløb", "Fakturanr.", "Løbenr.", "Journalnr."])
@pytest.mark.parametrize("cell", [101901234, "0101901234", "010190-1234"])
def test_a_heading_or_a_label_says_that_it_is_something_else(heading: str, cell: Any) -> None:
    """Of an amount no number with a hyphen: nobody writes one so."""
    there = {NUMBER} if cell == "010190-1234" and heading in ("Budget, kr.", "Grundbudget", "Beløb") else set()
    assert kinds([[heading], [None], [cell]]).keys() == kinds([[heading, cell]]).keys() == there


def test_a_word_for_money_before_a_number_with_a_hyphen_does_not_make_it_an_amount() -> None:
    assert kinds([["1. Til hvem tildeles budgettet?", "010190-1234"]]) == {NUMBER: ((0, 1),)}
    assert kinds([["Puljen til 010190-1234"], ["Puljen er 0101901234"], ["kr. 1.234.567.890"]]) == {NUMBER: ((0, 0),)}


@pytest.mark.parametrize("heading", ["CPR", "Cpr-nr. (sag)", "Personnummer", "Løbenr. / cpr"])
def test_a_heading_that_says_a_person_decides(heading: str) -> None:
    assert kinds([[heading], [101901234]]) == {NUMBER: ((1, 0),)}


def test_every_cell_is_named_in_the_order_of_the_sheet() -> None:
    rows = [["Barn", "Hus"], *[[f"0101{year:02d}-1234", "Solen"] for year in range(60, 90)]]
    assert kinds(rows)[NUMBER] == tuple((row, 0) for row in range(1, 31))


@pytest.mark.parametrize("heading, there", [("Barnets navn", True), ("Fornavn", True), ("Efternavn", True),
                                            ("Elevens navn", True), ("Navn", False), ("Institution", False)])
def test_names_beside_children(heading: str, there: bool) -> None:
    assert (NAME in kinds([[heading, "Institution"], ["Anna", "Solen"]])) is there
    assert NAME not in kinds([[heading, "Institution"]])  # nothing stands under it


def test_pay_of_a_named_employee_and_not_of_a_position() -> None:
    assert kinds([["Medarbejder", "Årsløn"], ["Bo", 410_000]]) == {PAY: ((0, 1),)}
    assert kinds([["Stilling", "Årsløn"], ["Pædagog", 410_000]]) == {}
    assert kinds([["Årsløn, pædagog", 410_000]]) == {}


def test_addresses_of_children_and_not_of_institutions() -> None:
    assert kinds([["Institution", "Adresse"], ["Solen", "Søndergade 12, 8900 Randers"]]) == {}
    assert kinds([["Hus", "Sted"], ["Solen", "Søndergade 12, 8900 Randers"]], True) == {ADDRESS: ((1, 1),)}
    assert kinds([["Hus", "Bopæl"], ["Solen", "Randers"]]) == {ADDRESS: ((0, 1),)}


@pytest.mark.parametrize("text, there", [
    ("En dreng med særlige behov", True), ("Familien flytter", True), ("A. f. 12.3.2021 er begyndt", True),
    ("S 01-02-2022", True), ("Boligområde med mange udsatte", False), ("Vedtaget 12.3.2026", False),
    ("Børnehuset lukker 1.8.2026", False), ("Mange børn af anden herkomst", False)])
def test_free_text_about_one_child(text: str, there: bool) -> None:
    assert (ONE_CHILD in kinds([["Institution", "Begrundelse"], ["Solen", text]])) is there
    assert kinds([["Institution", "Område"], ["Solen", text]]) == {}
