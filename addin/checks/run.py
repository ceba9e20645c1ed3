"""All checks in the order they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from addin.checks import cells, children, money, names, years
from addin.checks.subject import Subject
from addin.danish import listed
from addin.workbook import Refusal, Snapshot
from workbook_templates.fordel_tjek import ARK, GROEN, NOEGLE, REASON, ROED, TILSIDESAT, TJEK, Tjek

CHECKS: dict[str, Callable[[Subject], list[str]]] = {
    "navne": names.near, "skjulte": cells.hidden, "uden_institution": children.without_institution,
    "uden_boern": children.key_without_children, "flere_end_boern": children.counted_above,
    "procent": money.percent, "enhed": money.unit, "sidste_aar": money.far_from_last_year,
    "kommet_gaaet": years.come_and_gone, "maaneder": years.missing_months, "skjulte_antal": cells.suppressed,
}


class Answer(NamedTuple):
    """What a check has found; nothing is green. `reason` is why the user goes on all the same."""

    tjek: Tjek
    found: list[str]
    reason: str = ""
    asked: bool = True  # False where the figures could not be read, so that nobody knows

    @property
    def status(self) -> str:
        return GROEN if not self.found else TILSIDESAT if self.reason else ROED

    @property
    def stops(self) -> bool:
        return self.status == ROED


def answers(snapshot: Snapshot, subject: Subject | None, refused: str = "") -> list[Answer]:
    """Every check. Where the figures cannot be read, `refused` says why, and only the cells are looked at."""
    reasons = given_reasons(snapshot)
    result = []
    for tjek in TJEK:
        asked = True
        if tjek.key == "laest":
            found = [refused] if refused else []
        elif tjek.key == "fejlvaerdier":
            found = cells.errors(snapshot)
        else:
            asked = subject is not None
            found = CHECKS[tjek.key](subject) if subject else []
        reason = "" if tjek.key == "laest" else reasons.get(tjek.label, "")  # what cannot be read cannot be defended
        result.append(Answer(tjek, found, reason, asked))
    return result


def given_reasons(snapshot: Snapshot) -> dict[str, str]:
    """What the user has written beside each check on the sheet there is."""
    sheet = snapshot.sheet(snapshot.ours.get(NOEGLE, ""))
    if sheet is None:
        return {}
    return {str(sheet.value(row, 1)): str(sheet.value(row, REASON)).strip() for row in range(len(sheet.rows))
            if isinstance(sheet.value(row, REASON), str)}


def gate(snapshot: Snapshot, subject: Subject) -> list[Answer]:
    """The checks of a workbook that has the sheet: raises Refusal where one is red and nobody has said why to go on."""
    if NOEGLE not in snapshot.ours:
        return []
    found = answers(snapshot, subject)
    red = [answer for answer in found if answer.stops]
    if red:
        lines = "; ".join(f"{answer.tjek.label}: {listed(answer.found, 2)}" for answer in red)
        raise Refusal(f"{ARK} er rødt. {lines}. Ret det, eller skriv en begrundelse på arket, og fordel igen.")
    return found


def set_aside(found: list[Answer]) -> list[str]:
    """What was red and is gone on with, each with its reason."""
    return [f'Tilsidesat tjek: "{answer.tjek.label}". Begrundelse: {answer.reason.rstrip(".")}. '
            f"Fundet: {listed(answer.found, 3)}." for answer in found if answer.status == TILSIDESAT]
