"""Page styles and cell styles a plan needs, which Calc keeps for the whole document and does not take back itself."""

from __future__ import annotations

from typing import NamedTuple

from addin.foreign import Foreign
from addin.hosts.calc.looks import calc_properties
from addin.workbook import Plan, SheetPlan

CELLS, PAGES = "CellStyles", "PageStyles"
_A4 = (21000, 29700)
_SIDE, _END = 1016, 1270  # 0.4 and 0.5 inches
_EDGE = 762  # 0.3 inches from the footer to the edge of the paper, as in a file
_SMALL = 8.0


class Way(NamedTuple):
    """How a sheet lies on paper."""

    landscape: bool
    pages_wide: int
    pages_tall: int  # 0: as many as it takes


def way_of(plan: SheetPlan) -> Way:
    return Way(plan.landscape, plan.pages_wide, plan.pages_tall)


def page_style(way: Way) -> str:
    beside = f" {way.pages_wide}" if way.pages_wide > 1 else ""
    alone = " én side" if way.pages_tall == 1 else ""
    return ("Fordel liggende" if way.landscape else "Fordel stående") + beside + alone


def cell_style(look: str) -> str:
    return f"Fordel {look}"


def needed(plan: Plan) -> list[tuple[str, str, str | Way]]:
    """Family, name and what it is made from, for every style the plan needs."""
    looks = {mark.style for sheet in plan.sheets for mark in sheet.highlights}
    ways = {way_of(sheet) for sheet in plan.sheets}
    return [(CELLS, cell_style(look), look) for look in sorted(looks)] + \
        [(PAGES, page_style(way), way) for way in sorted(ways)]


def missing(document: Foreign, plan: Plan) -> list[tuple[str, str, str | Way]]:
    return [found for found in needed(plan) if not document.StyleFamilies.getByName(found[0]).hasByName(found[1])]


def make(document: Foreign, styles: list[tuple[str, str, str | Way]]) -> None:
    for family, name, source in styles:
        service = "CellStyle" if family == CELLS else "PageStyle"
        made = document.createInstance(f"com.sun.star.style.{service}")
        document.StyleFamilies.getByName(family).insertByName(name, made)
        if isinstance(source, str):
            for key, value in calc_properties(document, source).items():
                made.setPropertyValue(key, value)
        else:
            _set_up_page(document, made, source)


def remove(document: Foreign, styles: list[tuple[str, str, str | Way]]) -> None:
    for family, name, _ in styles:
        found = document.StyleFamilies.getByName(family)
        if found.hasByName(name):
            found.removeByName(name)


def _set_up_page(document: Foreign, page: Foreign, way: Way) -> None:
    """A4, so many pages wide and tall, file and sheet to the left, the number to the right."""
    page.IsLandscape = way.landscape
    page.Width, page.Height = reversed(_A4) if way.landscape else _A4
    page.LeftMargin = page.RightMargin = _SIDE
    page.TopMargin, page.BottomMargin = _END, _EDGE
    page.ScaleToPagesX, page.ScaleToPagesY = way.pages_wide, way.pages_tall
    page.HeaderIsOn, page.FooterIsOn = False, True
    page.FooterHeight = _END - _EDGE
    footer = page.RightPageFooterContent
    fill(document, footer.LeftText, ("FileName", ", ", "SheetName"))
    fill(document, footer.CenterText, ())
    fill(document, footer.RightText, ("Side ", "PageNumber", " af ", "PageCount"))
    page.RightPageFooterContent = footer


def fill(document: Foreign, text: Foreign, parts: tuple[str, ...]) -> None:
    """Names of fields stand for what they show; everything else is text."""
    text.String = ""
    cursor = text.createTextCursor()
    for part in parts:
        cursor.gotoEnd(False)
        if part.isalpha():
            field = document.createInstance(f"com.sun.star.text.TextField.{part}")
            text.insertTextContent(cursor, field, False)
        else:
            text.insertString(cursor, part, False)
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    cursor.CharHeight = _SMALL
