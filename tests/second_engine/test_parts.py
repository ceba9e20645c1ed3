"""A second engine and LibreOffice compute every formula of a small workbook of each part, as it is cached; and a krone
moved in any amount is noticed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.builders import formula, workbook
from tests.calc.office import Office
from tests.planning import NOT_OK, OK
from tests.second_engine.engine import (
    STALE_NUMBER,
    STALE_TEXT,
    Engine,
    Values,
    alike,
    apart,
    by_libreoffice,
    formula_cells,
    stale,
)
from tests.second_engine.parts import PARTS, distributed

LEAST = 150  # formulas of each


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    """The finished result of a part, what its formulas are cached as, and the same with every cached value overwritten;
    made and read once."""
    @cache
    def make(part: str) -> tuple[Values, Path]:
        folder = tmp_path_factory.mktemp("del")
        path = distributed(PARTS[part], folder)
        return formula_cells(path), stale(path, folder / "foraeldet.xlsx")
    return make


@pytest.mark.parametrize("part", PARTS)
def test_a_second_engine_computes_what_is_cached_and_notices_a_krone(part: str, made: Any) -> None:
    cached, old = made(part)
    engine = Engine(old)
    assert len(cached) >= LEAST
    assert not set(formula_cells(old).values()) & {value for value in cached.values() if value not in (None, "")}
    assert apart(cached, engine.values(cached)) == {}
    amounts, status = engine.status_by_amounts()
    assert len(amounts) >= 3 and status(amounts) == OK
    for at in range(len(amounts)):
        assert status([amount + (place == at) for place, amount in enumerate(amounts)]) == NOT_OK, at


@pytest.mark.soffice
@pytest.mark.parametrize("part", PARTS)
def test_libreoffice_computes_what_is_cached(part: str, made: Any, office: Office) -> None:
    cached, old = made(part)
    assert apart(cached, by_libreoffice(office, old, cached)) == {}


def test_a_wrong_cache_comes_out_right(tmp_path: Path) -> None:
    """The engine computes, and does not read what is cached: numbers and texts."""
    path = workbook(tmp_path / "vagt.xlsx", Ark=[[20, formula("=A1+22", STALE_NUMBER),
                                                  formula('=IF(B1=42,"ja","nej")', STALE_TEXT)]])
    cached = formula_cells(path)
    assert list(cached.values()) == [STALE_NUMBER, STALE_TEXT]
    assert Engine(path).values(cached) == {("Ark", "B1"): 42, ("Ark", "C1"): "ja"}
    assert not alike(STALE_NUMBER, 42) and not alike(STALE_TEXT, "ja") and not alike("1", 1) and not alike(0, "")


def test_a_small_number_has_all_its_digits(tmp_path: Path) -> None:
    """The library alone reads 0,000337492369073, which the control would call another number."""
    share = 0.0003374923690734458
    path = workbook(tmp_path / "b.xlsx", Ark=[[share, formula(f"=IF(ABS(A1-({share!r}))<=3.37E-16,1,0)", 1)]])
    assert Engine(path).values([("Ark", "B1")]) == {("Ark", "B1"): 1}


def test_of_a_layout_only_our_sheets_are_computed_anew(tmp_path: Path) -> None:
    """Its own formulas give what stands there, though nobody has computed it."""
    book = workbook(tmp_path / "b.xlsx", Ark=[[2, formula("=A1*2", 7)]], Vores=[[formula("=Ark!B1+1", 8)]])
    old = stale(book, tmp_path / "f.xlsx", only=["Vores"])
    assert formula_cells(old) == {("Vores", "A1"): STALE_NUMBER}
    assert Engine(old).values([("Vores", "A1")]) == {("Vores", "A1"): 8}
