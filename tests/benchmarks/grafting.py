"""The graft of a 2 MB workbook against copying its zip, in one process and in memory: no start, no disk.

Two ways to copy are measured. A zip library unpacks every entry and packs it again: that is what "copying the zip" is
held to. The graft's own way moves the packed bytes: nothing can be faster, and it is shown for what it is.
"""

from __future__ import annotations

import io
import random
import statistics
import time
import zipfile
from collections.abc import Callable

import xlsxwriter

from addin.hosts.files.container import Container, zip_of
from addin.hosts.files.graft import graft
from addin.hosts.files.package import Package
from tests.addin.hosts.files.workbook_files import KEYS, scratch
from tests.benchmarks.measure import SEED, Ratio, Run

SHEETS, ROWS, COLUMNS = 6, 4_700, 8


def two_megabytes() -> bytes:
    """Six sheets of amounts."""
    dice = random.Random(SEED)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for number in range(SHEETS):
        sheet = book.add_worksheet(f"Ark {number}")
        for row in range(ROWS):
            amounts = [round(dice.random() * 1e5, 2) for _ in range(COLUMNS)]
            sheet.write_row(row, 0, [f"Hus {dice.randrange(400)}", *amounts])
    book.close()
    return out.getvalue()


def repacked(data: bytes) -> bytes:
    """The zip copied as a zip library does it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return out.getvalue()


def moved(data: bytes) -> bytes:
    """The zip copied without unpacking anything."""
    return zip_of(Container(data, "").entries.values())


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def grafting(times: int = 9) -> list[Ratio]:
    """First and second run, against both ways to copy; each pair measured in turn."""
    data, new = two_megabytes(), scratch()
    once = graft(Package(data), new, KEYS)
    ratios = []
    for run, book in (("first", data), ("second", once)):
        for how, copy, most in (("unpack and pack", repacked, 2.0), ("move packed bytes", moved, None)):
            pairs = [(_seconds(lambda b=book: graft(Package(b), new, KEYS)), _seconds(lambda c=copy, b=book: c(b)))
                     for _ in range(times)]
            ours, other = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
            what = f"{run} graft, {len(book) / 1e6:.1f} MB, against copying the zip ({how})"
            ratios.append(Ratio(what, Run(ours, 0), Run(other, 0), most))
    return ratios
