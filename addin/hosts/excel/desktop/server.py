"""The process that Fordel.xlam calls: xlwings' COM server, with three things to call instead of all of Python.

    pythonw -I -B -m addin.hosts.excel.desktop.server {class id}

It is started by FordelPython.bas and ends with Excel. -I keeps it from the folder Excel happens to stand in, from the
environment's PYTHON variables and from the user's own packages.
"""

from __future__ import annotations

import atexit
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from addin.foreign import Foreign
from addin.hosts.excel import com
from addin.hosts.excel.desktop import clash, talk
from addin.hosts.excel.desktop.button import Buttons

PIECES = com.REFUSED + "flere"  # a range in several pieces, as FordelKalder.bas has it
IN_PIECES = "et område er i flere stykker; vælg celler, der hænger sammen"
STALE = "Samtalen er slut. Tryk på knappen igen."
LOG = "fordel.log"


class Calls:
    """What the .xlam may call, over xlwings' own server: a function, a button, an answer, a warning at the start."""

    _public_methods_ = ("Kald", "Tryk", "Svar", "Advarsel")

    def __init__(self, xlwings_server: Foreign) -> None:
        self._server = xlwings_server
        self._buttons = Buttons()
        self._talk: talk.Talk | None = None

    def Kald(self, navn: str, argumenter: Sequence[object]) -> object:
        """The cells of a call, or the sentence of a refusal. No workbook is handed over: xlwings would look in it."""
        if PIECES in [argument for argument in argumenter if isinstance(argument, str)]:
            return com.refused(navn, IN_PIECES)
        return self._server.CallUDF(com.__name__, navn, argumenter, None, None)

    def Tryk(self, knap: str, bog: Foreign | None) -> list[str]:
        """The first step of a button. A list: of a tuple pywin32 would return the first alone."""
        self._talk = self._buttons.press(knap, opened(bog) if bog is not None else None)
        return self._next(None)

    def Svar(self, tekst: str) -> list[str]:
        """The next step, with what was typed."""
        return self._next(tekst)

    def Advarsel(self) -> str:
        """What there is to say once; "" where there is nothing."""
        return clash.warning()

    def _next(self, answer: str | None) -> list[str]:
        if self._talk is None:
            return [talk.END, "Fordel", STALE]
        step = next(self._talk) if answer is None else self._talk.send(answer)
        if step.kind == talk.END:
            self._talk.close()
            self._talk = None
        return list(step)


def opened(book: Foreign) -> Foreign:
    """Excel's workbook as xlwings has it."""
    from win32com.client import Dispatch

    xlwings: Foreign = import_module("xlwings")
    windows: Foreign = import_module("xlwings._xlwindows")
    made: Foreign = xlwings.Book(impl=windows.Book(xl=Dispatch(book)))
    return made


def prepare() -> Foreign:
    """xlwings' server with ours in place of its own; gives the module."""
    windows: Foreign = import_module("xlwings._xlwindows")
    server: Foreign = import_module("xlwings.com_server")
    # At its end xlwings would stop every Excel it cannot see a window of: with unsaved work in it.
    atexit.unregister(windows.cleanup)
    theirs = server.XLPython
    server.XLPython = lambda: Calls(theirs())
    return server


def main(clsid: str) -> None:
    """Until Excel ends. What goes wrong stands in the log beside the settings; nothing of a workbook's does."""
    folder = Path(os.environ.get("LOCALAPPDATA") or ".") / "Fordel"
    logging.basicConfig(filename=folder / LOG if folder.is_dir() else None, level=logging.WARNING, encoding="utf-8",
                        format="%(asctime)s %(levelname)s %(message)s")
    os.chdir(sys.prefix)  # else the workbook's folder could not be renamed as long as Excel is open
    prepare().serve(clsid)


if __name__ == "__main__":
    main(sys.argv[1])
