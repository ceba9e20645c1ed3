"""Gets the questions of an action answered: from the answer file, on the terminal, or by telling what must be answered.

All of it is on stderr: stdout holds only the result.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from addin.hosts.files import answers
from addin.hosts.files.answers import AnswerFile, Line, described
from addin.hosts.files.harmless import harmless
from addin.hosts.files.options import option_name
from addin.messages import Message
from addin.settings import keys
from addin.settings.keys import same
from addin.until_answered import complaint, goes_on
from addin.workbook import Question, Questions, Refusal
from workbook_templates.fordel_tjek import BEGRUNDELSE
from workbook_templates.opsaetning import SETTINGS

EXAMPLE = "svar.txt"  # the name an answer file is suggested


class Asker:
    """Answers a round of questions at a time. Without a file and a terminal every question is a refusal."""

    def __init__(self, file: AnswerFile | None = None, terminal: bool = False,
                 pause: Callable[[], None] = lambda: None):
        self.named = file is not None
        self.file = file or AnswerFile(EXAMPLE)
        self.terminal = terminal
        self.pause = pause  # takes away the progress bar, which would write into the questions
        self.given: dict[str, str] = {}  # every answer so far
        self.typed: list[tuple[Question, str]] = []

    def answers(self, questions: Questions) -> dict[str, str]:
        """Answers to some of the questions, at least one; raises Refusal where nobody has any.

        What the file answers goes back at once: the rest may then be settled, or more may be asked with it.
        """
        found: dict[str, str] = {}
        for question in questions.questions:
            answer = self.file.answer(question)
            if answer is not None:
                found[question.setting] = answer
        if not found and self.terminal:
            self.pause()
            found = self.ask_all(questions.questions)
        if not found:
            raise Refusal(self.open(questions.questions))
        self.given |= found
        return found

    def finish(self) -> list[Message]:
        """What is told when nothing more is asked; raises Refusal for a line of the file that means nothing."""
        self.file.check_ids()
        return [*self.file.told, *self.file.not_asked()]

    # --------------------------------------------------------------------------------- on a terminal

    def ask_all(self, questions: Sequence[Question]) -> dict[str, str]:
        """Each question in turn."""
        found = {}
        for number, question in enumerate(questions, start=1):
            if question.setting in self.given and not any(goes_on(question, old) for old, _ in self.typed
                                                          if old.setting == question.setting):
                say(f'Svaret "{self.given[question.setting]}" kunne ikke bruges.')
            say(f"\n{numbered(number, len(questions))}{asked(question)}")
            found[question.setting] = ask_choice(question) if question.choices else ask_text(question)
        self.typed = [old for old in self.typed if old[0].setting not in found]
        self.typed += [(question, found[question.setting]) for question in questions]
        say("")
        return found

    def with_answers(self, refusal: Refusal) -> Refusal:
        """A refusal after questions have been answered: the answers need not be typed again."""
        if not self.typed:
            return refusal
        lines = [str(refusal), "", f"Dine svar var disse. Gemt i en fil bruges de igen med --svar {EXAMPLE}:", ""]
        for question, answer in self.typed:
            lines += [*comment(asked(question)), f"{one_line(question.setting)} = {answer}"]
        return Refusal("\n".join(lines))

    # --------------------------------------------------------------------------------- without a terminal

    def open(self, questions: Sequence[Question]) -> str:
        """Every question with its choices, and the lines that would answer them."""
        count = "Der er et spørgsmål" if len(questions) == 1 else f"Der er {len(questions)} spørgsmål"
        lines = [f"{count}, før der kan regnes. Intet er skrevet."]
        for number, question in enumerate(questions, start=1):
            lines += ["", f"{numbered(number, len(questions))}{asked(question)}"]
            lines += [f"   {described(*choice)}" for choice in question.choices] or ["   (svaret skrives frit)"]
            if question.setting in self.given:
                lines.append(f'   Svaret "{self.given[question.setting]}" i {self.file.name} kunne ikke bruges.')
        lines += ["", self.how()]
        if any(question.choices for question in questions):
            lines.append("Fjern # foran det rigtige svar.")
        lines.append("")
        return "\n".join([*self.not_asked_yet(), *lines, *(line for q in questions for line in file_lines(q))])

    def how(self) -> str:
        if self.named:
            return f"Tilføj disse linjer i {self.file.name}, og kør igen:"
        return f"Gem disse linjer i en fil, fx {EXAMPLE}, og kør igen med --svar {EXAMPLE}:"

    def not_asked_yet(self) -> list[str]:
        """Lines of the file that may be mistyped answers to what is asked now, or answers to what is asked later."""
        return [f'{self.file.name}, linje {line.number}: {self.why_unused(line)}' for line in self.file.unused()]

    def why_unused(self, line: Line) -> str:
        near = keys.near(line.id, [said for key, said in self.file.asked.items() if key not in self.file.used])
        if near or not self.file.is_known(line):
            return f'der er ikke spurgt om "{line.id}".' + (f" Mente du {near}?" if near else "")
        return f'"{line.id}" er ikke brugt endnu; der kan blive spurgt om det, når dette er besvaret.'


def asker(answer_file: Path | None, pause: Callable[[], None]) -> Asker:
    """The asker of a command as it was started."""
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    return Asker(answers.read(answer_file) if answer_file else None, terminal, pause)


def numbered(number: int, count: int) -> str:
    return f"{number}. " if count > 1 else ""


def asked(question: Question) -> str:
    """A question with the cell it is about, and the option that answers it with the command."""
    named = not question.place or question.place in question.text
    text = question.text if named else f"{question.text} ({question.place})"
    is_option = question.setting in SETTINGS or question.setting == BEGRUNDELSE
    return f"{text} ({option_name(question.setting)})" if is_option else text


# ------------------------------------------------------------------------------------- the terminal


def ask_choice(question: Question) -> str:
    """The value of the choice whose number is typed; asked until there is one."""
    count = len(question.choices)
    for number, choice in enumerate(question.choices, start=1):
        say(f"  {number:>{len(str(count))}}  {described(*choice)}")
    prompt = f"Svar (1-{count}): " if count > 1 else "Svar (1): "
    while True:
        typed = read_line(prompt)
        if typed.isdecimal() and 1 <= int(typed) <= count:
            return question.choices[int(typed) - 1][0]
        say(f"Skriv et tal fra 1 til {count}." if count > 1 else "Skriv 1.")


def ask_text(question: Question) -> str:
    """What is typed; asked again until it can be an answer."""
    while True:
        typed = read_line("Svar: ")
        wrong = complaint(question, typed)
        if not wrong:
            return typed
        say(wrong if typed else "Skriv et svar, eller tryk Ctrl+C for at stoppe.")


def read_line(prompt: str) -> str:
    """What is typed after a prompt on stderr; the end of the input ends the command, as Ctrl+C does."""
    click.echo(prompt, nl=False, err=True)
    try:
        line = sys.stdin.readline()
        line.encode()
    except UnicodeError:  # a letter half erased: nonsense, so it is asked again
        return ""
    except KeyboardInterrupt:
        line = ""
    if not line:
        say("")  # what is said next stands on a line of its own
        raise click.Abort
    return line.strip()


def say(text: str) -> None:
    click.echo(harmless(text), err=True)


# ------------------------------------------------------------------------------------- lines for a file


def file_lines(question: Question) -> list[str]:
    """What answers a question in a file: each choice as a comment, for the user to take the # from the right one."""
    id = one_line(question.setting)
    if not question.choices:
        return [*comment(asked(question)), f"{id} = "]
    lines = comment(asked(question))
    for number, (value, text) in enumerate(question.choices):
        if value and same(value) != same(text):
            lines += comment(f"{'eller ' if number else ''}{text}")
        lines.append(f"# {id} = {one_line(value or text)}")
    return lines


def comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]


def one_line(text: str) -> str:
    return " ".join(text.split())
