"""`fordel efterse` in the terminal: what is in a workbook, and what became of each part of it in another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from addin.clock import now
from addin.filejobs import klargoer
from addin.filejobs.udeladt import LeftOut, by_kind, of_package
from addin.hosts.files import outfile
from addin.hosts.files.comparison import LOSSES, SAME, alike, compare, proof
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.inspection import facts
from addin.hosts.files.package import Package
from addin.hosts.files.terminal import plain_console
from addin.version import VERSION
from addin.workbook import Questions
from workbook_templates import fordeling

NO_COPY = "Klargør laver ingen kopi nu, og mere kan være udeladt af den, når den bliver lavet: {why}"
LEFT_OUT = "Det her tager klargør (fordel klargoer) ikke med i kopien, der må sendes"


def run(file: Path, other: Path | None) -> None:
    """Shows it; raises Refusal where something of the first is not in the second."""
    data = outfile.read_file(file)
    before = _package(file, data)
    if other is None:
        _show_facts(before)
        _show_left_out(before, data)
    else:
        _show_proof(before, _package(other, outfile.read_file(other)))


def _package(path: Path, data: bytes) -> Package:
    package = Package(data, path.name)
    package.refuse_document_types()
    return package


def _show_facts(package: Package) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(package.file)
    table.add_column("Fundet")
    for fact in facts(package):
        table.add_row(fact.what, fact.detail, style="" if fact.found else "dim")
    plain_console().print(table)


def _left_out(package: Package, data: bytes) -> tuple[Sequence[LeftOut], str]:
    """All that klargør would leave out, found by letting it make the copy, which is not kept; and where it makes none,
    what there is of parts, and why."""
    ours = our_sheets(package)
    parts = of_package(package, ours)
    if not any(key.split(" ")[0] == fordeling.NOEGLE for key in ours):
        return parts, ""
    answer = klargoer.klargoer(package.file, data, klargoer.LOOKED_AT, now(), VERSION)
    if isinstance(answer, klargoer.Klargjort):
        return answer.left_out, ""
    why = answer.questions[0].text if isinstance(answer, Questions) else str(answer)
    return parts, NO_COPY.format(why=why)


def _show_left_out(package: Package, data: bytes) -> None:
    """What a copy made by klargør is without."""
    lines, why = _left_out(package, data)
    table = Table(box=None, pad_edge=False, header_style="bold", title=LEFT_OUT, title_justify="left",
                  title_style="bold")
    for heading in ("Del", "Hvor", "Fordi det"):
        table.add_column(heading, overflow="fold")
    for part, where, rule in by_kind(lines):
        table.add_row(part, where, rule)
    plain_console().print("", table)
    if why:
        plain_console().print(why)


def _show_proof(before: Package, after: Package) -> None:
    fates = compare(before, after)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Del", "Er", "Hvad"):
        table.add_column(heading)
    for fate in fates:
        if fate.verdict != SAME:
            style = "bold" if fate.verdict in LOSSES else ""
            table.add_row(fate.part, fate.verdict, fate.detail, style=style)
    console = plain_console()
    if table.row_count:
        console.print(table)
    console.print(alike(fates))
    console.print(proof(before, after, fates))
