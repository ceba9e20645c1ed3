"""Sheets that lie about their size, and what calamine does when it breaks."""

from __future__ import annotations

import pytest

from addin.hosts.files.package import Package
from addin.hosts.files.reading import by_calamine
from addin.hosts.files.snapshot import snapshot
from addin.workbook import BadCell, Refusal, Sheet
from tests.addin.hosts.files.workbook_files import altered, one_sheet

PART = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
SAID = HEAD + '<dimension ref="A1:B2"/>'


def read(sheet_data: str, head: str = SAID) -> Sheet:
    """The one sheet of a workbook; raises Refusal where it is used and cannot be read."""
    data = altered(one_sheet(), {PART: f"{head}<sheetData>{sheet_data}</sheetData></worksheet>".encode()})
    sheet = snapshot(Package(data, "b.xlsx"), data).sheet("Ny")
    assert sheet is not None
    return sheet


NEAR = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
       '<row r="1048576"><c s="0" r = "XFD1048576"><v>1</v></c></row>',
       '<row r="1048576"><c\nr="xfd1048576"><v>1</v></c></row>']


@pytest.mark.parametrize("far", FAR)
@pytest.mark.parametrize("head", [HEAD, SAID])
def test_a_sheet_that_says_it_is_little_is_not_believed(head: str, far: str) -> None:
    with pytest.raises(Refusal, match="b.xlsx har indhold helt ude ved Ny!XFD1048576, langt fra resten"):
        read(NEAR + far, head)


def test_cells_without_addresses_far_out_are_seen_too() -> None:
    with pytest.raises(Refusal, match="b.xlsx har indhold helt ude ved Ny!GR1048576"):
        read(NEAR + '<row r="1048576">' + "<c><v>1</v></c>" * 200 + "</row>")


@pytest.mark.parametrize("bad", ['<row r="x"><c><f>1</f></c></row>', '<row r="4000000000"><c><v>1</v></c></row>',
                                 '<row r="0"><c><f>1</f></c></row>', '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
                                 '<row r="1"><c r="A99999999"><v>1</v></c></row>',
                                 '<row r="1"><c r="A0"><v>1</v></c></row>'])
def test_impossible_addresses_are_damage(bad: str) -> None:
    for head in (HEAD, SAID):
        with pytest.raises(Refusal, match='Arket "Ny" i b.xlsx kan ikke læses'):
            read(NEAR + bad, head)


@pytest.mark.parametrize("said", ["A0:D10", "1:4", "A:D", "x", ""])
def test_what_a_sheet_says_of_its_size_may_be_nonsense(said: str) -> None:
    assert read(NEAR, HEAD + f'<dimension ref="{said}"/>').rows == [[1]]


def test_cells_without_addresses_are_read() -> None:
    sheet = read("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><f>1/0</f></c></row>")
    assert sheet.value(0, 1) == 2 and isinstance(sheet.value(1, 0), BadCell)


@pytest.mark.parametrize(("said", "hidden"), [
    ('ht="0" customHeight="1"', True), ('ht="0.0"', True), ('hidden="1"', True), ("", False),
    ('hidden="true" ht="15"', True), ('hidden="false"', False), ('hidden="0" ht="0"', True), ('ht="0.75"', False),
    ('ht="6" customHeight="1"', False), ('ht="10"', False), ('ht="x"', False), ('ht=""', False)])
@pytest.mark.parametrize("head", [HEAD, SAID])  # with its size said, calamine may read it
@pytest.mark.parametrize("more", ["", "<c><v>2</v></c>"])  # and one without an address is read element by element
def test_a_row_without_height_is_hidden(said: str, hidden: bool, head: str, more: str) -> None:
    sheet = read(NEAR + f'<row r="2" {said}><c r="A2"><v>2</v></c>{more}</row>', head)
    assert sheet.hidden_rows == (frozenset({1}) if hidden else frozenset())


@pytest.mark.parametrize(("said", "hidden"), [('width="0" customWidth="1"', True), ('hidden="1" width="9"', True),
                                              ('width="0.0"', True), ('width="0.7"', False), ('width="9"', False)])
def test_a_column_without_width_is_hidden(said: str, hidden: bool) -> None:
    for head in (HEAD, SAID):
        sheet = read(NEAR, f'{head}<cols><col min="1" max="1" {said}/></cols>')
        assert sheet.hidden_columns == (frozenset({0}) if hidden else frozenset())


def test_empty_error_cells_far_out_take_no_memory() -> None:
    rows = "".join(f'<row r="{r}"><c r="XFD{r}" t="e"/></row>' for r in range(2, 2000))
    assert sum(len(row) for row in read(NEAR + rows, HEAD).rows) < 1000


def test_a_document_type_in_a_sheet_is_refused() -> None:
    with pytest.raises(Refusal, match="dokumenttype"):
        read(NEAR, '<!DOCTYPE w [<!ENTITY a "b">]>' + HEAD)


@pytest.mark.parametrize("said", ['uniqueCount="999999999999"', "uniqueCount = '4000000000'",
                                  'uniqueCount="+99999999999"', 'uniqueCount="&#57;9999999999"'])
def test_shared_strings_that_lie_about_how_many_they_are(said: str) -> None:
    """Calamine makes room for so many, and takes the whole process with it."""
    strings = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" {said}><si/></sst>'
    data = altered(one_sheet(), {"xl/sharedStrings.xml": strings.encode()})
    assert snapshot(Package(data, "b.xlsx"), data).sheets[0].rows == []


class PanicException(BaseException):  # noqa: N818 - as pyo3 calls it
    """What a Rust library raises when it panics: no Exception, so nothing catches it by accident."""


def breaks(problem: BaseException) -> Package:
    raise problem


@pytest.mark.parametrize("problem", [PanicException("x"), ValueError("x"), OSError("x")])
def test_where_calamine_stops_or_panics_our_own_reader_goes_on(monkeypatch: pytest.MonkeyPatch,
                                                               problem: BaseException) -> None:
    monkeypatch.setattr(by_calamine.python_calamine.CalamineWorkbook, "from_filelike", lambda file: breaks(problem))
    assert read(NEAR).rows == [[1]]


def test_who_stops_the_program_is_not_taken_for_calamine(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = KeyboardInterrupt()
    monkeypatch.setattr(by_calamine.python_calamine.CalamineWorkbook, "from_filelike", lambda file: breaks(stop))
    with pytest.raises(KeyboardInterrupt):
        read(NEAR)
