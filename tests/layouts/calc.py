"""Workbooks as a real LibreOffice saves them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.calc.office import Office


def convert(office: Office, paths: Sequence[Path], folder: Path) -> list[Path]:
    """Each workbook opened and saved as .xlsx; the copies lie in `folder` under the same names."""
    copies = [folder / path.name for path in paths]
    office.call("tests.layouts.inside", "saved_again", list(map(str, paths)), list(map(str, copies)))
    return copies
