"""Runs the action on a layout and holds what comes of it against the truth."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.workbook import Plan, Questions, Refusal, Snapshot
from tests.layouts import oracle
from tests.layouts.answers import Unanswered, answer
from tests.layouts.build import build
from tests.layouts.model import ANY, ASK, REFUSE, SETTLE, STOP, Layout, Placed
from tests.planning import WHY

WRONG, SETTLED, ASKED, REFUSED = "forkert", "afgjort", "spurgt", "afvist"
FILE, BARE, CALC = "fil", "bar", "calc"
RIGHT = {SETTLE: (SETTLED,), ASK: (ASKED,), REFUSE: (REFUSED,), STOP: (ASKED, REFUSED),
         ANY: (SETTLED, ASKED, REFUSED)}
MADE = "01.09.2026 kl. 12.00"
NO_ANSWER = (REFUSE, STOP)  # there are no true amounts
AFTER = "efter svar: "  # the user was asked, and what came of the true answers is wrong
ROUNDS = 20  # so often the action may ask again


class Outcome(NamedTuple):
    """What came of a layout in one variant; `text` is the question, the refusal, or what is wrong."""

    layout: str
    variant: str
    kind: str
    expected: str
    text: str = ""

    @property
    def miss(self) -> bool:
        """Not what a careful colleague would have done."""
        return self.kind not in RIGHT[self.expected]


class Prepared(NamedTuple):
    """A layout on disk; with its true amounts, where it is to be judged."""

    layout: Layout
    path: Path
    placed: Placed
    amounts: Mapping[str, Fraction] = {}


class Came(NamedTuple):
    """What the action gave to the true answers: a plan, or why there is none; and what it asked on the way."""

    asked: list[str]
    plan: Plan | None = None
    kind: str = ""
    text: str = ""


def prepare(layouts: Iterable[Layout], folder: Path) -> list[Prepared]:
    """Write every layout, and compute its truth once."""
    return [one._replace(amounts=oracle.amounts(one.layout)) if has_answer(one.layout) else one
            for one in on_disk(layouts, folder)]


def on_disk(layouts: Iterable[Layout], folder: Path) -> list[Prepared]:
    """Write every layout, for those that do not ask what is true of it."""
    made = []
    for number, layout in enumerate(layouts):
        path = layout.file or folder / f"{number:03} {re.sub('[^ .,0-9a-zæøå-]', '', layout.name.lower())}.xlsx"
        placed = build(layout, path) if layout.file is None else layout.placed
        made.append(Prepared(layout, path, placed))
    return made


def has_answer(layout: Layout) -> bool:
    """Whether there are true amounts in any variant."""
    return layout.expect not in NO_ANSWER or bool(layout.calc)


def take(path: Path) -> Snapshot:
    data = path.read_bytes()
    return snapshot(Package(data, path.name), data)


def bare(taken: Snapshot) -> Snapshot:
    """What a host that gives values alone would have read: no formulas, no hidden flags, nothing of how cells look."""
    sheets = tuple(dataclasses.replace(sheet, formulas=None, hidden_rows=frozenset(), visible=True, merged=None,
                                       runs=None, struck=None, formats=None) for sheet in taken.sheets)
    return dataclasses.replace(taken, sheets=sheets, sha256=None, calculation=None)


def judge(prepared: Prepared, taken: Snapshot, variant: str) -> Outcome:
    """Run, answer, run again, until there is a plan or no way on."""
    layout = prepared.layout
    if variant == CALC and layout.calc:
        layout = layout.but(expect=layout.calc)
    prepared = prepared._replace(layout=layout)
    kind, text = weighed(prepared, answered(prepared, taken), variant)
    unsaid = [part for part in layout.points if part not in text] if kind in (ASKED, REFUSED) else []
    if unsaid:
        kind, text = WRONG, f"nævner ikke {', '.join(unsaid)}: {text}"
    return Outcome(layout.name, variant, kind, layout.expect, " ".join(text.split()))


def weighed(prepared: Prepared, came: Came, variant: str) -> tuple[str, str]:
    """What came, held against the truth."""
    return (came.kind, came.text) if came.plan is None else weigh(prepared, came.plan, came.asked, variant)


def answered(prepared: Prepared, taken: Snapshot) -> Came:
    """Run, and run again with the true answers; no true amount is looked at."""
    layout = prepared.layout
    asked: list[str] = []
    choices: dict[str, Any] = {**WHY, **layout.choices}
    for _ in range(ROUNDS):
        try:
            came = fordel_pulje(taken, choices, MADE, "0")
        except Exception as broken:  # the report goes on: what breaks is counted as wrong
            return Came(asked, kind=WRONG, text=f"brød ned: {type(broken).__name__}: {broken}")
        if isinstance(came, Refusal):
            return Came(asked, kind=REFUSED, text=" / ".join([*asked, str(came)]))
        if isinstance(came, Plan):
            return Came(asked, came)
        asked += [f"{question.place} {question.text}".strip() for question in came.questions]
        if layout.expect in NO_ANSWER:
            return Came(asked, kind=ASKED, text=" / ".join(asked))
        try:
            choices |= replies(came, prepared)
        except Unanswered:
            return Came(asked, kind=ASKED, text="SANDHEDEN SVARER IKKE: " + " / ".join(asked))
    return Came(asked, kind=WRONG, text="bliver ved med at spørge: " + " / ".join(asked[-2:]))


def replies(came: Questions, prepared: Prepared) -> dict[str, str]:
    return {question.setting: answer(question, prepared.layout, prepared.placed) for question in came.questions}


def weigh(prepared: Prepared, plan: Plan, asked: list[str], variant: str) -> tuple[str, str]:
    """A plan must be the truth, must not come where there is none, and must not be a guess."""
    layout = prepared.layout
    if layout.expect in NO_ANSWER:
        return WRONG, f"fordelt, men skulle {layout.expect}: {layout.why}"
    differs = difference(prepared.amounts, plan, any(house.recipient for house in layout.houses))
    if differs:
        return WRONG, " / ".join([f"{AFTER}{differs}" if asked else differs, *asked])
    if layout.expect == ASK and not asked:
        return WRONG, f"gættet, men skulle spørges: {layout.why}"
    said = " ".join([*map(str, [*plan.warnings, *plan.messages]), *asked])
    silent = [part for part in layout.told if part not in said]
    if variant == FILE and silent:
        return WRONG, f"tavs om: {', '.join(silent)}"
    needless = [part for part in layout.untold if part in said]
    if needless:
        return WRONG, f"nævner uden grund: {', '.join(needless)}"
    return (ASKED if asked else SETTLED), " / ".join(asked)


def difference(truth: Mapping[str, Fraction], plan: Plan, any_order: bool) -> str:
    """How a plan's recipients and amounts differ from the truth; empty if they do not."""
    rows = [(" ".join(name.split()), amount) for name, amount, _ in plan.summary["tabel"]]
    names, true = [name for name, _ in rows], list(truth)
    if sorted(names) != sorted(true) or (names != true and not any_order):
        extra, missing = [n for n in names if n not in truth], [n for n in true if n not in names]
        return f"modtagere: for mange {extra[:4]}, mangler {missing[:4]}" if extra or missing else "rækkefølgen"
    off = [f"{name} {amount:.2f} (sandt {float(truth[name]):.2f})" for name, amount in rows
           if abs(float(truth[name]) - amount) > 1e-6]
    return f"{len(off)} beløb afviger: {', '.join(off[:3])}" if off else ""
