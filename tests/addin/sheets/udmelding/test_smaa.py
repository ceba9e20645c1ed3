"""Small counts are judged over all pages together: what they print, the amounts, and the reader's own count."""

from __future__ import annotations

from typing import Any

import pytest

from addin.checks.published import publication
from addin.checks.subject import Subject
from addin.run.regnet import Regnet
from addin.sheets.udmelding import smaa
from addin.sheets.udmelding.smaa import ANDRES, FAA, vist
from addin.smaa_antal.attack import given_back
from addin.workbook import Refusal
from tests.addin.sheets.committee import example
from tests.planning import Case, calculated, case

WHO = "Børneudvalget, 3. november 2026, fordi beløbene er offentlige"


@pytest.fixture(scope="module")
def twelve() -> Regnet:
    return calculated(example()).first


def houses(heads: list[int], counts: list[int], **terms: Any) -> Case:
    rows = [[f"Hus {number}", many, few] for number, (many, few) in enumerate(zip(heads, counts), 1)]
    last = len(rows) + 1
    names = {key: f"Ark!${letter}$2:${letter}${last}" for key, letter in zip(("navn", "boern", "noegle"), "ABC")}
    return case({"Ark": [["Institution", "Børn", "Talte"], *rows]}, names, **{"pulje": 1_000_000, **terms})


def test_what_the_amounts_give_back_is_refused_with_the_ways_out(twelve: Regnet) -> None:
    with pytest.raises(Refusal, match="Skovbrynet") as refused:
        vist(twelve, "")
    assert "Vej: Tærskel på 10 %" in str(refused.value) and "--" not in str(refused.value)


def test_accepted_the_few_still_stand_alone(twelve: Regnet) -> None:
    shown = vist(twelve, WHO)
    names = [recipient.name for recipient in twelve.figures.recipients]
    assert [name for name, why in zip(names, shown.hvorfor) if why == FAA] == [
        "Skovbrynet", "Kløverstien", "Strandhuset", "Lærken"]
    assert WHO in shown.fortalt[0]


def test_pages_that_only_together_give_a_count_back_are_all_without_their_calculation() -> None:
    """In whole 50.000 kr. the amounts leave the counts open; the sats and the others' counts would close them."""
    result = calculated(houses([60, 66, 72, 58, 64], [4, 20, 23, 18, 15], afrunding=50_000)).first
    published = publication(Subject(result.laest, result.figures, result))
    assert published is not None
    own = [FAA, *[""] * 4]
    assert given_back(published) == [] and given_back(smaa.printed(result, published, own)) != []
    shown = vist(result, "")
    assert shown.hvorfor == [FAA, *[ANDRES] * 4] and len(shown.fortalt) == 1


def test_where_no_count_is_few_all_is_shown() -> None:
    assert vist(calculated(houses([60, 66, 72], [20, 18, 25])).first, "").hvorfor == ["", "", ""]


@pytest.mark.parametrize(("heads", "count", "is_told"), [(60, 5, True), (60, 4, False), (60, 55, True), (60, 56, False),
                                                         (20, 10, True), (19, 10, False), (60, 0, True)])
def test_each_boundary_of_what_is_told(heads: int, count: int, is_told: bool) -> None:
    result = calculated(houses([heads, 60, 60], [count, 20, 25])).first
    published = publication(Subject(result.laest, result.figures, result))
    assert published is not None and smaa.is_shown(published, 0) == is_told


def test_a_key_of_all_the_children_is_no_secret() -> None:
    taken = houses([3, 60, 70], [3, 60, 70])
    names = {**taken.names, "noegle": taken.names["boern"]}
    assert vist(calculated(Case(taken.sheets, names)).first, "").hvorfor == ["", "", ""]


def burdens(heads: list[int]) -> Case:
    rows = [[f"Hus {number}", many, 0.0612 + number / 77] for number, many in enumerate(heads)]
    names = {key: f"Ark!${letter}$2:${letter}${len(rows) + 1}" for key, letter in
             zip(("navn", "boern", "belastning"), "ABC")}
    return case({"Ark": [["Institution", "Børn", "Behov"], *rows]}, names, pulje=1_000_000)


def test_a_mean_is_told_of_ten_children_or_more() -> None:
    assert vist(calculated(burdens([9, 10, 60])).first, "").hvorfor == [FAA, "", ""]
