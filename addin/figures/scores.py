"""The sheet with a score per child (KORA's profile): the mean score of each institution's children."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from addin import inputs
from addin.danish import listed
from addin.figures.children import belongs_to
from addin.finding.institution import Recipient
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, Held, Refusal, Sheet, Snapshot
from udfs.catalogue import FUNCTIONS
from udfs.errors import antal, tal


@dataclass(frozen=True)
class Scores:
    """One entry a child: `numbers` is the institution's number (from 1), 0 for a blank row."""

    names: Area
    place: Area
    numbers: np.ndarray
    each: list[float]  # the child's score, 0 in a blank row
    noegle: list[float]  # one an institution: the mean, which times the children is the key
    many: list[int]  # one an institution: how many children have a score

    def told(self, institutions: list[Recipient], heads: list[float] | None) -> list[str]:
        """Where the children with a score are not as many as the institution's children: the mean is not of them."""
        found = [f"{institution.name} ({scored} med score, {tal(there)} børn)" for institution, scored, there
                 in zip(institutions, self.many, heads or ()) if scored != there]
        return [f"Antallet af børn med score er et andet end børnetallet i {listed(found)}."] if found else []


def read(snapshot: Snapshot, setup: Setup, institutions: list[Recipient]) -> Scores:
    """The scores of all children; raises Refusal with the cell."""
    names, place = setup.areas["score_institution"], setup.areas["score"]
    if (names.sheet, names.row, names.last_row) != (place.sheet, place.row, place.last_row):
        raise Refusal(f"Navnene Fordel_score_institution ({names}) og Fordel_score ({place}) "
                      "skal dække de samme rækker.")
    if place.column != place.last_column:
        raise Refusal(f"Fordel_score ({place}) skal være én kolonne.")
    sheet = sheet_of(snapshot, names)
    children, scores = sheet.column(names), sheet.column(place)
    check(sheet, place, children, scores)
    numbers = belongs_to(sheet, names, institutions, np.array([score is not None for score in scores]), "en score")
    profile = FUNCTIONS["FORDEL_PROFIL"]([institution.name for institution in institutions], children, scores).tolist()
    many = np.bincount(numbers, minlength=len(institutions) + 1)[1:].tolist()
    known = [score if isinstance(score, (int, float)) else 0.0 for score in scores]
    return Scores(names, place, numbers, known, profile, many)


def check(sheet: Sheet, place: Area, children: Sequence[Held], scores: Sequence[object]) -> None:
    """Every child has a score, a number of 0 or more; else the first cell, and how many there are."""
    faults = (
        ("har ingen score", "Skriv scoren, eller slet barnet.",
         [name is not None and score is None for name, score in zip(children, scores)]),
        ("har en score, der ikke er et tal", "Skriv et tal.",
         [score is not None and not is_number(score) for score in scores]),
        ("har en negativ score", "En score er 0 eller mere.",
         [isinstance(score, (int, float)) and score < 0 for score in scores]))
    for what, remedy, wrong in faults:
        if any(wrong):
            row = place.row + wrong.index(True)
            held = sheet.value(row, place.column)
            shown = "" if held is None else f' ("{worded(held)}")'
            many = antal(sum(wrong), "barn", "børn")
            raise Refusal(f"{inputs.where(sheet, row, place.column)}{shown}: {many} {what}, og det første står her. "
                          f"{remedy}")


def worded(value: object) -> str:
    """A value as a Danish sheet shows it."""
    if isinstance(value, bool):
        return "SAND" if value else "FALSK"
    return tal(value) if isinstance(value, (int, float)) and math.isfinite(value) else str(value)


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
