"""Formulas as a Plan has them (English names, commas, 'Ark'!A1) and as Calc's interface has them (;, $'Ark'.A1).

Calc's interface speaks the same language whatever the user's does; only what is typed and shown is Danish.
"""

from __future__ import annotations

import re

from addin.workbook import Area, a1, area, quoted

_TEXT = r'"(?:[^"]|"")*"'
_QUOTED = r"'(?:[^']|'')*'"
_PLAIN = r"[^\W\d][\w]*"
_TO = re.compile(rf"({_TEXT})|({_QUOTED})!|(?<![\w.'\]])({_PLAIN})!|([,{{}}\[\]])|\b(TRUE|FALSE)\b(?!\()")
_FROM = re.compile(rf"({_TEXT})|\$?({_QUOTED})\.|\$?(?<![\w.'\]])({_PLAIN})\.(?=\$?[A-Z]{{1,3}}\$?\d)|(;)")


def to_calc(formula: str) -> str:
    """=IF('Ark 1'!A1>0,1,2) -> =IF($'Ark 1'.A1>0;1;2)"""

    def part(found: re.Match[str]) -> str:
        text, quoted_name, plain, sign, truth = found.groups()
        if text:
            return text
        if sign:
            if sign != ",":
                raise ValueError(f"a formula with {sign}, which is written in another way in Calc: {formula}")
            return ";"
        if truth:
            return f"{truth}()"
        return f"${quoted_name or quoted(plain)}."

    return _TO.sub(part, formula)


def from_calc(formula: str) -> str:
    """The inverse of to_calc; what is in braces is an array formula."""

    def part(found: re.Match[str]) -> str:
        text, quoted_name, plain, _ = found.groups()
        if text:
            return text
        return f"{quoted_name or plain}!" if quoted_name or plain else ","

    if formula.startswith("{=") and formula.endswith("}"):
        formula = formula[1:-1]
    return _FROM.sub(part, formula)


def name_content(target: str) -> str:
    """What a defined name points at, as Calc's interface has it."""
    place = area(target)
    return to_calc(target) if place is None else reference(place)


def reference(place: Area) -> str:
    """An absolute reference."""
    first = a1(place.row, place.column, absolute=True)
    last = a1(place.last_row, place.last_column, absolute=True)
    return f"${quoted(place.sheet)}.{first}" + ("" if place.single else f":{last}")
