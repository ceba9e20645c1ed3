"""Conditions of the control that cells are as they were, as text and in a real LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.formulas import in_quotes
from addin.sheets.kontrol.betingelser import Line, is_value, lines, of_rows, qualified
from addin.workbook import Formula, SheetPlan, column_letters
from tests.calc.office import Office

LONG = "Et langt notat. " * 300
SUN = "\N{SUN WITH FACE}"
VALUES: list[Any] = [None, 0, 7, -12, 2.5, 1 / 3, -5.684e-14, 1.887e-07, 123_456_789.125, 1e15, "tekst", 'siger "nej"',
                     "æøå <&> 'her'", "linje 1\nlinje 2", "x" * 400, LONG, "2026", "1,5", "=ikke en formel",
                     SUN * 300, SUN * 600, SUN + "a" * 1000, "a" * 1000 + SUN, "a" * 1001 + SUN, "lodret\x0btab",
                     "skjult\x01tegn", "skjult\x02tegn og så et\nto", "a\x1f" * 700, "_x0041_ er ikke A"]


def test_only_the_ends_of_a_long_text_are_held() -> None:
    assert len(is_value("A1", LONG)) < 1000


def test_an_emoji_in_a_long_text_counts_as_the_program_counts_it() -> None:
    first, last = SUN + "a" * 199, "a" * 200
    assert is_value("A1", SUN + "a" * 1000) == (
        f'AND(LEFT(A1,200+1*(LEN("{SUN}")-1))={in_quotes(first)},RIGHT(A1,200)="{last}",'
        f'LEN(A1)=1001+1*(LEN("{SUN}")-1))')


def test_only_a_text_with_line_breaks_and_the_like_is_compared_with_spaces_for_them() -> None:
    """Those before the space, and no other."""
    for sign in map(chr, range(ord("!") + 1)):
        plain = is_value("A1", f"a{sign}b") == f'A1="a{sign}b"'
        assert plain == (sign >= " "), ord(sign)
    assert is_value("A1", "a\nb").endswith('="a b"')


def test_a_formula_of_a_sheet_is_qualified_as_another_has_it() -> None:
    plan = SheetPlan("fordeling", "Fordeling (høring)")
    text = """IF(C43=0,"A1 er tom",$D$43/SUM(D43:D50))+'Andet ark'!B2+LOG10(E1)"""
    assert qualified(text, plan) == (
        """IF('Fordeling (høring)'!C43=0,"A1 er tom",'Fordeling (høring)'!$D$43/SUM('Fordeling (høring)'!D43:D50))"""
        """+'Andet ark'!B2+LOG10('Fordeling (høring)'!E1)""")


def test_many_conditions_are_several_lines() -> None:
    found = lines("her", [f"A{row}={row}" for row in range(450)])
    assert [len(line.conditions) for line in found] == [200, 200, 50]
    assert all(len(line.formula()) < 8192 for line in lines("her", [is_value("A1", "x" * 900)] * 30))
    assert Line("her", ["A1=1", "B1=2"]).formula() == "IF(AND(A1=1,B1=2),1,0)"


def test_every_cell_of_a_sheet_is_compared_but_those_left_out() -> None:
    plan = SheetPlan("fordeling", "Fordeling")
    plan.put(0, 0, "Titel")
    plan.put(1, 0, 5)
    plan.put(1, 1, Formula("=A2*2", 10))
    plan.put(1, 2, "ikke")
    plan.put(1, 0, 6)  # the last one counts
    assert of_rows(plan, {(1, 2)}) == [
        Line("Fordeling, række 1", ["'Fordeling'!$A$1=\"Titel\""]),
        Line("Fordeling, række 2", ["'Fordeling'!$A$2=6", "'Fordeling'!$B$2='Fordeling'!A2*2"])]


@pytest.mark.soffice
def test_a_value_is_what_it_was_and_no_other_in_libreoffice(office: Office, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "v.xlsx"), {"strings_to_formulas": False})
    sheet = book.add_worksheet("Ark")
    for row, value in enumerate(VALUES):
        if value is not None:
            sheet.write(row, 0, value)
        for column, other in enumerate(VALUES, 2):
            sheet.write_formula(row, column, f"=IF({is_value(f'Ark!$A${row + 1}', other)},1,0)")
    book.close()
    office.open(str(tmp_path / "v.xlsx"))
    try:
        office.recalc()
        for row, value in enumerate(VALUES):
            for column, other in enumerate(VALUES, 2):
                answer = office.get(f"Ark!{column_letters(column)}{row + 1}")
                assert (answer == 1) == (row == column - 2), (value, other, answer)
    finally:
        office.close()
