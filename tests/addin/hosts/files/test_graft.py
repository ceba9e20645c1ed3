"""The graft over every workbook: nothing of theirs is lost, ours is there, a second run changes nothing."""

from __future__ import annotations

import collections
import io
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from addin.hosts.files.graft import graft, our_sheets
from addin.hosts.files.package import Package
from tests.addin.hosts.files.workbook_files import (
    BUDGET,
    KEYS,
    TEXTS,
    WORKBOOKS,
    grafted,
    one_sheet,
    opened,
    orphans,
    parts,
    raw_entries,
    scratch,
    sheet_names,
    tree,
)

EDITED = {"[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
every_workbook = pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)


def test_the_workbooks_are_there() -> None:
    assert len(WORKBOOKS) == 50


@every_workbook
def test_foreign_parts_keep_their_compressed_bytes(path: Path) -> None:
    before = raw_entries(path.read_bytes())
    after = raw_entries(grafted(path.read_bytes()))
    assert list(after)[: len(before)] == list(before)  # in their old order, ours last
    for name, entry in before.items():
        if name.lower() not in EDITED:
            assert after[name] == entry, name


@every_workbook
def test_edited_parts_still_hold_every_element(path: Path) -> None:
    before, after = parts(path.read_bytes()), parts(grafted(path.read_bytes()))
    for name in before:
        if name.lower() in EDITED:
            lost = _elements(before[name]) - _elements(after[name])
            assert not lost, (name, lost)


def _elements(xml: bytes) -> collections.Counter[tuple[str, ...]]:
    """All elements with their attributes and text. `count` is what a list says of its own length."""
    return collections.Counter(
        (str(e.tag), (e.text or "").strip(), *sorted(f"{k!s}={v!s}" for k, v in e.items() if k != "count"))
        for e in etree.fromstring(xml).iter()
    )


@every_workbook
def test_a_second_run_changes_nothing(path: Path) -> None:
    once = grafted(path.read_bytes())
    twice = grafted(once)
    assert twice == once
    assert orphans(twice) == orphans(path.read_bytes())


@every_workbook
def test_a_second_run_with_other_amounts_changes_our_sheet_only(path: Path) -> None:
    once = parts(grafted(path.read_bytes()))
    twice = parts(grafted(grafted(path.read_bytes()), first=99.0))
    assert list(once) == list(twice)
    changed = [name for name in once if once[name] != twice[name]]
    assert changed == [Package(grafted(path.read_bytes())).sheets[-2].part]


@every_workbook
def test_values_are_read_back(path: Path) -> None:
    result = grafted(path.read_bytes())
    book = CalamineWorkbook.from_filelike(io.BytesIO(result))
    assert book.sheet_names == [*sheet_names(path.read_bytes()), *KEYS]
    rows = book.get_sheet_by_name("Fordeling").to_python(skip_empty_area=False)
    assert rows[0][:2] == ["Navn", "Beløb"]
    assert [row[:2] for row in rows[1:4]] == [[t, 10.5 * n] for n, t in enumerate(TEXTS, 1)]
    assert rows[4][1] == 63.0
    assert our_sheets(Package(result)) == {"resultat": "Fordeling", "data": "Fordeling data"}


@every_workbook
def test_formats_are_kept_and_ours_arrive(path: Path) -> None:
    before, after = opened(path.read_bytes()), opened(grafted(path.read_bytes()))
    for sheet in before.worksheets:
        for cell in list(sheet._cells.values())[:2000]:  # iter_rows would make up a million empty ones
            assert _look(cell) == _look(after[sheet.title][cell.coordinate])
    ours = after["Fordeling"]
    assert ours["A2"].value == TEXTS[0] and ours["B5"].value == "=SUM(B2:B4)"
    assert ours["B2"].number_format == '#,##0.00 "kr."'
    assert ours["A1"].font.b and ours["A1"].fill.fgColor.rgb == "FF1F4E79" and ours["A1"].border.left.style
    assert ours.row_dimensions[9].font.b and ours.column_dimensions["B"].number_format == '#,##0.00 "kr."'
    rule = [rule for rules in ours.conditional_formatting for rule in rules.rules][0]
    assert rule.dxf.font.color.rgb == "FF9C0006" and rule.dxf.numFmt.formatCode == "0.000"
    assert ours.print_title_rows == "$1:$1" and ours.print_area == "'Fordeling'!$A$1:$B$6"
    assert len(ours._charts) == 1 and ours["A7"].hyperlink.target == "https://example.org/?a=1&b=2"
    assert after.defined_names["Fordel_sum"].value == "'Fordeling'!$B$5"


def _look(cell: openpyxl.cell.cell.Cell) -> tuple[object, ...]:
    return cell.number_format, repr(cell.font), repr(cell.fill), repr(cell.border), repr(cell.alignment)


def test_unformatted_cells_look_like_the_users_normal() -> None:
    result = grafted(BUDGET.read_bytes())
    cell = tree(result, Package(result).sheets[-2].part).find(".//{*}c[@r='A2']")
    assert cell is not None and cell.get("s", "0") == "0" and cell.get("t") == "inlineStr"


def test_our_sheets_are_not_selected() -> None:
    result = grafted(BUDGET.read_bytes())
    for sheet in Package(result).sheets[-2:]:
        assert b"tabSelected" not in parts(result)[sheet.part]


def test_the_chart_keeps_its_alternative_text() -> None:
    before, after = parts(BUDGET.read_bytes()), parts(grafted(BUDGET.read_bytes()))
    new = [name for name in after if name not in before and "/drawings/drawing" in name]
    assert len(new) == 1 and 'descr="Søjler over beløb"' in after[new[0]].decode()


def test_a_sheet_of_ours_is_replaced_where_it_stands_under_a_new_name() -> None:
    once = grafted(BUDGET.read_bytes())
    twice = grafted(once, name="Fordeling 2027")
    assert sheet_names(twice) == [*sheet_names(BUDGET.read_bytes()), "Fordeling 2027", "Fordeling data"]
    assert our_sheets(Package(twice)) == {"resultat": "Fordeling 2027", "data": "Fordeling data"}
    old, new = Package(once), Package(twice)
    assert [s.sheet_id for s in old.sheets] == [s.sheet_id for s in new.sheets]
    assert _ids(once) == _ids(twice)
    assert {n.text for n in new.names if n.name == "Fordel_sum"} == {"'Fordeling 2027'!$B$5"}


def _ids(data: bytes) -> list[str]:
    return [
        next(str(v) for k, v in s.items() if str(k).endswith("}id"))
        for s in tree(data, "xl/workbook.xml").iter("{*}sheet")
    ]


def test_sheets_not_mentioned_stay_and_dropped_ones_go_without_a_trace() -> None:
    original = BUDGET.read_bytes()
    both = grafted(original)
    without = graft(Package(both), scratch(), KEYS)
    assert without == both
    data_only = graft(Package(both), one_sheet(), {"Ny": "ny"}, drop=["resultat"])
    assert our_sheets(Package(data_only)) == {"data": "Fordeling data", "ny": "Ny"}
    assert sheet_names(data_only) == [*sheet_names(original), "Fordeling data", "Ny"]
    assert orphans(data_only) == set()
    old = next(s.part for s in Package(both).sheets if s.name == "Fordeling data")
    assert raw_entries(both)[old] == raw_entries(data_only)[old]
    names = [(n.name, n.scope) for n in Package(data_only).names]
    assert ("Fordel_sum", None) not in names and ("_xlnm._FilterDatabase", "Fordeling data") in names


def test_styles_shared_strings_and_parts_do_not_grow_in_ten_runs() -> None:
    data = once = grafted(BUDGET.read_bytes())
    for run in range(10):
        data = grafted(data, first=float(run), name=f"Kørsel {run}")
    assert parts(data)["xl/styles.xml"] == parts(once)["xl/styles.xml"]
    assert list(parts(data)) == list(parts(once))


def test_sixty_thousand_rows_are_moved_in_linear_time() -> None:
    data = BUDGET.read_bytes()
    result = grafted(data, rows=60_000)
    book = CalamineWorkbook.from_filelike(io.BytesIO(result))
    assert len(book.get_sheet_by_name("Fordeling data").to_python()) == 60_000


def test_no_new_complaint_of_the_validator(tmp_path: Path) -> None:
    validator = OpenXmlValidator()  # it learns the same schemas for all
    for path in WORKBOOKS:
        target = tmp_path / path.name
        target.write_bytes(grafted(path.read_bytes()))
        before, after = (validator.validate(str(p)) for p in (path, target))
        new = {str(e) for e in after.errors} - {str(e) for e in before.errors}
        # It warns that Excel moves our strings to the shared ones when it saves; nothing is lost by that.
        assert {error for error in new if "inline-string cell(s)" not in error} == set(), path.name
