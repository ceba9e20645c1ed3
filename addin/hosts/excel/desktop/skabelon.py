"""The button *Ny fra skabelon*: a template is put into a temporary folder, and FordelKnapper.bas opens a new workbook
from it, also where none is open. The new one is nobody's file yet, and the folder goes."""

from __future__ import annotations

from addin import temporary
from addin.filejobs.skabelon.til import DESKTOP, template
from addin.hosts.excel.desktop import talk
from addin.hosts.excel.desktop.talk import OPEN, Step, Talk
from addin.system_errors import reason
from addin.told import skabelon
from addin.workbook import Questions

NEW = "en ny projektmappe"
CANNOT = "Skabelonen kan ikke åbnes: {}"


def new(title: str) -> Talk:
    """Which one is asked; what Excel answers to the step OPEN is why it could not, "" where it could."""
    answers = yield from talk.ask(title, Questions((skabelon.question(NEW),)), lambda place: None)
    if answers is None:
        yield from talk.finish(title, skabelon.STOPPED)
        return
    name = answers[skabelon.SETTING]
    try:
        with temporary.folder() as folder:
            path = folder / f"{name}.xlsx"
            path.write_bytes(template(name, DESKTOP))
            wrong = yield Step(OPEN, title, str(path))
    except OSError as problem:
        wrong = reason(problem)
    yield from talk.finish(title, CANNOT.format(wrong) if wrong else skabelon.opened(name, NEW))
