"""Weights of criteria on a sheet with a row per child."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from tests.calc.office import Office
from tests.planning import WHY, Case, amounts, case, cell_of, planned, prove

HOUSES = [["Navn", "Børn"], ["A", 10], ["B", 10]]
MARKS = [["Hus", "k1", "k2"], ["A", 1, 0], ["A", 1, 1], ["B", "x", "ja"], ["B", 0, 1], ["B", 0, 1], [None, None, None]]
COLUMNS = {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "barn_institution": "Marks!$A$2:$A$7",
           "barn_kriterier": "Marks!$B$2:$C$7", "kriterievaegte": "Ark!$D$1:$D$2"}


def weighted(first: float | None, second: float, **values: Any) -> Case:
    houses = [[*HOUSES[0], "", first], [*HOUSES[1], "", second], HOUSES[2]]
    return case({"Ark": houses, "Marks": MARKS}, COLUMNS, **{"pulje": 1000, "mindst_kriterier": 1.5, **values})


def test_a_child_counts_where_its_weighted_criteria_reach_the_least() -> None:
    """k1 weighs 1, k2 weighs 0,5: 1 and 1,5 in A; 1,5, 0,5 and 0,5 in B. At least 1,5: one child in each."""
    assert amounts(planned(weighted(1, 0.5))) == {"A": 500, "B": 500}
    assert amounts(planned(weighted(2, 0.5))) == {"A": 667, "B": 333}


def test_all_criteria_are_added_with_their_weights() -> None:
    """2 x 2 + 3 = 7 in A, 2 x 1 + 3 x 3 = 11 in B."""
    assert amounts(planned(weighted(2, 3, metode="kriterier", pulje=1800))) == {"A": 700, "B": 1100}


@pytest.mark.soffice
@pytest.mark.parametrize("method", ["unikke", "kriterier"])
def test_the_control_follows_weights_and_marks(office: Office, tmp_path: Path, method: str) -> None:
    taken = weighted(1, 0.5, metode=method)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "kriterievaegte"), 1.1), (cell_of(taken, "kriterievaegte", 1), 1), ("Marks!B2", 0),
        ("Marks!A3", "B"), (cell_of(taken, "metode"), "kriterier" if method == "unikke" else "unikke")])


def test_children_are_counted_by_institution_and_given_to_its_recipient_for_the_months_of_the_year() -> None:
    """One child counts in A and one in B, which is open half a year: 1 and 0,5 of 1,5 to one recipient, C's 1 to C."""
    plan = planned(together())
    assert amounts(plan) == {"Nord": 600, "C": 400}


def together(**values: Any) -> Case:
    houses = [["Navn", "Børn", "Til", "Mdr"], ["A", 10, "Nord", None], ["B", 10, "Nord", 6], ["C", 8, None, 12]]
    columns = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(
        ("navn", "boern", "modtager", "maaneder"), "ABCD", strict=True)}
    marks = [*MARKS[:-1], ["C", 1, 1]]
    return case({"Ark": houses, "Marks": marks}, {**columns, "barn_institution": "Marks!$A$2:$A$7",
                                                  "barn_kriterier": "Marks!$B$2:$C$7"},
                **{"pulje": 1000, "mindst_kriterier": 2, **values})


@pytest.mark.soffice
def test_the_control_follows_a_child_to_the_recipient_of_its_institution(office: Office, tmp_path: Path) -> None:
    prove(office, together(taerskel=0.1, taerskel_paa="institution"), tmp_path, [
        ("Marks!A3", "B"), ("Marks!B3", 0), ("Marks!A7", "A"), ("Ark!C3", None), ("Ark!D3", 7), ("Ark!A3", "Andet"),
        ("Ark!B4", 9), ("Marks!A8", "A")])


def test_a_list_that_is_named_longer_than_there_is_anything_in_it(tmp_path: Path) -> None:
    """A sheet that a program has cut after its last row, under names that reach further."""
    taken = weighted(1, 0.5)
    longer = {**taken.names, "barn_institution": "Marks!$A$2:$A$9", "barn_kriterier": "Marks!$B$2:$C$9"}
    taken = taken._replace(names=longer)
    assert amounts(planned(taken)) == {"A": 500, "B": 500}
    job.run(taken.file(tmp_path / "ind.xlsx"), tmp_path / "ud.xlsx", WHY)
