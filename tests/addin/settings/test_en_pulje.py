"""The settings of one pool: the workbook's, with what its row says instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Refusal
from tests.planning import MADE, WHY, Case, amounts, cells, planned, refused
from tests.pools import COLUMNS, HOUSES, RANDERS, houses

ALLE = {"Pulje": "Alle", "Beløb, kr.": 8_360_000}


def of_pool(number: int, *rows: dict[str, Any], **values: Any) -> dict[str, float]:
    """What a pool gives each, by name, as its column on the page of the sum has it."""
    plan = planned(houses(*rows, **values))
    found = cells(plan, "fordeling")
    head = next(row for (row, column), value in found.items() if value == "Institution")
    heading = f"{rows[number]['Pulje']}, kr."
    at = next(column for (row, column), value in found.items() if row == head and value == heading)
    return {found[row, 1]: found.get((row, at)) for row in range(head + 1, head + 7)}


def test_a_blank_cell_says_what_the_settings_say_and_ingen_that_there_is_none() -> None:
    """Druen has 2 of 36, 5,6 %, and Fyrren 4 of 72."""
    as_settings = of_pool(1, RANDERS[0], ALLE, taerskel=0.08)
    assert as_settings["Druen"] == 0 and as_settings["Fyrren"] == 0
    none = of_pool(1, RANDERS[0], ALLE | {"Tærskel": "ingen"}, taerskel=0.08)
    assert none["Druen"] == 321_539
    own = of_pool(1, RANDERS[0], ALLE | {"Tærskel": 0.055}, taerskel=0.08)
    assert own["Druen"] == 321_539


def test_who_takes_no_part_has_no_amount() -> None:
    assert of_pool(0, *RANDERS) == {"Anemonen": 388_421, "Birken": None, "Cikorien": 258_947, "Druen": 129_474,
                                    "Egen": 453_158, "Fyrren": None}


def test_a_group_takes_part() -> None:
    rows = ({"Pulje": "Nord", "Beløb, kr.": 34, "Modtagere": "Gruppe: nord"}, ALLE)
    assert of_pool(0, *rows) == {"Anemonen": 6, "Birken": 9, "Cikorien": None, "Druen": None, "Egen": 19,
                                 "Fyrren": None}


def test_those_of_a_district_that_has_a_number_take_part() -> None:
    table = [(*row, extra) for row, extra in zip(HOUSES, ("Distrikt", 1.0, 2.0, 0, "2", 1, 1.0))]
    rows = ({"Pulje": "Første", "Beløb, kr.": 41, "Modtagere": "Distrikt: 0, 1"}, ALLE)
    assert of_pool(0, *rows, table=table) == {"Anemonen": 6, "Birken": None, "Cikorien": 12, "Druen": None,
                                              "Egen": 19, "Fyrren": 4}
    assert 'Distrikt. Der står "1", "2", "0".' in refused(houses(rows[0] | {"Modtagere": "Distrikt: 3"}, ALLE,
                                                                  table=table))


def test_a_burden_is_multiplied_with_the_children() -> None:
    """0,1 x 40 and 0,3 x 60 are 4 and 18."""
    table = [(*row, extra) for row, extra in zip(HOUSES, ("Andel", 0.1, 0.3, 0, 0, 0, 0))]
    rows = ({"Pulje": "Andele", "Beløb, kr.": 22, "Nøgle": "Andel", "Nøglen er": "belastning"}, ALLE)
    found = of_pool(0, *rows, table=table)
    assert (found["Anemonen"], found["Birken"]) == (4, 18)
    assert "ligner en andel pr. barn" in refused(houses(rows[0] | {"Nøglen er": None}, ALLE, table=table))


def test_a_minimum_and_a_cap_of_its_own() -> None:
    found = of_pool(0, RANDERS[0] | {"Minimum, kr.": 200_000, "Loft, kr. pr. barn": 9_000}, ALLE)
    assert found["Druen"] == 200_000 and found["Anemonen"] == 360_000


def test_so_much_to_each_first_and_then_the_key() -> None:
    """4 x 100.000 kr., and the rest, 830.000, by 6, 4, 2 and 7 of 19; in the other pool there is none."""
    rows = (RANDERS[0] | {"Grundbeløb, kr.": 100_000}, ALLE)
    assert of_pool(0, *rows) == {"Anemonen": 362_105, "Birken": None, "Cikorien": 274_737, "Druen": 187_368,
                                 "Egen": 405_790, "Fyrren": None}
    assert of_pool(1, *rows)["Druen"] == 321_539
    assert of_pool(1, rows[0], ALLE | {"Grundbeløb, kr.": "ingen"}, grundbeloeb=50_000)["Druen"] == 321_539


def test_a_guarantee_of_a_pool_is_of_its_own_amounts_last_year() -> None:
    """Cikorien had 200.000 kr. and would have 258.947; Druen had 250.000 and gets 95 % of that."""
    found = of_pool(0, RANDERS[0] | {"Garanti": 0.95, "Sidste år": "I fjor små"}, ALLE)
    assert found["Druen"] == 237_500 and sum(amount or 0 for amount in found.values()) == 1_230_000


@pytest.mark.parametrize("more, why", [
    ({"Nøgle": "Farve"}, 'Fordel puljer!C3: der er ingen kolonne "Farve" i tabellen'),
    ({"Nøglen er": "andet"}, 'Fordel puljer!D3: "andet" kendes ikke'),
    ({"Nøgle": None, "Nøglen er": "nøgle"}, "Fordel puljer!D3: der står, hvad nøglen er, men ikke hvilken"),
    ({"Modtagere": "Vuggestue"}, 'Fordel puljer!E3: "Vuggestue" kan ikke læses'),
    ({"Modtagere": "Type: Klub"}, 'Fordel puljer!E3: "Klub" står ikke i Type. Der står "Vuggestue"'),
    ({"Modtagere": "Art: Klub"}, 'Fordel puljer!E3: der er ingen kolonne "Art"'),
    ({"Tærskel": "otte"}, "Fordel puljer!F3"), ({"Loft, kr. pr. barn": -1}, "Fordel puljer!H3"),
    ({"Prøves på": "alle"}, "Fordel puljer!G3"),
    ({"Garanti": 0.95}, "Fordel puljer!L3: garantien på Vuggestuer er en andel af puljens egne beløb"),
    ({"Garanti": 0.95, "Sidste år": "Før"}, 'Fordel puljer!L3: der er ingen kolonne "Før"')])
def test_what_is_wrong_is_refused_with_its_cell(more: dict[str, Any], why: str) -> None:
    assert why in refused(houses(RANDERS[0] | more, RANDERS[1]))


@pytest.mark.parametrize("more, cells", [
    ({"Minimum, kr.": 500_000}, "Se Fordel puljer!I3 (Minimum, kr. pr. institution) og Fordel puljer!B3 (Pulje)"),
    ({"Grundbeløb, kr.": 400_000}, "Se Fordel puljer!J3 (Grundbeløb, kr. pr. modtager) og Fordel puljer!B3 (Pulje)"),
    ({"Grundbeløb, kr.": 0.5}, "Fordel puljer!J3: Grundbeløb, kr. pr. modtager er 0,50 kr."),
    ({"Tærskel": 5}, "Se Fordel puljer!F3"), ({"Loft, kr. pr. barn": 0}, "Se Fordel puljer!H3"),
    ({"Afrunding, kr.": 0}, "Fordel puljer!M3: Afrunding skal være"),
    ({"Garanti": 5, "Sidste år": "I fjor små"}, "Fordel puljer!K3 (Garanti, mindst af sidste år)")])
def test_what_a_rule_refuses_is_told_with_the_cell_of_the_pools_row(more: dict[str, Any], cells: str) -> None:
    """The same of a pool that is alone; the settings have none of it."""
    for pools in ((RANDERS[0] | more, RANDERS[1]), (RANDERS[0] | more,)):
        assert cells in refused(houses(*pools))


def test_two_columns_with_one_heading_are_not_guessed_between() -> None:
    table = [(*row, extra) for row, extra in zip(HOUSES, ("Udsatte 0-2", 1, 1, 1, 1, 1, 1))]
    assert 'Fordel puljer!C3: "Udsatte 0-2" står over 2 kolonner i Ark' in refused(houses(*RANDERS, table=table))


def test_a_heading_over_several_columns_is_none_of_them_and_one_over_its_own_is() -> None:
    """Headings in two rows: "Udsatte" is over 0-2 and 3-5, "Børn" over "antal" alone."""
    upper = ("", "", "", "Børn", "Udsatte", "", "", "I fjor")
    lower = ("Institution", "Type", "Gruppe", "antal", "0-2", "3-5", 2026.0, "kr.")
    columns = {key: place.replace("$2", "$3").replace("$7", "$8") for key, place in COLUMNS.items()}

    def pool(heading: Any) -> Case:
        return houses({"Pulje": "P", "Beløb, kr.": 32, "Nøgle": heading}, ALLE, table=[upper, lower, *HOUSES[1:]],
                      columns=columns)
    assert 'C3: "Udsatte" står over 2 kolonner i Ark, række 1.' in refused(pool("Udsatte"))
    for heading in ("3-5", "Børn"):
        planned(pool(heading))
    assert 'ingen kolonne "2027"' in refused(pool(2027))
    planned(pool(2026))


def test_one_amount_only_can_be_that_of_the_settings() -> None:
    assert of_pool(1, RANDERS[0], {"Pulje": "Alle"}, pulje=8_360_000)["Druen"] == 321_539
    assert "Fordel puljer!B4: skriv puljens beløb. Kun én pulje" in refused(houses({"Pulje": "En"}, {"Pulje": "To"}))


def test_an_amount_of_its_own_is_without_the_central_part_and_in_kr() -> None:
    """The settings' pool is in thousands and has a central part: neither is of a pool that has an amount."""
    rows = (RANDERS[0], {"Pulje": "Alle"})
    in_thousands = {"pulje": 9_000, "centralt": 640, "enhed_pulje": "1.000 kr.", "enhed_sidste_aar": "kr."}
    assert [of_pool(number, *rows, **in_thousands)["Druen"] for number in (0, 1)] == [129_474, 321_539]


def test_columns_of_the_whole_are_refused_with_several() -> None:
    columns = {**COLUMNS, "ansoegt": "Ark!$H$2:$H$7"}
    assert "Ansøgt beløb" in refused(houses(*RANDERS, columns=columns))
    assert amounts(planned(houses(columns=columns)))  # with one it is no matter


@pytest.mark.parametrize(("label", "formula", "why"), [
    ("Pulje, 1.000 kr.", "=Bud!$B$1", "beløbet er hentet fra Bud!B1, der står i 1.000 kr. Gang formlen med 1.000,"),
    ("Ramme (mio. kr.)", "=Bud!B1+Bud!B2", "beløbet er hentet fra Bud!B1, der står i mio. kr. Gang formlen med"),
    ("Pulje, 1.000 kr.", "=Bud!B1*1000", ""), ("Pulje, kr.", "=Bud!B1", ""), ("Pulje", "=Bud!B1", "")])
def test_an_amount_fetched_from_a_cell_in_another_unit_is_refused_unless_it_is_turned_into_kr(
        label: str, formula: str, why: str) -> None:
    taken = houses({"Pulje": "En", "Beløb, kr.": 9_000}, {"Pulje": "To", "Beløb, kr.": 100})
    taken = taken._replace(sheets={**taken.sheets, "Bud": [[label, 9_000], ["Mere", 0]]}).snapshot()
    taken = replace(taken, sheets=tuple(replace(sheet, formulas={(2, 1): formula}) if sheet.name == "Fordel puljer"
                                        else sheet for sheet in taken.sheets))
    answer = fordel_pulje(taken, WHY, MADE, "0")
    assert (str(answer) if isinstance(answer, Refusal) else "").startswith(
        f"Fordel puljer!B3: {why}" if why else "")
    assert isinstance(answer, Refusal) is bool(why)
