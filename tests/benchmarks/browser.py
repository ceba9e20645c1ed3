"""The add-in for Excel in a real Chromium: how long it takes to come and to answer, and what memory it takes.

Seconds and megabytes, against the targets for a quiet machine with two cores; and one ratio, against plain Python.
"""

from __future__ import annotations

import random
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from addin.packaging.web import serve
from addin.packaging.web.build import build
from tests.addin.hosts.excel.web import books, prepare
from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane, executable
from tests.benchmarks.measure import CHILDREN, CRITERIA, INSTITUTIONS, SEED, Ratio, Run, big_workbook
from tests.conftest import WEB_BASE, WORKBOOKS
from udfs.catalogue import FUNCTIONS

TIMES = 3
MOST_MEMORY = 1.25  # the page's process after 420,000 cells, of what it was when Python was there
MOST_AGAINST_PYTHON = 12  # half of it is the cells' way to Python and back, the rest that WebAssembly is slower
DELAY = 20  # ms of a round trip to Excel
START = "() => Math.round(performance.now())"  # ms since the page was asked for
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
CALLS = """async (times) => {
  const found = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await fordel.kald("FORDEL_PULJE", [[[1000000 + at]], Array.from({ length: 60 }, (_, row) => [row + 1])]);
    found.push(performance.now() - began);
  }
  return found;
}"""
COUNT = """async (cells) => {
  globalThis.counted ??= cells;
  const began = performance.now();
  globalThis.last = await fordel.kald("FORDEL_OPTAEL", [...counted, [["unikke"]], [[2 + (globalThis.again = !again)]]]);
  return performance.now() - began;
}"""
HEAP = """async () => {
  const ours = document.querySelector("script[src$='support.js']").src;
  return (await import(ours.replace("support.js", "python.js"))).seen.heap / 1e6;
}"""


class Line(NamedTuple):
    what: str
    measured: float
    unit: str
    target: float | None


def available() -> bool:
    return bool(executable()) and prepare.PYODIDE.exists()


def built(folder: Path) -> Path:
    web = folder / "fordel"
    build(web, WEB_BASE, prepare.PYODIDE)
    return web


@contextmanager
def site(web: Path) -> Iterator[str]:
    """A folder as it is built, on this machine."""
    server = serve.server(web, 0, None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser() -> Iterator[Chromium]:
    started = Chromium()
    try:
        yield started
    finally:
        started.stop()


def opened(chromium: Chromium, address: str, page: str, profile: int | None = None) -> tuple[Pane, float, float]:
    """A page, and seconds until it was shown and until Python was there."""
    pane = chromium.open(chromium.profile() if profile is None else profile, f"{address}{page}")
    pane.until(READY, timeout=300_000)
    ready = pane.run(START) / 1000
    return pane, pane.until(PAINT) and pane.run(PAINT) / 1000, ready


def lines(web: Path, folder: Path) -> list[Line]:
    """All but the ratio."""
    with site(web) as address, browser() as chromium:
        return [*starting(chromium, address), *calling(chromium, address), *pressing(chromium, address, folder)]


def starting(chromium: Chromium, address: str) -> list[Line]:
    shown, cold, warm = [], [], []
    for _ in range(TIMES):
        first, paint, ready = opened(chromium, address, "pane.html")
        second, _, again = opened(chromium, address, "pane.html", first.profile)
        shown, cold, warm = [*shown, paint], [*cold, ready], [*warm, again]
        second.ask("close")
        first.ask("close")
    return [Line("the pane is shown", statistics.median(shown), "s", 0.5),
            Line("Python is there, the first time", statistics.median(cold), "s", 5.5),
            Line("Python is there, where storage is allowed and it has been before", statistics.median(warm), "s", 3)]


def calling(chromium: Chromium, address: str) -> list[Line]:
    page, _, _ = opened(chromium, address, "funktioner.html")
    ready, _ = page.ask("memory")
    page.run(CALLS, 20)
    call = statistics.median(page.run(CALLS, 200)) / 1000
    counted = count_in(page)
    after, most = page.ask("memory")
    found = [Line("a call of FORDEL_PULJE with 60 recipients", call, "s", 0.003),
             Line(f"FORDEL_OPTAEL, {CHILDREN * (CRITERIA + 1):,} cells", counted, "s", 1),
             Line("WebAssembly's memory after that", page.run(HEAP), "MB", 150),
             Line("the page's process when Python was there", ready, "MB", 350),
             Line("the page's process after 420,000 cells", after, "MB", 350),
             Line("the most it took until then", most, "MB", 350)]
    page.ask("close")
    return found


def children() -> list[Any]:
    """Institutions, each child's, and its criteria: as cells."""
    dice = random.Random(SEED)
    names = [f"Børnehuset {number:03d}" for number in range(1, INSTITUTIONS + 1)]
    return [[[name] for name in names], [[dice.choice(names)] for _ in range(CHILDREN)],
            [[int(dice.random() < 0.2) for _ in range(CRITERIA)] for _ in range(CHILDREN)]]


def count_in(page: Pane) -> float:
    """Seconds of the median call; every one is another, for equal ones are computed once."""
    page.run("(cells) => { globalThis.counted = cells; globalThis.again = false; }", children())
    return statistics.median(page.run(COUNT) for _ in range(TIMES)) / 1000


class Counted(NamedTuple):
    """Seconds of `count_in` in a page of its own, and what its process holds after that of what it did with Python."""

    seconds: float
    memory: float


def counted(web: Path) -> Counted:
    with site(web) as address, browser() as chromium:
        page, _, _ = opened(chromium, address, "funktioner.html")
        ready, _ = page.ask("memory")
        seconds = count_in(page)
        after, _ = page.ask("memory")
    return Counted(seconds, float(after / ready))


def pressing(chromium: Chromium, address: str, folder: Path) -> list[Line]:
    pane, _, _ = opened(chromium, address, "pane.html")
    budget = books.seed(WORKBOOKS / "dagtilbud_budget_2023.xlsx")
    pressed(pane, budget)  # once, to have imported what it imports
    seconds = statistics.median(pressed(pane, budget, delay=DELAY) for _ in range(TIMES))
    trips = pane.run("() => standin.behind.syncs")
    large = pressed(pane, books.plain_seed(big_workbook(folder / "stor.xlsx")))
    return [Line(f"Fordel pulje, dagtilbud_budget_2023, {DELAY} ms a round trip", seconds, "s", 3),
            Line("its round trips", trips, "", 120),
            Line(f"Fordel pulje, {CHILDREN:,} children x {CRITERIA}", large, "s", None),
            Line("WebAssembly's memory after that", pane.run(HEAP), "MB", 150)]


def pressed(pane: Pane, seed: Any, **settings: Any) -> float:
    pane.open_book(seed, **settings)
    began = time.perf_counter()
    assert "færdig" in pane.whole()  # and the yes to what it will do
    return time.perf_counter() - began


def against_python(counted: Counted) -> Ratio:
    """The whole call from a cell, there and back, against the function in this Python, given its arrays."""
    names, each, marks = children()
    plain = []
    for least in (2, 3, 2):
        began = time.perf_counter()
        FUNCTIONS["FORDEL_OPTAEL"](names, each, marks, "unikke", least)
        plain.append(time.perf_counter() - began)
    return Ratio(f"in the browser: FORDEL_OPTAEL, {CHILDREN * (CRITERIA + 1):,} cells, against plain Python",
                 Run(counted.seconds, 0), Run(statistics.median(plain), 0), MOST_AGAINST_PYTHON)
