"""What comes out on paper: real LibreOffice, real PDF, looked at by a program (and, when it changes, by a person)."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pypdf
import pytest

from addin import libreoffice
from addin.hosts.files import job
from tests.conftest import WORKBOOKS

pytestmark = pytest.mark.soffice
A4_LANDSCAPE = (842, 595)  # points


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, tuple[int, int]]]:
    """The text and size of each page of our sheets, the user's left out."""
    folder = tmp_path_factory.mktemp("pdf")
    done = job.run(WORKBOOKS / "dagtilbud_budget_2023.xlsx", folder / "ud.xlsx", {"taerskel": "3%", "loft": "9000"})
    office = libreoffice.program()
    assert office is not None
    printed = libreoffice.converted(office, done.target.read_bytes(), "ud.xlsx", "pdf")
    assert printed is not None
    reader = pypdf.PdfReader(io.BytesIO(printed))
    found = [(page.extract_text(), (round(page.mediabox.width), round(page.mediabox.height))) for page in reader.pages]
    first = next(index for index, (text, _) in enumerate(found) if "Fordeling af pulje" in text)
    return found[first:]


def test_each_sheet_fits_the_width_of_a4_lying_down(pages: list[tuple[str, tuple[int, int]]]) -> None:
    assert {size for _, size in pages} <= {A4_LANDSCAPE, A4_LANDSCAPE[::-1]}
    assert len(pages) <= 20
    assert all(len(text) > 120 for text, _ in pages)  # none is nearly empty


def test_no_number_is_too_wide_for_its_cell(pages: list[tuple[str, tuple[int, int]]]) -> None:
    assert not any("##" in text for text, _ in pages)
    assert not any("Err:" in text or "#NAME?" in text or "#REF!" in text for text, _ in pages)


def test_the_headings_and_the_answer_are_on_paper(pages: list[tuple[str, tuple[int, int]]]) -> None:
    text = "\n".join(page for page, _ in pages)
    for words in ("Nøgletal", "Det skal du vide", "Hvor de sidste kroner gik", "Fordeling, trin for trin",
                  "Kontrol af fordelingen", "Fordel opsætning", "Dagtilbud Nord i alt", "OK",
                  "Hvad og hvordan", "Det vigtigste", "Tallene i figuren"):
        assert words in text, words
    assert "IKKE OK" not in text and "FEJL" not in text


def test_print_setup_of_every_sheet_of_ours(tmp_path: Path) -> None:
    done = job.run(WORKBOOKS / "boernetaelling_2026.xlsx", tmp_path / "ud.xlsx", {})
    book = openpyxl.load_workbook(done.target)
    for plan in done.plan.sheets:
        sheet = book[plan.name]
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage
                ) == (9, None if plan.pages_tall == 1 else 0, True), plan.name  # 1 is not written
        assert sheet.print_area
    assert book["Fordeling trin"].print_title_rows
