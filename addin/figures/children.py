"""The sheet with a row per child: which institution each child belongs to, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from addin import inputs
from addin.danish import invisible, listed
from addin.finding.institution import Recipient
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, BadCell, Held, Refusal, Sheet, Snapshot, a1
from udfs.catalogue import FUNCTIONS
from udfs.errors import antal
from udfs.values import name as comparable
from workbook_templates.fordel_tjek import HOMELESS
from workbook_templates.indstillinger import BEGGE, KRITERIER, UNIKKE


@dataclass(frozen=True)
class Children:
    """One entry a child: `numbers` is the institution's number (from 1), 0 for a blank row."""

    names: Area
    criteria: Area
    numbers: np.ndarray
    counted: np.ndarray  # what each child adds to its institution's key
    noegle: list[float]  # one an institution
    marks: np.ndarray  # children x criteria, 1.0 where it is met
    fingerprints: list[float]  # one a criterion: each child that meets it counts its row
    plain: bool  # criteria are only numbers: no ja/nej or x


def read(snapshot: Snapshot, setup: Setup, institutions: list[Recipient]) -> Children:
    """All children of a run; raises Refusal with the cell."""
    names, place = setup.areas["barn_institution"], setup.areas["barn_kriterier"]
    if (names.sheet, names.row, names.last_row) != (place.sheet, place.row, place.last_row):
        raise Refusal(f"Navnene Fordel_barn_institution ({names}) og Fordel_barn_kriterier ({place}) "
                      "skal dække de samme rækker.")
    inputs.refuse_too_many(place, place.last_column - place.column + 1)
    sheet = sheet_of(snapshot, names)
    table, numeric = inputs.criteria(sheet, place, setup.weights)
    counts = table if setup.weights is None else table[:, np.array(setup.weights) != 0]
    numbers = belongs_to(sheet, names, institutions, counts.sum(axis=1) > 0, "kriterier")
    each, noegle = count(setup, institutions, sheet.column(names), table)
    return Children(names, place, numbers, each, noegle, table, fingerprints(table), numeric)


def fingerprints(table: np.ndarray) -> list[float]:
    """A number for each criterion that changes with any mark; the control calculates it again from the cells."""
    found: list[float] = (np.arange(1, len(table) + 1) @ table).tolist()
    return found


def count(setup: Setup, institutions: list[Recipient], children: Sequence[Held],
          table: np.ndarray) -> tuple[np.ndarray, list[float]]:
    """What each child adds (1 or 0 for unique children, its met criteria, weighted, or both), and the key it makes."""
    how = setup.settings.metode
    least_met = setup.settings.mindst_kriterier if how != KRITERIER else None
    if how != KRITERIER and least_met is None:
        raise Refusal("Der mangler et tal for, hvor mange kriterier et barn mindst skal opfylde. "
                      'Angiv det med --mindst, eller skriv det ved en celle med teksten "Mindst antal kriterier".')
    each, noegle = np.zeros(len(table)), np.zeros(len(institutions))
    for method in (UNIKKE, KRITERIER) if how == BEGGE else (how,):
        least = least_met if method == UNIKKE else None
        noegle += FUNCTIONS["FORDEL_OPTAEL"]([r.name for r in institutions], children, table, method, least,
                                             setup.weights)
        each += (FUNCTIONS["FORDEL_UDSATTE"](table, least, setup.weights).ravel() if method == UNIKKE
                 else table @ np.array(setup.weights or [1.0] * table.shape[1]))
    return each, noegle.tolist()


def belongs_to(sheet: Sheet, names: Area, institutions: list[Recipient], filled: np.ndarray, what: str) -> np.ndarray:
    """The institution's number for each child; a child that belongs nowhere, but has something, is refused."""
    known = {comparable(institution.name): number for number, institution in enumerate(institutions, 1)}
    values = sheet.column(names)
    if not any(value is not None for value in values):
        raise Refusal(f"Listen med børn ({names}) er tom, så nøglen er nul for alle. Skriv børnene, eller vælg en "
                      "anden nøgle (--grundlag).")
    meaning = {value: known.get(comparable(value)) for value in set(values)}
    meaning[None] = 0
    strangers = [row for row, value in enumerate(values) if meaning[value] is None]
    numbers = np.array([meaning[value] or 0 for value in values])
    homeless = [row for row in np.flatnonzero((numbers == 0) & filled).tolist() if values[row] is None]
    if strangers or homeless:
        said = [unknown(sheet, names, values, strangers, institutions)] if strangers else []
        said += [without(sheet, names, homeless, what)] if homeless else []
        raise Refusal(" ".join(said), HOMELESS)
    return numbers


def unknown(sheet: Sheet, names: Area, values: Sequence[Held], strangers: list[int], institutions: list[Recipient]
            ) -> str:
    """The children in institutions that are not in the list: each name, with the first cell it stands in."""
    firsts = {str(values[row]): row for row in reversed(strangers)}
    cells = [(f'"{name}"{invisible(name)}' if not isinstance(values[row], BadCell) else name)
             + f" i {a1(names.row + row, names.column)}" for name, row in reversed(firsts.items())]
    return (f"{sheet.name}: {antal(len(strangers), 'barn', 'børn')} går i en institution, der ikke er i listen: "
            f"{listed(cells, inputs.MOST_CELLS)}. Institutionerne er {listed([r.name for r in institutions], 3)}.")


def without(sheet: Sheet, names: Area, homeless: list[int], what: str) -> str:
    cells = [a1(names.row + row, names.column) for row in homeless]
    return (f"{sheet.name}: {antal(len(homeless), 'barn', 'børn')} har {what}, men ingen institution: "
            f"{listed(cells, inputs.MOST_CELLS)}. Skriv institutionen, eller slet rækken.")
