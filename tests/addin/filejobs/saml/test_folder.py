"""`fordel saml` over the twelve hand-made files: what is said of each, and the comparison worked out by hand."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import Any

import pandas
import pytest

from addin.hosts.files import terminal_saml
from tests.addin.filejobs.saml.folder import CPR, NAVN, Made, cell, field, gathered, hand_made
from tests.addin.hosts.files.pseudo_terminal import Terminal


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return gathered(tmp_path_factory.mktemp("saml"), hand_made)


def rows(made: Made, sheet: str) -> list[tuple[Any, ...]]:
    return list(made.book[sheet].iter_rows(values_only=True))


def below(made: Made, heading: str, sheet: str = "Svar") -> list[tuple[Any, ...]]:
    """The lines from the one with a text on."""
    found = rows(made, sheet)
    return found[next(at for at, row in enumerate(found) if row[0] == heading):]


def test_every_fault_is_said_with_its_file_and_its_cell_and_nothing_else_is(made: Made) -> None:
    said = [(row[0], row[3] or "") for row in rows(made, "Filer")[3:] if row[4]]
    aside = ("Deby 1.xlsx", "Deby 2.xlsx", "gammel.xlsx", "Hoeby.xlsx", "Iby.xlsx", "Jeby.xlsx",
             "Kopi af Aaby (2).xlsx")
    assert sorted(said) == sorted([
        *((file, "") for file in aside), ("Feby.xlsx", "Institutioner"),
        *(("Geby.xlsx", field(NAVN, key)) for key in ("budget", "sB6", "taerskel", "loft")),
        ("Geby.xlsx", cell(NAVN, "enh", "b35", 2)), ("Geby.xlsx", "Institutioner")])
    assert {row[0] for row in rows(made, "Filer")[3:] if row[2] == "tæller ikke"} == set(aside)
    assert len({row[0] for row in rows(made, "Filer")[3:]}) == 12


def test_table_4_1_has_the_kommuner_among_the_fifteen(made: Made) -> None:
    table = [row[1:7] for row in rows(made, "Sammenligning") if isinstance(row[0], int)]
    assert len(table) == 15 + 3 and [row[2] for row in table] == sorted(row[2] for row in table)
    own = {row[0]: row[1:] for row in table if not row[0].startswith("KORA")}
    assert own == {  # the special unit of Aaby, and the one of Beby that gets nothing, are in neither measure
        "Aaby Kommune": ("alle", 3, "3", 1.7, "1-2"), "Beby": ("nogle", 4, "3", 1.9, "5-6"),
        "Ceby": ("alle", 1.7, "1-2", 1.3, "1")}
    medians = {row[1]: (row[3], row[5]) for row in rows(made, "Sammenligning") if "median" in str(row[1])}
    assert medians == {"KORA 2017: median af 15": (5.6, 2.4), "Netværket: median af 3": (3, 1.7)}


def test_shares_stand_only_where_five_have_answered_and_koras_beside_them_with_n_and_year(made: Made) -> None:
    income, education = (below(made, f"13.{label}")[0] for label in ("6 Forældrenes indkomst",
                                                                     "7 Forældrenes uddannelse"))
    assert income[1:7] == (4, 0.8, 5, "63 %", 32, 2016) and education[1:7] == (1, 0.2, 5, "63 %", 32, 2016)
    method = below(made, "B6. Metode")  # four can be read
    assert method[0][3] == 4 and [row[1:3] for row in method[1:6]] == [(None, None)] * 5
    assert method[1][4:7] == ("9 af 20", 20, 2016)
    kind = below(made, "Styringstype (regnet af B9 og B10)")
    assert kind[0][3] == 5 and [row[1:3] for row in kind[1:5]] == [(1, 0.2), (4, 0.8), (0, 0), (0, 0)]
    assert kind[4][4:7] == ("9 af 20", 20, 2016)


def test_the_shares_of_the_budget_are_each_kommune_s_own(made: Made) -> None:
    table = {row[1]: row[2:5] for row in rows(made, "Andele af budgettet") if isinstance(row[0], int)}
    assert table == {"Aaby Kommune": (2, 20_000, 1_000_000), "Ceby": (2, 20_000, 1_000_000),
                     "Feby": (2, 20_000, 1_000_000), "Beby": (10, 100_000, 1_000_000)}


def test_nothing_is_shown_of_what_is_personal(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    terminal_saml.show_faults(terminal_saml.plain_console(), terminal_saml.read_all(
        terminal_saml.in_folder(made.folder / "svar"), lambda name: None).gathered)
    with zipfile.ZipFile(made.folder / "ud.xlsx") as package:
        shown = b"".join(map(package.read, package.namelist())).decode(errors="replace")
    shown += (made.folder / "ud.csv").read_text("utf-8-sig") + capsys.readouterr().out
    assert "Iby.xlsx" in shown and "Jeby.xlsx" in shown
    assert [text for text in (CPR, CPR.replace("-", ""), "mor til", "Solen", "Iby<", "Iby;") if text in shown] == []


def test_the_figures_are_the_same_on_the_sheet_and_in_both_files(made: Made) -> None:
    parquet = pandas.read_parquet(made.folder / "ud.parquet")
    kinds = dict(parquet.dtypes)
    csv = pandas.read_csv(made.folder / "ud.csv", sep=";", decimal=",", encoding="utf-8-sig", dtype=kinds)
    pandas.testing.assert_frame_equal(parquet, csv)
    sheet = rows(made, "Tal")
    assert list(sheet[0]) == list(parquet.columns) and len(sheet) == 1 + len(parquet)
    assert {(row[0], row[6]) for row in sheet if row[4] == "faktor"} == {
        ("Aaby Kommune", 3), ("Beby", 4), ("Ceby", 1.7)}
    assert {row[0] for row in sheet[1:]} == {"Aaby Kommune", "Beby", "Ceby", "Feby", "Geby"}


def test_every_chart_says_its_numbers(made: Made) -> None:
    with zipfile.ZipFile(made.folder / "ud.xlsx") as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    drawings = [text for name, text in parts.items() if "drawings/drawing" in name]
    assert len(drawings) == 3 and all('descr="Vandrette søjler.' in drawing for drawing in drawings)
    factor = next(text for name, text in parts.items() if "charts/chart" in name and "Faktor:" in text)
    assert factor.count('formatCode="#,##0.0"') >= 3  # the axis, and the numbers of both series


def test_nothing_is_written_over_and_nothing_is_written_of_nothing(made: Made, fordel: Any, tmp_path: Path) -> None:
    assert "findes allerede" in fordel("saml", made.folder / "svar", "--ud", made.folder / "ud.xlsx").err
    (tmp_path / "tom").mkdir()
    assert "er tom" in fordel("saml", tmp_path / "tom").err
    (tmp_path / "tom" / "referat.docx").write_bytes(b"PK")
    answer = fordel("saml", tmp_path / "tom")
    assert answer.code == 2 and "Intet er skrevet" in answer.err and "referat.docx" in answer.out
    assert [path.name for path in tmp_path.iterdir()] == ["tom"]
    assert "findes ikke" in fordel("saml", tmp_path / "ingen").err


def test_a_terminal_shows_how_many_files_are_read(made: Made, tmp_path: Path) -> None:
    terminal = Terminal([sys.executable, "-m", "addin.hosts.files.start", "saml", str(made.folder / "svar"),
                         "--ud", str(tmp_path / "ud.xlsx")], tmp_path)
    terminal.wait_for("12/12")
    code, shown = terminal.end()
    assert code == 0 and "Samlet: 5 kommuner af 12 filer" in shown


def test_a_gathering_is_no_answer(made: Made, fordel: Any, tmp_path: Path) -> None:
    (tmp_path / "ud.xlsx").write_bytes((made.folder / "ud.xlsx").read_bytes())
    assert "er selv en samling" in fordel("saml", tmp_path).out
