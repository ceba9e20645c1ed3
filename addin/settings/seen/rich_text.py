"""Text of which parts are struck out, raised or lowered: what it says to its owner, and what must be asked.

A raised note after a name, and what is struck out of it, are left out and told. A number written so is refused where
it is read (addin.inputs): nobody can know which part of it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from addin.finding.afterwards import CHOICES, IS_NOT
from addin.finding.asking import ROW, Asker
from addin.finding.institution import Skipped
from addin.inputs import in_parts
from addin.messages import Message, warning
from addin.runs import RAISED, STRUCK, Run
from addin.settings.seen.used_cells import Used, as_ranges
from addin.settings.setup import Setup
from addin.workbook import Place, Sheet, Snapshot, a1
from udfs.errors import antal

COUNTS, STRUCK_OUT = "tæller med", "streget over: "
_LETTER = re.compile(r"[^\W\d_]{2}")


def without_notes(sheet: Sheet) -> Sheet:
    """A sheet whose names are read without notes and without what is struck out of them."""
    in_runs = sheet.runs or {}
    changed = {place: name for place, runs in in_runs.items() if (name := name_in(runs))}
    whole = {place for place, runs in in_runs.items() if all(STRUCK in run.mark for run in runs)}
    before = sheet.struck or frozenset()
    struck = (before - in_runs.keys()) | whole  # in several runs the cell's own look says nothing
    if not changed and struck == before:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for (row, column), name in changed.items():
        rows[row][column] = name
    written = {place: "".join(run.text for run in in_runs[place]) for place in changed}
    return replace(sheet, rows=rows, written=written, struck=struck)


def name_in(runs: Sequence[Run]) -> str:
    """A name without what is struck out and without a raised note at its end; "" where there is no such name.

    >>> name_in([Run("Solen"), Run("1)", "hævet")]), name_in([Run("7"), Run("1", "hævet")])
    ('Solen', '')
    >>> name_in([Run("Solen", "streget over"), Run(" Månen")]), name_in([Run("Vand H"), Run("2", "sænket"), Run("O")])
    ('Månen', '')
    """
    left = [run for run in runs if STRUCK not in run.mark]
    while left and left[-1].mark == RAISED:
        left.pop()
    name = "".join(run.text for run in left).strip()
    return name if _LETTER.search(name) and name != "".join(run.text for run in runs).strip() else ""


# ------------------------------------------------------------------------------------- what is told and asked


def ask_about_names(sheet: Sheet, setup: Setup, asker: Asker) -> None:
    """An institution whose whole name is struck out: the user says whether it is with."""
    column = setup.areas["navn"].column
    for recipient in [r for r in setup.rows.recipients if (r.row, column) in (sheet.struck or ())]:
        place = f"{sheet.name}!{a1(recipient.row, column)}"
        answer = asker.remember(f"{ROW}{sheet.name}: {recipient.name}", f'{place}: "{recipient.name}" er streget '
                                "over. Er det en institution, der skal være med?", CHOICES, place)
        if answer == IS_NOT:
            setup.rows.recipients.remove(recipient)
            why = "streget over, og efter dit svar ikke med"
            setup.rows.skipped.append(Skipped(recipient.row, recipient.name, why))


def told(used: list[Used]) -> list[Message]:
    """Names that are read without a part of what stands in the cell."""
    found: dict[str, Message] = {}  # by cell, which may be used for two settings
    for each in used:
        for place in each.among(each.sheet.written) if each.is_text else ():
            whole, left, cell = each.sheet.written[place], str(each.sheet.value(*place)), each.named([place])[0]
            found.setdefault(cell, warning(each.key, f'{cell}: "{whole}" er læst som "{left}", for resten er hævet '
                                                     "(en note) eller streget over.", cell))
    return list(found.values())


def ask_about_struck(used: list[Used], asker: Asker) -> None:
    """Other cells that are struck out and used: they count when the user has said so."""
    names = next((each for each in used if each.key == "navn"), None)
    asked_about = {row for row, _ in names.among(names.sheet.struck or ())} if names else set()
    for each in used:
        struck = [place for place in each.among(each.sheet.struck or ()) if each.key != "navn"
                  and each.sheet.value(*place) is not None and not (each.in_table and place[0] in asked_about)
                  and (each.is_text or not in_parts(each.sheet, *place))]
        if struck:
            ask_whether_they_count(each, struck, asker)


def ask_whether_they_count(each: Used, struck: list[Place], asker: Asker) -> None:
    cells = f"{each.sheet.name}!{as_ranges(struck)}"
    many = antal(len(struck), "celle er streget over", "celler er streget over")
    asker.remember(STRUCK_OUT + cells, f"{each.what}: {many} ({cells}). Tæller de med alligevel? Ellers tøm dem, "
                   "eller fjern overstregningen.", [(COUNTS, "ja, de tæller med")], each.named(struck[:1])[0])


def snapshot_without_notes(snapshot: Snapshot) -> Snapshot:
    mine = set(snapshot.ours.values())
    sheets = tuple(sheet if sheet.name in mine else without_notes(sheet) for sheet in snapshot.sheets)
    return snapshot if all(one is other for one, other in zip(sheets, snapshot.sheets)) else replace(
        snapshot, sheets=sheets)
