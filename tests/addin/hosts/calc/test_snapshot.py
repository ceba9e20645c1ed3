"""An open document as an action sees it: the same as the file host sees of the file."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.formats import shown
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.workbook import BadCell
from tests.addin.hosts.calc.conftest import Open
from tests.conftest import WORKBOOKS

pytestmark = pytest.mark.soffice
Show = Callable[[Path], Open]


def awkward(path: Path) -> Path:
    """Dates, truth values, errors, texts that look like something else, and what is hidden."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet, hidden = book.add_worksheet("Min's ark"), book.add_worksheet("Skjult")
    date, clock = (book.add_format({"num_format": code}) for code in ("dd-mm-yyyy", "hh:mm"))
    sheet.write_row(0, 0, ["4100", "=ikke en formel", " med blanke ", 0.1, 1e300])
    sheet.write_datetime(1, 0, datetime.datetime(2026, 9, 1), date)
    sheet.write_datetime(1, 1, datetime.datetime(2026, 9, 1, 12, 30), date)
    sheet.write_datetime(1, 2, datetime.time(12, 30), clock)
    sheet.write_boolean(1, 3, True)
    sheet.write_boolean(1, 4, False)
    for column, (text, value) in enumerate((("=1/0", "#DIV/0!"), ("=NA()", "#N/A"), ("=SUM(D1:D1)", 0.1),
                                            ("=IF(D1>0,\"ja;\",\"nej,\")", "ja;"), ("=Skjult!A1", 7))):
        sheet.write_formula(2, column, text, None, value)
    sheet.write_row(4, 1, ["efter", "en", "tom", "række"])
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.set_column(3, 3, None, None, {"hidden": True})
    hidden.write(0, 0, 7)
    hidden.hide()
    book.define_name("Pulje_i_alt", "='Min''s ark'!$A$1")
    book.define_name("Skjult!Egen", "=Skjult!$A$1:$B$4")
    book.close()
    return path


def plain(value: Any) -> Any:
    if isinstance(value, BadCell):
        return {"bad": str(value)}
    if isinstance(value, (datetime.date, datetime.time)):
        return {"at": value.isoformat()}
    return float(value) if type(value) is int else value


def test_it_is_the_file_hosts_snapshot(opened: Show, tmp_path: Path) -> None:
    path = awkward(tmp_path / "svær.xlsx")
    data = path.read_bytes()
    expected = snapshot(Package(data, path.name), data)
    told = opened(path).taken()
    assert told["file"] == "svær.xlsx" and told["ours"] == {}
    assert sorted(told["names"]) == sorted([n.name, n.target.replace("Skjult!", "'Skjult'!"), n.scope]
                                           for n in expected.names)
    for sheet, found in zip(expected.sheets, told["sheets"], strict=True):
        assert found["rows"] == [[plain(value) for value in row] for row in sheet.rows]
        assert (found["name"], found["visible"]) == (sheet.name, sheet.visible)
        assert found["hidden"] == sorted(sheet.hidden_rows)
        assert found["hidden_columns"] == sorted(sheet.hidden_columns)
    assert [text for _, _, text in told["sheets"][0]["formulas"][:2]] == ["=1/0", "=NA()"]
    assert [2, 3, '=IF(D1>0,"ja;","nej,")'] in told["sheets"][0]["formulas"]


def as_seen(path: Path) -> Path:
    """What values do not say: merged cells, struck out ones, formats, and a number in two parts."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Ark")
    looks = [book.add_format({"num_format": code}) for code in (
        "#,##0,", '0.0,, "mio. kr."', "0.0%", "#,##0.00", '#,##0" kr."', ";;;", "[Red]#,##0;-0,", '0.0"1.000,5"')]
    for row, look in enumerate(looks):
        sheet.write(row, 0, 1_234.5, look)
        sheet.write(row, 6, 7 if row % 2 else "tekst", look)
    out, up = book.add_format({"font_strikeout": True}), book.add_format({"font_script": 1})
    sheet.merge_range("C1:C3", "Nord", book.add_format())
    sheet.merge_range("C4:C6", "Syd", book.add_format())
    sheet.merge_range("D1:E1", 7, book.add_format())
    sheet.write(4, 4, "væk", out)
    sheet.write(5, 4, 7, out)
    sheet.write_rich_string(6, 4, "7", up, "1")
    sheet.write_rich_string(7, 4, out, "12", "7")
    sheet.write(8, 4, "71")
    sheet.write_comment("B3", "se 010190-1234")
    sheet.insert_textbox("C12", "Puljen er uændret.\nSe notatet.")
    book.close()
    return path


def test_what_is_seen_of_cells_is_what_the_file_host_sees(opened: Show, tmp_path: Path) -> None:
    path = as_seen(tmp_path / "set.xlsx")
    data = path.read_bytes()
    (expected,) = snapshot(Package(data), data).sheets
    (found,) = opened(path).taken()["sheets"]
    assert sorted(found["merged"]) == sorted(map(str, expected.merged or ()))
    assert found["struck"] == sorted(map(list, expected.struck or ())) == [[4, 4], [5, 4]]
    assert found["runs"] == [[6, 4, ["7", ""], ["1", "hævet"]], [7, 4, ["12", "streget over"], ["7", ""]]]
    assert found["asides"] == sorted([*aside.place, aside.kind, aside.text] for aside in expected.asides)
    assert [(row, column) for row, column, _, _ in found["asides"]] == [(2, 1), (11, 2)]
    numbers = {place: code for place, code in (expected.formats or {}).items()
               if isinstance(expected.value(*place), float)}
    assert {(row, column) for row, column, _ in found["formats"]} == numbers.keys()
    for row, column, code in found["formats"]:
        assert shown(code, 1_234.5) == shown(numbers[row, column], 1_234.5), (code, numbers[row, column])


@pytest.mark.parametrize("name", ["dagtilbud_budget_2023", "boernetaelling_2026", "skoler_besparelse_2020"])
def test_the_shared_workbooks_are_read_as_the_file_host_reads_them(opened: Show, name: str) -> None:
    path = WORKBOOKS / f"{name}.xlsx"
    data = path.read_bytes()
    expected = snapshot(Package(data, path.name), data)
    for sheet, found in zip(expected.sheets, opened(path).taken()["sheets"], strict=True):
        differ = [(r, c, cell, found["rows"][r][c]) for r, row in enumerate(sheet.rows) for c, cell in enumerate(row)
                  if not isinstance(cell, BadCell) and plain(cell) != found["rows"][r][c]]
        assert differ == []
        # Calc has computed what carries no value in the file.
        assert not any(isinstance(cell, dict) and "bad" in cell for row in found["rows"] for cell in row)


def test_an_unsaved_document_is_read_as_it_is_on_the_screen(opened: Show) -> None:
    book = opened(WORKBOOKS / "dagtilbud_budget_2023.xlsx")
    book.office.set("Forudsætninger!B7", 1234)
    sheets = {sheet["name"]: sheet for sheet in book.taken()["sheets"]}
    assert sheets["Forudsætninger"]["rows"][6][1] == 1234
