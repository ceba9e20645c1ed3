"""The page as others may have it; and that it is the one that stands in the workbook."""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import xlsxwriter

from addin.filejobs.siden import for_others
from addin.hosts.files import job
from addin.hosts.files.package import Package
from addin.messages import warning
from tests.addin.filejobs.files import distributed, large, made, refused, texts, values
from tests.addin.hosts.files.workbook_files import altered, parts
from tests.planning import WHY, calculated
from tests.planted.book import ROWS, WORD
from tests.planted.search import found


def sheet_part(data: bytes, name: str) -> str:
    return next(sheet.part for sheet in Package(data).sheets if sheet.name == name)


def changed(data: bytes, sheet: str, old: str, new: str) -> bytes:
    part = sheet_part(data, sheet)
    text = parts(data)[part].decode()
    assert text.count(old) >= 1, text[:2000]
    return altered(data, {part: text.replace(old, new, 1).encode()})


def test_what_follows_from_the_amounts_goes_and_what_is_said_of_the_workbook_stays(tmp_path: Path) -> None:
    """Also where its sheets have names that nobody else should see."""
    run = calculated(large())
    seen = warning("loft", "Ark!D2 er læst som 7.")
    others = [warning("loft", "Loftet flytter 5 kr."), seen, warning("tal", "Ark!D2 er tom."),
              warning("navne", "A og B"), warning("taerskel", "x", "Ark!D2"), warning("taerskel", "3 ligger under.")]
    told, kept_in = for_others(replace(run, warnings=tuple(others), messages=(seen,)))
    assert [str(message) for message in told.warnings] == ["Loftet flytter 5 kr.", "3 ligger under."]
    assert [line[:4] for line in kept_in if line.part == "Det skal du vide"] == [
        ("Det skal du vide", "Fordeling", "", "4 linjer")]


def test_the_names_of_the_users_sheets_and_headings_do_not_go() -> None:
    rows = [["Institution", "0-2 år", "3-5 år", "Sandsynlighed", WORD], *([*row, WORD] for row in ROWS)]
    made_up = {f"{WORD} 1": rows, f"{WORD} 2": [["Pulje", 100_000], [f"{WORD} beløb", 7_000]]}
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for name, lines in made_up.items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    book.close()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "i.xlsx"), Path(folder, "u.xlsx")
        source.write_bytes(out.getvalue())
        job.run(source, target, WHY)
        data = target.read_bytes()
    assert any(WORD in text for text in texts(data, "Fordeling bilag")) and found(made(data).copy) == []


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
    lines = [row for row in values(done.list, "Udeladt af kopien") if row[0] == "Andet på siden"]
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


def test_a_page_that_has_no_cells_is_no_page(plain: bytes) -> None:
    """What is marked as the page is a sheet of another kind: a chart, after somebody's repair."""
    rels = "xl/_rels/workbook.xml.rels"
    target = sheet_part(plain, "Fordeling").removeprefix("xl/")
    text = parts(plain)[rels].decode()
    line = next(each for each in text.split("<Relationship ") if f'Target="{target}"' in each)
    other = altered(plain, {rels: text.replace(line, line.replace("/worksheet\"", "/chartsheet\"")).encode()})
    assert "arket Fordeling mangler" in refused(other)
