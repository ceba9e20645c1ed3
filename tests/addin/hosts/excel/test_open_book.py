"""An open workbook over xlwings' real JSON engine: what is read, what is written, and that nothing is left out."""

from __future__ import annotations

from typing import Any

import pytest

from addin.hosts.excel import office_js
from addin.hosts.excel.looks import dress
from addin.hosts.excel.plan import entry, write
from addin.hosts.excel.snapshot import snapshot
from addin.workbook import BadCell, Block, Formula, Name, Plan, Refusal, SheetPlan
from tests.hosts_agree.excel_client import VERSION, applied
from workbook_templates.styles import STYLES

xlwings = office_js.xlwings


def payload(names: list[dict[str, Any]] | None = None, **sheets: list[list[Any]]) -> dict[str, Any]:
    return {"client": "Office.js", "version": VERSION, "names": names or [],
            "book": {"name": "Budget.xlsx", "active_sheet_index": 0, "selection": "A1", "calculation": "Automatic"},
            "sheets": [{"name": name, "visibility": "Hidden" if name == "Skjult" else "Visible", "values": rows,
                        "used_range_address": f"A1:{chr(64 + len(rows[0]))}{len(rows)}" if rows != [[]] else None,
                        "charts": [], "tables": [], "pictures": [], "shapes": [], "notes": [], "show_gridlines": True,
                        "print_area": None, "pivot_tables": []} for name, rows in sheets.items()]}


def name(text: str, target: str, scope: int | None = None) -> dict[str, Any]:
    return {"name": text, "refers_to": target, "type": "Range", "sheet_index": None, "address": None,
            "scope_sheet_name": None if scope is None else "Ark 1", "scope_sheet_index": scope,
            "book_scope": scope is None}


@pytest.fixture
def opened():
    """Opens a payload; closed at the end, for xlwings keeps every book."""
    books = []

    def opening(book: dict[str, Any]) -> Any:
        books.append(xlwings.Book(json=book))
        return books[-1]

    yield opening
    for book in books:
        book.close()


def test_what_is_read(opened) -> None:
    rows = [["Pulje", 1000], ["", 2.5], [True, "#DIV/0!"], ["2026-01-31T00:00:00.000Z", "#I/T"]]
    taken = snapshot(opened(payload(Ark=rows, Skjult=[["x"]], Tomt=[[]])))
    assert taken.file_name == "Budget.xlsx"
    first = taken.sheet("Ark")
    assert first is not None and first.formulas is None
    assert [list(row) for row in first.rows[:3]] == [
        ["Pulje", 1000.0], [None, 2.5], [True, BadCell("fejlværdien #DIV/0!")]]
    assert (first.rows[3][0].isoformat(), first.rows[3][1]) == ("2026-01-31T00:00:00", BadCell("fejlværdien #I/T"))
    assert type(first.rows[0][1]) is float
    assert [(sheet.name, sheet.visible) for sheet in taken.sheets] == [("Ark", True), ("Skjult", False), ("Tomt", True)]
    assert [list(row) for row in taken.sheets[2].rows] == [[None]]


def test_only_what_is_included_is_read_and_the_rest_is_known_by_name(opened) -> None:
    taken = snapshot(opened(payload(Ark=[[1]], Andet=[[2]])), include=("Andet",))
    assert [(sheet.name, len(sheet.rows)) for sheet in taken.sheets] == [("Ark", 0), ("Andet", 1)]


def test_names_with_their_scope_and_our_marks(opened) -> None:
    names = [name("Pulje", "=Ark!$A$1"), name("_fordel", '="fordeling|4"', 0), name("Rest", "='Ark 1'!$B$2", 0)]
    taken = snapshot(opened(payload(names, **{"Ark 1": [[1]]})))
    assert taken.names == (Name("Pulje", "Ark!$A$1"), Name("_fordel", '"fordeling|4"', "Ark 1"),
                           Name("Rest", "'Ark 1'!$B$2", "Ark 1"))
    assert taken.ours == {"fordeling": "Ark 1"}


def test_a_name_of_the_workbook_called_like_our_mark_is_none(opened) -> None:
    assert snapshot(opened(payload([name("_fordel", '="fordeling|4"')], **{"Ark 1": [[1]]}))).ours == {}


def test_a_mark_twice_is_refused(opened) -> None:
    copy = {**name("_FORDEL", '="fordeling|9"', 1), "scope_sheet_name": "Andet"}
    book = payload([name("_fordel", '="fordeling|4"', 0), copy], **{"Ark 1": [[1]], "Andet": [[2]]})
    with pytest.raises(Refusal, match='^Arkene "Ark 1" og "Andet" er begge mærket'):
        snapshot(opened(book))


# ------------------------------------------------------------------------------------- what is written


TAKEN = ("4100", "1/2", "3-5", "-", "=1+1", "+5", "@x", "'x", "12 %", "maj 2026", "SAND", "false", "#I/T", "10:30",
         "1E5", "0-2 år", " x")


@pytest.mark.parametrize("text", TAKEN)
def test_text_that_could_be_taken_for_something_else_is_guarded(text) -> None:
    assert entry(text) == "'" + text


@pytest.mark.parametrize("text", ["Solen", "Børnehuset Mælkevejen", "I alt, kr.", "Åben (hele året)"])
def test_plain_words_are_left_alone(text) -> None:
    assert entry(text) == text


@pytest.mark.parametrize("value", [None, "", 0, 1.5, True])
def test_what_is_no_text_is_put_as_it_is(value) -> None:
    assert entry(value) is value


def sheet_plan(key: str = "fordeling", sheet: str = "Fordeling") -> SheetPlan:
    plan = SheetPlan(key, sheet)
    plan.put(0, 0, "4100", "fed")
    plan.put(1, 1, Formula("=A1&1", "41001"))
    return plan


def test_sheets_names_and_marks(opened) -> None:
    book = payload([name("Fordel_pulje", "=Ark!$A$1")], Ark=[[1]])
    there = opened(book)
    write(there, Plan([sheet_plan()], {"fordel_PULJE": "Ark!$B$2", "Fordel_ny": "Fordeling!$A$1"}), {})
    after = applied(payload([name("Fordel_pulje", "=Ark!$A$1")], Ark=[[1]]), there.json()["actions"])
    assert [sheet.name for sheet in after.sheets] == ["Ark", "Fordeling"]
    assert after.sheet("Fordeling").cells == {(0, 0): ("tekst", "4100"), (1, 1): ("formel", "=A1&1")}
    assert after.names == {"Fordel_pulje": "=Ark!$B$2", "Fordel_ny": "=Fordeling!$A$1",
                           "Fordeling!_fordel": '="fordeling|0"'}


def test_a_renamed_sheet_of_ours_is_emptied_and_keeps_its_place(opened) -> None:
    book = payload(Ark=[[1]], Kladde=[["gammelt"]], Sidst=[[3]])
    book["sheets"][1]["charts"] = [{"name": "Diagram 1", "chart_type": "Line"}, {"name": "To", "chart_type": "Line"}]
    there = opened(book)
    write(there, Plan([sheet_plan(sheet="Kladde")]), {"fordeling": "Kladde"})
    actions = there.json()["actions"]
    assert "addSheet" not in {action["func"] for action in actions}
    before = payload(Ark=[[1]], Kladde=[["gammelt", "x", "y"]], Sidst=[[3]])
    before["sheets"][1]["charts"] = [{"name": "Diagram 1"}, {"name": "To"}]
    after = applied(before, actions)
    assert [sheet.name for sheet in after.sheets] == ["Ark", "Kladde", "Sidst"]
    assert after.sheet("Kladde").charts == []
    assert after.sheet("Kladde").cells == {(0, 0): ("tekst", "4100"), (1, 1): ("formel", "=A1&1")}


def test_a_sheet_that_is_dropped_goes(opened) -> None:
    there = opened(payload(Ark=[[1]], **{"Fordel børn": [[2]]}))
    write(there, Plan([sheet_plan()], {}, ("boernelinjer",)), {"boernelinjer": "Fordel børn"})
    after = applied(payload(Ark=[[1]], **{"Fordel børn": [[2]]}), there.json()["actions"])
    assert [sheet.name for sheet in after.sheets] == ["Ark", "Fordeling"]


def test_a_long_column_is_written_once_and_its_formula_fills_it(opened) -> None:
    plan = sheet_plan()
    plan.blocks = [Block(2, 0, [1.0, 2.0, 3.0]), Block(2, 1, [2.0, 4.0, 6.0], "=A3:A5*2")]
    there = opened(payload(Ark=[[1]]))
    write(there, Plan([plan]), {})
    cells = applied(payload(Ark=[[1]]), there.json()["actions"]).sheet("Fordeling").cells
    assert [cells.get((row, 0)) for row in (2, 3, 4)] == [1.0, 2.0, 3.0]
    assert [cells.get((row, 1)) for row in (2, 3, 4)] == [("formel", "=A3:A5*2"), None, None]


@pytest.mark.parametrize("style", [*STYLES, "kr input"])
def test_every_style_can_be_shown(opened, style) -> None:
    plan = SheetPlan("fordeling", "Ark")
    for row in (0, 1):
        plan.put_row(row, [1, 2], style)
    there = opened(payload(Ark=[[1]]))
    dress(there.sheets["Ark"], plan)
    looks = applied(payload(Ark=[[1]]), there.json()["actions"]).sheets[0].looks
    assert len(looks) == (4 if STYLES.get(style, True) else 0)


def test_a_property_without_a_word_here_is_a_mistake_of_ours(opened, monkeypatch) -> None:
    monkeypatch.setitem(STYLES, "skæv", {"rotation": 45})
    plan = SheetPlan("fordeling", "Ark")
    plan.put(0, 0, 1, "skæv")
    with pytest.raises(ValueError, match="rotation"):
        dress(opened(payload(Ark=[[1]])).sheets["Ark"], plan)
