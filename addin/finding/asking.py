"""Asking: an answer that is known is used, one that is not becomes a question, and the work stops when it must."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from addin.danish import listed
from addin.workbook import Question, Refusal

# How a question that is no setting is known: it begins so, and goes on with the sheet and what it is about.
TABLE = "tabel"
ROW, ROWS, NUMBER, CRITERION, OUTSIDE = "række ", "rækker ", "tal ", "kriterium ", "uden for tabellen: "
APPLIED, OF_CHILDREN, BOUND, RECEIVER = "ansøgt ", "børn ", "grænse ", "gruppe eller modtager: "
REMEMBERED = (ROW, ROWS, NUMBER, CRITERION, OUTSIDE, APPLIED, OF_CHILDREN, BOUND, RECEIVER)


class Asked(Exception):  # noqa: N818 - an answer of an action as well as something raised
    """Questions that must be answered before the work can go on."""

    def __init__(self, questions: tuple[Question, ...]):
        super().__init__("; ".join(question.text for question in questions))
        self.questions = questions


class Asker:
    """Knows what the user has answered, now and before, and collects what must be asked."""

    def __init__(self, choices: Mapping[str, Any], before: Mapping[str, str]):
        self.choices, self.before = choices, before
        self.answers: dict[str, str] = dict(before)  # what is no setting, to be remembered
        self.questions: dict[str, Question] = {}
        self.asked: set[str] = set()  # what there has been a question about, answered or not

    def ask(self, setting: str, text: str, choices: list[tuple[str, str]], place: str = "",
            check: Callable[[str], str] | None = None) -> str | None:
        """The answer (a choice's value), or None where it must be asked for."""
        question = Question(setting, text, tuple(choices), place, check)
        self.asked.add(setting)
        given = self.choices.get(setting) or self.before.get(setting)
        if given in (None, ""):
            self.questions[setting] = question
            return None
        return chosen(question, str(given).strip())

    def ask_freely(self, setting: str, text: str, check: Callable[[str], str]) -> None:
        """A question without choices, whatever has been answered to an earlier one about the same."""
        self.asked.add(setting)
        self.questions[setting] = Question(setting, text, check=check)

    def remember(self, setting: str, text: str, choices: list[tuple[str, str]], place: str = "") -> str | None:
        """The same for what is no setting: the answer is kept on the settings sheet."""
        answer = self.ask(setting, text, choices, place)
        if answer is not None:
            self.answers[setting] = answer
        return answer

    def asks(self, kind: str) -> bool:
        """Whether a question of a kind is open."""
        return any(setting.startswith(kind) for setting in self.questions)

    def stop_if_asked(self) -> None:
        if self.questions:
            raise Asked(tuple(self.questions.values()))


def chosen(question: Question, given: str) -> str:
    """The value of the choice the user has written, as its value or as its text."""
    for value, text in question.choices:
        if given.casefold() in (value.casefold(), text.casefold()):
            return value
    if not question.choices:
        return given
    raise Refusal(f'"{given}" er ikke et svar på spørgsmålet: {question.text} '
                  f"Vælg mellem {listed([value for value, _ in question.choices], 9)}.")
