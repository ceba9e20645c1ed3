"""A user's own sheet in the copy: as values or plain formulas, with formats and widths, and nothing else."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from addin.filejobs.klargoer import Klargjort, klargoer
from addin.hosts.files import job
from addin.workbook import Questions, Refusal
from tests.addin.filejobs.files import asked, made, refused, texts, values
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.builders import children
from tests.planning import MADE, WHY
from tests.planted.book import NUMBER, WORD, entries, planted_workbook, zipped
from tests.planted.search import found

ANSWERS = {"klargoer kolonne Noter!A": "send"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return with_a_sheet_beside(tmp_path_factory.mktemp("eget"))


def with_a_sheet_beside(folder: Path) -> bytes:
    """The twelve houses distributed, and a sheet of notes with what sheets have."""
    book = xlsxwriter.Workbook(str(folder / "ind.xlsx"))
    ark, notes = book.add_worksheet("Ark"), book.add_worksheet("Noter")
    for row, line in enumerate([("Institution", "Børn", "Nøgle"),
                                *zip(TWELVE, TWELVE_HEADS, [count + 10 for count in TWELVE_COUNTS])]):
        ark.write_row(row, 0, line)
    ark.write_row(14, 0, ["Pulje", 2_400_000])
    of_notes(book, notes)
    book.close()
    job.run(folder / "ind.xlsx", folder / "ud.xlsx", WHY)
    return (folder / "ud.xlsx").read_bytes()


def of_notes(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "text_wrap": True})
    money, day = (book.add_format({"num_format": code}) for code in ('#,##0 "kr."', "dd-mm-yyyy"))
    named = book.add_format({"num_format": f'0"{WORD}"', "font_name": WORD})
    sheet.merge_range("A1:C1", "Noter til budgettet", head)
    sheet.write_row("A2", ["Navn", "Budget", "Dato", "Sum"], head)
    sheet.write_row("A3", ["Drift", 1_200_000], money)
    sheet.write_row("A4", ["Anlæg", 800_000], money)
    sheet.write_datetime("C3", datetime.datetime(2027, 3, 1), day)
    sheet.write_formula("D3", "=B3+B4", money, 2_000_000)
    sheet.write_formula("D4", "=Ark!C2*1000", named, 35_000)
    sheet.write("F3", 77, named)
    sheet.write("G3", "bag skjult")
    sheet.write("A9", "skjult række")
    sheet.set_column("A:A", 31)
    sheet.set_column("G:G", 9, None, {"hidden": True})
    sheet.set_row(8, 15, None, {"hidden": True})
    sheet.set_row(1, 33)
    sheet.set_landscape()
    sheet.write_comment("B3", f"{WORD} {NUMBER}")
    sheet.set_header(WORD)


def with_notes(data: bytes, **choices: Any) -> bytes:
    answer = klargoer("ud.xlsx", data, {**ANSWERS, "klargoer ark": ("noter",), **choices}, MADE, "1")
    assert not isinstance(answer, (Questions, Refusal)), str(answer)
    return answer.copy


def test_a_sheet_is_asked_for_by_name_and_its_columns_are_asked_about(data: bytes) -> None:
    assert asked(data, ark=["Noter"]) == ["klargoer kolonne Noter!A"]
    said = refused(data, ark=["Nøter"])
    assert said == 'Der er intet ark i ud.xlsx, der hedder "Nøter". Arkene er: "Ark", "Noter".'


def test_it_has_the_values_formats_widths_and_merged_cells(data: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(with_notes(data)))["Noter"]
    assert [cell.value for cell in sheet[3]][:4] == ["Drift", 1_200_000, datetime.datetime(2027, 3, 1), 2_000_000]
    assert sheet["B3"].number_format == '#,##0 "kr."' and sheet["A2"].font.b and sheet["A2"].alignment.wrap_text
    assert sheet["A2"].fill.fgColor.rgb == "FFDDEBF7" and [str(box) for box in sheet.merged_cells.ranges] == ["A1:C1"]
    before = openpyxl.load_workbook(io.BytesIO(data))["Noter"]
    assert sheet.column_dimensions["A"].width == before.column_dimensions["A"].width
    assert sheet.row_dimensions[2].height == 33
    assert sheet.page_setup.orientation == "landscape"


def test_what_is_hidden_named_or_beside_the_cells_does_not_come(data: bytes) -> None:
    copy = with_notes(data)
    assert found(copy) == []
    assert not {"bag skjult", "skjult række"} & set(texts(copy, "Noter"))
    sheet = openpyxl.load_workbook(io.BytesIO(copy))["Noter"]
    assert sheet["F3"].value == 77 and sheet["F3"].number_format == "General"
    assert sheet["B3"].comment is None and not sheet.oddHeader.center.text


def test_formulas_stay_where_all_they_are_made_of_is_there(data: bytes) -> None:
    plain, kept = (openpyxl.load_workbook(io.BytesIO(with_notes(data, **more)))["Noter"] for more in
                   ({}, {"klargoer formler": True}))
    assert plain["D3"].value == 2_000_000
    assert kept["D3"].value == "=B3+B4" and kept["D4"].value == 35_000
    assert values(with_notes(data, **{"klargoer formler": True}), "Noter")[2][3] == 2_000_000


def test_the_page_is_the_same_with_the_sheet_beside_it(data: bytes) -> None:
    assert values(with_notes(data), "Fordeling") == values(made(data).copy, "Fordeling")


@pytest.mark.parametrize("name, why", [("Fordeling trin", "det er kun til intern brug"),
                                       ("fordeling", "siden og bilaget er altid med")])
def test_fordels_own_sheets_are_not_chosen(data: bytes, name: str, why: str) -> None:
    assert refused(data, ark=[name]).endswith(f"er et af Fordels: {why}.")


def test_a_sheet_with_a_row_per_child_never_goes(tmp_path: Path) -> None:
    marks = [(name, mark) for name, many in (("A", 30), ("B", 40)) for mark in [1] * many]
    source = children(tmp_path / "b.xlsx", marks, [("A", 0, 60), ("B", 0, 90)], [("Pulje", 100_000)])
    job.run(source, tmp_path / "ud.xlsx", {**WHY, "mindst_kriterier": 1, "metode": "unikke"})
    assert refused((tmp_path / "ud.xlsx").read_bytes(), ark=["Børn"]).startswith('Arket "Børn" har en række pr. barn')


def test_planted_data_on_a_chosen_sheet_does_not_leave() -> None:
    """In its cells, its rich text, its formulas and what is beside them: the column is left out, or it is refused."""
    data = planted_workbook()
    answer = klargoer(f"{WORD}.xlsx", data, {"klargoer ark": (f"{WORD} ark",), "klargoer formler": True}, MADE, "1")
    if not isinstance(answer, (Questions, Refusal)):
        assert not [each for each in found(answer.copy) if NUMBER in each or "1234" in each]
    budget = klargoer("x.xlsx", data, {"klargoer ark": ("Budget",)}, MADE, "1")
    assert not isinstance(budget, (Questions, Refusal)) and found(budget.copy) == []


def test_merged_cells_on_top_of_each_other_are_left_out_and_told(data: bytes) -> None:
    part = next(name for name, content in entries(data).items() if b'<mergeCell ref="A1:C1"/>' in content)
    twice = entries(data)[part].replace(b'<mergeCell ref="A1:C1"/>', b'<mergeCell ref="A1:C1"/>' * 2
                                        + b'<mergeCell ref="B1:D1"/>')
    done = klargoer("ud.xlsx", zipped({**entries(data), part: twice}, b""),
                    {**ANSWERS, "klargoer ark": ("noter",)}, MADE, "1")
    assert isinstance(done, Klargjort)
    sheet = openpyxl.load_workbook(io.BytesIO(done.copy))["Noter"]
    assert [str(box) for box in sheet.merged_cells.ranges] == ["A1:C1"]
    assert ["Flettede celler", "Noter", None, "2 steder"] in [
        row[:4] for row in values(done.list, "Udeladt af kopien")]
