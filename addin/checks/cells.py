"""Cells that should not pass unseen: errors anywhere, hidden ones in use, suppressed counts."""

from __future__ import annotations

from itertools import chain

from addin import inputs
from addin.checks.subject import Subject
from addin.settings.seen import number_formats
from addin.settings.seen.merges import is_covered
from addin.settings.seen.used_cells import used_cells
from addin.workbook import BadCell, Snapshot, column_letters
from udfs.errors import antal
from workbook_templates.opsaetning import SETTINGS


def errors(snapshot: Snapshot) -> list[str]:
    """Formulas that give an error, in all visible sheets of the user's."""
    return [f"{inputs.where(sheet, row, column)} er {value}" for sheet in snapshot.foreign()
            if sheet.visible and BadCell in set(map(type, chain.from_iterable(sheet.rows)))
            for row, line in enumerate(sheet.rows) if BadCell in map(type, line)
            for column, value in enumerate(line) if isinstance(value, BadCell) and value.error]


def hidden(subject: Subject) -> list[str]:
    """Hidden institutions by name; of every other cell that is used, the rows and the columns."""
    figures = subject.figures
    lines = [institution.row for institution in figures.institutions.rows]
    found = [f"{subject.named(number)} er skjult" for number in subject.numbers()
             if lines[number] in figures.sheet.hidden_rows]
    found += [f"{subject.named(number)} er skjult under flettede celler" for number in subject.numbers()
              if is_covered(figures.sheet, subject.setup, lines[number])]
    used = used_cells(subject.snapshot, subject.setup)
    found += [f"{cell} er skjult under flettede celler" for each in used if not each.in_table
              for cell in each.named(each.among(each.sheet.covered))]
    found += [f"{cell} viser ingenting (talformatet skjuler tallet)" for cell in number_formats.hidden(used)]
    seen = set()
    for key, place in subject.setup.areas.items():
        sheet = subject.snapshot.sheet(place.sheet)
        if sheet is None or sheet.name in subject.snapshot.ours.values():
            continue
        for column in sorted(sheet.hidden_columns & set(range(place.column, place.last_column + 1))):
            found.append(f"{sheet.name}: kolonne {column_letters(column)} ({SETTINGS[key].label}) er skjult")
        rows = sorted(sheet.hidden_rows & set(range(place.row, place.last_row + 1)))
        if rows and sheet is not figures.sheet and (sheet.name, tuple(rows)) not in seen:
            seen.add((sheet.name, tuple(rows)))
            found.append(f"{sheet.name}: {antal(len(rows), 'række', 'rækker')} er skjult, den første er {rows[0] + 1}")
    return found


def suppressed(subject: Subject) -> list[str]:
    delivered = subject.figures.institutions.delivered
    if delivered is None:
        return []
    sheet = subject.snapshot.sheet(delivered.criteria.sheet)
    assert sheet is not None
    return [f'{inputs.where(sheet, row, criterion.column)} er skjult ("{count.mark.strip()}")'
            for row, line in zip(delivered.rows, delivered.counts)
            for criterion, count in zip(delivered.used, line) if count.most]


CHECKS = {"skjulte": hidden, "skjulte_antal": suppressed}
