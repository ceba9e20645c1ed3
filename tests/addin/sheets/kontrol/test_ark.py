"""The certificate in a real LibreOffice, recalculated: OK when all is right, not OK when anything is not.

A cached OK proves nothing, so every question here is asked after calculateAll().
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.addin.sheets.kontrol.recalculated import (
    CHILDREN,
    DAGTILBUD,
    NOT_OK,
    OK,
    amount_cells,
    change,
    copied,
    distribute,
    made_edge,
    made_tie,
    status,
)
from tests.builders import children
from tests.calc.office import Office

pytestmark = pytest.mark.soffice
def same(cached: Any, live: Any) -> bool:
    """A cached value against the one Calc calculates; empty text is an empty cell."""
    if isinstance(cached, (int, float)) and isinstance(live, (int, float)):
        return live == pytest.approx(cached, rel=1e-9, abs=1e-9)
    return (cached or None) == (live or None)


CASES: list[tuple[str, Callable[[Path], Path], dict[str, str]]] = [
    ("sandsynlighed", copied(DAGTILBUD), {}),
    ("sandsynlighed med loft, minimum og hundreder", copied(DAGTILBUD),
     {"loft": "9000", "minimum": "120000", "afrunding": "100"}),
    ("blød tærskel", copied(DAGTILBUD), {"taerskel": "3%", "taerskeltype": "over"}),
    ("øre", copied(DAGTILBUD), {"afrunding": "0,01", "pulje": "1000000,07"}),
    ("ikke hele kroner", copied(DAGTILBUD), {"pulje": "1000000,50"}),
    ("alle ved minimum", copied(DAGTILBUD), {"pulje": "2400000", "minimum": "100000"}),
    ("børn", copied(CHILDREN), {}),
    ("loft, der ikke kan placere puljen", copied(CHILDREN), {"loft": "5000"}),
    ("opfyldte kriterier", copied(CHILDREN), {"metode": "kriterier"}),
    ("ens rest afgjort af pladsen", made_tie, {}),
    ("lige på tærsklen", made_edge, {}),
    ("pulje 0", made_tie, {"pulje": "0"}),
    ("én krone", copied(DAGTILBUD), {"pulje": "1"}),
    ("navne med *, ? og <", lambda path: children(
        path, [("A*", "ja"), ("A?", "x"), ("<3", 1), ("ab", 1), ("4100", 1), (4100, 0), ("A ~1", True)],
        [("A*", 1, 1), ("A?", 1, 1), ("<3", 1, 1), ("ab", 1, 1), (4100, 1, 1), ("A ~1", 0, 2)],
        [("Pulje, kr.", 100), ("Mindst antal kriterier", 1)]), {}),
]


@pytest.mark.parametrize(("make", "choices"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_ok_in_every_case_and_every_cached_value_is_what_calc_calculates(
        office: Office, tmp_path: Path, make: Callable[[Path], Path], choices: dict[str, str]) -> None:
    path = distribute(make(tmp_path / "ind.xlsx"), tmp_path, **choices)
    ours = [sheet for sheet in openpyxl.load_workbook(path, data_only=True) if sheet.title.startswith("Fordel")]
    assert office.open(str(path))
    try:
        assert status(office) == OK
        assert office.errors() == []
        for sheet in ours:
            live = office.get(f"{sheet.title}!A1:{sheet.dimensions.split(':')[1]}")
            for row, calculated in zip(sheet.iter_rows(min_row=1, min_col=1), live, strict=True):
                for cell, value in zip(row, calculated, strict=True):
                    assert same(cell.value, value), (sheet.title, cell.coordinate, cell.value, value)
    finally:
        office.close()


@pytest.mark.parametrize("source", [DAGTILBUD, CHILDREN], ids=["sandsynlighed", "børn"])
def test_not_ok_when_an_amount_moves_one_krone(office: Office, tmp_path: Path, source: Path) -> None:
    path = distribute(source, tmp_path)
    cells = amount_cells(path)
    office.open(str(path))
    try:
        for at in cells[:6]:
            assert change(office, {at: office.get(at) + 1}) == NOT_OK, at
            assert change(office, {at: office.get(at) - 1}) == NOT_OK, at
        for one, other in zip(cells, cells[1:]):
            moved = {one: office.get(one) - 1, other: office.get(other) + 1}
            assert change(office, moved) == NOT_OK, moved
    finally:
        office.close()


INPUTS = [
    (DAGTILBUD, {}, [("Dagtilbud!D8", 25), ("Dagtilbud!E9", 45), ("Dagtilbud!G10", 0.0323),
                     ("Dagtilbud!B8", "Andet navn"), ("Dagtilbud!D36", 1), ("Dagtilbud!F8", 4462369),
                     ("Dagtilbud!H8", 114101), ("Dagtilbud!G8", "tekst"), ("Dagtilbud!G8", "=1/0"),
                     ("Dagtilbud!B7", "en række mere"), ("Forudsætninger!B3", 1230001),
                     ("Forudsætninger!B9", 1.9)]),
    (CHILDREN, {}, [("Børn!D400", 7), ("Børn!B400", "Østerbo"), ("Børn!B1876", "Østerbo"), ("Pulje!B1", 6400001),
                    ("Pulje!B2", 2), ("Pulje!B3", 0.081), ("Pulje!B4", 14001), ("Institutioner!C4", 76),
                    ("Institutioner!B2", 25)]),
]


@pytest.mark.parametrize(("source", "choices", "changes"), INPUTS, ids=["sandsynlighed", "børn"])
def test_not_ok_when_an_input_cell_changes(office: Office, tmp_path: Path, source: Path, choices: dict[str, str],
                                           changes: list[tuple[str, Any]]) -> None:
    office.open(str(distribute(source, tmp_path, **choices)))
    try:
        assert status(office) == OK
        for address, value in changes:
            assert change(office, {address: value}) == NOT_OK, (address, value)
    finally:
        office.close()


def test_not_ok_when_any_mark_of_a_child_changes(office: Office, tmp_path: Path) -> None:
    """Even where the child counts as before: 1 of 6 criteria or 0 are both below 3."""
    office.open(str(distribute(CHILDREN, tmp_path)))
    try:
        for row in (2, 400, 1875):
            for letter in "DI":
                at = f"Børn!{letter}{row}"
                assert change(office, {at: 1 - office.get(at)}) == NOT_OK, at
    finally:
        office.close()


# ------------------------------------------------------------------------------------- what formulas may hold

BANNED = ("TEXT(", "INDIRECT(", "OFFSET(", "LET(", "XLOOKUP(", "FILTER(", "UNIQUE(", "SEQUENCE(", "_xlfn", "FORDEL_")


@pytest.mark.parametrize("source", [DAGTILBUD, CHILDREN], ids=["sandsynlighed", "børn"])
def test_formulas_hold_nothing_from_the_ban_list(tmp_path: Path, source: Path) -> None:
    book = openpyxl.load_workbook(distribute(source, tmp_path))
    seen = 0
    for sheet in book:
        if not sheet.title.startswith("Fordel"):
            continue
        for row in sheet.iter_rows():
            for cell in row:
                text = getattr(cell.value, "text", cell.value)
                if isinstance(text, str) and text.startswith("="):
                    seen += 1
                    bare = re.sub(r"'[^']*'!|\"[^\"]*\"", "", text).replace("Fordel_", "")
                    assert not any(word in bare for word in BANNED), text
                    assert not re.search(r"\$?[A-Z]+:\$?[A-Z]+(?![0-9$])", bare), f"a whole column in {text}"
    assert seen > 300
