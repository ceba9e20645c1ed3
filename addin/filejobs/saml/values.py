"""A cell by the rule of its question: the answer, or why it is none. What stands in it is never repeated: the cell is
named, and who may look can look."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from addin import dates
from addin.danish import TwoWays, listed, number_in_text
from addin.filejobs.saml.returned import Svar
from addin.smaa_antal.personal_words import ONE_CHILD
from addin.workbook import BadCell, Held
from udfs.errors import tal
from workbook_templates.overskrifter import JA, NEJ
from workbook_templates.skabeloner.form import Regel

FORMULA = ("=", "+", "-", "@")  # what a program that opens a .csv would take for one
CHOICES = 6  # named in a sentence


class Read(NamedTuple):
    """The answer, None where there is none, and what is said of it: "" where nothing is."""

    value: Svar | None = None
    said: str = ""


def is_blank(held: Held) -> bool:
    return held is None or isinstance(held, str) and not held.strip()


def read(held: Held, rule: Regel) -> Read:
    if is_blank(held):
        return Read()
    if isinstance(held, BadCell):
        return Read(said=f"cellen er {held.text}")
    if rule.slags == "liste":
        return choice(held, rule)
    if rule.slags == "tekst":
        return text(held, rule)
    if rule.slags == "dato":
        return day(held)
    return number(held, rule)


def choice(held: Held, rule: Regel) -> Read:
    plain = " ".join(str(held).split()).casefold() if isinstance(held, str) else None
    if isinstance(held, bool) and "ja" in rule.valg:
        plain = "ja" if held else "nej"
    found = [each for each in rule.valg if each.casefold() == plain]
    short = [each for each, words in (("ja", JA), ("nej", NEJ)) if set(rule.valg) == {"ja", "nej"} and plain in words]
    if short and not found:
        return Read(short[0], f'er skrevet som "{plain}" og er læst som {short[0]}')
    return Read(found[0]) if found else Read(
        said=f"er ikke et af svarene ({listed(list(rule.valg), CHOICES)})")


def text(held: Held, rule: Regel) -> Read:
    if not isinstance(held, str):
        return Read(said="er ikke en tekst")
    plain = " ".join(held.split())
    if len(plain) > rule.hoejst:
        return Read(said=f"er længere end {rule.hoejst:.0f} tegn")
    if plain.startswith(FORMULA):
        return Read(said="begynder med et tegn, som et regneark læser som en formel")
    if ONE_CHILD.search(plain):
        return Read(said="kan være om et enkelt barn og er ikke taget med")
    return Read(plain)


def day(held: Held) -> Read:
    """A date, also one that stands as text, or as the number a spreadsheet has for it."""
    found: object = held
    if isinstance(held, str):
        found = dates.date_in_text(held)
    elif isinstance(held, (int, float)) and not isinstance(held, bool):
        found = dates.of_number(held)
    if not isinstance(found, datetime.date):
        return Read(said="er ikke en dato med dag, måned og år")
    told = f"er ikke skrevet som dato og er læst som {dates.in_figures(found)}"
    told = "" if isinstance(held, datetime.date) else told
    return Read(datetime.date(found.year, found.month, found.day).isoformat(), told)


def number(held: Held, rule: Regel) -> Read:
    said = ""
    if isinstance(held, str) and held.strip() in rule.eller:
        return Read(held.strip())
    if isinstance(held, str):
        meant = number_in_text(held)
        if isinstance(meant, TwoWays):
            return Read(said=f"kan læses på to måder, {tal(meant.tusind)} og {tal(meant.decimal)}")
        if meant is None:
            return Read(said="er ikke et tal")
        held, said = meant, f"er skrevet som tekst og er læst som {tal(meant)}"
    if isinstance(held, bool) or not isinstance(held, (int, float)):
        return Read(said="er ikke et tal")
    value = float(held)
    if not rule.mindst <= value <= rule.hoejst:
        meant_share = f"; mente I {tal(value)} %?" if rule.hoejst == 1 and 1 < value <= 100 else ""
        return Read(said=f"{tal(value)} er ikke mellem {tal(rule.mindst)} og {tal(rule.hoejst)}{meant_share}")
    if rule.slags == "helt" and value != int(value):
        return Read(said=f"{tal(value)} er ikke et helt tal")
    return Read(value, said)
