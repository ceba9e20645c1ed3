"""The certificate in a real LibreOffice, recalculated: OK when all is right, not OK when anything is not.

A cached OK proves nothing, so every question here is asked after calculateAll().
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from addin.hosts.files import job
from addin.workbook import Refusal
from tests.builders import budget, children
from tests.calc.office import Office
from tests.conftest import WORKBOOKS
from tests.planning import WHY
from udfs import distribution, solving, threshold

pytestmark = pytest.mark.soffice
OK, NOT_OK = "OK", "IKKE OK"
STATUS = "Fordeling kontrol!C4"
DAGTILBUD, CHILDREN = WORKBOOKS / "dagtilbud_budget_2023.xlsx", WORKBOOKS / "boernetaelling_2026.xlsx"


def distribute(source: Path, folder: Path, **choices: str) -> Path:
    return job.run(source, folder / "ud.xlsx", {**WHY, **choices}).target


def status(office: Office) -> str:
    office.recalc()
    return office.get(STATUS)


def change(office: Office, cells: dict[str, Any]) -> str:
    """The status with cells changed; they are changed back, and the status is OK again."""
    before = {address: office.get(address) for address in cells}
    for address, value in cells.items():
        office.set(address, value)
    answer = status(office)
    for address, value in before.items():
        office.set(address, value)
    assert status(office) == OK, "changing back did not bring the OK back"
    return answer


def amount_cells(path: Path) -> list[str]:
    """Where the amounts stand on the result sheet."""
    sheet = openpyxl.load_workbook(path)["Fordeling"]
    head = next(row for row in sheet.iter_rows() if row[1].value in ("Institution", "Modtager"))
    column = next(cell.column_letter for cell in head if cell.value == "Tildeling, kr.")
    last = next(row for row in sheet.iter_rows(min_row=head[0].row + 1) if row[0].value in ("I alt", "Hele kommunen"))
    return [f"Fordeling!{column}{row[1].row}" for row in sheet.iter_rows(min_row=head[0].row + 1,
                                                                         max_row=last[0].row) if row[1].value]


def same(cached: Any, live: Any) -> bool:
    """A cached value against the one Calc calculates; empty text is an empty cell."""
    if isinstance(cached, (int, float)) and isinstance(live, (int, float)):
        return live == pytest.approx(cached, rel=1e-9, abs=1e-9)
    return (cached or None) == (live or None)


# Two equal recipients and one odd krone: the place in the list decides.
TIE = [("A", 10, 10, 0.1), ("B", 10, 10, 0.1)]
# 8 of 100 children is exactly 8 %; and 3 x 0,1 is not quite 0,3.
EDGE = [("A", 0, 100, 0.08), ("B", 0, 50, 0.2), ("C", 0, 30, 0.3), ("D", 0, 100, 0.0799)]


def made_tie(path: Path) -> Path:
    return budget(path, TIE, pool=[("Pulje, kr.", 1001)])


def made_edge(path: Path) -> Path:
    return budget(path, EDGE, pool=[("Pulje, kr.", 1000), ("Minimumsgrænse", 0.08), ("Loft pr. barn", 9)])


def copied(source: Path) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(source.read_bytes())
        return path
    return make


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


# ------------------------------------------------------------------------------------- a sabotaged solver


def without_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    right = distribution.together

    def wrong(*arguments: Any, **named: Any) -> Any:
        limits = right(*arguments, **named)
        return limits._replace(hi=np.full_like(limits.hi, np.inf))

    monkeypatch.setattr(distribution, "together", wrong)


def strictly_over_the_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    """burden < threshold made burden <= threshold: the one exactly on it gets nothing."""
    right = threshold.reaches
    monkeypatch.setattr(threshold, "reaches",
                        lambda key, limit: right(key, limit) & (np.abs(key - limit) > 1e-6))


def a_krone_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    right = solving.largest_remainder

    def wrong(*arguments: Any) -> Any:
        done = right(*arguments)
        given = np.flatnonzero(done.ekstra > 0)[0]
        kept = np.flatnonzero((done.ekstra == 0) & (done.rest > 0))[0]
        moved = np.zeros(len(done.beloeb))
        moved[given], moved[kept] = -1, 1
        return done._replace(beloeb=done.beloeb + moved, ekstra=done.ekstra + moved)

    monkeypatch.setattr(solving, "largest_remainder", wrong)


@pytest.mark.parametrize(("sabotage", "make"), [(without_cap, made_edge), (strictly_over_the_threshold, made_edge),
                                                (a_krone_moved, made_edge), (without_cap, copied(CHILDREN)),
                                                (a_krone_moved, copied(CHILDREN))],
                         ids=lambda value: getattr(value, "__name__", ""))
def test_not_ok_when_the_solver_is_sabotaged(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                             sabotage: Callable[[pytest.MonkeyPatch], None],
                                             make: Callable[[Path], Path]) -> None:
    source = make(tmp_path / "ind.xlsx")
    sabotage(monkeypatch)
    office.open(str(distribute(source, tmp_path)))
    try:
        assert office.get(STATUS) == OK  # the program believes it, and says so in the cached value
        assert status(office) == NOT_OK  # the certificate does not
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


# ------------------------------------------------------------------------------------- any workbook, any settings

MOST_REFUSED = 15  # of the seeds: a minimum above the pool, a key that is zero for all


def drawn(seed: int, folder: Path) -> tuple[Path, dict[str, str]]:
    """A workbook and settings by the dice: few or many recipients, zeros, blanks, øre, caps, thresholds, units."""
    dice = random.Random(seed)
    need = (0.1, 0.05, 0.2, 0.08, 0, None, dice.random())
    rows = [(f"Hus {number}", dice.choice((0, dice.randint(1, 60))), dice.choice((0, dice.randint(1, 90))),
             dice.choice(need)) for number in range(dice.choice((1, 2, 3, 7, 28, 60)))]
    rows = [(*row[:3], 0 if row[3] is None and (row[1] or row[2]) else row[3]) for row in rows]  # else it is red
    pool = dice.choice((1000, 999.99, dice.randint(1, 10**7), 10**9, 0.07, dice.random() * 1e6))
    options = {"taerskel": ("10%", "5%", "0,1"), "taerskeltype": ("over",), "loft": ("5", "100", "1000", "20000"),
               "minimum": ("1", "100"), "afrunding": ("100", "0,01", "0,5"), "vaegt": ("1", "2", "3,3")}
    choices = {key: dice.choice(values) for key, values in options.items() if dice.random() < 0.4}
    return budget(folder / "ind.xlsx", rows, pool=[("Pulje, kr.", pool)]), choices


def test_ok_for_any_workbook_and_not_ok_after_any_krone_moved(office: Office, tmp_path: Path) -> None:
    refused = 0
    for seed in range(40):
        source, choices = drawn(seed, tmp_path)
        try:
            path = distribute(source, tmp_path, **choices)
        except Refusal:
            refused += 1
            continue
        office.open(str(path))
        try:
            assert status(office) == OK, (seed, choices)
            at = random.Random(seed).choice(amount_cells(path))
            assert change(office, {at: office.get(at) + 1}) == NOT_OK, (seed, at)
        finally:
            office.close()
            path.unlink()
    assert refused <= MOST_REFUSED
