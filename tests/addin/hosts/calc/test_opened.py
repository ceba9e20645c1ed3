"""A workbook with our functions as Excel writes them, opened as a user does, is live in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from tests.calc.office import Office

pytestmark = pytest.mark.soffice
NAME = 525  # LibreOffice's number of #NAME?


def workbook(path: Path) -> Path:
    """Cached values that are wrong, so that only computing gives the right ones."""
    book = xlsxwriter.Workbook(str(path))
    sheet, locked = book.add_worksheet("Ark"), book.add_worksheet("Låst")
    for each in (sheet, locked):
        each.write_column(0, 0, [1, 3])
    sheet.write_formula("C1", "=SUM(FORDEL_ANDEL(A1:A2))", None, -1)
    sheet.write_formula("C2", "=SUM(_xldudf_FORDEL_ANDEL(A1:A2))+SUM(FORDEL_ANDEL(A1:A2))", None, -1)
    sheet.write_array_formula("D1:D2", "{=FORDEL_ANDEL(A1:A2)}", None, -1)
    sheet.write_formula("E1", '=IF(A1=1,"FORDEL_ANDEL(","")', None, "FORDEL_ANDEL(")
    sheet.write_formula("F1", "=MIN_FORDEL_ANDEL(A1:A2)", None, -1)
    locked.write_formula("C1", "=SUM(FORDEL_ANDEL(A1:A2))", None, -1)
    locked.protect()
    book.close()
    return path


@pytest.fixture
def opened(office: Office, tmp_path: Path) -> Iterator[Office]:
    office.show(str(workbook(tmp_path / "fra Excel.xlsx")))
    yield office
    office.close()


def test_a_formula_is_live_at_once(opened) -> None:
    assert opened.get("Ark!C1") == 1
    assert opened.get("Ark!C2") == 2
    opened.set("Ark!A1", 5)
    assert opened.get("Ark!D1:D2") == [[0.625], [0.375]]


def test_an_array_formula_stays_one(opened) -> None:
    assert opened.get("Ark!D1:D2") == [[0.25], [0.75]]
    assert opened.call("tests.addin.hosts.calc.inside", "array_of", "Ark!D2") == "$Ark.$D$1:$D$2"


def test_texts_and_functions_of_others_are_left_alone(opened) -> None:
    assert opened.get("Ark!E1") == "FORDEL_ANDEL("
    opened.recalc()
    assert opened.get("Ark!F1") == {"error": NAME}


def test_a_protected_sheet_is_left_alone(opened) -> None:
    assert opened.get("Låst!C1") != 1


def test_nothing_is_changed_and_there_is_nothing_to_undo(opened) -> None:
    assert opened.call("tests.addin.hosts.calc.inside", "touched") == [False, False]


def test_what_libreoffice_saves_is_live_when_opened_again(opened, tmp_path) -> None:
    for kind, name in (("Calc MS Excel 2007 XML", "igen.xlsx"), ("calc8", "igen.ods")):
        opened.save(str(tmp_path / name), kind)
    opened.close()
    for name in ("igen.xlsx", "igen.ods"):
        opened.show(str(tmp_path / name))
        opened.recalc()
        assert (opened.get("Ark!C1"), opened.get("Ark!D1:D2")) == (1, [[0.25], [0.75]])
        opened.close()
