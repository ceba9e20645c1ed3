"""`fordel demo`: a budget workbook of a fictive kommune, the main job on it, and KORA's tables calculated again."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

from addin.hosts.files import job, outfile
from addin.sheets import kora as kora_sheet
from addin.system_errors import reason
from addin.workbook import Refusal
from workbook_templates import kora_2017
from workbook_templates.demo_budget import FIL, INPUT

FOLDER = "fordel-demo"
OUTPUT = "Solbakke budget 2027 fordelt.xlsx"


def run(where: Path, progress: Callable[[str], None] = lambda step: None) -> job.Done:
    """Copies the bundled workbook into a folder of its own and distributes its pool."""
    data = resources.files("workbook_templates").joinpath(FIL).read_bytes()
    folder = free_folder(where, data)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        raise Refusal(f"Mappen {folder} kan ikke laves: {reason(problem)}.") from None
    source = folder / INPUT
    if not source.exists():
        outfile.write_whole(source, data)
    return job.run(source, folder / OUTPUT, {}, progress, [kora_sheet.sheet(kora_2017.ARK)])


def free_folder(where: Path, data: bytes) -> Path:
    """The first folder where nobody has changed the demo's own budget."""
    number = 1
    while True:
        folder = where / (FOLDER if number == 1 else f"{FOLDER}-{number}")
        source = folder / INPUT
        if not folder.exists() or (folder.is_dir() and (not source.exists() or source.read_bytes() == data)):
            return folder
        number += 1
