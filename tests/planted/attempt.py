"""One mutated workbook through the job: refused, asked about, or a copy with nothing planted in it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from addin.filejobs.klargoer import klargoer
from addin.workbook import Questions, Refusal
from tests.fuzz.mutate import mutated
from tests.planning import MADE
from tests.planted.book import DISGUISED, FORMS, NUMBER, WORD, entries, planted_workbook, zipped
from tests.planted.search import found

_TEXT = re.compile(rb"(?<=>)[^<>]+(?=<)")
_VALUE = re.compile(rb'(?<==")[^"<>]+(?=")')


def attempt(seed: int) -> str:
    """"refused", "asked" or "done"; anything else is wrong."""
    dice = random.Random(seed)
    data = dice.choice(KINDS)(planted_workbook(), dice)
    before = bytes(data)
    with_a_sheet = dice.random() < 0.5  # the user's own: a word on it may go, a number of a person may not
    choices = {**chosen(dice.choice(("Budget", f"{WORD} ark"))), "klargoer formler": True} if with_a_sheet else {}
    try:
        answer = klargoer(f"{WORD}.xlsx", data, choices, MADE, "1")
    except Exception as bug:
        return f"a bug: {bug!r}"
    if data != before:
        return "the original is changed"
    if isinstance(answer, Refusal):
        return "refused" if str(answer).strip() else "refused without a word"
    if isinstance(answer, Questions):
        return "asked"
    left = found(answer.copy, (*(FORMS[1:] if with_a_sheet else FORMS), *DISGUISED))
    return f"left: {left[:3]}" if left else "done"


def chosen(sheet: str) -> dict[str, object]:
    """A sheet, and a yes to all that may be asked about its columns."""
    columns = {f"klargoer kolonne {sheet}!{letter}": "send" for letter in "ABCDEFGHIJ"}
    return {"klargoer ark": (sheet,), **columns}


def planted_somewhere(data: bytes, dice: random.Random) -> bytes:
    """What is planted, in the place of one to three texts, values or names anywhere in a file."""
    parts = entries(data)
    for _ in range(dice.choice((1, 1, 2, 3))):
        name = dice.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        places = list((_TEXT if dice.random() < 0.7 else _VALUE).finditer(parts[name]))
        if places:
            place, form = dice.choice(places), dice.choice((*FORMS, NUMBER, NUMBER)).encode()
            kept = dice.choice((b"", place[0] + b" "))
            parts[name] = parts[name][:place.start()] + kept + form + parts[name][place.end():]
    return zipped(parts, b"")


def planted_in_cells(data: bytes, dice: random.Random) -> bytes:
    """The same in the texts and the figures of cells alone, which is where it has the best chance."""
    parts = entries(data)
    names = [name for name in parts if "worksheets/sheet" in name or "sharedStrings" in name]
    for _ in range(dice.choice((1, 2))):
        name = dice.choice([*names, "xl/sharedStrings.xml"])
        places = list(_TEXT.finditer(parts[name]))
        place, kept = dice.choice(places), b""
        if "shared" in name:
            kept = dice.choice((b"", place[0] + b" ", b"Sagsnr. "))
        form = dice.choice((*FORMS[1:], *DISGUISED)).encode()
        parts[name] = parts[name][:place.start()] + kept + form + parts[name][place.end():]
    return zipped(parts, b"")


KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (planted_somewhere, planted_in_cells, planted_in_cells,
                                                              mutated)
