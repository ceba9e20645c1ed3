"""Workbooks as a real LibreOffice saves them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

SECONDS = 600
AT_ONCE = 100  # a single run of LibreOffice stops after some 250 workbooks, and says nothing


def convert(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Each workbook opened and saved as .xlsx; the copies lie in `folder` under the same names."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as profile:
        for first in range(0, len(paths), AT_ONCE):
            batch = map(str, paths[first: first + AT_ONCE])
            subprocess.run([soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx",
                            "--outdir", str(folder), *batch], check=True, capture_output=True, timeout=SECONDS)
    copies = [folder / path.name for path in paths]
    missing = [path.name for path in copies if not path.exists()]
    assert not missing, f"LibreOffice did not save {missing}"
    return copies
