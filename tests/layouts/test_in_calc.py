"""The corpus as LibreOffice saves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calc.office import Office
from tests.layouts import report
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import CALC, WRONG, prepare


@pytest.mark.soffice
def test_as_libreoffice_saves_them(office: Office, tmp_path: Path) -> None:
    built, saved = tmp_path / "bygget", tmp_path / "gemt"
    for folder in (built, saved):
        folder.mkdir()
    outcomes = report.run_calc(office, prepare(LAYOUTS, built), saved)
    assert [f"{outcome.layout}: {outcome.text}" for outcome in outcomes if outcome.kind == WRONG] == []
    assert report.misses(outcomes) == report.golden(CALC)
