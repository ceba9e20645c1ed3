"""What is worth knowing about each recipient: of the calculation, and of what its figures are made from."""

from __future__ import annotations

from collections.abc import Iterator

from addin.dele import i_brug
from addin.run.regnet import Regnet


def notes(result: Regnet) -> list[str]:
    """One a recipient."""
    return ["; ".join(note for note in (noted, *of_parts(result, number), *moved(result, number)) if note)
            for number, noted in enumerate(result.fordeling.noter)]


def of_parts(result: Regnet, recipient: int) -> Iterator[str]:
    """Of each institution that its figures are the sum of."""
    members, rows = result.figures.members.members(recipient), result.figures.institutions.rows
    for number in members:
        whose = "" if len(members) == 1 else f"{rows[number].name}: "
        for part, data in i_brug(result):
            yield from (whose + note for note in part.noter(data, number))


def moved(result: Regnet, recipient: int) -> Iterator[str]:
    """Last year's amounts that are counted at another."""
    rows, alone = result.figures.institutions.rows, len(result.figures.members.members(recipient)) == 1
    for old, new in result.figures.moved[recipient]:
        of = "" if alone else f" for {rows[old].name}"
        yield f"sidste års beløb{of} er flyttet til {rows[new].name}"
