"""An amount that stands alone, and why."""

from __future__ import annotations

from addin.sheets.udmelding.alene import alene
from addin.sheets.udmelding.baand import Baand
from addin.sheets.udmelding.blok import Blok
from addin.sheets.udmelding.smaa import ANDRES, FAA
from tests.addin.sheets.committee import example
from tests.planning import calculated


def test_the_children_and_the_amount_and_why_with_the_name_of_the_pool_where_it_has_one() -> None:
    """Strandhuset: 4 of 60, under the threshold of 8 %, which takes 5."""
    result = calculated(example()).first
    limit = "Andelen er under minimumsgrænsen på 8 %: den kræver mindst 5 børn af 60."
    for navn, label, before in (("", "Tildeling", ""), ("En", "En: tildeling", "En: ")):
        baand = Baand()
        said = alene(baand, Blok(result, "Børn, der tæller med", [FAA] * 12, range(12), navn), 10)
        assert [(line.label, line.trykt) for line in baand.linjer] == [("Børn", "60"), (label, "0 kr.")]
        assert said == [f"{before}{FAA}", f"{before}{limit}"]


def test_of_a_key_that_counts_no_children_it_is_not_said_how_many_it_takes() -> None:
    result = calculated(example()).first
    said = alene(Baand(), Blok(result, "Nøgle", [ANDRES] * 12, range(12)), 10)
    assert said == [ANDRES, "Andelen er under minimumsgrænsen på 8 %."]
