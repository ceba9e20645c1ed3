"""Charts, as far as they are drawn here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.addin.hosts.excel.desktop.fake.base import ComObject, Unknown, kept

if TYPE_CHECKING:
    from tests.addin.hosts.excel.desktop.fake.books import Worksheet
    from tests.addin.hosts.excel.desktop.fake.cells import Range

BAR_STACKED, HAS_AXIS, GET, PUT = 58, 7, 2, 4


class ChartObjects(ComObject):
    _kind = "ChartObjects"

    def __init__(self, sheet: Worksheet):
        self._sheet, self._found = sheet, []

    Count, Parent = property(lambda self: len(self._found)), property(lambda self: self._sheet)

    def __call__(self, number: int) -> ChartObject:
        found: ChartObject = self._found[number - 1]
        return found

    Item = __call__

    def Add(self, left: float, top: float, width: float, height: float) -> ChartObject:
        self._found.append(ChartObject(self))
        return self(len(self._found))

    def _keep(self, number: int) -> None:
        self._found = [ChartObject(self) for _ in range(number)]

    def _described(self) -> list[str]:
        return [each._chart._described() for each in self._found]


class ChartObject(ComObject):
    _kind = "ChartObject"

    def __init__(self, among: ChartObjects):
        self._among, self._chart, self._shape = among, Chart(), ShapeRange()

    Chart, ShapeRange = property(lambda self: self._chart), property(lambda self: self._shape)

    def Delete(self) -> None:
        self._among._found.remove(self)


class ShapeRange(ComObject):
    _kind = "ShapeRange"
    AlternativeText = kept("AlternativeText", "")


class Chart(ComObject):
    _kind = "Chart"

    def __init__(self) -> None:
        self._source: Range | None = None
        self._series: list[Series] = []
        self._axes = {1: Axis(), 2: Axis()}
        self._oleobj_ = _Direct()
        self._title = Title()

    ChartStyle, HasTitle, HasLegend = kept("ChartStyle"), kept("HasTitle", False), kept("HasLegend", True)
    ChartTitle = property(lambda self: self._title)

    def _type(self, value: int) -> None:
        if value != BAR_STACKED:
            raise Unknown(f"Chart.ChartType = {value}")

    ChartType = property(None, _type)

    def SetSourceData(self, source: Range) -> None:
        self._source = source
        self._series = [Series() for _ in range(source._width)]

    def SeriesCollection(self) -> SeriesCollection:
        return SeriesCollection(self._series)

    def Axes(self, kind: int, group: int = 1) -> Axis:
        return self._axes[kind]

    def _described(self) -> str:
        if self._source is None:
            return "deres"
        categories = self._series[0]._categories
        return (f"{self._source._sheet.Name}!{self._source.Address} over "
                f"{categories._sheet.Name}!{categories.Address} kaldet {self._title.Text}")


class _Direct:
    """HasAxis takes two indexes, which Python cannot assign to: xlwings calls it by its number."""

    def GetIDsOfNames(self, _: int, name: str) -> int:
        if name != "HasAxis":
            raise Unknown(name)
        return HAS_AXIS

    def Invoke(self, number: int, _: int, kind: int, __: int, *given: Any) -> bool | None:
        if number != HAS_AXIS or kind not in (GET, PUT):
            raise Unknown(f"Invoke({number}, {kind})")
        return True if kind == GET else None


class SeriesCollection(ComObject):
    _kind = "SeriesCollection"

    def __init__(self, found: list[Series]):
        self._found = found

    Count = property(lambda self: len(self._found))

    def __call__(self, number: int) -> Series:
        return self._found[number - 1]


class Series(ComObject):
    _kind = "Series"
    _categories: Any = None

    def _over(self, cells: Range) -> None:
        self._categories = cells

    XValues = property(None, _over)


class Title(ComObject):
    _kind = "ChartTitle"
    Text = kept("Text", "")


class Axis(ComObject):
    _kind = "Axis"

    def __init__(self) -> None:
        self._title, self._labels = Title(), TickLabels()

    HasTitle, ReversePlotOrder, Crosses = kept("HasTitle", False), kept("ReversePlotOrder"), kept("Crosses")
    MinimumScale, MaximumScale = kept("MinimumScale"), kept("MaximumScale")
    AxisTitle, TickLabels = property(lambda self: self._title), property(lambda self: self._labels)


class TickLabels(ComObject):
    _kind = "TickLabels"
    NumberFormat = kept("NumberFormat")
