"""What stands where a form does not have it: no line is left out without a word, and no column taken for another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from addin.filejobs.saml import kinds
from addin.filejobs.saml.reading import BEYOND, I_ALT
from addin.filejobs.saml.returned import Reply
from addin.filejobs.saml.skema import samles, skema
from addin.hosts.files.returned import returned
from tests.addin.filejobs.saml import copies
from tests.addin.filejobs.saml.folder import ANSWERS, Change, filled, units


def read(path: Path, data: bytes) -> Reply:
    path.write_bytes(data)
    return kinds.answered(returned(path))[1][0]


def said(reply: Reply) -> dict[str, str]:
    return {fault.place: fault.text for fault in reply.faults}


def below_the_total(sheet: str, *line: Any) -> Change:
    """A line three rows below the sums."""
    def change(book: Workbook) -> None:
        total = next(row[0].row for row in book[sheet].iter_rows() if str(row[0].value).casefold() == I_ALT)
        for column, value in enumerate(line, 1):
            book[sheet].cell(total + 3, column).value = value
    return change


def test_a_line_below_the_sum_is_said_and_nothing_is_measured_without_it(tmp_path: Path) -> None:
    lines = units(10_000, 20_000)
    reply = read(tmp_path / "a.xlsx", filled("Aaby", ANSWERS, lines, below_the_total(
        "Institutioner", None, 0, 10, 90_000, "nej")))
    (place, *_), = [found for found in said(reply).items() if found[1] == BEYOND]
    assert place.startswith("Institutioner!B") and reply.enheder is None
    assert read(tmp_path / "b.xlsx", filled("Aaby", ANSWERS, lines)).enheder is not None


def test_so_is_an_institution_below_the_sum_but_not_a_note(tmp_path: Path) -> None:
    reply = read(tmp_path / "a.xlsx", copies.answer("Aa", 2, change=below_the_total("Vurdering", "Nord", "Ny", 0, 10)))
    (place, text), = said(reply).items()
    assert place.startswith("Vurdering!B") and text == BEYOND
    assert "Ny" not in {line.navn for line in reply.linjer}
    noted = read(tmp_path / "b.xlsx", copies.answer("Aa", 2, change=below_the_total("Vurdering", "Set den 3. juni")))
    assert said(noted) == {}


def headed(old: str, new: str | None, sheet: str = "Institutioner") -> Change:
    """A heading written otherwise; with None also over a column of its own."""
    def change(book: Workbook) -> None:
        found = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == old)
        if new is None:
            book[sheet].cell(found.row, 12).value = old
        else:
            found.value = new
    return change


@pytest.mark.parametrize("change, text", [
    (headed("Børn 0-2", "Små"), 'overskriften "Børn 0-2" mangler, og enhederne er ikke læst'),
    (headed("Børn 0-2", None), 'overskriften "Børn 0-2" står 2 gange, og enhederne er ikke læst')])
def test_a_heading_that_is_missing_or_stands_twice_is_named(tmp_path: Path, change: Change, text: str) -> None:
    reply = read(tmp_path / "a.xlsx", filled("Aaby", ANSWERS, units(10_000), change))
    assert said(reply) == {"Institutioner": text} and reply.enheder is None


def test_of_a_copy_the_sheet_is_named_and_its_lines_are_not_read(tmp_path: Path) -> None:
    reply = read(tmp_path / "a.xlsx", copies.answer("Aa", 2, applied=1_000, change=headed(
        "Begrundelse", None, "Vurdering")))
    assert said(reply) == {"Vurdering": 'overskriften "Begrundelse" står 2 gange, og arket er ikke læst'}
    assert {line.tabel for line in reply.linjer} == {"", "ans"}


def test_no_form_has_a_heading_twice() -> None:
    """Then none could be read."""
    for navn in samles():
        for table in (*skema(navn).tabeller, *skema(navn).faste):
            headings = [column.overskrift for column in table.tabel.kolonner]
            assert len(set(headings)) == len(headings), (navn, table.tabel.noegle)
