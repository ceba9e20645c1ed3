"""Institutions that have come or gone since last year, and months that are missing."""

from __future__ import annotations

from addin.checks.subject import Subject
from addin.finding.words import plain
from workbook_templates.overskrifter import LUKKET


def come_and_gone(subject: Subject) -> list[str]:
    figures = subject.figures
    before = figures.institutions.column("sidste_aar")
    if before is None:
        return []
    found = []
    for number in subject.numbers():
        now = figures.institutions.noegle[number] or 0
        fixed = figures.fixed is not None and figures.fixed.kr[number] is not None
        if number in figures.successor:
            continue
        if (before[number] or 0) > 0 and not now and not fixed:
            found.append(f"{subject.named(number)} fik penge sidste år, men har ingen nøgle nu")
        replaces = number in figures.successor.values()
        if now and not before[number] and not replaces:
            found.append(f"{subject.named(number)} har en nøgle nu, men ingen tildeling sidste år")
    return found


def missing_months(subject: Subject) -> list[str]:
    """Those whose name says that they open or close, without a number of months."""
    months = subject.figures.institutions.column("maaneder")
    return [f"{subject.named(number)} har ingen måneder i drift" for number in subject.numbers()
            if (months is None or months[number] is None)
            and any(word in plain(subject.figures.institutions.rows[number].name) for word in LUKKET)]
