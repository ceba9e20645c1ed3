"""The amounts that are kept, and the lines of CHANGELOG.md they were kept with.

The file is sealed: amounts that are written by hand are no amounts that were approved.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Snapshot
from tests import test_paper
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import on_disk, take
from tests.planning import MADE, WHY
from tests.unmoved.cases import SHARED, frozen, of_layout
from workbook_templates import demo_budget

FILE = Path(__file__).with_name("kept.txt")
EVERY = 30  # one layout of so many: all of them are compared by tests.unmoved
HEAD = ("Beløb, der kun bliver andre med en ny linje under Beløb i CHANGELOG.md: python -m tests.amounts --godkend\n"
        "modtagere, sum, aftryk, mappe\n")


class Kept(NamedTuple):
    amounts: dict[str, str]  # case -> recipients, sum and hash
    lines: set[str]  # hashes of the lines under Beløb


def short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def today(names: Iterable[str] | None = None) -> dict[str, str]:
    """The amounts of each case; of those that are named, or of a choice of the layouts and all others."""
    found = {f"paper: {paper.title}": of(test_paper.laid(paper).snapshot()) for paper in test_paper.PAPERS}
    books = [*sorted(SHARED.glob("*.xlsx")), Path(demo_budget.__file__).with_name(demo_budget.FIL)]
    found |= {f"file: {path.stem}": of(frozen(take(path))) for path in books}
    wanted = set(names or ())
    layouts = [each for each in LAYOUTS if f"layout: {each.name}" in wanted] if wanted else LAYOUTS[::EVERY]
    with tempfile.TemporaryDirectory() as folder:
        for prepared in on_disk(layouts, Path(folder)):
            found[f"layout: {prepared.layout.name}"] = told(of_layout(prepared)[0])
    return found


def of(taken: Snapshot) -> str:
    return told(fordel_pulje(taken, dict(WHY), MADE, "0"))


def told(answer: object) -> str:
    """Recipients, their sum and the hash of the amounts in order; or that there are none."""
    if not isinstance(answer, Plan):
        return type(answer).__name__
    rows = [(name, round(float(amount), 2)) for name, amount, *_ in answer.summary["tabel"]]
    return f"{len(rows)} {sum(amount for _, amount in rows):.2f} {short(repr(rows))}"


def moved(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """The cases whose amounts are others, or that are gone."""
    return [name for name, amounts in before.items() if now.get(name) != amounts]


def refused(before: Kept, now: Mapping[str, str], lines: list[str]) -> str:
    """Why the amounts of today may not be kept; empty, if they may."""
    changed = moved(before.amounts, now)
    new = {short(line) for line in lines} - before.lines
    if changed and not (new and len(lines) > len(before.lines)):
        return (f"Beløbene er andre i {len(changed)} mapper, og CHANGELOG.md har ingen ny linje under Beløb: "
                f"{changed[:5]}")
    return ""


def read(text: str) -> Kept:
    """Raises ValueError where the file is not as it was kept."""
    body, _, seal = text.rpartition("aftryk: ")
    if seal.strip() != short(body):
        raise ValueError(f"{FILE.name} er rettet i hånden: brug python -m tests.amounts --godkend")
    rows = body.removeprefix(HEAD).splitlines()
    amounts = dict(reversed(row.split(" | ", 1)) for row in rows if not row.startswith("linje: "))
    return Kept(amounts, {row.removeprefix("linje: ") for row in rows if row.startswith("linje: ")})


def written(amounts: Mapping[str, str], lines: Iterable[str]) -> str:
    body = HEAD + "".join(f"{told} | {name}\n" for name, told in amounts.items())
    body += "".join(f"linje: {short(line)}\n" for line in lines)
    return f"{body}aftryk: {short(body)}\n"
