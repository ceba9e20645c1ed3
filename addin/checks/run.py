"""All checks in the order they are shown."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from addin.checks import cells, children, money, names, personal_data, small_counts, years
from addin.checks.subject import Subject
from addin.danish import ended, listed
from addin.finding.asking import Asked
from addin.messages import Message, quiet, warning
from addin.workbook import BadCell, Question, Refusal, Sheet, Snapshot
from udfs.errors import tal
from workbook_templates.fordel_tjek import (
    ARK,
    BEGRUNDELSE,
    COVERS,
    FORTALT,
    GROEN,
    HOVED,
    LABEL,
    LAEST,
    NOEGLE,
    REASON,
    ROED,
    TILSIDESAT,
    TJEK,
    Tjek,
)

MODULES = (cells, children, money, names, personal_data, small_counts, years)
CHECKS: dict[str, Callable[[Subject], list[str]]] = {
    key: check for module in MODULES for key, check in module.CHECKS.items()}


class Reason(NamedTuple):
    """What the user has written, and the mark of the findings it was written for."""

    text: str
    covers: str


class Answer(NamedTuple):
    """What a check has found; nothing is green. `reason` is why the user goes on all the same."""

    tjek: Tjek
    found: list[str]
    reason: str = ""
    asked: bool = True  # False where the figures could not be read, so that nobody knows

    @property
    def status(self) -> str:
        if not self.found:
            return GROEN
        if self.tjek.told:
            return FORTALT
        return TILSIDESAT if self.reason and self.tjek.key != LAEST else ROED

    @property
    def stops(self) -> bool:
        return self.status == ROED


def answers(snapshot: Snapshot, subject: Subject | None, refused: str = "", checks: Iterable[Tjek] = TJEK
            ) -> list[Answer]:
    """Every check. `refused` is why the figures cannot be read or distributed; without a subject only the cells are
    looked at."""
    reasons = given_reasons(snapshot)
    result = []
    for tjek in checks:
        asked = True
        if tjek.key == LAEST:
            found = [refused] if refused else []
        elif tjek.key == "fejlvaerdier":
            found = cells.errors(snapshot)
        else:
            asked = subject is not None
            found = CHECKS[tjek.key](subject) if subject else []
        given = reasons.get(tjek.label)
        covered = given is not None and given.covers == mark(found)
        result.append(Answer(tjek, found, given.text if given and covered else "", asked))
    return result


def mark(found: list[str]) -> str:
    """A short mark of what is found: a reason holds for it and for nothing that comes later."""
    return hashlib.sha256("\n".join(found).encode()).hexdigest()[:8] if found else ""


def given_reasons(snapshot: Snapshot) -> dict[str, Reason]:
    """What the user has written beside each check on the sheet there is, wherever its columns are now."""
    sheet = snapshot.sheet(snapshot.ours.get(NOEGLE, ""))
    places = columns(sheet) if sheet else None
    if sheet is None or places is None:
        return {}
    label, reason, covers = places
    found = {}
    for row in range(len(sheet.rows)):
        text = as_text(sheet.value(row, reason))
        if text and sheet.value(row, reason) != HOVED[REASON]:
            found[str(sheet.value(row, label))] = Reason(text, as_text(sheet.value(row, covers)))
    return found


def columns(sheet: Sheet) -> tuple[int, int, int] | None:
    """Where checks, reasons and marks stand: found by their headings, for a column may have been put in before them."""
    for line in sheet.rows:
        if HOVED[LABEL] in line and HOVED[REASON] in line and HOVED[COVERS] in line:
            at = list(line).index
            return at(HOVED[LABEL]), at(HOVED[REASON]), at(HOVED[COVERS])
    return None


def as_text(value: Any) -> str:
    """A reason may be a year or a date."""
    if value is None or isinstance(value, BadCell):
        return ""
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():  # a year, and no amount
        return str(int(value))
    return tal(value) if isinstance(value, float) else str(value).strip()


def unused_reasons(snapshot: Snapshot, found: list[Answer]) -> list[Message]:
    """Reasons on the sheet that hold for nothing found now: they go when it is written again, and that is said."""
    reasons = given_reasons(snapshot)
    return [quiet(answer.tjek.key, f'Begrundelsen "{reasons[answer.tjek.label].text}" ved "{answer.tjek.label}" gælder '
                                   "ikke det, der er fundet nu, og er ikke brugt.") for answer in found
            if answer.tjek.label in reasons and (not answer.reason or answer.tjek.key == LAEST)]


def gate(snapshot: Snapshot, subject: Subject, reason: str) -> list[Answer]:
    """Every check, where the workbook has the sheet of them or one is red; red stops until somebody says why to go on.

    On the sheet a reason is given check by check; where there is none, one `reason` with the run is enough, and the
    sheet is written with it.
    """
    found = answers(snapshot, subject, checks=(tjek for tjek in TJEK if not tjek.told))
    red = [answer for answer in found if answer.stops]
    if not red and NOEGLE not in snapshot.ours:
        return []
    if reason or not red:  # the sheet is written, and what is only told, and takes long to find, stands there too
        found += answers(snapshot, subject, checks=(tjek for tjek in TJEK if tjek.told))
        return [answer._replace(reason=reason) if answer.stops else answer for answer in found]
    lines = "; ".join(f"{answer.tjek.label}: {listed(answer.found, 2)}" for answer in red)
    if NOEGLE in snapshot.ours:
        old = "".join(f" {line}" for line in unused_reasons(snapshot, red))
        raise Refusal(f"{ARK} er rødt. {lines}. Ret det, eller kør Fordel tjek igen, og skriv en begrundelse på arket."
                      f"{old}")
    raise Asked((Question(BEGRUNDELSE, f"{ARK} er rødt. {lines}. Hvorfor skal der fordeles alligevel? Begrundelsen "
                                       f"kommer til at stå på resultatet. (--{BEGRUNDELSE})"),))


def set_aside(found: list[Answer]) -> list[Message]:
    """What was red and is gone on with, each with its reason."""
    return [warning(answer.tjek.key, ended(f'Tilsidesat tjek: "{answer.tjek.label}". Begrundelse: {answer.reason}')
                    + " " + ended(f"Fundet: {listed(answer.found, 3)}"))
            for answer in found if answer.status == TILSIDESAT]
