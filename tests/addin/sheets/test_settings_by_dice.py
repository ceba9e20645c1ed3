"""Every setting of the calculation together, drawn by the dice: the control, and every cell of our sheets, against a
real LibreOffice. The amounts themselves: tests/differential."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.dates import numbered
from addin.hosts.files import job
from addin.workbook import Plan
from tests.calc.office import Office
from tests.differential.dice import drawn
from tests.differential.layout import choices, laid
from tests.planning import MADE, NOT_OK, OK, WHY, place_of

SEEDS, LEAST_ACCEPTED = 180, 90
STATUS = "C4"


def same(cached: Any, live: Any) -> bool:
    """Alike to nine digits; a rest on the edge between two of its six decimals may fall to either side, and a day is a
    number in one of them."""
    cached = numbered(cached) if isinstance(cached, datetime.date) else cached
    if isinstance(cached, (int, float)) and isinstance(live, (int, float)):
        return live == pytest.approx(cached, rel=1e-9, abs=1.1e-6)
    return (cached or None) == (live or None)


def by_key(plan: Plan) -> str:
    """A cell of the result with an amount by the key."""
    for heading in ("Efter nøglen", "Tildeling", "Bevilget", "Skal spare"):
        try:
            return place_of(plan, plan.summary["tabel"][0][0], heading)
        except LookupError:
            continue
    raise LookupError("no amounts")


@pytest.mark.soffice
@pytest.mark.parametrize("first", range(0, SEEDS, SEEDS // 3))
def test_the_control_is_ok_and_every_cached_cell_is_what_calc_calculates(first: int, office: Office,
                                                                         tmp_path: Path) -> None:
    accepted = 0
    for seed in range(first, first + SEEDS // 3):
        made = drawn(seed)
        said = {**WHY, **choices(made)}
        answer = fordel_pulje(laid(made).snapshot(), said, MADE, "0")
        if not isinstance(answer, Plan):
            continue
        accepted += 1
        path = job.run(laid(made).file(tmp_path / "ind.xlsx"), tmp_path / "ud.xlsx", said).target
        ours = [sheet for sheet in openpyxl.load_workbook(path, data_only=True) if sheet.title.startswith("Fordel")]
        names = answer.summary["ark"]
        assert office.open(str(path))
        try:
            office.recalc()
            assert office.get(f"{names['kontrol']}!{STATUS}") == OK, seed
            assert office.errors() == [], seed
            for sheet in ours:
                live = office.get(f"{sheet.title}!A1:{sheet.dimensions.split(':')[1]}")
                for row, calculated in zip(sheet.iter_rows(min_row=1, min_col=1), live, strict=True):
                    for cell, value in zip(row, calculated, strict=True):
                        assert same(cell.value, value), (seed, sheet.title, cell.coordinate, cell.value, value)
            at = by_key(answer)
            office.set(at, office.get(at) + float(made.settings.get("afrunding", 1)))
            office.recalc()
            assert office.get(f"{names['kontrol']}!{STATUS}") == NOT_OK, (seed, at)
        finally:
            office.close()
            path.unlink()
    assert accepted >= LEAST_ACCEPTED // 3
