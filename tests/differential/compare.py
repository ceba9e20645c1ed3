"""Runs the action on a drawn workbook, and says what it did otherwise than the oracle."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.finding.rows import IS_RECIPIENT
from addin.settings.seen.merges import NONE
from addin.workbook import Plan, Questions, Refusal
from tests.differential import oracle, trail
from tests.differential.dice import Drawn, drawn
from tests.differential.keys import Refused
from tests.differential.layout import choices, laid
from tests.planning import MADE, WHY, amounts, key_figures, table
from workbook_templates.fordeling import IKKE_FORDELT, SATSNAVN

ACCEPTED, REFUSED, ASKED = "accepted", "refused", "asked"
ROUNDS = 9  # of questions, each with an answer, before it is given up
GIVEN = re.compile(r"(Tildeling|Bevilget|Skal spare|Besparelse)( \d{4})?")  # the heading of the amounts on the result
EXACTLY = {"rel": 1e-12, "abs": 1e-6}


class Outcome(NamedTuple):
    """What the product answered, and what disagrees with the oracle."""

    drawn: Drawn
    kind: str
    wrong: list[str]


def compared(seed: int) -> Outcome:
    made = drawn(seed)
    answer = answered(made)
    if isinstance(answer, Questions):
        return Outcome(made, ASKED, [f"spurgt: {question.text}" for question in answer.questions])
    try:
        expected = oracle.expected(made)
    except Refused as refused:
        return Outcome(made, REFUSED, against_refusal(answer, refused))
    if isinstance(answer, Refusal):
        return Outcome(made, ACCEPTED, [f"afvist: {answer}"])
    return Outcome(made, ACCEPTED, [*differences(made, answer, expected), *trail.faults(made, answer, expected)])


def answered(made: Drawn) -> Plan | Questions | Refusal:
    """The action's answer; rows that happen to be the sum of others are said to be institutions, and a blank below a
    recipient's or a group's name to be blank."""
    said: dict[str, Any] = {**WHY, **choices(made)}
    snapshot = laid(made).snapshot()
    for _ in range(ROUNDS):
        answer = fordel_pulje(snapshot, said, MADE, "0")
        if not isinstance(answer, Questions):
            return answer
        known = {question.setting: said_of_it for question in answer.questions
                 for said_of_it in (IS_RECIPIENT, NONE) if said_of_it in dict(question.choices)}
        if not known:
            return answer
        said |= known
    return answer


def against_refusal(answer: Plan | Refusal, refused: Refused) -> list[str]:
    if not isinstance(answer, Refusal):
        return [f"skulle være afvist: {refused}"]
    return [] if any(word in str(answer) for word in refused.words) else [f"afvist med andre ord: {answer} ({refused})"]


def differences(made: Drawn, plan: Plan, expected: oracle.Expected) -> list[str]:
    """Amounts, what follows from them, and the key figures."""
    sheets, figures = [table(plan, "fordeling"), table(plan, "trin")], key_figures(plan)
    page, trail = (list(sheet[expected.names[0]]) for sheet in sheets)
    columns = {heading: expected.amounts for heading in page if GIVEN.fullmatch(heading)}
    found = [] if columns else [f"intet beløb på siden: {page}"]
    columns["Besparelse" if made.saving else "Tildeling"] = expected.amounts
    columns |= expected.positions if not made.saving else {}
    if "udmeldt" in made.used:
        columns["Efterregulering"] = [now - then for now, then in zip(expected.amounts, expected.udmeldt)]
    if oracle.is_blended(made):
        columns["Fuldt indfaset"] = expected.fully
    columns |= without(made, {*page, *trail})
    found += unlike("beløb", amounts(plan), dict(zip(expected.names, expected.amounts)))
    for heading, column in columns.items():
        shown = [{name: sheet[name].get(heading) for name in expected.names if name in sheet}
                 for sheet, headings in zip(sheets, (page, trail)) if heading in headings]
        for there in shown or [{}]:
            found += unlike(heading, there, dict(zip(expected.names, column)))
    left = IKKE_FORDELT if not made.saving else IKKE_FORDELT.replace("fordelt", "fundet")
    found += unlike("nøgletal", {left: figures[left]}, {left: expected.left_over})
    free = [(kr, weight) for kr, weight in zip(expected.before, expected.weights) if weight]
    sats = figures.get(SATSNAVN)  # of equal losses it is a loss, which the trail tells
    if sats and free and not any(kr <= sats * float(weight) * (1 + 1e-9) for kr, weight in free):
        found.append(f"satsen {sats} giver alle mindre, end de får")
    return found


def without(made: Drawn, headings: Any) -> dict[str, list[Fraction]]:
    """The columns of what the amounts would have been without one thing, where the sheet has them."""
    said = {key: value for key, value in made.settings.items() if key != "taerskel"}
    others = {"Uden tærskel": replace(made, settings=said),
              "Uden faste beløb": replace(made, used=made.used - {"fast", "fast_virkning", "fast_grund"}),
              "Uden ændring af nøglen": replace(made, used=made.used - {"noegle_aendring", "noegle_grund"})}
    found = {}
    for heading, other in others.items():
        try:
            found[heading] = oracle.expected(other).amounts
        except Refused:  # then there is no such column, and it is said why
            assert heading not in headings, heading
    return {heading: column for heading, column in found.items() if heading in headings}


def unlike(what: str, shown: dict[str, Any], expected: dict[str, Fraction]) -> list[str]:
    wanted = {name: float(value) for name, value in expected.items()}
    if shown.keys() == wanted.keys() and None not in shown.values() and shown == pytest.approx(wanted, **EXACTLY):
        return []
    return [f"{what}: {shown}, ventet {wanted}"]
