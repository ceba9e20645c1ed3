"""Prints the ratios: python -m tests.benchmarks"""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks import browser, functions, growth, page, small_counts
from tests.benchmarks.calc import in_libreoffice
from tests.benchmarks.grafting import grafting
from tests.benchmarks.measure import Ratio, command, helper_sheet, importing
from tests.benchmarks.statements import statements
from tests.calc.office import available


def main() -> None:
    table = Table("what", "ours, s", "other, s", "ratio", "target", "ours, MB", "other, MB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        calc = [*in_libreoffice(folder), statements(folder)] if available() else []
        web = in_the_browser(folder) if browser.available() else []
        for ratio in (command(folder), helper_sheet(folder), importing(), *grafting(), *calc, *web):
            table.add_row(ratio.what, f"{ratio.ours.seconds:.3f}", f"{ratio.other.seconds:.3f}", f"{ratio.value:.2f}",
                          "" if ratio.most is None else f"{ratio.most:.2f}", f"{ratio.ours.megabytes:.0f}",
                          f"{ratio.other.megabytes:.0f}")
        grown = Table("growth of the whole command", "times", "target")
        for what, times, most in growth.lines(folder):
            grown.add_row(what, f"{times:.1f}", f"{most:g}")
    Console().print(table)
    Console().print(grown)
    rules = Table("function", "against", *(f"n = {n:,}" for n in functions.SIZES), "growth per n log n")
    for row in functions.table(functions.measured()):
        rules.add_row(*row)
    Console().print(rules)
    attack = Table("the attack on small counts, amounts in", f"{small_counts.MANY} recipients, s", "growth per n x n",
                   "several pools, s", "growth per n x n")
    for unit in small_counts.UNITS:
        one, several = (small_counts.seconds(made(small_counts.MANY, unit))
                        for made in (small_counts.houses, small_counts.of_pools))
        attack.add_row(f"{unit} kr.", f"{one:.2f}", f"{small_counts.growth(unit):.2f}", f"{several:.2f}",
                       f"{small_counts.growth_of_pools(unit):.2f}")
    Console().print(attack)
    if browser.available():
        Console().print(timed_in_the_browser())


def in_the_browser(folder: Path) -> list[Ratio]:
    web = browser.built(folder)
    return [browser.against_python(browser.counted(web)), *page.against_command(web, folder)]


def timed_in_the_browser() -> Table:
    table = Table("the add-in for Excel, in Chromium", "measured", "target, on a quiet machine")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for line in browser.lines(browser.built(folder), folder):
            table.add_row(line.what, f"{line.measured:.4g} {line.unit}",
                          "" if line.target is None else f"{line.target:g} {line.unit}")
    return table


if __name__ == "__main__":
    main()
