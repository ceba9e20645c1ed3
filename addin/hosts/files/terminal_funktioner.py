"""`fordel funktioner`: the reference in the terminal, and as a file."""

from __future__ import annotations

import difflib
from pathlib import Path

from rich.table import Table

from addin.describe import Description, descriptions
from addin.hosts.files import outfile
from addin.hosts.files.bindings import CALC
from addin.hosts.files.omsaet import converted
from addin.hosts.files.terminal import plain_console
from addin.reference import words
from addin.reference.markdown import page
from addin.reference.shown import of_function, small_sheet
from addin.reference.workbook import workbook
from addin.workbook import Refusal, column_letters
from udfs import catalogue

PREFIX = "FORDEL_"
WIDE = 7  # columns of an example beside each other in a terminal; a wider one goes on below
MADE = {".xlsx": workbook, ".md": lambda: page().encode()}


def run(name: str | None, target: Path | None, form: str = CALC) -> None:
    """Shows one function or the list of all, or writes the reference to a file."""
    if target is not None:
        if name:
            raise Refusal("Filen rummer alle funktioner: skriv fordel funktioner --ud FIL uden navn.")
        write(target, form)
    elif name:
        one(found(name))
    else:
        overview()


def found(name: str) -> Description:
    """The function of a name, in any case, with FORDEL_ or without, æøå or ae, oe and aa."""
    plain = name.upper().replace("Æ", "AE").replace("Ø", "OE").replace("Å", "AA").removeprefix(PREFIX)
    known = {each.name.removeprefix(PREFIX): each for each in descriptions()}
    if plain in known:
        return known[plain]
    near = difflib.get_close_matches(plain, known, n=3)
    hint = f"Mente du {' eller '.join(near)}?" if near else "Se dem alle med fordel funktioner."
    raise Refusal(f'Der er ingen funktion, der hedder "{name}". {hint}')


def overview() -> None:
    console = plain_console()
    for group in catalogue.GROUPS:
        console.print(group, style="bold")
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        table.add_column()
        for each in descriptions():
            if each.group == group:
                table.add_row(each.name, each.title)
        console.print(table)
        console.print()
    console.print("Se én: fordel funktioner PULJE. Som regneark: fordel funktioner --ud funktionsoversigt.xlsx")


def one(described: Description) -> None:
    console = plain_console()
    console.print(described.name, style="bold")
    console.print(f"{described.title} {described.text}".strip())
    console.print(f"\n  ={words.typed(described)}\n")
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, max_width=30)
    table.add_column()
    for argument in described.arguments:
        table.add_row(words.argument(argument), argument.help)
    for label, text in (("Resultat", described.result), ("Fejl", described.errors), ("Formel", described.formula),
                        ("Kilde", described.source)):
        table.add_row(label, text, style="italic" if label == "Kilde" else "")
    console.print(table)
    formula, rows = small_sheet(of_function(described))
    console.print(f"\nEksempel: {formula}")
    for first in range(0, len(rows[0]), WIDE):
        columns = range(first, min(first + WIDE, len(rows[0])))
        cells = Table("", *map(column_letters, columns), box=None, pad_edge=False, header_style="dim")
        for number, row in enumerate(rows, 1):
            cells.add_row(str(number), *row[columns.start:columns.stop], style="bold" if number == 1 else "")
        console.print(cells)


def write(target: Path, form: str = CALC) -> None:
    made = MADE.get(target.suffix.lower())
    if made is None:
        raise Refusal(f"{target.name}: oversigten kan skrives som .xlsx eller .md.")
    if not target.parent.is_dir():
        raise Refusal(f"Mappen {target.parent} findes ikke.")
    if target.exists():
        raise Refusal(f"{target} findes allerede. Vælg et andet navn.")
    data = made()
    outfile.write_whole(target, data if target.suffix.lower() == ".md" else converted(data, form, target.name).data)
    plain_console().print(f"Skrevet: {target}", soft_wrap=True)
