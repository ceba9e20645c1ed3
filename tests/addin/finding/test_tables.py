"""Headings: which row, which columns, and what makes a sheet of children."""

from __future__ import annotations

import pytest

from addin.finding.tables import child_areas, criteria_columns, find_table, plain
from addin.workbook import Area, Refusal, Sheet


def sheet(*rows: list[object]) -> Sheet:
    return Sheet("Ark", [list(row) for row in rows])


@pytest.mark.parametrize(("heading", "expected"), [
    ("Sandsyn-\nlighed", "sandsynlighed"), ("Soc.øk. tildeling 2022", "socøk tildeling"),
    ("  0-2   årige ", "0-2 årige"), ("Grundbudget (kr.)", "grundbudget"), ("Pulje 2026:", "pulje"), (12, ""),
    ("Loft pr. barn", "loft pr barn"), ("Institution *", "institution"),
])
def test_headings_are_compared_in_plain_form(heading: object, expected: str) -> None:
    assert plain(heading) == expected


def test_the_heading_row_is_found_under_title_rows() -> None:
    table = find_table(sheet(["Budget 2027"], [], ["Afd.nr.", "Institution", "0-2 årige", "3-5 årige", "Farve"]))
    assert table is not None
    assert (table.heading_row, table.columns) == (2, {"navn": 1, "boern_0_2": 2, "boern_3_5": 3})
    assert table.unknown == {4: "Farve"}


def test_institution_wins_over_dagtilbud_as_the_column_of_names() -> None:
    table = find_table(sheet(["Dagtilbud", "Institution", "Børn"]))
    assert table is not None and table.columns["navn"] == 1


def test_two_rows_of_headings_are_refused_with_their_cells() -> None:
    heads = ["Institution", "0-2 år", "3-5 år"]
    with pytest.raises(Refusal, match=r"flere rækker med overskrifter \(A1 og A4\)"):
        find_table(sheet(heads, ["A", 1, 2], [], heads))


def test_two_columns_for_the_same_figure_are_refused_with_their_cells() -> None:
    with pytest.raises(Refusal, match="overskrifterne i B1 og C1 kan begge være nøgle"):
        find_table(sheet(["Institution", "Nøgle", "Fordelingsnøgle"]))


def test_a_sheet_without_headings_is_no_table() -> None:
    assert find_table(sheet(["Udarbejdet i Økonomi"], [1, 2])) is None


CHILD = ["Løbenr.", "Institution", "Alder", "Enlig forsørger", "Lav indkomst"]


def test_a_sheet_of_children_is_names_that_repeat_and_columns_of_marks() -> None:
    table = find_table(sheet(CHILD, [1, "A", 3, 0, 1], [2, "A", 1, 1, None], [3, "B", 0, 0, 0]))
    assert table is not None
    assert child_areas(table) == (Area("Ark", 1, 1, 3, 1), Area("Ark", 1, 3, 3, 4))


def test_delivered_counts_have_one_row_a_name_and_are_no_children() -> None:
    table = find_table(sheet(["Institution", "Enlig forsørger", "Lav indkomst"], ["A", 0, 1], ["B", 1, 1]))
    assert table is not None and child_areas(table) is None


def test_a_few_wrong_marks_leave_a_column_a_column_of_criteria() -> None:
    rows = [["A", 1]] * 19
    table = find_table(sheet(["Institution", "Enlig forsørger"], *rows, ["A", "ukendt"]))
    assert table is not None and criteria_columns(table) == [1]
    table = find_table(sheet(["Institution", "Søskende"], *[["A", n % 5] for n in range(20)]))
    assert table is not None and criteria_columns(table) == []


def test_criteria_apart_are_refused() -> None:
    heads = ["Institution", "Enlig forsørger", "Alder", "Lav indkomst"]
    table = find_table(sheet(heads, ["A", 1, 3, 0], ["A", 0, 2, 1]))
    assert table is not None
    with pytest.raises(Refusal, match="ligger ikke side om side"):
        child_areas(table)
