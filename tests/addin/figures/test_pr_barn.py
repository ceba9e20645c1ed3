"""Last year's amounts for this year's children; what is refused: tests/addin/dele/test_garanti_pr_barn.py."""

from __future__ import annotations

from addin.figures.pr_barn import PrBarn


def test_per_child_then_times_the_children_now() -> None:
    made = PrBarn([300_000.0, None, 0.0, 500.0], [60.0, 30.0, 5.0, 7.0], [80.0, 0.0, 10.0, 0.0])
    assert made.til_nu == [225_000, None, 0, 500]
    assert made.hvert == [3_750, None, 0, None]
