"""What `fordel pulje` refuses: in Danish, with the cell, exit code 2, and nothing written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from tests.addin.hosts.files.outcome import CHILDREN, DAGTILBUD, amounts
from tests.builders import HEADINGS, POOL, ROWS, budget, children, formula, workbook

GOOD = list(ROWS)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def broken(cell: Any, row: int = 1, column: int = 3) -> list[list[Any]]:
    rows = [list(r) for r in GOOD]
    rows[row][column] = cell
    return rows


def write_encrypted(path: Path) -> None:
    """The container of a password protected workbook: a compound file with a stream called EncryptedPackage."""
    path.write_bytes(COMPOUND + "EncryptedPackage".encode("utf-16-le") + b"\0" * 992)


REFUSED = [
    ("tekst i talkolonne", lambda p: budget(p, broken("n/a")), [], 'Budget!D3: "n/a" er ikke et tal'),
    ("fejlværdi", lambda p: budget(p, broken(formula("=1/0", "#DIV/0!"))), [],
     'Budget!D3: kolonnen "Sandsynlighed" er fejlværdien #DIV/0!'),
    ("formel uden værdi", lambda p: budget(p, broken(formula("=A1", ""))), [], "Budget!D3: "),
    ("negativ", lambda p: budget(p, broken(-0.1)), [], "kan ikke være negativ"),
    ("nøgle nul", lambda p: budget(p, [("A", 1, 2, 0), ("B", 3, 4, 0)]), [], "nul for alle"),
    ("minimum over puljen", budget, ["--minimum", "50000"], "inimum kræver 150.000 kr., puljen er 100.000 kr."),
    ("tærskel uden nogen", budget, ["--taerskel", "90%"], "ærskel: ingen når op på 90 %"),
    ("ens navne", lambda p: budget(p, [*GOOD, ("birken ", 1, 2, 0.1)]), [],
     'Budget: "birken" står to gange, i række 3 og 5'),
    ("tomt ark", lambda p: workbook(p, Ark=[]), [], "Fandt ingen institutioner"),
    ("ingen institutioner", lambda p: workbook(p, Ark=[["Konto", "Beløb"], [1, 2]]), [], "Fandt ingen institutioner"),
    ("kun overskrifter", lambda p: workbook(p, Ark=[HEADINGS]), [], "ingen institutioner under dem"),
    ("ingen pulje", lambda p: workbook(p, Budget=[HEADINGS, *GOOD]), [], "Fandt ingen pulje"),
    ("to puljer", lambda p: budget(p, pool=[("Pulje", 1), ("Pulje i alt", 2)]), [],
     "Pulje: flere celler kan være den"),
    ("ukendt ark", budget, ["--ark", "Findes ikke"], 'intet ark, der hedder "Findes ikke"'),
    ("afrunding 0", budget, ["--afrunding", "0"], "Afrunding skal være et tal over 0"),
    ("loft 0", budget, ["--loft", "0"], "lad cellen være tom"),
    ("flertydigt tal", budget, ["--pulje", "1.234"], "kan læses på to måder"),
    ("negativ pulje", budget, ["--pulje", "-5"], "--retning besparelse"),
    ("ukendt tærskeltype", budget, ["--taerskeltype", "blød"], "Skriv fuld, over"),
    ("tærskel 8", budget, ["--taerskel", "8"], "mente du 8 %?"),
]


@pytest.mark.parametrize(("make", "options", "sentence"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused_in_danish_with_exit_code_2_and_nothing_written(fordel, tmp_path: Path, make, options: list[str],
                                                                sentence: str) -> None:
    source = make(tmp_path / "b.xlsx")
    answer = fordel("pulje", source, *options)
    assert answer.code == 2
    assert sentence in answer.err
    assert "Traceback" not in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


NOT_WORKBOOKS = [
    ("en tekstfil", lambda p: p.write_text("hej"), "er ikke en Excel-projektmappe"),
    ("tom fil", lambda p: p.write_bytes(b""), "er ikke en Excel-projektmappe"),
    ("gammel xls", lambda p: p.write_bytes(COMPOUND + "Workbook".encode("utf-16-le") + b"\0" * 1000), ".xls"),
    ("med adgangskode", write_encrypted, "adgangskode"),
    ("afkortet", lambda p: p.write_bytes(DAGTILBUD.read_bytes()[:9000]), "beskadiget"),
]


@pytest.mark.parametrize(("make", "sentence"), [row[1:] for row in NOT_WORKBOOKS],
                         ids=[row[0] for row in NOT_WORKBOOKS])
def test_what_is_no_workbook_is_refused_in_its_own_words(fordel, tmp_path: Path, make, sentence: str) -> None:
    make(tmp_path / "b.xlsx")
    answer = fordel("pulje", "b.xlsx")
    assert (answer.code, sentence in answer.err) == (2, True), answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_a_file_that_is_not_there_and_a_folder(fordel, tmp_path: Path) -> None:
    assert "findes ikke" in fordel("pulje", "mangler.xlsx").err
    (tmp_path / "mappe.xlsx").mkdir()
    assert "er en mappe" in fordel("pulje", "mappe.xlsx").err


CHILD_ROWS = [("Anemonen", 1, 0), ("Anemonen", 1, 1), ("Birken", 0, 1), ("anemonen ", 0, 0)]
CHILD_POOL = [("Pulje", 1000), ("Mindst antal kriterier", 1)]
INSTITUTIONS = [("Anemonen", 5, 5), ("Birken", 3, 3)]


def test_names_of_children_s_institutions_match_without_case_and_blanks(fordel, tmp_path: Path) -> None:
    """Two of three counted children go to Anemonen: 2/3 and 1/3 of 1.000."""
    fordel("pulje", children(tmp_path / "b.xlsx", CHILD_ROWS, INSTITUTIONS, CHILD_POOL), "--ud", "ud.xlsx")
    assert amounts(tmp_path / "ud.xlsx") == {"Anemonen": 667, "Birken": 333}


@pytest.mark.parametrize(("rows", "pool", "sentence"), [
    ([*CHILD_ROWS, ("Ukendt", 1, 0), ("Ukendt", 0, 0)], CHILD_POOL,
     'Børn: 2 børn går i en institution, der ikke er i listen: "Ukendt" i A6. Institutionerne er Anemonen, Birken.'),
    ([*CHILD_ROWS, ("Ukendt", 1, 0), (None, 1, 0), ("Ukendt ", 0, 0), (None, 0, 1)], CHILD_POOL,
     'listen: "Ukendt" i A6, "Ukendt " i A8. Institutionerne er Anemonen, Birken. Børn: 2 børn har kriterier, men '
     "ingen institution: A7, A9. Skriv institutionen, eller slet rækken."),
    ([*CHILD_ROWS * 5, ("Birken", "måske", 0), ("Birken", 1, "?")], CHILD_POOL, "Det samme gælder C23."),
    ([*CHILD_ROWS * 5, ("Birken", "måske", 0)], CHILD_POOL, 'Børn!B22: "måske" er hverken 1/0, ja/nej eller x'),
    (CHILD_ROWS, CHILD_POOL[:1], "--mindst"),
], ids=["ukendt institution", "uden institution", "to ikke kryds", "ikke et kryds", "mindst mangler"])
def test_children_that_cannot_be_counted_are_refused(fordel, tmp_path: Path, rows, pool, sentence: str) -> None:
    answer = fordel("pulje", children(tmp_path / "b.xlsx", rows, INSTITUTIONS, pool))
    assert (answer.code, sentence in answer.err) == (2, True), answer.err


def test_marks_as_ja_nej_and_x_count_like_1_and_0(fordel, tmp_path: Path) -> None:
    words = [("Anemonen", "ja", None), ("Anemonen", "x", "J"), ("Birken", "nej", True), ("Anemonen", None, "n")]
    fordel("pulje", children(tmp_path / "b.xlsx", words, INSTITUTIONS, CHILD_POOL), "--ud", "ud.xlsx")
    assert amounts(tmp_path / "ud.xlsx") == {"Anemonen": 667, "Birken": 333}


def test_an_institution_added_below_the_named_table_is_not_left_out_in_silence(fordel, tmp_path: Path) -> None:
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    book["Budget"].append(("Ny institution", 5, 5, 0.3))
    book.save(tmp_path / "rettet.xlsx")
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    assert (answer.code, 'A5 "Ny institution" har navn og tal, men ligger uden for' in answer.err) == (2, True)
    (tmp_path / "svar.txt").write_text("uden for tabellen: Ny institution = tag med", encoding="utf-8")
    assert "Ny institution" in fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx", "--svar", "svar.txt").out
    (tmp_path / "svar.txt").write_text("uden for tabellen: Ny institution = lad være", encoding="utf-8")
    assert "Ny institution" not in fordel("pulje", "rettet.xlsx", "--ud", "tre.xlsx", "--svar", "svar.txt").out


def test_outputs_that_are_refused(fordel, tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    (tmp_path / "min.xlsx").write_bytes(CHILDREN.read_bytes())
    for target, sentence in (("b.xlsx", "oven i den fil"), ("min.xlsx", "Fordel har ikke lavet den"),
                             ("ud.xlsm", "samme type"), ("mangler/ud.xlsx", "findes ikke")):
        answer = fordel("pulje", source, "--ud", target)
        assert (answer.code, sentence in answer.err) == (2, True), answer.err
    assert (tmp_path / "min.xlsx").read_bytes() == CHILDREN.read_bytes()


def test_an_output_that_cannot_be_written_is_refused_and_nothing_is_left(fordel, tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    answer = fordel("pulje", source, "--ud", "x" * 300 + ".xlsx")
    assert (answer.code, "navnet er for langt" in answer.err) == (2, True), answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_an_output_of_ours_is_replaced_and_told(fordel, tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    assert "Skrevet: ud.xlsx" in fordel("pulje", source, "--ud", "ud.xlsx").out
    assert "Erstattet: ud.xlsx" in fordel("pulje", source, "--ud", "ud.xlsx", "--pulje", "5000").out
    assert sum(amounts(tmp_path / "ud.xlsx").values()) == 5000


@pytest.mark.parametrize("owner", ["~$b.xlsx", ".~lock.b.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_refused(fordel, tmp_path: Path, owner: str) -> None:
    source = budget(tmp_path / "b.xlsx")
    (tmp_path / owner).write_text("")
    answer = fordel("pulje", source)
    assert (answer.code, "er åben i et andet program" in answer.err) == (2, True)


@pytest.mark.parametrize("command", ["pulje", "opsaet", "tjek", "efterse"])
@pytest.mark.parametrize("folder", [".", "./", "..", "/", "", "mappe"])
def test_a_folder_is_no_workbook(fordel, command: str, folder: str, tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    answer = fordel(command, folder)
    assert answer.code == 2 and answer.err.strip().endswith(" er en mappe, ikke en projektmappe.")


@pytest.mark.parametrize("folder", [".", "..", "/", "mappe", "mappe.xlsx"])
def test_a_result_is_no_folder(fordel, folder: str, tmp_path: Path) -> None:
    for name in ("mappe", "mappe.xlsx"):
        (tmp_path / name).mkdir()
    answer = fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", folder)
    assert answer.code == 2 and answer.err == f"{folder} er en mappe. Angiv et filnavn med --ud.\n"


EMPTY = [("barn_institution", "barn_kriterier", "C"), ("score_institution", "score", "B")]


@pytest.mark.parametrize(("names", "beside", "last"), EMPTY)
@pytest.mark.parametrize("rows", [[], [("Institution", "Kriterium 1", "Kriterium 2")]])
def test_an_empty_list_of_children_is_a_sentence(fordel, names: str, beside: str, last: str,
                                                 rows: list[tuple[str, ...]], tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"))
    for title, lines in (("Budget", [HEADINGS[:3], *(row[:3] for row in ROWS)]), ("Børn", rows), ("Pulje", POOL)):
        sheet = book.add_worksheet(title)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    book.define_name(f"Fordel_{names}", "=Børn!$A$2:$A$9")
    book.define_name(f"Fordel_{beside}", f"=Børn!$B$2:${last}$9")
    book.close()
    answer = fordel("pulje", "b.xlsx", "--mindst", "1", "--begrundelse", "x")
    assert answer.code == 2 and answer.err.startswith("Listen med børn (Børn!A2") and "er tom, så" in answer.err
    assert fordel("tjek", "b.xlsx", "--mindst", "1").code == 1
    assert fordel("opsaet", "b.xlsx", "--mindst", "1").code == 0
