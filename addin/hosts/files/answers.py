"""The answer file of `--svar`: lines `id = svar`, written by hand or copied from what an earlier run asked.

Every line is either used, told as not used, or refused with its number: none is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from addin.hosts.files import outfile
from addin.messages import ANSWERS, Message, quiet
from addin.settings import keys
from addin.settings.keys import same
from addin.workbook import Question, Refusal
from workbook_templates.opsaetning import SETTINGS

MOST = 1_000_000  # bytes: anything larger is not a list of answers


class Line(NamedTuple):
    number: int
    id: str
    answer: str


class AnswerFile:
    """The lines of one file, and which of them have been used."""

    def __init__(self, name: str, data: bytes = b""):
        self.name = name
        self.text, self.told = decoded(name, data)
        self.lines: dict[str, Line] = {}
        self.used: set[str] = set()
        self.asked: dict[str, str] = {}
        for number, text in enumerate(re.split(r"\r\n|\r|\n", self.text), start=1):
            if text.strip() and not text.lstrip().startswith("#"):
                self.add(split(name, number, text))

    def add(self, line: Line) -> None:
        before = self.lines.setdefault(same(line.id), line)
        if before is not line:
            raise Refusal(f"{self.name}: {line.id} er besvaret to gange, i linje {before.number} og {line.number}.")

    def answer(self, question: Question) -> str | None:
        """The answer to a question; None where the file has none. An answer is given once: asked again, it was no good.
        """
        key = same(question.setting)
        self.asked[key] = question.setting
        line = self.lines.get(key)
        if line is None or key in self.used:
            return None
        self.used.add(key)
        return chosen(self.name, line, question)

    def unused(self) -> list[Line]:
        return [line for key, line in self.lines.items() if key not in self.used]

    def is_known(self, line: Line) -> bool:
        """Whether a line is about a setting, or about what may be asked."""
        return same(line.id) in self.asked or keys.is_known(line.id)

    def check_ids(self) -> None:
        """Refuse an id that is neither a setting nor something that was asked: it is mistyped."""
        for line in self.unused():
            if not self.is_known(line):
                near = keys.near(line.id, [*SETTINGS, *self.asked.values()])
                meant = f" Mente du {near}?" if near else ""
                raise Refusal(f"{self.name}, linje {line.number}: der er hverken en indstilling eller et spørgsmål, "
                              f'der hedder "{line.id}".{meant}')

    def not_asked(self) -> list[Message]:
        """What is told about answers nobody asked for."""
        if not self.unused():
            return []
        ids = ", ".join(f"{line.id} (linje {line.number})" for line in self.unused())
        return [quiet(ANSWERS, f"{self.name}: der blev ikke spurgt om {ids}, så de svar er ikke brugt. Skal de bruges "
                               "alligevel, så giv dem som valg med kommandoen (se --help).")]


def read(path: Path) -> AnswerFile:
    """The answer file a user has named."""
    return AnswerFile(path.name, outfile.read_file(path, "en svarfil"))


def decoded(name: str, data: bytes) -> tuple[str, list[Message]]:
    """The text, and what is told about how it was read."""
    if len(data) > MOST or b"\0" in data:
        raise Refusal(f"{name} er ikke en svarfil: det skal være en tekstfil i UTF-8 med linjer som: pulje = 6400000")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), [quiet(ANSWERS, f"{name} er ikke UTF-8; den er læst som Windows-1252.")]
    except UnicodeDecodeError:
        raise Refusal(f"{name} er hverken UTF-8 eller Windows-1252. Gem den som tekst i UTF-8.") from None


def split(name: str, number: int, text: str) -> Line:
    """The id and the answer of a line; an id may hold "=" itself, so the first one with blanks around it counts."""
    whole = text.strip() + " "
    middle = " = " if " = " in whole else "="
    id, found, answer = (part.strip() for part in whole.partition(middle))
    if not found or not id:
        raise Refusal(f'{name}, linje {number}: "{text.strip()}" er ikke et svar. Skriv en linje som: pulje = 6400000')
    return Line(number, id, answer)


def chosen(name: str, line: Line, question: Question) -> str:
    """The value an answer stands for: a choice by its value or its text, anything but nothing where it is free."""
    place = f"{name}, linje {line.number}"
    if not question.choices:
        if not line.answer:
            raise Refusal(f"{place}: svaret på {line.id} mangler.")
        return line.answer
    exactly = [value for value, _ in question.choices if value == line.answer]
    by_value = [value for value, _ in question.choices if same(value) == same(line.answer)]
    by_text = [value for value, text in question.choices if same(text) == same(line.answer)]
    for values in (exactly, by_value, by_text):
        if len(values) == 1:
            return values[0]
    raise Refusal(f'{place}: "{line.answer}" er ingen af mulighederne for {line.id}. De er:\n'
                  + "\n".join(choice_lines(question.choices)))


def choice_lines(choices: Iterable[tuple[str, str]]) -> list[str]:
    """Each choice as it is answered in a file, with its text where that says more."""
    return ["  " + described(value, text) for value, text in choices]


def described(value: str, text: str) -> str:
    return text if same(value) == same(text) or not value else f"{value}: {text}"
