"""Workbooks with any number of criteria, on a sheet whose name is as long as Excel takes."""

from __future__ import annotations

from typing import Any

from addin.workbook import Formula, Plan, a1
from tests.planning import Case, case

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
