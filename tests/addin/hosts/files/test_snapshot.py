"""What a snapshot holds that bulk reading hides: errors, formulas without a value, hidden rows, our own sheets."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from addin.hosts.files.package import Package
from addin.hosts.files.reading import by_calamine
from addin.hosts.files.reading.reader import Reader
from addin.hosts.files.refusals import NoMemory
from addin.hosts.files.snapshot import snapshot
from addin.workbook import NO_VALUE, BadCell, Name, Refusal, Snapshot
from tests.addin.hosts.files.workbook_files import altered, edited, parts, prefixed
from tests.builders import HEADINGS, POOL, ROWS, budget, formula, workbook
from tests.conftest import WORKBOOKS


def read(path: Path) -> Snapshot:
    data = path.read_bytes()
    return snapshot(Package(data, path.name), data)


def test_errors_and_formulas_without_a_value_are_marked_at_their_cells(tmp_path: Path) -> None:
    sheet = read(workbook(tmp_path / "b.xlsx", Ark=[
        [1, formula("=1/0", "#DIV/0!"), formula("=A1*2", 2)],
        [],
        [None, None, None, formula('=""', "")]])).sheets[0]
    assert sheet.value(0, 1) == BadCell("fejlværdien #DIV/0!")
    assert sheet.value(0, 2) == 2
    assert sheet.value(2, 3) in (None, NO_VALUE)
    assert sheet.formulas is not None and sheet.formulas[0, 2] == "=A1*2"


def test_a_formula_never_calculated_is_no_value_even_outside_what_bulk_reading_saw(tmp_path: Path) -> None:
    book = openpyxl.Workbook()  # openpyxl writes formulas without values
    book.active["C3"] = "=1+1"
    book.save(tmp_path / "b.xlsx")
    assert read(tmp_path / "b.xlsx").sheets[0].value(2, 2) == NO_VALUE


def test_a_stray_cell_far_out_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = book.add_worksheet("Ark")
    sheet.write(0, 0, "Institution")
    sheet.write(1_048_575, 16_383, 1)
    book.close()
    with pytest.raises(Refusal, match=r"b.xlsx har indhold helt ude ved Ark!XFD1048576"):
        read(tmp_path / "b.xlsx").sheet("Ark")


def test_formats_far_out_are_no_content(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    sheet = book.add_worksheet("Ark")
    sheet.write(0, 0, "Institution")
    sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    book.close()
    assert read(tmp_path / "b.xlsx").sheets[0].value(0, 0) == "Institution"


def test_hidden_rows_and_sheets(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    first, second = book.add_worksheet("Vist"), book.add_worksheet("Skjult")
    first.write(0, 0, 1)
    first.write(4, 0, 5)
    first.set_row(4, None, None, {"hidden": True})
    second.hide()
    book.close()
    vist, skjult = read(tmp_path / "b.xlsx").sheets
    assert (vist.hidden_rows, vist.visible, skjult.visible) == ({4}, True, False)


def test_values_lie_at_their_true_addresses(tmp_path: Path) -> None:
    rows = [[None] * 4] * 8 + [[None, None, None, "D9"]]
    assert read(workbook(tmp_path / "b.xlsx", Ark=rows)).sheets[0].value(8, 3) == "D9"


def test_names_with_their_scope(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    book.add_worksheet("Ark")
    book.define_name("Pulje_x", "=Ark!$B$1")
    book.define_name("Ark!lokal", "=Ark!$B$2")
    book.close()
    assert set(read(tmp_path / "b.xlsx").names) == {Name("Pulje_x", "Ark!$B$1"), Name("lokal", "Ark!$B$2", "Ark")}


def test_our_own_sheets_are_known_again_under_any_name(fordel, tmp_path: Path) -> None:
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "ud.xlsx")
    taken = read(tmp_path / "ud.xlsx")
    assert taken.ours == {"fordeling": "Fordeling", "bilag": "Fordeling bilag", "trin": "Fordeling trin",
                          "kontrol": "Fordeling kontrol", "opsaetning": "Fordel opsætning"}
    assert [sheet.name for sheet in taken.foreign()] == ["Budget", "Pulje"]
    settings = taken.sheet("Fordel opsætning")
    assert settings is not None and settings.formulas is not None


def test_a_note_on_the_sheet_that_the_user_writes_is_not_said_to_go(fordel, tmp_path: Path) -> None:
    fordel("opsaet", budget(tmp_path / "b.xlsx"), "--puljer", "--ud", "ud.xlsx")
    book = openpyxl.load_workbook(tmp_path / "ud.xlsx")
    book["Fordel puljer"]["A1"].comment = Comment("Spørg Børn og Unge", "mig")
    book.save(tmp_path / "note.xlsx")
    taken = read(tmp_path / "note.xlsx")
    assert taken.ours["puljer"] == "Fordel puljer" and taken.notices == ()


@pytest.mark.parametrize("path", sorted((WORKBOOKS / "excel").glob("*.xls[xm]")), ids=lambda path: path.name)
def test_every_workbook_saved_by_excel_is_read(path: Path) -> None:
    taken = read(path)
    assert len(taken.sha256 or "") == 64
    wanted = openpyxl.load_workbook(path, data_only=True)
    for sheet in taken.sheets:
        for cell in list(wanted[sheet.name]._cells.values()):  # iter_rows would walk a million empty rows
            value = sheet.value(cell.row - 1, cell.column - 1)
            if isinstance(cell.value, (int, float)) and isinstance(value, (int, float)):
                assert value == cell.value, (sheet.name, cell.coordinate)


def test_hidden_columns_are_read_and_their_use_is_told(fordel, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Budget")
    for row, values in enumerate([HEADINGS, *ROWS]):
        sheet.write_row(row, 0, values)
    sheet.set_column("D:E", None, None, {"hidden": True})
    book.add_worksheet("Pulje").write_row(0, 0, POOL[0])
    book.close()
    data = path.read_bytes()
    assert snapshot(Package(data, "b.xlsx"), data).sheets[0].hidden_columns == {3, 4}
    assert "Skjulte kolonner på arket Budget er brugt: D (Sandsynlighed)." in fordel(
        "pulje", path, "--begrundelse", "De er skjult på tryk").out


def test_hidden_columns_however_they_are_written(tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    data = edited(workbook(tmp_path / "b.xlsx", Ark=[[1, 2]]).read_bytes(), sheet, (
        "<sheetData>", "<cols><col width='9' hidden = 'true'\n min='2' max='3'/><col min='5' max='5' hidden='0'/>"
                       '<col min="7" max="99999" hidden="1"/><col hidden="1"/></cols><sheetData>'))
    for each in (data, altered(data, {sheet: prefixed(parts(data)[sheet])})):
        assert snapshot(Package(each, "b.xlsx"), each).sheets[0].hidden_columns == {1, 2, *range(6, 16_384)}

@pytest.mark.parametrize("letters, read_it", [(255, True), (256, False)])
def test_a_sheet_whose_name_no_formula_has_room_for_is_refused_if_it_is_used(letters: int, read_it: bool,
                                                                           tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    data = edited(source.read_bytes(), "xl/workbook.xml", ('name="Budget"', f'name="{"B" * letters}"'))
    sheet = snapshot(Package(data, "b.xlsx"), data).sheets[0]
    assert bool(sheet.rows) is read_it
    assert sheet.unread == ("" if read_it else f'Arket "{"B" * 31}..." i b.xlsx har et navn, der er for langt til en '
                            "formel; Excel tager højst 31 tegn. Giv det et kortere navn, og prøv igen.")


def test_want_of_memory_at_one_sheet_is_of_the_whole_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a sheet that cannot be read: what stands on it would be looked for elsewhere."""

    def short(reader: Reader, text: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(Reader, "read", short)
    monkeypatch.setattr(by_calamine, "python_calamine", None)
    with pytest.raises(NoMemory, match=r"^b.xlsx fylder mere udpakket, end Fordel åbner \(Budget\)\."):
        read(budget(tmp_path / "b.xlsx"))
