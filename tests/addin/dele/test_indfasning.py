"""A transition: a part of each amount is last year's, and the sum is told and proven."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, cells, key_figures, planned, prove, refused, table, texts

ROWS = [["Institution", "Nøgle", "Børn", "Sidste år"], ["Solen", 10, 50, 400_000], ["Månen", 30, 60, 100_000],
        ["Ny", 20, 40, None], ["Lunden", 0, 0, 99_999]]
COLUMNS = {"navn": "Ark!$A$2:$A$5", "noegle": "Ark!$B$2:$B$5", "boern": "Ark!$C$2:$C$5",
           "sidste_aar": "Ark!$D$2:$D$5"}


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any):
    return case({"Ark": rows}, columns, **{"pulje": 600_000, "andel_nyt": 1 / 3, **values})


def test_a_third_is_new() -> None:
    """2/3 x 400.000 + 1/3 x 100.000 = 300.000, and so on; 2/3 x 599.999 + 1/3 x 600.000 = 599.999,33."""
    plan = planned(made())
    assert amounts(plan) == {"Solen": 300_000, "Månen": 166_667, "Ny": 66_666, "Lunden": 66_666}
    figures = key_figures(plan)
    assert (figures["Pulje, kr."], figures["Sidste år i alt, kr."]) == (600_000, 599_999)
    assert figures["Fordelt, kr."] == 599_999 and figures["Ikke fordelt, kr."] == 0
    assert table(plan, "fordeling")["Månen"]["Fuldt indfaset"] == 300_000


def test_the_trail_has_the_step() -> None:
    line = table(planned(made()), "trin")["Månen"]
    steps = ("Sidste år", "Ny fordeling", "Efter indfasning", "Afrunding", "Tildeling")
    assert [line[step] for step in steps] == pytest.approx([100_000, 300_000, 166_666 + 2 / 3, 1 / 3, 166_667])
    assert "Før afrunding" not in line and "Bundet af" not in line
    told = str(cells(planned(made()), "trin")[2, 0])
    assert told == "Indfasning: (1 - 1/3) x 599.999 kr. + 1/3 x 600.000 kr. = 599.999 kr."


def test_who_is_in_one_of_the_two_only_is_told() -> None:
    warnings = texts(planned(made()).warnings)
    assert "1 institution uden tildeling sidste år får kun 33,33 % af den nye fordeling: Ny." in warnings
    assert ("1 institution uden penge i den nye fordeling får 66,67 % af sidste års tildeling: Lunden.") in warnings
    assert any("Der uddeles 1 kr. mindre, end der fordeles af puljen" in warning for warning in warnings)


def test_nobody_is_said_to_get_nothing_or_a_guarantee_who_gets_a_part_of_last_years() -> None:
    said = "2 af 4 institutioner ligger under tærsklen og får intet i den nye fordeling: Solen, Lunden."
    assert said in texts(planned(made(taerskel=0.3)).warnings)
    warnings = texts(planned(made(taerskel=0.3, garanti=0.5)).warnings)
    assert "2 af 4 institutioner får deres garanti i den nye fordeling: Solen, Lunden." in warnings
    assert ("2 institutioner får kun sin garanti i den nye fordeling, for nøglen tæller ikke: Solen, Lunden."
            in warnings)


def test_the_same_total_as_last_year_is_the_pool() -> None:
    plan = planned(made(pulje=599_999))
    assert sum(amounts(plan).values()) == 599_999
    assert not any("end der fordeles af puljen" in warning for warning in texts(plan.warnings))


def test_whom_last_year_lifts_over_the_cap_is_told() -> None:
    """Solen's cap is 2.000 x 50; of last year's 400.000 it keeps two thirds."""
    warnings = texts(planned(made(loft=2000)).warnings)
    assert ("2 institutioner får mere end sit loft, fordi sidste års tildeling tæller med: Solen, Lunden.") in warnings


def test_the_price_level_is_lifted_first() -> None:
    assert amounts(planned(made(pl=0.1)))["Solen"] == pytest.approx(2 / 3 * 440_000 + 100_000 / 3, abs=1)


def test_all_new_is_the_distribution_itself() -> None:
    assert amounts(planned(made(andel_nyt=1))) == amounts(planned(made(andel_nyt=None)))
    assert "Fuldt indfaset" not in table(planned(made(andel_nyt=1)), "fordeling")["Ny"]


def test_a_tie_goes_to_the_largest_amount_and_is_told_so() -> None:
    """All alike: 2 kr. to three with 0,67 each."""
    columns = {key: place.replace("5", "4") for key, place in COLUMNS.items()}
    plan = planned(made([ROWS[0], ["A", 1, 1, 1], ["B", 1, 1, 1], ["C", 1, 1, 1]], columns, pulje=1, andel_nyt=0.5))
    assert amounts(plan) == {"A": 1, "B": 1, "C": 0}
    result = cells(plan, "bilag").values()
    assert "Ens rest og ens beløb: rækkefølgen i listen afgjorde det for A, B." in result
    assert "A: ens rest og beløb: rækkefølgen afgjorde afrundingen." in result
    assert any("ved ens rest til det største beløb, så til den første." in str(text)
               for text in cells(plan, "kontrol").values())


@pytest.mark.parametrize("part", [0, -0.1, 1.1, 33])
def test_a_part_that_is_none_is_refused(part: float) -> None:
    assert "ligger ikke mellem 0 og 1. Skriv fx 5/12 eller 42 %." in refused(made(andel_nyt=part))
    assert refused(made(andel_nyt=part)).startswith("Valg!B2: Indfasning, andel ny fordeling: ")


def test_traps_are_refused() -> None:
    without = {key: place for key, place in COLUMNS.items() if key != "sidste_aar"}
    assert "Indfasning, andel ny fordeling: der er ingen kolonne med sidste års tildeling" in refused(
        made(columns=without))
    negative = [*ROWS[:-1], ["Lunden", 0, 0, -1]]
    assert "tøm Indfasning, andel ny fordeling" in refused(made(negative))
    assert refused(made(negative)).startswith("Ark!D5: Lunden har en negativ")
    assert refused(made(hoejst=0)).startswith("Valg!B3: Højst af sidste år: 0 kan ikke bruges")
    saving = {**COLUMNS, "grundbudget": "Ark!$C$2:$C$5"}
    assert "kan ikke bruges i en besparelse" in refused(made(columns=saving, retning="besparelse"))


CASES = {
    "plain": made(),
    "half": made(andel_nyt=0.5, afrunding=100, pl=0.032),
    "bounds": made(garanti=0.9, hoejst=1.5, pulje=700_000, rows=ROWS[:4], columns={
        key: place.replace("5", "4") for key, place in COLUMNS.items()}),
    "cap": made(loft=4000, taerskel=0.3),
    "tie": made([ROWS[0], ["A", 1, 1, 1], ["B", 1, 1, 1], ["C", 1, 1, 1]], pulje=2, andel_nyt=0.5, columns={
        key: place.replace("5", "4") for key, place in COLUMNS.items()}),
}


@pytest.mark.soffice
@pytest.mark.parametrize("name", CASES)
def test_the_control_proves_it_and_sees_every_change(name: str, office: Office, tmp_path: Path) -> None:
    taken = CASES[name]
    prove(office, taken, tmp_path, [
        (cell_of(taken, "andel_nyt"), 0.4), (cell_of(taken, "sidste_aar", 1), 123_456),
        (cell_of(taken, "pulje"), 650_000), (cell_of(taken, "noegle"), 11)])
