"""Grafted files in a real LibreOffice: it opens them, and what it saves is known again in the next run."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from addin import libreoffice
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from tests.addin.hosts.files.workbook_files import FOLDER, TEXTS, WORKBOOKS, grafted, sheet_names
from tests.calc.office import Office

# Saving the last of all cells (XFD1048576) takes LibreOffice minutes, with our sheets or without.
SLOW_TO_SAVE = "comment03.xlsx"
NAMES = {path.name for path in WORKBOOKS} - {SLOW_TO_SAVE}


@pytest.fixture(scope="module")
def saved() -> dict[str, bytes]:
    """What LibreOffice makes of each grafted file, by name: one start of the program for all."""
    office = libreoffice.program()
    assert office is not None
    files = {path.name: grafted(path.read_bytes()) for path in WORKBOOKS if path.name in NAMES}
    return libreoffice.all_converted(office, files, "xlsx")


@pytest.mark.soffice
def test_every_file_is_opened_and_saved(saved: dict[str, bytes]) -> None:
    assert set(saved) == NAMES
    for name in NAMES:
        original = next(FOLDER.rglob(name)).read_bytes()
        book = CalamineWorkbook.from_filelike(io.BytesIO(saved[name]))
        assert book.sheet_names == [*sheet_names(original), "Fordeling", "Fordeling data"]
        rows = book.get_sheet_by_name("Fordeling").to_python()
        assert [row[0] for row in rows[1:4]] == TEXTS and rows[4][1] == 63.0


@pytest.mark.soffice
def test_our_sheets_are_known_again_and_replaced_in_place(saved: dict[str, bytes]) -> None:
    for data in saved.values():
        assert our_sheets(Package(data)) == {"resultat": "Fordeling", "data": "Fordeling data"}
        again = grafted(data, first=99.0)
        assert sheet_names(again) == sheet_names(data)
        rows = CalamineWorkbook.from_filelike(io.BytesIO(again)).get_sheet_by_name("Fordeling").to_python()
        assert rows[1][1] == 99.0
        assert grafted(again, first=99.0) == again


@pytest.mark.soffice
def test_the_one_that_is_slow_to_save_is_opened(office: Office, tmp_path: Path) -> None:
    original = next(FOLDER.rglob(SLOW_TO_SAVE)).read_bytes()
    (tmp_path / SLOW_TO_SAVE).write_bytes(grafted(original))
    assert office.open(str(tmp_path / SLOW_TO_SAVE))
    try:
        assert office.sheets() == [*sheet_names(original), "Fordeling", "Fordeling data"]
    finally:
        office.close()
