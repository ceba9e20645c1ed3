"""Figures of all keys together: whether they tell of those whom no amount tells anything of."""

from __future__ import annotations

from typing import Any

import pytest

from addin.checks.outside import tells_of_few
from tests.addin.figures.test_threshold import ROWS, areas
from tests.addin.filejobs.files import houses
from tests.planning import Case, calculated, case

LARGE = [25, 14, 13, 9, 27, 18, 16, 17, 39, 18, 9, 14]


def tells(taken: Case) -> bool:
    return tells_of_few(calculated(taken).first)


@pytest.mark.parametrize(("number", "count", "threshold", "is_told"), [
    (3, 4, 0.08, True), (3, 5, 0.12, False), (3, 1, 0.08, True), (3, 0, 0.08, False),
    (3, 4, 0.07, False), (3, 4, None, False)])  # the last two count, and the sats tells what they are together
def test_a_hidden_count_under_the_threshold_is_told(number: int, count: int, threshold: float | None, is_told: bool
                                                    ) -> None:
    counts = list(LARGE)
    counts[number] = count
    assert tells(houses(counts, taerskel=threshold)) is is_told


def test_a_hidden_count_at_the_cap_is_told() -> None:
    """60 of 60 children: the amount says only that it is at least so much."""
    counts = list(LARGE)
    counts[10] = 60
    assert tells(houses(counts)) is True and tells(houses(counts, loft=None)) is False


def test_a_key_of_all_the_children_tells_nothing() -> None:
    taken = houses([4, *LARGE[1:]])
    assert tells(taken._replace(names={**taken.names, "noegle": taken.names["boern"]})) is False


@pytest.mark.parametrize(("children", "is_told"), [(9, True), (10, False)])
def test_a_mean_of_fewer_than_ten_children_is_told(children: int, is_told: bool) -> None:
    rows = [["A", 60, 0.3123], ["B", 70, 0.2517], ["C", children, 0.0534]]
    names = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "boern", "belastning"), "ABC")}
    taken = case({"Ark": [["Institution", "Børn", "Behov"], *rows]}, names, pulje=100_000, taerskel=0.1)
    assert tells(taken) is is_told


@pytest.mark.parametrize(("key", "is_told"), [(2.75, True), (5.75, False)])
def test_a_key_that_no_attack_can_judge_is_told_where_it_is_few(key: float, is_told: bool) -> None:
    rows: list[list[Any]] = [["A", 60, 30.25], ["B", 70, 25.5], ["C", 80, key]]
    names = {name: f"Ark!${letter}$2:${letter}$4" for name, letter in zip(("navn", "boern", "noegle"), "ABC")}
    taken = case({"Ark": [["Institution", "Børn", "Nøgle"], *rows]}, names, pulje=100_000, taerskel=0.1)
    assert tells(taken) is is_told


@pytest.mark.parametrize(("few", "is_told"), [(4, True), (5, False)])
def test_a_few_in_a_group_that_does_not_reach_it_are_told(few: int, is_told: bool) -> None:
    """The recipient Nord is given money, and has a part that does not count."""
    rows = [ROWS[0], ["A", "Gellerup", 20, 10, "Nord"], ["C", "Risskov", 30, 6, "Syd"],
            ["D", "Risskov", 40, few, "Nord"]]
    assert tells(areas(rows, "modtager")) is is_told
