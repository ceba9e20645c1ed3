"""Several pools and a guarantee of their sum, every formula computed anew by a library and by LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calc.office import Office
from tests.planning import distributed
from tests.pools import RANDERS, houses
from tests.second_engine.engine import Engine, alike, formula_cells, stale

LEAST = 700  # formulas, of three controls


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The finished result, and the same with every cached value overwritten."""
    folder = tmp_path_factory.mktemp("puljer")
    rows = (RANDERS[0] | {"Loft, kr. pr. barn": 5_000, "Tilovers": "Alle", "Beløb, kr.": "1,23 % af 100 mio."},
            RANDERS[1] | {"Tærskel": "ingen", "Minimum, kr.": 700_000},
            {"Pulje": "Garanti", "Garanti": 0.9})
    path = distributed(houses(*rows, taerskel=0.06), folder)
    return path, stale(path, folder / "foraeldet.xlsx")


def test_a_second_engine_computes_what_is_cached(made: tuple[Path, Path]) -> None:
    path, old = made
    cached, computed = formula_cells(path), Engine(old).values()
    assert len(cached) >= LEAST
    assert {place: (value, computed.get(place)) for place, value in cached.items()
            if place not in computed or not alike(value, computed[place])} == {}


@pytest.mark.soffice
def test_libreoffice_computes_what_is_cached(made: tuple[Path, Path], office: Office) -> None:
    path, old = made
    assert office.open(str(old))
    try:
        office.recalc()
        wrong = {place: (value, found) for place, value in formula_cells(path).items()
                 if not alike(value, found := office.get("!".join(place)))}
    finally:
        office.close()
    assert wrong == {}
