"""Every layout in the second engine: `python -m tests.second_engine [part of a layout's name]`.

Exit code 1 where a formula is computed otherwise than it is cached. All of it takes hours.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files import job
from addin.workbook import Plan, Questions
from tests.layouts.answers import Unanswered
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import MADE, ROUNDS, Prepared, prepare, replies, take
from tests.planning import WHY
from tests.second_engine.engine import Engine, alike, formula_cells, stale


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


def differences(prepared: Prepared, said: Mapping[str, Any], folder: Path) -> list[str]:
    path = job.run(prepared.path, folder / "ud.xlsx", said).target
    computed = Engine(stale(path, folder / "foraeldet.xlsx")).values()
    return [f"{'!'.join(place)}: {value!r}, {computed.get(place)!r}" for place, value in formula_cells(path).items()
            if place not in computed or not alike(value, computed[place])]


def run(wanted: str) -> int:
    tried = wrong = 0
    with tempfile.TemporaryDirectory() as built:
        for prepared in prepare([layout for layout in LAYOUTS if wanted in layout.name], Path(built)):
            said = choices(prepared)
            if said is None:
                continue
            with tempfile.TemporaryDirectory() as folder:
                found = differences(prepared, said, Path(folder))
            tried, wrong = tried + 1, wrong + bool(found)
            print(f"{prepared.layout.name}: {'; '.join(found[:5]) or 'alike'}", flush=True)
    print(f"{tried} layouts, {wrong} computed otherwise than cached")
    return int(bool(wrong) or not tried)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else ""))
