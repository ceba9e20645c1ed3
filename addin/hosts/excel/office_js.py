"""The functions and buttons by Office.js (Excel on Windows, Mac and the web): on xlwings Server, and in the browser.

The one module where xlwings' licence key is needed; only the browser's start imports it. The key says that the use is
noncommercial, which its licence (PolyForm Noncommercial) grants to any government institution; see the README here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")
sys.modules.setdefault("pyodide", None)  # type: ignore[arg-type]  # else xlwings looks for it once a cell

import xlwings  # noqa: E402
import xlwings.server  # noqa: E402
from xlwings.pro import _xlremote  # noqa: E402

from addin.expose import Exposed, exposed  # noqa: E402
from addin.hosts.excel import scripts  # noqa: E402
from addin.hosts.excel.functions import RAW, from_office_js, wrapper  # noqa: E402
from addin.workbook import Refusal  # noqa: E402
from udfs.errors import RegelFejl  # noqa: E402

Refused = xlwings.XlwingsError  # with the sentence for the cell


async def call(request: dict[str, object], module: ModuleType) -> object:
    """What goes into the cells for a call as xlwings' client sends it; `module` is that of `functions`."""
    return await xlwings.server.custom_functions_call(request, module)


def functions() -> ModuleType:
    """A module object with every function, as xlwings Server looks for it under the name custom_functions."""
    module = ModuleType("fordel_office_js_functions")
    for found in exposed():
        setattr(module, found.description.name, _registered(found, module.__name__))
    return module


def buttons() -> ModuleType:
    """A module object with the buttons, as xlwings Server looks for it under the name custom_scripts."""
    module = ModuleType("fordel_office_js_buttons")
    for button in scripts.BUTTONS:
        setattr(module, button.name, _script(button))
    return module


def _registered(found: Exposed, module: str) -> Callable[..., Any]:
    def answer(arguments: Sequence[object]) -> object:
        try:
            return found.call([from_office_js(argument) for argument in arguments])
        except RegelFejl as refused:  # shown at the cell; anything else is asked for three times by the client
            raise xlwings.XlwingsError(str(refused)) from None

    function = wrapper(found.description, answer)
    function.__module__ = module
    function = xlwings.server.func(name=found.description.name)(function)
    for argument in found.description.arguments:
        function = xlwings.server.arg(argument.name, RAW, doc=argument.help)(function)
    return function


def _script(button: scripts.Button) -> Callable[..., Any]:
    """The book is annotated, for that is how xlwings knows where to put it."""

    def run(book: xlwings.Book, valg: str = "") -> None:
        try:
            button.press(book, valg)
        except Refusal as refused:
            raise xlwings.XlwingsError(str(refused)) from None
        finally:  # else xlwings keeps every cell it has read for as long as the server runs
            _xlremote.get_range_api.cache_clear()

    run.__name__ = run.__qualname__ = button.name
    run.__doc__ = button.help
    # The names are looked up in this module, whatever the future import made of the hints.
    run.__annotations__ = {"book": xlwings.Book, "valg": str}
    return xlwings.server.script(name=button.label)(run)
