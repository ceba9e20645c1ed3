"""What is told together: amounts, sats and shares; and of a key of all the children nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from addin.checks.published import beside, houses_of, is_of_all, on_page, publication, shares, shows_counts
from addin.checks.subject import Subject
from addin.smaa_antal.attack import given_back
from tests.addin.checks.checking import told
from tests.addin.filejobs.files import houses, large
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.planning import Case, calculated, case, key_figures, planned

UNDER = [25, 14, 13, 3, 27, 18, 16, 17, 39, 18, 4, 14]  # two small ones, both under the threshold
NOW = [30, 25, 17, 3, 34, 28, 24, 21, 56, 21, 4, 19]
BEFORE = [*NOW[:3], 4, *NOW[4:]]
COARSE = 50_000  # kr.: more than one child is worth


def subject(taken: Case) -> Subject:
    result = calculated(taken).first
    return Subject(result.laest, result.figures, result)


def of_all(taken: Case) -> Case:
    return taken._replace(names={**taken.names, "noegle": taken.names["boern"]})


def test_the_sats_is_the_one_that_the_appendix_prints() -> None:
    taken = houses()
    told_now = publication(subject(taken))
    assert told_now is not None
    least, most = told_now.columns[0].sats
    shown = next(value for label, value in key_figures(planned(taken)).items() if label.startswith("Sats"))
    assert least < shown < most and most - least < 1e-8 * shown
    assert [each.sats for each in told_now.columns[1:]] == [(0.0, np.inf)] * (len(told_now.columns) - 1)


def test_of_nothing_there_is_no_sats() -> None:
    told_now = publication(subject(houses(pulje=0)))
    assert told_now is not None and told_now.columns[0].sats[0] == 0


def test_all_the_children_are_no_small_count_anywhere() -> None:
    """A budget by the number of pupils gives that number back, which stands beside it."""
    pupils = [4, *TWELVE_HEADS[1:]]
    taken = houses(pupils, taerskel=None)
    assert publication(subject(of_all(taken))) is None and is_of_all(subject(of_all(taken)).setup)
    assert "smaa_antal" not in told(of_all(taken))
    assert publication(subject(taken)) is not None and "smaa_antal" in told(taken)


def test_the_page_tells_the_shares_too() -> None:
    """Each count but the two that are hidden is known by its share; of those it is known that they are few."""
    now = on_page(subject(houses(UNDER)))
    assert now is not None and now.most is not None and now.least is not None
    assert [(low, high) for low, high in zip(now.least, now.most)][:4] == [(25, 25), (14, 14), (13, 13), (1, 4)]
    assert [total.name for total in now.totals] == ["Midt", "De øvrige", "I alt"]  # all less Midt is Nord and Syd
    assert given_back(now) == []


def test_beside_an_earlier_edition_fewer_shares_may_stand() -> None:
    """One child more in a house under the threshold, and everybody else's counts are told by their shares."""
    now, before = subject(houses(NOW, afrunding=COARSE)), subject(houses(BEFORE, afrunding=COARSE))
    result = now.regnet
    assert result is not None
    alone = shares(result)
    assert alone is not None and alone.groups["Midt"].percent is not None and shares(result, [before]) is None
    told_now = publication(now)
    assert told_now is not None and len(beside(told_now, [before]).columns) == len(told_now.columns) + 1


@pytest.mark.parametrize("taken", [houses(), large()])
def test_the_houses_are_those_of_the_page(taken: Case) -> None:
    result, told_now = subject(taken).regnet, publication(subject(taken))
    assert result is not None and told_now is not None and shows_counts(told_now)
    made = houses_of(result, told_now)
    assert list(made.heads) == list(TWELVE_HEADS) and made.threshold == 0.08
    assert list(made.counts) in (list(TWELVE_COUNTS), [count + 10 for count in TWELVE_COUNTS])


def delivered(*lines: list[Any], **settings: Any) -> Case:
    """House A with what is hidden, and four others."""
    rows = [["A", 40, *lines[0]], *[[name, 60 + at, *line] for at, (name, line) in enumerate(
        zip("BCDE", lines[1:]))]]
    last = "CD"[len(lines[0]) - 1]
    places = {"navn": "$A$2:$A$6", "boern": "$B$2:$B$6", "antal_institution": "$A$2:$A$6",
              "antal_kriterier": f"$C$2:${last}$6"}
    return case({"Ark": [["Institution", "Børn", "K1", "K2"][:2 + len(lines[0])], *rows]},
                {name: f"Ark!{place}" for name, place in places.items()}, pulje=1_000_000, **settings)


OTHERS = ([9], [20], [30], [25])


@pytest.mark.parametrize("mark, erstat, limit, is_replaced", [
    ("<5", 4, 3, True), ("<5", 3, 3, True), ("<5", 2, 3, True), ("<5", 0, 5, True), ("..", 2, 3, False),
    ("<3", 1, 5, False), ("<5", 4, 5, False), ("<10", 7, 5, True), (4, 2, 3, False), (0, 2, 5, False)])
def test_what_stands_for_a_hidden_count_is_no_true_one(mark: Any, erstat: float, limit: int, is_replaced: bool
                                                       ) -> None:
    """R1: a count that is hidden in the delivery is few, whatever it is said to count."""
    now = subject(delivered([mark], *OTHERS, erstat=erstat, mindste_antal=limit))
    told_now, result = publication(now), now.regnet
    assert told_now is not None and result is not None
    assert told_now.replaced == (frozenset({0}) if is_replaced else frozenset())
    made = shares(result)
    assert made is not None and (made.houses[0].text == ".") is is_replaced


def test_it_is_told_when_it_can_be_worked_out() -> None:
    lines = told(delivered(["<5"], *OTHERS, erstat=4, mindste_antal=3))["smaa_antal"]
    assert lines[0] == "Kan regnes ud af beløbene og satsen: A (4 børn, der står for et skjult antal)"
    assert "smaa_antal" not in told(delivered([4], *OTHERS, erstat=2, mindste_antal=3))


@pytest.mark.parametrize("line, is_replaced", [(["<5", "<5"], True), (["<5", 4], True), (["<5", 5], False)])
def test_with_enough_that_is_known_beside_it_it_is_not_few(line: list[Any], is_replaced: bool) -> None:
    """Two hidden counts of 4 are 8, of which nothing is known."""
    others = ([9, 9], [20, 10], [30, 20], [25, 20])
    told_now = publication(subject(delivered(line, *others, erstat=4)))
    assert told_now is not None and told_now.replaced == (frozenset({0}) if is_replaced else frozenset())
    assert (0 in told_now.hidden) is is_replaced


def test_sums_do_not_tell_what_stands_for_it() -> None:
    """All the others' shares are shown, and so that of them all is not."""
    result = subject(delivered(["<5"], *OTHERS, erstat=3, mindste_antal=3)).regnet
    assert result is not None
    made = shares(result)
    assert made is not None and made.groups[""].percent is None
    plain = subject(delivered([3], *OTHERS, erstat=2, mindste_antal=3)).regnet
    assert plain is not None
    of_true = shares(plain)
    assert of_true is not None and of_true.groups[""].percent == 30


def burdens(shares: list[float], **values: Any) -> Case:
    rows = [list(line) for line in zip(TWELVE, TWELVE_HEADS, shares)]
    names = {key: f"Ark!${letter}$2:${letter}$13" for key, letter in zip(("navn", "boern", "belastning"), "ABC")}
    return case({"Ark": [["Institution", "Børn", "Andel udsatte"], *rows]}, names, pulje=2_400_000, **values)


@pytest.mark.parametrize("decimals", [2, 3, 4])
def test_a_share_of_the_children_is_a_count_of_them_however_it_is_rounded(decimals: int) -> None:
    """The amount divided by the sats and the children is the share, 10 % of 42 children, and that is 4 of them."""
    taken = burdens([round(count / heads, decimals) for count, heads in zip(TWELVE_COUNTS, TWELVE_HEADS)])
    told_now = publication(subject(taken))
    assert told_now is not None and told_now.counts.tolist() == list(TWELVE_COUNTS)
    assert "Skovbrynet" in " ".join(told(taken)["smaa_antal"])


@pytest.mark.parametrize("burden", [0.11, 0.1012])
def test_a_burden_that_is_no_share_of_whole_children_is_a_mean(burden: float) -> None:
    """11 % of 42 children are 4,62, and 5 of them 12 %."""
    shares = [round(count / heads, 2) for count, heads in zip(TWELVE_COUNTS, TWELVE_HEADS)]
    assert publication(subject(burdens([shares[0], burden, *shares[2:]]))) is None


def test_few_large_houses_may_have_such_shares_by_chance() -> None:
    """Every whole percent of 100 children is of whole children."""
    rows = [["Institution", "Børn", "Behov"], ["A", 142, 0.07], ["B", 99, 0.25], ["C", 120, 0.03]]
    names = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "boern", "belastning"), "ABC")}
    assert publication(subject(case({"Ark": rows}, names, pulje=900_000))) is None
