"""The user's cells that a distribution is made from, as far as the settings point at them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from addin.finding.formulas import precedents
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, Place, Sheet, Snapshot, a1
from workbook_templates import fordel_puljer
from workbook_templates.indstillinger import OMRAADE
from workbook_templates.opsaetning import BESIDE, SETTINGS, TABLE_COLUMNS, TEXT_COLUMNS

# Columns of names and words; what stands in any other is a number.
TEXTS = (*TEXT_COLUMNS, *BESIDE)


class Used:
    """The cells of one setting: of the table those of the institutions, of a list all, else a single one."""

    def __init__(self, setup: Setup, key: str, sheet: Sheet, place: Area):
        self.setup, self.key, self.sheet, self.place = setup, key, sheet, place

    @cached_property
    def rows(self) -> frozenset[int] | range:
        if self.in_table:
            return frozenset(recipient.row for recipient in self.setup.rows.recipients)
        return range(self.place.row, self.place.last_row + 1)

    @property
    def in_table(self) -> bool:
        return self.key in TABLE_COLUMNS

    @property
    def is_text(self) -> bool:
        return self.key in TEXTS or (self.key in SETTINGS and SETTINGS[self.key].style == "tekst")

    @property
    def what(self) -> str:
        """What the cells are called: the user's heading, else ours."""
        return self.setup.headings.get(self.key) or SETTINGS[self.key].label

    def has(self, place: Place) -> bool:
        return place[0] in self.rows and self.place.column <= place[1] <= self.place.last_column

    def among(self, places: Iterable[Place]) -> list[Place]:
        """Those of some cells that are used, from the top."""
        return sorted(place for place in places if self.has(place))

    def named(self, places: Iterable[Place]) -> list[str]:
        """Cells as a message names them."""
        return [f"{self.sheet.name}!{a1(*place)}" for place in places]


def used_cells(snapshot: Snapshot, setup: Setup) -> list[Used]:
    """By setting; what stands on our own sheets is looked after there, but the row of a pool is the user's."""
    mine = {name for key, name in snapshot.ours.items() if not (setup.pulje and key == fordel_puljer.NOEGLE)}
    return [Used(setup, key, sheet_of(snapshot, place), place) for key, place in setup.areas.items()
            if key in SETTINGS and place.sheet not in mine and (SETTINGS[key].kind == OMRAADE or place.single)]


def made_of(snapshot: Snapshot, setup: Setup) -> set[Area]:
    """The cells that the institutions' own are calculated from."""
    return precedents(snapshot, *(Area(each.sheet.name, *place, *place) for each in used_cells(snapshot, setup)
                                  if each.in_table for place in each.among(each.sheet.formulas or ())))


def as_ranges(places: Iterable[Place]) -> str:
    """Cells with those below one another as one: D5:D7, D9, E5."""
    runs: list[list[Place]] = []
    for row, column in sorted(places, key=lambda place: place[::-1]):
        if runs and runs[-1][-1] == (row - 1, column):
            runs[-1].append((row, column))
        else:
            runs.append([(row, column)])
    return ", ".join(a1(*run[0]) + (f":{a1(*run[-1])}" if len(run) > 1 else "") for run in runs)
