"""The report: what came of each layout in each variant, counted, with every miss by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.calc.office import Office
from tests.layouts import calc
from tests.layouts.judge import (
    AFTER,
    ASKED,
    BARE,
    CALC,
    FILE,
    REFUSED,
    SETTLED,
    WRONG,
    Outcome,
    Prepared,
    bare,
    judge,
    take,
)
from tests.layouts.model import SETTLE

KINDS = (WRONG, SETTLED, ASKED, REFUSED)
LEAST_SETTLED = 0.85
VARIANTS = (FILE, BARE, CALC)
GOLDEN = Path(__file__).with_name("misses.txt")  # what is known to go otherwise than it should


def run(prepared: Sequence[Prepared]) -> list[Outcome]:
    """Every layout as its file, and as a host that gives neither formulas nor hidden flags reads it."""
    outcomes = []
    for one in prepared:
        taken = take(one.path)
        outcomes += [judge(one, taken, FILE), judge(one, bare(taken), BARE)]
    return outcomes


def run_calc(office: Office, prepared: Sequence[Prepared], folder: Path) -> list[Outcome]:
    """Every layout as a real LibreOffice saves it."""
    converted = calc.convert(office, [one.path for one in prepared], folder)
    return [judge(one, take(path), CALC) for one, path in zip(prepared, converted, strict=True)]


def share_settled(outcomes: Iterable[Outcome]) -> float:
    """Of the layouts that can be settled, how many were; in one variant."""
    kinds = [outcome.kind for outcome in outcomes if outcome.expected == SETTLE]
    return kinds.count(SETTLED) / len(kinds) if kinds else 1.0


def misses(outcomes: Iterable[Outcome]) -> list[str]:
    """A line for each layout that did not go as it should, as the golden file has them."""
    return [f"{outcome.variant} | {outcome.layout} | {outcome.kind}" for outcome in outcomes if outcome.miss]


def golden(variant: str) -> list[str]:
    """The misses that are known in a variant."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith(f"{variant} | ")]


def write_golden(outcomes: Sequence[Outcome]) -> None:
    """The misses as they are now, with what was known of a variant that was not run."""
    ran = {outcome.variant for outcome in outcomes}
    lines = [line for variant in VARIANTS for line in (
        misses(one for one in outcomes if one.variant == variant) if variant in ran else golden(variant))]
    GOLDEN.write_text("\n".join([*lines, ""]), encoding="utf-8")


def tell(outcomes: Sequence[Outcome], verbose: bool) -> str:
    """The whole report."""
    lines = []
    for variant in dict.fromkeys(outcome.variant for outcome in outcomes):
        ours = [outcome for outcome in outcomes if outcome.variant == variant]
        lines += [*table(variant, ours), ""]
        lines += [line for outcome in ours if outcome.miss or verbose for line in told(outcome)]
        lines.append("")
    return "\n".join(lines)


def table(variant: str, outcomes: Sequence[Outcome]) -> list[str]:
    counts = Counter((outcome.expected, outcome.kind) for outcome in outcomes)
    lines = [f"{variant} ({len(outcomes)})".ljust(18) + "".join(kind.rjust(10) for kind in KINDS)]
    for expected in dict.fromkeys(outcome.expected for outcome in outcomes):
        lines.append(f"  skal {expected}".ljust(18) + "".join(f"{counts[expected, kind]:10}" for kind in KINDS))
    wrong = [outcome.text.startswith(AFTER) for outcome in outcomes if outcome.kind == WRONG]
    lines.append(f"  forkert: {wrong.count(False)} uden spørgsmål, {wrong.count(True)} efter svar")
    of_all = sum(outcome.kind == SETTLED for outcome in outcomes) / len(outcomes)
    lines.append(f"  afgjort: {share_settled(outcomes):.0%} af dem, der kan; {of_all:.0%} af alle")
    return lines


def told(outcome: Outcome) -> list[str]:
    mark = "!!" if outcome.kind == WRONG else " *" if outcome.miss else "  "
    shown = f"{mark} {outcome.layout}: {outcome.kind} (skal {outcome.expected})"
    return [shown, f"      {outcome.text}"] if outcome.text else [shown]
