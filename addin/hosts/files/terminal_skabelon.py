"""`fordel skabelon`: the list of template workbooks, and one of them as a file."""

from __future__ import annotations

import difflib
from pathlib import Path

from rich.table import Table

from addin.filejobs.skabelon.write import workbook
from addin.hosts.files import outfile
from addin.hosts.files.terminal import plain_console
from addin.workbook import Refusal
from workbook_templates.skabeloner import NAVNE, skabelon


def run(name: str | None, target: Path | None, listed: bool, empty: bool) -> None:
    """Shows the list, or writes a template; with neither a name nor a file the list is what is wanted."""
    if listed or name is None:
        overview()
        return
    found = known(name)
    target = checked(target or Path(f"{found}.xlsx"))
    outfile.write_whole(target, workbook(skabelon(found), empty))
    console = plain_console()
    console.print(f"Skrevet: {target}", soft_wrap=True)
    console.print(f"Begynd på arket {skabelon(found).ark[0].navn}, når du har læst Vejledning."
                  + ("" if empty else " Eksemplets tal er fiktive, og --tom udelader dem."), soft_wrap=True)


def overview() -> None:
    console = plain_console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Skabelon", "Hvad den er til"):
        table.add_column(heading, overflow="fold")
    for name in NAVNE:
        table.add_row(name, skabelon(name).hvad)
    console.print(table)
    console.print("\nLav én: fordel skabelon NAVN UD.xlsx. Uden eksempel: --tom.")


def known(name: str) -> str:
    plain = name.casefold().removesuffix(".xlsx").replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    if plain in NAVNE:
        return plain
    near = [each for each in NAVNE if plain in each] or difflib.get_close_matches(plain, NAVNE, n=3, cutoff=0.5)
    hint = f"Mente du {' eller '.join(near)}?" if near else "Se dem alle med fordel skabelon --liste."
    raise Refusal(f'Der er ingen skabelon, der hedder "{name}". {hint}')


def checked(target: Path) -> Path:
    outfile.refuse_folder(target, "en fil, der kan skrives")
    if target.suffix.lower() != ".xlsx":
        raise Refusal(f"{target.name}: en skabelon skrives som .xlsx. Giv den navnet "
                      f"{target.with_suffix('.xlsx').name}.")
    if not target.parent.is_dir():
        raise Refusal(f"Mappen {target.parent} findes ikke.")
    if target.exists():
        raise Refusal(f"{target} findes allerede. Vælg et andet navn.")
    return target
