"""`fordel pulje --sagsbilag`: the page and its appendix as a PDF, printed by a real LibreOffice and read with pypdf."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pypdf
import pytest

from addin import libreoffice
from addin.hosts.files import job, sagsbilag, session
from addin.hosts.files.sagsbilag import Sagsbilag
from addin.sagsbilag import paper, printing, tags
from addin.workbook import Plan, Refusal, SheetPlan
from tests.addin.sagsbilag.heard import Heard, resolved, unmarked
from tests.builders import workbook

SECRET = "Hemmelig note"
POOL = 6_900_000
_PAINTS = re.compile(rb"\b(Tj|TJ|S|s|f\*?|F|B\*?|b\*?|Do|sh)\b")


def budget(path: Path, recipients: int = 6) -> Path:
    """A budget with a sheet and a column that are nobody's business, and its pool in another."""
    rows = [[f"Børnehuset {number:03}", 20, 40 + number % 7, 0.02 + number % 9 / 100, 3_000_000, SECRET]
            for number in range(1, recipients + 1)]
    return workbook(path, Budget=[["Institution", "0-2 år", "3-5 år", "Sandsynlighed", "Grundbudget", "Note"], *rows],
                    Pulje=[["Pulje 2027", POOL], ["Minimumsgrænse", 0.025]], Internt=[[SECRET]])


def made(folder: Path, recipients: int = 6, **choices: str) -> tuple[job.Done, Sagsbilag]:
    done = job.run(budget(folder / "Budget 2027.xlsx", recipients), None, choices, printed=True)
    assert done.sagsbilag is not None and not done.sagsbilag.problem, done.sagsbilag
    return done, done.sagsbilag


# ------------------------------------------------------------------------------------- what is in it


@pytest.mark.soffice
@pytest.mark.parametrize("language", ["C", "da_DK.UTF-8", "en_US.UTF-8"])
def test_numbers_are_danish_on_any_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LC_ALL", language)
    monkeypatch.setenv("LANG", language)
    text = Heard(made(tmp_path)[1].target.read_bytes()).text
    assert "6.900.000" in text and "2,5 %" in text
    assert "6,900,000" not in text and "2.5%" not in text and "2.5 %" not in text


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> tuple[job.Done, Heard]:
    """An edition in hearing, so long that it goes over several pages."""
    done, printed = made(tmp_path_factory.mktemp("kladde"), 120, udgave="høring")
    heard = Heard(printed.target.read_bytes())
    assert printed.pages == len(heard.pages) > 1
    return done, heard


@pytest.mark.soffice
def test_it_says_what_it_is_in_danish(draft: tuple[job.Done, Heard]) -> None:
    _, heard = draft
    root, about = heard.root, heard.reader.xmp_metadata
    assert heard.language == "da-DK" and root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    headings = heard.all_said("H1")
    assert heard.title == f"UDKAST I HØRING: {headings[0]}"
    assert about is not None and about.dc_title == {"x-default": heard.title}
    xml = resolved(root["/Metadata"]).get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xml and heard.reader.pdf_header == "%PDF-1.7"


@pytest.mark.soffice
def test_all_that_stands_on_the_sheets_is_heard_once_and_in_order(draft: tuple[job.Done, Heard]) -> None:
    done, heard = draft
    page = done.plan.sheets[0]
    rows = [row for row in heard.rows() if "Børnehuset" in " ".join(row)]
    names = [next(text for text in row if "Børnehuset" in text) for row in rows]
    assert names[:120] == [f"Børnehuset {number:03}" for number in range(1, 121)]  # then those of the appendix
    amounts = {name: f"{round(amount):,}".replace(",", ".") for name, amount, _ in done.plan.summary["tabel"]}
    assert all(amounts[name] in " ".join(row).split() for name, row in zip(names[:120], rows))  # and a letter beside it
    headings = [cell.value for cell in page.cells
                if cell.style.startswith("afsnit") and cell.column == 0 and cell.value]
    assert heard.all_said("H2")[:len(headings)] == headings
    assert heard.alts == [chart.alt for sheet in done.plan.sheets[:1] for chart in sheet.charts] != []


@pytest.mark.soffice
def test_tables_have_rows_of_one_length_and_headings(draft: tuple[job.Done, Heard]) -> None:
    _, heard = draft
    tables = [node for node in heard.nodes if node.tag == "Table"]
    assert tables
    for table in tables:
        assert {row.tag for row in table.kids} == {"TR"}
        assert len({len(row.kids) for row in table.kids}) == 1
    scopes = [str(node.about["/A"]["/Scope"]) for node in heard.nodes if node.tag == "TH"]
    assert len(scopes) == heard.count("TH") and {"/Column", "/Row"} == set(scopes)


@pytest.mark.soffice
def test_all_that_is_drawn_is_marked_and_every_mark_has_its_element(draft: tuple[job.Done, Heard]) -> None:
    _, heard = draft
    numbers = resolved(heard.root["/StructTreeRoot"]["/ParentTree"])["/Nums"]
    for index, page in enumerate(heard.reader.pages):
        assert not _PAINTS.search(unmarked(page)), index
        assert page["/StructParents"] == numbers[2 * index] == index and page["/Tabs"] == "/S"
        owners = resolved(numbers[2 * index + 1])
        owned = {mark: node.about for node in heard.nodes for where, mark in node.marks if where == index}
        assert [resolved(owner) for owner in owners] == [owned[mark] for mark in range(len(owners))]
        assert set(owned) == set(range(len(owners)))


@pytest.mark.soffice
def test_headings_repeated_on_the_next_page_are_seen_there_and_heard_once(draft: tuple[job.Done, Heard]) -> None:
    _, heard = draft
    heads = [node for node in heard.nodes if node.tag == "TH" and heard.said(node) == "Institution"]
    assert heads[0].marks[0][0] == 0 and all(len(head.marks) == 1 for head in heads)
    assert sum("Institution" in page for page in heard.pages) > len(heads)


@pytest.mark.soffice
def test_a_draft_says_so_over_every_page_and_a_final_one_nowhere(draft: tuple[job.Done, Heard], tmp_path: Path) -> None:
    _, heard = draft
    assert all("UDKAST I HØRING" in page for page in heard.pages)
    final = Heard(made(tmp_path, udgave="endelig")[1].target.read_bytes())
    assert "UDKAST" not in final.text + final.title


@pytest.mark.soffice
def test_nothing_else_of_the_workbook_is_in_it(tmp_path: Path) -> None:
    done, printed = made(tmp_path)
    data = printed.target.read_bytes()
    reader = pypdf.PdfReader(printed.target)
    everything = "\n".join([Heard(data).text, str(reader.metadata), *Heard(data).alts,
                            *(resolved(found).get_data().decode("latin-1") for found in streams(reader))])
    for words in (SECRET, "Internt", "trin for trin", "Kontrol af fordelingen", "Fordel opsætning", "Kun til intern"):
        assert words not in everything, words
    assert not reader.attachments and not reader.get_fields()
    assert [sheet.name for sheet in done.plan.sheets][1:], "there are other sheets that could have come along"


def streams(reader: pypdf.PdfReader) -> list[object]:
    found = (resolved(reader.get_object(number)) for number in range(1, int(reader.trailer["/Size"])))
    return [one for one in found if hasattr(one, "get_data")]


@pytest.mark.soffice
def test_letters_have_their_true_colours_and_none_of_those_they_were_known_by(draft: tuple[job.Done, Heard]) -> None:
    _, heard = draft
    colours = {match[1] for page in heard.reader.pages for match in re.finditer(
        rb"([0-9.]+ [0-9.]+ [0-9.]+) rg\s*BT", resolved(page.get_contents()).get_data())}
    assert colours and not any(colour.startswith(b"0.882") for colour in colours)  # E1 of FF


# ------------------------------------------------------------------------------------- where it lies


@pytest.mark.soffice
def test_the_command_puts_it_beside_the_result_and_again_over_its_own(fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    budget(tmp_path / "Budget 2027.xlsx")
    said = fordel("pulje", "Budget 2027.xlsx", "--sagsbilag", "--ud", "ud.xlsx")
    assert said.code == 0 and "Skrevet: ud sagsbilag.pdf (" in said.out, said.out + said.err
    again = fordel("pulje", "Budget 2027.xlsx", "--sagsbilag", "--ud", "ud.xlsx")
    assert again.code == 0 and "Erstattet: ud sagsbilag.pdf" in again.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Budget 2027.xlsx", "ud sagsbilag.pdf", "ud.xlsx"]


@pytest.mark.soffice
def test_each_result_has_its_own(tmp_path: Path) -> None:
    assert made(tmp_path)[1].target.name == "Budget 2027 fordelt sagsbilag.pdf"
    assert made(tmp_path)[1].target.name == "Budget 2027 fordelt (2) sagsbilag.pdf"


@pytest.mark.parametrize("data", [b"", b"noter", b"%PDF-1.4\n"])
def test_what_is_not_ours_is_never_written_over_and_nothing_is_begun(fordel, tmp_path: Path, data: bytes) -> None:  # type: ignore[no-untyped-def]
    budget(tmp_path / "b.xlsx")
    (tmp_path / "b fordelt sagsbilag.pdf").write_bytes(data)
    said = fordel("pulje", "b.xlsx", "--sagsbilag")
    assert said.code == 2 and "b fordelt sagsbilag.pdf findes allerede, og Fordel har ikke lavet den" in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b fordelt sagsbilag.pdf", "b.xlsx"]
    assert (tmp_path / "b fordelt sagsbilag.pdf").read_bytes() == data
    (tmp_path / "b fordelt sagsbilag.pdf").unlink()
    (tmp_path / "b fordelt sagsbilag.pdf").mkdir()
    assert "er en mappe" in fordel("pulje", "b.xlsx", "--sagsbilag").err


# ------------------------------------------------------------------------------------- where it cannot be made


def test_without_libreoffice_it_is_said_first_and_the_result_is_written(
        fordel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    budget(tmp_path / "b.xlsx")
    said = fordel("pulje", "b.xlsx", "--sagsbilag")
    assert said.code == 3 and said.err.startswith("Sagsbilaget bliver ikke lavet.")
    assert "Installér LibreOffice" in said.err and "libreoffice-calc" in said.err
    assert "Skrevet: b fordelt.xlsx" in said.out and "! Sagsbilaget er ikke lavet." in said.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b fordelt.xlsx", "b.xlsx"]


@pytest.mark.parametrize(("text", "says"), [("sleep 600", "svarede ikke i 1 sekunder og er stoppet"),
                                            ("exit 1", "LibreOffice kunne ikke trykke det")])
def test_one_that_hangs_or_fails_ends_with_a_sentence_and_leaves_nothing(
        fordel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "midlertidigt"
    folder.mkdir()
    office = folder / "soffice"
    office.write_text(f"#!/bin/sh\n{text}\n")
    office.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: str(office))
    monkeypatch.setattr(printing, "SECONDS", 1)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    budget(tmp_path / "b.xlsx")
    said = fordel("pulje", "b.xlsx", "--sagsbilag")
    assert said.code == 3 and says in " ".join(said.out.split()) and "Skrevet: b fordelt.xlsx" in said.out
    assert [path.name for path in folder.iterdir()] == ["soffice"]
    assert not list(tmp_path.glob("*.pdf"))


def test_stopped_while_it_is_printed_the_result_is_there_and_said_to_be(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(printing, "pdf", stopped)
    done = job.run(budget(tmp_path / "b.xlsx"), None, {}, printed=True)
    assert done.sagsbilag and done.sagsbilag.problem == sagsbilag.STOPPED and done.target.exists()


@pytest.mark.soffice
@pytest.mark.parametrize(("width", "height", "says"), [(3, 15, "et tal har ikke plads"),
                                                       (20, 0, "LibreOffice trykte ikke Fordeling!B2")])
def test_what_would_not_be_all_of_it_is_not_made(tmp_path: Path, width: float, height: float, says: str) -> None:
    sheet = SheetPlan("fordeling", "Fordeling", widths={1: width}, heights={1: height}, print_columns=2)
    sheet.put(0, 0, "Fordeling", "titel")
    sheet.put(1, 1, 123456789, "kr")
    found = sagsbilag.beside(tmp_path / "ud.xlsx", Plan([sheet]), None)
    assert says in found.problem and not list(tmp_path.iterdir())


@pytest.mark.soffice
def test_the_text_is_only_looked_through_where_a_font_has_the_sign_of_a_number_without_room(tmp_path: Path) -> None:
    for text, may_be in (("Uden tegnet", False), ("Hus #4", True)):
        sheet = SheetPlan("fordeling", "Fordeling", widths={0: 30}, print_columns=1)
        sheet.put(0, 0, text, "titel")
        target = tmp_path / f"{may_be}.xlsx"
        assert sagsbilag.beside(target, Plan([sheet]), None).problem == ""
        (page,) = pypdf.PdfReader(paper.target_of(target)).pages
        assert tags.may_be_wide(page) == may_be and text in page.extract_text()


def test_progress_says_that_it_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    steps: list[str] = []
    job.run(budget(tmp_path / "b.xlsx"), None, {}, steps.append, printed=True)
    assert steps[-2:] == [session.WRITE, session.PRINT] and set(steps) <= set(session.STEPS)


def test_only_a_pdf_of_ours_is_ours(tmp_path: Path) -> None:
    other = pypdf.PdfWriter()
    other.add_blank_page(100, 100)
    other.add_metadata({"/Creator": "Fordelingsavisen"})
    with (tmp_path / "a.pdf").open("wb") as file:
        other.write(file)
    with pytest.raises(Refusal, match="har ikke lavet den"):
        sagsbilag.check_output(tmp_path / "a.pdf")
