"""An open workbook as a Snapshot, by COM: a few reads of each sheet, and formulas and hidden rows with it.

Value2 has every number whole; Value says which of them are dates, and cuts amounts with a currency to four decimals.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from addin.addresses import unquoted
from addin.clock import moment
from addin.foreign import Foreign
from addin.hosts.excel.functions import com_error
from addin.hosts.excel.snapshot import our_sheets
from addin.workbook import BadCell, Calculation, Held, Name, Place, Refusal, Sheet, Snapshot, a1
from workbook_templates import opsaetning

MAX_CELLS = 5_000_000  # one stray cell far out would take all memory
TOO_FAR_OUT = ("{}: arket har indhold helt ude ved {}, langt fra resten. Er det kommet dér ved en fejl, så slet det, "
               "og prøv igen.")
START, START_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
VISIBLE, VISIBLE_CELLS, MANUAL = -1, 12, -4135  # xlSheetVisible, xlCellTypeVisible, xlCalculationManual
Rows = Sequence[Sequence[object]]


def snapshot(book: Foreign) -> Snapshot:
    """All sheets and names of the workbook, whether it is saved or not: what is on the screen is what counts."""
    found = tuple(names(book))
    ours = our_sheets(found)
    start = START_1904 if book.api.Date1904 else START
    keeps = ours.get(opsaetning.NOEGLE)
    sheets = tuple(_sheet(sheet.api, start, sheet.name == keeps) for sheet in book.sheets)
    said = Calculation(manual=book.app.api.Calculation == MANUAL, as_displayed=bool(book.api.PrecisionAsDisplayed))
    return Snapshot(book.name, sheets, found, ours, calculation=said if any(said) else None)


def names(book: Foreign) -> list[Name]:
    """The defined names; one of a sheet carries the sheet before a "!"."""
    found = []
    for name in book.api.Names:
        sheet, _, plain = str(name.Name).rpartition("!")
        found.append(Name(plain, str(name.RefersTo).removeprefix("="), unquoted(sheet) or None))
    return found


def _sheet(sheet: Foreign, start: datetime.datetime, keeps: bool) -> Sheet:
    """From A1 on. `keeps` tells the sheet of settings, whose formulas are there even when there are none."""
    used = sheet.UsedRange
    height, width = used.Row + used.Rows.Count - 1, used.Column + used.Columns.Count - 1
    if height * width > MAX_CELLS:
        raise Refusal(TOO_FAR_OUT.format(sheet.Name, a1(height - 1, width - 1)))
    area = sheet.Range(sheet.Cells(1, 1), sheet.Cells(height, width))
    numbers, dated, written = map(_rows, (area.Value2, area.Value, area.Formula))
    rows = [[_held(number, shown, start) for number, shown in zip(*lines)] for lines in zip(numbers, dated)]
    formulas = {(row, column): text for row, line in enumerate(written) for column, text in enumerate(line)
                if isinstance(text, str) and text.startswith("=") and text != numbers[row][column]}
    rows_hidden, columns_hidden = _hidden(area, height, width)
    return Sheet(sheet.Name, rows, sheet.Visible == VISIBLE, rows_hidden, columns_hidden,
                 formulas if formulas or keeps else None)


def _rows(value: object) -> Rows:
    """A range of one cell arrives without rows."""
    return value if isinstance(value, (tuple, list)) else ((value,),)


def _held(number: object, shown: object, start: datetime.datetime) -> Held:
    """A number is a float, an error is an int, and what Value has as a time is one."""
    if type(number) is float:
        return moment(number, start) if isinstance(shown, datetime.datetime) else number
    if type(number) is int:
        mark = com_error(number)
        return float(number) if mark is None else BadCell(f"fejlværdien {mark}")
    assert number is None or isinstance(number, (str, bool)), type(number)
    return number


def _hidden(area: Foreign, height: int, width: int) -> tuple[frozenset[int], frozenset[int]]:
    """Rows and columns that are hidden or filtered away. Of one cell Excel would tell of the whole sheet."""
    if height * width == 1:
        return frozenset(), frozenset()
    rows, columns = set(range(height)), set(range(width))
    for place in _visible(area):
        rows.difference_update(range(place.Row - 1, place.Row - 1 + place.Rows.Count))
        columns.difference_update(range(place.Column - 1, place.Column - 1 + place.Columns.Count))
    return frozenset(rows), frozenset(columns)


def _visible(area: Foreign) -> Sequence[Foreign]:
    """The pieces that can be seen: all of it where Excel does not say, as of a protected sheet; none where it finds
    none."""
    try:
        return list(area.SpecialCells(VISIBLE_CELLS).Areas)
    except Exception:  # pywin32's com_error, which is none of Python's
        return [area]


def values(sheet: Sheet) -> dict[Place, Held]:
    """The cells of a sheet that hold something, by place."""
    return {(row, column): value for row, line in enumerate(sheet.rows) for column, value in enumerate(line)
            if value is not None and value != ""}
