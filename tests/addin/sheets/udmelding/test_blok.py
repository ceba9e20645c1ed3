"""The pools of a page: one without a name, or several in the order they are shared in."""

from __future__ import annotations

from addin.sheets.udmelding.blok import blokke
from tests.addin.sheets.committee import example
from tests.planning import calculated
from tests.pools import RANDERS, houses

CAPPED = {**RANDERS[0], "Loft, kr. pr. barn": 5_000, "Tilovers": "Alle"}


def test_one_pool_is_one_block_with_everybody_and_no_name() -> None:
    (block,) = blokke(calculated(example()), [[""] * 12])
    assert list(block.pladser) == list(range(12)) and block.beloeb == "Tildeling" and block.penge == ()
    assert block.sagt("Ikke vist.") == "Ikke vist."


def test_each_pool_has_its_own_recipients_and_its_own_words() -> None:
    small, every = blokke(calculated(houses(*RANDERS)), [["a"] * 4, ["b"] * 6])
    assert small.pladser == [0, None, 1, 2, 3, None] and every.pladser == [0, 1, 2, 3, 4, 5]
    assert (small.beloeb, small.hvorfor[0], every.hvorfor[0]) == ("Vuggestuer: tildeling", "a", "b")
    assert small.sagt("Ikke vist.") == "Vuggestuer: Ikke vist." and small.penge == every.penge == []


def test_what_came_on_is_told_with_what_is_paid_first() -> None:
    """226 children at 5.000 kr. are 1.130.000 of the 1.230.000; six basic amounts of 50.000 kr. are 300.000."""
    run = calculated(houses(CAPPED, {**RANDERS[1], "Grundbeløb, kr.": 50_000}))
    small, every = blokke(run, [[""] * 4, [""] * 6])
    assert small.penge == []
    assert every.penge == [("Puljens eget beløb", 8_360_000), ("kommet fra Vuggestuer", 100_000),
                           ("grundbeløb", -300_000)]
    assert sum(amount for _, amount in every.penge) == every.regnet.fordeling.pulje
