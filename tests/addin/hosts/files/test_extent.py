"""Sheets that lie about their size, and what calamine does when it breaks."""

from __future__ import annotations

import pytest

from addin.hosts.files import refusals
from addin.hosts.files.extent import reading
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.workbook import BadCell, Refusal, Snapshot
from tests.addin.hosts.files.workbook_files import altered, one_sheet

PART = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
SAID = HEAD + '<dimension ref="A1:B2"/>'


def read(sheet_data: str, head: str = SAID) -> Snapshot:
    data = altered(one_sheet(), {PART: f"{head}<sheetData>{sheet_data}</sheetData></worksheet>".encode()})
    return snapshot(Package(data, "b.xlsx"), data)


NEAR = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
       '<row r="1048576"><c s="0" r = "XFD1048576"><v>1</v></c></row>',
       '<row r="1048576"><c\nr="xfd1048576"><v>1</v></c></row>',
       '<row r="1048576">' + "<c><v>1</v></c>" * 200 + "</row>"]


@pytest.mark.parametrize("far", FAR)
def test_a_sheet_that_says_it_is_little_is_not_believed(far: str) -> None:
    with pytest.raises(Refusal, match="b.xlsx har indhold helt ude ved Ny!|beskadiget"):
        read(NEAR + far)


@pytest.mark.parametrize("bad", ['<row r="x"><c><f>1</f></c></row>', '<row r="4000000000"><c><v>1</v></c></row>',
                                 '<row r="0"><c><f>1</f></c></row>', '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
                                 '<row r="1"><c r="A99999999"><v>1</v></c></row>'])
def test_impossible_addresses_are_damage(bad: str) -> None:
    for head in (HEAD, SAID):
        with pytest.raises(Refusal, match="b.xlsx er beskadiget"):
            read(NEAR + bad, head)


def test_cells_without_addresses_are_read() -> None:
    sheet = read("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><f>1/0</f></c></row>").sheets[0]
    assert sheet.value(0, 1) == 2 and isinstance(sheet.value(1, 0), BadCell)


def test_empty_error_cells_far_out_take_no_memory() -> None:
    rows = "".join(f'<row r="{r}"><c r="XFD{r}" t="e"/></row>' for r in range(2, 2000))
    sheet = read(NEAR + rows, HEAD).sheets[0]
    assert sum(len(row) for row in sheet.rows) < 1000


def test_a_document_type_in_a_sheet_is_refused() -> None:
    with pytest.raises(Refusal, match="dokumenttype"):
        read(NEAR, '<!DOCTYPE w [<!ENTITY a "b">]>' + HEAD)


@pytest.mark.parametrize("said", ['uniqueCount="999999999999"', "uniqueCount = '4000000000'",
                                  'uniqueCount="+99999999999"', 'uniqueCount="&#57;9999999999"'])
def test_shared_strings_that_lie_about_how_many_they_are(said: str) -> None:
    strings = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" {said}><si/></sst>'
    data = altered(one_sheet(), {"xl/sharedStrings.xml": strings.encode()})
    with pytest.raises(Refusal, match="b.xlsx er beskadiget .*(?i:sharedstrings)"):
        snapshot(Package(data, "b.xlsx"), data)


class PanicException(BaseException):  # noqa: N818 - as pyo3 calls it
    """What a Rust library raises when it panics: no Exception, so nothing catches it by accident."""


def test_a_panic_in_rust_is_a_file_that_cannot_be_read() -> None:
    for problem in (PanicException("x"), ValueError("x"), OSError("x")):
        with pytest.raises(Refusal) as refusal, reading("b.xlsx"):
            raise problem
        assert str(refusal.value) == refusals.DAMAGED.format(file="b.xlsx", part="indholdet kan ikke læses")
    with pytest.raises(KeyboardInterrupt), reading("b.xlsx"):
        raise KeyboardInterrupt
    with pytest.raises(Refusal, match="fylder mere"), reading("b.xlsx"):
        raise MemoryError
