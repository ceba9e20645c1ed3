"""Who gets nothing (Y1), and bounds that decide for many or leave much (Y15)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.addin.checks.checking import made, told, with_cell


def test_who_gets_nothing_by_the_reason() -> None:
    assert "intet" not in told(made())
    lines = told(made(with_cell(0, 2, 0), taerskel=0.3))["intet"]
    assert lines == ["1 uden nøgle: Anemonen", "1 under tærsklen: Cikorien"]


@pytest.mark.parametrize("values, lines", [
    ({"loft": 10}, []),  # of 300, 387 and 290 for 40, 30 and 50 children one is above 10 kr. a child
    ({"loft": 7}, ["loft bestemmer beløbet for 3 af 3 institutioner", "160 kr. af 1.000 kr. (16 %) er ikke fordelt"]),
    ({"loft": 8.5}, ["loft bestemmer beløbet for 2 af 3 institutioner"]),
    ({"minimum": 325}, ["minimum bestemmer beløbet for 2 af 3 institutioner"])])
def test_a_bound_that_decides_for_more_than_a_third_or_leaves_more_than_a_twentieth(values: Any, lines: Any) -> None:
    assert told(made(**values)).get("loft_binder", []) == lines
