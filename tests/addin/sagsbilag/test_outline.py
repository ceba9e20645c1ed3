"""What a row of a sheet is to who hears it."""

from __future__ import annotations

from types import SimpleNamespace

from addin.sagsbilag.outline import Element, outline
from addin.workbook import SheetPlan


def heard(sheet: SheetPlan) -> list[object]:
    """The elements with the texts of their cells."""
    texts = {number: cell for number, cell in enumerate(sheet.cells) if cell.value not in (None, "")}

    def told(element: Element) -> object:
        if element.kids:
            return element.tag, [told(kid) for kid in element.kids]
        said = " ".join(str(texts[number].value) for number in element.cells)
        return element.tag + element.scope, element.alt or said

    return [told(element) for element in outline(sheet, texts)]


def sheet(*rows: tuple[int, str, list[object]]) -> SheetPlan:
    made = SheetPlan("fordeling", "Fordeling")
    for row, style, values in rows:
        made.put_row(row, values, style)  # type: ignore[arg-type]
    return made


def test_headings_and_lines() -> None:
    made = sheet((0, "titel", ["Fordeling"]), (1, "lille", ["lavet i dag"]), (3, "afsnit", ["Det skal du vide"]),
                 (4, "advarsel_linje fed", ["En lang linje,"]), (5, "advarsel_linje", ["   der går videre."]),
                 (6, "tekst", ["Den næste."]))
    assert heard(made) == [("H1", "Fordeling"), ("P", "lavet i dag"), ("H2", "Det skal du vide"),
                           ("P", "En lang linje,    der går videre."), ("P", "Den næste.")]


def test_points_under_each_other_are_one_list() -> None:
    made = sheet((0, "tekst", ["• Ti får penge,"]), (1, "tekst", ["   to gør ikke."]), (2, "tekst", ["• Resten."]),
                 (4, "tekst", ["En linje."]), (5, "tekst", ["• En til."]))
    assert heard(made) == [("L", [("LI", [("LBody", "• Ti får penge,    to gør ikke.")]),
                                  ("LI", [("LBody", "• Resten.")])]),
                           ("P", "En linje."), ("L", [("LI", [("LBody", "• En til.")])])]


def test_a_table_has_headings_for_columns_and_rows_and_every_row_every_column() -> None:
    made = sheet((0, "hoved", ["Institution", "Børn", "Kr."]), (1, "enhed", ["", "antal", "kr."]),
                 (2, "gruppe", ["Nord", None, None]), (3, "tekst", ["Solen", 10, 500]),
                 (4, "tekst", ["Månen", None, 0]), (5, "sum_tekst", ["I alt"]))
    assert heard(made) == [("Table", [
        ("TR", [("THColumn", "Institution"), ("THColumn", "Børn"), ("THColumn", "Kr.")]),
        ("TR", [("TD", ""), ("THColumn", "antal"), ("THColumn", "kr.")]),
        ("TR", [("THRow", "Nord"), ("TD", ""), ("TD", "")]),
        ("TR", [("THRow", "Solen"), ("TD", "10"), ("TD", "500")]),
        ("TR", [("THRow", "Månen"), ("TD", ""), ("TD", "0")]),
        ("TR", [("THRow", "I alt"), ("TD", ""), ("TD", "")])])]


def test_a_heading_over_the_first_column_is_one_and_a_blank_row_ends_a_table() -> None:
    made = sheet((0, "afsnit", ["Nøgletal", "Fordelingen"]), (1, "tekst", ["Pulje", 7]), (3, "tekst", ["Sats", 2]))
    assert heard(made) == [
        ("H2", "Nøgletal"),
        ("Table", [("TR", [("TD", ""), ("THColumn", "Fordelingen")]), ("TR", [("THRow", "Pulje"), ("TD", "7")])]),
        ("Table", [("TR", [("THRow", "Sats"), ("TD", "2")])])]


def test_a_picture_is_where_it_stands_but_never_inside_a_table() -> None:
    made = sheet((0, "titel", ["Fordeling"]), (2, "tekst", ["Solen", 7]), (3, "tekst", ["Månen", 8]),
                 (9, "tekst", ["Slut."]))
    made.charts = [SimpleNamespace(row=row, column=0, alt=f"billede {row}") for row in (20, 3, 5)]  # type: ignore[misc]
    assert [element[0] for element in heard(made)] == ["H1", "Table", "Figure", "Figure", "P", "Figure"]  # type: ignore[index]
    assert [element[1] for element in heard(made) if element[0] == "Figure"] == [  # type: ignore[index]
        "billede 3", "billede 5", "billede 20"]


def test_what_is_not_printed_is_not_heard() -> None:
    made = sheet((0, "titel", ["Fordeling", "skjult"]))
    made.print_columns = 1
    assert heard(made) == [("H1", "Fordeling")]
