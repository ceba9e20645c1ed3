"""The program, its workbooks, and their sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as Place
from typing import Any

from tests.addin.hosts.excel.desktop.fake.base import COLUMNS, ROWS, ComError, ComObject, Unknown, kept
from tests.addin.hosts.excel.desktop.fake.cells import FORMULA_MOST, TRUTHS, Kept, Range, place_of
from tests.addin.hosts.excel.desktop.fake.charts import ChartObjects
from tests.addin.hosts.excel.desktop.fake.names import Name, Names
from tests.addin.hosts.excel.desktop.fake.paper import HPageBreaks, PageSetup
from tests.addin.hosts.excel.desktop.fake.saved import written
from tests.hosts_agree.excel_sheets import Look, Sheet


class Application(ComObject):
    _kind = "Application"

    def __init__(self) -> None:
        self._books: list[Workbook] = []
        self._said: list[str] = []
        self._events: list[str] = []

    Name, Version, Hwnd = property(lambda _: "Microsoft Excel"), property(lambda _: "16.0"), property(lambda _: 1)
    ScreenUpdating, DisplayAlerts = kept("ScreenUpdating", True), kept("DisplayAlerts", True)
    EnableEvents, Calculation = kept("EnableEvents", True), kept("Calculation", -4105)
    ActiveSheet = property(lambda self: self._books[-1].ActiveSheet)
    International = property(lambda _: (45, 45, ",", ".", ";"))

    def _bar(self, text: Any) -> None:
        self._said.append(text)

    StatusBar = property(lambda self: self._said[-1] if self._said else False, _bar)


class Workbook(ComObject):
    _kind = "Workbook"

    def __init__(self, application: Application, name: str):
        self._application, self._name = application, name
        self._sheets: list[Worksheet] = []
        self._names: list[Name] = []
        self._active: Worksheet | None = None
        self._selected = ""
        self._folder = "C:\\Budget\\"
        self._cannot_copy = False
        self._copies: list[tuple[str, bytes, bool]] = []
        application._books.append(self)

    Name, Application = property(lambda self: self._name), property(lambda self: self._application)
    FullName = property(lambda self: self._folder + self._name)
    Path = property(lambda self: self._folder[:-1])
    Worksheets = property(lambda self: Sheets(self))
    Sheets = property(lambda self: Sheets(self))
    Names = property(lambda self: Names(self, None))
    ActiveSheet = property(lambda self: self._active or self._sheets[0])
    Date1904, PrecisionAsDisplayed = kept("Date1904", False), kept("PrecisionAsDisplayed", False)
    ProtectStructure, MultiUserEditing = kept("ProtectStructure", False), kept("MultiUserEditing", False)

    def SaveCopyAs(self, FileName: str) -> None:  # noqa: N803 - Excel's own word
        if self._cannot_copy:
            raise ComError("Document not saved")
        data = written(self)
        Place(FileName).write_bytes(data)
        self._copies.append((FileName, data, self._application.EnableEvents))

    def Windows(self, number: int) -> Window:
        return Window(self)


class Window(ComObject):
    """Shows the active sheet; what is set is that sheet's."""

    _kind = "Window"

    def __init__(self, book: Workbook):
        self._book = book

    def _lines(self, value: bool) -> None:
        self._book.ActiveSheet._state.gridlines = value

    def _freeze(self, value: bool) -> None:
        split = self._book.ActiveSheet._split
        self._book.ActiveSheet._state.freeze = tuple(split) if value and any(split) else None

    def _split(self, at: int, value: int) -> None:
        self._book.ActiveSheet._split[at] = value

    DisplayGridlines = property(None, _lines)
    FreezePanes = property(None, _freeze)
    SplitRow = property(None, lambda self, value: self._split(0, value))
    SplitColumn = property(None, lambda self, value: self._split(1, value))
    ScrollRow, ScrollColumn = kept("ScrollRow"), kept("ScrollColumn")


class Sheets(ComObject):
    _kind = "Sheets"

    def __init__(self, book: Workbook):
        self._book = book

    Count, Parent = property(lambda self: len(self._book._sheets)), property(lambda self: self._book)

    def __call__(self, key: int | str) -> Worksheet:
        if isinstance(key, int):
            return self._book._sheets[key - 1]
        found = [sheet for sheet in self._book._sheets if sheet.Name.casefold() == key.casefold()]
        if not found:
            raise ComError("Subscript out of range")
        return found[0]

    def __iter__(self) -> Iterator[Worksheet]:
        return iter(list(self._book._sheets))

    def Add(self, Before: Worksheet) -> Worksheet:
        if self._book.ProtectStructure:
            raise ComError()
        number = 1
        while any(sheet.Name == f"Ark{number}" for sheet in self._book._sheets):
            number += 1
        made = Worksheet(self._book, f"Ark{number}")
        self._book._sheets.insert(self._book._sheets.index(Before), made)
        self._book._active = made
        return made


class Worksheet(ComObject):
    _kind = "Worksheet"

    def __init__(self, book: Workbook, name: str):
        self._book, self._state = book, Sheet(name)
        self._cells: dict[tuple[int, int], Kept] = {}
        self._looks: dict[tuple[int, int], Look] = {}
        self._arrays: dict[tuple[int, int], Range] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._split = [0, 0]
        self._charts = ChartObjects(self)
        self._paper = PageSetup(self)
        self._breaks: list[int] = []

    Parent, Application = property(lambda self: self._book), property(lambda self: self._book.Application)
    Index = property(lambda self: self._book._sheets.index(self) + 1)
    Visible, ProtectContents = kept("Visible", -1), kept("ProtectContents", False)
    PageSetup, Names = property(lambda self: self._paper), property(lambda self: Names(self._book, self))
    HPageBreaks = property(lambda self: HPageBreaks(self))

    def _rename(self, name: str) -> None:
        others = {sheet.Name.casefold() for sheet in self._book._sheets if sheet is not self}
        if name.casefold() in others or len(name) > 31:
            raise ComError("That name is already taken. Try a different one.")
        self._state.name = name

    Name = property(lambda self: self._state.name, _rename)

    def Range(self, first: Any, last: Any = None) -> Range:
        if isinstance(first, str):
            return Range(self, *place_of(first))
        last = last or first
        return Range(self, first._row, first._column, last._row - first._row + 1, last._column - first._column + 1)

    @property
    def Cells(self) -> Any:
        return _AllCells(self)

    @property
    def UsedRange(self) -> Range:
        places = [*self._cells, *self._looks]
        if not places:
            return Range(self, 0, 0)
        rows, columns = [row for row, _ in places], [column for _, column in places]
        return Range(self, min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)

    def ChartObjects(self, number: int | None = None) -> Any:
        return self._charts if number is None else self._charts(number)

    def Activate(self) -> None:
        if self.Visible != -1:
            raise ComError()
        self._book._active = self

    def Delete(self) -> None:
        if self.Application.DisplayAlerts:
            raise Unknown("Excel would ask whether the sheet is to be deleted")
        self._book._sheets.remove(self)
        self._book._names = [name for name in self._book._names if name._scope is not self]
        if self._book._active is self:
            self._book._active = self._book._sheets[0]

    def Move(self, Before: Worksheet) -> None:
        self._book._sheets.remove(self)
        self._book._sheets.insert(self._book._sheets.index(Before), self)

    # --------------------------------------------------------------------------------- behind its back

    def _look(self, row: int, column: int) -> Look:
        return self._looks.setdefault((row, column), {})

    def _enter(self, row: int, column: int, value: Any) -> None:
        """As what is typed: an apostrophe says that the rest is text, and what looks like a number becomes one."""
        self._state.put(row, column, value)  # which stops at what Excel may take for something else
        if self.Application.EnableEvents:
            self.Application._events.append(f"{self.Name}!{row},{column}")
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            entered = Kept(value)
        elif not isinstance(value, str):
            entered = Kept(float(value))
        elif value.startswith("="):
            if len(value) > FORMULA_MOST:
                raise ComError()
            entered = Kept(formula=value)
        else:
            entered = Kept(TRUTHS.get(value.casefold(), value.removeprefix("'")))
        if entered.value in (None, "") and not entered.formula:
            self._cells.pop((row, column), None)
        else:
            self._cells[row, column] = entered


class _AllCells(Range):
    """Cells, the whole sheet; called with a row and a column, one of them."""

    def __init__(self, sheet: Worksheet):
        super().__init__(sheet, 0, 0, ROWS, COLUMNS)

    def __call__(self, row: int, column: int) -> Range:
        return Range(self._sheet, row - 1, column - 1)
