"""The rounds of a run on a screen: what is asked now, what is wrong with an answer, what the action says to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from addin.told.run import Telling
from addin.told.shapes import Asking, Refused
from addin.until_answered import Answers, Choices, Decide, complaint, goes_on, step
from addin.workbook import Plan, Question, Questions, Refusal

CHOOSE = "Vælg et svar."
AGAIN = "Det svar er givet før og kunne ikke bruges. Giv et andet."


class Said(NamedTuple):
    """What came of a round, with all that has been chosen so far."""

    answer: Plan | Asking | Refused
    choices: Choices


class Rounds:
    """Of one run at a time; what is asked is kept, so that answers are looked at before anything is computed anew."""

    def __init__(self) -> None:
        self.open: list[Question] = []
        self.asked: dict[str, Question] = {}  # the latest about each setting, of the run

    def next(self, telling: Telling, decide: Decide, choices: Choices, given: Answers | None) -> Said:
        """`given` is what has been answered since the round before, None in the first."""
        self.open.clear()
        if given is None:
            self.asked.clear()
        try:
            said = step(decide, choices, given)
        except Refusal as refusal:
            chosen = {**choices, **(given or {})}
            questions = telling.for_a_reason(chosen)
            return self._asking(telling, questions, chosen) if questions else Said(
                telling.refused(refusal, chosen), chosen)
        if isinstance(said.answer, Questions):
            return self._asking(telling, said.answer, said.choices)
        return Said(said.answer, said.choices)

    def _asking(self, telling: Telling, questions: Questions, choices: Choices) -> Said:
        self.open.extend(questions.questions)
        unusable = {question.setting for question in questions.questions if question.setting in self.asked
                    and not goes_on(question, self.asked[question.setting])}
        self.asked |= {question.setting: question for question in questions.questions}
        return Said(telling.asking(questions, choices, unusable), choices)

    def complaints(self, answers: Answers, before: Mapping[str, object]) -> dict[str, str]:
        """Setting -> why an answer of the round that is asked cannot be used."""
        found = {question.setting: _complaint(question, answers.get(question.setting, "")) for question in self.open}
        again = {key: AGAIN for key, answer in answers.items() if answer and before.get(key) == answer}
        return {key: text for key, text in {**found, **again}.items() if text}


def _complaint(question: Question, answer: str) -> str:
    if question.choices:
        return "" if answer else CHOOSE
    return complaint(question, answer)
