"""The threshold tested on groups: all in one that reaches it count with their whole key. On institutions:
test_recipients.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.finding.asking import Asked
from tests.calc.office import Office
from tests.planning import (
    Case,
    amounts,
    calculated,
    case,
    cell_of,
    cells,
    notes_of_figures,
    place_of,
    planned,
    prove,
    refused,
    table,
    texts,
)
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl

ROWS: list[list[Any]] = [
    ["Navn", "Område", "Børn", "Udsatte", "Til"],
    ["A", "Gellerup", 20, 8, "Nord"], ["B", "Gellerup", 20, 1, "Nord"], ["C", "Risskov", 30, 2, None],
    ["D", "Risskov", 10, 3, "Nord"]]
COLUMNS = {"navn": "A", "gruppe": "B", "boern": "C", "noegle": "D"}


def areas(rows: list[list[Any]] = ROWS, more: str = "", **values: Any) -> Case:
    """Gellerup has 9 of 40 children, Risskov 5 of 40."""
    columns = {**COLUMNS, **({more: "E"} if more else {})}
    return case({"Ark": rows}, {key: f"Ark!${at}$2:${at}${len(rows)}" for key, at in columns.items()},
                **{"pulje": 900, "taerskel": 0.2, "taerskel_paa": "gruppe", **values})


def test_all_in_an_area_that_reaches_it_are_given_money() -> None:
    """B has 5 % and is in, D has 30 % and is out."""
    plan = planned(areas())
    assert amounts(plan) == {"A": 800, "B": 100, "C": 0, "D": 0}
    assert amounts(planned(areas(taerskel_paa="institution"))) == {"A": 655, "B": 0, "C": 0, "D": 245}
    assert "2 af 4 institutioner ligger i en gruppe under tærsklen og tæller ikke med: C, D." in texts(plan.warnings)
    assert notes_of_figures(plan)["Tærskel"] == "Prøvet på gruppen."
    told = " ".join(map(str, cells(plan, "fordeling").values()))  # a line that is broken goes on indented
    assert "er det under 20 % af børnene i gruppen" in " ".join(told.split())
    assert [table(plan, "trin")[name]["Over tærskel"] for name in "ABCD"] == ["ja", "ja", "nej", "nej"]
    below = table(plan, "trin", "Gruppe")["B"]
    assert [below[heading] for heading in ("Gruppe", "Gruppens nøgle", "Gruppens børn", "Vægt")] == [
        "Gellerup", 9, 40, 1]


@pytest.mark.parametrize(("limit", "there"), [(0.125, True), (0.1251, False)])
def test_a_group_that_is_just_at_it_is_in(limit: float, there: bool) -> None:
    assert (amounts(planned(areas(taerskel=limit)))["C"] > 0) is there


@given(st.lists(st.tuples(st.sampled_from("NSØ"), st.integers(0, 9), st.integers(1, 30)), min_size=1, max_size=8),
       st.sampled_from([0.0, 0.1, 0.25]))
def test_it_is_the_function_over_the_keys_of_the_groups_that_reach_it(lines: list[tuple[str, int, int]], limit: float
                                                                     ) -> None:
    sums = {name: [sum(line[at] for line in lines if line[0] == name) for at in (1, 2)] for name, *_ in lines}
    keys = [key if sums[name][0] - limit * sums[name][1] >= -1e-9 else 0 for name, key, _ in lines]
    rows = [ROWS[0][:4], *([f"Hus {at}", name, boern, key] for at, (name, key, boern) in enumerate(lines))]
    if sum(key for _, key, _ in lines) == 1:  # a key that is shares has no burden
        return
    try:
        wanted = FUNCTIONS["FORDEL_PULJE"](900, keys).tolist()
        run = calculated(areas(rows, taerskel=limit))
    except (RegelFejl, Asked):  # nobody has a key; a row that is the sum of those over it is asked about
        return
    assert run.first.tildeling.tolist() == wanted


def test_recipients_may_lie_over_groups() -> None:
    """Nord has A and B with 9 in Gellerup, and D that counts for nothing."""
    assert amounts(planned(areas(more="modtager"))) == {"Nord": 900, "C": 0}


@pytest.mark.parametrize(("taken", "said"), [
    (areas(taerskeltype="over"), '"over" kan ikke bruges, når tærsklen prøves på gruppe'),
    (areas([*ROWS[:4], ["D", None, 10, 3, None]]), "Ark!B5: D står ikke i nogen gruppe"),
    (areas([[row[0], None, *row[2:]] for row in ROWS]), "institutionerne står ikke i grupper"),
    (areas([*ROWS[:4], ["D", "Risskov", 0, 3, None]]), "D har nøglen 3, men 0 børn"),
    (areas(taerskel=0.5), "ingen når op på 50 %; den højeste belastning er 22,5 %")])
def test_what_has_no_meaning_is_refused(taken: Case, said: str) -> None:
    assert said in refused(taken)


@pytest.mark.soffice
@pytest.mark.parametrize("more", ["", "modtager"])
def test_the_control_proves_it(office: Office, tmp_path: Path, more: str) -> None:
    taken = areas(more=more)
    plan = planned(taken)
    changes: list[Any] = [("Ark!B5", "Gellerup"), ("Ark!D5", 9), ("Ark!C3", 41), (cell_of(taken, "taerskel"), 0.1),
                          (cell_of(taken, "taerskel_paa"), "institution")]
    if not more:
        changes.append({place_of(plan, "A", "Tildeling"): 799, place_of(plan, "B", "Tildeling"): 101})
    prove(office, taken, tmp_path, changes)
