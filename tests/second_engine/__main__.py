"""Every layout in the second engine: `python -m tests.second_engine [part of a layout's name]`.

A line for each, with how many formulas were compared, and those that cannot be distributed by name. Exit code 1 where a
formula of ours is computed otherwise than it is cached. What the layout's own formulas give is taken as it stands
there: some were never computed, which is what they are about. All of it takes most of an hour.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files import job
from addin.workbook import Plan, Questions
from tests.layouts.answers import Unanswered
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import MADE, ROUNDS, Prepared, on_disk, replies, take
from tests.planning import WHY
from tests.second_engine.engine import Engine, apart, formula_cells, stale

# What the engine cannot do, layout by layout, with why.
GAPS = {"pulje og tabel på ark med apostrof i navnet": "it does not know the name of a sheet with an apostrophe in it"}
ALIKE, OTHERWISE, NOT_DISTRIBUTED = "alike", "otherwise than cached", "not distributed"


class Compared(NamedTuple):
    """How many formulas of a layout were compared, and what is wrong."""

    formulas: int
    wrong: str = ""


def choices(prepared: Prepared) -> Mapping[str, Any] | None:
    """The true answers to all that is asked; None where the layout cannot be distributed."""
    said: dict[str, Any] = {**WHY, **prepared.layout.choices}
    taken = take(prepared.path)
    for _ in range(ROUNDS):
        came = fordel_pulje(taken, said, MADE, "0")
        if isinstance(came, Plan):
            return said
        if not isinstance(came, Questions):
            return None
        try:
            said |= replies(came, prepared)
        except Unanswered:
            return None
    return None


def compared(prepared: Prepared, said: Mapping[str, Any], folder: Path) -> Compared:
    done = job.run(prepared.path, folder / "ud.xlsx", said)
    ours = {sheet.name for sheet in done.plan.sheets}
    cached = {place: value for place, value in formula_cells(done.target).items() if place[0] in ours}
    computed = Engine(stale(done.target, folder / "foraeldet.xlsx", ours)).values(cached)
    wrong = [f"{'!'.join(place)}: {one!r}, {other!r}" for place, (one, other) in apart(cached, computed).items()]
    return Compared(len(cached), "; ".join(wrong[:5]) if cached else "it has no formulas")


def tried(number: int) -> Compared | None:
    """What comes of a layout; None where it cannot be distributed."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            (prepared,) = on_disk([LAYOUTS[number]], Path(folder))
            said = choices(prepared)
            return None if said is None else compared(prepared, said, Path(folder))
        except Exception as stopped:  # a gap of the engine, or a fault of ours: the others go on
            return Compared(0, f"{type(stopped).__name__}: {stopped}")


def run(wanted: str) -> int:
    kinds: Counter[str] = Counter()
    numbers = [number for number, layout in enumerate(LAYOUTS) if wanted in layout.name and layout.name not in GAPS]
    for name in (name for name in GAPS if wanted in name):
        print(f"not computed: {name}: {GAPS[name]}")
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        for number, found in zip(numbers, processes.map(tried, numbers)):
            kind = NOT_DISTRIBUTED if found is None else OTHERWISE if found.wrong else ALIKE
            kinds[kind] += 1
            more = f", {found.wrong or found.formulas}" if found else ""
            print(f"{LAYOUTS[number].name}: {kind}{more}", flush=True)
    print(", ".join(f"{kinds[kind]} {kind}" for kind in (ALIKE, OTHERWISE, NOT_DISTRIBUTED)))
    return int(bool(kinds[OTHERWISE]) or not kinds[ALIKE])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else ""))
