"""Finds headings: which row of a sheet names the columns, and which setting each column answers.

The simple case only: one row of known headings on a sheet. What is not known is left alone and told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from addin.workbook import Area, Refusal, Sheet, Snapshot, a1
from udfs.values import name as comparable
from workbook_templates.overskrifter import JA, KENDTE_UDEN_BRUG, KOLONNER, NEJ

HEADINGS_WITHIN = 40  # a heading row lies among a sheet's first rows
FIGURES = ("boern_0_2", "boern_3_5", "boern", "belastning", "noegle")
MOSTLY = 0.9  # a column that holds this share of marks is a column of criteria, and its other cells are errors


@lru_cache(maxsize=4096)
def plain(text: Any) -> str:
    """A heading or label in the form patterns are written in: "Sandsyn-\\nlighed" is "sandsynlighed".

    >>> plain("Soc.øk. tildeling 2022"), plain("Pulje 2026:"), plain("0-2 årige (antal)")
    ('socøk tildeling', 'pulje', '0-2 årige')
    """
    if not isinstance(text, str):
        return ""
    text = re.sub(r"-\s*\n\s*", "", text.casefold().replace("\u00a0", " ")).replace(".", "")
    text = re.sub(r"\s+", " ", text).strip(" :*")
    text = re.sub(r"\s*\([^)]*\)$", "", text)
    return re.sub(r"\s*\b(19|20)\d\d$", "", text).strip(" :")


def matches(text: str, patterns: Iterable[str]) -> bool:
    """Whether a plain text is one of the patterns; "*" at a pattern's end stands for any rest."""
    return any(text == p or (p.endswith("*") and text.startswith(p[:-1])) for p in patterns)


class Table(NamedTuple):
    """A row of headings and what its columns answer; `unknown` are headings that answer nothing."""

    sheet: Sheet
    heading_row: int
    columns: dict[str, int]
    unknown: dict[int, str]

    @property
    def is_institutions(self) -> bool:
        return any(key in self.columns for key in FIGURES)

    def heading(self, key: str) -> str:
        """The user's own heading of a column, on one line."""
        return one_line(self.sheet.value(self.heading_row, self.columns[key]))


def one_line(text: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"-\s*\n\s*", "", str(text))).strip()


def heading_columns(sheet: Sheet, row: int) -> tuple[dict[str, list[int]], dict[int, str]]:
    """For each setting the columns of a row whose heading matches, and the headings that match nothing."""
    found: dict[str, list[int]] = {}
    unknown: dict[int, str] = {}
    for column, value in enumerate(sheet.rows[row]):
        text = plain(value)
        if not text:
            continue
        keys = [key for key, patterns in KOLONNER.items() if matches(text, patterns)]
        for key in keys:
            found.setdefault(key, []).append(column)
        if not keys and not matches(text, KENDTE_UDEN_BRUG):
            unknown[column] = one_line(value)
    return found, unknown


def name_column(sheet: Sheet, row: int, columns: list[int]) -> int:
    """Of several columns that could hold the names, the one whose heading comes first in the list of patterns."""
    order = KOLONNER["navn"]
    return min(columns, key=lambda column: order.index(plain(sheet.value(row, column))))


def find_table(sheet: Sheet) -> Table | None:
    """The table of a sheet: its only row that heads a column of names and something more.

    Raises Refusal where two rows do, or where two columns answer the same setting.
    """
    rows = []
    for row in range(min(HEADINGS_WITHIN, len(sheet.rows))):
        found, unknown = heading_columns(sheet, row)
        texts = sum(1 for value in sheet.rows[row] if isinstance(value, str) and value.strip())
        if "navn" in found and texts >= 2 and (len(found) >= 2 or len(unknown) >= 1):
            rows.append((row, found, unknown))
    if not rows:
        return None
    best = [entry for entry in rows if any(key in entry[1] for key in FIGURES)] or rows[:1]
    if len(best) > 1:
        places = " og ".join(a1(row, 0) for row, _, _ in best[:2])
        raise Refusal(f'Arket "{sheet.name}" har flere rækker med overskrifter ({places}). '
                      "Fordel kan kun læse én tabel på et ark.")
    row, found, unknown = best[0]
    columns = {"navn": name_column(sheet, row, found.pop("navn"))}
    for key, candidates in found.items():
        free = [column for column in candidates if column not in columns.values()]
        if len(free) == 1:
            columns[key] = free[0]
        elif free and key in FIGURES:
            cells = " og ".join(a1(row, column) for column in free)
            raise Refusal(f'Arket "{sheet.name}": overskrifterne i {cells} kan begge være '
                          f"{KOLONNER[key][0]}. Giv den rigtige kolonne navnet Fordel_{key} (Formler, Definer navn).")
    return Table(sheet, row, columns, unknown)


def find_tables(snapshot: Snapshot, only: Iterable[str] = ()) -> list[Table]:
    """The tables on the user's visible sheets, or on the sheets named."""
    wanted = {name.casefold() for name in only}
    sheets = [s for s in snapshot.foreign() if (s.name.casefold() in wanted if wanted else s.visible)]
    return [table for table in map(find_table, sheets) if table]


# ------------------------------------------------------------------------------------- sheets of children


def is_mark(value: Any) -> bool:
    """Whether a value says that a criterion is met or not."""
    if isinstance(value, str):
        return value.strip().casefold() in (*JA, *NEJ)
    return isinstance(value, (bool, int, float)) and value in (0, 1)


def criteria_columns(table: Table) -> list[int]:
    """The unknown columns that hold marks and hardly anything else."""
    columns = []
    for column in table.unknown:
        counts = Counter(below(table, column))
        filled = sum(count for value, count in counts.items() if value is not None)
        marks = sum(count for value, count in counts.items() if is_mark(value))
        if filled and marks >= MOSTLY * filled:
            columns.append(column)
    return columns


def below(table: Table, column: int) -> list[Any]:
    """The values under a heading, to the end of the sheet."""
    first, last = table.heading_row + 1, len(table.sheet.rows) - 1
    return table.sheet.column(Area(table.sheet.name, first, column, last, column))


def child_areas(table: Table) -> tuple[Area, Area] | None:
    """The areas of a sheet with a row per child: the child's institution, and the criteria. None if it is not one."""
    columns = criteria_columns(table)
    if not columns:
        return None
    name, sheet, first = table.columns["navn"], table.sheet, table.heading_row + 1
    names = Counter(below(table, name))
    names.pop(None, None)
    if len({comparable(value) for value in names}) == sum(names.values()):
        return None  # one row a name: delivered counts, not children
    if columns[-1] - columns[0] + 1 != len(columns):
        raise Refusal(f'Arket "{sheet.name}": kolonnerne med kriterier ligger ikke side om side. '
                      "Flyt dem sammen, eller giv dem navnet Fordel_barn_kriterier (Formler, Definer navn).")
    last = next(row for row in range(len(sheet.rows) - 1, first - 1, -1)
                if any(value not in (None, "") for value in sheet.rows[row]))
    return Area(sheet.name, first, name, last, name), Area(sheet.name, first, columns[0], last, columns[-1])
