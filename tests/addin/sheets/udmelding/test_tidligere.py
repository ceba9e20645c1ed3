"""From the hearing to the final statement: who has another amount, by how much, and why."""

from __future__ import annotations

from typing import Any

from addin.run.regnet import Regnet
from addin.sheets.udmelding import tidligere
from addin.sheets.udmelding.tidligere import Tidligere, Udgave, holdt_op
from tests.addin.dele.test_ansoegt_alene import CLAIMS, ORDER, made
from tests.addin.sheets.udmelding.tape import wrong
from tests.planning import calculated, case
from tests.pools import HOUSES, RANDERS, houses

ROWS = [["Anemonen", 60, 12], ["Birken", 70, 20], ["Cikorien", 80, 28]]


def result(rows: list[list[Any]], **terms: Any) -> Regnet:
    last = len(rows) + 1
    names = {key: f"Ark!${letter}$2:${letter}${last}" for key, letter in zip(("navn", "boern", "noegle"), "ABC")}
    taken = case({"Ark": [["Institution", "Børn", "Talte"], *rows]}, names, **{"pulje": 600_000, **terms})
    return calculated(taken).first


BEFORE = result(ROWS, udgave="høring")


def test_the_setting_that_differs_is_why() -> None:
    both = Tidligere(BEFORE, result(ROWS, udgave="endelig", pulje=660_000))
    assert [(line.label, line.regn, line.trykt) for line in tidligere.linjer(both, 0)] == [
        ("Udmeldt før", "", "120.000 kr."), ("ændring", "plus", "12.000 kr."), ("Tildeling nu", "er", "132.000 kr.")]
    assert tidligere.hvorfor(both, 0) == ["Erstatter UDKAST I HØRING (test.xlsx).",
                                          "Ændret: Pulje er 660.000 kr., før 600.000 kr."]
    assert wrong(tidligere.linjer(both, 0)) == []


def test_a_corrected_count_is_said_where_it_is_and_moves_the_others() -> None:
    both = Tidligere(BEFORE, result([ROWS[0], ["Birken", 72, 25], ROWS[2]], udgave="endelig"))
    assert "Børnetallet er 72 mod 70 før." in tidligere.hvorfor(both, 1)
    assert "Nøglens tal er rettet her." in tidligere.hvorfor(both, 1)
    assert tidligere.hvorfor(both, 0)[1:] == ["Andres tal er rettet, så puljen deles anderledes."]
    assert tidligere.fortalt(both)[0] == ("Erstatter UDKAST I HØRING (test.xlsx): 3 af 3 institutioner får et andet "
                                          "beløb.")
    assert tidligere.fortalt(both)[1].startswith("  Birken +")


def test_the_same_and_the_new_are_told_as_such() -> None:
    assert tidligere.hvorfor(Tidligere(BEFORE, BEFORE), 0)[1:] == ["Beløbet er det samme."]
    both = Tidligere(BEFORE, result([*ROWS, ["Dammen", 50, 10]]))
    assert tidligere.linjer(both, 3) == [] and tidligere.hvorfor(both, 3)[1:] == ["Modtageren var ikke med før."]


def test_a_name_that_is_written_in_another_way_is_the_same_recipient() -> None:
    both = Tidligere(BEFORE, result([["ANEMONEN ", 60, 12], ["Birken", 70, 25], ROWS[2]]))
    assert both.sted(0) == 0 and len(both.aendringer()) == 3
    assert tidligere.hvorfor(both, 0)[1:] == ["Andres tal er rettet, så puljen deles anderledes."]


def test_an_application_and_a_priority_are_no_key() -> None:
    def told(at: int, before: dict[str, Any], now: dict[str, Any]) -> list[str]:
        return tidligere.hvorfor(Tidligere(calculated(made(**before)).first, calculated(made(**now)).first), at)[1:]

    others = "Andres tal er rettet, så puljen deles anderledes."
    more = {"claims": [*CLAIMS[:4], 60_000, None]}
    assert told(4, {}, more) == ["Ansøgningens tal er rettet her."] and told(2, {}, more) == [others]
    later = {"order": [*ORDER[:4], 4, None]}
    assert told(4, {}, later) == ["Ansøgningens tal er rettet her."] and told(2, {}, later) == [others]
    assert told(2, {"how": "lige afslag"}, {}) == ['Ændret: Ansøgninger deles er "prioritet", før "lige afslag".']


def test_of_a_saving_it_is_the_saving_that_is_shared() -> None:
    def saved(count: int) -> Regnet:
        rows = [["Anemonen", 1_000_000, 40], ["Birken", 2_000_000, count]]
        names = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "grundbudget", "noegle"), "ABC")}
        return calculated(case({"Ark": [["Institution", "Budget", "Talte"], *rows]}, names, retning="besparelse",
                               pulje=30_000)).first

    assert tidligere.hvorfor(Tidligere(saved(60), saved(80)), 0)[1:] == [
        "Andres tal er rettet, så besparelsen deles anderledes."]


# ------------------------------------------------------------------------------------- several pools


def edition(*rows: dict[str, Any], **terms: Any) -> Udgave:
    done = calculated(houses(*rows, **terms))
    return Udgave(done.first, done.puljer)


TWO = edition(*RANDERS, udgave="høring")


def test_one_pool_against_one_is_as_it_was() -> None:
    assert holdt_op(Udgave(BEFORE), Udgave(BEFORE)) == Tidligere(BEFORE, BEFORE)


def test_which_pool_has_another_amount_and_which_of_its_settings_differ() -> None:
    """Of the vuggestuer alone; Birken is in none of them, and gets the new one besides, less what the guarantee takes:
    the parts add up to the change."""
    now = edition({**RANDERS[0], "Beløb, kr.": 1_500_000, "Tærskel": 0.05}, RANDERS[1],
                  {"Pulje": "Ny", "Beløb, kr.": 600_000}, {"Pulje": "Garanti", "Garanti": 0.9})
    both = holdt_op(TWO, now)
    assert tidligere.hvorfor(both, 0)[1:3] == ["Ændret: Vuggestuer: Pulje er 1.500.000 kr., før 1.230.000 kr.",
                                               "Ændret: Vuggestuer: Tærskel er 5 %, før ingen."]
    assert tidligere.hvorfor(both, 1)[3:] == ["Ny: 103.846 kr., før ikke med.",
                                              "Garantien i alt: -55.092 kr., før 0 kr."]
    assert tidligere.linjer(both, 1)[1].trykt == "48.754 kr." and 103_846 - 55_092 == 48_754
    assert wrong(tidligere.linjer(both, 1)) == []


def test_a_corrected_count_is_said_of_its_own_pool_and_moves_the_others() -> None:
    rows = [list(row) for row in HOUSES]
    rows[1][4] = 8  # Anemonen's small ones
    both = holdt_op(TWO, edition(*RANDERS, table=rows))
    assert tidligere.hvorfor(both, 0)[1:] == ["Nøglens tal er rettet her.", "Vuggestuer: 468.571 kr., før 388.421 kr."]
    assert tidligere.hvorfor(both, 2)[1] == "Andres tal er rettet, så puljen deles anderledes."
    assert tidligere.hvorfor(both, 1)[1:] == ["Beløbet er det samme."]  # Birken is not in that pool


def test_one_pool_has_become_two_and_two_have_become_one() -> None:
    one, named = edition(), edition(RANDERS[0])
    assert tidligere.hvorfor(holdt_op(one, TWO), 1)[1:] == [
        "Alle: 1.446.923 kr., før ikke med.", "Puljen: ikke med, før 1.659.808 kr."]
    assert tidligere.hvorfor(holdt_op(TWO, one), 1)[1] == "Puljen: 1.659.808 kr., før ikke med."
    assert tidligere.hvorfor(holdt_op(named, TWO), 0)[1:] == ["Alle: 964.615 kr., før ikke med."]
    assert tidligere.fortalt(holdt_op(one, TWO))[0].startswith("Erstatter den tidligere udgave (test.xlsx): 6 af 6 ")


def test_what_came_on_from_another_pool_is_no_other_amount_of_the_pool_itself() -> None:
    """A cap of 5.000 kr. for each of 226 children leaves 100.000 kr. of 1.230.000."""
    capped = edition({**RANDERS[0], "Loft, kr. pr. barn": 5_000, "Tilovers": "Alle"}, RANDERS[1])
    assert tidligere.hvorfor(holdt_op(TWO, capped), 1)[1:] == [
        "Ændret: Vuggestuer: Loft, kr. pr. barn er 5.000 kr., før ingen.",
        "Ændret: Alle: 100.000 kr. er kommet fra andre puljer, før 0 kr.", "Alle: 1.464.231 kr., før 1.446.923 kr."]
    assert tidligere.aendret(holdt_op(capped, capped)) == []
