"""What is shown, hidden and worded: each rule on both sides of its border."""

from __future__ import annotations

import pytest

from addin.smaa_antal.plan import COMPLEMENT, FEW, FEW_HOUSES, HIDDEN, NEARLY_ALL, SMALL, Houses, plan, shown_as
from addin.smaa_antal.rules import may_show_mean, percent_over, percent_under, whole_percent
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
    assert (least[0], most[0]) == (0, 4)
    assert all(total.least <= sum(houses.counts[at] for at in total.members) <= total.most for total in totals)
