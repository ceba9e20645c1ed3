"""Amounts in 1.000 kr. and mio. kr., and several pools: all our sheets are in kr."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.workbook import Plan
from tests.calc.office import Office
from tests.planning import (
    amounts,
    case,
    cell_of,
    cells,
    key_figures,
    notes_of_figures,
    place_of,
    planned,
    prove,
    refused,
    table,
)

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


# ------------------------------------------------------------------------------------- what is kept centrally


def page(plan: Plan) -> str:
    """The page's words, lines that are broken put together."""
    return " ".join(str(text) for (_, column), text in sorted(cells(plan, "fordeling").items()) if column < 2 and text)


def test_the_page_says_the_frame_what_is_kept_of_it_and_what_is_given() -> None:
    """Randers' frame of 15,52 mio. kr.; three lines, of which the last is calculated."""
    plan = planned(case({"Ark": ROWS}, COLUMNS, pulje=15_520_000, centralt=9_590_000, centralt_formaal="vuggestuer",
                        enhed_pulje="kr.", enhed_grundbudget="mio. kr.", enhed_sidste_aar="kr."))
    assert sum(amounts(plan).values()) == 5_930_000
    for said in ("Rammen er 15.520.000 kr.", "Heraf centralt 9.590.000 kr. (61,8 %) til vuggestuer.",
                 "Der fordeles 5.930.000 kr. til 2 institutioner"):
        assert said in page(plan)
    assert notes_of_figures(plan)["Central pulje, af toppen, kr."] == "61,79 % af puljen, til vuggestuer."


def test_a_share_of_the_frame_is_kept_centrally() -> None:
    """"1 % af 100 mio." to give is 99 % kept; in whole øre, half up."""
    def given(**values: Any) -> Plan:
        return planned(case({"Ark": [row[:2] for row in ROWS]}, {key: COLUMNS[key] for key in ("navn", "noegle")},
                            **values))

    plan = given(pulje=100, enhed_pulje="mio. kr.", centralt_andel=0.99)
    assert sum(amounts(plan).values()) == 1_000_000
    assert key_figures(plan)["Central pulje, af toppen, kr."] == 99_000_000
    figures = key_figures(given(pulje=0.5, centralt_andel=0.01, afrunding=0.01))
    assert (figures["Central pulje, af toppen, kr."], figures["Til fordeling, kr."]) == (0.01, 0.49)
    assert "Heraf centralt" not in page(given(pulje=100))


@pytest.mark.parametrize(("values", "said"), [
    ({"centralt_andel": 1}, "1 ligger ikke mellem 0 og 1; mente du 1 %?"), ({"centralt_andel": 0}, "0 ligger ikke"),
    ({"centralt_andel": 0.1, "centralt": 5}, "kan ikke bruges sammen: beløbet eller andelen.")])
def test_a_share_is_one_and_stands_alone(values: dict[str, float], said: str) -> None:
    assert said in refused(case({"Ark": ROWS}, COLUMNS, pulje=1000, **values))


@pytest.mark.soffice
def test_the_control_proves_a_share_that_is_kept(office: Office, tmp_path: Path) -> None:
    taken = case({"Ark": ROWS}, COLUMNS, pulje=1.2, pulje_2=0.7, centralt_andel=0.123, enhed_pulje="1.000 kr.",
                 enhed_grundbudget="mio. kr.", enhed_sidste_aar="kr.")
    plan = planned(taken)
    given = {place_of(plan, name, "Tildeling"): amounts(plan)[name] + more for name, more in (("A", -1), ("B", 1))}
    prove(office, taken, tmp_path, [(cell_of(taken, "centralt_andel"), 0.124), (cell_of(taken, "pulje_2"), 0.8),
                                    (cell_of(taken, "centralt"), 0.1), given])
    prove(office, case({"Ark": ROWS}, COLUMNS, pulje=1000), tmp_path, [(cell_of(case(
        {"Ark": ROWS}, COLUMNS, pulje=1000), "centralt_andel"), 0.1)])
