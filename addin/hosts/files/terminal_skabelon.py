"""`fordel skabelon`: the list of template workbooks, and one of them as a file; `fordel omsaet`: a workbook for another
program."""

from __future__ import annotations

import difflib
from pathlib import Path

from rich.table import Table

from addin.danish import listed as in_words
from addin.filejobs.skabelon.write import workbook
from addin.hosts.files import outfile
from addin.hosts.files.bindings import CALC, DESKTOP, VAERDIER, WEB
from addin.hosts.files.omsaet import converted
from addin.hosts.files.terminal import plain_console
from addin.workbook import Refusal
from workbook_templates.skabeloner import NAVNE, skabelon


def run(name: str | None, target: Path | None, listed: bool, empty: bool, form: str = CALC) -> None:
    """Shows the list, or writes a template; with neither a name nor a file the list is what is wanted."""
    if listed or name is None:
        overview()
        return
    found = known(name)
    target = checked(target or Path(f"{found}.xlsx"))
    outfile.write_whole(target, converted(workbook(skabelon(found), empty), form, target.name).data)
    console = plain_console()
    console.print(f"Skrevet: {target}", soft_wrap=True)
    if form in UNSEEN:
        console.print(UNSEEN_TEXT)
    console.print(f"Begynd på arket {skabelon(found).ark[0].navn}, når du har læst Vejledning."
                  + ("" if empty else " Eksemplets tal er fiktive, og --tom udelader dem."), soft_wrap=True)


SAID = {
    WEB: "Fordels funktioner står, som Excels tilføjelsesprogram gemmer dem.",
    DESKTOP: "Fordels funktioner står, som Fordel.xlam i XLSTART gemmer dem.",
    CALC: "Fordels funktioner står med deres navne, som LibreOffice kender dem.",
    VAERDIER: "Fordels funktioner er nu deres værdier; alle andre formler er der endnu."}
UNSEEN = (WEB, DESKTOP)
UNSEEN_TEXT = "Formen er ikke set i et Excel endnu: den er kun prøvet i LibreOffice."


def convert(source: Path, form: str, target: Path | None) -> None:
    """A copy of a workbook for a program, and what is said of it."""
    data = outfile.read_file(source)
    target = target or outfile.default_output(source, f" til {form}")
    outfile.check_output(source, target)
    done = converted(data, form, source.name)
    if not done.formulas:
        raise Refusal(f"{source.name} har ingen formler med Fordels funktioner. Intet er skrevet.")
    outfile.write_whole(target, done.data)
    console = plain_console()
    console.print(f"{SAID[form]} {done.formulas} formler.")
    if form in UNSEEN:
        console.print(UNSEEN_TEXT)
    if done.left:
        console.print(f"! Disse navne kalder Fordels funktioner og er ikke ændret: {in_words(list(done.left))}.")
    console.print(f"Skrevet: {target}", soft_wrap=True)


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
