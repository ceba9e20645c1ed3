"""A few hundred of the mutated workbooks; `python -m tests.fuzz 10000` runs as many as one likes."""

from __future__ import annotations

import random
from collections import Counter

from tests.fuzz.__main__ import chunk
from tests.fuzz.attempt import workbooks
from tests.fuzz.mutate import KINDS, mutated

FIRST, COUNT = 100_000, 400


def test_a_refusal_or_a_right_result_and_never_anything_else() -> None:
    outcomes = chunk(FIRST, COUNT)
    tally = Counter(outcomes.values())
    assert len(outcomes) == COUNT and set(tally) == {"refused", "done"}, outcomes
    assert min(tally.values()) > COUNT // 10  # a fuzz that only ever sees refusals proves little


def test_the_same_seed_makes_the_same_workbook() -> None:
    assert len(workbooks()) > 40 and len(KINDS) > 15
    for seed in range(20):
        made = [mutated(workbooks()[seed], random.Random(seed)) for _ in range(2)]
        assert made[0] == made[1] or len(made[0]) == len(made[1])  # a zip made anew carries the time of day
