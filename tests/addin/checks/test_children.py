"""Children without an institution, keys without children, and counts above the number there is."""

from __future__ import annotations

import pytest

from tests.addin.checks.checking import children, delivered, found, made
from tests.planning import case


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


def test_a_delivered_count_above_the_children() -> None:
    assert found(delivered((5, 41), (60, 7))) == {
        "flere_end_boern": ["Anemonen (Ark!A2): 41 er talt, men der er 40 børn"]}


@pytest.mark.parametrize("key, boern, children", [(9, 0, "0 børn"), (9, None, "intet børnetal"), (0, 0, ""),
                                                  (9, 1, "")])
def test_a_key_without_children(key: int, boern: int | None, children: str) -> None:
    rows = [["Hus A", 40, 10], ["Hus B", boern, key]]
    columns = {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "noegle": "Ark!$C$2:$C$3"}
    lines = found(made(rows, columns)).get("uden_boern", [])
    assert lines == ([f"Hus B (Ark!A3) har nøglen 9 og {children}"] if children else [])


@pytest.mark.parametrize("unit, claim", [("kr.", 90_000), ("1.000 kr.", 90)])
def test_an_application_without_children_is_an_amount(unit: str, claim: int) -> None:
    taken = case({"Ark": [["Hus", "Børn", "Ansøgt beløb"], ["Hus A", 40, claim], ["Hus B", 0, claim]]},
                 {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "ansoegt": "Ark!$C$2:$C$3"}, pulje=100_000,
                 ansoegninger_deles="lige afslag", enhed_ansoegt=unit, enhed_pulje="kr.")
    assert found(taken)["uden_boern"] == ["Hus B (Ark!A3) har ansøgt om 90.000 kr. og har 0 børn"]


@pytest.mark.parametrize("boern, children", [(0, "0 børn"), (None, "intet børnetal"), (1, "")])
def test_a_burden_without_children_makes_no_key_and_is_red_all_the_same(boern: int | None, children: str) -> None:
    rows = [["Hus A", 40, 0.1], ["Hus B", boern, 0.2], ["Hus C", 30, 0.05]]
    columns = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "belastning": "Ark!$C$2:$C$4"}
    lines = found(made(rows, columns)).get("uden_boern", [])
    assert lines == ([f"Hus B (Ark!A3) har belastningen 0,2 og {children}"] if children else [])


def test_the_rows_without_an_institution_are_told_where_they_stop_the_reading() -> None:
    """All of them at once, under the check they belong to, and not as figures that cannot be read."""
    marks = [(1, "Anemonen", 1), (2, None, 1), (3, None, 1)]
    (line,) = found(children(marks)).pop("uden_institution")
    assert line.startswith("Børn: 2 børn har kriterier, men ingen institution: B3, B4.")
    assert list(found(children(marks))) == ["uden_institution"]
