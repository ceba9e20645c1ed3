"""Headings and tables: which rows, which columns, where a table ends, and what is asked."""

from __future__ import annotations

import pytest

from addin.finding import sheets, transposed
from addin.finding.asking import Asker
from addin.finding.table import Table
from addin.finding.tables import tables_of
from addin.finding.words import keys, plain, unit_of, without_footnote
from addin.workbook import Area, Refusal, Sheet, Snapshot


def sheet(*rows: list[object]) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet("Ark", [[*row, *[None] * (width - len(row))] for row in rows])


def table_of(*rows: list[object]) -> Table:
    (found,) = tables_of(sheet(*rows))
    return found


@pytest.mark.parametrize(("heading", "expected"), [
    ("Sandsyn-\nlighed", "sandsynlighed"), ("Soc.øk. tildeling 2022", "socøk tildeling"),
    ("  0-2   årige ", "0-2 årige"), ("Grundbudget (kr.)", "grundbudget"), ("Pulje 2026:", "pulje"), (12, ""),
    ("Loft pr. barn", "loft pr barn"), ("Institution *", "institution"), ("Institution 1)", "institution"),
    ("0–2-årige", "0-2 årige"), ("Børn pr. 5.9.2025", "børn"), ("Tildeling 2025/26", "tildeling"),
])
def test_headings_are_compared_in_plain_form(heading: object, expected: str) -> None:
    assert plain(heading) == expected


@pytest.mark.parametrize(("heading", "expected"), [
    ("Børn (0-2 år)", ("boern_0_2",)), ("Antal 3-5-årige", ("boern_3_5",)), ("Budget 2026, t.kr.", ("grundbudget",)),
    ("Børn pr. 1. september 2025 0-2 år", ("boern_0_2",)), ("Tildeling 2025", ("sidste_aar",)), ("Farve", ()),
    ("Indskrevne\nbørn", ("boern",)), ("Budget 2026 (1.000 kr.)", ("grundbudget",)),
])
def test_a_heading_is_known_with_and_without_its_year_unit_and_brackets(heading: str, expected: tuple[str]) -> None:
    assert keys(heading) == expected


@pytest.mark.parametrize(("text", "unit"), [
    ("Budget (1.000 kr.)", "1.000 kr."), ("alle beløb i t.kr.", "1.000 kr."), ("Mio. kr.", "mio. kr."),
    ("Grundbudget, kr.", "kr."), ("Loft: 11.000 kr. pr. barn", None), ("Pulje på 21.000 kr.", "kr."), (3, None),
])
def test_the_unit_a_text_names(text: object, unit: str | None) -> None:
    assert unit_of(text) == unit


def test_only_a_mark_that_points_to_a_note_is_a_footnote() -> None:
    assert [without_footnote(name) for name in ("Anemonen 1)", "Birken *", "Hus¹", "Hus 1", "Hus (2)")] == [
        "Anemonen", "Birken", "Hus", "Hus 1", "Hus (2)"]


def test_the_heading_row_is_found_under_title_rows() -> None:
    table = table_of(["Budget 2027"], [], ["Afd.nr.", "Institution", "0-2 årige", "3-5 årige", "Farve"],
                     [1, "A", 2, 3, "rød"])
    assert (table.heading_rows, table.columns) == ((2,), {"navn": 1, "boern_0_2": 2, "boern_3_5": 3})
    assert (table.unknown, table.first, table.last) == ({4: "Farve"}, 3, 3)


def test_headings_in_two_rows_are_read_together() -> None:
    table = table_of(["Institution", "Børn", None, "Budget"], [None, "0-2", "3-5", 2026], ["A", 1, 2, 300])
    assert table.heading_rows == (0, 1)
    assert table.columns == {"navn": 0, "boern_0_2": 1, "boern_3_5": 2, "grundbudget": 3}


def test_what_stands_over_a_heading_does_not_reach_over_its_neighbour_s_meaning() -> None:
    table = table_of([None, "Indskrevne børn"], ["Institution", "0-2 år", "3-5 år", "Sandsynlighed"], ["A", 1, 2, 0.1])
    assert table.columns == {"navn": 0, "boern_0_2": 1, "boern_3_5": 2, "belastning": 3}


def test_a_budget_for_children_is_no_number_of_children() -> None:
    table = table_of([None, None, None, "Budget"], ["Institution", "0-2 år", "3-5 år", "0-2 år"], ["A", 1, 2, 900000])
    assert table.columns == {"navn": 0, "boern_0_2": 1, "boern_3_5": 2}


def test_a_row_of_units_belongs_to_the_headings() -> None:
    table = table_of(["Institution", "Børn", "Nøgle"], [None, "(antal)", "point"], ["A", 1, 2])
    assert table.first == 2 and table.columns == {"navn": 0, "boern": 1, "noegle": 2}


def test_a_group_just_under_the_headings_is_no_heading() -> None:
    assert table_of(["Nr.", "Institution", "Børn"], ["Nord", None, None], [1, "A", 4]).first == 1


def test_institution_wins_over_dagtilbud_as_the_column_of_names() -> None:
    table = table_of(["Dagtilbud", "Institution", "Børn"], ["Nord", "A", 1], ["Nord", "B", 2])
    assert (table.columns["navn"], table.columns["gruppe"]) == (1, 0)


def test_the_same_headings_again_are_the_same_table() -> None:
    heads = ["Institution", "0-2 år", "3-5 år"]
    table = table_of(heads, ["A", 1, 2], [], ["Syd"], heads, ["B", 3, 4])
    assert (table.first, table.last) == (1, 5)


def test_other_headings_below_and_beside_are_other_tables() -> None:
    below = tables_of(sheet(["Institution", "Børn"], ["A", 1], [], ["Institution", "Tildelt"], ["A", 100]))
    assert [(table.first, table.last) for table in below] == [(1, 1), (4, 4)]
    beside = tables_of(sheet(["Institution", "Børn", None, "Institution", "Tildelt"], ["A", 1, None, "A", 100]))
    assert [table.columns for table in beside] == [{"navn": 0, "boern": 1}, {"navn": 3, "sidste_aar": 4}]


def test_a_gap_in_the_headings_is_no_second_table() -> None:
    assert table_of(["Institution", None, "Børn"], ["A", "x", 1]).columns == {"navn": 0, "boern": 2}


def test_a_sheet_without_headings_is_no_table() -> None:
    assert tables_of(sheet(["Udarbejdet i Økonomi"], [1, 2])) == []


def test_a_row_of_data_that_holds_a_heading_s_word_is_no_heading() -> None:
    table = table_of(["Navn", "Type", "Elever"], ["A", "Skole", 100], ["B", "Skole", 50])
    assert (table.first, table.last) == (1, 2)


def test_names_under_no_known_heading_are_found_where_only_they_can_be_it() -> None:
    table = table_of(["Hvem", "0-2 år", "3-5 år"], ["A", 1, 2], ["B", 3, 4], ["C", 5, 6])
    assert table.guessed_name and table.columns["navn"] == 0


def test_two_columns_for_the_same_figure_are_asked_about_and_the_answer_is_used() -> None:
    table = table_of(["Institution", "Nøgle", "Fordelingsnøgle"], ["A", 1, 2])
    asker = Asker({}, {})
    sheets.take(table, asker)
    (question,) = asker.questions.values()
    assert (question.setting, [value for value, _ in question.choices]) == ("noegle", ["Ark!B2", "Ark!C2"])
    assert sheets.take(table, Asker({"noegle": "Ark!C2"}, {})).areas["noegle"] == Area("Ark", 1, 2, 1, 2)
    with pytest.raises(Refusal, match='"Ark!D2" er ikke et svar'):
        sheets.take(table_of(["Institution", "Nøgle", "Fordelingsnøgle"], ["A", 1, 2]), Asker({"noegle": "Ark!D2"}, {}))


def test_two_columns_that_are_only_shown_are_left_out_and_told() -> None:
    found = sheets.take(table_of(["Institution", "Nøgle", "Budget 2025", "Budget 2026"], ["A", 1, 2, 3]), Asker({}, {}))
    assert "grundbudget" not in found.areas and "Tvetydigt: C1 og D1" in found.remarks[0][1]


def test_a_table_on_its_side_is_refused_with_what_to_do() -> None:
    lying = Snapshot("x", (sheet(["Institution", "A", "B"], ["0-2 år", 1, 2], ["3-5 år", 3, 4]),))
    with pytest.raises(Refusal, match="står under hinanden i kolonne A"):
        transposed.refuse(lying)
    transposed.refuse(Snapshot("x", (sheet(["0-2 år i alt", 508], ["0-2 år", 508], ["3-5 år", 1087]),)))
