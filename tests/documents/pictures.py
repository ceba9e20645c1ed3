"""python -m tests.documents.pictures: the pictures in the documents, drawn anew by LibreOffice from the demo.

Each carries the hash of what the sheet it shows was planned to be, so that a test knows when it is out of date.
"""

from __future__ import annotations

import hashlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import replace
from importlib import resources
from pathlib import Path

from addin import libreoffice
from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files.package import Package
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.hosts.files.snapshot import snapshot
from addin.sagsbilag import paper
from addin.version import VERSION
from addin.workbook import Plan, SheetPlan
from tests.planning import MADE
from tests.unmoved.dump import of_sheet
from workbook_templates import demo_budget, fordeling, fordeling_kontrol

FOLDER = Path(__file__).parents[2] / "workbook_templates" / "billeder"
# File -> the sheet whose first page it shows.
SHOWN = {"fordeling.png": fordeling.ARK, "kontrol.png": fordeling_kontrol.ARK}
OUTPUT = "Solbakke budget 2027 fordelt.xlsx"
KEYWORD = b"Fordel-plan"
DPI = 100
SEEN = ("-x", "30", "-y", "45", "-W", "1110", "-H", "715")  # of a page: without its margins and its foot
HEAD = 33  # bytes of a PNG before what may be put in: the signature and its first chunk


def main() -> int:
    office = libreoffice.program()
    if office is None:
        print("LibreOffice is needed")
        return 1
    FOLDER.mkdir(exist_ok=True)
    sheets = planned()
    for file, name in SHOWN.items():
        FOLDER.joinpath(file).write_bytes(marked(drawn(office, sheets[name]), fingerprint(sheets[name])))
        print(FOLDER / file)
    return 0


def planned() -> dict[str, SheetPlan]:
    """Sheet name -> what the demo makes of it, at a time that stays the same."""
    data = resources.files("workbook_templates").joinpath(demo_budget.FIL).read_bytes()
    plan = fordel_pulje(snapshot(Package(data, demo_budget.INPUT), data), {}, MADE, VERSION)
    assert isinstance(plan, Plan)
    return {sheet.name: sheet for sheet in plan.sheets}


def fingerprint(sheet: SheetPlan) -> str:
    """Of all that can be seen of a sheet; that the version is another makes no picture old."""
    text = "\n".join(of_sheet(sheet)).replace(VERSION, "0")
    return hashlib.sha256(text.encode()).hexdigest()


def drawn(office: str, sheet: SheetPlan) -> bytes:
    """The first page of a sheet, as values alone."""
    values = [cell._replace(value=paper.plain(cell.value)) for cell in sheet.cells]
    workbook = scratch_workbook(Plan([replace(sheet, cells=values, blocks=[], charts=[])]))
    pdf = libreoffice.converted(office, workbook, OUTPUT, paper.FILTER, paper.SETTINGS)
    assert pdf is not None, "LibreOffice could not draw it"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.pdf")
        page.write_bytes(pdf)
        first = ["pdftoppm", "-r", str(DPI), "-f", "1", "-singlefile", *SEEN, "-png"]
        subprocess.run([*first, page, page.with_suffix("")], check=True)
        return page.with_suffix(".png").read_bytes()


def marked(png: bytes, text: str) -> bytes:
    """A picture with a text in it that is not shown."""
    body = b"tEXt" + KEYWORD + b"\0" + text.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:HEAD] + chunk + png[HEAD:]


def mark(png: bytes) -> str:
    found = re.search(KEYWORD + rb"\0([0-9a-f]{64})", png[:200])
    return found[1].decode() if found else ""


if __name__ == "__main__":
    sys.exit(main())
