"""A sheet for each recipient, which is one page of paper where it has room."""

from __future__ import annotations

from addin.sheets.udmelding.ark import MAX_NAME, ark, names
from addin.sheets.udmelding.baand import Linje
from addin.sheets.udmelding.brev import Afsnit, Brev


def brev(lines: int) -> Brev:
    many = [Linje(f"Linje {number}", "plus", 0.5, 2, "kr.") for number in range(lines)]
    return Brev("Hus", "Udmelding: Hus", "UDKAST", ["Til ledelsen · UDKAST"], ["Hus får 1 kr."],
                [Afsnit("Beregningen", [*many, Linje("Tildeling", "er", 1.0, 0, "kr.", True)], ["Det er alt."]),
                 Afsnit("Krav", [], ["Ingen."])], "fil.xlsx")


def test_a_page_is_one_page_where_it_has_room_and_else_begins_new_ones() -> None:
    short, long = ark(brev(25), 1, "Hus"), ark(brev(200), 2, "Hus")
    assert (short.pages_tall, short.breaks) == (1, ())
    assert long.pages_tall == 0 and long.breaks
    assert short.header == "UDKAST" and short.key == "udmelding 1" and not short.landscape


def test_a_page_ends_between_two_pools_and_not_in_one() -> None:
    many = [Linje(f"Linje {number}", "plus", 0.5) for number in range(30)]
    pools = [line for number in (1, 2) for line in (Linje(f"Puljen {number}", fed=True), *many)]
    sheet = ark(Brev("Hus", "T", "", ["a"], ["b"], [Afsnit("Beregningen", pools)], "fil"), 1, "Hus")
    first, second = (next(cell for cell in sheet.cells if cell.value == f"Puljen {number}") for number in (1, 2))
    assert sheet.breaks == (second.row,) and first.style == second.style == "tekst fed"


def test_a_line_stands_as_it_is_printed() -> None:
    sheet = ark(brev(1), 1, "Hus")
    cells = {(cell.row, cell.column): cell for cell in sheet.cells}
    row = next(row for (row, column), cell in cells.items() if cell.value == "Linje 0")
    assert [cells[row, column].value for column in range(5)] == [1, "Linje 0", "plus", 0.5, "kr."]
    assert cells[row, 3].style == "faste_decimaler_2" and cells[row + 1, 3].style == "faste_decimaler_0 sum_tekst"


def test_names_of_sheets_are_different_and_allowed() -> None:
    long = "Den integrerede institution ved Åen"
    made = names([long, long + " 2", "A/B:C", "history", "a" * 31, "A" * 31, "[]"])
    assert len({name.casefold() for name in made}) == len(made)
    assert all(0 < len(name) <= MAX_NAME and not set(name) & set("[]:*?/\\") for name in made)
    assert made[3] == "history (2)"


def test_a_label_with_no_room_is_broken_and_its_row_is_taller() -> None:
    made = brev(0)
    made.afsnit[0].linjer.append(Linje("Et navn " * 12, "plus", 1.0))
    sheet = ark(made, 1, "Hus")
    cell = next(cell for cell in sheet.cells if str(cell.value).startswith("Et navn"))
    assert cell.style == "brudt" and sheet.heights[cell.row] == 30


def test_what_is_said_under_a_calculation_is_no_lower_than_other_rows() -> None:
    made = Brev("Hus", "T", "", ["a"], ["b"], [Afsnit("R", [Linje("x", "", 1.0)], ["en", "to", "tre"])], "fil")
    sheet = ark(made, 1, "Hus")
    rows = [cell.row for cell in sheet.cells if cell.value in ("en", "to", "tre")]
    assert len(rows) == 3 and not set(rows) & set(sheet.heights)
