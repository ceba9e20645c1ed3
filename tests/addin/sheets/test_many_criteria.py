"""Any number of criteria, any name of a sheet: no formula is longer than Excel takes, and the control holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin import formulas
from addin.workbook import Formula, Plan, a1
from tests.calc.office import Office
from tests.planning import Case, case, planned, prove, refused

HOUSES = ("Anemonen", "Birken", "Cikorien")
TABLE = [["Institution", "Børn i alt"], *([name, 40 + 7 * at] for at, name in enumerate(HOUSES))]
LONG = "Børn '26 (alle, 0-5 år) i Dragø"  # 31 characters, and an apostrophe
QUOTED = "'" + LONG.replace("'", "''") + "'"
MARKS = ("ja", "x", None, "nej", 1, True)


def children(many: int, **settings: Any) -> Case:
    """Twelve children with as many criteria, marked with words."""
    rows = [["Hus", *(f"k{number}" for number in range(1, many + 1))]]
    rows += [[HOUSES[child % 3], *(MARKS[(child * 7 + number * 3 + number // 5) % 6] for number in range(many))]
             for child in range(12)]
    return case({"Ark": TABLE, LONG: rows, "Vægte": [[1 + number % 3 / 2] for number in range(many)]},
                {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "barn_institution": f"{QUOTED}!$A$2:$A$13",
                 "barn_kriterier": f"{QUOTED}!$B$2:{a1(12, many, True)}",
                 **({"kriterievaegte": f"Vægte!$A$1:$A${many}"} if settings.pop("weighed", True) else {})},
                pulje=100_000, grundlag="børneark", **{"mindst_kriterier": 3, **settings})


def delivery(many: int, **settings: Any) -> Case:
    """As many columns, some of them suppressed."""
    rows = [["Hus", *(f"k{number}" for number in range(1, many + 1))]]
    rows += [[name, *(("<3" if (at + number) % 11 == 0 else (at * 5 + number * 3) % 8 + 1) for number in range(many))]
             for at, name in enumerate(HOUSES)]
    return case({"Ark": TABLE, LONG: rows,
                 "Vægte": [[1 + number % 3 / 2] for number in range(many)]},
                {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "antal_institution": f"{QUOTED}!$A$2:$A$4",
                 "antal_kriterier": f"{QUOTED}!$B$2:{a1(3, many, True)}",
                 **({"kriterievaegte": f"Vægte!$A$1:$A${many}"} if settings.pop("weighed", True) else {})},
                pulje=100_000, grundlag="leverede antal", erstat=1, **settings)


def is_met(mark: Any) -> bool:
    return mark in ("ja", "x", 1)


def longest(plan: Plan) -> int:
    texts = [cell.value.text for sheet in plan.sheets for cell in sheet.cells if isinstance(cell.value, Formula)]
    texts += [block.formula for sheet in plan.sheets for block in sheet.blocks if block.formula]
    return max(map(len, texts))


@pytest.mark.parametrize("many", [3, 60, 250])
@pytest.mark.parametrize("how", ["unikke", "kriterier", "begge"])
def test_no_formula_over_children_is_too_long(many: int, how: str) -> None:
    assert longest(planned(children(many, metode=how))) <= formulas.LONGEST


@pytest.mark.parametrize("many", [3, 15, 16, 60, 250])
@pytest.mark.parametrize("how", ["sum", "sammenvejet"])
@pytest.mark.parametrize("weighed", [True, False])
def test_no_formula_over_a_delivery_is_too_long(many: int, how: str, weighed: bool) -> None:
    assert longest(planned(delivery(many, samling=how, weighed=weighed))) <= formulas.LONGEST


@pytest.mark.parametrize("how", ["gennemsnit", "maks"])
def test_no_formula_over_years_is_too_long(how: str) -> None:
    assert longest(planned(delivery(100, samling=how, weighed=False))) <= formulas.LONGEST
    assert "der er 101 kolonner, men der kan højst være 100" in refused(delivery(101, samling=how, weighed=False))


@pytest.mark.parametrize("made", [children, delivery])
def test_more_than_the_control_follows_is_refused(made: Any) -> None:
    assert "der er 251 kolonner, men der kan højst være 250. Læg nogle af dem sammen" in refused(made(251))


@pytest.mark.soffice
@pytest.mark.parametrize("how", ["unikke", "kriterier", "begge"])
def test_one_moved_mark_among_sixty_criteria_is_noticed(office: Office, tmp_path: Path, how: str) -> None:
    taken = children(60, metode=how)
    rows = taken.sheets[LONG]
    row = next(row for row in range(1, 12) if is_met(rows[row][60]) and not is_met(rows[row + 1][60]))
    moved = {f"{LONG}!BI{row + 1}": None, f"{LONG}!BI{row + 2}": "ja"}
    prove(office, taken, tmp_path, [moved, ("Vægte!A60", 7), (f"{LONG}!BI{row + 1}", "nej")])


@pytest.mark.soffice
@pytest.mark.parametrize("how", ["sum", "sammenvejet", "gennemsnit"])
def test_one_count_among_sixty_columns_is_noticed(office: Office, tmp_path: Path, how: str) -> None:
    prove(office, delivery(60, samling=how, weighed=how != "gennemsnit"), tmp_path, [
        (f"{LONG}!BI4", 99), {f"{LONG}!C3": 8.5, f"{LONG}!D3": 0.5}])
