"""Our sheets as XlsxWriter writes them: what Excel wants and no other program misses."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree

from addin.hosts.files.sheetwriter import scratch_workbook
from addin.sheets import figur
from addin.workbook import HIGHEST, Block, Cell, Formula, Plan, SheetPlan
from tests.addin.hosts.files.workbook_files import parts
from tests.addin.sheets.committee import example
from tests.planning import case, planned

FIRST = "xl/worksheets/sheet1.xml"


def written(*cells: Cell, blocks: list[Block] | None = None) -> str:
    sheet = SheetPlan("fordeling", "Fordeling", list(cells), blocks=blocks or [])
    return parts(scratch_workbook(Plan([sheet])))[FIRST].decode()


@pytest.mark.parametrize("value, kind", [("", ' t="str"'), ("Solen", ' t="str"'), (0, ""), (2.5, ""), (True, ' t="b"')])
def test_a_formula_says_whether_it_gives_a_text(value: Any, kind: str) -> None:
    shown = int(value) if isinstance(value, bool) else value
    assert f'<c r="A1" s="1"{kind}><f>B1</f><v>{shown}</v></c>' in written(Cell(0, 0, Formula("=B1", value), "fed"))


@pytest.mark.parametrize("cell, last", [((0, 0), "B12"), ((0, 5), "F12"), ((29, 0), "B30"), ((29, 27), "AB30")])
def test_a_sheet_says_that_it_covers_its_cells_and_its_blocks(cell: tuple[int, int], last: str) -> None:
    blocks = [Block(9, column, [1.0, 2.0, 3.0]) for column in (0, 1)]
    xml = written(Cell(*cell, "Nr.", "tekst"), blocks=blocks)
    assert re.findall('<dimension ref="([^"]*)"/>', xml) == [f"A1:{last}"]


def test_what_is_picked_from_a_list_stays_a_text_and_numbers_end_in_no_comma() -> None:
    taken = case({"Budget": [("Institution", "0-2 år", "3-5 år", "Nøgle"), ("Solen", 10, 20, 3), ("Månen", 12, 30, 4)]},
                 {"navn": "Budget!$A$2:$A$3", "boern_0_2": "Budget!$B$2:$B$3", "boern_3_5": "Budget!$C$2:$C$3",
                  "noegle": "Budget!$D$2:$D$3"}, pulje=100)
    plan = planned(taken)
    setup = next(sheet for sheet in plan.sheets if sheet.key == "opsaetning")
    picked = {(choice.area.row, choice.area.column) for choice in setup.choices}
    assert len(picked) > 5
    assert all("valg" in cell.style.split() for cell in setup.cells if (cell.row, cell.column) in picked)
    styles = parts(scratch_workbook(plan))["xl/styles.xml"].decode()
    codes = re.findall('formatCode="([^"]*)"', styles)
    assert codes and not [code for code in codes if re.search(r"\.#|\.$", code)]


def test_the_bars_have_their_room_and_every_name_is_shown_in_every_program() -> None:
    """Left to itself LibreOffice leaves out every other name."""
    (xml,) = (data.decode() for name, data in parts(scratch_workbook(planned(example()))).items()
              if name.startswith("xl/charts/chart"))
    chart, = planned(example()).sheets[0].charts
    inner = re.search('<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/>(.*?)</c:manualLayout>', xml)
    assert inner is not None
    share = {key: float(value) for key, value in re.findall(r'<c:([xywh]) val="([0-9.]+)"/>', inner[1])}
    assert share["x"] * chart.width == pytest.approx(chart.names)
    assert share["h"] * chart.height == pytest.approx(12 * figur.BAR)
    assert share["x"] + share["w"] < 1 and share["y"] + share["h"] < 1
    assert '<c:tickLblSkip val="1"/>' in xml


def test_what_is_taken_apart_again_is_not_packed_and_otherwise_the_same() -> None:
    plan = Plan([SheetPlan("fordeling", "Fordeling", [Cell(0, 0, "Solen", "fed")], blocks=[Block(1, 0, [1.5, 2])])])
    packed, loose = scratch_workbook(plan), scratch_workbook(plan, packed=False)
    assert parts(packed) == parts(loose) and parts(packed) == parts(scratch_workbook(plan))
    kinds = [{info.compress_type for info in zipfile.ZipFile(io.BytesIO(data)).infolist()} for data in (packed, loose)]
    assert kinds == [{zipfile.ZIP_DEFLATED}, {zipfile.ZIP_STORED}]


def test_a_sign_that_xml_has_not_is_no_part_of_what_is_written() -> None:
    """In a cell it is written as Excel writes it; in the words about a picture it is nothing."""
    names = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3", "boern": "Ark!$C$2:$C$3"}
    rows = [["Institution", "Nøgle", "Børn"], ["So\x01len", 3, 40], ["_x0041_\x0bb\ufffe", 5, 40]]
    made = parts(scratch_workbook(planned(case({"Ark": rows}, names, pulje=1000, udgave="1"))))
    for name, data in made.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    values = {value for name, data in made.items() if name.startswith("xl/worksheets/")
              for value in re.findall(r't="str"><f>[^<]*</f><v>([^<]*)</v>', data.decode())}
    assert {"So_x0001_len", "_x005F_x0041__x000B_b"} <= values


def test_a_picture_keeps_nothing_of_a_cell_that_is_empty() -> None:
    """XlsxWriter would have it keep 0, which a program that trusts it would write beside a bar."""
    capped = case({"Ark": [["Institution", "Nøgle", "Børn"], ["Solen", 3, 40], ["Månen", 50, 40], ["Mars", 4, 40]]},
                  {"navn": "Ark!$A$2:$A$4", "noegle": "Ark!$B$2:$B$4", "boern": "Ark!$C$2:$C$4"}, pulje=1000, loft=12)
    (xml,) = (data.decode() for name, data in parts(scratch_workbook(planned(capped))).items()
              if name.startswith("xl/charts/chart"))
    caches = re.findall("<c:numCache>.*?</c:numCache>", xml)
    kept = [re.findall(r'<c:pt idx="(\d)"><c:v>([^<]*)', cache) for cache in caches]
    assert kept[:2] == [[("1", "7.42"), ("2", "5.58")], [("0", "12")]]


@pytest.mark.parametrize(("points", "kept"), [(408.0, 408.0), (409.0, 408.75), (410.0, 408.75), (20_000.0, 408.75)])
def test_a_row_is_no_higher_than_excel_takes(points: float, kept: float) -> None:
    """XlsxWriter writes whole pixels, of 0,75 points."""
    sheet = SheetPlan("x", "X", [Cell(0, 0, "a")])
    sheet.tall(0, points)
    (height,) = re.findall(' ht="([^"]*)"', parts(scratch_workbook(Plan([sheet])))[FIRST].decode())
    assert float(height) == kept <= HIGHEST
