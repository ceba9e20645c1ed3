"""Children for the threshold and for kr. per child, and months in operation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import Case, amounts, case, cell_of, cells, planned, prove, refused, table

ROWS = [["Navn", "0-2", "3-5", "Udsatte", "Mdr"], ["A", 10, 20, 3, None], ["B", 0, 40, 6, 6], ["C", 20, 20, 4, 12]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(
    ("navn", "boern_0_2", "boern_3_5", "noegle"), "ABCD", strict=True)}
MONTHS = {"maaneder": "Ark!$E$2:$E$4"}
BURDEN = {**{key: COLUMNS[key] for key in ("navn", "boern_0_2", "boern_3_5")}, "belastning": COLUMNS["noegle"]}
POINTS = {"belastning_i": "point"}


def counts(columns: dict[str, str] = COLUMNS, **values: Any) -> Case:
    return case({"Ark": ROWS}, columns, **{"pulje": 1300, "vaegt": 2, **values})


# ------------------------------------------------------------------------------------- which children


def test_counted_children_are_what_a_threshold_divides_by_weighted_ones_what_kr_per_child_does() -> None:
    """Heads 30, 40, 40 and burdens 0,1, 0,15, 0,1; weighted children 40, 40, 60."""
    plan = planned(counts(taerskel=0.1, pulje=1300))
    assert amounts(plan) == {"A": 300, "B": 600, "C": 400}
    result = table(plan, "fordeling")
    assert [result[name]["Børn til tærskel"] for name in "ABC"] == [30, 40, 40]
    assert [table(plan, "trin")[name]["Belastning"] for name in "ABC"] == [0.1, 0.15, 0.1]
    assert [table(plan, "trin")[name]["Pr. barn"] for name in "ABC"] == [7.5, 15, 400 / 60]
    assert [result[name]["Kr. pr. vægtet barn"] for name in "ABC"] == [7.5, 15, 400 / 60]
    assert [result[name]["Kr. pr. barn"] for name in "ABC"] == [10, 15, 10]  # of heads


def test_weighted_children_for_the_threshold_too() -> None:
    """Burdens 3/40, 6/40, 4/60: only B reaches 10 %."""
    plan = planned(counts(taerskel=0.1, boern_til_taerskel="vægtet"))
    assert amounts(plan) == {"A": 0, "B": 1300, "C": 0}
    assert "Børn til tærskel" not in table(plan, "fordeling")["A"]


def test_counted_children_for_kr_per_child_and_the_cap() -> None:
    """A cap of 20 kr. per child: 600, 800 and 800 by heads, 800, 800 and 1.200 by weighted children."""
    assert amounts(planned(counts(loft=20, pulje=2200, boern_til_kr="antal"))) == {"A": 600, "B": 800, "C": 800}
    assert sum(amounts(planned(counts(loft=20, pulje=2800))).values()) == 2800


def test_a_burden_is_multiplied_by_the_children_of_kr_per_child_and_compared_as_it_stands() -> None:
    """3 x 30, 6 x 40, 4 x 40 of 490 by heads; 3 x 40, 6 x 40, 4 x 60 of 600 by weighted children."""
    assert amounts(planned(counts(BURDEN, **POINTS, pulje=490, boern_til_kr="antal"))) == {"A": 90, "B": 240, "C": 160}
    assert amounts(planned(counts(BURDEN, **POINTS, pulje=600))) == {"A": 120, "B": 240, "C": 240}
    plan = planned(counts(BURDEN, **POINTS, pulje=480, taerskel=4))
    assert amounts(plan) == {"A": 0, "B": 240, "C": 240}
    assert "Børn til tærskel" not in table(plan, "fordeling")["A"]


def test_the_trail_shows_both_kinds_of_children() -> None:
    trail = table(planned(counts(taerskel=0.1)), "trin")
    assert [trail["B"][heading] for heading in ("Børn", "Børn til tærskel", "Nøgle", "Belastning", "Over tærskel")] == [
        40, 40, 6, 0.15, "ja"]


def test_a_choice_nobody_knows_is_refused() -> None:
    assert 'Børn til kr. pr. barn: "hoveder" kendes ikke. Skriv vægtet, antal.' in refused(
        counts(boern_til_kr="hoveder"))


@pytest.mark.soffice
def test_the_control_follows_both_kinds_of_children(office: Office, tmp_path: Path) -> None:
    taken = counts(taerskel=0.1, boern_til_taerskel="antal", boern_til_kr="vægtet", loft=40)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "boern_til_taerskel"), "vægtet"), (cell_of(taken, "boern_til_kr"), "antal"),
        (cell_of(taken, "vaegt"), 1), ("Ark!B2", 11), ("Ark!C3", 41), ("Ark!D4", 5)])


# ------------------------------------------------------------------------------------- months


def test_children_and_keys_are_counted_for_the_months_of_the_year() -> None:
    """Keys 3, 3, 4 and weighted children 40, 20, 60; heads are as many whatever the months."""
    plan = planned(counts({**COLUMNS, **MONTHS}, pulje=1000))
    assert amounts(plan) == {"A": 300, "B": 300, "C": 400}
    result = table(plan, "fordeling")
    assert [result[name]["Vægtede børn"] for name in "ABC"] == [40, 20, 60]
    assert [result[name]["Børn"] for name in "ABC"] == [30, 40, 40]


def test_a_burden_is_the_same_whatever_the_months() -> None:
    """3 x 40, 6 x 20, 4 x 60 of 480; at a threshold of 6 only B, whose burden half a year leaves at 6."""
    assert amounts(planned(counts({**BURDEN, **MONTHS}, **POINTS, pulje=480))) == {"A": 120, "B": 120, "C": 240}
    assert amounts(planned(counts({**BURDEN, **MONTHS}, **POINTS, pulje=480, taerskel=6))) == {"A": 0, "B": 480, "C": 0}


def test_the_trail_shows_the_months() -> None:
    plan = planned(counts({**COLUMNS, **MONTHS}, pulje=1000))
    below = table(plan, "trin", "Måneder")
    headings = ("0-2 år", "3-5 år", "Måneder", "Børn", "Nøgle i tabellen", "Nøgle")
    assert [below["B"][heading] for heading in headings] == [0, 40, 6, 20, 6, 3]
    assert "(2 x 0-2 år + 3-5 år) x måneder / 12." in cells(plan, "trin").values()
    assert "Måneder" not in cells(planned(counts()), "trin").values()


@pytest.mark.parametrize(("value", "told"), [(12.5, "Ark!E3: 12,5 måneder er mere end et år"),
                                             (-1, "Ark!E3: Fordel_maaneder kan ikke være negativ"),
                                             ("maj", 'Ark!E3: "maj" er ikke et tal')])
def test_months_beyond_a_year_are_refused(value: Any, told: str) -> None:
    rows = [*ROWS[:2], [*ROWS[2][:4], value], ROWS[3]]
    assert told in refused(case({"Ark": rows}, {**COLUMNS, **MONTHS}, pulje=1))


def test_closed_all_year_is_nothing() -> None:
    rows = [*ROWS[:2], [*ROWS[2][:4], 0], ROWS[3]]
    assert amounts(planned(case({"Ark": rows}, {**COLUMNS, **MONTHS}, pulje=700))) == {"A": 300, "B": 0, "C": 400}


@pytest.mark.soffice
@pytest.mark.parametrize("columns", [COLUMNS, BURDEN], ids=["nøgle", "belastning"])
def test_the_control_follows_the_months(office: Office, tmp_path: Path, columns: dict[str, str]) -> None:
    points = POINTS if columns is BURDEN else {}
    prove(office, counts({**columns, **MONTHS}, taerskel=0.09, loft=100, **points), tmp_path, [
        ("Ark!E2", 11), ("Ark!E3", 7), ("Ark!E3", None), ("Ark!E4", 0), ("Ark!B2", 9), ("Ark!D3", 5.9)])


@pytest.mark.soffice
def test_burdens_in_per_cent_are_shares_and_the_control_follows_them(office: Office, tmp_path: Path) -> None:
    as_points = amounts(planned(counts(BURDEN, pulje=600, belastning_i="point", taerskel=4)))
    taken = counts(BURDEN, pulje=600, belastning_i="procent", taerskel=0.04)
    assert amounts(planned(taken)) == as_points
    prove(office, taken, tmp_path, [("Ark!D3", 5.9), ("Ark!D4", 3.9)])
