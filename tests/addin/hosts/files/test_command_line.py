"""`fordel pulje` on real files: the published numbers, the refusals, and that nothing of the user's is touched."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.hosts.files import job
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from tests.builders import HEADINGS, POOL, ROWS, budget, children, formula, workbook
from tests.conftest import WORKBOOKS

DAGTILBUD, CHILDREN = WORKBOOKS / "dagtilbud_budget_2023.xlsx", WORKBOOKS / "boernetaelling_2026.xlsx"
SCHOOLS = WORKBOOKS / "skoler_besparelse_2020.xlsx"


def amounts(path: Path, sheet: str = "Fordeling") -> dict[str, float]:
    """Recipient -> amount, from the result sheet as a viewer shows it."""
    rows = list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[0] == "Nr.")
    column = rows[head].index("Tildeling")
    return {row[1]: row[column] for row in rows[head + 1:] if isinstance(row[0], (int, float))}


def figure(path: Path, label: str) -> Any:
    for row in openpyxl.load_workbook(path, data_only=True)["Fordeling"].iter_rows(values_only=True):
        if row[0] == label:
            return row[2]
    raise AssertionError(f"no key figure {label}")


# ------------------------------------------------------------------------------------- the published numbers


def test_probability_times_weighted_children_over_24_institutions(fordel, tmp_path: Path) -> None:
    """Randers-like: 9.590.000 kr. on probability x (1,8 x 0-2 + 3-5). Ådalen: 0,024 x 75,2 / 135,72003 x 9,59 mio."""
    answer = fordel("pulje", DAGTILBUD, "--ud", "ud.xlsx")
    assert answer.code == 0
    result = amounts(tmp_path / "ud.xlsx")
    assert len(result) == 24
    assert sum(result.values()) == 9_590_000
    assert result["Ådalen"] == 127_528
    assert result["Sneglehuset"] == 1_047_082
    assert 'Tomme celler i "0-2 årige" tæller 0 for 2 institutioner' in answer.out
    assert "Dagtilbud!F27: summen er 24.700.719, men afviger med 1" in answer.out


def test_unique_children_with_threshold_and_cap(fordel, tmp_path: Path) -> None:
    """6,4 mio. on children with 3 of 6 criteria: 13 of 28 fall below 8 %, 2 end at 14.000 kr. per child."""
    assert fordel("pulje", CHILDREN, "--ud", "ud.xlsx").code == 0
    result = amounts(tmp_path / "ud.xlsx")
    assert (len(result), sum(result.values())) == (28, 6_400_000)
    assert sum(amount == 0 for amount in result.values()) == 13
    assert result["Børnehuset Kærnehuset"] == 14_000 * 56
    assert result["Børnehuset Solstrålen"] == 14_000 * 54
    assert figure(tmp_path / "ud.xlsx", "Institutioner ved loftet") == 2


def test_what_a_cap_cannot_place_is_shown(fordel, tmp_path: Path) -> None:
    answer = fordel("pulje", CHILDREN, "--ud", "ud.xlsx", "--loft", "5000")
    assert sum(amounts(tmp_path / "ud.xlsx").values()) == 4_260_000
    assert figure(tmp_path / "ud.xlsx", "Ikke fordelt, kr.") == 2_140_000
    assert "2.140.000 kr. af puljen kan ikke fordeles: alle med vægt er ved deres loft." in answer.out


def test_amounts_in_thousands_are_refused_until_units_can_be_told(fordel) -> None:
    answer = fordel("pulje", budget(Path("b.xlsx"), [*ROWS, ("(1.000 kr.)", None, None, None)]))
    assert (answer.code, '"(1.000 kr.)" siger, at beløbene ikke står i hele kroner' in answer.err) == (2, True)


def test_demo_gives_koras_tables_published_beside_computed(fordel, tmp_path: Path) -> None:
    published = json.loads((Path(__file__).parents[3] / "cases" / "published.json").read_text(encoding="utf-8"))
    answer = fordel("demo")
    assert (answer.code, "Prøv selv" in answer.out) == (0, True)
    book = openpyxl.load_workbook(tmp_path / "fordel-demo" / "Solbakke budget 2027 fordelt.xlsx", data_only=True)
    rows = [row for row in book["KORA tabel 4.2-4.4"].iter_rows(values_only=True) if str(row[0]).startswith("1:")]
    wanted = [published[f"kora_2017_tabel_4_{table}"][part] for table, part in
              ((2, "rows"), (3, "rows"), (3, "total_rows"), (4, "rows"))]
    expected = [figures for table in wanted for figures in table.values()]
    assert [list(row[1:5]) for row in rows] == expected  # as printed
    assert [list(row[5:9]) for row in rows] == expected  # as calculated
    assert all(value == 0 for row in rows for value in row[9:13])
    assert sum(amounts(tmp_path / "fordel-demo" / "Solbakke budget 2027 fordelt.xlsx").values()) == 6_900_000


def test_demo_leaves_a_budget_the_user_changed_alone(fordel, tmp_path: Path) -> None:
    fordel("demo")
    changed = tmp_path / "fordel-demo" / "Solbakke budget 2027.xlsx"
    changed.write_bytes(CHILDREN.read_bytes())
    assert fordel("demo").code == 0
    assert changed.read_bytes() == CHILDREN.read_bytes()
    assert (tmp_path / "fordel-demo-2").is_dir()


# ------------------------------------------------------------------------------------- nothing of the user's is touched


def test_the_input_is_never_written_and_the_output_lies_beside_it(fordel, tmp_path: Path) -> None:
    source = tmp_path / "budget.xlsx"
    source.write_bytes(DAGTILBUD.read_bytes())
    before = source.stat().st_mtime_ns
    assert fordel("pulje", source).code == 0
    assert fordel("pulje", source).code == 0  # a second time: beside, not over
    assert source.stat().st_mtime_ns == before
    assert source.read_bytes() == DAGTILBUD.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["budget fordelt (2).xlsx", "budget fordelt.xlsx",
                                                                "budget.xlsx"]


def test_the_result_tells_the_sha256_of_what_was_read(fordel, tmp_path: Path) -> None:
    fordel("pulje", DAGTILBUD, "--ud", "ud.xlsx")
    wanted = hashlib.sha256(DAGTILBUD.read_bytes()).hexdigest()
    assert openpyxl.load_workbook(tmp_path / "ud.xlsx")["Fordeling"]["A3"].value.endswith(wanted)


@pytest.mark.parametrize("source", [DAGTILBUD, CHILDREN], ids=lambda path: path.stem)
def test_every_part_of_the_user_s_keeps_its_bytes(fordel, tmp_path: Path, source: Path) -> None:
    fordel("pulje", source, "--ud", "ud.xlsx")
    before, after = (Package(path.read_bytes()) for path in (source, tmp_path / "ud.xlsx"))
    edited = {"[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    for name in set(before.entries) - edited:
        assert after.read(name) == before.read(name), name


def test_running_again_replaces_our_sheets_and_nothing_else(fordel, tmp_path: Path) -> None:
    fordel("pulje", CHILDREN, "--ud", "en.xlsx")
    assert fordel("pulje", "en.xlsx", "--ud", "to.xlsx").code == 0
    one, two = (Package((tmp_path / name).read_bytes()) for name in ("en.xlsx", "to.xlsx"))
    assert [sheet.name for sheet in one.sheets] == [sheet.name for sheet in two.sheets]
    assert set(one.entries) == set(two.entries)
    assert our_sheets(one) == our_sheets(two)
    assert amounts(tmp_path / "en.xlsx") == amounts(tmp_path / "to.xlsx")
    settings = next(sheet.part for sheet in one.sheets if sheet.name == "Fordel opsætning")
    assert one.read(settings) == two.read(settings)  # the user's settings are left as they are


def test_a_setting_changed_on_the_sheet_counts_the_next_time(fordel, tmp_path: Path) -> None:
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    name = book.defined_names["Fordel_loft"].attr_text
    assert name.startswith("'Fordel opsætning'!")
    book["Fordel opsætning"][name.split("!")[1].replace("$", "")] = 500
    book.save(tmp_path / "rettet.xlsx")  # openpyxl: these small sheets have nothing to lose
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    assert answer.code == 0, answer.err
    assert figure(tmp_path / "to.xlsx", "Ikke fordelt, kr.") > 0


def test_a_value_typed_over_a_fetched_setting_is_refused(fordel, tmp_path: Path) -> None:
    """The sheet would say one pool and the name another: neither may win in silence."""
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    sheet = book["Fordel opsætning"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "Pulje")
    assert sheet.cell(row, 2).value == "='Pulje'!$B$1"
    sheet.cell(row, 2).value = 999_999
    book.save(tmp_path / "rettet.xlsx")
    answer = fordel("pulje", "rettet.xlsx", "--ud", "to.xlsx")
    assert (answer.code, f"Fordel opsætning!B{row}: der er skrevet en værdi" in answer.err) == (2, True)


def test_a_sheet_of_the_user_s_with_our_name_is_left_alone_and_told(fordel, tmp_path: Path) -> None:
    source = workbook(tmp_path / "b.xlsx", Budget=[HEADINGS, *ROWS], Pulje=POOL, FORDELING=[["mit eget ark"]])
    answer = fordel("pulje", source, "--ud", "ud.xlsx")
    assert 'Projektmappen har et ark "Fordeling", som Fordel ikke har lavet.' in answer.out
    assert sum(amounts(tmp_path / "ud.xlsx", "Fordeling (2)").values()) == 100_000
    assert openpyxl.load_workbook(tmp_path / "ud.xlsx")["FORDELING"]["A1"].value == "mit eget ark"


def test_inserted_rows_are_followed_by_the_names(fordel, tmp_path: Path) -> None:
    """What a spreadsheet program does to names when a row is inserted above the table."""
    fordel("pulje", budget(tmp_path / "b.xlsx"), "--ud", "en.xlsx")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    book["Budget"].insert_rows(1, 3)
    for defined in book.defined_names.values():
        for old in (4, 2):
            defined.attr_text = defined.attr_text.replace(f"'Budget'!$A${old}", f"'Budget'!$A${old + 3}").replace(
                f":$A${old}", f":$A${old + 3}")
    for defined in book.defined_names.values():
        if "'Budget'!" in defined.attr_text:
            letter = defined.attr_text.split("$")[1]
            defined.attr_text = f"'Budget'!${letter}$5:${letter}$7"
    book.save(tmp_path / "flyttet.xlsx")
    assert fordel("pulje", "flyttet.xlsx", "--ud", "to.xlsx").code == 0
    assert amounts(tmp_path / "en.xlsx") == amounts(tmp_path / "to.xlsx")


# ------------------------------------------------------------------------------------- refusals

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
    ("tærskel uden nogen", budget, ["--taerskel", "90%"], "ærskel: ingen når op på 0,9"),
    ("ens navne", lambda p: budget(p, [*GOOD, ("birken ", 1, 2, 0.1)]), [],
     'Budget: "birken" står to gange, i række 3 og 5'),
    ("tomt ark", lambda p: workbook(p, Ark=[]), [], "Fandt ingen institutioner"),
    ("ingen institutioner", lambda p: workbook(p, Ark=[["Konto", "Beløb"], [1, 2]]), [], "Fandt ingen institutioner"),
    ("kun overskrifter", lambda p: workbook(p, Ark=[HEADINGS]), [], "ingen institutioner under dem"),
    ("ingen pulje", lambda p: workbook(p, Budget=[HEADINGS, *GOOD]), [], "Fandt ingen pulje"),
    ("to puljer", lambda p: budget(p, pool=[("Pulje", 1), ("Til fordeling", 2)]), [],
     "flere celler kan være den: Pulje!B1, Pulje!B2"),
    ("ukendt ark", budget, ["--ark", "Findes ikke"], 'intet ark, der hedder "Findes ikke"'),
    ("afrunding 0", budget, ["--afrunding", "0"], "Afrunding skal være et tal over 0"),
    ("loft 0", budget, ["--loft", "0"], "lad cellen være tom"),
    ("flertydigt tal", budget, ["--pulje", "1.234"], "kan læses på to måder"),
    ("negativ pulje", budget, ["--pulje", "-5"], "FORDEL_BESPARELSE"),
    ("ukendt tærskeltype", budget, ["--taerskeltype", "blød"], '"fuld" eller "over"'),
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
     'Børn: 2 børn går i en institution, der ikke er i listen. Den første er "Ukendt" i A6.'),
    ([*CHILD_ROWS, (None, 1, 0)], CHILD_POOL, "Børn!A6: barnet har kriterier, men ingen institution"),
    ([*CHILD_ROWS * 5, ("Birken", "måske", 0)], CHILD_POOL, 'Børn!B22: "måske" er hverken 1/0, ja/nej eller x'),
    (CHILD_ROWS, CHILD_POOL[:1], "--mindst"),
], ids=["ukendt institution", "uden institution", "ikke et kryds", "mindst mangler"])
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
    assert (answer.code, "Budget, række 5 ligger lige under tabellen" in answer.err) == (2, True), answer.err


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


# ------------------------------------------------------------------------------------- bugs and mistyped commands


def test_a_bug_exits_70_with_a_report_free_of_cell_content(fordel, tmp_path: Path, monkeypatch) -> None:
    source = budget(tmp_path / "hemmeligt budget.xlsx")

    def bug(*arguments: object) -> None:
        secret = [cell for row in ROWS for cell in row]
        raise KeyError(secret)

    monkeypatch.setattr(job, "fordel_pulje", bug)
    answer = fordel("pulje", source)
    assert answer.code == 70
    assert "Der er en fejl i Fordel" in answer.err
    assert "files/job.py" in answer.err and "KeyError" in answer.err
    for secret in ("Anemonen", "0.05", "hemmeligt", str(tmp_path)):
        assert secret not in answer.err
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["pulje"], "Der mangler FIL."), (["pulje", "a.xlsx", "--puljen", "1"], "Valgmuligheden --puljen findes ikke."),
    (["pulje", "a.xlsx", "--pulje"], "Valgmuligheden --pulje mangler en værdi."),
    (["pulj"], "Den kommando findes ikke."),
    (["pulje", "a", "b"], "for mange argumenter"),
])
def test_a_mistyped_command_is_answered_in_danish(fordel, arguments: list[str], sentence: str) -> None:
    answer = fordel(*arguments)
    assert (answer.code, sentence in answer.err) == (2, True), answer.err


def test_help_is_danish(fordel) -> None:
    page = fordel("pulje", "--help").out
    assert "Brug: fordel pulje" in page and "Valgmuligheder" in page and "Vis denne hjælp." in page
    assert not any(word in page for word in ("Usage", "Options", "Show this"))
    assert "Kommandoer" in fordel().out


def test_a_chart_a_text_box_and_comments_survive(fordel, tmp_path: Path) -> None:
    """The demo's own budget has them all: look for them in the result."""
    fordel("demo")
    package = Package((tmp_path / "fordel-demo" / "Solbakke budget 2027 fordelt.xlsx").read_bytes())
    text = b"".join(package.read(name) for name in package.entries if "drawing" in name or "comment" in name)
    assert b"Solbakke Kommune" in text and b"spredes for tyndt ud" in text
