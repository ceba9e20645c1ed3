"""`fordel udmelding --mappe`: a file of its own for each recipient, as a workbook, or as a PDF by LibreOffice.

LibreOffice draws some while others are made into documents that can be heard: that is half the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from addin import libreoffice
from addin.filejobs.udmelding import workbook
from addin.hosts.files import outfile
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from addin.hosts.files.session import Progress
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.sagsbilag import paper, printing
from addin.workbook import Plan, Refusal, SheetPlan
from workbook_templates import udmelding as spec

WORKBOOK, PDF = ".xlsx", ".pdf"
BATCH = 40  # statements that LibreOffice draws in one start
SECONDS = 300  # of a batch, on a slow machine
MISSING = f"Udmeldingerne er ikke lavet. {printing.MISSING}"
FAILED = "Udmeldingerne er ikke lavet: LibreOffice kunne ikke trykke den til {}. Intet er skrevet."
SILENT = f"Udmeldingerne er ikke lavet: LibreOffice svarede ikke i {SECONDS} sekunder og er stoppet. Intet er skrevet."
_NOT_IN_FILES = re.compile(r'[<>|"\x00-\x1f]')


def targets(folder: Path, sheets: Sequence[SheetPlan], ending: str) -> list[Path]:
    """A file for each; raises Refusal where one may not be written."""
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"{folder} er ikke en mappe. Vælg en anden med --mappe.")
    if not folder.exists() and not folder.parent.is_dir():
        raise Refusal(f"Mappen {folder.parent} findes ikke.")
    found = [folder / f"{name}{ending}" for name in names([sheet.name for sheet in sheets])]
    for path in found:
        if path.exists() and not is_ours(path):
            raise Refusal(f"Filen {path.name} findes allerede i mappen, og Fordel har ikke lavet den. Flyt den, eller "
                          "vælg en anden mappe med --mappe.")
    return found


def names(recipients: Sequence[str]) -> list[str]:
    """A name of a file for each, on any machine.

    >>> names(["A<B", "a>b", "Åen ."])
    ['Udmelding A B', 'Udmelding a b (2)', 'Udmelding Åen']
    """
    found: list[str] = []
    for recipient in recipients:
        plain = name = f"Udmelding {_NOT_IN_FILES.sub(' ', recipient)}".rstrip(". ")
        number = 1
        while name.casefold() in map(str.casefold, found):
            number += 1
            name = f"{plain} ({number})"
        found.append(name)
    return found


def is_ours(path: Path) -> bool:
    """Whether a file holds statements, so that nothing of the user's is lost when it is written again."""
    if path.is_dir():
        return False
    if path.suffix.lower() == PDF:
        return printing.made_by_us(outfile.read_file(path))
    try:
        ours = our_sheets(Package(outfile.read_file(path), path.name))
    except Refusal:
        return False
    return any(key.split(" ")[0] == spec.NOEGLE for key in ours)


def write(folder: Path, sheets: Sequence[SheetPlan], font: tuple[str, float] | None, pdf: bool, progress: Progress
          ) -> list[Path]:
    """All of them or none: each is made before the first is written."""
    files = targets(folder, sheets, PDF if pdf else WORKBOOK)
    made = documents if pdf else workbooks
    done = []
    for data in made(sheets, font):
        done.append(data)
        progress(f"Laver udmelding {len(done)} af {len(sheets)}")
    folder.mkdir(exist_ok=True)
    for path, data in zip(files, done):
        outfile.write_whole(path, data)
    return files


def workbooks(sheets: Sequence[SheetPlan], font: tuple[str, float] | None) -> Iterator[bytes]:
    for sheet in sheets:
        yield workbook([sheet], font)


def documents(sheets: Sequence[SheetPlan], font: tuple[str, float] | None) -> Iterator[bytes]:
    """PDFs; raises Refusal where one cannot be printed."""
    program = libreoffice.program()
    if program is None:
        raise Refusal(MISSING)
    named = [(f"{name}{WORKBOOK}", sheet) for name, sheet in zip(names([sheet.name for sheet in sheets]), sheets)]
    batches = [named[at:at + BATCH] for at in range(0, len(named), BATCH)]
    with ThreadPoolExecutor(1) as drawing:
        for batch, drawn in zip(batches, drawing.map(partial(draw, program, font), batches)):
            for name, sheet in batch:
                if name not in drawn:
                    raise Refusal(FAILED.format(sheet.name))
                try:
                    yield printing.tagged(paper.printed(Plan([sheet]), (spec.NOEGLE,)), drawn[name]).data
                except printing.NotPrinted as problem:
                    raise Refusal(f"{sheet.name}: {problem}") from None


def draw(program: str, font: tuple[str, float] | None, batch: Sequence[tuple[str, SheetPlan]]) -> dict[str, bytes]:
    """What LibreOffice makes of a batch, by the names of the files, which stand at the foot of each page."""
    books = {name: scratch_workbook(Plan(paper.printed(Plan([sheet]), (spec.NOEGLE,)).sheets), font)
             for name, sheet in batch}
    try:
        return libreoffice.all_converted(program, books, paper.FILTER, paper.SETTINGS, SECONDS)
    except libreoffice.Silent:
        raise Refusal(SILENT) from None
