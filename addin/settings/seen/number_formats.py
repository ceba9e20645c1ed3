"""Numbers that are seen as others than they are, by their number format: thousands left out, a unit, a percent sign.

An amount is never set by its format. Where what is seen is another amount than what is read, the user is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from addin.finding.asking import Asker
from addin.finding.words import unit_of
from addin.formats import Shown, shown
from addin.settings.seen.used_cells import Used, as_ranges
from addin.workbook import Place
from udfs.errors import kroner, tal
from workbook_templates.opsaetning import AMOUNTS, BURDENS, ENHEDER, POOLS, SETTINGS
from workbook_templates.overskrifter import ENHEDER_I_FORMATER, JA, NEJ

_DIGIT = re.compile(r"[1-9]")
RIGHT, SHOWN = "rigtigt", "vist som andet: "
SHARES = (*BURDENS, "noegle", "score", "antal_kriterier", "noegle_aendring")  # columns that may well be shares
IN_UNITS = (*AMOUNTS, *POOLS, "centralt")  # what a unit is said of, with the pool for those beside it


def unit_of_key(key: str) -> str:
    """The setting that says what an amount stands in."""
    return "pulje" if key in (*POOLS, "centralt") else key


def doubt(used: list[Used], key: str, unit: str) -> str:
    """Why the amounts of a setting may be others than this unit makes of them; "" where nothing speaks against it."""
    for each, place, number, seen in telling(used, lambda other: other in IN_UNITS and unit_of_key(other) == key):
        meant = meaning(number, seen, unit)
        if meant is not None and meant != number * ENHEDER[unit]:
            screen = f"{tal(number / seen.scale)} {seen.text}".strip()
            return (f"{each.what}: {each.named([place])[0]} viser {screen} på skærmen, men rummer {tal(number)}, og "
                    f"det er {kroner(number * ENHEDER[unit])}, hvis det står i {unit} Hvad står beløbet i cellen i?")
    return ""


def confirms(used: list[Used], key: str, unit: str) -> bool:
    """Whether the unit is seen beside the very amount."""
    return any(unit_seen(seen) and meaning(number, seen, unit) == number * ENHEDER[unit]
               for _, _, number, seen in telling(used, lambda other: other == key))


def meaning(number: float, seen: Shown, unit: str) -> float | None:
    """The amount in kr. that is seen; None where the format says nothing of it."""
    said = unit_seen(seen)
    if seen.scale == 1 and said is None:
        return None
    return number / seen.scale * ENHEDER[said or unit]


def telling(used: list[Used], wanted: Callable[[str], bool]) -> list[tuple[Used, Place, float, Shown]]:
    """The used numbers of some settings that have a format that shows something else, with what it shows."""
    found = []
    for each in used:
        for place in each.among(each.sheet.formats or ()) if wanted(each.key) and not each.is_text else ():
            number = each.sheet.value(*place)
            if isinstance(number, float):
                found.append((each, place, number, shown((each.sheet.formats or {})[place], number)))
    return found


def ask(used: list[Used], asker: Asker) -> None:
    """Numbers without a unit that are seen as others: they are what they are when the user has said so."""
    by_column: dict[str, list[tuple[Used, Place, float, Shown]]] = {}
    for each, place, number, seen in telling(used, lambda key: True):
        if is_odd(each.key, number, seen):
            by_column.setdefault(each.key, []).append((each, place, number, seen))
    for found in by_column.values():
        each, place, number, seen = found[0]
        cells = f"{each.sheet.name}!{as_ranges(other for _, other, _, _ in found)}"
        cell = each.named([place])[0]
        text = (f"{each.what}: {cell} viser {screen(number, seen)} på skærmen, men rummer {tal(number)}. Er "
                f"{tal(number)} det rigtige tal ({cells})? Ellers ret det.")
        asker.remember(SHOWN + cells, text, [(RIGHT, "ja, det, cellen rummer, er rigtigt")], cell)


def is_odd(key: str, number: float, seen: Shown) -> bool:
    """Whether a format shows another number than what a setting reads; amounts with a unit are asked about as such."""
    if seen.instead:
        return says_another(key, number, seen.instead)
    if seen.minus and number > 0 or seen.more or seen.lead:
        return True
    if key in IN_UNITS:
        return seen.percent
    may_be_share = key in SHARES or SETTINGS[key].style.startswith("pct")
    if seen.percent:
        return not may_be_share
    of_kroner = unit_seen(seen) not in (None, "kr.")
    return seen.scale > 1 or of_kroner or (may_be_share and "%" in seen.text)


def says_another(key: str, number: float, text: str) -> bool:
    """Whether a text that is shown instead of a number is another answer than the number: not a dash for 0, nor any
    sign for a criterion that is met, as long as it is not a number or a no."""
    if key == "barn_kriterier":
        said = text.casefold()
        return bool(_DIGIT.search(text)) or said in (NEJ if number else JA)
    return number != 0 or bool(_DIGIT.search(text))


def screen(number: float, seen: Shown) -> str:
    """What stands on the screen."""
    if seen.instead:
        return f'"{seen.instead}"'
    value = number / seen.scale * (100 if seen.percent else 1)
    gap = "" if seen.more else " "
    shown_as = f"{'-' if seen.minus else ''}{tal(round(value, 6))}"
    if seen.lead:
        return f"{seen.lead} foran {shown_as}"
    return f"{shown_as}{gap}{'%' if seen.percent else ''}{seen.text}".strip()


def unit_seen(seen: Shown) -> str | None:
    """The unit a format says: right after a number "mio." is one, without kr. too."""
    small = seen.text.casefold()
    return unit_of(seen.text) or next((unit for unit, words in ENHEDER_I_FORMATER.items()
                                       if small.startswith(words)), None)


def hidden(used: list[Used]) -> list[str]:
    """The used numbers whose format shows nothing at all."""
    return [cell for each, place, number, seen in telling(used, lambda key: True)
            for cell in each.named([place]) if not (seen.digits or seen.instead) and number]
