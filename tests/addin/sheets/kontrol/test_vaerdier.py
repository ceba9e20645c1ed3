"""The values the control shows before any recalculation: sets, shares, and what decides the last kroner."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from addin.run.regnet import Regnet
from addin.sheets.kontrol import dele, vaerdier
from tests.planning import calculated, case

ROWS = [["Institution", "Børn", "Nøgle"], ["A", 10, 1], ["B", 10, 2], ["C", 10, 0], ["D", 10, 4]]
COLUMNS = {"navn": "Ark!$A$2:$A$5", "boern": "Ark!$B$2:$B$5", "noegle": "Ark!$C$2:$C$5"}


def parameters(result: Regnet) -> dict[str, Any]:
    return dict(vaerdier.parameters(result, dele.of(result)))


def made(rows: Any = ROWS, **values: Any) -> Regnet:
    return calculated(case({"Ark": rows}, COLUMNS, **{"pulje": 1000, **values})).first


def test_the_sets_are_what_bounds_each() -> None:
    """1.000 kr. as 1 : 2 : 4 is 143, 286 and 571; at least 200 and at most 45 x 10 leave 350 for B."""
    result = made(minimum=200, loft=45)
    assert result.tildeling.tolist() == [200, 350, 0, 450]
    assert vaerdier.sets(result) == ["minimum", "fri", "intet", "loft"]


def test_the_krone_goes_to_the_largest_rest_and_both_edges_are_there() -> None:
    """142,857..., 285,714... and 571,428...: 998 down, and A and B have the largest rests."""
    ranked = vaerdier.order(made())
    with_it, without = vaerdier.NOBODY, vaerdier.EVERYBODY
    assert ranked["rest_med"] == pytest.approx([0.857143, 0.714286, with_it, with_it], abs=1e-6)
    assert ranked["rest_uden"] == pytest.approx([without, without, 0, 0.428571], abs=1e-6)
    assert ranked["andel_med"] == pytest.approx([with_it, 2 / 7, with_it, with_it])  # B alone is on the edge
    shown = parameters(made())
    assert (shown["mindste"], shown["hoejeste"]) == pytest.approx((0.714286, 0.428571), abs=1e-6)
    assert (shown["flest"], shown["pulje"], shown["sats"]) == (1, 1000, pytest.approx(1000 / 7))


def test_of_equal_rests_and_shares_the_place_decides() -> None:
    alike = [ROWS[0], *([name, 10, 1] for name in "ABCD")]
    ranked = vaerdier.order(made(alike, pulje=1002))
    assert ranked["plads_med"] == [1, 2, 0, 0]
    assert ranked["plads_uden"] == [vaerdier.LAST_PLACE] * 2 + [3, 4]


@pytest.mark.parametrize(("value", "cell"), [(math.inf, ""), (-math.inf, ""), (np.float64(1.5), 1.5), ("fri", "fri"),
                                             (None, None)])
def test_a_cell_holds_no_infinity_and_no_number_of_another_kind(value: Any, cell: Any) -> None:
    found = vaerdier.plain(value)
    assert found == cell and type(found) is type(cell)


def test_a_setting_that_is_not_in_use_is_blank() -> None:
    shown = parameters(made(loft=450))
    assert (shown["loft"], shown["minimum"], shown["garanti"], shown["over"]) == (450, "", "", 0)
