"""Cells that should not pass unseen: errors anywhere, hidden ones in use, suppressed counts."""

from __future__ import annotations

from collections.abc import Iterator

from addin import inputs
from addin.checks.subject import Subject
from addin.regn.regn import med, regn
from addin.settings.seen import number_formats
from addin.settings.seen.merges import is_covered
from addin.settings.seen.used_cells import Used, used_cells
from addin.settings.setup import Setup
from addin.workbook import NO_VALUE, BadCell, Place, Refusal, Sheet, Snapshot, column_letters
from udfs.errors import antal, kroner, tal
from workbook_templates.opsaetning import SETTINGS


def errors_used(snapshot: Snapshot, setup: Setup) -> list[str]:
    """R2: formulas that give an error, in the cells the settings point at."""
    used = used_cells(snapshot, setup)
    return [told(*found) for found in errors(snapshot) if is_used(found[0], found[1], used)]


def errors_elsewhere(snapshot: Snapshot, setup: Setup) -> list[str]:
    """Y6: the same in every other cell of the visible sheets."""
    used = used_cells(snapshot, setup)
    return [told(*found) for found in errors(snapshot) if not is_used(found[0], found[1], used)]


def errors(snapshot: Snapshot) -> Iterator[tuple[Sheet, Place, BadCell]]:
    """Every error in the visible sheets of the user's; a formula nobody has computed is none."""
    for sheet in snapshot.foreign():
        if sheet.visible and BadCell in set(map(type, sheet.different)):
            for row, line in enumerate(sheet.rows):
                for column, value in enumerate(line):
                    if isinstance(value, BadCell) and value.error and value != NO_VALUE:
                        yield sheet, (row, column), value


def told(sheet: Sheet, place: Place, value: BadCell) -> str:
    return f"{inputs.where(sheet, *place)} er {value}"


def is_used(sheet: Sheet, place: Place, used: list[Used]) -> bool:
    return any(each.sheet is sheet and each.has(place) for each in used)


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
    """Y3: the counts that nobody knows, and what it moves whatever they are."""
    delivered = subject.figures.institutions.delivered
    if delivered is None:
        return []
    sheet = subject.snapshot.sheet(delivered.criteria.sheet)
    assert sheet is not None
    hidden = [(f'{inputs.where(sheet, row, criterion.column)} er skjult ("{count.mark.strip()}")', count.most)
              for row, line in zip(delivered.rows, delivered.counts)
              for criterion, count in zip(delivered.used, line) if count.most]
    if not hidden:
        return []
    counts = subject.setup.settings.erstat
    first = f"{antal(len(hidden), 'skjult antal', 'skjulte antal')} tæller {tal(counts or 0.0)}"
    return [first + moved_by(subject, min(most for _, most in hidden)), *(text for text, _ in hidden)]


def moved_by(subject: Subject, most: float) -> str:
    """How much it moves for anybody, when all hidden counts are as small, or as large, as they can be."""
    if subject.regnet is None:
        return ""
    moved = []
    for other in (0.0, most):
        try:
            amounts = regn(med(subject.laest, erstat=other)).tildeling
        except Refusal:
            return f". Med {tal(other)} kan der ikke fordeles"
        moved.append(float(abs(amounts - subject.regnet.tildeling).max()))
    return f". Tæller de 0 eller {tal(most)}, flytter det højst {kroner(max(moved))} for nogen"


SEEN = {"fejlvaerdier": errors_used, "fejl_andre": errors_elsewhere}
CHECKS = {"skjulte": hidden, "skjulte_antal": suppressed}
