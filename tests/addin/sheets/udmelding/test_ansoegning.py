"""The statement of one application: in turn as far as the pool lasts, or less the loss that is the same to all. That
every line is re-done: tests/addin/dele/test_ansoegt_alene.py."""

from __future__ import annotations

from addin.sheets.udmelding.ansoegning import put
from addin.sheets.udmelding.baand import Baand
from tests.addin.dele.test_ansoegt_alene import made
from tests.planning import calculated


def lines(at: int, **values: object) -> list[tuple[str, str, str]]:
    baand = Baand()
    put(baand, calculated(made(**values)).first, at)
    return [(line.label, line.regn, line.trykt) for line in baand.linjer]


def test_all_of_it_a_share_of_it_or_nothing() -> None:
    assert lines(0) == [("Prioritet 1: før den er der ansøgt om 0 kr., og puljen er 600.000 kr.", "", ""),
                        ("Puljen rækker til alle med prioriteten", "", ""), ("Ansøgt", "", "220.000 kr.")]
    assert ("ansøgt af de andre med prioriteten", "deles med", "230.001 kr.") in lines(2)
    assert lines(2)[-1] == ("Før afrunding", "er", "93.912,64 kr.")
    assert lines(3)[-1] == ("Puljen er brugt før prioriteten", "", "0 kr.")
    assert lines(5) == [("Ansøgt", "", "0 kr.")]


def test_the_loss_is_made_on_the_tape() -> None:
    found = lines(4, how="lige afslag")
    assert found[:4] == [("Ansøgt af dem, der får noget", "", "800.001 kr."), ("puljen", "minus", "600.000 kr."),
                         ("antal, der får noget", "deles med", "5"), ("Afslag til hver", "er", "40.000,20 kr.")]
    assert found[-1] == ("Før afrunding", "er", "10.000,80 kr.")
    assert lines(2, how="lige afslag", pulje=100_000)[-1] == ("Før afrunding", "er", "0 kr.")
    assert lines(0, how="lige afslag", pulje=900_000)[0] == ("Afslag til hver", "", "0 kr.")


def test_what_is_no_whole_unit_is_rounded_down_first() -> None:
    assert ("Ansøgt i hele 100 kr.", "rundes ned til", "50.000 kr.") in lines(4, how="lige afslag", afrunding=100)
