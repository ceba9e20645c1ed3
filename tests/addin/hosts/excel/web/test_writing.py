"""A Plan in the words of Office.js: every style, and what must be refused before anything is written."""

from __future__ import annotations

from typing import Any

import pytest

from addin.hosts.excel.web.writing import check_locked, check_still_used, look, told
from addin.workbook import Block, Formula, Name, Plan, Refusal, Sheet, SheetPlan, Snapshot
from workbook_templates.styles import STYLES


def plan(key: str = "fordeling", name: str = "Fordeling") -> SheetPlan:
    made = SheetPlan(key, name)
    made.put(0, 0, "4100", "fed")
    made.put(1, 2, Formula("=A1&1", "41001"))
    return made


def test_cells_are_one_grid_and_text_stays_text() -> None:
    made = plan()
    made.put_row(2, ["=1+1", "+5", "-x", "@a", "'x", 1.5, True, None, "Solen"])
    (sheet,) = told(Plan([made]), {})["sheets"]
    assert sheet["cells"] == [["'4100", *[""] * 8], ["", "", "=A1&1", *[""] * 6],
                              ["'=1+1", "'+5", "'-x", "'@a", "''x", 1.5, True, "", "Solen"]]


def test_a_new_sheet_has_no_other_name_and_one_of_ours_has() -> None:
    one, other = told(Plan([plan(), plan("trin", "Trin")]), {"trin": "Mine trin"})["sheets"]
    assert (one["was"], other["was"]) == (None, "Mine trin")
    assert one["mark"] == ["_fordel", '="fordeling|0"']


def test_names_and_what_goes() -> None:
    going = Plan([plan()], {"Fordel_pulje": "Ark!$B$2"}, ("boernelinjer", "ukendt"))
    made = told(going, {"boernelinjer": "Fordel børn"})
    assert (made["names"], made["drop"]) == ([["Fordel_pulje", "=Ark!$B$2"]], ["Fordel børn"])


def test_a_long_column() -> None:
    made = plan()
    made.blocks = [Block(2, 0, [1, 2]), Block(2, 1, [2.0, 4.0], "=A3:A4*2")]
    (sheet,) = told(Plan([made]), {})["sheets"]
    assert sheet["blocks"] == [{"row": 2, "column": 0, "formula": None, "values": [1.0, 2.0]},
                               {"row": 2, "column": 1, "formula": "=A3:A4*2", "values": [2.0, 4.0]}]


@pytest.mark.parametrize("style", [*STYLES, "kr input"])
def test_every_style_has_its_words(style) -> None:
    said = look(style, True, True)
    assert bool(said) == bool(STYLES.get(style, True))
    for sides, weight, _ in said.get("borders", []):
        assert weight in ("Thin", "Medium") and len(set(sides)) == len(sides)


def test_the_lines_between_the_rows_of_a_rectangle_are_lines_too() -> None:
    assert look("sum_tekst", False, True)["borders"] == [[["EdgeTop"], "Thin", None]]
    assert look("sum_tekst", True, True)["borders"] == [[["EdgeTop", "InsideHorizontal"], "Thin", None]]
    edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"]
    assert look("hoved", True, True)["borders"] == [[[*edges, "InsideHorizontal", "InsideVertical"], "Thin", "#FFFFFF"]]
    assert look("hoved", False, False)["borders"] == [[edges, "Thin", "#FFFFFF"]]


def test_a_property_without_a_word_here_is_a_mistake_of_ours(monkeypatch) -> None:
    monkeypatch.setitem(STYLES, "skæv", {"rotation": 45})
    with pytest.raises(ValueError, match="rotation"):
        look("skæv", False, False)


# ------------------------------------------------------------------------------------- refused beforehand


def book(locked: bool = False, **sheets: bool) -> dict[str, Any]:
    return {"locked": locked, "sheets": [{"name": name, "locked": each} for name, each in sheets.items()]}


OURS = {"fordeling": "Fordeling", "boernelinjer": "Fordel børn"}


@pytest.mark.parametrize("made, sheets, refusal", [
    (Plan([plan("trin", "Trin")]), book(locked=True), "Projektmappens struktur er beskyttet"),  # a new sheet
    (Plan([plan(name="Andet")]), book(locked=True), "Projektmappens struktur er beskyttet"),  # another name
    (Plan([plan()], {}, ("boernelinjer",)), book(locked=True), "Projektmappens struktur er beskyttet"),  # one goes
    (Plan([plan()]), book(locked=True), None),  # written over where it is
    (Plan([plan()]), book(Fordeling=True), 'Arket "Fordeling" er beskyttet'),
    (Plan([plan()]), book(Budget=True, Fordeling=False), None),  # the user's own sheets are not written to
    (Plan([plan("trin", "Trin")]), book(Trin=True), None),  # a sheet of the user's, which is not ours to write
])
def test_what_is_protected(made, sheets, refusal) -> None:
    if refusal is None:
        return check_locked(made, OURS, sheets)
    with pytest.raises(Refusal, match=f"^{refusal}"):
        check_locked(made, OURS, sheets)
    return None


@pytest.mark.parametrize("formula, used", [
    ("='Fordel børn'!A1", True), ("=SUM('fordel BØRN'!A:A)", True), ("=Fordel børn!A1", True),
    ("='Fordel børn 2'!A1", False), ("=Budget!A1", False), ("=\"'Fordel børn'\"", False)])
def test_a_formula_over_a_sheet_that_goes_is_refused(formula, used) -> None:
    sheets = [Sheet("Budget", [[1.0]], formulas={(4, 1): formula}), Sheet("Stort", [[1.0]]), Sheet("Fordel børn", [])]
    taken = Snapshot("b.xlsx", tuple(sheets), (Name("x", "Budget!A1"),), OURS)
    gone = Plan([plan()], {}, ("boernelinjer",))
    check_still_used(Plan([plan()]), taken)  # nothing goes
    if not used:
        return check_still_used(gone, taken)
    with pytest.raises(Refusal, match=r"^Formler \(Budget!B5\) bruger et af Fordels ark"):
        check_still_used(gone, taken)
    return None
