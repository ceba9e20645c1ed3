"""What holds for every template: its inputs, its values in two other engines, its distribution, its paper, its "
  "words."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.filejobs.skabelon.laid import Book, Put
from addin.filejobs.skabelon.layout import lay
from addin.filejobs.skabelon.write import made, workbook
from addin.hosts.files.bindings import has_ours
from addin.hosts.files.forms import NAME, validation
from addin.workbook import a1
from tests.calc.office import Office
from tests.second_engine.engine import Engine, alike, apart, formula_cells, stale
from workbook_templates import skabeloner
from workbook_templates.opsaetning import SETTINGS
from workbook_templates.skabeloner.faelles import REGNES, SAGSOPLYSNINGER, VEJLEDNING, vejledning
from workbook_templates.skabeloner.form import Felt, Regel, Skabelon, Tabel, Vaerdi

every = pytest.mark.parametrize("navn", skabeloner.NAVNE)
PAPER = {"portrait": 595, "landscape": 842}  # the width of A4, in points
PER_INCH, SCREEN, PIXELS = 72, 96, 7  # points and pixels an inch, and pixels a digit of Calibri 11
MAY_BE_BLANK = "Tom: "
LO_ONLY = ("Med funktioner", "Spor")  # functions of ours, which the second engine does not know
ENGLISH = {"the", "and", "of", "with", "sheet", "value", "error", "from", "total", "amount", "children", "year", "this"}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def example(navn: str) -> bytes:
    return workbook(skabeloner.skabelon(navn))


@cache
def emptied(navn: str) -> bytes:
    return workbook(skabeloner.skabelon(navn), empty=True)


def filled(skabelon: Skabelon) -> Skabelon:
    """The same with something in every input that is blank."""
    return skabelon._replace(ark=tuple(ark._replace(indhold=tuple(filled_part(part) for part in ark.indhold))
                                       for ark in skabelon.ark))


def blank(skabelon: Skabelon) -> Skabelon:
    """The same without what may be left blank, by its own help."""
    return skabelon._replace(ark=tuple(ark._replace(indhold=tuple(
        part._replace(vaerdi=None) if isinstance(part, Felt) and MAY_BE_BLANK in part.hjaelp else part
        for part in ark.indhold)) for ark in skabelon.ark))


def short(skabelon: Skabelon) -> Skabelon:
    """The same with one blank line a table: the others are like it, and the second engine is slow."""
    return skabelon._replace(ark=tuple(ark._replace(indhold=tuple(
        part._replace(plads=min(part.plads, len(part.raekker) + 1)) if isinstance(part, Tabel) else part
        for part in ark.indhold)) for ark in skabelon.ark))


def filled_part(part: Any) -> Any:
    if isinstance(part, Felt) and part.vaerdi is None:
        return part._replace(vaerdi=some(part.regel, 1))
    if isinstance(part, Tabel):
        inputs = [column for column in part.kolonner if not column.formel]
        rows = [*part.raekker, *((None,) * len(inputs) for _ in range(part.plads - len(part.raekker)))]
        return part._replace(raekker=tuple(
            tuple(some(column.regel, nr) if value is None else value for column, value in zip(inputs, row))
            for nr, row in enumerate(rows, 1)))
    return part


def some(rule: Regel, nr: int) -> Vaerdi:
    if rule.slags == "liste":
        return rule.valg[nr % len(rule.valg)]
    if rule.slags == "tekst":
        return f"Tekst {nr % 18}"  # of institutions 13 to 30 each another, and all there are
    if rule.slags == "dato":
        return datetime.date(2027, 1, 1 + nr % 28)
    return min(rule.hoejst, max(rule.mindst, nr % 5 + 1))


def meets(rule: Regel, value: Vaerdi) -> bool:
    """Whether a value may be typed, asked apart from what is written into the workbook."""
    if value is None:
        return True
    if rule.slags in ("liste", "tekst"):
        return isinstance(value, str) and (value in rule.valg if rule.valg else len(value) <= rule.hoejst)
    if rule.slags == "dato":
        return isinstance(value, datetime.date)
    if isinstance(value, str):
        return value in rule.eller
    assert isinstance(value, (int, float))
    return rule.mindst <= value <= rule.hoejst and (rule.slags != "helt" or value == int(value))


def inputs(book: Book) -> Iterator[tuple[str, Put]]:
    return ((laid.ark.navn, put) for laid in book.sheets for put in laid.puts if "indtast" in put.style.split())


def differences(path: Path, office: Office) -> dict[Any, Any]:
    """The cells LibreOffice computes otherwise than they are cached."""
    cached = formula_cells(path)
    office.show(str(path))  # as a user opens it: then our functions are made known
    try:
        office.recalc()
        values = {name: office.get(f"{name}!A1:{a1(249, 25)}") for name in {sheet for sheet, _ in cached}}
        assert office.errors() == []
    finally:
        office.close()
    found = {}
    for (sheet, cell), value in cached.items():
        row, column = openpyxl.utils.cell.coordinate_to_tuple(cell)
        computed = values[sheet][row - 1][column - 1]
        if not alike(float(value) if isinstance(value, int) else value, computed):
            found[sheet, cell] = (value, computed)
    return found


@every
def test_the_committed_file_is_what_is_made_now(navn: str) -> None:
    bundled = (resources.files("workbook_templates.skabeloner") / f"{navn}.xlsx").read_bytes()
    assert parts(bundled) == parts(example(navn)), "run: python -m addin.filejobs.skabelon"


@every
def test_it_explains_itself_and_is_known_by_a_hidden_name(navn: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(example(navn)))
    assert book.sheetnames[:2] == [VEJLEDNING, SAGSOPLYSNINGER]
    assert book.defined_names[NAME].hidden
    assert book.defined_names[NAME].value == f'"{navn} {skabeloner.skabelon(navn).udgave}"'
    said = {sheet.title for sheet in book for line in sheet.iter_rows() for cell in line if cell.value == REGNES}
    assert said == {sheet.title for sheet in book for line in sheet.iter_rows() for cell in line
                    if has_ours(str(getattr(cell.value, "text", cell.value)))}
    text = " ".join(str(cell.value) for line in book[VEJLEDNING].iter_rows() for cell in line if cell.value)
    assert all(f"{nr}. " in text for nr in range(1, 6)) and "--tom" in text and "Gule celler" in text


@every
def test_every_input_is_marked_and_takes_only_what_it_may(navn: str) -> None:
    book = lay(skabeloner.skabelon(navn), skabeloner.skabelon(navn).ark)
    rules = {(laid.ark.navn, row, column): rule for laid in book.sheets for box, rule, _ in laid.rules
             for row in range(box.row, box.last_row + 1) for column in range(box.column, box.last_column + 1)}
    for sheet, put in inputs(book):
        assert meets(rules.pop((sheet, put.row, put.column)), put.value), (sheet, a1(put.row, put.column), put.value)
    assert rules == {}
    for laid in book.sheets:
        for _, rule, label in laid.rules:
            source = validation(rule, label, "B2").get("source")
            assert source is None or len(",".join(source)) <= 255, label  # type: ignore[arg-type]


@every
def test_an_empty_one_has_no_example_and_no_error(navn: str) -> None:
    done = made(skabeloner.skabelon(navn), empty=True)
    example_cells = {(laid.ark.navn, row, column) for laid in done.book.sheets for box in laid.example
                     for row in range(box.row, box.last_row + 1) for column in range(box.column, box.last_column + 1)}
    assert example_cells
    assert [cell for cell in example_cells if done.values.given.get(cell) is not None] == []
    kept = [put for sheet, put in inputs(done.book) if (sheet, put.row, put.column) not in example_cells]
    assert all(put.value is not None for put in kept if put.style.startswith("kr"))
    shown = {cell: done.values.value(cell) for cell in done.values.formulas}
    assert {cell: value for cell, value in shown.items() if str(value).startswith("#")} == {}


@every
def test_the_name_eksempel_covers_the_example(navn: str) -> None:
    """And what it covers is no more than that: clearing it leaves the defaults."""
    book = openpyxl.load_workbook(io.BytesIO(example(navn)))
    template = skabeloner.skabelon(navn)
    laid = {sheet.ark.navn: sheet for sheet in lay(template, (vejledning(template), *template.ark)).sheets}
    for sheet in book:
        wanted = {(row, column) for box in (laid[sheet.title].example if sheet.title in laid else [])
                  for row in range(box.row, box.last_row + 1) for column in range(box.column, box.last_column + 1)}
        named = sheet.defined_names.get("Eksempel")
        covered = {(cell.row - 1, cell.column - 1) for _, area in (named.destinations if named else ())
                   for line in rows_of(sheet, area) for cell in line}
        assert covered == wanted, sheet.title


def rows_of(sheet: Any, area: str) -> Any:
    found = sheet[area]
    return found if isinstance(found, tuple) else ((found,),)


@every
@pytest.mark.soffice
def test_libreoffice_computes_what_is_cached_also_with_every_input_filled(navn: str, office: Office,
                                                                          tmp_path: Path) -> None:
    path = tmp_path / "eksempel.xlsx"
    path.write_bytes(example(navn))
    assert differences(path, office) == {}
    path = tmp_path / "fyldt.xlsx"
    path.write_bytes(workbook(filled(skabeloner.skabelon(navn))))
    assert differences(path, office) == {}


@pytest.mark.parametrize("navn", [navn for navn in skabeloner.NAVNE
                                  if blank(skabeloner.skabelon(navn)) != skabeloner.skabelon(navn)])
@pytest.mark.soffice
def test_libreoffice_computes_what_is_cached_where_what_may_be_blank_is(navn: str, office: Office, tmp_path: Path
                                                                        ) -> None:
    path = tmp_path / "tomt.xlsx"
    path.write_bytes(workbook(blank(skabeloner.skabelon(navn))))
    assert differences(path, office) == {}


@every
def test_a_second_engine_computes_what_is_cached(navn: str, tmp_path: Path) -> None:
    path = tmp_path / "eksempel.xlsx"
    path.write_bytes(workbook(short(skabeloner.skabelon(navn))))
    plain = [name for name in openpyxl.load_workbook(path, read_only=True).sheetnames if name not in LO_ONLY]
    cached = {place: value for place, value in formula_cells(path).items() if place[0] not in LO_ONLY}
    assert apart(cached, Engine(stale(path, tmp_path / "foraeldet.xlsx", plain)).values(cached)) == {}


@every
def test_fordel_pulje_asks_nothing_of_one_that_is_for_it(navn: str, fordel: Any, tmp_path: Path) -> None:
    (tmp_path / "ind.xlsx").write_bytes(example(navn))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    assert (answer.code == 0) is skabeloner.skabelon(navn).pulje, answer.err
    assert answer.code or "Ikke fordelt" in answer.out
    assert "Rettet på opsætningen" not in answer.out  # no figure of its own is taken for a setting


@every
def test_names_are_settings_and_the_workbook_names_nobody(navn: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(example(navn)))
    assert set(book.defined_names) - {NAME} <= {setting.name for setting in SETTINGS.values()}
    assert {book.properties.creator, book.properties.lastModifiedBy} == {"Fordel"}
    text = "\n".join(texts(book)).replace("Signs of Safety", "")  # what the measure is called in Aarhus
    assert not re.search(r"\d{6}-?\d{4}\b|\w@\w", text)
    assert {word for word in re.findall(r"\b[a-zA-Z]+\b", text) if word in ENGLISH} == set()
    assert not [name for name in parts(example(navn)) if "vba" in name.casefold()]


def texts(book: Any) -> Iterator[str]:
    for sheet in book:
        yield sheet.title
        for line in sheet.iter_rows():
            yield from (cell.value for cell in line if isinstance(cell.value, str) and cell.data_type != "f")
        for rule in sheet.data_validations.dataValidation:
            yield from filter(None, (rule.error, rule.errorTitle, rule.prompt, rule.promptTitle))


@every
def test_pictures_have_words_and_every_sheet_is_for_a4(navn: str) -> None:
    data = parts(example(navn))
    for name, xml in data.items():
        if name.startswith("xl/drawings/drawing"):
            found = re.findall(rb'<xdr:cNvPr [^>]*?(?:descr="([^"]*)")?/?>', xml)
            assert found and all(len(words) > 40 for words in found), name
    for sheet in openpyxl.load_workbook(io.BytesIO(example(navn))):
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0), sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


@every
def test_every_sheet_is_printed_in_letters_that_can_be_read(navn: str) -> None:
    """It is made as wide as the paper: no smaller than 95 %, which is 10,5 points."""
    for sheet in openpyxl.load_workbook(io.BytesIO(example(navn))):
        wide = PAPER[sheet.page_setup.orientation] - 2 * PER_INCH * sheet.page_margins.left
        columns = sum(int(each.width * PIXELS) * PER_INCH / SCREEN for each in sheet.column_dimensions.values()
                      for _ in range(each.min, each.max + 1))
        assert wide / columns >= 0.95, (sheet.title, wide / columns)


@every
@pytest.mark.soffice
def test_on_paper_nothing_is_cut_to_hashes(navn: str, office: Office, tmp_path: Path) -> None:
    (tmp_path / "ind.xlsx").write_bytes(example(navn))
    office.show(str(tmp_path / "ind.xlsx"))
    try:
        office.save(str(tmp_path / "ud.pdf"), "calc_pdf_Export")
    finally:
        office.close()
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "ud.pdf", "-"], capture_output=True, text=True,
                          check=True).stdout
    assert VEJLEDNING in text and "##" not in text and "Err:" not in text
    size = subprocess.run(["pdfinfo", tmp_path / "ud.pdf"], capture_output=True, text=True, check=True).stdout
    assert "A4" in size
