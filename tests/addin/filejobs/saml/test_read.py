"""One returned file: what is read wherever it stands now, and what puts a file aside."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
import zipfile
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from addin import libreoffice
from addin.filejobs.saml.known import Aside
from addin.filejobs.saml.returned import Reply
from addin.filejobs.saml.values import read as value
from addin.hosts.files import terminal_saml
from addin.workbook import BadCell
from tests.addin.filejobs.saml.folder import ANSWERS, CPR, Change, filled, hidden_sheet, open_document, units
from workbook_templates.skabeloner.form import ANDEL, DATO, HELT, JA_NEJ, TAL, TEKST, liste

LINES = units(10_000, 20_000, 30_000)


def read_one(path: Path) -> Reply:
    _, (reply,) = terminal_saml.read_one(path)
    return reply


def returned(folder: Path, change: Change | None = None, name: str = "svar.xlsx", **answers: Any) -> Reply:
    path = folder / name
    path.write_bytes(filled("Aaby", {**ANSWERS, **answers}, LINES, change))
    return read_one(path)


def moved(book: Workbook) -> None:
    book["Svar"].insert_rows(5, 3)
    book["Institutioner"].insert_rows(2)
    book["Svar"].title = "Vores svar"


def test_rows_that_are_put_in_and_sheets_that_are_renamed_change_nothing(tmp_path: Path) -> None:
    plain, other = returned(tmp_path), returned(tmp_path, moved)
    assert plain.faults == () and plain.says() == other.says() and len(plain.svar) == len(ANSWERS)
    assert [(fault.place, fault.harmless) for fault in other.faults] == [("Vores svar", True)]


def test_a_question_that_is_gone_or_stands_twice_is_said(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for row in book["Svar"].iter_rows(max_col=1):
            if str(row[0].value).startswith("B1."):
                row[0].value = "Budget"
            if str(row[0].value).startswith("B9."):
                book["Svar"].cell(200, 1).value = row[0].value

    said = returned(tmp_path, change)
    assert [fault.text.partition('" ')[2] for fault in said.faults] == [
        "står der ikke mere og er ikke læst", "står 2 gange og er ikke læst"]
    assert {"budget", "sB9"} & said.svar.keys() == set()


def test_the_example_is_nobody_s_answer(tmp_path: Path) -> None:
    for name, why in (("netvaerksmaaling", "eksemplets"), ("vurdering-og-ansoegning", "eksemplets"),
                      ("boernetaelling", "rækker pr. barn"), ("statistisk-noegle", "som ikke samles")):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes((resources.files("workbook_templates.skabeloner") / f"{name}.xlsx").read_bytes())
        with pytest.raises(Aside, match=why):
            read_one(path)


def test_one_that_is_not_filled_in_is_put_aside_and_one_with_no_name_counts_under_its_file(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    for kommune in (None, "Aaby"):
        path.write_bytes(filled(kommune, {}, []))
        with pytest.raises(Aside, match="ikke udfyldt"):
            read_one(path)
    path.write_bytes(filled(None, {"s8": "ja"}, []))
    assert read_one(path).kommune == "svar.xlsx"


def commented(book: Workbook) -> None:
    book["Svar"]["A3"].comment = Comment(f"ring til {CPR}", "en")


def rich(book: Workbook) -> None:
    book["Svar"]["A3"].value = CellRichText("fra ", TextBlock(InlineFont(b=True), CPR[:6]), CPR[6:])


def called(book: Workbook) -> None:
    book.properties.description = f"om {CPR}"


def footed(book: Workbook) -> None:
    book["Svar"].oddFooter.center.text = f"{CPR} &P"


def names(book: Workbook) -> None:
    hidden_sheet(("Barnets navn", "Institution"), ("A", "Solen"))(book)


def running(book: Workbook) -> None:
    hidden_sheet(("Løbenr.", "Kriterier"), *((nr, nr % 2) for nr in range(1, 9)))(book)


def scores(book: Workbook) -> None:
    hidden_sheet(("Institution", "Sandsynlighed"), *((name, nr / 100) for name in "ABC" for nr in range(5)))(book)


@pytest.mark.parametrize("change", [commented, rich, called, footed, names, running, scores],
                         ids=lambda change: change.__name__)
def test_what_is_personal_puts_the_file_aside(tmp_path: Path, change: Change) -> None:
    with pytest.raises(Aside, match="lagt til side") as why:
        returned(tmp_path, change)
    assert CPR not in str(why.value) and "Solen" not in str(why.value)


def test_a_name_that_is_a_personal_number_is_not_shown(tmp_path: Path, fordel: Any) -> None:
    (tmp_path / "svar").mkdir()
    returned(tmp_path / "svar")
    (tmp_path / "svar" / f"{CPR}.xlsx").write_bytes((tmp_path / "svar" / "svar.xlsx").read_bytes())
    answer = fordel("saml", tmp_path / "svar")
    assert answer.code == 0 and "Fil nr. 1 i mappen" in answer.out and CPR not in answer.out + answer.err


def test_a_note_is_read_whole_though_it_is_written_in_several_ways(tmp_path: Path) -> None:
    returned(tmp_path, commented_plainly)
    with zipfile.ZipFile(tmp_path / "svar.xlsx") as old, zipfile.ZipFile(tmp_path / "ny.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if "comment" in name:
                data = data.replace(b"ring i dag", f"{CPR[:6]}</t></r><r><rPr><b/></rPr><t>{CPR[6:]}".encode())
            new.writestr(name, data)
    with pytest.raises(Aside, match="lagt til side"):
        read_one(tmp_path / "ny.xlsx")


def test_what_a_file_is_is_not_asked_of_its_name(tmp_path: Path) -> None:
    assert {returned(tmp_path, name=name).kommune for name in ("svar", "svar.zip", "svar.docx")} == {"Aaby"}
    (tmp_path / "b.xlsx").write_bytes(open_document(filled("Beby", ANSWERS, LINES)))
    assert read_one(tmp_path / "b.xlsx").kommune == "Beby"


def commented_plainly(book: Workbook) -> None:
    book["Svar"]["A3"].comment = Comment("ring i dag", "en")


def budget(book: Workbook) -> None:
    hidden_sheet(("Institution", "Type", "Åben", "EAN-nr.", "Beløb"),
                 *((f"Hus {nr}", "kommunal", "ja", "0101901234567", 1_101_901_000) for nr in range(12)))(book)


def grouped(book: Workbook) -> None:
    for row in book["Institutioner"].iter_rows(min_row=12, max_row=41, max_col=1):
        row[0].value = "Nord"


@pytest.mark.parametrize("change", [budget, grouped], ids=lambda change: change.__name__)
def test_what_is_about_institutions_does_not(tmp_path: Path, change: Change) -> None:
    assert returned(tmp_path, change).kommune == "Aaby"


@pytest.mark.parametrize(("held", "rule", "read", "said"), [
    (0, ANDEL, 0.0, ""), (1, ANDEL, 1.0, ""), (1.01, ANDEL, None, "mellem"), (-1, HELT, None, "mellem"),
    ("8 %", ANDEL, 0.08, "læst som"), ("1.234", TAL, None, "to måder"), (True, TAL, None, "ikke et tal"),
    (2.5, HELT, None, "helt tal"), (" JA ", JA_NEJ, "ja", ""), (True, JA_NEJ, "ja", ""),
    ("jo", JA_NEJ, None, "svarene"), ("x", JA_NEJ, "ja", "læst som ja"), ("N", JA_NEJ, "nej", "læst som nej"),
    ("x", liste("ja", "nej", "ved ikke"), None, "svarene"),
    (datetime.datetime(2026, 8, 1, 12), DATO, "2026-08-01", ""), ("1. august 2026", DATO, "2026-08-01", "01.08.2026"),
    ("august", DATO, None, "ikke en dato"), (46_235, DATO, "2026-08-01", "01.08.2026"),
    (8, DATO, None, "ikke en dato"), (True, DATO, None, "ikke en dato"),
    ("=1+1", TEKST, None, "formel"), ("drengen i stue 2", TEKST, None, "enkelt barn"), ("lige", TEKST, "lige", ""),
    ("x" * 256, TEKST, None, "255"), ("  ", TAL, None, ""), (BadCell("fejlværdien #REF!"), TAL, None, "#REF!")])
def test_a_cell_is_its_answer_or_it_is_said_why_not(held: Any, rule: Any, read: Any, said: str) -> None:
    found = value(held, rule)
    assert found.value == read and said in found.said and bool(found.said) == bool(said)


def test_an_ods_with_an_error_says_so(tmp_path: Path) -> None:
    path = tmp_path / "svar.ods"
    path.write_bytes(open_document(filled("Aaby", {**ANSWERS, "loft": "#REF!"}, LINES)))
    said = read_one(path)
    assert [fault.text for fault in said.faults] == ["B8. Loft pr. barn, kr.: cellen er fejlværdien #REF!"]
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(Aside, match="beskadiget"):
        read_one(path)


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
                                                ("iso-8859-1", b""), ("utf-8", b"\xef\xbb\xbf")])
def test_an_ods_is_read_in_whatever_encoding_it_is_written(tmp_path: Path, encoding: str, mark: bytes) -> None:
    declared = "UTF-16" if mark and encoding != "utf-8" else encoding
    with zipfile.ZipFile(io.BytesIO(open_document(filled("Åby", ANSWERS, LINES)))) as old, \
            zipfile.ZipFile(tmp_path / "svar.ods", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "content.xml":
                data = mark + data.decode().replace("UTF-8", declared, 1).encode(encoding)
            new.writestr(name, data)
    found = read_one(tmp_path / "svar.ods")
    assert found.faults == () and found.kommune == "Åby" and found.says() == returned(tmp_path).says()


def test_an_ods_that_says_it_is_endless_is_turned_away_and_one_that_is_styled_so_is_not(tmp_path: Path) -> None:
    def repeated(filled_in: str) -> bytes:
        row = ('<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
               f'table:number-columns-repeated="16384"{filled_in}/></table:table-row></table:table>').encode()
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(open_document(filled("Aaby", ANSWERS, LINES)))) as old, \
                zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"</table:table>", row))
        return out.getvalue()

    path = tmp_path / "svar.ods"
    path.write_bytes(repeated(""))
    assert read_one(path).kommune == "Aaby"
    path.write_bytes(repeated(' office:value-type="float" office:value="1"'))
    with pytest.raises(Aside, match="langt fra resten"):
        read_one(path)


@pytest.mark.soffice
def test_the_round_trip_by_libreoffice_gives_the_same_in_both_formats(tmp_path: Path, fordel: Any) -> None:
    assert fordel("skabelon", "netvaerksmaaling", tmp_path / "tom.xlsx", "--tom").code == 0
    data = filled("Aaby", ANSWERS, LINES, base=(tmp_path / "tom.xlsx").read_bytes())
    plain = returned(tmp_path)
    office = libreoffice.program()
    assert office
    for kind in ("xlsx", "ods"):
        saved = libreoffice.converted(office, data, "svar.xlsx", kind)
        assert saved
        path = tmp_path / f"fra calc.{kind}"
        path.write_bytes(saved)
        assert read_one(path).says() == plain.says() and read_one(path).faults == ()


def test_a_distribution_never_imports_pandas(tmp_path: Path) -> None:
    code = ("import sys; from addin.hosts.files import command_line as c; assert c.run(sys.argv[1:]) == 0; "
            "assert not {'pandas', 'pyarrow'} & set(sys.modules)")
    budget = resources.files("workbook_templates") / "demo_budget.xlsx"
    done = subprocess.run([sys.executable, "-c", code, "pulje", str(budget), "--ud", str(tmp_path / "ud.xlsx")],
                          capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr + done.stdout
    assert (tmp_path / "ud.xlsx").exists()


def test_without_pandas_it_says_what_to_install(tmp_path: Path, fordel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for missing, more in (("pandas", ()), ("pyarrow", ("--parquet",))):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, missing, None)
            answer = fordel("saml", tmp_path, *more)
        assert answer.code == 2 and "fordel[saml]" in answer.err and missing in answer.err
