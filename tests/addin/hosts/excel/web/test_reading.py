"""What the page has read, as a Snapshot: nothing unread is taken for empty, and what a value does not say is kept."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from addin.hosts.excel.web.reading import MAX_CELLS, Unread, snapshot, wanted
from addin.workbook import BadCell, Name, Refusal


def sheet(name: str, rows: list[list[Any]] | None = None, at: tuple[int, int] = (0, 0), **more: Any) -> dict[str, Any]:
    """A sheet of the outline; `rows` are its cells, from `at` on."""
    told: dict[str, Any] = {"name": name, "visible": True, "locked": False, "last": None, **more}
    if rows:
        told["last"] = [at[0] + len(rows) - 1, at[1] + len(rows[0]) - 1]
        told["read"] = {"row": at[0], "column": at[1], "errors": [], "dates": [], "hidden_rows": [],
                        "hidden_columns": [], "formulas": [], **more.get("read", {})}
    return told


def book(*sheets: dict[str, Any], names: list[list[Any]] | None = None) -> dict[str, Any]:
    return {"name": "Budget.xlsx", "locked": False, "names": names or [], "sheets": list(sheets)}


def mark(key: str, scope: str) -> list[Any]:
    return ["_fordel", f'="{key}|0"', scope]


# ------------------------------------------------------------------------------------- which sheets


def test_what_can_be_seen_is_read_and_of_ours_only_where_the_user_writes() -> None:
    there = book(sheet("Budget", [[1]]), sheet("Skjult", [[1]], visible=False), sheet("Fordeling", [[1]]),
                 sheet("Fordel opsætning", [[1]]), sheet("Mit tjek", [[1]]), sheet("Tomt"),
                 names=[mark("fordeling", "Fordeling"), mark("opsaetning", "Fordel opsætning"),
                        mark("tjek", "Mit tjek")])
    assert wanted(there) == ["Budget", "Fordel opsætning", "Mit tjek", "Tomt"]


def test_two_sheets_with_one_mark_are_refused() -> None:
    there = book(sheet("A"), sheet("B"), names=[mark("fordeling", "A"), mark("fordeling", "B")])
    with pytest.raises(Refusal, match='^Arkene "A" og "B" er begge mærket'):
        wanted(there)


@pytest.mark.parametrize("last, refused", [((MAX_CELLS // 10 - 1, 9), False), ((MAX_CELLS // 10, 9), True),
                                           ((1_048_575, 16_383), True)])
def test_a_cell_far_out_is_refused_with_its_place(last, refused) -> None:
    there = book({**sheet("Budget"), "last": list(last)})
    if not refused:
        assert wanted(there) == ["Budget"]
        return
    with pytest.raises(Refusal, match="^Budget: arket har indhold helt ude ved [A-Z]+[0-9]+, "):
        wanted(there)


def test_who_looks_at_a_sheet_that_is_not_read_is_told() -> None:
    found = snapshot(book(sheet("Budget", [[1]]), sheet("Skjult", [[5]], visible=False)), {"Budget": [[1.0]]})
    hidden = found.sheet("skjult")
    assert hidden is not None
    for look in (lambda: hidden.value(0, 0), lambda: len(hidden.rows), lambda: list(hidden.rows),
                 lambda: hidden.rows[0], lambda: hidden.columns):
        with pytest.raises(Unread, match="^Skjult$"):
            look()


def test_a_sheet_with_nothing_in_it_needs_no_reading() -> None:
    (found,) = snapshot(book(sheet("Tomt")), {}).sheets
    assert (list(found.rows), found.value(0, 0)) == ([], None)


# ------------------------------------------------------------------------------------- cells


def test_cells_lie_where_they_are() -> None:
    rows = [["Pulje", 1000.0], ["", True]]
    (found,) = snapshot(book(sheet("Ark", rows, at=(2, 1))), {"Ark": rows}).sheets
    assert [list(row) for row in found.rows] == [[], [], [None, "Pulje", 1000.0], [None, "", True]]
    assert (found.value(2, 1), found.value(3, 1), found.value(3, 2), found.value(9, 9)) == ("Pulje", None, True, None)


def test_errors_are_none_of_the_users_text() -> None:
    rows = [["#DIV/0!", "#I/T", "#1", "#"]]
    told = sheet("Ark", rows, read={"errors": [[0, column] for column in range(4)]})
    (found,) = snapshot(book(told), {"Ark": [list(rows[0])]}).sheets
    assert list(found.rows[0]) == [BadCell("fejlværdien #DIV/0!"), BadCell("fejlværdien #I/T"), "#1", "#"]


def test_dates_are_dates() -> None:
    told = sheet("Ark", [[46053.0, 46053.5, 0.25]], read={"dates": [[0, 0], [0, 1], [0, 2]]})
    (found,) = snapshot(book(told), {"Ark": [[46053.0, 46053.5, 0.25]]}).sheets
    assert list(found.rows[0]) == [datetime.date(2026, 1, 31), datetime.datetime(2026, 1, 31, 12), datetime.time(6)]


def test_formulas_and_what_is_hidden() -> None:
    told = sheet("Ark", [[1.0]], read={"formulas": [[0, 0, "=1"]], "hidden_rows": [4], "hidden_columns": [2]})
    unknown = sheet("Stort", [[1.0]], read={"formulas": None})
    one, other = snapshot(book(told, unknown), {"Ark": [[1.0]], "Stort": [[1.0]]}).sheets
    assert (one.formulas, one.hidden_rows, one.hidden_columns) == ({(0, 0): "=1"}, {4}, {2})
    assert other.formulas is None


def test_the_sheet_of_settings_is_told_to_have_no_formulas() -> None:
    """A value typed over a formula of ours is refused, and so it must be known that there is none."""
    there = book(sheet("Ark", [[1.0]]), sheet("Fordel opsætning", [[1.0]]),
                 names=[mark("opsaetning", "Fordel opsætning")])
    one, settings = snapshot(there, {"Ark": [[1.0]], "Fordel opsætning": [[1.0]]}).sheets
    assert (one.formulas, settings.formulas) == (None, {})


def test_names_with_their_scope() -> None:
    there = book(sheet("Ark"), names=[["Pulje", "=Ark!$A$1", None], ["Sats", "=5", "Ark"], ["Tal", 7, None]])
    assert snapshot(there, {}).names == (Name("Pulje", "Ark!$A$1"), Name("Sats", "5", "Ark"), Name("Tal", "7"))
