"""Last year's amounts in the new price level, and shares of them that are refused. Who is bound by them:
tests/addin/dele/test_garanti.py."""

from __future__ import annotations

from typing import Any

import pytest

from tests.planning import amounts, case, cells, key_figures, planned, refused, table

ROWS = [["Institution", "Børn", "Nøgle", "Sidste år"],
        ["Anemonen", 40, 10, 500], ["Birken", 40, 10, 300], ["Cikorien", 40, 10, 200]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4",
           "sidste_aar": "Ark!$D$2:$D$4"}


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any):
    return case({"Ark": rows}, columns, **{"pulje": 1000, **values})


def test_last_year_is_lifted_to_the_new_price_level_first() -> None:
    """500 x 1,1 = 550, of which 80 % is 440."""
    plan = planned(made(garanti=0.8, pl=0.1))
    assert amounts(plan) == {"Anemonen": 440, "Birken": 280, "Cikorien": 280}
    line = table(plan, "fordeling")["Anemonen"]
    assert line["Sidste år i nyt prisniveau"] == pytest.approx(550)
    assert (line["Ændring"], line["Ændring, pct."]) == (pytest.approx(-110), pytest.approx(-0.2))


def test_conflicts_are_refused_with_both_amounts() -> None:
    assert refused(made(garanti=1.05)) == (
        "Gulvet er for højt: garantierne kræver 1.050 kr., puljen er 1.000 kr. Se Valg!B2 (Garanti, mindst af sidste "
        "år), Ark!D2:D4 (Sidste års tildeling) og Valg!B1 (Pulje).")
    said = refused(made(garanti=0.9, loft=10))
    assert "garantien er 450 kr., men loftet er 400 kr." in said and "Anemonen, Ark!D2" in said
    assert "mente du 95 %?" in refused(made(garanti=95))
    assert refused(made(garanti=1.2, hoejst=1.1)) == (
        "Garanti er 120 %, højst er kun 110 %. Se Valg!B2 (Garanti, mindst af sidste år) og Valg!B3 (Højst af sidste "
        "år).")
    assert refused(made(garanti=0.8, pl=3.2)) == (
        "Pl-sats for sidste års tildeling: 3,2 er 320 %; mente du 3,2 %?")


def test_it_needs_last_year() -> None:
    without = {key: place for key, place in COLUMNS.items() if key != "sidste_aar"}
    assert "ingen kolonne med sidste års tildeling" in refused(made(columns=without, garanti=0.9))


FIXED = [[*ROWS[0], "Fast", "Virkning", "Grund"], [*ROWS[1], 100, "oven i", "vedtaget"],
         [*ROWS[2], 50, "i stedet for", "lukker"], [*ROWS[3], None, None, None]]
WITH_FIXED = {**COLUMNS, "fast": "Ark!$E$2:$E$4", "fast_virkning": "Ark!$F$2:$F$4", "fast_grund": "Ark!$G$2:$G$4"}


def with_fixed(rows: Any = FIXED, more: Any = None, **values: Any):
    return made(rows, {**WITH_FIXED, **(more or {})}, **values)


def test_a_fixed_amount_above_the_ceiling_is_refused_with_both() -> None:
    said = refused(with_fixed(hoejst=0.15, afrunding=1))
    assert "det faste beløb er 100 kr., men loftet er 75 kr." in said and "Anemonen, Ark!D2" in said
    assert "kan ikke bruges sammen med faste beløb" in refused(with_fixed(andel_nyt=0.5))


APPLIED = [[*line, applied] for line, applied in zip(FIXED, ("Ansøgt", 300, 500, 600))]


def test_a_central_pool_is_taken_off_the_top() -> None:
    plan = planned(made(centralt=100))
    assert amounts(plan) == {"Anemonen": 300, "Birken": 300, "Cikorien": 300}
    figures = key_figures(plan)
    assert [figures[label] for label in ("Pulje, kr.", "Central pulje, af toppen, kr.", "Til fordeling, kr.")] == [
        1000, 100, 900]
    assert "Pulje 1.000 kr. - central pulje 100 kr. = 900 kr. efter nøglen." in cells(plan, "trin").values()


def test_a_central_pool_in_the_unit_of_the_pool() -> None:
    plan = planned(made(pulje=1.2, centralt=0.3, enhed_pulje="mio. kr.", pulje_2=0.6, enhed_sidste_aar="kr."))
    assert sum(amounts(plan).values()) == 1_500_000


def test_a_central_pool_above_the_pool_is_refused_with_both_amounts() -> None:
    assert refused(made(centralt=1001)) == (
        "Den centrale pulje er 1.001 kr., men puljen er 1.000 kr. Se Valg!B2 (Central pulje, af toppen) og Valg!B1 "
        "(Pulje).")
    assert "er negativ" in refused(made(centralt=-1))


GROUPED = [["Institution", "Dagtilbud", "Børn", "Nøgle", "Sidste år"], ["Anemonen", "Nord", 20, 4, 200],
           ["Birken", "Nord", 20, 6, 300], ["Cikorien", None, 40, 10, 300], ["Dueurten", None, 40, 10, 200]]


def grouped(**values: Any):
    columns = {"navn": "Ark!$A$2:$A$5", "modtager": "Ark!$B$2:$B$5", "boern": "Ark!$C$2:$C$5",
               "noegle": "Ark!$D$2:$D$5", "sidste_aar": "Ark!$E$2:$E$5"}
    return case({"Ark": GROUPED}, columns, pulje=1000, **values)


def test_nothing_is_a_share_of_a_negative_amount_and_a_ceiling_of_nothing_is_refused() -> None:
    rows = [ROWS[0], [*ROWS[1][:3], -50], *ROWS[2:]]
    assert "Anemonen har en negativ sidste års tildeling" in refused(made(rows, garanti=0.8))
    assert sum(amounts(planned(made(rows))).values()) == 1000
    assert "0 kan ikke bruges; lad cellen være tom" in refused(made(hoejst=0))
