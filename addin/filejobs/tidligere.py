"""The editions that were sent before, as one who sits at the workbook's folder is asked for them: `--tidligere` of the
command. It is asked until the answer is no, as the sheets are (addin.filejobs.tilvalg)."""

from __future__ import annotations

import os
from pathlib import Path

from addin.filejobs.tilvalg import NEJ, NO_MORE, SPOERG, answered, more
from addin.finding.asking import Asked
from addin.hosts.files import outfile
from addin.until_answered import Choices
from addin.workbook import Question, Refusal

TIDLIGERE = "klargoer tidligere"
ANDEN = "en anden:"  # no workbook's file ends so
TYPES = (".xlsx", ".xlsm")
NEWEST = 9  # files of the folder that are offered
FIRST = ("Er der sendt en udgave før? Af to udgaver kan der regnes mere ud end af én. Vælg den fordelte projektmappe, "
         "som kopien dengang blev lavet af.")
NEXT = "{names} er valgt. Er der sendt flere udgaver før?"
NONE, ANOTHER = "nej: der er ingen sendt før", "en anden: en fil, der ikke står her"
WHERE = ("Hvor ligger den tidligere udgave? Skriv hele stien til filen (i Stifinder: højreklik på den, og vælg Kopiér "
         "som sti).")
NOT_WHOLE = "Skriv hele stien, fra drevet og helt til filens navn med .xlsx eller .xlsm."


def before(source: Path, choices: Choices) -> list[tuple[str, bytes]]:
    """The editions by the files that were chosen: of the folder, or where else they lie. Raises Asked where somebody
    is there and has not said no more, and Refusal for one that cannot be read."""
    said = answered(choices, TIDLIGERE)
    paths = [typed(choices, number) if name == ANDEN else source.with_name(name)
             for number, name in enumerate(said, 1) if name != NEJ]
    if choices.get(SPOERG) and NEJ not in said:
        there = [name for name in beside(source) if source.with_name(name) not in paths]
        offers = ((NEJ, NO_MORE if paths else NONE), *((name, f'ja, "{name}"') for name in there), (ANDEN, ANOTHER))
        text = more([path.name for path in paths], FIRST, NEXT)
        raise Asked((Question(f"{TIDLIGERE} {len(said) + 1}", text, offers),))
    return [(path.name, outfile.read_file(path)) for path in paths]


def typed(choices: Choices, number: int) -> Path:
    key = f"{TIDLIGERE} {number} sti"
    if not choices.get(key):
        raise Asked((Question(key, WHERE, check=unreadable),))
    return path_of(str(choices[key]))


def path_of(text: str) -> Path:
    """What was typed, also with the quotes Windows copies a path in.

    >>> path_of(' "C:/Budget/foer.xlsx" ').name
    'foer.xlsx'
    """
    return Path(text.strip().strip('"'))


def unreadable(text: str) -> str:
    """Why a file cannot be read; "" where it can."""
    if not path_of(text).is_absolute():
        return NOT_WHOLE
    try:
        outfile.read_file(path_of(text))
    except Refusal as refusal:
        return str(refusal)
    return ""


def beside(source: Path) -> list[str]:
    """The other workbooks of the folder, the newest first; none where it may not be looked in."""
    found = []
    try:
        with os.scandir(source.parent) as there:
            for entry in there:
                if entry.name.lower().endswith(TYPES) and not entry.name.startswith("~$") and entry.name != source.name:
                    found.append((-entry.stat().st_mtime, entry.name))
    except OSError:
        return []
    return [name for _, name in sorted(found)[:NEWEST]]
