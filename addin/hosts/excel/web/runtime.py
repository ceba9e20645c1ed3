"""What the page asks of Python inside the browser. Text in, text out, both JSON: nothing is left on either side."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable

from addin.bugs import report
from addin.hosts.excel import office_js
from addin.hosts.excel.scripts import ACTIONS, plain
from addin.hosts.excel.web import reading, writing
from addin.until_answered import deciding, step
from addin.workbook import Plan, Question, Questions, Refusal

BUG = ("Der er en fejl i Fordel. Intet er skrevet. Send linjerne herunder til dem, der vedligeholder Fordel. De "
       "indeholder intet fra projektmappen.")
BUG_IN_CELL = "fejl i Fordel; den står i ruden"
FUNCTIONS = office_js.functions()


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
    return _answered(lambda: {"read": reading.wanted(json.loads(text))})


def decide(action: str, book: str, cells: str, choices: str, given: str) -> str:
    """What a button comes to: more sheets to read, a refusal, questions with the choices so far, or a plan and what is
    told with it. `choices` are those of the round before, `given` what has been answered to it: null in the first."""
    gc.disable()  # while half a million cells are about
    try:
        return _answered(lambda: _decided(action, book, cells, choices, given))
    finally:
        gc.enable()
        gc.collect()


def _answered(work: Callable[[], dict[str, object]]) -> str:
    try:
        return json.dumps(work())
    except reading.Unread as sheet:
        return json.dumps({"read": [str(sheet)]})
    except Refusal as refused:
        return json.dumps({"refused": plain(str(refused))})
    except Exception as bug:
        return json.dumps({"bug": report(bug, BUG)})


def _decided(action: str, book: str, cells: str, choices: str, given: str) -> dict[str, object]:
    outline = json.loads(book)
    taken = reading.snapshot(outline, json.loads(cells, parse_int=float))
    said = step(deciding(ACTIONS[action], taken), json.loads(choices), json.loads(given))
    if isinstance(said.answer, Questions):
        return {"questions": [_asked(question) for question in said.answer.questions], "choices": said.choices}
    answer = said.answer
    writing.check_locked(answer, taken.ours, outline)
    writing.check_still_used(answer, taken)
    return {"plan": writing.told(answer, taken.ours), "told": told(answer)}


def _asked(question: Question) -> dict[str, object]:
    return {"setting": question.setting, "text": plain(question.text), "place": question.place,
            "choices": [list(choice) for choice in question.choices]}


def told(done: Plan) -> dict[str, object]:
    """What the pane shows when the sheets are there."""
    summary = done.summary
    return {"verdict": summary.get("svar", ""), "red": bool(summary.get("roede")),
            "figures": [list(pair) for pair in summary.get("noegletal", ())],
            "warnings": [plain(line.text) for line in done.warnings],
            "messages": [plain(line.text) for line in done.messages if line not in done.warnings],
            "found": [[label, str(value), source] for label, value, source in summary.get("fundet", ())],
            "remarks": [f"{cell}: {plain(text)}" for cell, text in summary.get("bemaerkninger", ())],
            "sheets": [sheet.name for sheet in done.sheets]}
