"""What a button says and asks, a box at a time. Nothing here knows of Excel: a Step goes out, an answer comes in.

Excel's own boxes hold about a thousand letters, so a longer text is told in several.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple

from addin.told.words import plain
from addin.until_answered import Answers, complaint
from addin.workbook import Question, Questions

ASK, TELL, OPEN, END = "spoerg", "sig", "aabn", "slut"  # as FordelKnapper.bas has them
MOST = 900  # letters in a box
HOW_TO_CHOOSE = "Skriv nummeret på svaret."
HOW_TO_WRITE = "Skriv svaret: et tal, en tekst eller celler (Budget!D5:D55)."
HOW_TO_STOP = "Annuller stopper, og intet bliver skrevet."


class Step(NamedTuple):
    """`kind` is one of the four above; of ASK the answer is what the user types, "" where the user stops; the text of
    OPEN is a file that a new workbook is opened from, and the answer why it could not be, "" where it could."""

    kind: str
    title: str
    text: str


Talk = Generator[Step, str, None]
Asking = Generator[Step, str, "Answers | None"]


def ask(title: str, questions: Questions, show: Callable[[str], None]) -> Asking:
    """The answers to a round, one question after the other; None where the user stops. `show` shows the cells that a
    question is about."""
    answers = {}
    for number, question in enumerate(questions.questions, 1):
        show(question.place)
        many = f" ({number} af {len(questions.questions)})" if len(questions.questions) > 1 else ""
        answer = yield from _one(title + many, question)
        if answer is None:
            return None
        answers[question.setting] = answer
    return answers


def _one(title: str, question: Question) -> Generator[Step, str, str | None]:
    wrong = ""
    while True:
        *before, last = pages(worded(question, wrong))
        for page in before:
            yield Step(TELL, title, page)
        typed = (yield Step(ASK, title, last)).strip()
        if not typed:
            return None
        answer, wrong = chosen(question, typed)
        if not wrong:
            return answer


def worded(question: Question, wrong: str = "") -> str:
    """A question with its cell, its choices by number, and how it is answered."""
    place = f" ({question.place})" if question.place and question.place not in question.text else ""
    lines = [wrong, ""] if wrong else []
    lines += [plain(question.text) + place, ""]
    for number, (value, text) in enumerate(question.choices, 1):
        lines.append(f"{number}: {text}" + ("" if value in text or not _is_cells(value) else f" ({value})"))
    lines += [""] if question.choices else []
    return "\n".join([*lines, f"{HOW_TO_CHOOSE if question.choices else HOW_TO_WRITE} {HOW_TO_STOP}"])


def chosen(question: Question, typed: str) -> tuple[str, str]:
    """What was answered, and what is wrong with it; "" where nothing is."""
    if not question.choices:
        return typed, complaint(question, typed)
    if typed.isdecimal() and 1 <= int(typed) <= len(question.choices):
        return question.choices[int(typed) - 1][0], ""
    return "", f'"{typed}" er ikke et af numrene. Skriv et tal fra 1 til {len(question.choices)}.'


def _is_cells(value: str) -> bool:
    return "!" in value


def tell(title: str, text: str) -> Talk:
    """What is said before more comes."""
    for page in pages(text):
        yield Step(TELL, title, page)


def finish(title: str, text: str) -> Talk:
    """The last that is said."""
    *before, last = pages(text)
    for page in before:
        yield Step(TELL, title, page)
    yield Step(END, title, last)


def pages(text: str) -> list[str]:
    """A text in as many boxes as it takes, broken between lines where that can be.

    >>> [len(page) for page in pages("x" * 600 + chr(10) + "y" * 600)], pages("kort")
    ([600, 600], ['kort'])
    """
    found = [""]
    for line in text.split("\n"):
        for piece in _pieces(line):
            joined = f"{found[-1]}\n{piece}" if found[-1] else piece
            if len(joined) <= MOST:
                found[-1] = joined
            else:
                found.append(piece)
    return found


def _pieces(line: str) -> list[str]:
    """A line that fills more than a box, broken between words."""
    pieces = [""]
    for word in line.split(" "):
        while len(word) > MOST:
            pieces += [word[:MOST], ""]
            word = word[MOST:]
        if len(pieces[-1]) + 1 + len(word) > MOST:
            pieces.append("")
        pieces[-1] = f"{pieces[-1]} {word}" if pieces[-1] else word
    return [piece for piece in pieces if piece] or [""]
