"""What the page asks of Python inside the browser. JSON in and JSON out, as bytes where it may be large: nothing is
left on either side."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from addin.bugs import report
from addin.expose import not_collecting
from addin.hosts.excel import office_js
from addin.hosts.excel.scripts import ACTIONS
from addin.hosts.excel.web import reading, writing
from addin.told.about import PRIVACY, versions
from addin.told.links import Links
from addin.told.rounds import Rounds
from addin.told.run import Telling
from addin.told.shapes import Asking, Refused, as_data
from addin.told.words import plain
from addin.until_answered import deciding
from addin.workbook import Refusal

if TYPE_CHECKING:
    from addin.filejobs.screen import Job

BUG = ("Der er en fejl i Fordel. Intet er skrevet. Send linjerne herunder til dem, der vedligeholder Fordel. De "
       "indeholder intet fra projektmappen.")
BUG_IN_CELL = "fejl i Fordel; den står i ruden"
FUNCTIONS = office_js.functions()
_rounds = Rounds()
_jobs: list[Job] = []  # the one that was begun last


class Bytes(Protocol):
    """The browser's own."""

    def to_bytes(self) -> bytes: ...


async def call(body: Bytes) -> bytes:
    """A cell's call by way of xlwings: what goes into the cells, a refusal, or a fault of ours."""
    try:
        answer = await office_js.call(json.loads(body.to_bytes()), FUNCTIONS)
    except office_js.Refused as refused:
        return _packed({"refused": str(refused)})
    except Exception as bug:
        return _packed({"refused": BUG_IN_CELL, "bug": report(bug, BUG)})
    return _packed({"answer": answer})


def wanted(book: Bytes) -> bytes:
    """The outline of a workbook -> the sheets to read."""
    outline = json.loads(book.to_bytes())
    return _answered(lambda: {"read": reading.wanted(outline)}, _sheets(outline))


def decide(action: str, book: Bytes, cells: Bytes, choices: Bytes, given: Bytes) -> bytes:
    """What a button comes to: more sheets to read, a refusal, questions with the choices so far, or a plan and what is
    told before and after it. `choices` are those of the round before, `given` what has been answered to it: null in
    the first."""
    try:
        outline = json.loads(book.to_bytes())
        return _answered(lambda: _decided(action, outline, cells, choices, given), _sheets(outline))
    finally:
        gc.collect()


def file_job(action: str, name: str, data: Bytes) -> str:
    """The file of the open workbook, of which something is to be made."""
    from addin.filejobs.screen import JOBS  # only here: no other button reads files

    _jobs[:] = [JOBS[action](name, data.to_bytes())]
    return "{}"


def earlier(name: str, data: Bytes) -> str:
    """An edition before, for that."""
    _jobs[0].earlier.append((name, data.to_bytes()))
    return "{}"


def file_step(choices: str, given: str) -> bytes:
    """What that comes to: a refusal, questions with the choices so far, or files."""
    (job,) = _jobs
    return _answered(lambda: job.step(_rounds, json.loads(choices), json.loads(given)), [])


def file_made(number: int) -> bytes:
    """A file that was made."""
    return _jobs[0].files[number][1]


def complaints(given: str, choices: str) -> str:
    """Setting -> why an answer of the round that is asked cannot be used."""
    return json.dumps(_rounds.complaints(json.loads(given), json.loads(choices)))


def about() -> str:
    """What is told of Fordel itself, and of where it runs: nothing of a workbook."""
    return json.dumps({"privacy": PRIVACY, "versions": versions()})


def _packed(answer: Mapping[str, object]) -> bytes:
    return json.dumps(answer).encode()


def _answered(work: Callable[[], Mapping[str, object]], sheets: list[str]) -> bytes:
    try:
        with not_collecting():  # while half a million cells are about
            return _packed(work())
    except reading.Unread as sheet:
        return _packed({"read": [str(sheet)]})
    except Refusal as refused:
        links, text = Links(sheets), plain(str(refused))
        return _packed({"refused": as_data(Refused(links.lines(text), [], links.first(text)))})
    except Exception as bug:
        return _packed({"bug": report(bug, BUG)})


def _sheets(book: reading.Told) -> list[str]:
    return [sheet["name"] for sheet in book["sheets"]]


def _decided(action: str, outline: reading.Told, cells: Bytes, choices: Bytes, given: Bytes) -> dict[str, object]:
    taken = reading.snapshot(outline, json.loads(cells.to_bytes(), parse_int=float))
    telling = Telling(action, taken, plain)
    said = _rounds.next(telling, deciding(ACTIONS[action], taken), json.loads(choices.to_bytes()),
                       json.loads(given.to_bytes()))
    if isinstance(said.answer, Refused):
        return {"refused": as_data(said.answer)}
    if isinstance(said.answer, Asking):
        return {"asking": as_data(said.answer), "choices": said.choices}
    plan = said.answer
    writing.check_locked(plan, taken.ours, outline)
    writing.check_still_used(plan, taken)
    return {"plan": writing.told(plan, taken.ours), "before": as_data(telling.before(plan)),
            "after": as_data(telling.after(plan)), "choices": said.choices}
