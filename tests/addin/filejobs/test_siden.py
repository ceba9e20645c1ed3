"""The page as others may have it; and that it is the one that stands in the workbook."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from addin.filejobs.siden import is_of_the_workbook
from addin.hosts.files.package import Package
from addin.messages import warning
from tests.addin.filejobs.files import distributed, large, made, refused, texts, values
from tests.addin.hosts.files.workbook_files import altered, parts


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return distributed(large(), tmp_path_factory.mktemp("siden"))


def sheet_part(data: bytes, name: str) -> str:
    return next(sheet.part for sheet in Package(data).sheets if sheet.name == name)


def changed(data: bytes, sheet: str, old: str, new: str) -> bytes:
    part = sheet_part(data, sheet)
    text = parts(data)[part].decode()
    assert text.count(old) >= 1, text[:2000]
    return altered(data, {part: text.replace(old, new, 1).encode()})


@pytest.mark.parametrize("text, inside", [
    ("Loftet flytter 5 kr. til de andre fra 1 institution: Solen.", False),
    ("Dagtilbud!F27: summen er 5, men afviger.", True), ("Fundet ved: Tærskel 8 % (Forudsætninger!$B$8).", True),
    ('Arket "Ark 1" er skjult.', True), ("Ark 1: disse tal er ikke med.", True), ("Ark 1, række 4: I alt.", True),
    ("Dagtilbud Nord får mest.", False), ("Ark 12: intet", False)])
def test_sentences_about_cells_and_sheets_stay(text: str, inside: bool) -> None:
    assert is_of_the_workbook(warning("x", text), ["Ark 1", "Dagtilbud (2)", "Dagtilbud"]) is inside


def test_an_amount_that_is_changed_on_the_page_is_seen(plain: bytes) -> None:
    figures = [value for row in values(plain, "Fordeling") for value in row if isinstance(value, int)]
    amount = next(value for value in figures if value > 9_999)
    said = refused(changed(plain, "Fordeling", f"<v>{amount}</v>", f"<v>{amount + 1}</v>"))
    assert said.startswith("Fordeling i ud.xlsx er ikke den, der kommer ud af mappens tal nu: rækken")
    assert said.endswith("Kør fordel pulje på mappen igen, se resultatet, og gør det så klart.")


def test_a_figure_that_is_changed_in_the_users_table_is_seen(plain: bytes) -> None:
    assert "er ikke den, der kommer ud af mappens tal nu" in refused(changed(plain, "Ark", "<v>35</v>", "<v>36</v>"))


def test_a_control_that_does_not_say_ok_is_told(plain: bytes) -> None:
    part = sheet_part(plain, "Fordeling kontrol")
    text = parts(plain)[part].decode()
    start = text.index('<c r="C4"')
    cell = text[start:text.index("</c>", start)]
    for answer in ("IKKE OK", ""):
        other = altered(plain, {part: text.replace(cell, cell.replace("<v>OK</v>", f"<v>{answer}</v>"), 1).encode()})
        assert refused(other).startswith(f"Fordeling kontrol siger {answer or 'intet'}: resultatet er ikke bevist.")


def test_what_somebody_wrote_on_the_page_is_left_out_and_told(plain: bytes) -> None:
    noted = changed(plain, "Fordeling", "</sheetData>",
                    '<row r="300"><c r="B300" t="inlineStr"><is><t>Ring til Jens</t></is></c></row></sheetData>')
    done = made(noted)
    assert not any("Jens" in text for text in texts(done.copy))
    lines = [row for row in values(done.list, "Udeladt af kopien") if row[0] == "Celler på Fordels ark"]
    assert any("B300" in str(row[2]) for row in lines if row[1] == "Fordeling")


def test_rests_do_not_leave(tmp_path: Path) -> None:
    data = distributed(large(pulje=2_400_001), tmp_path)
    before, after = (" ".join(texts(each, "Fordeling bilag")) for each in (data, made(data).copy))
    assert "(0," in before and "(0," not in after and "den ekstra krone gik til" in after


def test_a_draft_says_so_over_every_page_of_paper(tmp_path: Path) -> None:
    data = distributed(large(udgave="høring"), tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(made(data).copy))
    assert [sheet.title for sheet in book] == ["Fordeling (høring)", "Fordeling bilag (høring)"]
    assert all("UDKAST I HØRING" in sheet.oddHeader.center.text for sheet in book)
