"""A formula that is written once for several cells, filled down or as an array, is each cell's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files.package import Package
from addin.hosts.files.reading.by_events import by_events
from addin.hosts.files.reading.by_patterns import by_patterns
from addin.hosts.files.reading.formulas import moved, parted
from addin.hosts.files.reading.found import MAX_ROWS
from addin.hosts.files.reading.reader import Reader
from addin.settings.seen.uncomputed import RIGHT as YES
from addin.workbook import NO_VALUE, BadCell, Held
from tests.addin.hosts.files.reading.test_extent import HEAD, read
from tests.addin.hosts.files.workbook_files import edited
from tests.addin.settings.seen.owners import HOUSES, RIGHT, TOP, amounts, owned, run
from tests.calc.office import Office

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(("text", "down", "right", "there"), [
    ("A1+$A1+A$1+$A$1", 2, 3, "D3+$A3+D$1+$A$1"), ("SUM(B2:B9)", 0, 1, "SUM(C2:C9)"), ("Z1", 0, 1, "AA1"),
    ("a1*2", 1, 0, "a2*2"), ('"A1"&A1', 1, 0, '"A1"&A2'), ("'Q1 A1'!A1", 1, 0, "'Q1 A1'!A2"), ("Q1!A1", 1, 0, "Q1!A2"),
    ("LOG10(A1)", 1, 0, "LOG10(A2)"), ("Sats1*A1", 1, 0, "Sats1*A2"), ("_A1+A1", 1, 0, "_A1+A2"),
    ("[1]Ark1!A1", 1, 0, "[1]Ark1!A2"), ("Tabel1[A1]*A1", 1, 0, "Tabel1[A1]*A2"), ("1E5+E5", 1, 0, "1E5+E6"),
    ("3+4", 5, 5, "3+4"), (f"A{MAX_ROWS - 1}", 1, 0, f"A{MAX_ROWS}"), (f"A{MAX_ROWS}", 1, 0, ""), ("XFD1", 0, 1, ""),
    ("XFC1", 0, 1, "XFD1"), ("A1", -1, 0, ""), ("A1", 0, -1, ""), ("SUM(A:A)", 1, 0, ""), ("SUM(1:3)", 1, 0, ""),
    ("SUM($A:$B)*C1", 1, 0, "")])
def test_a_formula_further_on(text: str, down: int, right: int, there: str) -> None:
    assert moved(parted(text), down, right) == there
    assert moved(parted(text), 0, 0) in (text, "")


def shared(path: Path, calculation: str, *values: float) -> Path:
    """The keys as twice what stands in F, written once, with these values saved for the first of them."""
    book = owned(path, lambda _, sheet: sheet.write_column(TOP, 5, [house[3] / 2 for house in HOUSES]))
    changes = []
    for number, (house, value) in enumerate(zip(HOUSES, values)):
        row = TOP + number + 1
        formula = f'<f t="shared" ref="D{TOP + 1}:D{TOP + len(values)}" si="0">F{row}*2</f>' if not number else (
            '<f t="shared" si="0"/>')
        changes.append((f'<c r="D{row}"><v>{house[3]}</v>', f'<c r="D{row}">{formula}<v>{value}</v>'))
    path.write_bytes(edited(edited(book.read_bytes(), SHEET, *changes), "xl/workbook.xml",
                            ('<calcPr calcId="124519" fullCalcOnLoad="1"/>', calculation)))
    return path


def test_both_roads_give_each_cell_its_own(tmp_path: Path) -> None:
    package = Package(shared(tmp_path / "b.xlsx", "", 12, 7, 9).read_bytes())
    reader, text = Reader(package), package.read(SHEET)
    fast, slow = by_patterns(reader, text), by_events(reader, text)
    assert fast and fast.formulas == slow.formulas == {(TOP, 3): "=F5*2", (TOP + 1, 3): "=F6*2", (TOP + 2, 3): "=F7*2"}


@pytest.mark.parametrize("saved", [3, 0])
def test_an_old_value_of_one_that_is_filled_down_is_asked_about(tmp_path: Path, saved: float) -> None:
    path = shared(tmp_path / "b.xlsx", '<calcPr calcMode="manual"/>', 12, saved, 9)
    _, questions = run(path, {"ikke beregnet: Dagtilbud!D6": YES})
    assert len(questions) == 1


@pytest.mark.parametrize("calculation", ["", '<calcPr calcMode="manual"/>', '<calcPr fullCalcOnLoad="1"/>'])
def test_one_that_is_computed_is_no_question(tmp_path: Path, calculation: str) -> None:
    plan, questions = run(shared(tmp_path / "b.xlsx", calculation, *(house[3] for house in HOUSES)))
    assert questions == {} and amounts(plan) == RIGHT


# ------------------------------------------------------------------------------------- arrays


FIRST = '<c r="A1"><f t="array" ref="A1:B3">F1:G3*2</f><v>2</v></c>'


@pytest.mark.parametrize(("more", "value"), [
    ('<c r="B2"><v>4</v></c>', 4), ("", NO_VALUE), ('<c r="B2"/>', NO_VALUE), ('<c r="B2" t="str"><v></v></c>', None),
    ('<c r="B2" t="str"/>', None), ('<c r="B2" t="str"><v>ja</v></c>', "ja"),
    ('<c r="B2" t="e"><v>#N/A</v></c>', BadCell("fejlværdien #N/A"))])
@pytest.mark.parametrize("first", [FIRST, FIRST.replace("array", "dataTable"), FIRST.replace(' r="A1"', "")])
def test_every_cell_of_an_array_has_its_formula(more: str, value: Held, first: str) -> None:
    """Also one that is not there: then nobody has computed it. The last is read element by element."""
    sheet = read(f'<row r="1">{first}</row><row r="2">{more}<c r="C2"><v>9</v></c></row>', HEAD)
    assert sheet.formulas == dict.fromkeys([(0, 0), (0, 1), (1, 0), (1, 1)], "=F1:G3*2")  # as far as there is anything
    assert sheet.value(1, 1) == value and sheet.value(1, 2) == 9 and sheet.value(0, 1) == NO_VALUE


def test_one_that_is_no_box_is_of_its_own_cell_alone() -> None:
    sheet = read(f'<row r="1">{FIRST.replace("A1:B3", "x")}<c r="B1"><v>1</v></c></row>', HEAD)
    assert sheet.formulas == {(0, 0): "=F1:G3*2"}


def test_an_array_that_nobody_has_computed_is_asked_about_in_all_its_cells(tmp_path: Path) -> None:
    """XlsxWriter writes 0 in all of them but the first, and marks the workbook."""
    path = owned(tmp_path / "b.xlsx", lambda _, sheet: sheet.write_column(TOP, 5, [house[3] / 2 for house in HOUSES]),
                 lambda _, sheet: sheet.write_array_formula(f"D{TOP + 1}:D{TOP + 6}", "{=F5:F10*2}", None, 12))
    _, questions = run(path, {"ikke beregnet: ": YES})
    assert list(questions) == ["ikke beregnet: Dagtilbud!D6:D10"]


@pytest.mark.soffice
def test_an_array_is_computed_again(tmp_path: Path) -> None:
    path = owned(tmp_path / "b.xlsx", lambda _, sheet: sheet.write_column(TOP, 5, [house[3] / 2 for house in HOUSES]),
                 lambda _, sheet: sheet.write_array_formula(f"D{TOP + 1}:D{TOP + 6}", "{=F5:F10*2}", None, 12))
    plan, questions = run(path, {"genberegnet": "beregnede"}, recalculate=True)
    assert amounts(plan) == RIGHT and list(questions) == ["genberegnet"]


@pytest.mark.soffice
def test_calc_has_the_same_formulas(office: Office, tmp_path: Path) -> None:
    path = shared(tmp_path / "b.xlsx", "", *(house[3] for house in HOUSES))
    assert office.open(str(path))
    try:
        assert [office.formula(f"Dagtilbud!D{row}") for row in (5, 10)] == ["=F5*2", "=F10*2"]
    finally:
        office.close()
