"""Small counts are judged over all pages together: what they print, the amounts, and the reader's own count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from addin.checks import several
from addin.checks.published import publication
from addin.checks.several import Named
from addin.checks.subject import Subject
from addin.run.puljer import Puljer
from addin.run.regnet import Regnet
from addin.sheets.udmelding import smaa
from addin.sheets.udmelding.smaa import ANDRES, FAA, Vist
from addin.smaa_antal.attack import given_back
from addin.smaa_antal.published import Total
from addin.workbook import Refusal
from tests.addin.sheets.committee import example
from tests.planning import Case, calculated, case
from tests.pools import HOUSES, RANDERS, houses, with_pools

WHO = "Børneudvalget, 3. november 2026, fordi beløbene er offentlige"


def vist(result: Regnet, accepted: str) -> Vist:
    """Of one pool."""
    return smaa.vist([Named("", Subject(result.laest, result.figures, result))], accepted)


@pytest.fixture(scope="module")
def twelve() -> Regnet:
    return calculated(example()).first


def counted(heads: list[int], counts: list[int], **terms: Any) -> Case:
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
    assert [name for name, why in zip(names, shown.hvorfor[0]) if why == FAA] == [
        "Skovbrynet", "Kløverstien", "Strandhuset", "Lærken"]
    assert WHO in shown.fortalt[0]


def test_pages_that_only_together_give_a_count_back_are_all_without_their_calculation() -> None:
    """In whole 50.000 kr. the amounts leave the counts open; the sats and the others' counts would close them."""
    result = calculated(counted([60, 66, 72, 58, 64], [4, 20, 23, 18, 15], afrunding=50_000)).first
    published = publication(Subject(result.laest, result.figures, result))
    assert published is not None
    own = [FAA, *[""] * 4]
    assert given_back(published) == [] and given_back(smaa.printed(result, published, own)) != []
    shown = vist(result, "")
    assert shown.hvorfor == [[FAA, *[ANDRES] * 4]] and len(shown.fortalt) == 1


@pytest.mark.parametrize("few, told", [([1, 1, 1], 3), ([4, 4, 4], 3), ([0, 1, 3], 2), ([0, 1, 4], 0), ([1, 2, 3], 0)])
def test_a_page_that_says_few_does_not_say_none(few: list[int], told: int) -> None:
    """The page of a house with none shows it. By the sum of the keys alone, which the others' pages leave: 4 of two are
    1 to 3 each, 5 of two and 6 of three 1 to 4 each."""
    counts = [*few, 20, 23]
    result = calculated(counted([60, 66, 72, 58, 64], counts)).first
    published = publication(Subject(result.laest, result.figures, result))
    assert published is not None
    hidden = [FAA if not smaa.is_shown(published, at) else "" for at in range(5)]
    pages = smaa.printed(result, published, hidden)
    assert [why == FAA for why in hidden] == [0 < count < 5 for count in counts]
    assert [pages.low[at] for at in range(3)] == [min(count, 1) for count in few]
    assert len(given_back(replace(pages, columns=(), readers=()))) == told
    other_reason = smaa.printed(result, published, [*hidden[:3], FAA, ""])
    assert not other_reason.worded and {other_reason.low[at] for at in range(3)} == {0.0}


def test_where_no_count_is_few_all_is_shown() -> None:
    assert vist(calculated(counted([60, 66, 72], [20, 18, 25])).first, "").hvorfor == [["", "", ""]]


@pytest.mark.parametrize(("heads", "count", "is_told"), [(60, 5, True), (60, 4, False), (60, 55, True), (60, 56, False),
                                                         (20, 10, True), (19, 10, False), (60, 0, True)])
def test_each_boundary_of_what_is_told(heads: int, count: int, is_told: bool) -> None:
    result = calculated(counted([heads, 60, 60], [count, 20, 25])).first
    published = publication(Subject(result.laest, result.figures, result))
    assert published is not None and smaa.is_shown(published, 0) == is_told


def test_a_key_of_all_the_children_is_no_secret() -> None:
    taken = counted([3, 60, 70], [3, 60, 70])
    names = {**taken.names, "noegle": taken.names["boern"]}
    assert vist(calculated(Case(taken.sheets, names)).first, "").hvorfor == [["", "", ""]]


def burdens(heads: list[int]) -> Case:
    rows = [[f"Hus {number}", many, 0.0612 + number / 77] for number, many in enumerate(heads)]
    names = {key: f"Ark!${letter}$2:${letter}${len(rows) + 1}" for key, letter in
             zip(("navn", "boern", "belastning"), "ABC")}
    return case({"Ark": [["Institution", "Børn", "Behov"], *rows]}, names, pulje=1_000_000)


def test_a_mean_is_told_of_ten_children_or_more() -> None:
    assert vist(calculated(burdens([9, 10, 60])).first, "").hvorfor == [[FAA, "", ""]]


# ------------------------------------------------------------------------------------- several pools


def pools(counts: list[int], kinds: str, unit: float, second: float = 1_000_000) -> list[Named]:
    """Two pools by the same counts in coarse amounts; the second is for the houses of type A alone."""
    rows = [[f"Hus {number}", kind, 60 + number, count]
            for number, (kind, count) in enumerate(zip(kinds, counts), 1)]
    names = {key: f"Ark!${letter}$2:${letter}${len(rows) + 1}" for key, letter in
             zip(("navn", "boern", "noegle"), "ACD")}
    taken = with_pools(case({"Ark": [["Institution", "Type", "Børn", "Talte"], *rows]}, names, pulje=1),
                       {"Pulje": "En", "Beløb, kr.": 1_000_000, "Afrunding, kr.": unit},
                       {"Pulje": "To", "Beløb, kr.": second, "Afrunding, kr.": unit, "Modtagere": "Type: A"})
    return several.subjects(of_several(taken))


def of_several(taken: Case) -> Puljer:
    done = calculated(taken).puljer
    assert done is not None
    return done


def test_pages_of_two_pools_that_only_together_give_a_count_back_are_all_without_their_calculation() -> None:
    """Three hidden counts in the one, none of them in the other; what is known of the amounts leaves all of them open.
    """
    looked = pools([4, 2, 1, 25, 14, 12, 6], "BBBBAAB", 200_000)
    seen = [smaa.alone(*each) for each in looked]
    assert [given_back(smaa.amounts(each)) for each in seen] == [[], []]
    assert [len(given_back(smaa.with_pages(seen, 1, group))) for group in ([1], [0, 1])] == [0, 3]
    shown = smaa.vist(looked, "")
    assert shown.hvorfor == [[*[FAA] * 3, *[ANDRES] * 4], [*[ANDRES] * 2]]
    assert shown.fortalt == [f"En, To: {smaa.TILSAMMEN}"]


def test_what_the_amounts_of_two_pools_give_back_together_is_refused_with_the_pools_name() -> None:
    looked = pools([25, 16, 15, 26, 2, 2, 1, 2], "AAAABBBA", 100_000, 500_000)
    with pytest.raises(Refusal, match="To: Kan regnes ud .*sammen med puljen En"):
        smaa.vist(looked, "")
    shown = smaa.vist(looked, WHO)
    assert shown.hvorfor == [[*[""] * 4, *[FAA] * 4], [*[""] * 4, FAA]] and WHO in shown.fortalt[0]


def parts_of_each_other() -> Case:
    """Cikorien: 10 of 0-2 years, 12 of all; Fyrren has 14 of all and is not in the pool of the small ones."""
    small, every = (6, None, 10, 8, 7, None), (20, 19, 12, 20, 19, 14)
    table = [HOUSES[0], *([*row[:4], few, many, *row[6:]] for row, few, many in zip(HOUSES[1:], small, every))]
    return houses(*RANDERS, table=table)


def test_counts_that_may_be_parts_of_each_other_are_not_both_told() -> None:
    looked = several.subjects(of_several(parts_of_each_other()))
    with pytest.raises(Refusal, match="Alle: Kan ikke afgøres.* forskellen er under 5 hos Cikorien"):
        smaa.vist(looked, "")
    assert smaa.vist(looked, WHO).hvorfor == [["", FAA, "", ""], ["", "", FAA, "", "", ""]]


@pytest.mark.parametrize("most", [6, 5, 3])
def test_more_than_can_be_looked_at_may_still_be_parts_of_each_other(monkeypatch: pytest.MonkeyPatch, most: int
                                                                     ) -> None:
    """Four recipients in the one pool, six in the other."""
    monkeypatch.setattr(smaa, "MOST_RECIPIENTS", most)
    looked = several.subjects(of_several(parts_of_each_other()))
    with pytest.raises(Refusal, match="antal børn under 5 kan regnes ud af beløbene.*\n.*Alle: Kan ikke afgøres.*"
                                      "forskellen er under 5 hos Cikorien"):
        smaa.vist(looked, "")


def test_a_pool_that_is_shown_and_one_that_is_not_are_judged_each_by_its_own_key() -> None:
    """A mean of nine children is not told; the key of all the children is no secret."""
    rows = [["Hus 1", 9, 0.0612], ["Hus 2", 40, 0.0742], ["Hus 3", 60, 0.0871]]
    names = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "boern", "belastning"), "ABC")}
    taken = with_pools(case({"Ark": [["Institution", "Børn", "Behov"], *rows]}, names, pulje=1_000_000),
                       {"Pulje": "Behov"}, {"Pulje": "Pr. barn", "Beløb, kr.": 500_000, "Nøgle": "Børn"})
    assert smaa.vist(several.subjects(of_several(taken)), "").hvorfor == [[FAA, "", ""], ["", "", ""]]


def test_houses_of_one_recipient_only_in_one_of_two_pools_move_what_is_known_of_its_count() -> None:
    """A recipient of 12 in the one pool and 7 in the other: what says 5 to 9 of the 7 says 10 to 14 of the 12."""
    done = calculated(counted([60, 70], [12, 30])).first
    published = publication(Subject(done.laest, done.figures, done))
    assert published is not None
    other = replace(published, counts=np.array([7.0, 30.0]), least=np.array([5.0, 0.0]), most=np.array([9.0, 70.0]),
                    totals=(Total("sum", (0, 1), 37.0, 37.0),))
    found = smaa.with_printed(published, other, "puljen To")
    assert (found.low[0], found.high[0]) == (10.0, 14.0) and found.totals[-1][1:] == ((0, 1), 42.0, 42.0)
    both = replace(other, worded=frozenset({0, 1}))
    assert smaa.with_printed(published, both, "puljen To").worded == {1}  # of the same count it says the same
