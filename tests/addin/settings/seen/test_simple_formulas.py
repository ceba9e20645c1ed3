"""Formulas worked out as evidence: right, or not at all."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.settings.seen.simple_formulas import Reckoner
from addin.workbook import BadCell, Sheet, Snapshot
from tests.calc.office import Office

CELLS: list[list[Any]] = [[2.0, 3.0, None, "tekst"], [5.0, BadCell("fejlværdien #N/A"), True, -4.0]]  # A1:D2
OTHER: list[list[Any]] = [[7.0, 0.5]]


def book(formulas: dict[str, Any], saved: float = 0.0) -> Snapshot:
    """Two sheets, and formulas in row 3 and on, a row each."""
    rows = [*CELLS, *([saved] for _ in formulas)]
    places = {(row, 0): formula for row, formula in enumerate(formulas, len(CELLS))}
    return Snapshot("b.xlsx", (Sheet("Ark", rows, formulas=places), Sheet("Andet ark", OTHER)))


def confirmed(formula: str, saved: float) -> bool | None:
    taken = book({formula: None}, saved)
    return Reckoner(taken).confirms(taken.sheets[0], (len(CELLS), 0))


KNOWN = [("=3+4", 7), ("=-2+5", 3), ("=2*3-4/2", 4), ("=2*(3-4)/2", -1), ("=50%*4", 2), ("=.5", 0.5), ("=1E3", 1000),
         ("=A1+B1", 5), ("=$A$1*B$1", 6), ("=C1", 0), ("=A1+C1", 2), ("=SUM(A1:C1)", 5), ("=sum(A1:A2,10)", 17),
         ("='Andet ark'!A1", 7), ("=SUM('Andet ark'!A1:B1)", 7.5), ("=MAX(A1:B1,2.5)", 3), ("=MIN(A1:B1)", 2),
         ("=AVERAGE(A1:C1)", 2.5), ("=ABS(D2)", 4), ("= A1 + 1 ", 3), ("=MAX(C1:C1)", 0), ("=10-2-3", 5), ("=8/2/2", 2)]
UNKNOWN = ["=VLOOKUP(A1,A1:B2,2)", "=D1", "=A1+B2", "=C2", "=SUM(A1:D1)", "=2^3", "=-2^2", "=1/0", "=A1&B1", '="3"',
           "=", "=A1:B1", "=A1 B1", "=SUM(A1:B1", "=A1+", "=Ukendt!A1", "=Navn", "=SUM(A:A)", "={1,2}", "=IF(A1,1,2)",
           "=AVERAGE(C1:C1)", "=[1]Ark!A1", "=A1)", "=ABS()", "=SUM(A1:A99999)", "=Tabel1[Nøgle]", "=@A1", "=A1=2"]


@pytest.mark.parametrize(("formula", "value"), KNOWN)
def test_what_can_be_worked_out_is_confirmed_or_not(formula: str, value: float) -> None:
    assert confirmed(formula, value) is True and confirmed(formula, value + 0.001) is False


@pytest.mark.parametrize("formula", UNKNOWN)
def test_what_is_more_than_that_is_left_alone(formula: str) -> None:
    assert confirmed(formula, 0) is None


def test_a_formula_of_formulas_is_worked_out_and_not_what_is_saved() -> None:
    taken = book({"=A1+B1": None, "=A3*2": None, "=SUM(A3:A4)": None})
    reckoner = Reckoner(taken)
    assert [reckoner.value(taken.sheets[0], (row, 0)) for row in (2, 3, 4)] == [5, 10, 15]


def test_circles_and_long_chains_end() -> None:
    taken = book({"=A4+1": None, "=A3+1": None})
    assert Reckoner(taken).confirms(taken.sheets[0], (2, 0)) is None
    chain = book({f"=A{row}+1": None for row in range(2, 2_000)}, 5.0)
    assert isinstance(Reckoner(chain).value(chain.sheets[0], (1_990, 0)), float)


@pytest.mark.soffice
def test_libreoffice_works_out_the_same(office: Office, tmp_path: Path) -> None:
    """All formulas above, and others by dice."""
    dice = random.Random(14)
    formulas = [formula for formula, _ in KNOWN] + [f"={term(dice)}" for _ in range(100)]
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    for name, rows in (("Ark", CELLS), ("Andet ark", OTHER)):
        sheet = book.add_worksheet(name)
        for row, line in enumerate(rows):
            sheet.write_row(row, 0, [None if isinstance(value, BadCell) else value for value in line])
    for row, formula in enumerate(formulas, len(CELLS)):
        book.get_worksheet_by_name("Ark").write_formula(row, 0, formula)
    book.close()
    assert office.open(str(tmp_path / "b.xlsx"))
    try:
        office.recalc()
        values = {formula: office.get(f"Ark!A{row}") for row, formula in enumerate(formulas, len(CELLS) + 1)}
    finally:
        office.close()
    found = {formula: confirmed(formula, value) for formula, value in values.items() if isinstance(value, float)}
    assert not [formula for formula, same in found.items() if same is not True] and len(found) > 100


def term(dice: random.Random, depth: int = 0) -> str:
    """A formula of numbers, cells and signs."""
    if depth > 2 or dice.random() < 0.3:
        return dice.choice([str(dice.randint(0, 99)), f"{dice.random():.3f}", "A1", "$B$1", "D2", "SUM(A1:C1)", "50%"])
    if dice.random() < 0.3:
        return f"({term(dice, depth + 1)})"
    return term(dice, depth + 1) + dice.choice("+-*/") + term(dice, depth + 1)
