"""Texts that workbooks hold and nobody thinks of, through the whole command and in a real LibreOffice."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from tests.calc.office import Office
from tests.planning import OK, Case, case, distributed, status
from tests.second_engine.facts import faults

SUN = "\N{SUN WITH FACE}"
SHEET = "A'b&c<d>\"e\" æøå " + SUN * 7  # 31 signs to Excel
ODD = {
    "emoji": [SUN * 200, "Månen" + SUN * 700, "Mars " + SUN, "a" * 1200 + SUN],
    "signs no cell shows": ["So\x01len", "Må\x0bnen", "Mars\x1f", "Jorden"],
    "line breaks and blanks around": ["Solen\n", "\tMånen", "Mars\u2003", "Jor\nden\x0b"],
    "as Excel writes such signs": ["_x0001_", "_x0041_", "A", "_x005F_"],
    "long": ["x" * 254 + "1", "y" * 256, '"' * 300, "z" * 1500],
}


def odd(names: list[str], **more: Any) -> Case:
    """Their names, and the same in a note; a heading of such a text too."""
    rows: list[list[Any]] = [["Institution", "Nøgle", "Børn", names[0]]]
    rows += [[name, key, 40, name] for name, key in zip(names, (7, 12, 5, 21))]
    place = "'" + SHEET.replace("'", "''") + "'"
    columns = {key: f"{place}!${letter}$2:${letter}$5" for key, letter in zip(("navn", "noegle", "boern"), "ABC")}
    return case({SHEET: rows}, columns, pulje=100_000, formaal=names[1][:255], **more)


@pytest.mark.soffice
@pytest.mark.parametrize("kind", ODD)
def test_the_control_is_ok_and_notices_another_text(office: Office, tmp_path: Path, kind: str) -> None:
    path = distributed(odd(ODD[kind]), tmp_path)
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    assert faults(path) == []
    assert office.open(str(path))
    try:
        assert status(office) == OK
        assert office.errors() == []
        office.set(f"{SHEET}!A3", "En anden")
        assert status(office) != OK
    finally:
        office.close()


@pytest.mark.parametrize("kind", ODD)
def test_a_statement_is_what_excel_takes_and_knows_who_it_is_to(fordel: Callable[..., Any], tmp_path: Path,
                                                               kind: str) -> None:
    file = odd(ODD[kind], udgave="endelig", budgetaar=2027).file(tmp_path / "budget.xlsx")
    done = fordel("udmelding", file, "--accepteret", "Byrådet", "--krav", "1")
    assert done.code == 0, done.err
    made = tmp_path / "budget udmelding.xlsx"
    assert faults(made) == []
    asked = [sheet for sheet in openpyxl.load_workbook(made).worksheets
             if any(name.startswith("Fordel_kvittering") for name in sheet.defined_names)]
    assert len(asked) == 4
