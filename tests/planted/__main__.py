"""python -m tests.planted 10000 [first seed]: so many mutated workbooks; says what left."""

from __future__ import annotations

import collections
import os
import sys
from concurrent.futures import ProcessPoolExecutor

from tests.planted.attempt import attempt

CHUNK = 50


def many(first: int) -> list[str]:
    return [attempt(seed) for seed in range(first, first + CHUNK)]


def main(count: int, first: int) -> int:
    outcomes: dict[int, str] = {}
    starts = range(first, first + count, CHUNK)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for start, found in zip(starts, pool.map(many, starts)):
            outcomes |= dict(enumerate(found, start))
    wrong = {seed: outcome for seed, outcome in outcomes.items() if outcome not in ("refused", "asked", "done")}
    for seed, outcome in wrong.items():
        print(f"seed {seed}: {outcome}")
    print(len(outcomes), dict(collections.Counter("WRONG" if seed in wrong else outcomes[seed] for seed in outcomes)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
