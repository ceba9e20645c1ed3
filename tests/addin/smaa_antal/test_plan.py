"""What is shown, hidden and worded: each rule on both sides of its border."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.smaa_antal.plan import (
    COMPLEMENT,
    FEW,
    FEW_HOUSES,
    HIDDEN,
    NEARLY_ALL,
    SMALL,
    Houses,
    Plan,
    alone,
    of_all,
    of_group,
    plan,
    shown_as,
)
from addin.smaa_antal.rules import may_show_mean, percent_over, percent_under, whole_percent
from tests.addin.smaa_antal import attacker
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS

THREE_GROUPS = ("Nord",) * 4 + ("Midt",) * 4 + ("Syd",) * 4


def texts(heads: list[int], counts: list[int], **more: object) -> list[str]:
    n = len(heads)
    return [cell.text for cell in plan(Houses([f"Hus {k}" for k in range(n)], ["A"] * n, heads, counts,
                                              **more)).houses]  # type: ignore[arg-type]


def test_the_example_is_shown_as_it_should_be() -> None:
    made = plan(Houses(TWELVE, THREE_GROUPS, TWELVE_HEADS, TWELVE_COUNTS, 0.08))
    assert dict(zip(TWELVE, (cell.text for cell in made.houses))) == {
        "Ellehuset": "35 %", "Skovbrynet": "under 12 %", "Tjørnen": "21 %", "Kløverstien": "under 8 %",
        "Havnehuset": "35 %", "Engblommen": "14 %", "Birkelunden": "9 %", "Svalereden": "23 %", "Kastanjen": "44 %",
        "Møllevangen": "15 %", "Strandhuset": "under 8 %", "Lærken": "under 11 %"}
    assert {name: cell.text for name, cell in made.groups.items()} == {"Nord": ".", "Midt": "21 %", "Syd": "."}
    assert {made.groups[name].why for name in ("Nord", "Syd")} == {COMPLEMENT}  # 7 = 3 + 4, 8 = 4 + 4
    assert made.whole.text == "21 %"


def test_ranks_say_nothing_of_what_is_hidden() -> None:
    made = plan(Houses(TWELVE, THREE_GROUPS, TWELVE_HEADS, TWELVE_COUNTS, 0.08))
    assert [TWELVE[number] for number in made.order][-4:] == ["Kløverstien", "Lærken", "Skovbrynet", "Strandhuset"]
    assert [TWELVE[number] for number in made.order][:2] == ["Kastanjen", "Ellehuset"]


@pytest.mark.parametrize("count, text", [(0, "0 %"), (1, "under 9 %"), (4, "under 9 %"), (5, "8 %"), (55, "92 %"),
                                         (56, "over 91 %"), (60, "over 91 %")])
def test_a_count_and_all_but_it(count: int, text: str) -> None:
    assert texts([60, 100, 100], [count, 30, 30])[0] == text


@pytest.mark.parametrize("limit, count, text", [(3, 2, "under 5 %"), (3, 3, "5 %"), (5, 4, "under 9 %")])
def test_the_limit_is_a_setting(limit: int, count: int, text: str) -> None:
    assert texts([60, 100, 100], [count, 30, 30], limit=limit)[0] == text


@pytest.mark.parametrize("heads, shown", [(19, HIDDEN), (20, "50 %")])
def test_a_small_house_has_no_share(heads: int, shown: str) -> None:
    assert texts([heads, 100, 100], [heads // 2 + heads % 2, 30, 30])[0] == shown


def test_a_small_house_is_hidden_for_its_size() -> None:
    made = plan(Houses(["a", "b", "c"], ["A"] * 3, [19, 100, 100], [10, 30, 30]))
    assert made.houses[0].why == SMALL


def test_under_the_threshold_says_no_less_than_few() -> None:
    """8 % of 60 is 4,8: 0 to 4. Of 30 it is 2,4: "under 8 %" would be 0 to 2."""
    assert texts([60, 100, 100], [4, 30, 30], threshold=0.08)[0] == "under 8 %"
    assert texts([30, 100, 100], [2, 30, 30], threshold=0.08)[0] == "under 17 %"


@pytest.mark.parametrize("heads, count, text", [(51, 0, "0 %"), (50, 0, "under 10 %"), (50, 1, "under 10 %"),
                                                (30, 0, "under 17 %"), (30, 2, "under 17 %")])
def test_none_looks_as_few_where_to_get_nothing_says_that_they_are_fewer(heads: int, count: int, text: str) -> None:
    """8 % of 50 is 4: with no money there are 0 to 3, and "not none" would make it 1 to 3; of 51 it is 0 to 4."""
    assert texts([heads, 100, 100], [count, 30, 30], threshold=0.08)[0] == text


@pytest.mark.parametrize("houses, text", [(2, HIDDEN), (3, "30 %")])
def test_a_group_has_a_share_from_three_houses_on(houses: int, text: str) -> None:
    names = [f"Hus {number}" for number in range(houses + 3)]
    made = plan(Houses(names, ["A"] * houses + ["B"] * 3, [100] * len(names), [30] * len(names)))
    assert made.groups["A"].text == text
    assert made.groups["A"].why == (FEW_HOUSES if houses == 2 else "")


def test_where_hiding_the_group_is_not_enough_more_is_hidden() -> None:
    """One hidden house in the only group: the whole's share gives it back, so the next smallest is hidden too."""
    made = plan(Houses(["a", "b", "c"], ["A"] * 3, [60, 70, 80], [4, 20, 30]))
    assert [cell.why for cell in made.houses] == [FEW, COMPLEMENT, ""]
    assert made.groups["A"].percent is None


def test_nearly_all_is_hidden_as_few_is() -> None:
    made = plan(Houses(["a", "b", "c"], ["A"] * 3, [60, 70, 80], [58, 20, 30]))
    assert made.houses[0].why == NEARLY_ALL


@pytest.mark.parametrize("children, shown", [(9, False), (10, True)])
def test_a_mean_is_of_ten_or_more(children: int, shown: bool) -> None:
    assert may_show_mean(children) is shown


@pytest.mark.parametrize("count, heads, threshold, percent",
                         [(5, 66, None, 8), (5, 66, 0.08, 7), (6, 75, 0.08, 8), (9, 108, 0.083, 9), (9, 109, 0.083, 8)])
def test_a_share_is_never_rounded_across_the_threshold(count: int, heads: int, threshold: float | None,
                                                       percent: int) -> None:
    assert whole_percent(count, heads, threshold) == percent


def test_words_cover_all_that_is_hidden() -> None:
    """Whatever the heads: 0 to 4 are under the one word, and all but 0 to 4 over the other."""
    for heads in range(20, 200):
        assert 100 * 4 / heads < percent_under(heads) and 100 * (heads - 4) / heads > percent_over(heads)


def test_what_a_reader_knows_by_the_shares_that_are_shown() -> None:
    """A shown share is its count, a word what it says, and the whole's share every sum that rounds to it."""
    houses = Houses(("A", "B", "C"), ("Nord",) * 3, (60, 60, 60), (3, 20, 30))
    made = plan(houses)
    least, most, totals = shown_as(houses, made)
    shown = [cell.percent is not None for cell in made.houses]
    assert [least[at] == most[at] == houses.counts[at] for at in range(3) if shown[at]] == [True] * sum(shown)
    assert (least[0], most[0]) == (1, 4)  # none is "0 %"
    assert all(total.least <= sum(houses.counts[at] for at in total.members) <= total.most for total in totals)


@pytest.mark.parametrize("heads, limit, threshold, least", [(60, 5, None, 1), (60, 5, 0.08, 1), (30, 5, 0.08, 0),
                                                            (22, 23, None, 0)])
def test_few_is_not_none_where_none_would_be_shown(heads: int, limit: int, threshold: float | None, least: int) -> None:
    houses = Houses(("A", "B", "C"), ("Nord",) * 3, (heads, 200, 200), (1, 80, 90), threshold, limit)
    assert shown_as(houses, plan(houses))[0][0] == least


# ------------------------------------------------------------------------------------- against every vector of counts


def fitting(houses: Houses, made: Plan) -> np.ndarray:
    """All counts that the texts can be of: those of the houses, their groups, and all."""
    threshold = (0, 1)
    cells = [np.flatnonzero(attacker.fits_share(np.arange(heads + 1), heads, cell.text, threshold))
             for heads, cell in zip(houses.heads, made.houses)]
    counts = np.array(list(itertools.product(*cells)))
    heads, true = np.array(houses.heads), np.array(houses.counts)
    nothing = ["."] * len(heads)
    for members, cell in [*((houses.members()[name], cell) for name, cell in made.groups.items()),
                          (list(range(len(heads))), made.whole)]:
        alone = [*nothing[:len(members)], cell.text, "."]
        counts = counts[attacker.fits_shares(counts[:, members], true[members], heads[members], alone, threshold)]
    return counts


def known(houses: Houses, made: Plan) -> set[int]:
    """The hidden counts that are known more narrowly than by their own words, to one who has none of his own."""
    counts, heads = fitting(houses, made), np.array(houses.heads)
    words = attacker.at_least(heads, [cell.text for cell in made.houses], (0, 1))
    return set(attacker.told(heads, np.array(houses.counts), counts, words=words, readers=[None]))


@st.composite
def two_groups(draw: Any) -> Houses:
    n = draw(st.integers(3, 6))
    heads = draw(st.lists(st.integers(20, 24), min_size=n, max_size=n))
    counts = [draw(st.one_of(st.integers(0, 5), st.integers(0, 5), st.integers(0, of))) for of in heads]
    groups = ["A"] * n if draw(st.booleans()) else ["A"] * 3 + ["B"] * (n - 3)
    return Houses([f"Hus {number}" for number in range(n)], groups, heads, counts)


@given(two_groups())
def test_no_hidden_count_can_be_worked_out_from_the_shares(houses: Houses) -> None:
    assert known(houses, plan(houses)) == set()


@pytest.mark.parametrize("few, stays", [([1, 1, 1], False), ([4, 4, 4], False), ([0, 1, 1], False), ([0, 1, 3], False),
                                        ([0, 1, 4], True), ([1, 2, 3], True), ([2, 3, 4], True), ([3, 4, 4], False)])
def test_the_sum_of_the_few_is_shown_where_each_of_them_may_be_any_few(few: list[int], stays: bool) -> None:
    """3 = 1 + 1 + 1, 12 = 4 + 4 + 4, and where none is shown as none, 2 = 1 + 1 and 4 = 1 + 3 (or 2 + 2); but 5 may be
    1 + 4 too. Of three, 6 may be 1 + 1 + 4, and 9 4 + 4 + 1; 11 leaves none of them 1 or 2."""
    houses = Houses(["a", "b", "c", "d"], ["A"] * 4, [24, 24, 24, 20], [*few, 12])
    made = plan(houses)
    assert (made.groups["A"].percent is not None) == stays
    assert known(houses, made) == set()
    shown = replace(made, groups={"A": of_group(houses, range(4))}, whole=of_all(houses, 1))
    shown.houses = [alone(houses, number) for number in range(4)]
    assert (known(houses, shown) == set()) == stays  # what the plan hides would tell
