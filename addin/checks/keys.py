"""Keys that are missing, and settings that say something else than the cells they could have come from."""

from __future__ import annotations

from addin.checks.subject import Subject
from addin.finding.cells import Labelled, labelled, number_of
from addin.finding.labels import VAGUE
from addin.finding.tables import tables_of
from addin.settings import ansoegninger
from addin.settings.setup import Setup
from addin.workbook import Sheet, Snapshot
from udfs.errors import tal
from workbook_templates.indstillinger import CELLE
from workbook_templates.opsaetning import BURDENS, SETTINGS

SAME = 1e-9  # relatively: two numbers that are the same


def without_key(subject: Subject) -> list[str]:
    """R4: institutions whose key is blank; a key of 0 is an answer. Not those that a fixed amount stands instead of,
    and not who has not applied, where applications are shared without a key."""
    key = subject.setup.key
    if key not in ("noegle", "belastning") or ansoegninger.without_key(subject.setup):
        return []
    read = subject.figures.institutions
    instead = subject.figures.ved_siden.instead if subject.figures.ved_siden else [False] * read.n
    what = "belastning" if key in BURDENS else "nøgle"
    found = []
    for number, value in enumerate(read.column(key) or []):
        heads = subject.heads(number)
        answered = number in subject.figures.successor or is_merged(subject, number)
        if value is None and not (read.noegle[number] or instead[number] or answered) and heads != 0:
            children = f"har {tal(heads)} børn og ingen {what}" if heads is not None else f"har ingen {what}"
            found.append(f"{subject.named(number)} {children}")
    return found


def is_merged(subject: Subject, number: int) -> bool:
    """Whether its cell lies under another it is merged with: then it has been answered that it has no number."""
    place = subject.figures.institutions.place(subject.setup, subject.setup.key, number)
    return any(box.row < place.row <= box.last_row and box.column <= place.column <= box.last_column
               for box in subject.figures.sheet.merged or ())


def overwritten(snapshot: Snapshot, setup: Setup) -> list[str]:
    """R15: what stands on the settings sheet, or is said with the run, where a cell with its label says otherwise."""
    found = []
    for sheet in snapshot.foreign():
        if sheet.visible and not is_list(sheet, setup):
            for key, cell in first_cells(sheet):
                found += differences(sheet, cell, key, setup)
    return found


def is_list(sheet: Sheet, setup: Setup) -> bool:
    """Whether it is the sheet with a row per child, where no setting stands."""
    return setup.children_list is not None and setup.children_list.sheet == sheet.name


def first_cells(sheet: Sheet) -> list[tuple[str, Labelled]]:
    """The cells beside labels that say a setting of one number, beyond doubt; of a label with several the first."""
    found: dict[tuple[str, str, int], Labelled] = {}
    for key, places in labelled(sheet, tables_of(sheet)).items():
        if SETTINGS[key].kind == CELLE and SETTINGS[key].style != "tekst":
            for cell in places:
                if cell.rank < VAGUE:
                    found.setdefault((key, cell.label, cell.place.row), cell)
    return [(key, cell) for (key, _, _), cell in found.items()]


def differences(sheet: Sheet, cell: Labelled, key: str, setup: Setup) -> list[str]:
    value, number = setup.settings.vaerdi(key), number_of(sheet.value(cell.place.row, cell.place.column))
    place = setup.areas.get(key)
    if value is None or number is None or setup.is_elsewhere(key) or (place and place.sheet == sheet.name):
        return []
    if any(is_same(number, value * times) for times in (1, *((100,) if is_share(key) else ()))):
        return []
    return [f"{SETTINGS[key].label}: {tal(value)} bruges, og {cell.place} er {tal(number)}"]


def is_share(key: str) -> bool:
    """Whether a setting is a share: 8 beside its label may be 8 %."""
    return SETTINGS[key].style.startswith("pct")


def is_same(one: float, other: float) -> bool:
    return abs(one - other) <= SAME * max(abs(one), abs(other))


SEEN = {"rettet": overwritten}
CHECKS = {"tom_noegle": without_key}
