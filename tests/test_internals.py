"""What we reach inside other libraries. Each is capped in setup.cfg; to lift a cap, raise it, run this, look.

XlsxWriter: `Worksheet._prepare_formula`, `_write_formula` and `_write_cell`, overridden in addin/reference/worksheet:
formulas stay as written, an empty text is a text, a cell in the range of an array formula has only its value, and every
other cell is what XlsxWriter makes of it. `Worksheet._get_range_data`, overridden there: a chart keeps nothing of an
empty cell. `Workbook._get_packager` and `Packager._create_package`, by which the parts
are had without being packed (addin/hosts/files/sheetwriter). `Workbook.defined_names`, where a name is made hidden and
a sheet's, and `Workbook.sheetnames` (addin/hosts/files/forms).

pypdf: `PdfWriter._add_object`, the only way to put an object of one's own into a PDF (addin/sagsbilag/tags), and that a
drawing taken apart and put together again is the same drawing.

xlwings, in addin/hosts/excel: the converter "raw" (values as the host gave them), a function's `__signature__` read in
place of its code, the import of pyodide once a cell, and the cache of all values read, `pro._xlremote.get_range_api`.
The tests there reach the ends a user's Excel would: `server.custom_functions_call`, `custom_scripts_call`,
`com_server.XLPython.CallUDF`, `Book(json=)`, and the words of its actions (tests/hosts_agree/excel_client.py).

xlwings on Windows, in addin/hosts/excel/desktop: the class its COM server makes an object of (`com_server.XLPython`,
with `CallUDF`), what it does when Python ends (`_xlwindows.cleanup`, which would end other Excels, and is taken off),
and a book of a COM object (`_xlwindows.Book`). Its DLL is called by name: tests/addin/packaging/xlam/test_vba.py.

pyOpenVBA: pinned, for the bytes of Fordel.xlam are its; the tests also run VBA by its interpreter.

xlwings Server: the modules it looks for as `custom_functions` and `custom_scripts`.
"""

from __future__ import annotations

import asyncio
import configparser
import inspect
import io
import re
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pypdf
import pytest
import xlsxwriter
from pypdf.generic import ContentStream, NumberObject, StreamObject
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from addin.hosts.files.forms import HIDDEN, SCOPE
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.reference.worksheet import PlainWorksheet
from addin.workbook import Plan, SheetPlan

ROOT = Path(__file__).parents[1]


def test_xlsxwriter_still_prepares_and_writes_formulas_and_cells_in_one_method_each() -> None:
    signature = inspect.signature(Worksheet._prepare_formula)
    assert list(signature.parameters) == ["self", "formula", "expand_future_functions"]
    assert "_prepare_formula(" in inspect.getsource(Worksheet._write_array_formula)
    assert list(inspect.signature(Worksheet._write_formula).parameters) == [
        "self", "row", "col", "formula", "cell_format", "value"]
    assert "_write_formula(" in inspect.getsource(Worksheet.write_formula)
    assert list(inspect.signature(Worksheet._write_cell).parameters) == ["self", "row", "col", "cell"]
    assert "_write_cell(" in inspect.getsource(Worksheet._write_rows)
    assert list(inspect.signature(Worksheet._get_range_data).parameters) == [
        "self", "row_start", "col_start", "row_end", "col_end"]
    assert "_get_range_data(" in inspect.getsource(xlsxwriter.Workbook._add_chart_data)


def test_xlsxwriter_packs_what_its_packager_hands_out() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("A").write(0, 0, "x")
    made = scratch_workbook(Plan([SheetPlan("x", "A", [])]))
    assert zipfile.ZipFile(io.BytesIO(made)).namelist() == [
        name for name in zipfile.ZipFile(out).namelist() if name != "xl/sharedStrings.xml"]
    packager = xlsxwriter.Workbook(io.BytesIO())._get_packager()
    assert isinstance(packager, Packager) and packager.filenames == []


def test_xlsxwriter_keeps_in_the_second_place_which_sheet_a_name_is_of_and_in_the_fourth_whether_it_is_hidden() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("A")
    book.define_name("Skjult", "=1")
    book.defined_names[-1][HIDDEN] = 1
    book.define_name("Arkets", "=2")
    book.defined_names[-1][SCOPE] = book.sheetnames["A"].index
    book.close()
    with zipfile.ZipFile(out) as package:
        written = package.read("xl/workbook.xml")
    assert b'<definedName name="Skjult" hidden="1">1</definedName>' in written
    assert b'<definedName name="Arkets" localSheetId="0">2</definedName>' in written


def test_pypdf_takes_an_object_and_puts_a_drawing_together_again() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    where = writer._add_object(NumberObject(7))
    assert where.get_object() == 7
    drawing = b"q 0.5 0 0 rg\nBT\n1 2 Td /F1 3 Tf[<01>1<1B>-20<3F>]TJ\nET\nQ\n/P<</MCID 0>>BDC\n1 2 m 3 4 l S\nEMC"
    taken = ContentStream(stream_of(drawing), writer)
    again = ContentStream(stream_of(taken.get_data()), writer)
    assert len(again.operations) == 13 and again.operations == taken.operations


def stream_of(data: bytes) -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    return made


def test_a_cell_is_written_as_xlsxwriter_writes_it() -> None:
    assert cells_by(PlainWorksheet) == cells_by(Worksheet)


def cells_by(kind: type[Worksheet]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, look = book.add_worksheet("Ark", kind), book.add_format({"bold": True})
        for row, style in enumerate((None, look, book.add_format({"num_format": "0.00"}))):
            for column, value in enumerate((1, -0.1, 1e300, 12345678.901234567, 0)):
                sheet.write_number(row, column, value, style)
            sheet.write_string(row, 5, 'a <b> & "c"\n', style)
            sheet.write_boolean(row, 6, True, style)
            for column, value in enumerate((7, 0.1, "te<x>t & \"", "#N/A", True, False), 7):
                sheet.write_formula(row, column, f'=IF(A{row + 1}<>"&",{column},2)', style, value)
            sheet.write_array_formula(row, 14, row, 15, "=A1:B1*2", style, 2)
            sheet.write_blank(row, 16, None, style)
    return zipfile.ZipFile(out).read("xl/worksheets/sheet1.xml")


def test_xlwings_still_has_what_we_reach_inside() -> None:
    from addin.hosts.excel import office_js  # the one that may import it: the licence key stands there

    server, remote = office_js.xlwings.server, office_js._xlremote
    from xlwings.conversion import accessors
    from xlwings.pro import udfs_officejs

    assert list(inspect.signature(server.custom_functions_call).parameters)[:2] == ["data", "module"]
    assert list(inspect.signature(server.custom_scripts_call).parameters) == [
        "module", "script_name", "current_user", "typehint_to_value", "args"]
    assert "raw" in accessors
    assert hasattr(remote.get_range_api, "cache_clear")
    assert "inspect.signature(f)" in inspect.getsource(udfs_officejs.func_sig)
    assert "from pyodide.ffi import" in inspect.getsource(udfs_officejs.js_to_none)


def test_no_cell_is_kept_when_a_button_is_done() -> None:
    from addin.hosts.excel import office_js

    book = office_js.xlwings.Book(json={
        "client": "Office.js", "version": office_js.xlwings.__version__, "names": [], "sheets": [
            {"name": "Ark", "values": [["navn"]], "used_range_address": "A1", "visibility": "Visible"}],
        "book": {"name": "b.xlsx", "active_sheet_index": 0, "selection": "A1", "calculation": "Automatic"}})
    with pytest.raises(office_js.xlwings.XlwingsError):  # there is nothing to distribute
        asyncio.run(office_js.buttons().fordel_pulje(None, book))
    assert office_js._xlremote.get_range_api.cache_info().currsize == 0
    book.close()


def test_nothing_but_office_js_needs_the_licence_key() -> None:
    files = (ROOT / "addin").rglob("*.py")
    named = [path.name for path in files if "xlwings.server" in path.read_text(encoding="utf-8")
             or "xlwings.pro" in path.read_text(encoding="utf-8")]
    imported = [path.name for path in (ROOT / "addin").rglob("*.py")
                if re.search(r"^(from|import) .*\boffice_js\b", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert (named, imported) == (["office_js.py"], ["runtime.py"])  # that of the browser: addin/hosts/excel/web


def test_xlwings_on_windows_still_has_what_we_put_ours_in_place_of() -> None:
    """Read, not imported: there is no pywin32 here."""
    folder = Path(find_spec("xlwings").origin).parent  # type: ignore[union-attr,arg-type]
    server = (folder / "com_server.py").read_text(encoding="utf-8")
    windows = (folder / "_xlwindows.py").read_text(encoding="utf-8")
    assert "serverutil.wrap(XLPython(), reqIID)" in server
    assert "def CallUDF(self, script, fname, args, this_workbook=None, caller=None)" in server
    assert "@atexit.register\ndef cleanup():" in windows
    assert "class Book(base_classes.Book):\n    def __init__(self, xl):" in windows


def test_they_are_capped() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    assert "XlsxWriter>=3.2,<3.4" in config["options"]["install_requires"]
    extras = config["options.extras_require"]
    assert all("xlwings>=0.37.8,<0.38" in extras[name] for name in ("excel", "server", "test"))
    assert all("pyOpenVBA==6.5.0" in extras[name] for name in ("excel", "build", "test"))
    assert all("xlwings-server>=1.20,<1.21" in extras[name] for name in ("server", "test"))
