"""What the VBA is run with in tests: a process that answers by the rules, and cells and buttons to ask it from."""

from __future__ import annotations

from typing import Any

from addin import expose
from addin.hosts.excel.com import REFUSED
from addin.hosts.excel.functions import from_com
from tests.addin.hosts.excel.desktop.fake import books
from tests.addin.hosts.excel.desktop.fake.base import ComError
from tests.addin.hosts.excel.desktop.fake.cells import Kept
from tests.addin.hosts.excel.desktop.vba import Addin

VALUE_ERROR, NAME_ERROR = -2146826273, -2146826259  # as COM hands #VALUE! and #NAME? over


class Python:
    """The process: answers by the rules, and dies when it is told to."""

    def __init__(self, warning: str = "") -> None:
        self.asked: list[tuple[str, Any]] = []
        self.warning, self.dies_at, self.boxes = warning, set(), []
        self.answered: list[str] = []
        self.dead, self.excel = False, None

    def Kald(self, navn: str, argumenter: Any) -> Any:
        self.asked.append((navn, argumenter))
        if len(self.asked) in self.dies_at:
            raise ComError("The RPC server is unavailable.")
        given = [from_com(argument) for argument in argumenter]
        if REFUSED + "flere" in given:
            return f"{REFUSED}{navn}: i flere stykker"
        try:
            result: Any = expose.call(navn, given)
        except ValueError as refused:
            return f"{REFUSED}{navn}: {refused}"
        return result[0][0] if isinstance(result, list) and len(result) == len(result[0]) == 1 else result

    def Tryk(self, knap: str, bog: Any) -> Any:
        self.answered.append(knap)
        return self._next()

    def Svar(self, tekst: str) -> Any:
        self.answered.append(tekst)
        return self._next()

    def _next(self) -> Any:
        box = self.boxes.pop(0)
        if box is None:
            if self.excel is not None:  # as it does while it writes
                self.excel.ScreenUpdating = self.excel.EnableEvents = self.excel.DisplayAlerts = False
                self.excel.Calculation, self.excel.StatusBar = -4135, "Fordel: skriver …"
            raise ComError("The RPC server is unavailable.")
        return box

    def Advarsel(self) -> str:
        if self.dead:
            self.dead = False  # the next is a new one
            raise ComError("The RPC server is unavailable.")
        return self.warning


def sheet(rows: list[list[Any]]) -> books.Worksheet:
    book = books.Workbook(books.Application(), "Budget.xlsx")
    made = books.Worksheet(book, "Budget")
    book._sheets.append(made)
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            if value is not None:
                made._cells[row, column] = Kept(value)
    return made


def press(addin: Addin, tag: str) -> None:
    addin.call("FordelTryk", type("Control", (), {"Tag": tag})())
