"""What the page asks of Python inside the browser, over one workbook at a time. Texts are JSON; a workbook is bytes."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Protocol

from addin.bugs import report
from addin.hosts.files.bindings import VAERDIER
from addin.hosts.files.comparison import alike, compare, proof
from addin.hosts.files.inspection import facts
from addin.hosts.files.omsaet import converted
from addin.hosts.files.package import Package
from addin.hosts.files.refusals import NoMemory
from addin.hosts.files.session import BUILD, DISTRIBUTE, FIND, KINDS, READ, Made, Session
from addin.hosts.files.web import size
from addin.told import figure
from addin.told.about import PRIVACY, versions
from addin.told.links import Links
from addin.told.rounds import Rounds
from addin.told.run import Telling
from addin.told.shapes import Asking, Refused, as_data
from addin.told.words import plain
from addin.until_answered import Answers, Choices
from addin.workbook import Refusal

if TYPE_CHECKING:
    from addin.filejobs.screen import Job

BUG = ("Der er en fejl i Fordel, og der er ikke lavet nogen fil. Send linjerne herunder til dem, der vedligeholder "
       "Fordel. De indeholder intet fra projektmappen.")
PARTS = {READ: 0.05, FIND: 0.5, DISTRIBUTE: 0.5, BUILD: 0.8}  # how far each step begins
CHECK = "Ser projektmappen efter"


class Bytes(Protocol):
    """The browser's own."""

    def to_bytes(self) -> bytes: ...


class _Open:
    """The workbook that is open, and what was made of it last."""

    session = Session("", b"")
    made: Made | None = None
    files: Sequence[tuple[str, bytes]] = ()
    job: Job | None = None
    rounds = Rounds()
    tell: Callable[[str, float], object] = staticmethod(lambda step, part: None)


def listen(tell: Callable[[str, float], object]) -> None:
    """Who is told of each step, and how far it is."""
    _Open.tell = staticmethod(tell)


def opened(name: str, data: Bytes) -> str:
    """A workbook: that it can be read at all, and what it will take where that is much."""
    _Open.made, _Open.job, _Open.files, _Open.session = None, None, (), Session("", b"")
    gc.collect()  # the one before gives its memory back
    _Open.session = Session(name, data.to_bytes(), _told)
    return _answered(lambda: {"large": size.told(_Open.session.package)})


def file_job(action: str, name: str, data: Bytes) -> str:
    """A workbook file of which something is to be made."""
    from addin.filejobs.screen import JOBS  # only here: no other button needs it, and the page starts without

    _Open.job = JOBS[action](name, data.to_bytes())
    return "{}"


def earlier(name: str, data: Bytes) -> str:
    """An edition before, for that."""
    assert _Open.job is not None
    _Open.job.earlier.append((name, data.to_bytes()))
    return "{}"


def template(name: str, data: Bytes) -> str:
    """A template as a file for who has nothing installed: our functions are their values."""
    _Open.files = [(name, converted(data.to_bytes(), VAERDIER, name).data)]
    return json.dumps({"names": [name]})


def _told(step: str) -> None:
    _Open.tell(step, PARTS[step])


def decide(action: str, choices: str, given: str) -> str:
    """What an action comes to: a refusal, questions with the choices so far, or a result. `choices` are those of the
    round before, `given` what has been answered to it: null in the first."""
    decided = partial(_decided, action) if action in KINDS else _made
    return _answered(lambda: decided(json.loads(choices), json.loads(given)))


def complaints(given: str, choices: str) -> str:
    """Setting -> why an answer of the round that is asked cannot be used."""
    return json.dumps(_Open.rounds.complaints(json.loads(given), json.loads(choices)))


def small_counts(choices: str) -> str:
    """What the amounts that were just distributed give away of small counts; `choices` are all that were made."""
    return _answered(lambda: {"small": _small_counts(json.loads(choices))})


def result(number: int) -> bytes:
    """A file of those that were made last."""
    return _Open.files[number][1]


def inspected() -> str:
    """What is in the workbook; and of what was made of it, that nothing is lost."""
    return _answered(_inspected)


def about() -> str:
    """What is told of Fordel itself, and of where it runs: nothing of a workbook."""
    return json.dumps({"privacy": PRIVACY, "versions": versions()})


def _answered(work: Callable[[], Mapping[str, object]]) -> str:
    gc.disable()  # while a million cells are about: looking through them for rings would take half the time
    try:
        return json.dumps(work())
    except (MemoryError, NoMemory):
        return json.dumps({"memory": True})
    except Refusal as refusal:
        links, text = Links(_sheets()), plain(str(refusal))
        return json.dumps({"refused": as_data(Refused(links.lines(text), [], links.first(text)))})
    except Exception as bug:
        return json.dumps({"bug": report(bug, BUG)})
    finally:
        gc.enable()


def _sheets() -> list[str]:
    """As far as they are known."""
    try:
        return [sheet.name for sheet in _Open.session.package.sheets]
    except Refusal:
        return []


def _decided(action: str, choices: Choices, given: Answers | None) -> Mapping[str, object]:
    session, kind = _Open.session, KINDS[action]
    telling = Telling(action, session.taken, plain)
    said = _Open.rounds.next(telling, session.decide(kind.action, kind.step), choices, given)
    if isinstance(said.answer, Refused):
        return {"refused": as_data(said.answer)}
    if isinstance(said.answer, Asking):
        return {"asking": as_data(said.answer), "choices": said.choices}
    plan = said.answer
    _Open.made = session.made(kind, plan)
    _Open.files = [(_Open.made.name, _Open.made.data)]
    return {"before": as_data(telling.before(plan)), "after": as_data(telling.after(plan)),
            "figures": [as_data(each) for each in figure.figures(plan)], "names": [_Open.made.name],
            "choices": said.choices}


def _small_counts(choices: Choices) -> object:
    found = Telling("fordel_pulje", _Open.session.taken, plain).small_counts(choices)
    return asdict(found) if found else None


def _made(choices: Choices, given: Answers | None) -> Mapping[str, object]:
    """Of the file job that was begun last."""
    assert _Open.job is not None
    _told(FIND)
    answer = _Open.job.step(_Open.rounds, choices, given)
    _Open.files = _Open.job.files
    return answer


def _inspected() -> dict[str, object]:
    _Open.tell(CHECK, PARTS[BUILD])
    package = _Open.session.package
    package.refuse_document_types()
    found = [[fact.what, fact.detail, fact.found] for fact in facts(package)]
    return {"facts": found, "proof": _proof(package, _Open.made) if _Open.made else ""}


def _proof(before: Package, made: Made) -> str:
    after = Package(made.data, made.name)
    fates = compare(before, after)
    return f"{alike(fates)} {proof(before, after, fates)}"
