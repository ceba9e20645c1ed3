"""Which institutions are not in the key figures: as a column says, or because all they get is a fixed amount.

KORA 2017 counts no special institutions: what they get is for other reasons than those of the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from addin.finding.words import plain
from addin.inputs import Column, where
from addin.settings.setup import Setup
from addin.workbook import Refusal, Sheet
from workbook_templates.indstillinger import I_STEDET_FOR, UDEN
from workbook_templates.opsaetning import SETTINGS
from workbook_templates.overskrifter import JA, NEJ

IN, OUT = "noegletal_med", "noegletal_uden"
YES, NO = (*JA, "1"), (*NEJ, "0")


def numbers(sheet: Sheet, setup: Setup, figures: Mapping[str, Column], words: Mapping[str, list[str]]
            ) -> frozenset[int]:
    """The numbers of the institutions that are left out; a column goes before what is said of fixed amounts."""
    said = {key: marks(sheet, setup, key, words[key]) for key in (IN, OUT) if key in words}
    if said:
        left_out = {at for at, mark in enumerate(said.get(IN, ())) if mark is False}
        left_out |= {at for at, mark in enumerate(said.get(OUT, ())) if mark}
        refuse_both(sheet, setup, words)
        return frozenset(left_out)
    return frozenset(only_fixed(figures, words)) if setup.settings.fast_i_noegletal == UDEN else frozenset()


def only_fixed(figures: Mapping[str, Column], words: Mapping[str, list[str]]) -> Iterable[int]:
    """Those that have a fixed amount in place of a part by the key."""
    pairs = zip(figures.get("fast", ()), words.get("fast_virkning", ()))
    return (at for at, (amount, effect) in enumerate(pairs) if amount is not None and plain(effect) == I_STEDET_FOR)


def marks(sheet: Sheet, setup: Setup, key: str, texts: list[str]) -> list[bool | None]:
    """What a column says of each; a blank is the other of what the rest say, and refused where they say both."""
    column, rows = setup.areas[key].column, [recipient.row for recipient in setup.rows.recipients]
    found = [None if not text else mark(text, where(sheet, row, column), SETTINGS[key].label)
             for text, row in zip(texts, rows)]
    yes, no = True in found, False in found
    if key == OUT:
        return [bool(each) for each in found]
    if yes and no and None in found:
        cell = where(sheet, rows[found.index(None)], column)
        raise Refusal(f"{cell}: cellen er tom ({SETTINGS[key].label}), men andre har ja og nej. Skriv ja eller nej.")
    return [not yes if each is None else each for each in found]


def mark(text: str, cell: str, what: str) -> bool:
    word = plain(text)
    if word not in (*YES, *NO):
        raise Refusal(f'{cell}: "{text}" er hverken ja eller nej ({what}). Skriv ja eller nej.')
    return word in YES


def refuse_both(sheet: Sheet, setup: Setup, words: Mapping[str, list[str]]) -> None:
    """Two columns that say opposite things of one."""
    for recipient, *both in zip(setup.rows.recipients, words.get(IN, ()), words.get(OUT, ())):
        if all(plain(text) in YES for text in both):
            cells = " og ".join(where(sheet, recipient.row, setup.areas[key].column) for key in (IN, OUT))
            raise Refusal(f"{cells}: {recipient.name} er både med i og uden for nøgletal. Ret det ene.")
