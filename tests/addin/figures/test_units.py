"""Amounts in 1.000 kr. and mio. kr., and several pools: all our sheets are in kr."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, key_figures, planned, prove, refused, table

ROWS = [["Navn", "Nøgle", "Budget", "Før"], ["A", 3, 1.2345678, -0.25], ["B", 1, 2, None]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$3"
           for key, letter in zip(("navn", "noegle", "grundbudget", "sidste_aar"), "ABCD", strict=True)}
IN_ALL_UNITS = case({"Ark": ROWS}, COLUMNS, pulje=1.23, enhed_pulje="1.000 kr.", enhed_grundbudget="mio. kr.",
                    enhed_sidste_aar="1.000 kr.")


def test_a_pool_in_thousands_is_distributed_in_kroner() -> None:
    """1.230 kr. as 3 : 1 is 922,50 and 307,50; the rests are equal, so the larger weight gets the krone."""
    plan = planned(IN_ALL_UNITS)
    assert amounts(plan) == {"A": 923, "B": 307}
    assert key_figures(plan)["Pulje, kr."] == 1230


def test_base_budget_and_last_year_are_shown_in_kroner_to_the_oere() -> None:
    result = table(planned(IN_ALL_UNITS), "fordeling")
    assert result["A"]["Grundbudget"] == 1_234_567.8
    assert result["A"]["Sidste år"] == -250
    assert result["B"]["Sidste år"] is None


def test_pools_are_added_and_shown_one_by_one() -> None:
    plan = planned(case({"Ark": ROWS}, COLUMNS, pulje=600, pulje_2=300, pulje_3=100))
    assert amounts(plan) == {"A": 750, "B": 250}
    figures = key_figures(plan)
    assert [figures[f"Heraf {what}, kr."] for what in ("pulje", "pulje 2", "pulje 3")] == [600, 300, 100]


def test_one_pool_is_not_shown_in_parts() -> None:
    assert not any("Heraf" in label for label in key_figures(planned(IN_ALL_UNITS)))


def test_an_unknown_unit_is_refused() -> None:
    assert 'Puljen står i: "euro" kendes ikke. Skriv kr., 1.000 kr., mio. kr.' in refused(
        case({"Ark": ROWS}, COLUMNS, pulje=1, enhed_pulje="euro"))


@pytest.mark.soffice
def test_the_control_sees_a_unit_or_a_pool_change(office: Office, tmp_path: Path) -> None:
    prove(office, IN_ALL_UNITS, tmp_path, [
        (cell_of(IN_ALL_UNITS, "enhed_pulje"), "kr."), (cell_of(IN_ALL_UNITS, "enhed_grundbudget"), "kr."),
        (cell_of(IN_ALL_UNITS, "enhed_sidste_aar"), "mio. kr."), (cell_of(IN_ALL_UNITS, "pulje"), 1.231),
        ("Ark!C2", 1.2345679), ("Ark!D2", 0.25), ("Ark!B3", 2)])


@pytest.mark.soffice
def test_the_control_sees_a_second_pool_appear(office: Office, tmp_path: Path) -> None:
    taken = case({"Ark": ROWS}, COLUMNS, pulje=600, pulje_2=300, pulje_3=None)
    prove(office, taken, tmp_path, [(cell_of(taken, "pulje_3"), 1), (cell_of(taken, "pulje_2"), None)])
