"""The attack against a second attacker written apart: integer programmes solved by HiGHS, one for each sum of counts
that the reader's own amount allows. It has no largest remainder, so that it finds less; what it finds must be found."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from addin.smaa_antal.attack import given_back
from tests.addin.smaa_antal.houses import TWELVE_COUNTS, TWELVE_HEADS, column, publication

POOL, LIMIT = 2_400_000, 5


def highest(amounts: np.ndarray, heads: np.ndarray, unit: int, reader: int, own: int, target: int) -> float:
    """The highest count of one house that fits, to a reader who knows its own; no threshold, no cap."""
    best = -1.0
    least, most = (POOL * own / (amounts[reader] + sign * unit) if amounts[reader] + sign * unit > 0 else heads.sum()
                   for sign in (1, -1))
    wanted = np.zeros(len(heads))
    wanted[target] = -1
    for together in range(int(np.floor(least)), int(np.ceil(min(most, heads.sum()))) + 1):
        sats = POOL / max(together, 1)
        low, high = np.maximum((amounts - unit) / sats, 0), np.minimum((amounts + unit) / sats, heads)
        low[reader] = high[reader] = own
        if (np.ceil(low - 1e-9) > np.floor(high + 1e-9)).any():
            continue
        solved = milp(wanted, integrality=np.ones(len(heads)), bounds=Bounds(low, high),
                      constraints=LinearConstraint(np.ones((1, len(heads))), together, together))
        if solved.success:
            best = max(best, -solved.fun)
    return best


@pytest.mark.parametrize("unit", [1, 100, 1_000, 5_000, 20_000])
def test_what_integer_programmes_find_is_found(unit: int) -> None:
    heads, counts = np.array(TWELVE_HEADS, dtype=float), np.array(TWELVE_COUNTS)
    one = column("Tildeling", TWELVE_HEADS, TWELVE_COUNTS, pulje=POOL, afrunding=unit)
    hidden = [number for number, count in enumerate(TWELVE_COUNTS) if count < LIMIT]
    told = {target for target in hidden for reader in (0, 2, 8) if highest(
        one.amounts, heads, unit, reader, TWELVE_COUNTS[reader], target) < LIMIT}
    found: Any = {back.number for back in given_back(publication(TWELVE_HEADS, counts.tolist(), one))}
    assert told <= found
    assert told or unit == 20_000
