"""How the columns of a delivery become one number: no formula is too long, however many they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin import formulas
from tests.addin.sheets.many_criteria import LONG, children, delivery, longest
from tests.calc.office import Office
from tests.planning import planned, prove, refused


@pytest.mark.large
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
@pytest.mark.parametrize("how", ["sum", "sammenvejet", "gennemsnit"])
def test_one_count_among_sixty_columns_is_noticed(office: Office, tmp_path: Path, how: str) -> None:
    prove(office, delivery(60, samling=how, weighed=how != "gennemsnit"), tmp_path, [
        (f"{LONG}!BI4", 99), {f"{LONG}!C3": 8.5, f"{LONG}!D3": 0.5}])
