"""What the page asks of Python inside the browser. Text in, text out, both JSON: nothing is left on either side."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Mapping

from addin.bugs import report
from addin.hosts.excel import office_js
from addin.hosts.excel.scripts import ACTIONS, plain
from addin.hosts.excel.web import reading, writing
from addin.told.about import PRIVACY, versions
from addin.told.links import Links
from addin.told.run import Telling
from addin.told.shapes import Refused, as_data
from addin.until_answered import Choices, complaint, deciding, step
from addin.workbook import Question, Questions, Refusal

BUG = ("Der er en fejl i Fordel. Intet er skrevet. Send linjerne herunder til dem, der vedligeholder Fordel. De "
       "indeholder intet fra projektmappen.")
BUG_IN_CELL = "fejl i Fordel; den står i ruden"
CHOOSE = "Vælg et svar."
AGAIN = "Det svar er givet før og kunne ikke bruges. Giv et andet."
FUNCTIONS = office_js.functions()
_open: list[Question] = []  # what is asked now: its answers are looked at before anything is computed anew


async def call(text: str) -> str:
    """A cell's call by way of xlwings: what goes into the cells, a refusal, or a fault of ours."""
    try:
        answer = await office_js.call(json.loads(text), FUNCTIONS)
    except office_js.Refused as refused:
        return json.dumps({"refused": str(refused)})
    except Exception as bug:
        return json.dumps({"refused": BUG_IN_CELL, "bug": report(bug, BUG)})
    return json.dumps({"answer": answer})


def wanted(text: str) -> str:
    """The outline of a workbook -> the sheets to read."""
    book = json.loads(text)
    return _answered(lambda: {"read": reading.wanted(book)}, _sheets(book))


def decide(action: str, book: str, cells: str, choices: str, given: str) -> str:
    """What a button comes to: more sheets to read, a refusal, questions with the choices so far, or a plan and what is
    told before and after it. `choices` are those of the round before, `given` what has been answered to it: null in
    the first."""
    gc.disable()  # while half a million cells are about
    try:
        outline = json.loads(book)
        return _answered(lambda: _decided(action, outline, cells, choices, given), _sheets(outline))
    finally:
        gc.enable()
        gc.collect()


def complaints(given: str, choices: str) -> str:
    """Setting -> why an answer of the round that is asked cannot be used."""
    answers, before = json.loads(given), json.loads(choices)
    found = {question.setting: _complaint(question, answers.get(question.setting, "")) for question in _open}
    again = {key: AGAIN for key, answer in answers.items() if answer and before.get(key) == answer}
    return json.dumps({key: text for key, text in {**found, **again}.items() if text})


def _complaint(question: Question, answer: str) -> str:
    if question.choices:
        return "" if answer else CHOOSE
    return complaint(question, answer)


def about() -> str:
    """What is told of Fordel itself, and of where it runs: nothing of a workbook."""
    return json.dumps({"privacy": PRIVACY, "versions": versions()})


def _answered(work: Callable[[], Mapping[str, object]], sheets: list[str]) -> str:
    try:
        return json.dumps(work())
    except reading.Unread as sheet:
        return json.dumps({"read": [str(sheet)]})
    except Refusal as refused:
        links, text = Links(sheets), plain(str(refused))
        return json.dumps({"refused": as_data(Refused(links.lines(text), [], links.first(text)))})
    except Exception as bug:
        return json.dumps({"bug": report(bug, BUG)})


def _sheets(book: reading.Told) -> list[str]:
    return [sheet["name"] for sheet in book["sheets"]]


def _decided(action: str, outline: reading.Told, cells: str, choices: str, given: str) -> dict[str, object]:
    taken = reading.snapshot(outline, json.loads(cells, parse_int=float))
    telling, chosen, answered = Telling(action, taken, plain), json.loads(choices), json.loads(given)
    _open.clear()
    try:
        said = step(deciding(ACTIONS[action], taken), chosen, answered)
    except Refusal as refused:
        chosen = {**chosen, **(answered or {})}
        questions = telling.for_a_reason(chosen)
        if questions:
            return _asking(telling, questions, chosen)
        return {"refused": as_data(telling.refused(refused, chosen))}
    if isinstance(said.answer, Questions):
        return _asking(telling, said.answer, said.choices)
    plan = said.answer
    writing.check_locked(plan, taken.ours, outline)
    writing.check_still_used(plan, taken)
    return {"plan": writing.told(plan, taken.ours), "before": as_data(telling.before(plan)),
            "after": as_data(telling.after(plan)), "choices": said.choices}


def _asking(telling: Telling, questions: Questions, choices: Choices) -> dict[str, object]:
    _open.extend(questions.questions)
    return {"asking": as_data(telling.asking(questions, choices)), "choices": choices}
