"""What a result is called where no name is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files.outfile import SETUP_SUFFIX, SUFFIX, default_output

NAMES = [
    ("budget.xlsx", "budget fordelt.xlsx", "budget opsat.xlsx"),
    ("budget opsat.xlsx", "budget fordelt.xlsx", "budget opsat.xlsx"),
    ("budget opsat (2).xlsx", "budget fordelt.xlsx", "budget opsat.xlsx"),
    ("budget fordelt (12).xlsm", "budget fordelt.xlsm", "budget opsat.xlsm"),
    ("budget opsat fordelt.xlsx", "budget fordelt.xlsx", "budget opsat.xlsx"),
    ("Penge fordelt på skoler.xlsx", "Penge fordelt på skoler fordelt.xlsx", "Penge fordelt på skoler opsat.xlsx"),
    ("opsat.xlsx", "opsat fordelt.xlsx", "opsat opsat.xlsx"),
    (" opsat.xlsx", " opsat fordelt.xlsx", " opsat opsat.xlsx"),
    ("uopsat.xlsx", "uopsat fordelt.xlsx", "uopsat opsat.xlsx"),
]


@pytest.mark.parametrize(("source", "distributed", "set_up"), NAMES)
def test_only_what_fordel_put_at_the_end_of_a_name_is_taken_off(tmp_path: Path, source: str, distributed: str,
                                                               set_up: str) -> None:
    assert default_output(tmp_path / source, SUFFIX).name == distributed
    assert default_output(tmp_path / source, SETUP_SUFFIX).name == set_up


def test_a_name_that_is_taken_gets_the_next_free_number(tmp_path: Path) -> None:
    source = tmp_path / "b opsat.xlsx"
    for number in ("", " (2)"):
        (tmp_path / f"b opsat{number}.xlsx").touch()
    assert default_output(source, SETUP_SUFFIX).name == "b opsat (3).xlsx"
    assert default_output(source, SUFFIX).name == "b fordelt.xlsx"
