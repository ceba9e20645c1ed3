"""The functions for Excel on Windows by COM, as Fordel.xlam calls them. Elsewhere this module holds none.

xlwings finds them by this module's name, and the name of each is its name in the cell. A refusal is a sentence after
REFUSED, of which the add-in makes a true error value: one made here would have to survive being converted twice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from addin.bugs import report
from addin.expose import Exposed, exposed
from addin.hosts.excel import last_error
from addin.hosts.excel.functions import RAW, from_com, wrapper
from udfs.errors import RegelFejl

try:
    import pythoncom
except ImportError:
    pythoncom = None

CATEGORY = "Fordel"
REFUSED = "\x1b"  # no text in a cell begins with it; a 0 might end the text on its way
OURS = "fejl i Fordel; den står i programmets log"

log = logging.getLogger(__name__)


def register(into: dict[str, object]) -> None:
    """Puts every function under its name."""
    from xlwings import udfs as classic

    for found in exposed():
        function = wrapper(found.description, _answer(found))
        function.__module__ = __name__
        function = classic.xlfunc(function, category=CATEGORY, call_in_wizard=False)
        for argument in found.description.arguments:
            function = classic.xlarg(argument.name, RAW, doc=argument.help)(function)
        into[found.description.name] = function


def _answer(found: Exposed) -> Callable[[Sequence[object]], Any]:
    name = found.description.name

    def answer(arguments: Sequence[object]) -> object:
        try:
            return found.call([from_com(argument) for argument in arguments])
        except RegelFejl as sentence:
            return refused(name, str(sentence))
        except Exception as bug:  # as text in the cell, as xlwings has it, SUM would pass over it
            log.error("%s", report(bug, f"{name} failed"))  # where, and nothing of the cells
            return refused(name, OURS)

    return answer


def refused(name: str, sentence: str) -> str:
    """What is answered in place of a result; the sentence is kept for the button "Seneste fejl"."""
    last_error.keep(name, sentence)
    return f"{REFUSED}{name}: {sentence}"


if pythoncom is not None:
    register(globals())
