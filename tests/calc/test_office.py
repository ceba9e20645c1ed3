"""The helper itself: a stale cached value must change when it is told to recalculate, or it proves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import formula, workbook
from tests.calc.office import Office

pytestmark = pytest.mark.soffice


def test_a_stale_value_is_kept_on_opening_and_changes_on_recalculation(office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "stale.xlsx", Ark=[[formula('="frisk"', "STALE")]])
    assert office.open(str(path))
    try:
        before = office.get("Ark!A1")
        office.recalc()
        assert (before, office.get("Ark!A1")) == ("STALE", "frisk")
    finally:
        office.close()


def test_errors_are_seen(office: Office, tmp_path: Path) -> None:
    office.open(str(workbook(tmp_path / "e.xlsx", Ark=[[formula("=1/0", 0)]])))
    try:
        office.recalc()
        assert office.get("Ark!A1") == {"error": 532}
        assert office.errors() != []
    finally:
        office.close()
