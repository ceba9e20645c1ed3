"""The functions for Excel on Windows by COM (xlwings' classic add-in). Elsewhere this module holds none.

xlwings finds them by this module's name, and the name of each is its name in the cell.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from addin.expose import Exposed, exposed
from addin.hosts.excel import last_error
from addin.hosts.excel.functions import RAW, from_com, wrapper
from udfs.errors import RegelFejl

try:
    import pythoncom
except ImportError:
    pythoncom = None

CATEGORY = "Fordel"
VALUE_ERROR = -2146826273  # CVErr(xlErrValue), as COM has it
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
        except RegelFejl as refused:
            return _error(name, str(refused))
        except Exception:  # as text in the cell, as xlwings has it, SUM would pass over it
            log.exception("%s failed", name)
            return _error(name, OURS)

    return answer


def _error(name: str, sentence: str) -> object:
    """A true error value; the sentence is kept for the button "Seneste fejl"."""
    from win32com.client import VARIANT

    last_error.keep(name, sentence)
    return VARIANT(pythoncom.VT_ERROR, VALUE_ERROR)


if pythoncom is not None:
    register(globals())
