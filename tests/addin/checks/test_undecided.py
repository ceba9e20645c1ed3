"""Finished keys that are not whole: told where they may be few children, and not where they are means of many."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from addin.checks.undecided import undecided
from tests.addin.checks.checking import told
from tests.addin.checks.test_published import subject
from tests.planning import Case, case

WHY = ("Kan ikke afgøres, og regnes for givet tilbage, for nøglen er færdig og ikke hele tal, så den kan bygge på få "
       "børn: ")
HEADS = (43, 62, 57, 78)
PROBABILITIES = (2.7291834, 7.0118265, 4.4930172, 12.9087163)  # two are as small as few children


def houses(keys: Sequence[float], heads: Sequence[float] | None = HEADS, **columns: str) -> Case:
    rows = [[name, *(("",) if heads is None else (heads[at],)), key]
            for at, (name, key) in enumerate(zip("ABCD", keys))]
    last = len(rows) + 1
    children = {} if heads is None else {"boern": f"Ark!$B$2:$B${last}"}
    places = {"navn": f"Ark!$A$2:$A${last}", "noegle": f"Ark!$C$2:$C${last}", **children, **columns}
    return case({"Ark": [["Institution", "Børn", "Nøgle"], *rows]}, places, pulje=1_000_000)


def few(taken: Case) -> list[int]:
    return undecided(subject(taken))


def test_a_sum_of_probabilities_of_large_houses_is_not_told() -> None:
    assert few(houses(PROBABILITIES)) == [] and "smaa_antal" not in told(houses(PROBABILITIES))


@pytest.mark.parametrize("heads, expected", [(9, [0]), (10, [])])
def test_of_fewer_than_ten_children_it_is(heads: int, expected: list[int]) -> None:
    """R5: a mean is of ten children or more."""
    assert few(houses(PROBABILITIES, [heads, *HEADS[1:]])) == expected


def test_of_nobody_knows_how_many_children_it_is() -> None:
    assert few(houses(PROBABILITIES, None)) == [0, 2]


def test_a_burden_in_percent_times_the_children_is_not_told() -> None:
    """12,4 % of 43 children, 9 % of 62 ...: a round percent in every house."""
    means = [0.124 * 43, 0.09 * 62, 0.08 * 57, 0.155 * 78]
    assert few(houses([0.09 * 43, *means[1:]])) == []
    assert few(houses([0.0912 * 43, *means[1:]], [9, *HEADS[1:]])) == [0]


@pytest.mark.parametrize("weighed", [[3.25, 12.5, 8.75, 17], [3.21, 12.48, 8.03, 17.77], [4 / 12, 12.5, 9, 17]])
def test_counts_that_weigh_are_told_where_they_may_be_few(weighed: list[float]) -> None:
    assert few(houses(weighed)) == [0]
    assert told(houses(weighed))["smaa_antal"] == [f"{WHY}A"]


@pytest.mark.parametrize("smallest, expected", [(4.75, [0]), (5.0, [])])
def test_the_limit_is_the_least_count_that_is_shown(smallest: float, expected: list[int]) -> None:
    assert few(houses([smallest, 12.25, 8.75, 17])) == expected


def test_a_small_child_may_weigh_more() -> None:
    """Four of 0-2 years at 1,8 are 7,2."""
    rows = [["Institution", "0-2 år", "3-5 år", "Nøgle"], ["A", 20, 40, 7.2], ["B", 30, 40, 19.6], ["C", 30, 60, 9]]
    places = {name: f"Ark!${letter}$2:${letter}$4" for name, letter in
              (("navn", "A"), ("boern_0_2", "B"), ("boern_3_5", "C"), ("noegle", "D"))}
    taken = case({"Ark": rows}, places, pulje=1_000_000, vaegt=1.8)
    assert few(taken) == [0]
    assert few(case({"Ark": rows}, places, pulje=1_000_000, vaegt=1.0)) == []


def test_a_share_of_all_that_are_counted_is_their_count() -> None:
    counts = [3, 20, 38, 19]
    assert few(houses([count / 80 for count in counts])) == [0]
    assert few(houses([100 * count / 80.0 + 1e-3 * at for at, count in enumerate(counts)])) == []


def test_a_key_in_whole_numbers_is_for_the_attack() -> None:
    assert few(houses([3, 20, 38, 19])) == [] and "smaa_antal" in told(houses([3, 20, 38, 19]))


def test_a_budget_in_millions_is_no_few_children() -> None:
    assert few(houses([2.5, 3.1, 4.2, 5.05], grundbudget="Ark!$C$2:$C$5")) == []


def test_a_recipient_is_told_of_where_one_of_its_houses_is() -> None:
    rows = [["Institution", "Børn", "Nøgle", "Modtager"], ["A", 40, 3.25, "Nord"], ["B", 60, 12.5, "Nord"],
            ["C", 70, 8.75, "Syd"], ["D", 70, 9.5, "Syd"]]
    places = {name: f"Ark!${letter}$2:${letter}$5" for name, letter in
              (("navn", "A"), ("boern", "B"), ("noegle", "C"), ("modtager", "D"))}
    assert few(case({"Ark": rows}, places, pulje=1_000_000)) == [0]


def test_a_share_in_whole_percent_times_the_children_is_told_where_it_is_few() -> None:
    """7 % of 43 children is 3,01: 3 of them, since each of the others is such a share too."""
    heads = (43, 22, 17, 28)
    shares = [round(count / many, 2) for count, many in zip((3, 12, 9, 17), heads)]
    assert few(houses([share * many for share, many in zip(shares, heads)], heads)) == [0]
    assert few(houses([0.08 * 43, *(share * many for share, many in zip(shares[1:], heads[1:]))], heads)) == []
