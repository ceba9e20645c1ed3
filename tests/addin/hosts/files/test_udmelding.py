"""`fordel udmelding` on files: the user's is only read, and what is printed is what is in the cells."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from addin.hosts.files.udmelding_mappe import is_ours
from tests.addin.sheets.committee import example
from tests.pools import RANDERS, houses

CASE = {"udgave": "endelig", "budgetaar": 2027}
ACCEPTED = ("--accepteret", "Børneudvalget, 3. november 2026")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return example(**CASE).file(tmp_path / "budget.xlsx")


def test_a_page_for_each_and_the_amounts_are_those_of_the_distribution(fordel, file: Path) -> None:
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    done = fordel("udmelding", file, *ACCEPTED, "--krav", "1")
    assert done.code == 0, done.err
    assert "12 sider, i alt 2.400.000 kr." in done.out
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before
    made = file.with_name("budget udmelding.xlsx")
    book = CalamineWorkbook.from_path(str(made))
    assert len(book.sheet_names) == 12 and is_ours(made)
    given = []
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        given.append(next(float(row[3]) for row in rows if row[1] == "Tildeling"))
        demanded = any("uddannede pædagoger, der" in str(cell) for row in rows for cell in row)
        assert demanded == (given[-1] > 0)
    assert math.fsum(given) == 2_400_000
    assert not any("<4>" in str(row) or "Børneudvalget" in str(row) for name in book.sheet_names
                   for row in book.get_sheet_by_name(name).to_python())


def test_nothing_is_written_while_small_counts_can_be_worked_out(fordel, file: Path) -> None:
    done = fordel("udmelding", file)
    assert done.code == 2 and "Skovbrynet" in done.err and "--accepteret" in done.err
    assert not file.with_name("budget udmelding.xlsx").exists()


def test_a_file_of_the_users_is_not_written_over(fordel, file: Path) -> None:
    other = file.with_name("mit.xlsx")
    other.write_bytes(file.read_bytes())
    assert fordel("udmelding", file, *ACCEPTED, "--ud", other).code == 2
    assert other.read_bytes() == file.read_bytes()
    assert fordel("udmelding", file, *ACCEPTED, "--ud", file).code == 2
    made = file.with_name("u.xlsx")
    assert fordel("udmelding", file, *ACCEPTED, "--ud", made).code == 0
    assert "Erstattet" in fordel("udmelding", file, *ACCEPTED, "--ud", made).out


@pytest.mark.parametrize("edition", ["", "2"])
def test_neither_draft_nor_final_is_asked_about(fordel, tmp_path: Path, edition: str) -> None:
    file = example(**{**CASE, "udgave": edition}).file(tmp_path / "budget.xlsx")
    done = fordel("udmelding", file, *ACCEPTED)
    assert done.code == 2 and "udkast eller endelig" in done.err
    assert fordel("udmelding", file, *ACCEPTED, "--udgave", "høring").code == 0


def test_a_demand_on_nobody_is_refused(fordel, file: Path) -> None:
    done = fordel("udmelding", file, *ACCEPTED, "--krav-til", "Tjornen=4")
    assert done.code == 2 and "NAVN=KRAV" in done.err


def test_a_workbook_each_in_a_folder_or_nothing(fordel, file: Path) -> None:
    folder = file.with_name("Udmeldinger")
    done = fordel("udmelding", file, *ACCEPTED, "--mappe", folder)
    assert done.code == 0 and "12 filer" in done.out
    files = sorted(folder.iterdir())
    assert len(files) == 12 and "Udmelding Kastanjen.xlsx" in {path.name for path in files}
    book = CalamineWorkbook.from_path(str(folder / "Udmelding Kastanjen.xlsx"))
    assert book.sheet_names == ["Kastanjen"]
    assert fordel("udmelding", file, *ACCEPTED, "--mappe", folder).code == 0  # its own are written again
    kept = {path: path.read_bytes() for path in files}
    files[3].write_bytes(file.read_bytes())
    assert fordel("udmelding", file, *ACCEPTED, "--mappe", folder).code == 2
    assert {path: path.read_bytes() for path in files} == {**kept, files[3]: file.read_bytes()}


def test_a_pdf_wants_a_folder(fordel, file: Path) -> None:
    done = fordel("udmelding", file, *ACCEPTED, "--pdf")
    assert done.code == 2 and "--mappe" in done.err
    done = fordel("udmelding", file, *ACCEPTED, "--mappe", "m", "--ud", "u.xlsx")
    assert done.code == 2 and "enten --ud" in done.err


def test_a_pdf_each_is_one_danish_page_that_says_it_is_a_draft(fordel, tmp_path: Path) -> None:
    file = example(**{**CASE, "udgave": "høring"}).file(tmp_path / "budget.xlsx")
    folder = tmp_path / "pdf"
    done = fordel("udmelding", file, *ACCEPTED, "--mappe", folder, "--pdf")
    assert done.code == 0, done.err
    assert len(list(folder.iterdir())) == 12
    document = PdfReader(folder / "Udmelding Kastanjen.pdf")
    text = document.pages[0].extract_text()
    assert len(document.pages) == 1 and "UDKAST I HØRING" in text
    assert "Udmelding Kastanjen.xlsx" in text  # at the foot
    for printed in ("528.000", "44,3", "19.440", "70.621", "UDKAST"):
        assert printed in text, text
    assert document.metadata is not None and document.metadata.title == "UDKAST I HØRING: Udmelding 2027: Kastanjen"
    assert "/StructTreeRoot" in document.trailer["/Root"]


def test_the_edition_that_is_replaced_stands_on_each_page(fordel, tmp_path: Path) -> None:
    terms = {**CASE, "udgave": "høring", "pulje": 2_300_000}
    draft = example(**terms).file(tmp_path / "høring.xlsx")
    done = fordel("pulje", draft, "--begrundelse", "eksempel", "--ud", tmp_path / "udkast.xlsx")
    assert done.code == 0, done.err
    file = example(**CASE).file(tmp_path / "budget.xlsx")
    done = fordel("udmelding", file, *ACCEPTED, "--tidligere", tmp_path / "udkast.xlsx")
    assert done.code == 0, done.err
    assert "Erstatter UDKAST I HØRING (udkast.xlsx)" in done.out
    rows = CalamineWorkbook.from_path(str(tmp_path / "budget udmelding.xlsx")).get_sheet_by_name("Tjørnen").to_python()
    text = "\n".join(str(cell) for row in rows for cell in row)
    assert "Siden den tidligere udmelding" in text and "Ændret: Pulje er 2.400.000 kr., før 2.300.000 kr." in text


def test_a_page_for_each_of_several_pools_and_a_guarantee_of_their_sum(fordel, tmp_path: Path) -> None:
    pools = (RANDERS[0] | {"Loft, kr. pr. barn": 5_000, "Tilovers": "til Alle"}, RANDERS[1],
             {"Pulje": "Garanti", "Garanti": 0.95})
    file = houses(*pools, **CASE).file(tmp_path / "budget.xlsx")
    done = fordel("udmelding", file, *ACCEPTED, "--krav", "1")
    assert done.code == 0 and "6 sider, i alt 9.590.000 kr." in done.out, done.err
    book = CalamineWorkbook.from_path(str(file.with_name("budget udmelding.xlsx")))
    pages = {name: {str(row[1]): row[3] for row in book.get_sheet_by_name(name).to_python()}
             for name in book.sheet_names}
    assert math.fsum(float(page["Tildeling i alt"]) for page in pages.values()) == 9_590_000
    assert math.fsum(float(page["Fra puljerne"]) for page in pages.values()) == 9_590_000
    small = [float(page["Vuggestuer: tildeling"]) for page in pages.values() if "Vuggestuer: tildeling" in page]
    assert len(small) == 4 and math.fsum(small) == 1_130_000
