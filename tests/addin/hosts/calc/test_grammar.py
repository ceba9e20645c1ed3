"""Formulas between the two languages, without LibreOffice."""

from __future__ import annotations

import pytest

from addin.hosts.calc.grammar import from_calc, name_content, to_calc

PAIRS = [
    ("=SUM(A1:A3,B2)", "=SUM(A1:A3;B2)"),
    ("='Ark 1'!$A$1+'Min''s'!B2", "=$'Ark 1'.$A$1+$'Min''s'.B2"),
    ('=IF(A1="a,b;c","Ark!A1",1.5)', '=IF(A1="a,b;c";"Ark!A1";1.5)'),
    ("=IF('Børn'!$D$2:$D$9>=Fordel_mindst,1,0)", "=IF($'Børn'.$D$2:$D$9>=Fordel_mindst;1;0)"),
    ('="Dagtilbud!"&ADDRESS(1,2,4)', '="Dagtilbud!"&ADDRESS(1;2;4)'),
    ("=IFERROR(1/0,#N/A)", "=IFERROR(1/0;#N/A)"),
]


@pytest.mark.parametrize(("excel", "calc"), PAIRS)
def test_a_formula_is_told_in_both_languages(excel: str, calc: str) -> None:
    assert to_calc(excel) == calc
    assert from_calc(calc) == excel


def test_a_sheet_that_needs_no_quotes() -> None:
    assert to_calc("=Budget!A1") == "=$'Budget'.A1"
    assert from_calc("=$Budget.A1*Børn.$B$2") == "=Budget!A1*Børn!$B$2"


def test_truth_values_are_functions_in_calc() -> None:
    assert to_calc('=IF(A1="TRUE",TRUE,FALSE())') == '=IF(A1="TRUE";TRUE();FALSE())'


def test_an_array_formula_loses_its_braces() -> None:
    assert from_calc("{=SUM(A1:A2*B1:B2)}") == "=SUM(A1:A2*B1:B2)"


def test_what_is_written_in_another_way_in_calc_is_no_formula_of_ours() -> None:
    for formula in ("=SUM({1,2})", "=Tabel[Kolonne]"):
        with pytest.raises(ValueError, match="another way"):
            to_calc(formula)


def test_a_name_is_a_place_or_a_constant() -> None:
    assert name_content("'Ark 1'!$B$2:$B$9") == "$'Ark 1'.$B$2:$B$9"
    assert name_content("Budget!$B$2") == "$'Budget'.$B$2"
    assert name_content("6400000") == "6400000"
