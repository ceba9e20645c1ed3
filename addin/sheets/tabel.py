"""The rows of the tables on the result: inputs as they were, amounts as values, what follows from them as formulas."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from addin.danish import ended, listed
from addin.run.regnet import Regnet
from addin.sheets import sider
from addin.sheets.sider import LINE, Block
from addin.sheets.vaerdier import Vaerdier
from addin.workbook import CellValue, Formula, SheetPlan, a1, column_letters
from workbook_templates.fordeling import Column

MARGIN = 2  # letters that are wider than the average
INDENT = 3  # the width of the column that the names of groups stand out in
NAVNE = 1  # the column of names, beside it
NONE: Mapping[str, Mapping[object, str]] = {}
AS_COLUMNS: Mapping[str, Sequence[str]] = {}


@dataclass
class Places:
    """Where the control, and the tables themselves, find what they are made from: addresses with their sheet."""

    columns: dict[str, list[str]] = field(default_factory=dict)  # one cell a recipient
    groups: dict[str, dict[str, str]] = field(default_factory=dict)  # the cell of a column's sum, by group
    totals: dict[str, str] = field(default_factory=dict)  # and of all
    kept: dict[str, str] = field(default_factory=dict)  # the cells of key figures that others are made from
    status: tuple[int, int] = (0, 0)  # where the control's answer is shown

    def cell(self, key: str, line: Line) -> str:
        if line.number is not None:
            return self.columns[key][line.number]
        return self.totals[key] if line.group is None else self.groups[key][line.group]


class Line(NamedTuple):
    """A recipient by its number, a group by its name, or, with neither, all."""

    members: Sequence[int]
    number: int | None = None
    group: str | None = None


class Tabel:
    """Writes one table. What stands in a table before it is referred to, so that a number is typed once."""

    def __init__(self, plan: SheetPlan, result: Regnet, columns: Sequence[Column], values: Vaerdier, places: Places,
                 texts: Mapping[str, Mapping[object, str]] = NONE, styles: Mapping[str, Sequence[str]] = AS_COLUMNS):
        """`texts` are columns of words: by number, by group, and None for all; `styles` those of recipients' cells that
        are others than their column's."""
        self.plan, self.result, self.columns, self.values, self.places = plan, result, columns, values, places
        self.texts, self.styles = texts, styles
        self.at = {column.key: index for index, column in enumerate(columns, NAVNE)}
        self.known = set(places.columns)  # what another table has

    def put(self, row: int, again: Collection[int] = ()) -> Rows:
        """The headings, again before the recipients of these numbers, and all rows; returns where they stand."""
        rows = stand(self.result, row, again)
        for head in (row, *rows.again):
            self.put_headings(head)
        for (first, last, alone), (group, members) in zip(rows.groups, in_groups(self.result)):
            if not alone:
                self.plan.put_row(first, [group or "Uden gruppe", *[None] * len(self.columns)], "gruppe")
                self.put_row(last, Line(members, group=group), f"{group or 'Uden gruppe'} i alt", f"{first + 2}:{last}")
            for index in members:
                self.put_row(rows.at[index], Line([index], index), self.result.figures.recipients[index].name, "")
        self.put_row(rows.total, Line(list(rows.at)), "Hele kommunen" if is_grouped(self.result) else "I alt",
                     f"{rows.head + 2}:{rows.total}")
        self.register(rows)
        return rows

    def parted(self, row: int, top: int, before: Sequence[Block] = (), below: float = 0.0, after: float = 0.0
               ) -> list[int]:
        """The recipients a page begins with, where the table, and so many points that stay `below` it, have no room on
        the one that begins with row `top`, after the blocks `before`: over them the headings stand again. `after` are
        points that fill its last page too, where it is parted."""
        rows, most = stand(self.result, row), sider.room(self.plan, sider.scale(self.plan, len(self.plan.widths)))
        draft = replace(self.plan, heights={**self.plan.heights, row: self.tall_headings()}, repeat_row=row)
        for index, at in rows.at.items():
            draft.tall(at, LINE * len(self.in_lines(self.result.figures.recipients[index].name)))
        draft.heights[rows.total] = LINE + below
        if sider.height(draft, top, rows.total) <= most:
            return []
        draft.heights[rows.total] += after
        begun = sider.parted(draft, [*before, *rows.blocks()], most, top)
        return [next(index for index, at in rows.at.items() if at >= first) for first in begun if first > row]

    def tall_headings(self) -> float:
        """The points of their row."""
        return 2 + LINE * max(len(textwrap.wrap(column.heading, max(4, int(self.plan.widths[at]))))
                              for at, column in enumerate(self.columns, NAVNE))

    def in_lines(self, name: str) -> list[str]:
        """A name, broken where it is wider than its column."""
        return textwrap.wrap(name, int(self.plan.widths[NAVNE]) - MARGIN) or [""]

    def put_headings(self, row: int) -> None:
        self.plan.tall(row, self.tall_headings())
        self.plan.put(row, 0, "", "hoved")
        for column in self.columns:
            self.plan.put(row, self.at[column.key], column.heading, "hoved")

    def put_row(self, row: int, line: Line, name: str, summed: str) -> None:
        """A recipient, or the sum of rows "6:9"."""
        bold = " sum_tekst" if line.number is None else ""
        self.plan.put(row, 0, name if bold else None, f"tekst{bold}")
        for column in self.columns:
            if column.key == "navn":
                self.put_name(row, None if bold else name, f"tekst{bold}")
            else:
                self.plan.put(row, self.at[column.key], *self.cell(row, column, line, summed, bold))

    def put_name(self, row: int, name: str | None, style: str) -> None:
        """One that is wider than its column is broken: the next column would cut it."""
        lines = len(self.in_lines(name or ""))
        if lines > 1:
            self.plan.tall(row, LINE * lines)
        self.plan.put(row, NAVNE, name, f"{style} brudt" if lines > 1 else style)

    def cell(self, row: int, column: Column, line: Line, summed: str, bold: str) -> tuple[CellValue, str]:
        """What a cell holds, and its style."""
        key, values, style = column.key, self.values, column.style + bold
        if key in self.styles and line.number is not None:
            style = self.styles[key][line.number]
        if key in self.texts:
            of = line.number if line.number is not None else line.group
            return self.texts[key].get(of), style
        if bold and not column.total or not bold and values.is_blank(key, line.members[0]):
            return None, style
        text = self.formula(row, key, line)
        if bold and column.total == "sum":
            text = self.sum(column_letters(self.at[key]), summed, line.group is None)
        number = values.value(key, line.members)
        value = "" if math.isnan(number) else number  # nothing is divided by
        return Formula("=" + text, value) if text else value, style

    def sum(self, letters: str, rows: str, of_all: bool) -> str:
        """Of a column over rows "6:9"; of all, only where a recipient's name stands, for sums of groups lie between."""
        first, last = rows.split(":")
        values = f"{letters}{first}:{letters}{last}"
        if not of_all or not is_grouped(self.result):
            return f"SUM({values})"
        names = f"${column_letters(NAVNE)}{first}:${column_letters(NAVNE)}{last}"
        return f'SUMPRODUCT(1*({names}<>""),{values})'

    def formula(self, row: int, key: str, line: Line) -> str:
        """How a cell follows from others; "" where it is a value."""
        def cell(key: str) -> str:
            return a1(row, self.at[key]) if key in self.at else self.places.cell(key, line)

        parts, own = self.values.difference(key), self.values.own.get(key)
        if key in self.known:
            return self.places.cell(key, line)
        needed: Sequence[str] = parts or self.values.kvotienter.get(key) or ()
        if not all(part in self.at or part in self.known for part in needed):
            return ""  # what it is made from is on no sheet
        if parts:
            return "-".join(map(cell, parts))
        if own and own.formel:
            return own.formel(cell, self.places.kept)
        if key == "i_alt":
            return f"{cell('grundbudget')}{self.result.retning.fortegn}{cell('tildeling')}"
        if key in self.values.kvotienter:
            above, below = map(cell, self.values.kvotienter[key])
            return f'IF({below}=0,"",{above}/{below})'
        return ""

    def register(self, rows: Rows) -> None:
        """Where the cells of a column stand that no other table has."""
        for key, at in self.at.items():
            if key in self.known or key in ("navn", *self.texts):
                continue
            def cell(row: int, at: int = at) -> str:
                return self.plan.area(row, at, row).formula()

            self.places.columns[key] = [cell(rows.at[index]) for index in range(self.result.n)]
            self.places.totals[key] = cell(rows.total)
            self.places.groups[key] = {group: cell(last) for (_, last, alone), (group, _) in
                                       zip(rows.groups, in_groups(self.result)) if not alone}


class Rows(NamedTuple):
    """The row of the headings, the first and last of each group with whether it has no name and sum of its own, that of
    the sum of all, where the headings stand again, and the row of each recipient by its number."""

    head: int
    groups: list[tuple[int, int, bool]]
    total: int
    again: list[int]
    at: dict[int, int]

    def blocks(self) -> list[Block]:
        """The headings stay with the first recipient, a group's name with its first and its sum with its last."""
        stay = {self.head, self.total - 1, *self.again}
        for start, last, alone in self.groups:
            stay |= set() if alone else {start, last - 1}
        found, first = [], self.head
        for row in range(self.head, self.total + 1):
            if row not in stay:
                found.append(Block(first, row, first in self.again))
                first = row + 1
        return found

    def pages(self) -> list[Block]:
        """Parted only where the headings stand again."""
        starts = [self.head, *self.again]
        ends = [*(row - 1 for row in self.again), self.total]
        return [Block(first, last, first != self.head) for first, last in zip(starts, ends)]


def stand(result: Regnet, head: int, again: Collection[int] = ()) -> Rows:
    """Where all of a table stands: its headings, again before these recipients and what stands over them, and the rest.
    """
    rows, row = Rows(head, [], 0, [], {}), head + 1
    for _, members in in_groups(result):
        alone = len(members) == 1 or not is_grouped(result)
        for index in members:
            if index in again:
                rows.again.append(row)
                row += 1
            if index == members[0]:
                first = row
                row += not alone
            rows.at[index] = row
            row += 1
        row += not alone
        rows.groups.append((first, row - 1, alone))
    return rows._replace(total=row)


def in_groups(result: Regnet) -> list[tuple[str, list[int]]]:
    """Recipients by group, groups and members in the order of the user's table."""
    groups: dict[str, list[int]] = {}
    for index, recipient in enumerate(result.figures.recipients):
        groups.setdefault(recipient.group, []).append(index)
    return list(groups.items())


def is_grouped(result: Regnet) -> bool:
    """Whether there are groups, and any of them is more than one recipient."""
    groups = in_groups(result)
    return (len(groups) > 1 or bool(groups[0][0])) and any(len(members) > 1 for _, members in groups)


def who_is_alone(result: Regnet) -> str:
    """Who is the only one of a group, which then has no name and no sum of its own in the table; "" where nobody is."""
    found = [f"{result.figures.recipients[members[0]].name} ({group})" for group, members in in_groups(result)
             if group and len(members) == 1 and is_grouped(result)]
    return ended(f"Alene i gruppen, så rækken også er gruppens sum: {listed(found, len(found))}") if found else ""
