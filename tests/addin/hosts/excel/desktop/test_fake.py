"""The stand-in for Excel: it has what is written down, and refuses the rest."""

from __future__ import annotations

import re

import pytest

from tests.addin.hosts.excel.desktop.fake import base, books, cells, charts, looks, names, paper
from tests.addin.hosts.excel.desktop.fake.members import MEMBERS, page

OURS = {"Range.CLSID"}  # by which xlwings knows that it is one


def there() -> set[str]:
    kinds = [kind for module in (books, cells, charts, looks, names, paper) for kind in vars(module).values()
             if isinstance(kind, type) and issubclass(kind, base.ComObject) and kind._kind]
    return {f"{kind._kind}.{name}" for kind in kinds for name in base.members(kind)} - OURS


def test_every_member_is_in_the_table_and_nothing_else_is() -> None:
    assert there() == set(MEMBERS)


@pytest.mark.parametrize("member", MEMBERS)
def test_every_member_has_its_page(member: str) -> None:
    assert re.fullmatch(r"https://learn\.microsoft\.com/office/vba/api/excel\.[a-z]+\.[a-z0-9]+", page(member))


def test_what_is_not_there_stops_whatever_catches_errors() -> None:
    sheet = books.Worksheet(books.Workbook(books.Application(), "b.xlsx"), "Ark")
    for use in (lambda: sheet.Outline, lambda: setattr(sheet, "Tab", 1), lambda: setattr(sheet, "Index", 1)):
        with pytest.raises(base.Unknown):
            try:
                use()
            except Exception:  # as careless code would
                pytest.fail("passed over")


def test_what_is_typed_is_what_excel_makes_of_it() -> None:
    book = books.Workbook(books.Application(), "b.xlsx")
    sheet = books.Worksheet(book, "Ark")
    sheet.Range("A1:B2").Formula = [["'4100", 7], ["=A1", True]]
    assert sheet.Range("A1:B2").Value2 == (("4100", 7.0), (None, True))
    assert sheet.Range("A1:B2").Formula == (("4100", 7.0), ("=A1", True))
    assert sheet.UsedRange.Address == "$A$1:$B$2"
    with pytest.raises(AssertionError):  # it would become a number
        sheet.Range("A1").Value = "4100"
    with pytest.raises(base.ComError):
        sheet.Range("A1:A2").FormulaArray = "=" + "1+" * 127 + "11"
    sheet.Range("A1:A2").FormulaArray = "=" + "1+" * 126 + "11"
    assert sheet.Range("A2").HasArray
