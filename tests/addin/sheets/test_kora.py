"""KORA's printed tables beside what the functions calculate: every figure comes out as printed."""

from __future__ import annotations

import pytest

from addin.sheets import kora
from udfs.rounding import half_up
from workbook_templates import kora_2017 as printed


@pytest.mark.parametrize("name", printed.TABELLER)
def test_every_figure_is_as_printed(name: str) -> None:
    table, found = printed.TABELLER[name], kora.computed()[name]
    for faktor, published in table.published.items():
        rounded = [half_up(exact, 10.0 ** -places) for exact, places in zip(found[faktor], table.decimals, strict=True)]
        assert rounded == pytest.approx(published), faktor


@pytest.mark.parametrize("faktor", [2, 20])
def test_a_scenario_by_hand(faktor: int) -> None:
    """Of 1 mio. kr. the highest of 20 gets `faktor` times the lowest, in equal ratios; the rest is shared equally."""
    found = kora.scenario(1_000_000, faktor, 80)
    ratio = faktor ** (1 / 19)
    low = 1_000_000 / sum(ratio**step for step in range(20))
    assert found["4.3"] == pytest.approx((low, faktor * low))
    assert found["4.2"] == pytest.approx((low / 80, faktor * low / 80))
    assert found["4.3 i alt"] == pytest.approx((4_950_000 + low, 4_950_000 + faktor * low))
    assert found["4.4"][1] == pytest.approx(100 * (faktor - 1) * low / (4_950_000 + low))


def test_the_sheet_shows_no_difference() -> None:
    plan = kora.sheet("KORA")
    formulas = [cell.value for cell in plan.cells if hasattr(cell.value, "text")]
    assert len(formulas) == sum(len(table.headings) for table in printed.TABELLER.values()) * len(printed.FAKTORER)
    assert {formula.value for formula in formulas} == {0}
