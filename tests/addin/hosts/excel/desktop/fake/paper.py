"""How a sheet is printed, and where its pages end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.addin.hosts.excel.desktop.fake.base import ComObject, kept

if TYPE_CHECKING:
    from tests.addin.hosts.excel.desktop.fake.books import Worksheet
    from tests.addin.hosts.excel.desktop.fake.cells import Range


class PageSetup(ComObject):
    _kind = "PageSetup"

    def __init__(self, sheet: Worksheet):
        self._sheet = sheet

    def _area(self, address: str) -> None:
        self._sheet._state.print_area = address

    PrintArea = property(lambda self: self._sheet._state.print_area or "", _area)
    PaperSize, Orientation, Zoom = kept("PaperSize"), kept("Orientation"), kept("Zoom", 100)
    FitToPagesWide, FitToPagesTall = kept("FitToPagesWide"), kept("FitToPagesTall")
    LeftMargin, RightMargin = kept("LeftMargin"), kept("RightMargin")
    TopMargin, BottomMargin = kept("TopMargin"), kept("BottomMargin")
    LeftFooter, RightFooter, CenterHeader = kept("LeftFooter"), kept("RightFooter"), kept("CenterHeader")
    PrintTitleRows = kept("PrintTitleRows")


class HPageBreaks(ComObject):
    _kind = "HPageBreaks"

    def __init__(self, sheet: Worksheet):
        self._sheet = sheet

    def Add(self, Before: Range) -> None:
        self._sheet._breaks.append(Before._row)
