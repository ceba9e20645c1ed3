"""`fordel byg oxt`: the extension as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from addin.packaging.oxt import oxt


def test_the_extension_is_written_where_it_is_wanted(fordel: Any, tmp_path: Path) -> None:
    answer = fordel("byg", "oxt", "--ud", tmp_path / "ny" / "f.oxt")
    assert (answer.code, answer.out) == (0, f"Skrevet: {tmp_path / 'ny' / 'f.oxt'}\n")
    assert (tmp_path / "ny" / "f.oxt").read_bytes() == oxt()


def test_without_a_place_it_is_in_dist(fordel: Any, tmp_path: Path) -> None:
    assert fordel("byg", "oxt").code == 0
    assert (tmp_path / "dist" / "fordel.oxt").read_bytes() == oxt()


def test_the_help_is_danish(fordel: Any) -> None:
    assert "LibreOffice Calc" in fordel("byg", "--help").out
    assert "dist/fordel.oxt" in fordel("byg", "oxt", "--help").out
