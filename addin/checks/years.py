"""Recipients that have come or gone since last year, and months that are missing."""

from __future__ import annotations

from addin.checks.subject import Subject
from addin.finding.words import whole
from workbook_templates.overskrifter import LUKKET


def come_and_gone(subject: Subject) -> list[str] | None:
    """Judged by who is given the money; one that is replaced has neither come nor gone."""
    figures = subject.figures
    before = figures.column("sidste_aar")
    if before is None:
        return None
    found = []
    for place, recipient in enumerate(figures.recipients):
        if all(number in figures.successor for number in figures.members.members(place)):
            continue
        now = figures.noegle[place] or (figures.fast[place] if figures.fast else 0) or 0
        where = f"{recipient.name} ({subject.row_cell('navn', recipient.row)})"
        if (before[place] or 0) > 0 and not now:
            found.append(f"{where} fik penge sidste år, men har ingen nøgle nu")
        if now and not before[place]:
            found.append(f"{where} har en nøgle nu, men ingen tildeling sidste år")
    return found


def missing_months(subject: Subject) -> list[str]:
    """Those whose name says that they open or close, without a number of months."""
    months = subject.figures.institutions.column("maaneder")
    return [f"{subject.named(number)} har ingen måneder i drift" for number in subject.numbers()
            if (months is None or months[number] is None)
            and any(word in whole(subject.figures.institutions.rows[number].name) for word in LUKKET)]


CHECKS = {"kommet_gaaet": come_and_gone, "maaneder": missing_months}
