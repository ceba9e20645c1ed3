"""The list of all that must be as it was: one condition a kind, and the first line that is changed is named."""

from __future__ import annotations

from addin.sheets.kontrol.betingelser import Line
from addin.sheets.kontrol.liste import KINDS, Kept
from addin.workbook import Formula, SheetPlan

LINES = {**dict.fromkeys(KINDS, []), "raekker": [Line("rækkerne", ["A1=1"])],
         "ark": [Line("Fordeling, række 1", ["B1=1"]), Line("Fordeling, række 2", ["B2=2", "C2=3"])]}


def kept() -> Kept:
    """Its heading in H10 and I10: one line of rows in row 11, then two of our sheets in 12 and 13."""
    return Kept(9, 7, LINES)


def test_a_kind_holds_where_each_of_its_lines_does() -> None:
    assert kept().condition("raekker") == "SUM($I$11:$I$11)=1"
    assert kept().condition("ark") == "SUM($I$12:$I$13)=2"


def test_where_there_is_nothing_to_compare_nothing_is_changed() -> None:
    assert kept().condition("leverancen") == "TRUE"
    assert kept().remedy("leverancen", "Fordel igen.") == "Fordel igen."


def test_the_remedy_names_the_first_line_that_is_changed() -> None:
    assert kept().remedy("ark", "Fordel igen.") == Formula(
        '=IFERROR("Ændret: "&INDEX($H$12:$H$13,MATCH(0,$I$12:$I$13,0))&". ","")&"Fordel igen."', "Fordel igen.")


def test_each_line_stands_in_its_row_with_its_formula() -> None:
    plan = SheetPlan("kontrol", "Kontrol")
    kept().put(plan)
    found = {(cell.row, cell.column): cell.value for cell in plan.cells}
    assert found[9, 7] == "Hvad" and (found[10, 7], found[10, 8]) == ("rækkerne", Formula("=IF(AND(A1=1),1,0)", 1))
    assert (found[12, 7], found[12, 8]) == ("Fordeling, række 2", Formula("=IF(AND(B2=2,C2=3),1,0)", 1))
    assert max(row for row, _ in found) == 12
