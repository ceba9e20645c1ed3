"""`fordel efterse` in the terminal: what is in a workbook, and what became of each part of it in another."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from addin.filejobs.efterse import Seen, seen
from addin.hosts.files import outfile
from addin.hosts.files.comparison import LOSSES, SAME, alike, compare, proof
from addin.hosts.files.package import Package
from addin.hosts.files.terminal import plain_console

LEFT_OUT = "Det her tager klargør (fordel klargoer) ikke med i kopien, der må sendes"


def run(file: Path, other: Path | None) -> None:
    """Shows it; raises Refusal where something of the first is not in the second."""
    data = outfile.read_file(file)
    if other is None:
        looked = seen(file.name, data)
        _show_facts(file.name, looked)
        _show_left_out(looked)
    else:
        _show_proof(_package(file, data), _package(other, outfile.read_file(other)))


def _package(path: Path, data: bytes) -> Package:
    package = Package(data, path.name)
    package.refuse_document_types()
    return package


def _show_facts(name: str, looked: Seen) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(name)
    table.add_column("Fundet")
    for fact in looked.facts:
        table.add_row(fact.what, fact.detail, style="" if fact.found else "dim")
    plain_console().print(table)


def _show_left_out(looked: Seen) -> None:
    """What a copy made by klargør is without."""
    table = Table(box=None, pad_edge=False, header_style="bold", title=LEFT_OUT, title_justify="left",
                  title_style="bold")
    for heading in ("Del", "Hvor", "Fordi det"):
        table.add_column(heading, overflow="fold")
    for part, where, rule in looked.left_out:
        table.add_row(part, where, rule)
    plain_console().print("", table)
    if looked.why:
        plain_console().print(looked.why)


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
