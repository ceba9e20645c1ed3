"""Cells that should not pass unseen: errors anywhere, hidden ones in use, suppressed counts."""

from __future__ import annotations

from addin import inputs
from addin.checks.subject import Subject
from addin.workbook import BadCell, Snapshot, column_letters
from workbook_templates.opsaetning import OMRAADE, SETTINGS


def errors(snapshot: Snapshot) -> list[str]:
    """Formulas that give an error, in all visible sheets of the user's."""
    return [f"{inputs.where(sheet, row, column)} er {value}" for sheet in snapshot.foreign() if sheet.visible
            for row, line in enumerate(sheet.rows) for column, value in enumerate(line) if isinstance(value, BadCell)]


def hidden(subject: Subject) -> list[str]:
    figures, setup = subject.figures, subject.setup
    rows = [f"{subject.named(number)} er skjult" for number in subject.numbers()
            if figures.institutions.rows[number].row in figures.sheet.hidden_rows]
    columns = [f"{figures.sheet.name}: kolonne {column_letters(place.column)} ({SETTINGS[key].label}) er skjult"
               for key, place in setup.areas.items() if SETTINGS[key].kind == OMRAADE
               and place.sheet == figures.sheet.name and place.column in figures.sheet.hidden_columns]
    return rows + columns


def suppressed(subject: Subject) -> list[str]:
    delivered = subject.figures.institutions.delivered
    if delivered is None:
        return []
    sheet = subject.snapshot.sheet(delivered.criteria.sheet)
    assert sheet is not None
    return [f'{inputs.where(sheet, row, criterion.column)} er skjult ("{count.mark.strip()}")'
            for row, line in zip(delivered.rows, delivered.counts)
            for criterion, count in zip(delivered.used, line) if count.most]
