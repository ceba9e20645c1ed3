"""The editions that were sent before, as one who sits at the workbook's folder is asked for them: `--tidligere` of the
commands. Of several it is asked until the answer is no, as the sheets are (addin.filejobs.tilvalg)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from addin.filejobs.tilvalg import NEJ, NO_MORE, SPOERG, answered, more
from addin.finding.asking import Asked
from addin.hosts.files import outfile
from addin.until_answered import Choices
from addin.workbook import Question, Refusal

ANDEN = "en anden:"  # no workbook's file ends so
TYPES = (".xlsx", ".xlsm")
NEWEST = 9  # files of the folder that are offered
ANOTHER = "en anden: en fil, der ikke står her"
WHERE = ("Hvor ligger den tidligere udgave? Skriv hele stien til filen (i Stifinder: højreklik på den, og vælg Kopiér "
         "som sti).")
NOT_WHOLE = "Skriv hele stien, fra drevet og helt til filens navn med .xlsx eller .xlsm."


class Asks(NamedTuple):
    """What is asked: the first time, and where there may be several, the next; `none` is the no to the first."""

    key: str
    first: str
    none: str
    following: str = ""


SENT = Asks(
    "klargoer tidligere", "Er der sendt en udgave før? Af to udgaver kan der regnes mere ud end af én. Vælg den "
    "fordelte projektmappe, som kopien dengang blev lavet af.", "nej: der er ingen sendt før",
    "{names} er valgt. Er der sendt flere udgaver før?")
REPLACED = Asks(
    "udmelding tidligere", "Erstatter udmeldingen en, der er sendt før (fx høringen)? Vælg den projektmappe, den blev "
    "lavet af: så står der, hvem der får et andet beløb, og hvorfor.", "nej: den erstatter ingen")


def before(source: Path, asks: Asks, choices: Choices) -> list[tuple[str, bytes]]:
    """The editions by the files that were chosen: of the folder, or where else they lie. Raises Asked where somebody
    is there and has not said no more, and Refusal for one that cannot be read."""
    said = answered(choices, asks.key)
    paths = [typed(choices, f"{asks.key} {number} sti") if name == ANDEN else source.with_name(name)
             for number, name in enumerate(said, 1) if name != NEJ]
    if choices.get(SPOERG) and NEJ not in said and (asks.following or not said):
        there = [name for name in beside(source) if source.with_name(name) not in paths]
        no = (NEJ, NO_MORE if paths else asks.none)
        text = more([path.name for path in paths], asks.first, asks.following)
        raise Asked((Question(f"{asks.key} {len(said) + 1}", text, (
            no, *((name, f'ja, "{name}"') for name in there), (ANDEN, ANOTHER))),))
    return [(path.name, outfile.read_file(path)) for path in paths]


def typed(choices: Choices, key: str) -> Path:
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
