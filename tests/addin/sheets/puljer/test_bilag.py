"""The appendix of several pools: key figures of each and of the sum."""

from __future__ import annotations

from addin.run.noegletal import KeyFigure
from addin.sheets.puljer.bilag import by_label, in_order
from tests.planning import cells, planned
from tests.pools import RANDERS, houses


def test_labels_are_kept_in_order_each_once() -> None:
    one, two = ([KeyFigure(label, 1) for label in labels] for labels in ("abd", "acd"))
    assert in_order([by_label(one), by_label(two)]) == ["a", "c", "b", "d"]


def test_a_column_a_pool_and_the_sum_without_a_rate() -> None:
    found = cells(planned(houses(*RANDERS)), "bilag")
    lines = {value: [found.get((row, at)) for at in (1, 2, 3)] for (row, column), value in found.items() if column == 0}
    assert lines["Fordelt, kr."] == [1_230_000, 8_360_000, 9_590_000]
    assert lines["Institutioner i alt"] == [4, 6, 6]
    rates = lines["Sats, kr. pr. enhed vægt"]
    assert rates[2] is None and round(rates[0], 4) == 64_736.8421


def test_the_last_kroner_of_each_pool() -> None:
    told = [str(value) for value in cells(planned(houses(*RANDERS)), "bilag").values()]
    assert {"Hvor de sidste kroner gik: Vuggestuer", "Hvor de sidste kroner gik: Alle"} <= set(told)


def test_what_a_threshold_moves_in_a_pool_is_not_said_where_it_tells_of_a_few() -> None:
    """Of the small ones 6, 4 and 7 of 40, 70 and 80 children count, and 2 of 36 are under 5 %: so is 4 of 70."""
    found = cells(planned(houses({**RANDERS[0], "Tærskel": 0.06}, {**RANDERS[1], "Tærskel": 0.01})), "bilag")
    lines = {value: [found.get((row, at)) for at in (1, 2)] for (row, column), value in found.items() if column == 0}
    assert lines["Tærsklen flytter, kr."] == [None, 0]
    assert any(str(label).startswith("Tærsklen flytter, kr. Vises ikke: ") for label in lines)
