"""The user's own formulas over "Fordeling" as it was laid out before: where the number stands now.

Told once: the sheet that is written has the new layout. What a user typed is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from addin.addresses import column_number
from addin.danish import listed
from addin.messages import Message, warning
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.workbook import Sheet, SheetPlan, Snapshot, a1
from workbook_templates.fordeling import NOEGLE

CORNER, NAMES, VALUES = "Nr.", 1, 2  # the heading and the columns of the old table, and of its key figures
MOST = 12  # cells that are named
# The old headings with the unit under them, and the columns they are now.
FOER = {("Børn", "antal"): "hoveder", ("Nøgle", "enheder"): "noegle", ("Efter nøglen", "kr."): "noegledel",
        ("Fast beløb", "kr."): "fast", ("Tildeling", "kr."): "tildeling", ("Besparelse", "kr."): "tildeling",
        ("Ansøgt", "kr."): "ansoegt", ("Pr. barn", "kr. pr. barn"): "pr_barn", ("Udmeldt", "kr."): "udmeldt",
        ("Efterregulering", "kr."): "efterregulering", ("Fuldt indfaset", "kr."): "fuldt_indfaset",
        ("Uden faste beløb", "kr."): "uden_faste", ("Uden ændring af nøglen", "kr."): "uden_aendringer",
        ("Sidste år", "kr."): "sidste_aar", ("Sidste år, nyt prisniveau", "kr."): "sidste_aar",
        ("Ændring", "kr."): "aendring", ("Ændring", "pct."): "aendring_pct", ("Grundbudget", "kr."): "grundbudget",
        ("I alt", "kr."): "i_alt", ("Heraf socioøkonomisk", "pct. af i alt"): "soc_andel",
        ("I alt pr. barn", "kr. pr. barn"): "i_alt_pr_barn"}


class Uses(NamedTuple):
    """A cell of the user's, and the one of the old sheet that its formula names."""

    where: str
    row: int
    column: int


def told(run: Run, appendix: SheetPlan, places: Places) -> list[Message]:
    """One message, where the sheet that is written over has the old layout and formulas name its cells."""
    old = run.laest.snapshot.sheet(run.names[NOEGLE])
    head = old_head(old) if old else None
    if old is None or head is None:
        return []
    names = {recipient.name: at for at, recipient in enumerate(run.first.figures.recipients)}
    labels = {str(cell.value): appendix.area(cell.row, VALUES, cell.row).formula() for cell in appendix.cells
              if cell.column == NAMES and isinstance(cell.value, str)}
    lines = []
    for use in uses(run.laest.snapshot, old.name):
        now = new_place(old, head, use, names, labels, places)
        lines.append(f"{use.where} bruger {old.name}!{a1(use.row, use.column)}, som nu "
                     + (f"står i {plain(now)}" if now else "ikke står på arket; se trin for trin"))
    return [warning("flyttet", f"Arket {old.name} har fået en ny opstilling. Ret selv disse formler: "
                               f"{listed(lines, MOST)}.")] if lines else []


def old_head(sheet: Sheet) -> int | None:
    """The row of the headings, as they stood before."""
    return next((row for row, cells in enumerate(sheet.rows) if cells and cells[0] == CORNER), None)


def uses(snapshot: Snapshot, name: str) -> Iterator[Uses]:
    quoted = re.escape(name.replace("'", "''"))
    pattern = re.compile(rf"(?:'{quoted}'|(?<![\w.\]]){re.escape(name)})!\$?([A-Z]{{1,3}})\$?(\d+)", re.IGNORECASE)
    for sheet in snapshot.foreign():
        for (row, column), text in sorted((sheet.formulas or {}).items()):
            for letters, number in pattern.findall(text):
                yield Uses(f"{sheet.name}!{a1(row, column)}", int(number) - 1, column_number(letters.upper()))


def new_place(old: Sheet, head: int, use: Uses, names: dict[str, int], labels: dict[str, str], places: Places) -> str:
    """Where it stands now, by its name and its heading or by its label; "" where it does not."""
    if use.row < head:
        return labels.get(str(old.value(use.row, 0)), "") if use.column == VALUES else ""
    key = FOER.get((str(old.value(head, use.column)), str(old.value(head + 1, use.column))), "")
    name = str(old.value(use.row, NAMES))
    if name == "I alt":
        return places.totals.get(key, "")
    return places.columns[key][names[name]] if key in places.columns and name in names else ""


def plain(address: str) -> str:
    """Without dollars, and without quotes where none is needed."""
    sheet, _, cell = address.replace("$", "").rpartition("!")
    bare = sheet.strip("'")
    return f"{bare if bare.isalpha() else sheet}!{cell}"
