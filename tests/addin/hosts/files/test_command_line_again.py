"""`fordel pulje` on real files: nothing of the user's is touched, and what is changed on a result counts next time."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from tests.addin.hosts.files.outcome import CHILDREN, DAGTILBUD, amounts, figure
from tests.builders import HEADINGS, POOL, ROWS, budget, workbook


def test_the_input_is_never_written_and_the_output_lies_beside_it(fordel, tmp_path: Path) -> None:
    source = tmp_path / "budget.xlsx"
    source.write_bytes(DAGTILBUD.read_bytes())
    before = source.stat().st_mtime_ns
    assert fordel("pulje", source).code == 0
    assert fordel("pulje", source).code == 0  # a second time: beside, not over
    assert source.stat().st_mtime_ns == before
    assert source.read_bytes() == DAGTILBUD.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["budget fordelt (2).xlsx", "budget fordelt.xlsx",
                                                                "budget.xlsx"]


def test_the_result_tells_the_sha256_of_what_was_read(fordel, tmp_path: Path) -> None:
    fordel("pulje", DAGTILBUD, "--ud", "ud.xlsx")
    wanted = hashlib.sha256(DAGTILBUD.read_bytes()).hexdigest()
    assert openpyxl.load_workbook(tmp_path / "ud.xlsx")["Fordeling bilag"]["A3"].value.endswith(wanted)


@pytest.mark.parametrize("source", [DAGTILBUD, CHILDREN], ids=lambda path: path.stem)
def test_every_part_of_the_user_s_keeps_its_bytes(fordel, tmp_path: Path, source: Path) -> None:
    fordel("pulje", source, "--ud", "ud.xlsx")
    before, after = (Package(path.read_bytes()) for path in (source, tmp_path / "ud.xlsx"))
    edited = {"[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    for name in set(before.entries) - edited:
        assert after.read(name) == before.read(name), name


def test_running_again_replaces_our_sheets_and_nothing_else(fordel, tmp_path: Path) -> None:
    fordel("pulje", CHILDREN, "--ud", "en.xlsx")
    assert fordel("pulje", "en.xlsx", "--ud", "to.xlsx").code == 0
    one, two = (Package((tmp_path / name).read_bytes()) for name in ("en.xlsx", "to.xlsx"))
    assert [sheet.name for sheet in one.sheets] == [sheet.name for sheet in two.sheets]
    assert set(one.entries) == set(two.entries)
    assert our_sheets(one) == our_sheets(two)
    assert amounts(tmp_path / "en.xlsx") == amounts(tmp_path / "to.xlsx")
    settings = next(sheet.part for sheet in one.sheets if sheet.name == "Fordel opsætning")
    assert one.read(settings) == two.read(settings)  # the user's settings are left as they are


def test_a_setting_changed_on_the_sheet_counts_the_next_time(fordel, tmp_path: Path) -> None:
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    name = book.defined_names["Fordel_loft"].attr_text
    assert name.startswith("'Fordel opsætning'!")
    book["Fordel opsætning"][name.split("!")[1].replace("$", "")] = 500
    book.save(tmp_path / "rettet.xlsx")  # openpyxl: these small sheets have nothing to lose
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    assert answer.code == 0, answer.err
    assert figure(tmp_path / "to.xlsx", "Ikke fordelt, kr.") > 0


@pytest.mark.parametrize("typed, code, said", [
    (999_999, 0, "Pulje er 999.999 på arket Fordel opsætning, og det gælder. Pulje!B1 er nu 100.000."),
    ("999.999,50", 0, "Pulje er 999.999,5 på arket Fordel opsætning"), (None, 2, "cellen er tømt"),
    ("mange", 2, '"mange" på arket Fordel opsætning er ikke et tal')])
def test_a_value_typed_over_a_fetched_setting_counts_and_the_cell_is_told(fordel, tmp_path: Path, typed: Any, code: int,
                                                                          said: str) -> None:
    """As the sheet promises; and what it came from is told again in the next run, by its label."""
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    sheet = book["Fordel opsætning"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Pulje")
    assert sheet.cell(row, 2).value == "='Pulje'!$B$1"
    sheet.cell(row, 2).value = typed
    book.save(tmp_path / "rettet.xlsx")
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    assert (answer.code, said in answer.out + answer.err) == (code, True), answer.out + answer.err
    if typed == 999_999:
        assert sum(amounts(tmp_path / "to.xlsx").values()) == 999_999
        again = fordel("pulje", "to.xlsx", "--ud", "tre.xlsx")
        assert "Rettet på opsætningen og i cellen: Pulje: 999.999 bruges, og Pulje!B1 er 100.000." in again.out


@pytest.mark.parametrize("saved_by", ["openpyxl", "Excel"])
def test_a_per_cent_that_was_answered_follows_its_cell(fordel, tmp_path: Path, saved_by: str) -> None:
    """Whether or not the program that saves computes; and what moves it is told by the control before."""
    source = budget(tmp_path / "b.xlsx", pool=[("Pulje", 100_000), ("Tærskel", 8)])
    assert fordel("pulje", source, "--taerskel", "Pulje!B2/100", "--ud", "en.xlsx").code == 0
    assert amounts(tmp_path / "en.xlsx")["Anemonen"] > 0 == amounts(tmp_path / "en.xlsx")["Birken"]
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    sheet = book["Fordel opsætning"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Tærskel")
    assert sheet.cell(row, 2).value == "='Pulje'!$B$2/100"
    book["Pulje"]["B2"] = 15
    if saved_by == "Excel":
        sheet.cell(row, 2).value = "=Pulje!$B$2/100"
    book.save(tmp_path / "rettet.xlsx")
    assert fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx").code == 0
    assert amounts(tmp_path / "to.xlsx")["Anemonen"] == 0
    assert fordel("pulje", "to.xlsx", "--afrunding", "10", "--ud", "tre.xlsx").code == 0  # the sheet is written anew
    assert openpyxl.load_workbook(tmp_path / "tre.xlsx")["Fordel opsætning"].cell(row, 2).value == "='Pulje'!$B$2/100"


def test_a_fetched_setting_that_is_emptied_is_none(fordel, tmp_path: Path) -> None:
    """Here and in the next run, where its cell is one more number beside the pool."""
    source = budget(tmp_path / "b.xlsx", pool=[("Pulje A", 60_000), ("Pulje B", 40_000)])
    assert fordel("pulje", source, "--pulje", "alle", "--ud", "en.xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    sheet = book["Fordel opsætning"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Pulje 2, lægges til")
    sheet.cell(row, 2).value = None
    book.save(tmp_path / "rettet.xlsx")
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    told = "Pulje 2, lægges til er tom på arket Fordel opsætning, og det gælder. Pulje!B2 er nu 40.000."
    assert (answer.code, told in answer.out) == (0, True), answer.out + answer.err
    assert sum(amounts(tmp_path / "to.xlsx").values()) == 60_000
    again = fordel("pulje", "to.xlsx", "--ud", "tre.xlsx")
    assert sum(amounts(tmp_path / "tre.xlsx").values()) == 60_000 and '"Pulje B" 40.000 (B2)' in again.out


@pytest.mark.parametrize("typed, code", [("Budget!F2:F4", 0), ("nogle celler", 2)])
def test_a_column_typed_over_is_read_there(fordel, tmp_path: Path, typed: str, code: int) -> None:
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    sheet = book["Fordel opsætning"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "0-2-årige")
    sheet.cell(row, 2).value = typed
    for at, value in enumerate(("Vuggestue", 1, 2, 3), 1):
        book["Budget"].cell(at, 6).value = value
    book.save(tmp_path / "rettet.xlsx")
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    assert answer.code == code, answer.err
    expected = "0-2-årige hentes i Budget!F2:F4" if code == 0 else "er ikke celler i mappen"
    assert expected in answer.out + answer.err


def test_a_sheet_of_the_user_s_with_our_name_is_left_alone_and_told(fordel, tmp_path: Path) -> None:
    source = workbook(tmp_path / "b.xlsx", Budget=[HEADINGS, *ROWS], Pulje=POOL, FORDELING=[["mit eget ark"]])
    answer = fordel("pulje", source, "--ud", "ud.xlsx")
    assert 'Projektmappen har et ark "Fordeling", som Fordel ikke har lavet.' in answer.out
    assert sum(amounts(tmp_path / "ud.xlsx", "Fordeling (2)").values()) == 100_000
    assert openpyxl.load_workbook(tmp_path / "ud.xlsx")["FORDELING"]["A1"].value == "mit eget ark"


def test_inserted_rows_are_followed_by_the_names(fordel, tmp_path: Path) -> None:
    """What a spreadsheet program does to names when a row is inserted above the table."""
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    book["Budget"].insert_rows(1, 3)
    for defined in book.defined_names.values():
        for old in (4, 2):
            defined.attr_text = defined.attr_text.replace(f"'Budget'!$A${old}", f"'Budget'!$A${old + 3}").replace(
                f":$A${old}", f":$A${old + 3}")
    for defined in book.defined_names.values():
        if "'Budget'!" in defined.attr_text:
            letter = defined.attr_text.split("$")[1]
            defined.attr_text = f"'Budget'!${letter}$5:${letter}$7"
    book.save(tmp_path / "flyttet.xlsx")
    assert fordel("pulje", "flyttet.xlsx", "--ud", "to.xlsx").code == 0
    assert amounts(tmp_path / "en.xlsx") == amounts(tmp_path / "to.xlsx")


def test_a_chart_a_text_box_and_comments_survive(fordel, tmp_path: Path) -> None:
    """The demo's own budget has them all: look for them in the result."""
    fordel("demo")
    package = Package((tmp_path / "fordel-demo" / "Solbakke budget 2027 fordelt.xlsx").read_bytes())
    text = b"".join(package.read(name) for name in package.entries if "drawing" in name or "comment" in name)
    assert b"Solbakke Kommune" in text and b"spredes for tyndt ud" in text
