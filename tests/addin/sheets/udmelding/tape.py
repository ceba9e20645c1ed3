"""Re-does a statement from what is printed on it and nothing else, with a decimal calculator."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, getcontext

from addin.sheets.udmelding.baand import Linje

getcontext().prec = 40
OPERATIONS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "": lambda shown, typed: typed, "gange": lambda shown, typed: shown * typed,
    "deles med": lambda shown, typed: shown / typed, "plus": lambda shown, typed: shown + typed,
    "minus": lambda shown, typed: shown - typed, "højst": min, "mindst": max}


WEIGHTED = re.compile(r": ([\d.,]+) x ([\d.,]+) \+ ([\d.,]+) vægtede børn$")


def number(text: str) -> tuple[Decimal, Decimal]:
    """The number in "1.468.292 kr." or "6,12 %", and half of its last decimal."""
    figures, _, unit = text.partition(" ")
    value = Decimal(figures.replace(".", "").replace(",", "."))
    half = Decimal(1).scaleb(-len(figures.partition(",")[2])) / 2
    return (value / 100, half / 100) if unit == "%" else (value, half)


def unit_in(label: str) -> Decimal:
    """100 of "Loft i hele 100 kr.", 1 of "Loft i hele kroner"."""
    figures = label.partition(" hele ")[2].partition(" ")[0]
    return number(figures)[0] if figures[:1].isdigit() else Decimal(1)


def wrong(lines: list[Linje]) -> list[str]:
    """The lines that are not what the ones above them give, to half of the last decimal that is printed. The calculator
    goes on with what is printed."""
    shown, found = Decimal(0), []
    for place, line in enumerate(lines, 1):
        if not line.trykt:
            continue
        value, half = number(line.trykt)
        made = WEIGHTED.search(line.label)
        if made:
            weight, small, big = (number(figure)[0] for figure in made.groups())
            if abs(weight * small + big - value) > half:
                found.append(f"{place} {line.label} er ikke {line.trykt}")
        if line.regn in OPERATIONS:
            shown = OPERATIONS[line.regn](shown, value)
            continue
        ahead = {"er": abs(shown - value) <= half, "rundes ned til": 0 <= shown - value < unit_in(line.label)}
        if not ahead[line.regn]:
            found.append(f"{place} {line.label}: {shown} er ikke {line.trykt}")
        shown = value
    return found
