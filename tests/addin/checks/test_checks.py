"""Each check: green on a good workbook, red on one thing wrong, and just that one."""

from __future__ import annotations

import dataclasses
from itertools import combinations
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from addin.checks.names import are_near, pairs
from addin.workbook import BadCell
from tests.addin.checks.checking import found, statuses
from tests.planning import Case, case
from workbook_templates.fordel_tjek import GROEN, TJEK

HEADINGS = ["Institution", "Børn", "Nøgle", "Sidste år", "Grundbudget"]
ROWS = [["Anemonen", 40, 10, 300, 3_000_000], ["Birkelunden", 30, 12, 350, 2_400_000],
        ["Cikorien", 50, 9, 320, 4_100_000]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4",
           "sidste_aar": "Ark!$D$2:$D$4", "grundbudget": "Ark!$E$2:$E$4"}


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any) -> Case:
    return case({"Ark": [HEADINGS, *rows]}, columns, **{"pulje": 1000, **values})


def with_cell(row: int, column: int, value: Any) -> list[list[Any]]:
    rows = [list(line) for line in ROWS]
    rows[row][column] = value
    return rows


def test_a_good_workbook_is_all_green() -> None:
    assert found(made()) == {}
    assert set(statuses(made()).values()) == {GROEN}
    assert list(statuses(made())) == [tjek.key for tjek in TJEK]


@pytest.mark.parametrize(
    "rows, values, key, text",
    [
        (with_cell(1, 0, "Anemomen"), {}, "navne", "Anemonen (Ark!A2) og Anemomen (Ark!A3)"),
        (with_cell(2, 1, None), {}, "uden_boern", "Cikorien (Ark!A4) har nøglen 9, men 0 børn"),
        (with_cell(0, 4, 3_000), {}, "enhed", "Ark!E2: grundbudgettet er 75 kr. pr. barn"),
        (ROWS, {"pulje": 1300}, "sidste_aar",
         "til fordeling er 1.300 kr., sidste års tildeling var 970 kr. i alt (+34 %)"),
        (ROWS, {"pulje": 1300, "centralt": 600}, "sidste_aar",
         "til fordeling er 700 kr., sidste års tildeling var 970 kr. i alt (-27,8 %)"),
        (with_cell(1, 2, 0), {}, "kommet_gaaet", "Birkelunden (Ark!A3) fik penge sidste år, men har ingen nøgle nu"),
        (with_cell(1, 0, "Birkelunden åbner i august"), {}, "maaneder",
         "Birkelunden åbner i august (Ark!A3) har ingen måneder i drift"),
    ],
)
def test_one_thing_wrong_is_one_red(rows, values, key, text) -> None:
    assert found(made(rows, **values)) == {key: [text]}


def test_one_that_is_new_is_told() -> None:
    rows = with_cell(2, 3, None)
    assert found(made(rows, pulje=700)) == {
        "kommet_gaaet": ["Cikorien (Ark!A4) har en nøgle nu, men ingen tildeling sidste år"]}


def test_a_successor_has_neither_come_nor_gone() -> None:
    rows = [["Anemonen", 40, 10, 300, None], ["Nyhuset", 30, 12, None, "Gamlehuset"],
            ["Gamlehuset", None, None, 600, None]]
    columns = {key: COLUMNS[key] for key in ("navn", "boern", "noegle", "sidste_aar")}
    columns["erstatter"] = "Ark!$E$2:$E$4"
    assert found(made(rows, columns, pulje=900)) == {}


@pytest.mark.parametrize("share, red", [(1.25, False), (1.26, True), (0.75, False), (0.74, True)])
def test_how_far_the_pool_may_be_from_last_year(share, red) -> None:
    assert ("sidste_aar" in found(made(pulje=970 * share))) is red


def test_last_year_is_compared_in_the_new_price_level() -> None:
    assert "sidste_aar" in found(made(pulje=1300))
    assert "sidste_aar" not in found(made(pulje=1300, pl=0.1))


def burdens(values: Any, **more: Any) -> Case:
    rows = [["Institution", "Børn", "Andel"], *([f"Hus {name}", 40, value] for name, value in zip("ABC", values))]
    columns = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "belastning": "Ark!$C$2:$C$4"}
    return case({"Ark": rows}, columns, pulje=90_000, **more)


def test_percentages_typed_as_numbers() -> None:
    assert found(burdens((12, 8, 30))) == {"procent": ["Ark!C2: 12 er 1.200 % (3 af 3 er over 1)"]}
    assert found(burdens((0.12, 0.08, 0.3))) == {}
    assert found(burdens((0.9, 0.8, 1.4))) == {}  # an index may well be above 1 for one


def test_an_error_anywhere_is_red_with_its_cell() -> None:
    taken = made().snapshot()
    other = dataclasses.replace(taken.sheets[0], name="Andet", rows=[[None, BadCell("#REF!")]])
    hidden = dataclasses.replace(other, name="Gemt", visible=False)
    taken = dataclasses.replace(taken, sheets=(*taken.sheets, other, hidden))
    assert found(taken) == {"fejlvaerdier": ["Andet!B1 er #REF!"]}


def test_figures_that_cannot_be_read_are_one_red_and_the_rest_is_unknown() -> None:
    answers = statuses(made(with_cell(1, 2, "n/a")))
    assert answers["laest"] == "rød" and answers["fejlvaerdier"] == GROEN
    assert {answers[tjek.key] for tjek in TJEK[2:]} == {""}
    assert "Ark!C3" in found(made(with_cell(1, 2, "n/a")))["laest"][0]


def test_hidden_rows_and_columns_in_use() -> None:
    taken = made().snapshot()
    sheet = dataclasses.replace(taken.sheets[0], hidden_rows=frozenset({2, 9}), hidden_columns=frozenset({2, 7}))
    taken = dataclasses.replace(taken, sheets=(sheet, *taken.sheets[1:]))
    assert found(taken) == {"skjulte": ["Birkelunden (Ark!A3) er skjult", "Ark: kolonne C (Nøgle) er skjult"]}


def children(marks: Any, **values: Any) -> Case:
    rows = [["Institution", "0-2 år", "3-5 år"], ["Anemonen", 1, 1], ["Birkelunden", 5, 5]]
    sheet = [["Barn", "Institution", "Kriterium"], *marks]
    last = len(sheet)
    return case({"Ark": rows, "Børn": sheet}, {
        "navn": "Ark!$A$2:$A$3", "boern_0_2": "Ark!$B$2:$B$3", "boern_3_5": "Ark!$C$2:$C$3",
        "barn_institution": f"Børn!$B$2:$B${last}", "barn_kriterier": f"Børn!$C$2:$C${last}"},
        pulje=1000, mindst_kriterier=1, **values)


def test_a_child_without_an_institution() -> None:
    marks = [[1, "Anemonen", 1], [2, None, None], [3, "Birkelunden", 1], [None, None, None]]
    assert found(children(marks)) == {"uden_institution": ["Børn!B3: rækken har ingen institution"]}


def test_a_scored_child_without_an_institution() -> None:
    rows = [["Nr.", "Institution", "Score"], [1, "Anemonen", 0.5], [2, None, None], [3, "Birkelunden", 0.2]]
    homes = [["Institution", "Børn"], ["Anemonen", 2], ["Birkelunden", 2]]
    taken = case({"Ark": homes, "Børn": rows}, {
        "navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "score_institution": "Børn!$B$2:$B$4",
        "score": "Børn!$C$2:$C$4"}, pulje=1000)
    assert found(taken) == {"uden_institution": ["Børn!B3: rækken har ingen institution"]}


def test_more_children_counted_than_there_are() -> None:
    marks = [[number, "Anemonen", 1] for number in range(3)] + [[9, "Birkelunden", 1]]
    assert found(children(marks)) == {"flere_end_boern": ["Anemonen (Ark!A2): 3 er talt, men der er 2 børn"]}
    assert found(children(marks[1:])) == {}


def delivered(*counts: Any, **values: Any) -> Case:
    rows = [["Institution", "0-2 år", "3-5 år"], ["Anemonen", 20, 20], ["Birkelunden", 30, 30]]
    sheet = [["Navn", "Enlige", "Ledige"], ["Anemonen", *counts[0]], ["Birkelunden", *counts[1]]]
    return case({"Ark": rows, "DST": sheet}, {
        "navn": "Ark!$A$2:$A$3", "boern_0_2": "Ark!$B$2:$B$3", "boern_3_5": "Ark!$C$2:$C$3",
        "antal_institution": "DST!$A$2:$A$3", "antal_kriterier": "DST!$B$2:$C$3"}, pulje=1000, **values)


def test_a_delivered_count_above_the_children() -> None:
    assert found(delivered((5, 41), (60, 7))) == {
        "flere_end_boern": ["Anemonen (Ark!A2): 41 er talt, men der er 40 børn"]}


def test_suppressed_counts_are_told_by_cell() -> None:
    assert found(delivered((5, "<3"), ("-", ".."), erstat=1)) == {
        "skjulte_antal": ['DST!C2 er skjult ("<3")', 'DST!C3 er skjult ("..")']}


@pytest.mark.parametrize(
    "one, other, near",
    [
        ("Børnehuset Solen", "Børnehuset Soolen", True),
        ("Børnehuset Solen", "Børnehuset-Solen", True),
        ("Birken", "Birken.", True),
        ("Skole 1", "Skole 2", False),
        ("Skole A", "Skole B", False),
        ("Solen", "Solan", False),  # short names differ by a letter and mean two
        ("Møllehuset", "Møllerhuset", True),
        ("Møllehuset", "Møllebakken", False),
        ("Afdeling 11", "Afdeling 12", False),
        ("Hus nr. 4100", "Hus nr. 4101", False),
        ("Børnehuset II", "Børnehuset III", False),
        ("Afdelingen 1-2", "Afdelingen 12", False),
        ("Bakkegården", "Bakkegaarden", True),
        ("Mariehønen", "Mariehoenen", True),
    ],
)
def test_which_names_are_near(one, other, near) -> None:
    assert are_near(one, other) is are_near(other, one) is near


GROUPED = {**COLUMNS, "modtager": "Ark!$E$2:$E$4"}
del GROUPED["grundbudget"]


def grouped(*groups: Any, before: Any = (500, None, 470), pool: float = 970) -> Case:
    rows = [[*row[:3], last, group] for row, last, group in zip(ROWS, before, groups)]
    return made(rows, GROUPED, pulje=pool)


def test_who_has_come_and_gone_is_judged_by_who_is_given_the_money() -> None:
    assert found(grouped("Nord", "Nord", None)) == {}
    assert list(found(grouped(None, None, None))) == ["kommet_gaaet"]


SLIPS = st.tuples(st.integers(0, 9), st.integers(0, 2), st.sampled_from(("", "a", "å", "o", ".", " ", "1")))


@given(st.lists(st.text("aåesø 1", min_size=6, max_size=10), min_size=1, max_size=4), st.lists(SLIPS, max_size=8))
def test_no_pair_is_missed_for_being_quick(names: list[str], slips: list[tuple[int, int, str]]) -> None:
    for number, (at, gone, put) in enumerate(slips):
        name = names[number % len(names)]
        names.append(name[:at] + put + name[at + gone:])
    names = list(dict.fromkeys(names))
    expected = [pair for pair in combinations(names, 2) if are_near(*pair)]
    event(f"{min(len(expected), 3)} pairs")
    assert pairs(names) == expected


def test_recipients_that_are_nearly_the_same_are_told() -> None:
    rows = grouped("Dagtilbud Nord", "Dagtilbud Nordd", "Skovhuset", before=(300, 200, 470))
    assert found(rows) == {"navne": ["modtageren Dagtilbud Nord og modtageren Dagtilbud Nordd"]}


def test_hidden_cells_of_other_sheets_that_are_used() -> None:
    taken = delivered((5, 4), (6, 7)).snapshot()
    sheets = [dataclasses.replace(sheet, hidden_rows=frozenset({1}), hidden_columns=frozenset({2}))
              if sheet.name == "DST" else sheet for sheet in taken.sheets]
    assert found(dataclasses.replace(taken, sheets=tuple(sheets))) == {
        "skjulte": ["DST: 1 række er skjult, den første er 2",
                    "DST: kolonne C (Leverede antal: kriterier) er skjult"]}


def test_children_of_a_part_of_the_year_are_not_few() -> None:
    rows = [[*row[:3], row[4], months] for row, months in zip(ROWS, (1, 12, 12))]
    columns = {key: COLUMNS[key] for key in ("navn", "boern", "noegle")}
    assert found(made(rows, {**columns, "grundbudget": "Ark!$D$2:$D$4", "maaneder": "Ark!$E$2:$E$4"})) == {}


def test_a_last_year_below_nothing_is_compared_with_nothing() -> None:
    assert "sidste_aar" not in found(made(with_cell(0, 3, -3000)))
