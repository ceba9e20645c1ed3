"""From the hearing to the final statement: who has another amount, by how much, and why."""

from __future__ import annotations

from typing import Any

from addin.run.regnet import Regnet
from addin.sheets.udmelding import tidligere
from addin.sheets.udmelding.tidligere import Tidligere
from tests.addin.sheets.udmelding.tape import wrong
from tests.planning import calculated, case

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
    assert tidligere.hvorfor(both, 0)[1:] == ["Andres tal er rettet, så alle får en anden del af puljen."]
    assert tidligere.fortalt(both)[0] == ("Erstatter UDKAST I HØRING (test.xlsx): 3 af 3 institutioner får et andet "
                                          "beløb.")
    assert tidligere.fortalt(both)[1].startswith("  Birken +")


def test_the_same_and_the_new_are_told_as_such() -> None:
    assert tidligere.hvorfor(Tidligere(BEFORE, BEFORE), 0)[1:] == ["Beløbet er det samme."]
    both = Tidligere(BEFORE, result([*ROWS, ["Dammen", 50, 10]]))
    assert tidligere.linjer(both, 3) == [] and tidligere.hvorfor(both, 3)[1:] == ["Modtageren var ikke med før."]
