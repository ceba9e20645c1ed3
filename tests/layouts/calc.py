"""Workbooks as a real LibreOffice saves them, all in one run of it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

SECONDS = 600


def convert(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Each workbook opened and saved as .xlsx; the copies lie in `folder` under the same names."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx",
                        "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=SECONDS)
    copies = [folder / path.name for path in paths]
    missing = [path.name for path in copies if not path.exists()]
    assert not missing, f"LibreOffice did not save {missing}"
    return copies
