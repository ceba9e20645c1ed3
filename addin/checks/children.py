"""Children: those without an institution, keys without children, counts above the number there is."""

from __future__ import annotations

from addin import inputs
from addin.checks.subject import Subject
from addin.finding.table import CHILDREN
from addin.settings import ansoegninger
from addin.settings.setup import sheet_of
from udfs.errors import kroner, tal
from workbook_templates.indstillinger import SAMMENVEJET, UNIKKE, VURDERING
from workbook_templates.opsaetning import BURDENS, SETTINGS


def without_institution(subject: Subject) -> list[str] | None:
    """Rows of children with something in them, but no institution."""
    place = subject.setup.children_list
    if place is None:
        return None
    sheet = sheet_of(subject.snapshot, place)
    names = sheet.column(place)[:len(sheet.rows) - place.row]  # a list may be named longer than there is anything
    return [f"{inputs.where(sheet, row, place.column)}: rækken har ingen institution" for row, name
            in enumerate(names, place.row) if name is None and any(cell not in (None, "") for cell in sheet.rows[row])]


def key_without_children(subject: Subject) -> list[str]:
    """R5: a key, or a burden that makes none, where there are no children; and where nobody has said how many."""
    figures, key = subject.figures.institutions, subject.setup.key
    applied = ansoegninger.without_key(subject.setup)
    keys = figures.column("ansoegt" if applied else key) if applied or key in BURDENS else figures.noegle
    if figures.boern is None or keys is None:
        return []
    what = "belastningen" if key in BURDENS else "nøglen"
    ages = [column for each in CHILDREN if (column := figures.column(each))]
    found = []
    for number in subject.numbers():
        counts = keys[number] or 0
        if counts > 0 and not figures.boern[number]:
            unsaid = all(column[number] is None for column in ages)
            children = "intet børnetal" if unsaid else "0 børn"
            said = f"ansøgt om {kroner(counts)} og har" if applied else f"{what} {tal(counts)} og"
            found.append(f"{subject.named(number)} har {said} {children}")
    return found


def counted_above(subject: Subject) -> list[str]:
    """Where children are counted, no institution can have more of them than it has children."""
    figures, setup = subject.figures.institutions, subject.setup
    if setup.key == "barn_institution" and setup.settings.metode == UNIKKE:
        counts = [figures.count]
    elif figures.delivered and setup.settings.samling not in (VURDERING, SAMMENVEJET):
        counts = [[line[at].value for line in figures.delivered.counts] for at in range(len(figures.delivered.used))]
    else:
        return []
    found = []
    for number in subject.numbers():
        there = subject.heads(number)
        most = max(column[number] or 0 for column in counts)
        if there is not None and most > there:
            found.append(f"{subject.named(number)}: {tal(most)} er talt, men der er {tal(there)} børn")
    return found


def with_decimals(subject: Subject) -> list[str]:
    """Numbers of children that are no whole numbers may be children in full time, and no heads."""
    columns = {key: column for key in CHILDREN if (column := subject.figures.institutions.column(key))}
    return [f"{subject.named(number)}: {SETTINGS[key].label} er {tal(many)}" for number in subject.numbers()
            for key, column in columns.items() if not float(many := column[number] or 0).is_integer()]


CHECKS = {
    "uden_institution": without_institution,
    "uden_boern": key_without_children,
    "flere_end_boern": counted_above,
    "decimaler": with_decimals,
}
