"""120 statements as PDFs that can be heard, against LibreOffice printing the same sheets and nothing more."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from addin.sagsbilag import paper
from tests.benchmarks.measure import Ratio, process
from tests.planning import case

MANY, MOST = 120, 3.0
PRINT = """import ast, sys
from pathlib import Path
from addin import libreoffice
files = {path.name: path.read_bytes() for path in Path("ark").iterdir()}
made = libreoffice.all_converted(libreoffice.program(), files, *ast.literal_eval(sys.argv[1]))
sys.exit(len(made) != len(files))"""
COLUMNS = {key: f"Ark!${letter}$2:${letter}${MANY + 1}" for key, letter in
           zip(("navn", "boern", "noegle", "sidste_aar"), "ABCD")}
TERMS = {"pulje": 24_000_000, "taerskel": 0.08, "loft": 6_000, "pl": 0.032, "udgave": "endelig", "budgetaar": 2027,
         "loen_paedagog": 478_000, "loen_medhjaelper": 398_000, "andel_paedagoger": 0.6, "krav": "1"}


def budget(path: Path) -> Path:
    dice = random.Random(MANY)
    rows = []
    for number in range(MANY):
        children = dice.randint(40, 120)
        rows.append([f"Hus {number}", children, dice.randint(6, children // 2), dice.randint(100_000, 500_000)])
    return case({"Ark": [["Institution", "Børn", "Talte", "Sidste år"], *rows]}, COLUMNS, **TERMS).file(path)


def statements(folder: Path) -> Ratio:
    """Both by the processor's time, LibreOffice's own and all that is started along the way."""
    folder = Path(tempfile.mkdtemp(dir=folder))
    command = ("-m", "addin.hosts.files.start", "udmelding", str(budget(folder / "budget.xlsx")),
               "--accepteret", "måling", "--mappe")
    process(*command, "ark", cwd=folder)
    ours = process(*command, "pdf", "--pdf", cwd=folder)
    other = process("-c", PRINT, repr((paper.FILTER, ())), cwd=folder)
    assert len(list((folder / "pdf").iterdir())) == MANY
    return Ratio(f"{MANY} statements as PDFs, against LibreOffice printing the same sheets", ours, other, MOST)
