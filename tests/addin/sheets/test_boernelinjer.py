"""The sheet with a row per child: formulas that Excel takes, however many criteria and names with notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from addin import formulas
from addin.actions.fordel_pulje import fordel_pulje
from addin.run import celler
from addin.sheets import boernelinjer
from addin.workbook import Plan, Refusal
from tests.addin.sheets.many_criteria import LONG, children, is_met, longest
from tests.calc.office import Office
from tests.planning import MADE, WHY, Case, case, planned, prove


def noted(many: int, name: str = "Hus {}") -> Plan | Refusal:
    """As many institutions with a child each, whose names there have a note."""
    names = [name.format(number) for number in range(many)]
    houses = [["Institution", "Børn"], *([name, 20 + number % 7] for number, name in enumerate(names))]
    taken: Case = case({"Ark": houses, "B": [["Hus", "k1"], *([name, 1] for name in names)]},
                       {"navn": f"Ark!$A$2:$A${many + 1}", "boern": f"Ark!$B$2:$B${many + 1}",
                        "barn_institution": f"B!$A$2:$A${many + 1}", "barn_kriterier": f"B!$B$2:$B${many + 1}"},
                       pulje=100_000, grundlag="børneark", mindst_kriterier=1)
    book = taken.snapshot()
    written = {(row, 0): f"{name} 1)" for row, name in enumerate(names, 1)}
    sheets = tuple(replace(sheet, written=written) if sheet.name == "B" else sheet for sheet in book.sheets)
    answer = fordel_pulje(replace(book, sheets=sheets), WHY, MADE, "0")
    assert isinstance(answer, (Plan, Refusal)), answer
    return answer


def test_as_many_names_with_notes_as_there_is_room_for() -> None:
    assert isinstance(noted(40), Plan)
    for refused in (noted(51), noted(20, "Den selvejende institution {} " + 90 * "i")):
        assert isinstance(refused, Refusal)
        assert "forskellige navne har noter, er delvis streget over eller har usynlige mellemrum om" in str(refused)


@pytest.mark.soffice
@pytest.mark.parametrize("grundlag", ["børneark", "score pr. barn"])
def test_a_child_belongs_where_it_was_read_to_whatever_blanks_are_around_the_name(
        office: Office, tmp_path: Path, grundlag: str) -> None:
    """TRIM takes none of them; the reading does."""
    names = ("Solen", "Må\nnen", "Mars", "Jorden")
    written = ("Solen\r\n", "Må\nnen", "\tMars", "Jorden\u2003", "Solen", "Må\nnen\n", "Mars\u00a0\n", "\x0bJorden")
    first, second = (("barn_institution", "barn_kriterier") if grundlag == "børneark"
                     else ("score_institution", "score"))
    taken = case({"Ark": [["Institution", "Børn"], *([name, 20] for name in names)],
                  "B": [["Hus", "k1"], *([name, 1] for name in written)]},
                 {"navn": "Ark!$A$2:$A$5", "boern": "Ark!$B$2:$B$5", first: "B!$A$2:$A$9", second: "B!$B$2:$B$9"},
                 pulje=100_000, grundlag=grundlag, mindst_kriterier=1)
    prove(office, taken, tmp_path, [(f"B!A{row}", "Solen" if row != 2 else "Mars") for row in range(2, 10) if row != 6])


def test_a_name_more_is_a_level_more_and_no_doubling() -> None:
    names = {f"Hus {number} 1)": f"Hus {number}" for number in range(boernelinjer.MOST_NOTED)}
    _, _, none, _ = formulas.measured("=" + celler.text("A1"))
    _, _, levels, _ = formulas.measured("=" + celler.without_notes("A1", names))
    assert levels == len(names) + none < formulas.DEEPEST


@pytest.mark.parametrize("many", [3, 60, 250])
@pytest.mark.parametrize("how", ["unikke", "kriterier", "begge"])
def test_no_formula_over_children_is_too_long(many: int, how: str) -> None:
    assert longest(planned(children(many, metode=how))) <= formulas.LONGEST


@pytest.mark.soffice
@pytest.mark.parametrize("how", ["unikke", "kriterier", "begge"])
def test_one_moved_mark_among_sixty_criteria_is_noticed(office: Office, tmp_path: Path, how: str) -> None:
    taken = children(60, metode=how)
    rows = taken.sheets[LONG]
    row = next(row for row in range(1, 12) if is_met(rows[row][60]) and not is_met(rows[row + 1][60]))
    moved = {f"{LONG}!BI{row + 1}": None, f"{LONG}!BI{row + 2}": "ja"}
    prove(office, taken, tmp_path, [moved, ("Vægte!A60", 7), (f"{LONG}!BI{row + 1}", "nej")])
