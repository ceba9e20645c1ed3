"""The VBA of Fordel.xlam, run: a workbook from another PC, whose formulas look for the add-in where it was there."""

from __future__ import annotations

from typing import Any

from tests.addin.hosts.excel.desktop.fake import books
from tests.addin.hosts.excel.desktop.fake.base import ComError, kept
from tests.addin.hosts.excel.desktop.fake.cells import Kept
from tests.addin.hosts.excel.desktop.runtime import NAME_ERROR, VALUE_ERROR
from tests.addin.hosts.excel.desktop.vba import XLSTART, Addin

THERE = "C:\\Users\\Anna\\AppData\\Roaming\\Microsoft\\Excel\\XLSTART\\Fordel.xlam"
OURS = XLSTART + "Fordel.xlam"


class Linked(books.Workbook):
    """A workbook with links; whatever is written makes it unsaved."""

    _kind = "Workbook"
    Saved = kept("Saved", True)
    FullName = property(lambda self: self._path)

    def __init__(self, *links: str, path: str = "C:\\Budget\\Budget.xlsx"):
        super().__init__(books.Application(), "Budget.xlsx")
        self._links, self._path, self._moved, self._stuck = list(links), path, [], False

    def LinkSources(self, kind: int) -> Any:
        assert kind == 1
        return tuple(self._links) or None

    def ChangeLink(self, old: str, new: str, kind: int) -> None:
        if self._stuck:
            raise ComError()
        self.Saved = False
        self._moved.append((old, new))

    def _sheet(self, **cells: Any) -> books.Worksheet:
        made = Watched(self, f"Ark {len(self._sheets) + 1}")
        self._sheets.append(made)
        for address, value in cells.items():
            place = made.Range(address)
            made._cells[place._row, place._column] = value
        return made


class Watched(books.Worksheet):
    def _enter(self, row: int, column: int, value: Any) -> None:
        super()._enter(row, column, value)
        self._book.Saved = False
        self._written = [*getattr(self, "_written", []), (row, column)]


def test_a_link_to_another_pc_is_moved_and_the_workbook_is_as_saved_as_it_was(addin: Addin) -> None:
    book = Linked("C:\\Data\\andet.xlsx", THERE)
    book._sheet(A1=Kept(7.0))
    addin.call("LinksGenkend", book)
    assert book._moved == [(THERE, OURS)] and book.Saved is True and addin.boxes() == []


def test_a_workbook_that_was_not_saved_stays_so(addin: Addin) -> None:
    book = Linked(THERE)
    book._sheet()
    book.Saved = False
    addin.call("LinksGenkend", book)
    assert book.Saved is False


def test_a_path_in_a_formula_is_taken_out(addin: Addin) -> None:
    book = Linked()
    sheet = book._sheet(
        A1=Kept(7.0, f"='{THERE}'!FORDEL_ANDEL(B1:B3)+'{THERE.lower()}'!FORDEL_BOERN(1,2)"),
        A2=Kept(7.0, "=Fordel.xlam!FORDEL_ANDEL('Ark ''2'!B1)"), A3=Kept("FORDEL_ANDEL er en funktion"),
        A4=Kept(7.0, "=SUM(B1:B3)"))
    addin.call("LinksGenkend", book)
    assert sheet._cells[0, 0].formula == "=FORDEL_ANDEL(B1:B3)+FORDEL_BOERN(1,2)"
    assert sheet._cells[1, 0].formula == "=FORDEL_ANDEL('Ark ''2'!B1)"
    assert sheet._written == [(0, 0), (1, 0)] and book.Saved is True


def test_a_name_that_was_not_known_is_entered_again_and_what_is_well_is_left_alone(addin: Addin) -> None:
    book = Linked()
    sheet = book._sheet(A1=Kept(NAME_ERROR, "=FORDEL_ANDEL(B1:B3)"), A2=Kept(0.5, "=FORDEL_ANDEL(B1:B3)"),
                        A3=Kept(VALUE_ERROR, "=FORDEL_ANDEL(B1:B3)"), A4=Kept(NAME_ERROR, "=ANDET(1)"))
    addin.call("LinksGenkend", book)
    assert sheet._written == [(0, 0)]


def test_an_array_formula_is_entered_once_and_whole(addin: Addin) -> None:
    book = Linked()
    sheet = book._sheet()
    area = sheet.Range("A1:A3")
    area.FormulaArray = f"='{THERE}'!FORDEL_ANDEL(B1:B3)"
    for row in range(3):
        sheet._cells[row, 0] = Kept(NAME_ERROR, f"='{THERE}'!FORDEL_ANDEL(B1:B3)")
    addin.call("LinksGenkend", book)
    assert sheet._cells[0, 0].formula == "=FORDEL_ANDEL(B1:B3)" and sheet._arrays[2, 0]._height == 3
    assert not hasattr(sheet, "_written")  # never cell by cell


def test_a_protected_sheet_is_told_and_left_alone(addin: Addin) -> None:
    book = Linked(THERE)
    book._stuck = True  # as Excel is, where a sheet is protected
    sheet = book._sheet(A1=Kept(7.0, f"='{THERE}'!FORDEL_ANDEL(B1)"))
    sheet.ProtectContents = True
    other = book._sheet(A1=Kept(NAME_ERROR, "=FORDEL_ANDEL(B1)"))
    addin.call("LinksGenkend", book)
    boxes = addin.boxes()
    assert len(boxes) == 1 and "beskyttet" in boxes[0] and boxes[0].endswith("\nArk 1")
    assert THERE in sheet._cells[0, 0].formula and other._written == [(0, 0)] and book.Saved is True


def test_nothing_is_written_in_a_workbook_without_our_functions(addin: Addin) -> None:
    book = Linked("C:\\Data\\andet.xlsx")
    sheet = book._sheet(A1=Kept(NAME_ERROR, "=ANDET(1)"), B9=Kept(3.0))
    book._sheet()
    addin.call("LinksGenkend", book)
    assert book._moved == [] and not hasattr(sheet, "_written") and addin.boxes() == []


def test_a_link_that_is_right_is_left_alone(addin: Addin) -> None:
    book = Linked(OURS.upper())
    book._sheet()
    addin.call("LinksGenkend", book)
    assert book._moved == []


def test_the_add_in_does_not_look_at_itself(addin: Addin) -> None:
    addin.call("LinksGenkend", Linked(THERE, path=OURS))
    assert addin.boxes() == []


def test_a_workbook_excel_will_not_let_be_read_is_told(addin: Addin) -> None:
    class Broken(Linked):
        @property
        def Worksheets(self) -> Any:
            raise ComError("Adgang nægtet")

    addin.call("LinksGenkend", Broken())
    assert addin.boxes() == ["Fordels funktioner i Budget.xlsx kunne ikke kendes igen: Adgang nægtet"]


def test_protected_view_is_told_in_the_status_bar(addin: Addin) -> None:
    addin.call("LinksFortael", Linked("C:\\Data\\andet.xlsx"))
    assert addin.excel.StatusBar is False
    addin.call("LinksFortael", Linked(THERE))
    assert "Aktivér redigering" in addin.excel.StatusBar
