"""What happens when a document is opened: our functions in a workbook from Excel are made known to LibreOffice.

LibreOffice knows a function of an extension in an .xlsx only by its own long name, so FORDEL_PULJE, as Excel writes
it, comes in as a name nobody knows (#NAVN?). Entering the same formula once more is all it takes. This runs at every
opening of any document, so it imports nothing but what is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import unohelper
from com.sun.star.lang import XServiceInfo
from com.sun.star.task import XJob

if TYPE_CHECKING:
    from addin.foreign import Foreign

NAME = "dk.fordel.Genkendelse"
SERVICE = "com.sun.star.task.Job"
SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
ALL_RESULTS = 7  # numbers, texts and errors
# As LibreOffice shows it when it is not known: in small letters, and with Excel's own prefixes.
UNKNOWN = re.compile(r"(?<![\w.!\]])(?:_xldudf_|_xll\.|\[\d+\]!)?fordel_([a-z0-9_]+)(?=\()", re.IGNORECASE)


class Opened(unohelper.Base, XJob, XServiceInfo):
    """The job that LibreOffice runs."""

    def __init__(self, context: Foreign) -> None:
        self.context = context

    def execute(self, arguments: Sequence[Foreign]) -> None:
        environment = next((each.Value for each in arguments if each.Name == "Environment"), ())
        model = next((each.Value for each in environment if each.Name == "Model"), None)
        if model is not None and model.supportsService(SPREADSHEET):
            recognise(model)

    def getImplementationName(self) -> str:
        return NAME

    def supportsService(self, name: str) -> bool:
        return name == SERVICE

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (SERVICE,)


def recognise(document: Foreign) -> None:
    """Enters every formula again in which one of our functions is not known. It is no change, and no step to undo."""
    found = [cell for sheet in document.Sheets if not sheet.isProtected() for cell in unknown(sheet)]
    if not found:
        return
    modified = document.isModified()
    for cell in found:
        enter(cell)
    document.UndoManager.clear()  # the user has not begun
    document.setModified(modified)


def unknown(sheet: Foreign) -> Iterator[Foreign]:
    """The cells, of an array formula only the first."""
    for place in sheet.queryFormulaCells(ALL_RESULTS).getRangeAddresses():
        area = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
        for down, line in enumerate(area.getFormulaArray()):
            for right, text in enumerate(line):
                if UNKNOWN.search(text):
                    cell = area.getCellByPosition(right, down)
                    if first_of_its_array(cell):
                        yield cell


def first_of_its_array(cell: Foreign) -> bool:
    """Whether it stands alone, or first in an array formula."""
    whole = array_of(cell).RangeAddress
    return (whole.StartColumn, whole.StartRow) == (cell.CellAddress.Column, cell.CellAddress.Row)


def array_of(cell: Foreign) -> Foreign:
    around = cell.Spreadsheet.createCursorByRange(cell)
    around.collapseToCurrentArray()
    return around


def enter(cell: Foreign) -> None:
    text = UNKNOWN.sub(lambda found: "FORDEL_" + found[1].upper(), cell.getFormula())
    if text.startswith("{"):
        array_of(cell).setArrayFormula(text[1:-1])
    else:
        cell.setFormula(text)
