"""A follow-up from end to end: statements made, filled in by another program, sent back with faults, and gathered."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from openpyxl.workbook import Workbook

from addin import libreoffice
from addin.filejobs.saml.opfulgt import MISSING, Line
from tests.addin.filejobs.saml.folder import CPR, Change, filled, named
from tests.addin.sheets.committee import example
from workbook_templates.udmelding import FELTER, KVITTERING, MODTAGER, UDMELDT

LABEL = {felt.noegle: felt.etiket for felt in FELTER}
ACCEPTED = ("--accepteret", "Børneudvalget, 3. november 2026")


def place(sheet: Any, label: str) -> Any:
    """The cell an answer is typed in: right of its label, the first of those that are one."""
    return next(row[at + 1] for row in sheet.iter_rows() for at, cell in enumerate(row) if cell.value == label)


def fill(path: Path, change: Change | None = None, **answers: object) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for key, value in answers.items():
            place(sheet, LABEL[key]).value = value
    if change:
        change(book)
    book.save(path)


def relabelled(book: Workbook) -> None:
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == LABEL["brugt"]:
                cell.value = "Forbrug"


def a_number(book: Workbook) -> None:
    book.create_sheet("Noter").append(["Ansat", CPR])


@pytest.fixture
def sent(fordel: Callable[..., Any], tmp_path: Path) -> Path:
    """The folder of statements, one each: twelve, of which ten get money; one has no demand."""
    file = example(udgave="endelig", budgetaar=2027).file(tmp_path / "budget.xlsx")
    done = fordel("udmelding", file, *ACCEPTED, "--krav", "1", "--krav-til", "Tjørnen=4", "--mappe", tmp_path / "ud")
    assert done.code == 0, done.err
    return tmp_path / "ud"


def statement(folder: Path, name: str) -> Path:
    return folder / f"Udmelding {name}.xlsx"


def test_only_who_has_a_demand_and_money_is_asked_and_each_cell_takes_what_it_should(sent: Path) -> None:
    for path in sent.iterdir():
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        asks = any(cell.value == MODTAGER for row in sheet.iter_rows() for cell in row)
        assert asks == (path.stem.partition(" ")[2] not in ("Tjørnen", "Strandhuset", "Kløverstien"))
        assert asks == ("Fordel_skabelon" in book.defined_names)
        if not asks:
            continue
        assert book.defined_names["Fordel_skabelon"].hidden
        assert book.defined_names["Fordel_skabelon"].attr_text == '"opfoelgning 1"'
        rules = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
        wanted = {"brugt": "decimal", "stillinger": "decimal", "hvad": "list", "afvigelse": "textLength"}
        assert rules == {place(sheet, LABEL[key]).coordinate: kind for key, kind in wanted.items()}
        assert place(sheet, MODTAGER).value == sheet.title
        total = next(row[3].value for row in sheet.iter_rows() if row[1].value == "Tildeling")
        assert place(sheet, UDMELDT).value == total > 0


def test_what_comes_back_is_gathered_and_every_fault_is_said(
        fordel: Callable[..., Any], sent: Path, tmp_path: Path) -> None:
    fill(statement(sent, "Kastanjen"), brugt=500_000, stillinger=1.1, hvad="uddannede pædagoger",
         afvigelse="En stilling stod ledig i juni.")
    fill(statement(sent, "Havnehuset"), brugt=place(openpyxl.load_workbook(
        statement(sent, "Havnehuset")).worksheets[0], UDMELDT).value, hvad="inklusionsopgaver")
    statement(sent, "Havnehuset").rename(sent / "svar endelig.xlsx")
    (sent / "kopi.xlsx").write_bytes((sent / "svar endelig.xlsx").read_bytes())
    fill(statement(sent, "Ellehuset"), brugt="ca. 300.000", stillinger=-1, hvad="kager", afvigelse="Kun ét barn.")
    fill(statement(sent, "Svalereden"), named("opfoelgning 0"), brugt=1)
    fill(statement(sent, "Engblommen"), a_number, brugt=1)
    fill(statement(sent, "Lærken"), relabelled, stillinger=0.2)
    done = fordel("saml", sent, "--ud", tmp_path / "samlet.xlsx", "--csv")
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(tmp_path / "samlet.xlsx")
    rows = {row[0]: row[1:9] for row in book["Opfølgning"].iter_rows(values_only=True)}
    assert rows["Kastanjen"] == (528_000, 500_000, 28_000, 500 / 528, 1.1, "uddannede pædagoger",
                                 "afviger, begrundet", "En stilling stod ledig i juni.")
    assert rows["Havnehuset"][2:4] == (0, 1) and rows["Havnehuset"][6] == "brugt som udmeldt"
    assert rows["Ellehuset"][1:] == (None, None, None, None, None, "mangler", None)
    assert next(row for name, row in rows.items() if str(name).startswith("I alt, 2"))[2] == 28_000
    files = {(row[0], row[3]): row[4] for row in book["Filer"].iter_rows(min_row=4, values_only=True)}
    said = {file: [text for (name, _), text in files.items() if name == file and text] for file, _ in files}
    assert len(said["Udmelding Ellehuset.xlsx"]) == 4 and "er ikke mellem" in " ".join(said["Udmelding Ellehuset.xlsx"])
    assert ("Udmelding Ellehuset.xlsx", f"Ellehuset!{cell_of(sent, 'Ellehuset', 'brugt')}") in files
    assert "udgave 0" in said["Udmelding Svalereden.xlsx"][0]
    assert "personnummer" in said["Udmelding Engblommen.xlsx"][0]
    assert "står der ikke mere" in said["Udmelding Lærken.xlsx"][0]
    assert "er ikke udfyldt" in said["Udmelding Birkelunden.xlsx"][0]
    assert "ikke lavet af en af Fordels skabeloner" in said["Udmelding Tjørnen.xlsx"][0]
    assert sum("siger det samme som" in text for texts in said.values() for text in texts) == 1
    shown = (tmp_path / "samlet.csv").read_text("utf-8-sig") + done.out + str(rows) + str(files)
    assert [text for text in (CPR, "kager", "Kun ét", "ca. 300") if text in shown] == []
    csv = pandas.read_csv(tmp_path / "samlet.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert csv[(csv["Institution"] == "Kastanjen") & (csv["Nøgle"] == "brugt")]["Tal"].tolist() == [500_000]


def cell_of(folder: Path, name: str, key: str) -> str:
    return str(place(openpyxl.load_workbook(statement(folder, name)).worksheets[0], LABEL[key]).coordinate)


def amount_of(path: Path) -> Any:
    """The cell with what the recipient was told."""
    return place(openpyxl.load_workbook(path).worksheets[0], UDMELDT)


def grey(book: Workbook) -> None:
    place(book.worksheets[0], UDMELDT).value = 5_280_000
    place(book.worksheets[0], MODTAGER).value = "Tjørnen"


def said_of(fordel: Callable[..., Any], folder: Path, target: Path, file: str) -> tuple[dict[str, str], dict[Any, Any]]:
    """What is said of a file, by place, and the lines of the follow-up by recipient."""
    done = fordel("saml", folder, "--ud", target)
    assert done.code == 0, done.out + done.err
    book = openpyxl.load_workbook(target)
    said = {row[3]: row[4] for row in book["Filer"].iter_rows(min_row=4, values_only=True) if row[0] == file and row[4]}
    return said, {row[0]: row[1:] for row in book["Opfølgning"].iter_rows(values_only=True)}


@pytest.mark.soffice
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_grey_cell_that_is_written_over_is_said_and_what_the_kommune_wrote_counts(
        fordel: Callable[..., Any], sent: Path, tmp_path: Path, kind: str) -> None:
    path, office = statement(sent, "Kastanjen"), libreoffice.program()
    assert amount_of(path).value == 528_000 and office is not None
    fill(path, grey, brugt=528_000)
    cells = {f"Kastanjen!{place(openpyxl.load_workbook(path).worksheets[0], label).coordinate}"
             for label in (UDMELDT, MODTAGER)}
    saved = libreoffice.converted(office, path.read_bytes(), path.name, kind)
    assert saved is not None
    (tmp_path / "ind").mkdir()
    (tmp_path / "ind" / f"svar.{kind}").write_bytes(saved)
    said, lines = said_of(fordel, tmp_path / "ind", tmp_path / "samlet.xlsx", f"svar.{kind}")
    assert set(said) == cells and all("er ændret, og det, kommunen skrev, er brugt" in text for text in said.values())
    assert "528.000" in " ".join(said.values()) and "5.280.000" not in " ".join(said.values())
    assert lines["Kastanjen"][:3] == (528_000, 528_000, 0) and "Tjørnen" not in lines


def test_a_grey_cell_that_is_emptied_is_what_the_kommune_wrote(
        fordel: Callable[..., Any], sent: Path, tmp_path: Path) -> None:
    def emptied(book: Workbook) -> None:
        place(book.worksheets[0], UDMELDT).value = None

    fill(statement(sent, "Kastanjen"), emptied, brugt=528_000)
    said, lines = said_of(fordel, sent, tmp_path / "samlet.xlsx", "Udmelding Kastanjen.xlsx")
    assert len(said) == 1 and lines["Kastanjen"][:3] == (528_000, 528_000, 0)


def test_a_statement_that_does_not_keep_what_was_written_says_so(
        fordel: Callable[..., Any], sent: Path, tmp_path: Path) -> None:
    def unkept(book: Workbook) -> None:
        names = book.worksheets[0].defined_names
        for name in [each for each in names if each.startswith(KVITTERING)]:
            assert names.pop(name).hidden

    fill(statement(sent, "Kastanjen"), unkept, brugt=1)
    fill(statement(sent, "Havnehuset"), unkept)
    said, lines = said_of(fordel, sent, tmp_path / "samlet.xlsx", "Udmelding Kastanjen.xlsx")
    assert list(said) == ["Kastanjen"] and "filen har ikke gemt, hvad kommunen skrev" in said["Kastanjen"]
    assert lines["Kastanjen"][:2] == (528_000, 1) and "Havnehuset" not in lines


def test_what_the_money_went_to_is_counted_only_where_five_have_answered(
        fordel: Callable[..., Any], sent: Path, tmp_path: Path) -> None:
    names = ("Kastanjen", "Havnehuset", "Ellehuset", "Lærken", "Svalereden")
    for many in (4, 5):
        fill(statement(sent, names[many - 1]), hvad="andet", brugt=1)
        for name in names[:many - 1]:
            fill(statement(sent, name), hvad="andet personale", brugt=1)
        fordel("saml", sent, "--ud", tmp_path / f"{many}.xlsx")
        rows = list(openpyxl.load_workbook(tmp_path / f"{many}.xlsx")["Opfølgning"].iter_rows(values_only=True))
        counted = {row[0]: row[1:3] for row in rows}
        assert ("andet" in counted) == (many == 5)
    assert counted["andet personale"] == (4, 0.8) and counted["inklusionsopgaver"] == (0, 0)


def test_all_in_one_workbook_are_a_reply_each_and_as_open_document_too(
        fordel: Callable[..., Any], tmp_path: Path) -> None:
    file = example(udgave="endelig", budgetaar=2027).file(tmp_path / "budget.xlsx")
    (tmp_path / "ind").mkdir()
    made = tmp_path / "ind" / "alle.xlsx"
    assert fordel("udmelding", file, *ACCEPTED, "--krav", "2", "--ud", made).code == 0
    book = openpyxl.load_workbook(made)
    place(book["Kastanjen"], LABEL["brugt"]).value = 528_000
    book.save(made)
    office = libreoffice.program()
    assert office is not None
    again = libreoffice.converted(office, made.read_bytes(), "alle.xlsx", "ods")
    assert again is not None
    (tmp_path / "ods").mkdir()
    (tmp_path / "ods" / "alle.ods").write_bytes(again)
    found = []
    for folder in ("ind", "ods"):
        done = fordel("saml", tmp_path / folder, "--ud", tmp_path / f"{folder}.xlsx")
        assert done.code == 0 and "10 institutioner af 1 fil." in done.out, done.out + done.err
        sheet = openpyxl.load_workbook(tmp_path / f"{folder}.xlsx")["Opfølgning"]
        found.append([row[:8] for row in sheet.iter_rows(values_only=True)])
    assert found[0] == found[1] and any(row[:4] == ("Kastanjen", 528_000, 528_000, 0) for row in found[0])


def test_answers_of_two_kinds_are_not_mixed(fordel: Callable[..., Any], sent: Path, tmp_path: Path) -> None:
    fill(statement(sent, "Kastanjen"), brugt=1)
    (sent / "svar.xlsx").write_bytes(filled("Aaby", {"s8": "ja"}, []))
    done = fordel("saml", sent, "--ud", tmp_path / "samlet.xlsx")
    assert done.code == 2 and "hver sin mappe" in done.err and not (tmp_path / "samlet.xlsx").exists()


@pytest.mark.parametrize(("used", "why", "state"), [
    (100.0, None, "brugt som udmeldt"), (100.99, None, "brugt som udmeldt"), (101.0, None, "afviger, ikke begrundet"),
    (99.0, "ledig", "afviger, begrundet"), (None, "ledig", MISSING)])
def test_a_krone_is_a_deviation(used: float | None, why: str | None, state: str) -> None:
    assert Line("A", 100.0, used, None, None, why).state == state
    assert Line("A", None, used, None, None, why).state == MISSING


def test_the_statements_and_the_distribution_never_import_pandas() -> None:
    code = "import addin.hosts.files.udmelding, sys; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
