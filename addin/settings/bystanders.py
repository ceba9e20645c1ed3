"""The numbers that stand beside the pool: which of them are used, and what is said of those that are not."""

from __future__ import annotations

from functools import cached_property

from addin.finding import beside
from addin.finding.beside import Number
from addin.finding.cells import Labelled
from addin.finding.institution import AF_TYPE, ASSUMPTION, SUM, Skipped
from addin.finding.labels import NEAR
from addin.finding.table import Table
from addin.messages import BESIDE, Message, warning
from addin.settings.setup import sheet_of
from addin.settings.tables import TableSettler
from addin.workbook import Area, Sheet, a1
from udfs.errors import tal

MOST = 10  # cells named in a line


class Bystanders:
    """Every labelled number outside the tables, sheet by sheet."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup

    @cached_property
    def own_cells(self) -> set[Area]:
        """The cells of the rows of the institutions' table, with those that are sums."""
        place = self.setup.areas.get("navn")
        if place is None:
            return set()
        return {Area(place.sheet, row, column, row, column) for row, column in self.of_institutions(place)}

    def of_institutions(self, place: Area) -> set[tuple[int, int]]:
        own = self.tables.own_table()
        used = [at.column for at in self.setup.areas.values() if at.sheet == place.sheet and not at.single]
        columns = beside.width(own) if own else range(min(used), max(used) + 1)
        rows = {recipient.row for recipient in self.setup.rows.recipients}
        last = max(rows, default=-1)
        rows |= {skipped.row for skipped in self.setup.rows.skipped if skipped.kind != ASSUMPTION
                 and not self.is_lone(skipped, columns, last)}
        outside = set(range(own.first, own.last + 1)) - set(range(place.row, place.last_row + 1)) if own else set()
        rows |= {row for row in outside if self.figures(row, columns) > 1}  # asked about, and left where they are
        heads = set(own.heading_rows) if own else set()
        return {(row, column) for row in rows | heads for column in columns}

    def is_lone(self, skipped: Skipped, columns: range, last: int) -> bool:
        """Whether a row below the last institution is one number with a label: it may belong to the pool."""
        return skipped.row > last and self.figures(skipped.row, columns) == 1 and skipped.kind not in (SUM, AF_TYPE)

    def figures(self, row: int, columns: range) -> int:
        """How many numbers a row has in the columns of the institutions' table."""
        sheet = sheet_of(self.snapshot, self.setup.areas["navn"])
        return sum(beside.is_figure(sheet.value(row, column)) for column in columns)

    def numbers(self, sheet: Sheet) -> list[Number]:
        """The labelled numbers of a sheet that stand in no table."""
        return beside.numbers(sheet, self.taken(sheet))

    def taken(self, sheet: Sheet) -> set[tuple[int, int]]:
        """The cells of a sheet that stand in a table."""
        place = self.setup.areas.get("navn")
        own = self.tables.own_table() if place else None
        is_read = place is not None and place.sheet == sheet.name and bool(self.setup.rows.recipients)
        taken = self.of_institutions(place) if place and is_read else set()
        for table in self.tables.all_tables():
            if table.sheet is sheet and not (taken and is_same(table, own)):
                taken |= {(row, column) for row in beside.body(table) for column in beside.width(table)}
        return taken

    def beside(self, sheets: set[str]) -> list[Labelled]:
        """The same, of several sheets, as cells with their labels."""
        return [Labelled(number.place, number.label, NEAR) for name in sorted(sheets)
                for number in self.numbers(sheet_of(self.snapshot, Area(name, 0, 0, 0, 0)))]

    def unused(self, sheets: set[str], used: set[Area]) -> list[Message]:
        """A line for each sheet with numbers that are not used."""
        lines = []
        for sheet in self.snapshot.foreign():
            if sheet.name not in sheets:
                continue
            left = [number for number in self.numbers(sheet) if number.place not in used]
            notes = beside.notes(sheet, self.taken(sheet))
            name = sheet.name
            lines += [warning(BESIDE, f"{name}: disse {what} er ikke med i beregningen: {shown(found)}.", name)
                      for what, found in (("tal", left), ("bemærkninger", notes)) if found]
        return lines


def is_same(table: Table, own: Table | None) -> bool:
    return own is not None and (table is own or table.heading_rows == own.heading_rows)


def shown(numbers: list[Number]) -> str:
    """The first of them, and how many more there are."""
    more = f" og {len(numbers) - MOST} til" if len(numbers) > MOST else ""
    return ", ".join(map(named, numbers[:MOST])) + more


def named(number: Number) -> str:
    """"Sprogtillæg" 35.000 (D2); of a sentence there is no value beside it."""
    value = tal(number.value) if isinstance(number.value, (int, float)) else number.value
    beside_it = "" if value is None else f" {value}"
    return f'"{number.label}"{beside_it} ({a1(number.place.row, number.place.column)})'
