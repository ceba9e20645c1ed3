"""The page that takes a workbook in a real Chromium, against the command's own work in this Python: its start is in
neither."""

from __future__ import annotations

import gc
import statistics
import time
from pathlib import Path

from addin.hosts.files import job
from tests.addin.hosts.files.web.page import Page, opened
from tests.benchmarks.browser import HEAP, browser, site
from tests.benchmarks.measure import CHILDREN, CRITERIA, INSTITUTIONS, Ratio, Run, big_workbook

MOST_OF_CHILDREN, MOST_OF_A_BUDGET = 8, 4
TIMES = 3


def against_command(web: Path, folder: Path) -> list[Ratio]:
    children, budget = big_workbook(folder / "stor.xlsx"), big_workbook(folder / "budget.xlsx", children=False)
    with site(web) as address, browser() as chromium:
        page = opened(chromium, address)
        in_page(page, budget, 1)  # once, to have imported what it imports
        ours = [(in_page(page, path), page.run(HEAP.replace("support", "page"))) for path in (budget, children)]
    natively(budget, folder, 1)
    theirs = [natively(path, folder) for path in (budget, children)]
    told = [(f"{INSTITUTIONS} institutions with a counted key", MOST_OF_A_BUDGET),
            (f"{CHILDREN:,} children x {CRITERIA}", MOST_OF_CHILDREN)]
    return [Ratio(f"in a browser's page: {what}, against the command's own work", Run(*mine), Run(other, 0), most)
            for (what, most), mine, other in zip(told, ours, theirs, strict=True)]


def in_page(page: Page, source: Path, times: int = TIMES) -> float:
    """Seconds from the button to the file, of a workbook that has not been read."""
    found = []
    for _ in range(times):
        assert page.choose(source) == ""
        began = time.perf_counter()
        assert "Hent filen" in page.pushed()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def natively(source: Path, folder: Path, times: int = TIMES) -> float:
    found = []
    for number in range(times):
        gc.disable()  # as the command does
        began = time.perf_counter()
        job.run(source, folder / f"{source.stem} {number}.xlsx", {})
        found.append(time.perf_counter() - began)
        gc.enable()
    return statistics.median(found)
