"""The rows of a table under its headings: houses, texts, and sums with their formulas."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from tests.layouts.model import ADDITIVE, Above, Col, Extra, Heads, House, Made, Sum, Table, Text

SETTINGS = {"label": "navn", "area": "gruppe", "young": "boern_0_2", "old": "boern_3_5", "children": "boern",
            "burden": "belastning", "key": "noegle", "base": "grundbudget", "last": "sidste_aar",
            "months": "maaneder", "recipient": "modtager", "replaces": "erstatter", "fixed": "fast",
            "effect": "fast_virkning", "reason": "fast_grund", "least": "minimum_kolonne", "most": "loft_kolonne"}


class Body:
    """Turns the rows of a table into cells; sums are calculated here, as the spreadsheet would."""

    def __init__(self, table: Table, first: int, column: int):
        self.table, self.first, self.column = table, first, column
        self.made: dict[tuple[int, int], tuple[Any, str]] = {}
        self.house_rows = [row for row, entry in enumerate(table.rows, first) if isinstance(entry, House)]
        self.sum_rows: list[int] = []
        self.since = first  # the first row after the last text or sum

    def settings(self) -> dict[str, int]:
        """The column of each setting."""
        found = {}
        for c, col in enumerate(self.table.columns, self.column):
            setting = col.setting or (SETTINGS.get(col.field) if isinstance(col.field, str) else None)
            if setting:
                found[setting] = c
        return found

    @property
    def name_column(self) -> int:
        return self.settings()["navn"]

    def cells(self) -> dict[tuple[int, int], tuple[Any, str]]:
        for row, entry in enumerate(self.table.rows, self.first):
            if isinstance(entry, House):
                self.put_house(row, entry)
        for row, entry in enumerate(self.table.rows, self.first):
            if isinstance(entry, Sum):
                self.put_sum(row, entry, self.summed(row, entry))
                self.sum_rows += [row] if entry.over == "gruppe" else []
            elif isinstance(entry, Above):
                self.put_sum(row, Sum(entry.text, how=entry.how), self.below(row))
            elif entry is not None and not isinstance(entry, House):
                self.put_other(row, entry)
            if not isinstance(entry, (House, Extra)) and entry is not None:
                self.since = row + 1
        return self.made

    def put(self, row: int, column: int, value: Any, fmt: str = "") -> None:
        if value is not None and value != "":
            self.made[row, column] = value, fmt

    def put_house(self, row: int, house: House) -> None:
        for c, col in enumerate(self.table.columns, self.column):
            if col.field is None:
                continue
            value = col.field(house) if callable(col.field) else getattr(house, col.field)
            if isinstance(value, Made):
                value = Made(value.formula.replace("{r}", str(row + 1)), value.value)
            self.put(row, c, float(value) if isinstance(value, Fraction) else value, col.fmt)

    def put_other(self, row: int, entry: Text | Extra | Heads) -> None:
        if isinstance(entry, Heads):
            for c, col in enumerate(self.table.columns, self.column):
                self.put(row, c, col.head)
            return
        column = entry.column if isinstance(entry, Text) else None
        self.put(row, self.name_column if column is None else self.column + column, entry.text)
        if isinstance(entry, Extra):
            for c, col in enumerate(self.table.columns, self.column):
                if isinstance(col.field, str) and col.field in entry.values:
                    self.put(row, c, entry.values[col.field], col.fmt)

    # --------------------------------------------------------------------------------- sums

    def summed(self, row: int, entry: Sum) -> list[int]:
        """The rows a sum is over."""
        if entry.over == "summer":
            return list(self.sum_rows)
        return [r for r in self.house_rows if r < row and (entry.over == "alle" or r >= self.since)]

    def below(self, row: int) -> list[int]:
        stop = next((r for r, entry in enumerate(self.table.rows, self.first) if r > row and not isinstance(
            entry, (House, type(None)))), self.first + len(self.table.rows))
        return [r for r in self.house_rows if row < r < stop]

    def put_sum(self, row: int, entry: Sum, over: list[int]) -> None:
        how = entry.how
        self.put(row, self.name_column if entry.column is None else self.column + entry.column, entry.text)
        for c, value in entry.more.items():
            self.put(row, self.column + c, value, self.table.columns[c].fmt)
        for c, col in enumerate(self.table.columns, self.column):
            if not is_summed(col):
                continue
            total = sum(filter(None, (number(self.made.get((r, c), (None,))[0]) for r in over)))
            if how == "skrevet":
                self.put(row, c, total + entry.off.get(c - self.column, 0), col.fmt)
            else:
                value = None if how == "uden værdi" else total
                self.put(row, c, Made(formula(how, xl_col_to_name(c), over, row), value), col.fmt)


def is_summed(col: Col) -> bool:
    return col.field in ADDITIVE if col.sums is None else col.sums


def number(value: Any) -> Any:
    value = value.value if isinstance(value, Made) else value
    return None if isinstance(value, str) else value


def formula(how: str, letters: str, rows: Sequence[int], own: int) -> str:
    """A sum over rows; SUBTOTAL spans what lies between too, as it may, for it leaves other subtotals out."""
    if how == "subtotal":
        return f"=SUBTOTAL(9,{letters}{rows[0] + 1}:{letters}{own})"
    if how == "plus":
        return "=" + "+".join(f"{letters}{row + 1}" for row in rows)
    runs = [[row for _, row in run] for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
    parts = [f"{letters}{run[0] + 1}" + (f":{letters}{run[-1] + 1}" if len(run) > 1 else "") for run in runs]
    return f"=SUM({','.join(parts)})"
