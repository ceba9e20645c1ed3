"""Institutions that replace others: last year's amounts of the old ones are compared with what the new one gets."""

from __future__ import annotations

import re

from addin import inputs
from addin.finding.institution import Recipient
from addin.finding.words import name_of
from addin.inputs import Column
from addin.workbook import Area, Refusal, Sheet
from udfs.values import name as comparable


def successors(sheet: Sheet, place: Area, institutions: list[Recipient]) -> dict[int, int]:
    """Replaced institution -> the one that replaces it in the end."""
    known = {comparable(institution.name): number for number, institution in enumerate(institutions)}
    found: dict[int, int] = {}
    for number, institution in enumerate(institutions):
        cell = inputs.where(sheet, institution.row, place.column)
        for name in old_names(name_of(sheet.value(institution.row, place.column)), known):
            old = known.get(comparable(name))
            if old is None:
                raise Refusal(f'{cell}: "{name}" står ikke i tabellen. Skriv den gamle institution i en række for sig, '
                              "med sidste års tildeling og uden børn.")
            if old == number:
                raise Refusal(f'{cell}: "{name}" kan ikke erstatte sig selv.')
            if old in found and found[old] != number:
                raise Refusal(f'{cell}: "{name}" er allerede erstattet af {institutions[found[old]].name}.')
            found[old] = number
    return {old: last(old, found, institutions) for old in found}


def old_names(text: str, known: dict[str, int]) -> list[str]:
    """The names in a cell, by semicolon or line; a cell that is one name is that name, whatever signs are in it."""
    if comparable(text) in known:
        return [text]
    return [name.strip() for name in re.split(r"[;\r\n]", text) if name.strip()]


def last(old: int, found: dict[int, int], institutions: list[Recipient]) -> int:
    """The end of a chain of successors."""
    seen = {old}
    while old in found:
        old = found[old]
        if old in seen:
            names = " og ".join(institutions[number].name for number in sorted(seen))
            raise Refusal(f"{names} erstatter hinanden i ring. Ret kolonnen Erstatter.")
        seen.add(old)
    return old


def moved(values: Column, successor: dict[int, int]) -> Column:
    """Last year's amounts where they are to be compared: the successor's has the old ones added, theirs are blank."""
    result = list(values)
    for old, new in successor.items():
        amount = values[old]
        if amount is not None:
            result[new] = (result[new] or 0.0) + amount
        result[old] = None
    return result


def gathered(successor: dict[int, int], n: int) -> list[list[int]]:
    """For each institution those whose amounts last year are counted there, itself the first."""
    found = [[number] for number in range(n)]
    for old, new in successor.items():
        found[new].append(old)
    return found
