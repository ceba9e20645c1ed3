"""What is not in the copy: every part of a file has a rule, and the list says places and never content."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.filejobs.udeladt import LeftOut, by_kind, kind_of, of_package, sheet
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from tests.addin.hosts.files.workbook_files import WORKBOOKS
from tests.planted.book import NUMBER, planted_workbook


@pytest.fixture(scope="module")
def lines() -> list[LeftOut]:
    package = Package(planted_workbook(), "ud.xlsx")
    return of_package(package, our_sheets(package))


def test_each_kind_of_part_is_named(lines: list[LeftOut]) -> None:
    assert {line.part for line in lines} >= {
        "Ark", "Makroer og knapper", "Kommentartråde og personer", "Noter", "Miniaturebillede",
        "Egenskaber og følsomhedsmærkat", "Printerindstillinger", "Links til andre projektmapper", "Dataforbindelser",
        "Pivottabeller og deres tal", "Tabeller og deres navne", "Data i mappen, som ingen celle viser",
        "Indlejrede filer", "Billeder og datatyper", "Diagrammer", "Tegninger og tekstbokse", "Definerede navne",
        "Sidehoved og sidefod", "Valideringer og deres lister", "Betinget formatering", "Links", "Formler"}
    assert all(line.rule for line in lines)


def test_sheets_are_named_with_how_they_are_hidden(lines: list[LeftOut]) -> None:
    states = {line.sheet: line.what for line in lines if line.part == "Ark"}
    assert states["Skjult"] == "skjult ark" and states["Plantetalfons dybt"] == "meget skjult ark"
    assert {"Fordeling", "Fordeling bilag"} & set(states) == set()


def test_what_belongs_to_one_sheet_says_which(lines: list[LeftOut]) -> None:
    assert ("Noter", "Budget") in {line[:2] for line in lines}
    assert ("Tabeller og deres navne", "Plantetalfons ark") in {line[:2] for line in lines}


def test_content_is_not_repeated(lines: list[LeftOut]) -> None:
    assert not any(NUMBER in text for line in lines for text in line)


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_no_part_of_a_workbook_of_excels_is_passed_over(path: Path) -> None:
    package = Package(path.read_bytes())
    unknown = [name for name in package.entries if kind_of(name)[0] == "Andet i filen"]
    assert unknown == []


def test_a_part_nobody_knows_is_left_out_as_such() -> None:
    assert kind_of("xl/nyt/nyt1.xml") == ("Andet i filen", "er ikke skrevet af Fordel")


def test_the_list_has_an_empty_column_for_the_legal_basis_and_rows_as_tall_as_their_text() -> None:
    plan = sheet("f.xlsx", [LeftOut("Ark", "A", "", "x" * 100, "r"), LeftOut("Ark", "A", "", "x", "r")], "nu", "1")
    assert [cell.value for cell in plan.cells if cell.column == 5 and cell.row > 4] == [None, None]
    assert plan.heights[5] == 3 * plan.heights[6]


def test_kinds_are_gathered_with_where_they_are() -> None:
    lines = [LeftOut("Noter", "A", "", "1 del", "r"), LeftOut("Noter", "B", "", "1 del", "r"),
             LeftOut("Makroer", "", "", "2 dele", "p")]
    assert by_kind(lines) == [("Noter", "A, B", "r"), ("Makroer", "2 dele", "p")]
