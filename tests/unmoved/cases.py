"""The workbooks whose plans are held to: every layout, drawn ones, those done on paper, and those that are shared.

Time and version are frozen by who asks, and so is the fingerprint of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.workbook import Plan, Questions, Refusal, Snapshot
from tests import test_paper
from tests.differential.compare import answered
from tests.differential.dice import drawn
from tests.layouts.answers import Unanswered
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import NO_ANSWER, ROUNDS, Prepared, on_disk, replies, take
from tests.planning import MADE, WHY

DRAWN = 1_000
SHARED = Path(__file__).parents[1] / "workbooks"
SHA = "0" * 64
Answer = Plan | Questions | Refusal


class Case(NamedTuple):
    """`answers` are those of the distribution, and of the other two buttons where they are asked."""

    name: str
    answers: Callable[[], tuple[Answer, ...]]


def cases(folder: Path) -> Iterator[Case]:
    """All of them; the layouts are written to the folder."""
    for prepared in on_disk(LAYOUTS, folder):
        yield Case(f"layout: {prepared.layout.name}", partial(of_layout, prepared))
    for seed in range(DRAWN):
        yield Case(f"dice: {seed}", partial(of_seed, seed))
    for paper in test_paper.PAPERS:
        yield Case(f"paper: {paper.title}", partial(every_button, test_paper.laid(paper).snapshot(), dict(WHY)))
    for path in sorted(SHARED.glob("*.xlsx")):
        yield Case(f"shared: {path.stem}", partial(every_button, frozen(take(path)), dict(WHY)))


def of_seed(seed: int) -> tuple[Answer, ...]:
    return (answered(drawn(seed)),)


def of_layout(prepared: Prepared) -> tuple[Answer, ...]:
    """With the true answers, as far as there are any."""
    taken = frozen(take(prepared.path))
    choices: dict[str, Any] = {**WHY, **prepared.layout.choices}
    for _ in range(ROUNDS):
        came = fordel_pulje(taken, choices, MADE, "0")
        if not isinstance(came, Questions) or prepared.layout.expect in NO_ANSWER:
            break
        try:
            choices |= replies(came, prepared)
        except Unanswered:
            break
    return came, *others(taken, choices)


def every_button(taken: Snapshot, choices: dict[str, Any]) -> tuple[Answer, ...]:
    return fordel_pulje(taken, choices, MADE, "0"), *others(taken, choices)


def others(taken: Snapshot, choices: dict[str, Any]) -> tuple[Answer, ...]:
    return fordel_tjek(taken, choices, MADE, "0"), opret_opsaetning(taken, choices, MADE, "0")


def frozen(taken: Snapshot) -> Snapshot:
    return taken.__class__(**{**vars(taken), "sha256": SHA})
