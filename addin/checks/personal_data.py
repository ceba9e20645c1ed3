"""Personal data in the user's workbook (Y16), hidden sheets, notes and what is typed on our sheets too: where they
stand, never what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin import inputs
from addin.checks.reasons import given_reasons
from addin.messages import PERSONAL, Message, quiet
from addin.settings.setup import Setup
from addin.smaa_antal.personal import Found, in_text, personal
from addin.workbook import Sheet, Snapshot
from udfs.errors import antal
from workbook_templates.fordel_tjek import ARK
from workbook_templates.sagsoplysninger import SAG

BY_CHILD = ("barn_institution", "score_institution")  # the settings that point at a row per child
SENT = ("Skal resultatet sendes, så send kopien fra klargør (fordel klargoer), ikke mappen. Hold dem i en fil for sig, "
        "eller fjern dem.")


def in_workbook(snapshot: Snapshot, setup: Setup | None) -> list[str]:
    """The kinds that are found, sheet by sheet, each with its first place and how many more there are."""
    by_child = {area.sheet: area for key, area in (setup.areas if setup else {}).items() if key in BY_CHILD}
    lines = []
    for sheet in snapshot.foreign():
        lines += [in_cells(sheet, found) for found
                  in personal(sheet.rows, sheet.name in by_child, sheet.different)]
        lines += beside_cells(sheet)
        if sheet.name in by_child:
            area = by_child[sheet.name]
            lines.append(f"rækker pr. barn: {sheet.name} ({antal(area.last_row - area.row + 1, 'række', 'rækker')})")
    return [*lines, *typed(snapshot, setup)]


def in_cells(sheet: Sheet, found: Found) -> str:
    more = len(found.places) - 1
    rest = f" og {antal(more, 'celle', 'celler')} til" if more else ""
    return f"{found.kind}: {inputs.where(sheet, *found.places[0])}{rest}"


def beside_cells(sheet: Sheet) -> Iterator[str]:
    """Those of notes, comments and text boxes."""
    where: dict[tuple[str, str], list[str]] = {}
    for aside in sheet.asides:
        for kind in in_text(aside.text):
            where.setdefault((kind, aside.kind), []).append(inputs.where(sheet, *aside.place))
    for (kind, beside), places in where.items():
        rest = f" og {len(places) - 1} til" if len(places) > 1 else ""
        yield f"{kind}: {beside} ved {places[0]}{rest}"


def typed(snapshot: Snapshot, setup: Setup | None) -> Iterator[str]:
    """Those of what is typed to stand on the result: the case, and the reasons beside checks."""
    said = {setup.said(key): setup.values.get(key) for key in SAG} if setup else {}
    said |= {f'begrundelsen ved "{label}" på arket {ARK}': reason.text
             for label, reason in given_reasons(snapshot).items()}
    for where, text in said.items():
        yield from by_kind(in_text(text) if isinstance(text, str) else [], where)


def told(snapshot: Snapshot, setup: Setup, reason: str = "") -> list[Message]:
    """One line after a run, which is not on the result: that is sent on. Nothing where nothing is found. `reason` is
    given with the run."""
    found = [*in_workbook(snapshot, setup), *by_kind(in_text(reason), "begrundelsen, der er givet ved kørslen")]
    return [quiet(PERSONAL, f"Personoplysninger i mappen: {'; '.join(found)}. {SENT}")] if found else []


def by_kind(kinds: Iterable[str], where: str) -> list[str]:
    return [f"{kind}: {where}" for kind in kinds]


SEEN = {"persondata": in_workbook}
