"""The thinnest stand-in for pywin32 on which xlwings' own COM code runs outside Windows. Nothing here is Excel.

What xlwings imports is there by name; a range answers as Excel's does: Value is one value for one cell, else rows.
"""

from __future__ import annotations

import asyncio
import ctypes
import datetime
import sys
import threading
from types import ModuleType, SimpleNamespace
from typing import Any

MISSING = -2147352572  # an argument left out
RANGE = "{00020846-0000-0000-C000-000000000046}"
VT_ERROR = 10


class ComError(Exception):
    hresult = 0


class Variant:
    """win32com.client.VARIANT: a value with its type."""

    def __init__(self, varianttype: int, value: Any):
        self.varianttype, self.value = varianttype, value


class _TypeInfo:
    def GetTypeInfo(self) -> _TypeInfo:
        return self

    def GetTypeAttr(self) -> SimpleNamespace:
        return SimpleNamespace(iid=RANGE)

    def GetDocumentation(self, _: int) -> tuple[str]:
        return ("Range",)


class FakeRange:
    CLSID = RANGE
    _oleobj_ = _TypeInfo()
    Row = Column = 1

    def __init__(self, rows: list[list[Any]]):
        self.cells = tuple(tuple(row) for row in rows)
        self.Rows, self.Columns = SimpleNamespace(Count=len(rows)), SimpleNamespace(Count=len(rows[0]))
        app = SimpleNamespace(Hwnd=1, Name="Microsoft Excel", Version="16.0")
        self.Worksheet = SimpleNamespace(Name="Ark1", Parent=SimpleNamespace(Name="b.xlsx", Application=app),
                                         Application=app)
        self.Application = app
        self.Count = len(rows) * len(rows[0])

    @property
    def Value(self) -> Any:
        return self.cells[0][0] if self.Count == 1 else self.cells

    Value2 = Value

    def GetValue(self, *_: Any) -> Any:
        return self.Value

    def GetAddress(self, *_: Any, **__: Any) -> str:
        return "$A$1"


class FakeWorkbook:
    Name = "Fordel.xlam"

    class _None(list):  # type: ignore[type-arg]
        Count = 0

    Worksheets = Sheets = _None()


def _module(name: str, **contents: Any) -> ModuleType:
    made = ModuleType(name)
    made.__dict__.update(contents)
    sys.modules[name] = made
    return made


class _Named:
    """A name that must exist, and is never used here."""

    def __init__(self, *_: Any, **__: Any):
        pass


class _Library:
    def __getattr__(self, _: str) -> _Library:
        return _Library()

    def __call__(self, *_: Any) -> int:
        return 0


def _unwrap(_: Any) -> Any:
    raise TypeError("not wrapped")


def install() -> Any:
    """Puts the stand-in in place, and gives xlwings' COM server."""
    dispatch = object()
    _module("pywintypes", com_error=ComError, TimeType=datetime.datetime, IID=str)
    _module("pythoncom", __file__="pythoncom", VT_ERROR=VT_ERROR, com_error=ComError, CoInitialize=lambda *_: None,
            IID_IDispatch=dispatch, IID_IEnumVARIANT=object(), TypeIIDs={dispatch: type("PyIDispatch", (), {})})
    for name in ("win32api", "win32con", "win32event"):
        _module(name)
    _module("win32process", GetWindowThreadProcessId=lambda _: (1, 1))
    _module("win32gui", EnumWindows=None, GetClassName=None, EnumChildWindows=None)
    _module("win32timezone", TimeZoneInfo=None)
    client = _module("win32com.client", CDispatch=_Named, CoClassBaseClass=_Named, DispatchBaseClass=_Named,
                     Dispatch=lambda given, **_: given, DispatchEx=None, VARIANT=Variant)
    util = _module("win32com.server.util", wrap=lambda given, **_: given, unwrap=_unwrap)
    policy = _module("win32com.server.policy", DesignatedWrapPolicy=_Named)
    dispatcher = _module("win32com.server.dispatcher", DefaultDebugDispatcher=_Named)
    server = _module("win32com.server", util=util, policy=policy, dispatcher=dispatcher)
    _module("win32com", client=client, server=server)
    for name in ("windll", "oledll"):
        if not hasattr(ctypes, name):
            setattr(ctypes, name, _Library())
    return _com_server()


def _com_server() -> Any:
    real, ctypes.PyDLL = ctypes.PyDLL, lambda *_, **__: _Library()  # type: ignore[misc,assignment]
    import xlwings
    import xlwings._xlwindows as windows

    ctypes.PyDLL = real  # type: ignore[misc]
    xlwings._xlwindows = windows
    engine = xlwings.Engine(impl=windows.engine)
    xlwings.engines.add(engine)
    xlwings.engines.active = engine
    from xlwings import com_server

    com_server.loop = asyncio.new_event_loop()
    threading.Thread(target=com_server.loop.run_forever, daemon=True).start()
    return com_server.XLPython()
