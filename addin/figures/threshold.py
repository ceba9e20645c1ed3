"""The threshold tested before recipients are added up: on each institution, or on the group it is in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from addin.figures import culprits
from addin.figures.institutions import Institutions
from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Refusal, Snapshot
from udfs.errors import RegelFejl, tal
from udfs.threshold import nobody, per_child, weigh
from udfs.values import name as comparable
from workbook_templates.indstillinger import GRUPPE, INSTITUTION
from workbook_templates.opsaetning import SETTINGS


@dataclass(frozen=True)
class Weighed:
    """One entry an institution; `groups` are the numbers of the groups it was tested on, and `of_groups` what each of
    these was tested by: its key and its children."""

    reached: list[bool]
    vaegt: list[float]
    groups: list[int] | None = None
    of_groups: tuple[tuple[float, float], ...] = ()


def weigh_each(snapshot: Snapshot, setup: Setup, basis: Institutions, keys: Column, pool: float) -> Weighed | None:
    """What each institution counts with where the threshold is tested on it or on its group.

    Where every institution is its own recipient there is no difference, and the usual test is the test.
    """
    limit, on = setup.settings.taerskel, setup.settings.taerskel_paa
    if limit is None or not (on == GRUPPE or (on == INSTITUTION and "modtager" in setup.areas)):
        return None
    children = basis.boern_taerskel or basis.boern
    if children is None:
        raise RegelFejl("børn mangler: tærskel regnes pr. barn", "boern")
    noegle, boern = (np.array([value or 0.0 for value in values]) for values in (keys, children))
    for number in np.flatnonzero((noegle > 0) & (boern == 0)).tolist():
        institution = basis.rows[number]
        places = culprits.cells(snapshot, setup, institution, culprits.OF_ONE["noegle"])
        raise Refusal(f"{institution.name} har nøglen {tal(float(noegle[number]))}, men 0 børn, så tærsklen kan ikke "
                      f"prøves på den. Se {places}.")
    over = setup.settings.taerskeltype == "over"
    if on == GRUPPE:
        return weigh_groups(setup, basis, noegle, boern, float(limit), pool)
    reached, vaegt = weigh(noegle, boern, float(limit), over)
    refuse_nobody(noegle, boern, vaegt, float(limit), pool, over)
    return Weighed(reached.tolist(), vaegt.tolist())


def weigh_groups(setup: Setup, basis: Institutions, noegle: np.ndarray, boern: np.ndarray, limit: float, pool: float
                 ) -> Weighed:
    """All in a group that reaches the threshold count with their whole key."""
    if setup.settings.taerskeltype == "over":
        raise Refusal(f'{SETTINGS["taerskeltype"].label} "over" kan ikke bruges, når tærsklen prøves på {GRUPPE}: det, '
                      'der ligger over, er gruppens og ingen institutions. Skriv "fuld".')
    groups = numbers(setup, basis)
    keys, children = (np.bincount(groups, weights=values) for values in (noegle, boern))
    reached, vaegt = weigh(keys, children, limit, False)
    refuse_nobody(keys, children, vaegt, limit, pool, False)
    found = reached[groups]
    return Weighed(found.tolist(), np.where(found, noegle, 0.0).tolist(), groups,
                   tuple(zip(keys.tolist(), children.tolist())))


def numbers(setup: Setup, basis: Institutions) -> list[int]:
    """The number of each institution's group; raises Refusal where one has none."""
    places: dict[str, int] = {}
    if not any(row.group for row in basis.rows):
        raise Refusal(f"{SETTINGS['taerskel_paa'].label} {GRUPPE}, men institutionerne står ikke i grupper. Giv en "
                      f"kolonne med områder navnet {SETTINGS['gruppe'].name}.")
    for number, row in enumerate(basis.rows):
        if not row.group:
            cell = f"{basis.place(setup, 'gruppe', number)}: " if "gruppe" in setup.areas else ""
            raise Refusal(f"{cell}{row.name} står ikke i nogen gruppe, så tærsklen kan ikke prøves på den. Skriv "
                          "gruppen, også hvor der kun er én i den.")
    return [places.setdefault(comparable(row.group), len(places)) for row in basis.rows]


def refuse_nobody(noegle: np.ndarray, boern: np.ndarray, vaegt: np.ndarray, limit: float, pool: float, over: bool
                  ) -> None:
    if pool > 0 and noegle.any() and not vaegt.any():
        raise nobody(limit, per_child(noegle, boern), over)
