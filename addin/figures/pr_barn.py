"""Last year's amounts as they would be for this year's children (garanti pr. barn)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from addin.figures.besides import Besides
from addin.figures.institutions import Institutions
from addin.figures.recipients import Recipients
from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.errors import kroner
from udfs.guarantee import growth
from workbook_templates.indstillinger import PR_BARN
from workbook_templates.opsaetning import SETTINGS

HOW, COLUMN = "garanti_gaelder", "boern_foer"


class PrBarn(NamedTuple):
    """One a recipient, of those of its institutions that take part: kr. last year in the new price level, and the
    children now and then."""

    kr: Column
    nu: list[float]
    foer: list[float]

    @property
    def til_nu(self) -> Column:
        """What it was per child, times the children now."""
        amounts = np.array([amount or 0.0 for amount in self.kr]) * growth(np.array(self.nu), np.array(self.foer))
        return [None if before is None else amount for before, amount in zip(self.kr, amounts.tolist())]

    @property
    def hvert(self) -> list[float | None]:
        """Kr. per child last year; None where there were none."""
        return [(amount or 0.0) / children if children else None for amount, children in zip(self.kr, self.foer)]


def read(setup: Setup, columns: dict[str, Column], basis: Institutions, before: Column, counted: Column,
         members: Recipients, besides: Besides | None) -> PrBarn | None:
    """None where a guarantee is of the amounts. Raises Refusal with the cell."""
    if setup.settings.garanti_gaelder != PR_BARN:
        return None
    if setup.settings.andel_nyt is not None:
        raise Refusal(f"{setup.said('andel_nyt')} kan ikke bruges sammen med {SETTINGS[HOW].label} {PR_BARN}, for en "
                      "indfasning går efter beløbene. Tøm den ene.")
    if basis.heads is None:
        raise Refusal(f"{setup.said(HOW)} ({PR_BARN}): der er ingen kolonne med børn i år.")
    children = columns[COLUMN]
    for number, (amount, many) in enumerate(zip(before, children)):
        if amount and not many:
            cell, there = basis.place(setup, COLUMN, number), "0 børn" if many == 0 else "intet børnetal"
            raise Refusal(f"{cell}: {basis.rows[number].name} fik {kroner(amount)} sidste år, men har {there} for "
                          "sidste år. Skriv antallet.")
    now: Column = list(basis.heads)
    own = (besides.bound(each) if besides else each for each in (before, now, children))
    kr, here, then = (members.total(each) for each in own)
    read = PrBarn(kr, *([each or 0.0 for each in many] for many in (here, then)))
    for recipient, amount, many, key in zip(members.rows, kr, read.nu, members.total(counted)):
        if amount and key and not many:
            raise Refusal(f"{recipient.name} fik {kroner(amount)} sidste år og har en nøgle, men 0 børn nu, så der er "
                          f"ingen garanti pr. barn. Skriv antallet af børn, eller en nøgle på 0.")
    return read
