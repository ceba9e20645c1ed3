"""A budget as its owner sees it: cells that look like something, in a real file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from addin.hosts.files import job
from addin.hosts.files.questions import Asker
from addin.workbook import Plan, Question, Questions
from tests.planning import WHY

SHEET = "Dagtilbud"
HEADINGS = ("Institution", "0-2 år", "3-5 år", "Nøgle")
HOUSES = (("Anemonen", 20, 30, 12), ("Birkelunden", 15, 40, 7), ("Cirklen", 10, 22, 9), ("Dalgården", 31, 45, 21),
          ("Egebo", 12, 18, 4), ("Fyrtårnet", 25, 33, 17))
POOL = 1_000_000
RIGHT = {"Anemonen": 171_429, "Birkelunden": 100_000, "Cirklen": 128_571, "Dalgården": 300_000, "Egebo": 57_143,
         "Fyrtårnet": 242_857}  # of the keys 12 7 9 21 4 17
TOP = 4  # the row of the first house, as users count 5

Change = Callable[[xlsxwriter.Workbook, Worksheet], Any]


def owned(path: Path, *changes: Change, headings: tuple[str, ...] = HEADINGS,
          houses: tuple[tuple[Any, ...], ...] = HOUSES, pool: Any = POOL, label: str = "Pulje") -> Path:
    """The budget with what each change writes over it."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(SHEET)
    sheet.write(0, 0, "Budget 2027")
    sheet.write(1, 0, label)
    sheet.write(1, 1, pool)
    for row, line in enumerate([headings, *houses], TOP - 1):
        sheet.write_row(row, 0, line)
    for change in changes:
        change(book, sheet)
    book.close()
    return path


def look(book: xlsxwriter.Workbook, **how: Any) -> Format:
    return book.add_format(how)


class Told(Asker):
    """Answers as a user would, by the beginning of each question's name; remembers what was asked."""

    def __init__(self, known: Mapping[str, str]):
        super().__init__()
        self.known = known
        self.questions: dict[str, Question] = {}

    def answers(self, questions: Questions) -> dict[str, str]:
        found = {}
        for question in questions.questions:
            assert question.setting not in self.questions, question  # nothing is asked twice
            self.questions[question.setting] = question
            begin = next((begin for begin in self.known if question.setting.startswith(begin)), None)
            assert begin is not None, question
            found[question.setting] = self.known[begin]
        return found


def run(path: Path, known: Mapping[str, str] | None = None, name: str = "ud.xlsx", recalculate: bool = False,
        **choices: Any) -> tuple[Plan, dict[str, Question]]:
    """The plan, and what was asked on the way."""
    told = Told(known or {})
    done = job.run(path, path.with_name(name), {**WHY, **choices}, asker=told, recalculate=recalculate)
    return done.plan, told.questions


def amounts(plan: Plan) -> dict[str, float]:
    return {name: amount for name, amount, _ in plan.summary["tabel"]}
