"""Several pools and a guarantee of their sum, every formula computed anew by a library and by LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import Case, distributed
from tests.pools import RANDERS, houses
from tests.second_engine.engine import Engine, Values, apart, by_libreoffice, formula_cells, stale

LEAST = 700  # formulas, of three controls


def together(*rows: dict[str, Any], **values: Any) -> Case:
    return houses(*rows, {"Pulje": "Garanti", "Garanti": 0.9}, **values)


# The guarantee of the sum, where the pools are rounded to other units than the settings say and its own row says none.
CASES = {
    "alt": together(RANDERS[0] | {"Loft, kr. pr. barn": 5_000, "Tilovers": "Alle", "Beløb, kr.": "1,23 % af 100 mio."},
                    RANDERS[1] | {"Tærskel": "ingen", "Minimum, kr.": 700_000}, taerskel=0.06),
    "tiere": together(*(row | {"Afrunding, kr.": 10} for row in RANDERS)),
    "tredivere og hundreder": together(*(row | {"Afrunding, kr.": unit} for row, unit in zip(RANDERS, (30, 100)))),
    "kroner, men ellers tiere": together(*(row | {"Afrunding, kr.": 1} for row in RANDERS), afrunding=10)}


@pytest.fixture(scope="module", params=CASES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Values, Path]:
    """What the formulas of the finished result are cached as, and the same with every cached value overwritten."""
    folder = tmp_path_factory.mktemp("puljer")
    path = distributed(CASES[request.param], folder)
    return formula_cells(path), stale(path, folder / "foraeldet.xlsx")


def test_a_second_engine_computes_what_is_cached(made: tuple[Values, Path]) -> None:
    cached, old = made
    assert len(cached) >= LEAST
    assert apart(cached, Engine(old).values(cached)) == {}


@pytest.mark.soffice
def test_libreoffice_computes_what_is_cached(made: tuple[Values, Path], office: Office) -> None:
    cached, old = made
    assert apart(cached, by_libreoffice(office, old, cached)) == {}
