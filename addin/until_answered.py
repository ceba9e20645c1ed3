"""Until all is answered: an action asks a round of questions, is asked again with the answers, and so on to its plan.

One way for every program. One that can wait for its user takes `until_answered`; one that cannot, because the answers
come back in a new call, takes a `step` at a time and carries the choices from the one to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Optional, Union

from addin.clock import now
from addin.version import VERSION
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot

Choices = Mapping[str, Any]  # what is chosen for this run, by setting or question; None and "" are no choice
Action = Callable[[Snapshot, Choices, str, str], Union[Plan, Questions, Refusal]]
Decide = Callable[[Choices], Union[Plan, Questions, Refusal]]
Answers = Mapping[str, str]
Ask = Callable[[Questions], Optional[Answers]]  # answers to one or more of a round; None where the user stops


def complaint(question: Question, answer: str) -> str:
    """Why an answer that is written freely cannot be used, as far as the question alone can tell; "" where it can."""
    if not answer.strip():
        return "Svaret mangler."
    return question.check(answer) if question.check else ""


def goes_on(question: Question, before: Question | None) -> bool:
    """Whether it follows from the choice made in the one before about the same, such as that it is another amount: that
    answer was used."""
    return before is not None and not question.choices and bool(before.choices)


class Stopped(Exception):  # noqa: N818 - an answer of the user's as well as something raised
    """The user does not answer: nothing is done."""


class Round(NamedTuple):
    """What was chosen, and what the action says with it: what to write, or what it must know first."""

    choices: Choices
    answer: Plan | Questions


def deciding(action: Action, snapshot: Snapshot) -> Decide:
    """An action over what was read once, at one time of day: only the choices are others from round to round."""
    made = now()
    return lambda choices: action(snapshot, choices, made, VERSION)


def until_answered(decide: Decide, choices: Choices, ask: Ask) -> Plan:
    """The plan, when all has been answered; raises Refusal, and Stopped where there is no answer."""
    said = step(decide, choices)
    while isinstance(said.answer, Questions):
        given = ask(said.answer)
        if not given:
            raise Stopped
        said = step(decide, said.choices, given)
    return said.answer


def step(decide: Decide, choices: Choices, given: Answers | None = None) -> Round:
    """One round; `given` is what is answered since the one before, None in the first. Raises Refusal, also where the
    answers are the same as last time: the action would only ask again."""
    if given is not None and all(choices.get(key) == answer for key, answer in given.items()):
        raise Refusal("\n".join(f'Svaret "{answer}" på "{key}" er givet før og kunne ikke bruges. Giv et andet.'
                                for key, answer in given.items()))
    chosen = {**choices, **(given or {})}
    answer = decide(chosen)
    if isinstance(answer, Refusal):
        raise answer
    return Round(chosen, answer)
