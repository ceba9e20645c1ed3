"""The button *Ny fra skabelon*: a template opened as a new document, which is nobody's file yet."""

from __future__ import annotations

from pathlib import Path

import uno

from addin.foreign import Foreign
from addin.hosts.calc.opened import recognise
from addin.hosts.calc.unotypes import struct
from addin.told import skabelon
from addin.until_answered import Ask
from addin.workbook import Questions
from workbook_templates import skabeloner

NEW = "et nyt dokument"


def new(context: Foreign, given: object, ask: Ask | None) -> str:
    """What the user is told when the template named, or chosen, is open."""
    wanted = str(given or "")
    if not wanted and ask is not None:
        answers = ask(Questions((skabelon.question(NEW),)))
        if answers is None:
            return skabelon.STOPPED
        wanted = str(answers[skabelon.SETTING])
    if wanted not in skabeloner.NAVNE:
        return "Vælg en skabelon: " + ", ".join(skabeloner.NAVNE) + "."
    path = Path(skabeloner.__file__).parent / f"{wanted}.xlsx"
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(str(path)), "_blank", 0,
                                            (struct("beans.PropertyValue", Name="AsTemplate", Value=True),))
    recognise(document)  # what is opened as a template is new, and not "opened"
    return skabelon.opened(wanted, NEW)
