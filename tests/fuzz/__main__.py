"""python -m tests.fuzz 10000 [first seed]: so many mutated workbooks, two at a time; says what was handled wrongly."""

from __future__ import annotations

import collections
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.attempt import attempt

ROOT = Path(__file__).parents[2]
MOST_BYTES = 2 << 30
CHUNK = 250


def child(first: int, count: int) -> None:
    """A process of its own, so that one that runs out of memory or dies is seen, and which seed it died of."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    with tempfile.TemporaryDirectory() as name:
        for seed in range(first, first + count):
            print(seed, end="\t", flush=True)
            print(attempt(seed, Path(name)).replace("\n", " "), flush=True)


def chunk(first: int, count: int = CHUNK) -> dict[int, str]:
    """The outcome of each seed; one that kills its process is said to, and the rest go on without it."""
    outcomes: dict[int, str] = {}
    while count > 0:
        run = subprocess.run([sys.executable, "-W", "ignore", "-m", "tests.fuzz", "child", str(first), str(count)],
                             cwd=ROOT, capture_output=True, text=True, timeout=3600)
        lines = [line.partition("\t") for line in run.stdout.splitlines()]
        outcomes |= {int(seed): outcome for seed, _, outcome in lines if seed.isdigit()}
        if run.returncode == 0:
            break
        last = max([first, *(int(seed) for seed, _, _ in lines if seed.isdigit())])
        outcomes[last] = f"died with {run.returncode}: {run.stderr.strip()[-200:]}"
        first, count = last + 1, first + count - last - 1
    return outcomes


def main(count: int, first: int) -> int:
    began = time.perf_counter()
    starts = range(first, first + count, CHUNK)
    outcomes: dict[int, str] = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda start: chunk(start, min(CHUNK, first + count - start)), starts):
            outcomes |= found
    tally = collections.Counter(o if o in ("refused", "done") else "WRONG" for o in outcomes.values())
    for seed, outcome in sorted(outcomes.items()):
        if outcome not in ("refused", "done"):
            print(f"seed {seed}: {outcome}")
    print(f"{len(outcomes)} workbooks in {time.perf_counter() - began:.0f} s: {dict(tally)}")
    return tally["WRONG"]


if __name__ == "__main__":
    if sys.argv[1] == "child":
        child(int(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(bool(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
