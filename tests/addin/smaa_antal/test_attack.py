"""The attack against an attacker written apart, who has every vector of counts: nothing missed, nothing made up."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from addin.smaa_antal import attack
from addin.smaa_antal.attack import OUTSIDE, Attack, given_back
from addin.smaa_antal.narrowing import AT_HAND, Rows, narrow
from addin.smaa_antal.published import ANYTHING, Column, Publication, Total
from addin.smaa_antal.rules import gives_back
from tests.addin.smaa_antal import attacker
from tests.addin.smaa_antal.attacker import Terms
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS, column, publication

MOST_HEADS = {2: 45, 3: 30, 4: 16}  # so that all vectors of counts can be tried
UNITS = (1, 100, 1_000, 5_000)
COARSE = 50_000  # kr.: more than one child is worth


class Planted(NamedTuple):
    """Houses with few or nearly all, one to three columns' worth of terms, whether a group's sum is told, and whether
    the appendix of the first column is: its sats, and who got the last units."""

    heads: np.ndarray
    true: np.ndarray
    terms: list[Terms]
    summed: bool
    with_appendix: bool


@st.composite
def planted(draw: Any) -> Planted:
    n = draw(st.integers(2, 4))
    heads = np.array(draw(st.lists(st.integers(6, MOST_HEADS[n]), min_size=n, max_size=n)))
    true = [draw(st.one_of(st.integers(0, 5), st.integers(heads_of - 5, heads_of), st.integers(0, heads_of)))
            for heads_of in heads.tolist()]
    unit = draw(st.sampled_from([*UNITS, COARSE]))
    pool = 5_000 * draw(st.integers(20, 300)) // unit * unit
    limits = st.sampled_from([(0, 1), (2, 25), (1, 10)])
    caps = st.one_of(st.none(), st.integers(pool // int(heads.sum()), 4 * pool // int(heads.sum())))
    first = Terms(pool, unit, draw(limits), draw(caps))
    columns = [first]
    kind = draw(st.sampled_from(["alone", "uden tærskel", "udgave"]))
    if kind == "uden tærskel":
        columns.append(first._replace(threshold=(0, 1)))
    if kind == "udgave":
        changes = [0] * n
        changes[draw(st.integers(0, n - 1))] = draw(st.sampled_from([-1, 1]))
        more = draw(st.sampled_from([0, max(unit, 5_000)]))
        columns.append(first._replace(changes=tuple(changes), pool=pool + more))
    return Planted(heads, np.array(true), columns, draw(st.booleans()), draw(st.booleans()))


def made(taken: Planted, sums: dict[tuple[int, ...], int]) -> Publication:
    heads, true = taken.heads.tolist(), taken.true.tolist()
    columns = [column(f"Kolonne {number}", heads, true, each.changes, pulje=each.pool, afrunding=each.unit,
                      taerskel=each.threshold[0] / each.threshold[1] or None, loft=each.cap)
               for number, each in enumerate(taken.terms)]
    if taken.with_appendix:
        columns[0] = with_appendix(columns[0], true)
    totals = tuple(Total("Gruppe", members, total, total) for members, total in sums.items())
    return publication(heads, true, *columns, totals=totals)


def with_appendix(one: Column, counts: Sequence[float]) -> Column:
    done = one.distributed(np.array(counts, dtype=float))
    assert done is not None
    return one.told_of(done)


@given(planted())
def test_all_that_an_attacker_with_every_count_finds_is_found_and_no_more(drawn: Planted) -> None:
    heads, true, terms, summed, is_printed = drawn
    published = [attacker.amounts(true[None, :], heads, each)[0] for each in terms]
    if true.sum() < 4 or any((amounts < 0).any() for amounts in published):
        return
    sums = {(0, 1): int(true[:2].sum())} if summed else {}
    taken = made(drawn, sums)
    for mine, theirs in zip(taken.columns, published):
        assert mine.amounts.tolist() == theirs.tolist()
    fitting = attacker.fits(heads, published, terms, sums)
    if is_printed:
        fitting = fitting[attacker.same_sats(fitting, true, heads, terms[0])]
        fitting = fitting[attacker.same_last_units(fitting, true, heads, terms[0])]
    wanted = attacker.told(heads, true, fitting)
    found = {back.number: back for back in given_back(taken)}
    event(f"{min(len(wanted), 2)} or more given back")
    assert set(wanted) <= set(found)
    assert {number for number, back in found.items() if back.sure} <= set(wanted)
    for number, (least, most) in wanted.items():  # as narrowly as can be, or wider where it took fewer columns
        assert found[number].least <= least and most <= found[number].most


def test_counts_that_give_the_amounts_by_another_sats_than_the_printed_are_no_others() -> None:
    """In whole 50.000 kr. several counts give these amounts; only the true ones by this sats."""
    heads, counts = (27, 35, 25), (10, 4, 8)
    one = column("Tildeling", heads, counts, pulje=1_000_000, afrunding=COARSE)
    assert one.fits(np.array([9, 4, 7])) and not with_appendix(one, counts).fits(np.array([9, 4, 7]))
    assert given_back(publication(heads, counts, one)) == []
    (back,) = given_back(publication(heads, counts, with_appendix(one, counts)))
    assert (back.number, back.least, back.most, back.sure) == (1, 4, 4, True)


def test_who_got_the_last_units_tells_which_way_an_amount_was_rounded() -> None:
    """In whole 50.000 kr. others fit the amounts and the sats; but not who of them was given a unit more."""
    heads, counts = (24, 32, 20), (6, 4, 4)
    one = column("Tildeling", heads, counts, pulje=100_000, afrunding=COARSE, taerskel=0.1)
    told = with_appendix(one, counts)
    assert given_back(publication(heads, counts, dataclasses.replace(told, ekstra=None, by_place=None))) == []
    found = given_back(publication(heads, counts, told))
    assert [(back.number, back.sure) for back in found] == [(1, True), (2, True)]


def test_a_row_without_a_count_that_fits_does_not_hold_and_is_no_warning() -> None:
    none, true = (Rows(np.array([low]), np.array([[0.0, 6.0]]), np.zeros((1, 0)), np.zeros((1, 0)))
                  for low in ([np.inf, np.inf], [0.0, 0.0]))
    assert [narrow(rows, [], [Total("sum", (0, 1), 4, 4)])[1].tolist() for rows in (none, true)] == [[], [0]]


@pytest.mark.parametrize("unit", [1, 5_000])
def test_readers_are_narrowed_to_the_same_however_many_at_a_time(monkeypatch: Any, unit: int) -> None:
    """And who is told of, and by whom, is the same."""
    columns = [column(f"T{pulje}", TWELVE_HEADS, TWELVE_COUNTS, pulje=pulje, taerskel=0.08, afrunding=unit)
               for pulje in (2_400_000, 900_000)]
    taken = publication(TWELVE_HEADS, TWELVE_COUNTS, *columns, totals=(Total("Syd", (8, 9, 10, 11), 54, 56),))
    assert len(TWELVE) < AT_HAND // len(TWELVE)  # all at once
    found, rows = given_back(taken), Attack(taken, attack.terms(taken) or []).rows
    monkeypatch.setattr("addin.smaa_antal.narrowing.AT_HAND", 1)
    assert found and given_back(taken) == found
    for once, one_by_one in zip(rows, Attack(taken, attack.terms(taken) or []).rows):
        assert (once == one_by_one).all()


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("known", [False, True])
def test_rounding_hides_nothing_in_the_example(unit: int, known: bool) -> None:
    """Two houses with 4 children each that get money; the two under the threshold stay "0 to 4"."""
    terms = {"pulje": 2_400_000, "taerskel": 0.08, "loft": 6_000, "afrunding": unit}
    one = column("Tildeling", TWELVE_HEADS, TWELVE_COUNTS, **terms)
    done = one.distributed(np.array(TWELVE_COUNTS))
    assert done is not None
    sats = (done.sats - 0.5, done.sats + 0.5) if known else ANYTHING
    taken = publication(TWELVE_HEADS, TWELVE_COUNTS, dataclasses.replace(one, sats=sats))
    found = given_back(taken)
    assert [TWELVE[back.number] for back in found] == ["Skovbrynet", "Lærken"]
    assert {(back.least, back.most, back.sure, back.columns) for back in found} == {(4, 4, True, 1)}
    if known:  # nobody needs a count of his own
        assert {back.reader for back in found} == {OUTSIDE}


def test_the_column_without_threshold_gives_back_those_the_threshold_protects() -> None:
    terms = {"pulje": 2_400_000, "loft": 6_000, "afrunding": 1}
    both = [column(name, TWELVE_HEADS, TWELVE_COUNTS, taerskel=limit, **terms)
            for name, limit in (("Tildeling", 0.08), ("Uden tærskel", None))]
    found = {TWELVE[back.number]: back for back in given_back(publication(TWELVE_HEADS, TWELVE_COUNTS, *both))}
    assert list(found) == ["Skovbrynet", "Kløverstien", "Strandhuset", "Lærken"]
    assert [(back.least, back.columns) for back in found.values()] == [(4, 1), (3, 2), (4, 2), (4, 1)]


@pytest.mark.parametrize("few", [1, 2, 3, 4, 59, 60])
@pytest.mark.parametrize("unit", UNITS)
def test_few_and_nearly_all_are_given_back(few: int, unit: int) -> None:
    heads, counts = (60, 70, 80, 90), (few, 21, 17, 32)
    found = given_back(publication(heads, counts, column("T", heads, counts, pulje=1_000_000, afrunding=unit)))
    (back,) = found
    assert (back.number, back.sure) == (0, True)
    assert back.least <= few <= back.most
    assert (back.least, back.most) == (few, few) or (unit == 5_000 and few > 4)


@pytest.mark.parametrize("count", [0, 5, 55])
def test_counts_that_may_be_shown_are_not_told_of(count: int) -> None:
    heads, counts = (60, 70, 80, 90), (count, 21, 17, 32)
    assert given_back(publication(heads, counts, column("T", heads, counts, pulje=1_000_000, afrunding=1))) == []


def test_two_editions_that_differ_by_one_child_give_the_sats_to_anybody() -> None:
    """Known only up to a factor in each edition (all counts are even); the change of one child tells the factor."""
    heads, counts = (60, 70, 80, 90), (4, 22, 18, 32)
    now = column("Endelig", heads, counts, pulje=1_000_000, afrunding=1)
    before = column("Høring", heads, counts, (0, 0, -1, 0), pulje=1_000_000, afrunding=1)
    outside: dict[str, Any] = {"readers": ()}
    assert given_back(publication(heads, counts, now, **outside)) == []
    (back,) = given_back(publication(heads, counts, now, before, **outside))
    assert (back.number, back.least, back.most, back.columns, back.sure) == (0, 4, 4, 2, True)


@pytest.mark.parametrize("total, sure", [(8, True), (7, True), (4, False)])
def test_two_hidden_in_a_group_are_not_enough(total: int, sure: bool) -> None:
    """8 = 4 + 4 and 7 = 3 + 4, whatever the amounts; 4 may be 0 + 4."""
    heads, counts = (60, 70, 80), (total // 2, total - total // 2, 20)
    most = np.array([4.0, 4.0, 80.0])
    taken = publication(heads, counts, totals=(Total("Syd", (0, 1), total, total),), most=most, readers=())
    found = given_back(taken)
    assert [back.number for back in found] == ([0, 1] if sure else [])
    assert {back.columns for back in found} <= {0}


@pytest.mark.parametrize("few, told", [((1, 1, 1), True), ((4, 4, 4), True), ((1, 2, 2), True), ((1, 1, 4), False)])
@pytest.mark.parametrize("none_is_shown", [True, False])
def test_what_is_worded_as_few_is_not_none(few: tuple[int, ...], told: bool, none_is_shown: bool) -> None:
    """To one from outside, by the sum of the three: 5 is 1 + 1 + 3 or 1 + 2 + 2, so that none has 4; where few may be
    none, 5 may be 0 + 1 + 4 too."""
    least, most = np.array([float(none_is_shown)] * 3 + [20.0]), np.array([4.0, 4.0, 4.0, 20.0])
    taken = publication((60, 70, 80, 90), (*few, 20), totals=(Total("Syd", (0, 1, 2), sum(few), sum(few)),),
                        least=least, most=most, readers=(), worded=frozenset({0, 1, 2} if none_is_shown else ()))
    fitting = np.array([each for each in itertools.product(range(int(least[0]), 5), repeat=3) if sum(each) == sum(few)])
    wanted = {(int(low), int(high)) for low, high in zip(fitting.min(axis=0), fitting.max(axis=0))}
    found = given_back(taken)
    assert {(back.least, back.most) for back in found} == (wanted - {(int(least[0]), 4)})
    assert bool(found) == (told if none_is_shown else sum(few) in (3, 12))


def test_amounts_that_the_counts_do_not_give_cannot_be_decided() -> None:
    """Something else than what is known has moved them: then everything hidden counts as given back."""
    heads, counts = (60, 70, 80), (4, 20, 30)
    right = column("T", heads, counts, pulje=1_000_000, afrunding=1)
    wrong = dataclasses.replace(right, amounts=right.amounts + 1)
    (back,) = given_back(publication(heads, counts, wrong))
    assert (back.number, back.sure) == (0, False)


def test_a_search_that_is_given_up_counts_as_given_back(monkeypatch: Any) -> None:
    heads, counts = (60, 70, 80), (4, 20, 30)
    taken = publication(heads, counts, column("T", heads, counts, pulje=60_000, afrunding=5_000))
    assert given_back(taken) == []
    monkeypatch.setattr(attack, "others", lambda *_: iter(()))
    monkeypatch.setattr("addin.smaa_antal.searching.ALL_QUESTIONS", 0)
    (back,) = given_back(taken)
    assert (back.number, back.sure) == (0, False)


def test_nothing_is_changed() -> None:
    taken = publication(TWELVE_HEADS, TWELVE_COUNTS, column("T", TWELVE_HEADS, TWELVE_COUNTS, pulje=2_400_000,
                                                            afrunding=1_000))
    before = [taken.columns[0].amounts.copy(), taken.counts.copy(), taken.heads.copy()]
    given_back(taken)
    for kept, now in zip(before, (taken.columns[0].amounts, taken.counts, taken.heads)):
        assert (kept == now).all()


@pytest.mark.parametrize(
    "least, most, heads, told",
    [(0, 4, 42, False), (0, 3, 42, True), (1, 4, 42, True), (0, 5, 42, False), (38, 42, 42, False), (39, 42, 42, True),
     (37, 42, 42, False), (38, 41, 42, True), (0, 3, 3, False), (1, 3, 3, True)])
def test_when_to_know_a_range_is_to_know_the_count(least: int, most: int, heads: int, told: bool) -> None:
    assert bool(gives_back(least, most, heads)) is told


LAST_YEAR = [160_000, 340_000]


@pytest.mark.parametrize("unit", [1, 5_000, 20_000])
@pytest.mark.parametrize("terms, factors", [
    ({"taerskel": 0.1, "taerskeltype": "over"}, (1, 1)), ({"minimum": 180_000}, (1, 1)),
    ({"sidste_aar": LAST_YEAR, "garanti": 0.9}, (1, 1)), ({"sidste_aar": LAST_YEAR, "hoejst": 1.1}, (1, 1)),
    ({"sidste_aar": LAST_YEAR, "andel_nyt": 1 / 3}, (1, 1)), ({"ansoegt": [90_000, None]}, (1, 1)),
    ({}, (7 / 12, 1.25))])
def test_every_other_term_of_the_calculation(terms: dict[str, Any], factors: tuple[float, float], unit: int) -> None:
    """All vectors there are, given to the rule itself: what fits is what an attacker can have."""
    heads, true = np.array([16, 13]), np.array([3, 7])
    one = column("T", heads.tolist(), true.tolist(), pulje=500_000, afrunding=unit, **terms)
    one = dataclasses.replace(one, factor=np.array(factors))
    done = one.distributed(true)
    assert done is not None
    one = dataclasses.replace(one, amounts=done.tildeling)
    fitting = np.array([each for each in attacker.every_count(heads) if one.fits(each)])
    wanted = attacker.told(heads, true, fitting)
    found = {back.number: back for back in given_back(publication(heads.tolist(), true.tolist(), one))}
    assert set(found) == set(wanted)
    assert all(back.sure for back in found.values())


@pytest.mark.parametrize("change", [-1.1, 0.3, -0.5, 1 / 3, 2.0])
@pytest.mark.parametrize("unit", [1, 20_000])
def test_a_key_that_is_changed_by_less_than_a_child_is_known_by_its_count(change: float, unit: int) -> None:
    """Of 16 children 10 % are 1,6: 3 less 1,1 reach them."""
    heads, true = np.array([16, 13]), np.array([3, 7])
    one = column("T", heads.tolist(), true.tolist(), (change, 0), pulje=500_000, afrunding=unit, taerskel=0.1)
    fitting = np.array([each for each in attacker.every_count(heads) if one.fits(each)])
    found = {back.number: back for back in given_back(publication(heads.tolist(), true.tolist(), one))}
    assert set(found) == set(attacker.told(heads, true, fitting))
    assert all(back.sure for back in found.values())
