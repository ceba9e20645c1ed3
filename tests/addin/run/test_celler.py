"""The user's cells as formulas have them: names on one line, figures with the meaning of their text, amounts in kr."""

from __future__ import annotations

import pytest

from addin.run import celler
from addin.run.regnet import Regnet
from addin.workbook import Area
from tests.addin.checks.checking import delivered
from tests.planning import calculated, case
from workbook_templates import afrunding
from workbook_templates.opsaetning import POOLS


def made(**values: object) -> Regnet:
    rows = [["Institution", "Nøgle", "Sidste år"], ["A", 1, 5], ["B", 2, 5]]
    columns = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3", "sidste_aar": "Ark!$C$2:$C$3"}
    return calculated(case({"Ark": rows}, columns, **{"pulje": 10, **values})).first


def test_text_is_on_one_line_and_its_quotes_are_doubled() -> None:
    assert celler.is_text("A1", 'Hus\n"Solen"  2') == f"{celler.text('A1')}=\"Hus \"\"Solen\"\" 2\""
    assert celler.as_it_stands('Hus\n"Solen"') == '"Hus"&CHAR(10)&"""Solen"""' and celler.as_it_stands("") == '""'
    assert celler.name("A1") == 'TRIM(SUBSTITUTE(A1,"\u00a0"," "))'
    assert celler.text("A1").count("SUBSTITUTE(") == 5


def test_a_text_that_is_a_number_means_it_only_while_it_stands() -> None:
    assert celler.literal("A1", '1 "2"', "12.0") == 'IF(A1="1 ""2""",12.0,A1+0)'
    broken = celler.literal("A1", "1\n2", "12.0")
    assert broken == f'IF({celler.text("A1")}="1 2",12.0,A1+0)' and "\n" not in broken


def test_signs_that_no_cell_shows_are_taken_from_a_cell_and_from_a_text_before_they_are_compared() -> None:
    """Other blanks than those a cell's text is freed of are left in both: an em space is no space."""
    cell, words = celler.on_one_line("A1", " a\x01b\x0bc\n d\u2003e ")
    assert cell == celler.text('SUBSTITUTE(SUBSTITUTE(A1,CHAR(1),""),CHAR(11),"")') and words == "abc d\u2003e"
    assert celler.is_text("A1", "a\x01") == celler.text('SUBSTITUTE(A1,CHAR(1),"")') + '="a"'


def test_names_with_notes_are_read_without_them_the_last_outermost() -> None:
    assert celler.without_notes("A1", {}) == "A1"
    said = celler.text("A1")
    assert celler.without_notes("A1", {"Solen 1)": "Solen", "Månen 2)": "Månen"}) == (
        f'IF({said}="Månen 2)","Månen",IF({said}="Solen 1)","Solen",A1))')


@pytest.mark.parametrize(("times", "formula"), [(1, "A1+B1"), (1000, "ROUND((A1+B1)*1000,2)")])
def test_an_amount_in_another_unit_is_kr_in_whole_oere(times: int, formula: str) -> None:
    assert celler.in_kroner("A1+B1", times) == formula


def test_an_amount_in_whole_units_is_rounded_as_the_rules_round() -> None:
    assert celler.half_up("A1+B1", "C1") == f"C1*({afrunding.half_up('(A1+B1)/C1')})"


def test_an_amount_is_the_cell_in_the_unit_of_its_column() -> None:
    place = Area("Ark", 1, 2, 1, 2)
    assert celler.amount(made(enhed_sidste_aar="kr.", enhed_pulje="kr."), "sidste_aar", place) == "'Ark'!$C$2"
    thousands = made(enhed_sidste_aar="1.000 kr.", enhed_pulje="1.000 kr.")
    assert celler.amount(thousands, "sidste_aar", place) == "ROUND(('Ark'!$C$2)*1000,2)"


def test_all_pools_are_added_and_the_central_one_is_taken_off() -> None:
    result = made(enhed_pulje="kr.", enhed_sidste_aar="kr.")
    assert celler.pool(result) == "+".join(f"Fordel_{key}" for key in POOLS) + "-Fordel_centralt"


@pytest.mark.parametrize(("row", "column", "formula"), [
    (1, 1, "'DST'!$B$2"), (1, 2, "IF('DST'!$C$2=\"<3\",Fordel_erstat,'DST'!$C$2+0)"),
    (2, 1, "IF('DST'!$B$3=\"-\",0,'DST'!$B$3+0)"), (2, 2, "IF('DST'!$C$3=\"..\",Fordel_erstat,'DST'!$C$3+0)")])
def test_a_suppressed_count_is_what_the_settings_say_and_a_dash_is_none(row: int, column: int, formula: str) -> None:
    result = calculated(delivered((5, "<3"), ("-", ".."), erstat=1)).first
    found = result.figures.institutions.delivered
    assert found is not None
    each = found.counts[row - 1][column - 1]
    assert celler.count(result, Area("DST", row, column, row, column), each) == formula
