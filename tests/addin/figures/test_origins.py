"""What is refused of a formula that gives no number says which cell is to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.inputs import MOST_CELLS
from addin.workbook import BadCell, Place, Refusal, Snapshot
from tests.builders import snapshot
from workbook_templates.samling import SE_FILER

HEADINGS = ("Institution", "Børn", "Nøgle", "Vægt")
ERROR = BadCell("fejlværdien #VALUE!")


def refused(rows: list[tuple[Any, ...]], formulas: Mapping[Place, str], **more: Any) -> str:
    """What is said of a key that is calculated."""
    taken = snapshot(Budget=[HEADINGS, *rows], Pulje=[("Pulje", 100_000)], **more)
    budget, *rest = taken.sheets
    answer = fordel_pulje(replace(taken, sheets=(replace(budget, formulas=formulas), *rest)), {}, "nu", "0")
    assert isinstance(answer, Refusal), answer
    return str(answer)


def test_all_that_gathered_files_do_not_agree_about_is_named_where_it_stands() -> None:
    said = refused([("Anemonen", 40, ERROR, SE_FILER), ("Birken", 30, 12, 2), ("Cikorien", 50, ERROR, SE_FILER)],
                   {(1, 2): "=B2*D2", (2, 2): "=B3*D3", (3, 2): "=B4*D4"})
    assert said.startswith('Budget!D2, Budget!D4: der står "se Filer".') and "på arket Filer" in said
    assert "#VALUE!" not in said


def test_it_is_found_through_other_formulas_on_other_sheets_and_where_it_is_the_number_itself() -> None:
    said = refused([("Anemonen", 40, ERROR, ERROR), ("Birken", SE_FILER, 12, 2)],
                   {(1, 2): "=B2*D2", (1, 3): "=SUM(Antal!A1:B1)"}, Antal=[(SE_FILER, 3)])
    assert said.startswith('Antal!A1, Budget!B3: der står "se Filer".')


@pytest.mark.parametrize("many", [MOST_CELLS, MOST_CELLS + 1])
def test_of_many_the_first_are_named(many: int) -> None:
    said = refused([(f"Hus {nr}", 40, SE_FILER, 1) for nr in range(many)], {})
    assert (f" og {many - MOST_CELLS} til" in said) is (many > MOST_CELLS) and f"Budget!C{MOST_CELLS + 1}" in said


@pytest.mark.parametrize("weight, because", [
    (ERROR, "Fejlen kommer af Budget!D2."), ("6,12 %", 'Fejlen kommer af Budget!D2, hvor "6,12 %" står som tekst.')])
def test_an_error_is_mended_in_the_cell_it_comes_from(weight: Any, because: str) -> None:
    said = refused([("Anemonen", 40, ERROR, weight), ("Birken", 30, 12, 2)], {(1, 2): '=IF(A2="","",B2*D2)'})
    assert said == f"Budget!C2: Nøgle er fejlværdien #VALUE!. {because} Ret den celle, og gem projektmappen fra " \
                   "regnearket."


def test_an_error_of_the_formula_itself_is_mended_there() -> None:
    said = refused([("Anemonen", 40, ERROR, 2), ("Birken", 30, 12, 2)], {(1, 2): "=B2/0"})
    assert said.startswith("Budget!C2: ") and "kommer af" not in said and "Ret cellen" in said


def test_a_formula_that_says_what_is_missing_is_mended_in_the_blank_cells() -> None:
    rows = [("Anemonen", 40, "mangler vægt", None), ("Birken", 30, 12, 2)]
    said = refused(rows, {(1, 2): '=IF(D2="","mangler vægt",B2*D2)'})
    assert said == ('Budget!C2: "mangler vægt" er ikke et tal (Nøgle). Cellen er en formel, og den regnes af tomme '
                    "celler: udfyld Budget!D2.")


def test_what_is_blank_of_all_of_them_is_named_at_once() -> None:
    rows = [("Anemonen", 40, "mangler vægt", None), ("Birken", 30, "mangler vægt", None), ("Cikorien", 50, 9, 3)]
    said = refused(rows, {(row, 2): f'=IF(D{row + 1}="","mangler vægt",B{row + 1}*D{row + 1})' for row in (1, 2, 3)})
    assert said.startswith("Budget!C2: ") and said.endswith("udfyld Budget!D2, Budget!D3.")


def test_a_cell_that_is_blank_is_no_reason_where_nothing_is_said_to_be_missing() -> None:
    rows = [("Anemonen", 40, "se Point", None), ("Birken", 30, 12, 2)]
    said = refused(rows, {(1, 2): '=IF(Point!A1>4,"se Point",B2*D2)'}, Point=[(5,), (None,)])
    assert said.startswith('Budget!C2: "se Point" er ikke et tal') and "ret det, den regnes af" in said


@pytest.mark.parametrize("formulas, mended", [({(1, 2): "=UPPER(A2)"}, "Cellen er en formel: ret det, den regnes af."),
                                              ({}, "Skriv et tal, eller lad cellen være tom.")])
def test_other_text_is_refused_as_before_and_nobody_is_told_to_empty_a_formula(
        formulas: Mapping[Place, str], mended: str) -> None:
    said = refused([("Anemonen", 40, "ANEMONEN", 2), ("Birken", 30, 12, 2)], formulas)
    assert '"ANEMONEN" er ikke et tal' in said and said.endswith(mended)


def test_cells_that_go_in_a_ring_are_followed_once() -> None:
    said = refused([("Anemonen", 40, ERROR, ERROR), ("Birken", 30, 12, 2)], {(1, 2): "=D2", (1, 3): "=C2"})
    assert "Budget!" in said


def test_a_workbook_without_formulas_is_read_as_it_was() -> None:
    taken: Snapshot = snapshot(Budget=[HEADINGS, ("Anemonen", 40, ERROR, 2), ("Birken", 30, 12, 2)],
                               Pulje=[("Pulje", 100_000)])
    answer = fordel_pulje(taken, {}, "nu", "0")
    assert isinstance(answer, Refusal) and "Ret cellen" in str(answer)
