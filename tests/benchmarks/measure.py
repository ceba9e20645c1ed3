"""What is measured: whole commands in processes of their own, so that start, memory and cleaning up count."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

ROOT = Path(__file__).parents[2]
INSTITUTIONS, CHILDREN, CRITERIA = 400, 60_000, 6
SEED = 20261122


class Run(NamedTuple):
    seconds: float
    megabytes: float


class Ratio(NamedTuple):
    """One line of the report; `most` is the target, where there is one."""

    what: str
    ours: Run
    other: Run
    most: float | None

    @property
    def value(self) -> float:
        return self.ours.seconds / self.other.seconds


def process(*arguments: str, cwd: Path = ROOT) -> Run:
    """A Python process from start to end: the processor's time, so that another program beside it counts for nothing,
    and peak memory. The bytecode is kept, as where it is installed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    started = subprocess.Popen([sys.executable, *arguments], cwd=cwd, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise RuntimeError(f"{arguments} ended with {started.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(runs: list[Run]) -> Run:
    return Run(statistics.median(run.seconds for run in runs), max(run.megabytes for run in runs))


def paired(times: int, ours: tuple[str, ...], other: tuple[str, ...], folder: Path = ROOT) -> tuple[Run, Run]:
    """Two commands in turn, so that a machine whose speed drifts treats them alike."""
    runs = [(process(*ours, cwd=folder), process(*other, cwd=folder)) for _ in range(times)]
    return median([run for run, _ in runs]), median([run for _, run in runs])


def big_workbook(path: Path, children: bool = True) -> Path:
    """400 institutions; 60,000 children with 6 criteria each, or the counted key beside each institution.
    What is there already is the same."""
    if path.exists():
        return path
    dice = random.Random(SEED)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    names = [f"Børnehuset {number:03d}" for number in range(1, INSTITUTIONS + 1)]
    budget, pool = book.add_worksheet("Institutioner"), book.add_worksheet("Pulje")
    budget.write_row(0, 0, ["Institution", "0-2 år", "3-5 år", "Område", *([] if children else ["Nøgle"])])
    for row, name in enumerate(names, 1):
        extra = [] if children else [dice.randint(1, 60)]
        budget.write_row(row, 0, [name, 60, 90, "Nord" if row <= INSTITUTIONS // 2 else "Syd", *extra])
    pool.write_row(0, 0, ["Pulje", 60_000_000])
    for row, pair in enumerate((("Mindst antal kriterier", 2), ("Minimumsgrænse", 0.08), ("Loft pr. barn", 9000)), 1):
        pool.write_row(row, 0, pair)
    if children:
        sheet = book.add_worksheet("Børn")
        sheet.write_row(0, 0, ["Løbenr.", "Institution", "Alder", *(f"Kriterium {n + 1}" for n in range(CRITERIA))])
        each = CHILDREN // INSTITUTIONS
        for row in range(CHILDREN):
            need = 0.05 + 0.3 * (row // each) / INSTITUTIONS
            marks = [int(dice.random() < need) for _ in range(CRITERIA)]
            sheet.write_row(row + 1, 0, [row + 1, names[row // each], row % 6, *marks])
    book.close()
    return path


def command(folder: Path, times: int = 3) -> Ratio:
    """The whole of `fordel pulje` against loading and saving the same file with openpyxl (which loses parts)."""
    source = big_workbook(folder / "stor.xlsx")
    save = f"import openpyxl; openpyxl.load_workbook({str(source)!r}).save({str(folder / 'openpyxl.xlsx')!r})"
    ours = ("-m", "addin.hosts.files.start", "pulje", str(source), "--ud", str(folder / "ud.xlsx"))
    return Ratio(f"fordel pulje, {INSTITUTIONS} institutions, {CHILDREN:,} children x {CRITERIA}, against openpyxl "
                 "load + save", *paired(times, ours, ("-c", save), folder), 0.16)


def importing(times: int = 15) -> Ratio:
    """Importing the rules against importing numpy, which they need."""
    return Ratio("import udfs.catalogue, against import numpy",
                 *paired(times, ("-c", "import udfs.catalogue"), ("-c", "import numpy")), 1.3)


def helper_sheet(folder: Path, times: int = 3) -> Ratio:
    """What the rows per child for the control cost, against the same command without them (they may take 0,6 s)."""
    source = big_workbook(folder / "stor.xlsx")
    start = "from addin.hosts.files import command_line; import sys; "
    without = start + ("from addin.sheets import boernelinjer; whole = boernelinjer.sheet\n"
                       "def short(result):\n"
                       "    plan = whole(result)\n"
                       "    plan.blocks = [block._replace(values=block.values[:1]) for block in plan.blocks]\n"
                       "    return plan\n"
                       "boernelinjer.sheet = short\n")
    run = f"sys.exit(command_line.run(['pulje', {str(source)!r}, '--ud', {str(folder / 'ud.xlsx')!r}]))"
    return Ratio(f"with the control's row per child ({CHILDREN:,}), against without",
                 *paired(times, ("-c", start + run), ("-c", without + run), folder), None)
