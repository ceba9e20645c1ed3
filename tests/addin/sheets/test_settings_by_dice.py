"""Every setting of the calculation together, drawn by the dice: the amounts against exact fractions written without a
look at the code, and every cell of our sheets against a real LibreOffice."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions, Refusal
from tests.calc.office import Office
from tests.dice import Drawn
from tests.dice_held import Held
from tests.dice_later import Later
from tests.planning import MADE, NOT_OK, OK, WHY, amounts, cells, distributed, status, table

MOST_REFUSED, MOST_ASKED = 1 / 3, 1 / 60
KINDS = pytest.mark.parametrize("kind", [Drawn, Later, Held])


@KINDS
def test_every_amount_is_what_fractions_make_it(kind: type[Drawn], seeds: int) -> None:
    refused = asked = 0
    for seed in range(seeds):
        drawn = kind(seed)
        answer = fordel_pulje(drawn.case().snapshot(), WHY, MADE, "0")
        if isinstance(answer, Refusal):
            assert any(word in str(answer) for word in kind.refused), (seed, str(answer))
            refused += 1
            continue
        if isinstance(answer, Questions):  # an institution whose figures happen to be the sum of others
            assert [question.setting[:5] for question in answer.questions] == ["række"], (seed, answer)
            asked += 1
            continue
        assert isinstance(answer, Plan), (seed, answer)
        assert amounts(answer) == plain(drawn.expected()), seed
        for heading, expected in drawn.beside().items():
            lines = table(answer, "fordeling")
            assert {name: lines[name][heading] for name in expected} == plain(expected), (seed, heading)
    assert refused <= math.ceil(MOST_REFUSED * seeds) and asked <= math.ceil(MOST_ASKED * seeds)


def plain(expected: dict[str, Fraction]) -> Any:
    return pytest.approx({name: float(amount) for name, amount in expected.items()}, abs=1e-6)


def same(cached: Any, live: Any) -> bool:
    """Alike to nine digits; a rest on the edge between two of its six decimals may fall to either side."""
    if isinstance(cached, (int, float)) and isinstance(live, (int, float)):
        return live == pytest.approx(cached, rel=1e-9, abs=1.1e-6)
    return (cached or None) == (live or None)


def by_key(plan: Plan) -> str:
    """A cell of the result with an amount by the key."""
    sheet = cells(plan, "fordeling")
    head = next(row for (row, _), value in sorted(sheet.items()) if value == "Nr.")
    headings = {value: column for (row, column), value in sheet.items() if row == head}
    column = headings.get("Efter nøglen", headings["Tildeling"])
    row = next(row for (row, column), value in sorted(sheet.items()) if row > head and column == 0 and value == 1)
    return f"Fordeling!{chr(65 + column)}{row + 1}"


@pytest.mark.soffice
@KINDS
def test_the_control_is_ok_and_every_cached_cell_is_what_calc_calculates(
        kind: type[Drawn], office: Office, tmp_path: Path) -> None:
    for seed in range(60):
        taken = kind(seed).case()
        answer = fordel_pulje(taken.snapshot(), WHY, MADE, "0")
        if not isinstance(answer, Plan):
            continue
        path = distributed(taken, tmp_path)
        ours = [sheet for sheet in openpyxl.load_workbook(path, data_only=True) if sheet.title.startswith("Fordel")]
        assert office.open(str(path))
        try:
            assert status(office) == OK, seed
            assert office.errors() == [], seed
            for sheet in ours:
                live = office.get(f"{sheet.title}!A1:{sheet.dimensions.split(':')[1]}")
                for row, calculated in zip(sheet.iter_rows(min_row=1, min_col=1), live, strict=True):
                    for cell, value in zip(row, calculated, strict=True):
                        assert same(cell.value, value), (seed, sheet.title, cell.coordinate, cell.value, value)
            at = by_key(answer)
            office.set(at, office.get(at) + 1)
            assert status(office) == NOT_OK, (seed, at)
        finally:
            office.close()
            path.unlink()
