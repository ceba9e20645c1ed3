"""Columns that could be the same figure: other editions, other years, other ways to count, another pool."""

from __future__ import annotations

from typing import Any

import pytest

from addin.finding import editions, rivals, sheets
from addin.finding.asking import Asker
from addin.finding.table import Table
from addin.finding.tables import joined, tables_of
from addin.workbook import Sheet
from tests.planning import texts

NAMES = ("A", "B", "C")


def table_of(heads: list[Any], *columns: list[Any], sheet: str = "Ark") -> Table:
    """A table with these columns of figures beside three names."""
    rows = [[name, *(column[number] for column in columns)] for number, name in enumerate(NAMES)]
    (found,) = tables_of(Sheet(sheet, [["Institution", *heads], *rows]))
    return found


def taken(table: Table, *labels: str, **answers: str) -> tuple[dict[str, int], dict[str, Any]]:
    """The columns that are used, and what is asked."""
    asker = Asker(answers, {})
    sheets.take(table, asker, labels)
    return table.columns, asker.questions


ONES = [1, 2, 3]


@pytest.mark.parametrize(("plain", "edition"), [
    ("Nøgle", "Endelig nøgle 2027"), ("Nøgle", "Korrigeret nøgle"), ("Udsatte børn", "Udsatte børn, opdateret 1/10"),
    ("Belastning", "Belastning efter korrektion"), ("Point", "Point efter loft"), ("Nøgle", "Nøgle (endelig)"),
    ("Nøgle", "Ny nøgle"), ("Udsatte børn", "Udsatte børn i pct."), ("Budget i alt", "Budget ekskl. ledelse og adm."),
    ("Grundbudget", "Grundbudget inkl. fællesudgifter"), ("Antal børn", "Fuldtidsbørn"), ("Børn i alt", "Pladser"),
    ("Antal børn", "Moduler i alt"), ("Elever i alt", "Elever ekskl. specialklasser"),
    ("Tildelt 2026", "Udmeldt 2026"), ("Tildelt 2026", "Tildelt 2026, korrigeret"),
])
def test_two_editions_of_a_figure_are_asked_about(plain: str, edition: str) -> None:
    first = "Nøgletal" if "budget" in plain.casefold() else "Farve"
    _, asked = taken(table_of([first, plain, edition], ONES, ONES, ONES))
    (question,) = asked.values()
    assert f'C1 "{plain}"' in str(question.choices) and f'D1 "{edition}"' in str(question.choices)


@pytest.mark.parametrize(("heading", "key"), [("Endelig nøgle", "noegle"), ("Revideret indeks", "belastning"),
                                              ("Fuldtidsbørn", "boern"), ("Pladser", "boern")])
def test_a_single_edition_is_the_figure(heading: str, key: str) -> None:
    columns, asked = taken(table_of([heading], ONES))
    assert columns[key] == 1 and asked == {}


def test_the_year_of_the_pool_says_which_year_is_last_and_which_is_now() -> None:
    heads = ["Nøgle", "Tildeling 2025", "Tildeling 2026", "Budget 2026", "Budget 2027"]
    columns, asked = taken(table_of(heads, *[ONES] * 5), "Pulje 2027")
    assert (columns["sidste_aar"], columns["grundbudget"], asked) == (3, 5, {})
    assert taken(table_of(heads, *[ONES] * 5, sheet="Budget 2026"))[0]["sidste_aar"] == 2
    assert taken(table_of(heads[:3], *[ONES] * 3))[1].keys() == {"sidste_aar"}


def test_a_blank_column_for_this_year_is_no_rival() -> None:
    columns, asked = taken(table_of(["Nøgle", "Tildeling 2026", "Tildeling 2027"], ONES, ONES, [None] * 3))
    assert columns["sidste_aar"] == 2 and asked == {}


def test_none_of_the_columns_may_be_the_answer() -> None:
    table = table_of(["Nøgle", "Tildelt 2026", "Udmeldt 2026"], ONES, ONES, ONES)
    asker = Asker({"sidste_aar": "ingen"}, {})
    sheets.take(table, asker)
    assert "sidste_aar" not in table.columns and asker.answers == {"sidste_aar": "ingen"}


@pytest.mark.parametrize(("heading", "labels", "doubtful"), [
    ("Ansøgt beløb", ("Pulje 2027",), False), ("Ansøgt beløb 2025", ("Pulje 2027",), True),
    ("Ansøgt, inklusionspuljen", ("Pulje",), True), ("Ansøgt beløb (sprogpulje)", ("Sprogpulje 2027",), False),
    ("Ansøgt beløb (sprogpulje)", ("Pulje",), True), ("Søgt i alt til ture", ("Pulje",), True),
])
def test_applications_of_another_pool_or_year_are_asked_about(heading: str, labels: tuple[str, ...],
                                                              doubtful: bool) -> None:
    table = table_of(["Nøgle", heading], ONES, ONES)
    columns, asked = taken(table, *labels)
    assert bool(asked) == doubtful and ("ansoegt" in columns) == (not doubtful)
    if doubtful:
        (setting,) = asked
        again = table_of(["Nøgle", heading], ONES, ONES)
        assert "ansoegt" in taken(again, *labels, **{setting: "ja"})[0]


def children(heading: str, *worth: float) -> Table:
    return table_of(["0-2 år", "3-5 år", "Belastning", heading], [10, 12, 0], [20, 41, 8], [0.1, 0.2, 0.3], list(worth))


@pytest.mark.parametrize(("worth", "weight"), [
    ((40, 65, 8), 2.0), ((38, 62.6, 8), 1.8), ((38, 63, 8), 1.8), ((41, 60, 8), None), ((40, 65, 9), 2.0),
])
def test_what_0_2_year_olds_weigh_in_weighted_children(worth: tuple[float, ...], weight: float | None) -> None:
    table = children("Vægtet børnetal", *worth)
    _, asked = taken(table)
    assert (table.own_weight and table.own_weight[1], bool(asked)) == (weight, weight is None)


def test_modules_beside_two_ages_are_asked_about_and_a_few_children_are_not() -> None:
    columns, asked = taken(children("Moduler i alt", 150, 265, 40))
    (setting,) = asked
    assert {"boern_0_2", "boern_3_5"} <= columns.keys()
    columns, asked = taken(children("Moduler i alt", 150, 265, 40), **{setting: "den anden"})
    assert columns["boern"] == 4 and "boern_0_2" not in columns and not asked
    assert taken(children("Nye børn", 1, 0, 2))[1] == {}


def test_every_column_that_is_not_read_is_named() -> None:
    rows = [["Institution", "Adresse", "Nøgle", "Farve"], *([name, "x", 1, "rød", 7] for name in NAMES)]
    (table,) = tables_of(Sheet("Ark", rows))
    assert texts(editions.unread(table, {0, 2}, [1, 2, 3], known=False)) == [
        'Ark!D1: kolonnen "Farve" er ikke brugt.', 'Ark: heller ikke brugt: "Adresse" (kolonne B), kolonne E uden '
        "overskrift."]


def test_a_heading_over_two_columns_ends_where_the_next_begins() -> None:
    rows = [["Institution", "Indskrevne børn", None, "Børn i alt", "Sandsynlighed", "Bemærkning"],
            [None, "0-2 år", "3-5 år"], ["A", 1, 2, 3, 0.1], ["B", 3, 4, 7, 0.2]]
    (table,) = tables_of(Sheet("Ark", rows))
    assert table.columns == {"navn": 0, "boern_0_2": 1, "boern_3_5": 2, "belastning": 4}
    rows[0][3:5], rows[1] = ["Belastning", None], [None, "0-2 år", "3-5 år", None, None]
    assert tables_of(Sheet("Ark", rows))[0].columns["belastning"] == 3


def test_a_sum_may_stand_under_a_common_heading() -> None:
    rows = [["Institution", "Antal børn", None, None, "Belastning"], [None, "0-2 år", "3-5 år", "I alt", None],
            ["A", 1, 2, 3, 0.1], ["B", 3, 4, 7, 0.2]]
    (table,) = tables_of(Sheet("Ark", rows))
    assert (table.columns, table.texts[3]) == ({"navn": 0, "boern_0_2": 1, "boern_3_5": 2, "belastning": 4},
                                               "Antal børn I alt")


def test_the_words_of_an_edition_are_no_part_of_a_name() -> None:
    assert rivals.rival_keys("Adresse") == rivals.rival_keys("Nøgle") == rivals.rival_keys("Ny leder") == ()


@pytest.mark.parametrize(("lower", "under"), [
    (["0-2", "3-5", "Grundbudget", "Bemærkning"], 2), (["0-2", "3-5", "Belastning", "Note"], 2),
    (["0-2", "3-5", "I alt", "Bemærkning"], 4), (["2026", "2027", "2028"], 3),
])
def test_a_group_heading_ends_where_a_heading_of_another_kind_begins(lower: list[str], under: int) -> None:
    sheet = Sheet("Ark", [["", "Indskrevne børn"], ["Institution", *lower], ["A", *[1] * len(lower)]])
    _, uppers = joined(sheet, 0, 1, 0, 1 + len(lower))
    assert sum(map(bool, uppers.values())) == under and all(uppers[1 + number] for number in range(under))
