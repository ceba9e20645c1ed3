"""The VBA of Fordel.xlam, run by pyOpenVBA's interpreter over a stand-in for Excel, Windows and the process.

Two modules are put in place of ours, because they call what is not here: FordelDll (Windows) and FordelFil (files).
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from pyopenvba.interpreter import EMPTY, NOTHING, HostBridge, Interpreter, VBAArray, VBAErrorValue, VBAInt, VBAObject
from pyopenvba.interpreter._runtime import UNRESOLVED

from addin.packaging.xlam.build import DOCUMENT, modules
from tests.addin.hosts.excel.desktop.fake.base import ComError, Unknown

INI = "C:\\Users\\Søren Å\\AppData\\Local\\Fordel\\excel.ini"
PYTHON = "C:\\Users\\Søren Å\\AppData\\Local\\Fordel\\python\\pythonw.exe"
SETTINGS = f"python={PYTHON}\ndll=C:\\x\\xlwings64-0.37.8.dll\nversion=0.1.0\n"
STANDINS = {
    "FordelDll": """
Public Function DllStart(ByVal sti As String, ByVal kommando As String) As Object
    Set DllStart = Verden.Start(sti, kommando)
End Function
Public Sub DllStop(ByVal kommando As String)
    Verden.Slut kommando
End Sub
""",
    "FordelFil": """
Public Function FilMappe() As String
    FilMappe = Verden.Mappe
End Function
Public Function FilFindes(ByVal sti As String) As Boolean
    FilFindes = Verden.Findes(sti)
End Function
Public Function FilTekst(ByVal sti As String) As String
    FilTekst = Verden.Laes(sti)
End Function
"""}


class Verden:
    """The PC: its files, and the process that can be started; `starts` counts, `dies` says after how many calls."""

    def __init__(self) -> None:
        self.Mappe = INI.removesuffix("\\Fordel\\excel.ini")
        self.files = {INI: SETTINGS, PYTHON: ""}
        self.read: list[str] = []
        self.started: list[tuple[str, str]] = []
        self.stopped = 0
        self.fails = ""
        self.server: Any = None

    def Findes(self, sti: str) -> bool:
        return sti in self.files

    def Laes(self, sti: str) -> str:
        self.read.append(sti)
        return self.files[sti]

    def Start(self, sti: str, kommando: str) -> Any:
        self.started.append((sti, kommando))
        if self.fails:
            raise ComError(self.fails)
        return self.server

    def Slut(self, kommando: str) -> None:
        self.stopped += 1


class Seen(VBAObject):
    """An object of Python's as VBA sees it: names in any case, rows as arrays, None as Empty."""

    def __init__(self, thing: Any):
        self.thing = thing
        self.vba_type_name = getattr(thing, "_kind", type(thing).__name__)

    def _real(self, name: str) -> str:
        found = [each for each in dir(self.thing) if each.casefold() == name.casefold() and not each.startswith("_")]
        if not found:
            raise Unknown(f"{self.vba_type_name}.{name}")
        return found[0]

    def vba_get(self, name: str, args: Any = (), named: Any = None) -> Any:
        try:
            value = getattr(self.thing, self._real(name))
            if inspect.isroutine(value) or (callable(value) and (args or named)):
                value = value(*map(plain, args), **{key: plain(each) for key, each in (named or {}).items()})
            return wrapped(value)
        except ComError as failed:
            from pyopenvba.interpreter._values import error

            raise error(1004, failed.excepinfo[2]) from None

    def vba_set(self, name: str, value: Any, args: Any = (), named: Any = None, **_: Any) -> None:
        setattr(self.thing, self._real(name), plain(value))

    def vba_iterate(self) -> Any:
        return iter([wrapped(each) for each in self.thing])

    def vba_default_member(self) -> None:
        return None


def wrapped(value: Any) -> Any:
    if value is None:
        return EMPTY
    if isinstance(value, (list, tuple)):
        if value and isinstance(value[0], (list, tuple)):
            made = VBAArray([(1, len(value)), (1, len(value[0]))])
            for row, line in enumerate(value, 1):
                for column, each in enumerate(line, 1):
                    made.set([row, column], wrapped(each))
            return made
        return VBAArray([(0, len(value) - 1)], items=[wrapped(each) for each in value])
    if isinstance(value, (bool, str, float)):
        return value
    if isinstance(value, int):
        is_error = -2146828288 + 2000 <= value < -2146828288 + 2100
        return VBAErrorValue(value + 2146828288) if is_error else VBAInt(value, "Long")
    return Seen(value)


def plain(value: Any) -> Any:
    """As pywin32 hands it to Python."""
    if value is EMPTY or value is NOTHING:
        return None
    if isinstance(value, Seen):
        return value.thing
    if isinstance(value, VBAArray):
        if len(value.bounds) == 1:
            return tuple(map(plain, value.elements()))
        (top, bottom), (left, right) = value.bounds
        return tuple(tuple(plain(value.get([row, column])) for column in range(left, right + 1))
                     for row in range(top, bottom + 1))
    if isinstance(value, VBAErrorValue):
        return -2146828288 + value.number
    if isinstance(value, VBAInt):
        return int(value)
    return value


class Bridge(HostBridge):
    """What stands in the air of a project in Excel, and nothing else."""

    def __init__(self, **there: Any):
        self.there = {name.casefold(): thing for name, thing in there.items()}

    def global_object(self, name: str) -> Any:
        found = self.there.get(name.casefold(), UNRESOLVED)
        return found if found is UNRESOLVED else NOTHING if found is None else Seen(found)


class Workbooks:
    """None is open; a new one may be opened from a workbook's file."""

    _kind = "Workbooks"

    def __init__(self) -> None:
        self.added: list[str] = []

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def Add(self, template: str) -> None:
        if not template.endswith(".xlsx"):
            raise ComError("Filen kan ikke åbnes.")
        self.added.append(template)


class Excel:
    """The program, as the VBA asks it."""

    _kind = "Application"

    def __init__(self) -> None:
        self.Workbooks = Workbooks()
        self.StatusBar: Any = False
        self.helped: list[dict[str, Any]] = []
        self.calculated = 0
        self.wizard = False
        self.ScreenUpdating = self.EnableEvents = self.DisplayAlerts = True
        self.Calculation = -4105

    def CommandBars(self, name: str) -> Any:
        excel = self

        class Bar:
            def Controls(self, number: int) -> Any:
                return type("Control", (), {"Enabled": not excel.wizard})()

        return Bar()

    def MacroOptions(self, **given: Any) -> None:
        self.helped.append(given)

    def CalculateFull(self) -> None:
        self.calculated += 1


class Addin:
    """The project with its world; `call` runs one of its procedures."""

    def __init__(self, **sheets: Any) -> None:
        self.verden, self.excel = Verden(), Excel()
        this = type("Workbook", (), {"Name": "Fordel.xlam", "FullName": XLSTART + "Fordel.xlam"})()
        self.vba = Interpreter(Bridge(Verden=self.verden, Application=self.excel, ThisWorkbook=this, **{
            "ActiveWorkbook": None, "ActiveCell": None, **sheets}))
        for name, source in modules().items():
            if name != DOCUMENT:
                self.vba.add_module(STANDINS.get(name, source), name=name)

    def call(self, name: str, *arguments: Any) -> Any:
        return plain(self.vba.run(name, [wrapped(argument) for argument in arguments]))

    def boxes(self) -> list[str]:
        """What has been shown in message boxes, and is forgotten here."""
        found = [str(dialog[1]) for dialog in self.vba.dialogs]
        self.vba.dialogs.clear()
        return found


XLSTART = "C:\\Users\\Søren Å\\AppData\\Roaming\\Microsoft\\Excel\\XLSTART\\"
