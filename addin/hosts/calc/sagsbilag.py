"""The button *Sagsbilag som PDF*: what is printed is built as a document of its own, which the same LibreOffice, in a
profile of its own, makes a PDF of beside the open one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uno

from addin import libreoffice, temporary, whole_file
from addin.foreign import Foreign
from addin.hosts.calc import filejob, shared_styles
from addin.hosts.calc.apply import write_sheet
from addin.hosts.calc.charts import shape_of
from addin.hosts.calc.furniture import digit_width
from addin.hosts.calc.snapshot import file_name
from addin.hosts.calc.unotypes import MM100_PER_POINT, struct
from addin.places import last_row
from addin.sagsbilag import paper, printing
from addin.sagsbilag.printing import NotPrinted
from addin.system_errors import reason
from addin.workbook import Plan, Refusal, SheetPlan
from workbook_templates.styles import ROED

NOT_OURS = "Filen {} findes allerede, og Fordel har ikke lavet den. Flyt den, og prøv igen."
CANNOT = "Sagsbilaget er ikke lavet: {} kan ikke skrives ({})."
MADE = "Sagsbilag: {}"
PROGRESS = "Trykker sagsbilaget"
LEAST_ROW = round(15 * MM100_PER_POINT)
_ODS, _LARGE = "calc8", 14.0
_OVER = 635  # 1/100 mm of paper over what stands over a page


def check(document: Foreign) -> None:
    """What can be known before anything is written; raises Refusal."""
    target = place(document)
    if target.exists() and not printing.made_by_us(target.read_bytes()):
        raise Refusal(NOT_OURS.format(target.name))


def place(document: Foreign) -> Path:
    """Where it is to lie; raises Refusal where it can lie nowhere."""
    return paper.target_of(filejob.place(document, "Sagsbilaget", "pulje --sagsbilag"))


def beside(document: Foreign, plan: Plan) -> str:
    """Prints what has been applied to a document; what is told of it. The document is as it is, come what may."""
    target = place(document)
    with told_of(document):
        try:
            printed = paper.printed(plan)
            made = printing.pdf(own_program(), printed, workbook(document, printed.sheets), f"{target.stem}.ods")
            whole_file.write(target, made.data)
        except NotPrinted as problem:
            return str(problem)
        except OSError as problem:
            return CANNOT.format(target.name, reason(problem))
    return MADE.format(target)


@contextmanager
def told_of(document: Foreign) -> Iterator[None]:
    """Says at the foot of the window what goes on."""
    indicator = document.CurrentController.Frame.createStatusIndicator()
    indicator.start(PROGRESS, 1)
    try:
        yield
    finally:
        indicator.end()


def own_program() -> str | None:
    """The LibreOffice this is."""
    context = uno.getComponentContext()
    paths = context.ServiceManager.createInstanceWithContext("com.sun.star.util.PathSubstitution", context)
    folder = Path(uno.fileUrlToSystemPath(paths.substituteVariables("$(prog)", True)))
    names = ("soffice.com", "soffice.exe") if os.name == "nt" else ("soffice",)
    return next((str(folder / name) for name in names if (folder / name).exists()), libreoffice.program())


def workbook(document: Foreign, sheets: list[SheetPlan]) -> bytes:
    """A document with these sheets alone, in the font of the open one."""
    context = uno.getComponentContext()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = struct("beans.PropertyValue", Name="Hidden", Value=True)
    made = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
    try:
        fill(made, document, sheets)
        with temporary.folder() as folder:
            where = folder / "ark.ods"
            made.storeToURL(where.as_uri(), (struct("beans.PropertyValue", Name="FilterName", Value=_ODS),))
            return where.read_bytes()
    finally:
        made.close(True)


def fill(made: Foreign, document: Foreign, sheets: list[SheetPlan]) -> None:
    usual, theirs = (found.StyleFamilies.getByName("CellStyles").getByName("Default") for found in (made, document))
    usual.CharFontName, usual.CharHeight = theirs.CharFontName, theirs.CharHeight
    shared_styles.make(made, shared_styles.missing(made, Plan(sheets)))
    plain = list(made.Sheets.ElementNames)
    for sheet in sheets:
        made.Sheets.insertNewByName(sheet.name, made.Sheets.Count)
    for name in plain:
        if name not in {sheet.name for sheet in sheets}:
            made.Sheets.removeByName(name)
    for sheet in sheets:
        place = made.Sheets.getByName(sheet.name)
        write_sheet(made, place, sheet, digit_width(place))
        give_room(place, sheet)
        page = made.StyleFamilies.getByName("PageStyles").getByName(place.PageStyle)
        head(page, sheet.header)
        foot(made, page, file_name(document))


def give_room(place: Foreign, sheet: SheetPlan) -> None:
    """Rows as high as their letters take, and no lower than in a file: nobody looks at this document, so Calc itself
    does nothing about it."""
    place.getCellRangeByPosition(0, 0, 0, last_row(sheet)).Rows.OptimalHeight = True
    for number in range(last_row(sheet) + 1):
        row = place.Rows.getByIndex(number)
        points = sheet.heights.get(number)
        row.Height = max(row.Height, LEAST_ROW) if points is None else round(points * MM100_PER_POINT)
    for number, chart in enumerate(sheet.charts, 1):  # they stay where they were while the rows grew
        shape_of(place, f"Fordel {number}").Position = place.getCellByPosition(chart.column, chart.row).Position


def foot(made: Foreign, page: Foreign, name: str) -> None:
    """The open document's name where that of this one would stand."""
    content = page.RightPageFooterContent
    shared_styles.fill(made, content.LeftText, (f"{name}, ", "SheetName"))
    page.RightPageFooterContent = content


def head(page: Foreign, text: str) -> None:
    """What stands over each page, in its margin: the page, which two sheets may share, has as much room as without."""
    if not text or page.HeaderIsOn:
        return
    page.HeaderIsOn, page.HeaderIsDynamicHeight, page.HeaderBodyDistance = True, False, 0
    page.HeaderHeight = page.TopMargin - _OVER
    page.TopMargin = _OVER
    content = page.RightPageHeaderContent
    content.LeftText.String = content.RightText.String = ""
    middle = content.CenterText
    middle.String = text
    cursor = middle.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    cursor.CharHeight, cursor.CharWeight, cursor.CharColor = _LARGE, 150.0, int(ROED.lstrip("#"), 16)
    page.RightPageHeaderContent = content
