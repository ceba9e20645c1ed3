"""Why the user goes on in spite of what is found: read from the sheet, and good for just what it was written for.

Next year the same finding has another mark, so that the reason comes back as last year's, to be confirmed.
"""

from __future__ import annotations

import datetime
import hashlib
from typing import NamedTuple

from addin.finding.beside import label_of
from addin.finding.editions import year_of
from addin.finding.words import plain
from addin.messages import Message, quiet
from addin.settings.setup import Setup
from addin.who import in_any_words
from addin.workbook import BadCell, Held, Sheet, Snapshot
from udfs.errors import tal
from workbook_templates.fordel_tjek import HOVED, LABEL, LAST_REASON, MARK, NOEGLE, REASON, TJEK
from workbook_templates.overskrifter import JA

LABELS = {label: tjek.label for tjek in TJEK for label in in_any_words(tjek.label)}  # as they may stand there


class Reason(NamedTuple):
    """What the user has written, the mark of the findings it was written for, and what was written last year."""

    text: str
    covers: str
    last: str = ""

    @property
    def confirmed(self) -> str:
        """A yes beside last year's reason says it again."""
        return self.last if self.last and plain(self.text) in JA else self.text


def mark(found: list[str], year: int | None = None) -> str:
    """A short mark of what is found, and of the year: a reason holds for it and for nothing that comes later."""
    if not found:
        return ""
    short = hashlib.sha256("\n".join(found).encode()).hexdigest()[:8]
    return f"{year}-{short}" if year else short


def budget_year(snapshot: Snapshot, setup: Setup | None) -> int | None:
    """The year the workbook is about, as its texts say, the nearest to the pool first; None where none does."""
    if setup is None:
        return year_of(snapshot.file_name)
    pool, table = setup.areas.get("pulje"), setup.areas.get("navn")
    sheet = snapshot.sheet(pool.sheet) if pool and pool.sheet not in snapshot.ours.values() else None
    beside = label_of(sheet, pool.row, pool.column) if sheet and pool else ""
    return year_of(beside, sheet.name if sheet else "", table.sheet if table else "",
                   snapshot.file_name.replace("_", " "))


def given_reasons(snapshot: Snapshot) -> dict[str, Reason]:
    """What the user has written beside each check on the sheet there is, wherever its columns are now."""
    sheet = snapshot.sheet(snapshot.ours.get(NOEGLE, ""))
    places = columns(sheet) if sheet else None
    if sheet is None or places is None:
        return {}
    head, at = places
    found = {}
    for row in range(head + 1, len(sheet.rows)):
        reason = Reason(*(as_text(sheet.value(row, at[column])) for column in (REASON, MARK, LAST_REASON)))
        if reason.text or reason.last:
            label = str(sheet.value(row, at[LABEL]))
            found[LABELS.get(label, label)] = reason
    return found


def columns(sheet: Sheet) -> tuple[int, dict[int, int]] | None:
    """The row of the headings, and where each column that is read stands now: one may have been put in before them."""
    wanted = (LABEL, REASON, LAST_REASON, MARK)
    for row, line in enumerate(sheet.rows):
        if all(HOVED[column] in line for column in wanted):
            return row, {column: list(line).index(HOVED[column]) for column in wanted}
    return None


def as_text(value: Held) -> str:
    """A reason may be a year or a date."""
    if value is None or isinstance(value, BadCell):
        return ""
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():  # a year, and no amount
        return str(int(value))
    return tal(value) if isinstance(value, float) else str(value).strip()


def without_a_check(snapshot: Snapshot) -> list[Message]:
    """Reasons beside checks that there are no more: they go when the sheet is written again, and that is said."""
    return [quiet(NOEGLE, f'Begrundelsen "{reason.text}" ved "{label}" er ikke brugt: det tjek er der ikke mere.')
            for label, reason in given_reasons(snapshot).items() if label not in LABELS and reason.text]
