"""An open Calc document as a Snapshot: values and formulas in bulk, and what a value alone does not say."""

from __future__ import annotations

import datetime

import uno

from addin.clock import moment
from addin.foreign import Foreign
from addin.hosts.calc.grammar import from_calc
from addin.hosts.calc.marks import our_sheets
from addin.hosts.calc.seen import looks
from addin.hosts.calc.unotypes import ANY_RESULT, CONTENT, DATE, ERROR, LOGICAL, TIME, Box, box_of
from addin.workbook import Area, Aside, BadCell, Calculation, Held, Name, Refusal, Sheet, Snapshot, a1
from workbook_templates import opsaetning

NOTE_SHOWN = "com.sun.star.drawing.CaptionShape"  # a note that is open has a shape of its own
MAX_CELLS = 10_000_000  # one stray cell far out would take all memory
TOO_FAR_OUT = ("Arket har indhold helt ude ved {}, langt fra resten. Er det kommet dér ved en fejl, så slet det, "
               "og prøv igen.")
# Calc's numbers of errors, as a workbook file has them.
_ERRORS = {32767: "#N/A", 519: "#VALUE!", 532: "#DIV/0!", 524: "#REF!", 525: "#NAME?", 503: "#NUM!", 521: "#NULL!"}
_BOOLEANS = {"=TRUE()": True, "=FALSE()": False}
Rows = list[list[Held]]
Place = tuple[int, int]


def snapshot(document: Foreign) -> Snapshot:
    """All sheets and names of a document. Whether it is saved or not: what is on the screen is what counts."""
    ours = our_sheets(document)
    keeps = ours.get(opsaetning.NOEGLE)
    document.calculate()  # with automatic calculation turned off a formula would still show an old value
    sheets = tuple(_sheet(document, sheet, sheet.Name == keeps) for sheet in document.Sheets)
    said = Calculation(as_displayed=True) if document.CalcAsShown else None
    return Snapshot(file_name(document), sheets, names(document), ours, calculation=said)


def file_name(document: Foreign) -> str:
    """As the title bar has it."""
    location = document.Location
    if not location:
        return str(document.Title)
    path = uno.fileUrlToSystemPath(location) if location.startswith("file:") else location
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def names(document: Foreign) -> tuple[Name, ...]:
    """The names of the document, then those of each sheet."""
    found = [_name(document, document.NamedRanges.getByName(name), None) for name in document.NamedRanges.ElementNames]
    for sheet in document.Sheets:
        own = sheet.NamedRanges
        found += [_name(document, own.getByName(name), sheet.Name) for name in own.ElementNames]
    return tuple(found)


def _name(document: Foreign, name: Foreign, scope: str | None) -> Name:
    cells = name.getReferredCells()
    if cells is None:
        return Name(name.Name, from_calc(name.Content), scope)
    place = cells.getRangeAddress()
    sheet = document.Sheets.getByIndex(place.Sheet).Name
    target = Area(sheet, place.StartRow, place.StartColumn, place.EndRow, place.EndColumn)
    return Name(name.Name, target.formula(), scope)


# ------------------------------------------------------------------------------------- a sheet


def _sheet(document: Foreign, sheet: Foreign, keeps: bool) -> Sheet:
    """`keeps` tells the sheet of settings, whose formulas are there even when there are none."""
    box = box_of(sheet.queryContentCells(CONTENT))
    if box is None:
        return Sheet(sheet.Name, [], sheet.IsVisible, formulas={} if keeps else None, asides=_asides(sheet))
    if (box.last_row + 1) * (box.last_column + 1) > MAX_CELLS:
        raise Refusal(f"{sheet.Name}: " + TOO_FAR_OUT.format(a1(box.last_row, box.last_column)))
    area = sheet.getCellRangeByPosition(0, 0, box.last_column, box.last_row)
    rows = [list(row) for row in area.getDataArray()]
    formulas = _formulas(sheet)
    for place, text in list(formulas.items()):
        if text in _BOOLEANS:  # so TRUE and FALSE of a workbook file arrive
            _put(rows, place, _BOOLEANS[formulas.pop(place)])
    _errors(sheet, rows)
    _formats(document, sheet, rows)
    return Sheet(sheet.Name, rows, sheet.IsVisible, *_hidden(sheet, box), formulas if formulas or keeps else None,
                 asides=_asides(sheet), **looks(document, sheet, rows)._asdict())


def _put(rows: Rows, place: Place, value: Held) -> None:
    rows[place[0]][place[1]] = value


def _formulas(sheet: Foreign) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for place in sheet.queryFormulaCells(ANY_RESULT).getRangeAddresses():
        area = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
        for row, line in enumerate(area.getFormulaArray(), place.StartRow):
            for column, text in enumerate(line, place.StartColumn):
                found[row, column] = from_calc(text)
    return found


def _errors(sheet: Foreign, rows: Rows) -> None:
    for place in sheet.queryFormulaCells(ERROR).getRangeAddresses():
        for row in range(place.StartRow, place.EndRow + 1):
            for column in range(place.StartColumn, place.EndColumn + 1):
                number = sheet.getCellByPosition(column, row).getError()
                rows[row][column] = BadCell("fejlværdien " + _ERRORS.get(number, f"Err:{number}"))


def _hidden(sheet: Foreign, box: Box) -> tuple[frozenset[int], frozenset[int]]:
    """Rows and columns that are hidden or filtered away, as far as there is content."""
    rows, columns = set(range(box.last_row + 1)), set(range(box.last_column + 1))
    for place in sheet.queryVisibleCells().getRangeAddresses():
        rows.difference_update(range(place.StartRow, min(place.EndRow, box.last_row) + 1))
        columns.difference_update(range(place.StartColumn, min(place.EndColumn, box.last_column) + 1))
    return frozenset(rows), frozenset(columns)


def _asides(sheet: Foreign) -> tuple[Aside, ...]:
    """The notes, and the shapes that have text in them, each at the cell it is anchored to."""
    notes, drawn = sheet.Annotations, sheet.DrawPage
    found = [(note.Position, "note", note.String) for note in map(notes.getByIndex, range(notes.Count))]
    for shape in map(drawn.getByIndex, range(drawn.Count)):
        anchor = shape.Anchor
        if getattr(shape, "String", "") and anchor is not None and shape.ShapeType != NOTE_SHOWN:
            cell = anchor.CellAddress if hasattr(anchor, "CellAddress") else sheet.getCellByPosition(0, 0).CellAddress
            found.append((cell, "tekstboks", shape.String))
    return tuple(Aside((place.Row, place.Column), kind, " ".join(text.split())) for place, kind, text in found)


# ------------------------------------------------------------------------------------- dates


def _formats(document: Foreign, sheet: Foreign, rows: Rows) -> None:
    """Numbers that are dates, times or truth values by their format."""
    null = document.NullDate
    start = datetime.datetime(null.Year, null.Month, null.Day)
    height, width = len(rows), len(rows[0])
    groups = sheet.getUniqueCellFormatRanges()
    for index in range(groups.Count):
        ranges = groups.getByIndex(index)
        kind = document.NumberFormats.getByKey(ranges.getByIndex(0).NumberFormat).Type
        if not kind & (DATE | TIME | LOGICAL):
            continue
        for place in ranges.getRangeAddresses():
            for row in range(place.StartRow, min(place.EndRow + 1, height)):
                for column in range(place.StartColumn, min(place.EndColumn + 1, width)):
                    value = rows[row][column]
                    if isinstance(value, float):
                        rows[row][column] = bool(value) if kind & LOGICAL else moment(value, start)
