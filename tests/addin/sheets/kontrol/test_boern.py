"""What the control says of a sheet with a row per child: counts and mean scores by number, never by name."""

from __future__ import annotations

from typing import Any

from addin.sheets import boernelinjer
from addin.sheets.kontrol import boern
from addin.sheets.kontrol.omgivelser import Surroundings
from tests.addin.checks.checking import children
from tests.planning import Case, calculated, case

MARKED = children([[1, "Anemonen", 1], [2, "Birkelunden", 1], [3, "Birkelunden", 0]])


def scored() -> Case:
    rows = [["Nr.", "Institution", "Score"], [1, "Anemonen", 0.5], [2, "Birkelunden", 0.2]]
    homes = [["Institution", "Børn"], ["Anemonen", 2], ["Birkelunden", 2]]
    return case({"Ark": homes, "Børn": rows}, {
        "navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "score_institution": "Børn!$B$2:$B$3",
        "score": "Børn!$C$2:$C$3"}, pulje=1000)


def made(taken: Case) -> tuple[Any, Any]:
    run = calculated(taken)
    helper = boernelinjer.sheet(run)
    assert helper is not None
    return run.first, helper


def test_children_are_counted_by_the_number_of_their_institution() -> None:
    result, helper = made(MARKED)
    assert boern.made_of(result, helper, "$A9") == (
        "SUMIFS('Fordel børn'!$B$5:$B$7,'Fordel børn'!$A$5:$A$7,$A9)")


def test_a_score_is_the_mean_of_the_user_s_own_and_nothing_where_there_is_none() -> None:
    result, helper = made(scored())
    many = "COUNTIF('Fordel børn'!$A$5:$A$6,$A9)"
    assert boern.made_of(result, helper, "$A9") == (
        f"IF({many}=0,0,SUMIF('Fordel børn'!$A$5:$A$6,$A9,'Børn'!$C$2:$C$3)/{many})")


def test_the_cells_that_checks_name() -> None:
    for taken, keys in ((MARKED, {"kriterier", "kriterier_da"}), (scored(), {"scorer"})):
        result, helper = made(taken)
        found = boern.cells(result, helper, Surroundings(result, frozenset()))
        assert set(found) == {"boern_nr", "boern_samme", "under_listen"} | keys
        assert found["boern_nr"] != found["boern_samme"]


def test_the_fingerprints_now_and_then_stand_one_under_the_other() -> None:
    result, helper = made(MARKED)
    found = boern.cells(result, helper, Surroundings(result, frozenset()))
    assert (found["kriterier"], found["kriterier_da"]) == ("'Fordel børn'!$E$2", "'Fordel børn'!$E$3")
