"""What an amount says of the count behind it. All that is made of it: test_attack.py."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from addin.smaa_antal.amounts import Amounts
from tests.addin.smaa_antal.houses import column


@pytest.mark.parametrize(("terms", "weight"), [
    ({}, 3.0), ({"taerskel": 0.2}, 3.0), ({"taerskel": 0.2, "taerskeltype": "over"}, 1.0), ({"taerskel": 0.4}, 0.0)])
def test_a_key_that_is_nothing_weighs_nothing_however_many_are_behind_it(terms: dict, weight: float) -> None:
    made = dataclasses.replace(column("Tildeling", (10, 10), (5, 3), pulje=1000, **terms), factor=np.array([1.0, 0.0]))
    done = made.distributed(np.array([5.0, 3.0]))
    assert done is not None
    amounts = Amounts(made, done)
    assert amounts.weight(np.array([3.0, np.inf])).tolist() == [weight, 0]
    assert amounts.weight(np.array([[3.0, np.inf], [3.0, 3.0]])).tolist() == [[weight, 0], [weight, 0]]
