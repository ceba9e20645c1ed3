"""Formulas that another program has computed for this run (--genberegn): their values, and whose count.

The saved values are compared with the computed ones. Where a used formula has two, the user says which.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from addin.danish import listed
from addin.finding.asking import Asker
from addin.messages import FORMULAS, Message, warning
from addin.settings.seen.used_cells import Used
from addin.workbook import NO_VALUE, BadCell, Held, Place, Sheet, Snapshot
from udfs.errors import antal, tal

WHOSE, COMPUTED, SAVED = "genberegnet", "beregnede", "gemte"


def taken(snapshot: Snapshot, answers: Mapping[str, str]) -> Snapshot:
    """A snapshot with the values another program has computed, where they can be had; the saved ones if the user has
    said so, but for formulas that have none."""
    again = snapshot.recalculated
    if again is None:
        return snapshot
    keep = answers.get(WHOSE) == SAVED
    return replace(snapshot, sheets=tuple(with_computed(sheet, again.values.get(sheet.name, {}), keep)
                                          for sheet in snapshot.sheets))


def with_computed(sheet: Sheet, values: Mapping[Place, Held], keep: bool) -> Sheet:
    known = {place: value for place, value in values.items() if not isinstance(value, BadCell)}
    if not known:
        return sheet
    rows = [list(row) for row in sheet.rows]
    saved: dict[Place, Held] = {}
    for (row, column), value in known.items():
        before = sheet.value(row, column)
        if is_same(before, value) or (keep and before != NO_VALUE):
            continue
        if before != NO_VALUE:
            saved[row, column] = before
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    return replace(sheet, rows=rows, saved=saved, confirmed=frozenset(known))


def is_same(one: object, other: object) -> bool:
    """Alike to nine digits, which is as far as programs agree."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return bool(one == other)


def ask_whose(snapshot: Snapshot, used: list[Used], asker: Asker) -> None:
    """Where a formula that is used was saved with another value than it gives: which of them counts."""
    apart = [(each.named([place])[0], each.sheet.saved[place], each.sheet.value(*place))
             for each in used for place in each.among(each.sheet.saved)]
    if apart and snapshot.recalculated:
        cells = listed([f"{cell} (gemt {as_told(old)}, beregnet {as_told(new)})" for cell, old, new in apart], 5)
        many = antal(len(apart), "formel", "formler")
        text = (f"{snapshot.recalculated.by} beregner {many} til noget andet, end der er gemt: {cells}. Hvilke tal "
                "skal bruges?")
        asker.ask(WHOSE, text, [(COMPUTED, "dem, der er beregnet nu"), (SAVED, "dem, der er gemt i filen")],
                  apart[0][0])


def as_told(value: object) -> str:
    return tal(value) if isinstance(value, float) else "ingenting" if value is None else str(value)


def told(snapshot: Snapshot, used: list[Used]) -> list[Message]:
    """Who computed, how many of the formulas in use, and which could not be."""
    if snapshot.recalculated is None:
        return []
    by = snapshot.recalculated.by
    formulas_used = {cell: place in each.sheet.confirmed for each in used
                     for place in each.among(each.sheet.formulas or ())
                     for cell in each.named([place])}
    unknown = [cell for cell, known in formulas_used.items() if not known]
    found = [warning(FORMULAS, f"Formlerne er beregnet af {by} (--genberegn): {len(formulas_used) - len(unknown)} af "
                               f"{antal(len(formulas_used), 'formel', 'formler')}, der bruges.")]
    if unknown:
        found.append(warning(FORMULAS, f"{by} kunne ikke beregne {listed(unknown, 3)}; de er brugt, som de er gemt."))
    return found
