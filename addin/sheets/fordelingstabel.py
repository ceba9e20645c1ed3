"""The rows of the table on "Fordeling": inputs as they were, amounts as values, what follows from them as formulas."""

from __future__ import annotations

import math
import textwrap

from addin.run.noegletal import Kolonne
from addin.run.regnet import Regnet
from addin.sheets.noter import notes
from addin.workbook import CellValue, Formula, SheetPlan, a1, column_letters
from workbook_templates.fordeling import Column

WIDEST_NOTE = 60  # characters on a line
LINE = 15  # points


class TableWriter:
    """Writes a recipient's row, a group's total, and the total of all."""

    QUOTIENTS = {"belastning": ("noegle", "boern"), "pr_barn": ("tildeling", "boern"),
                 "soc_andel": ("tildeling", "i_alt"), "i_alt_pr_barn": ("i_alt", "boern"),
                 "aendring_pct": ("aendring", "sidste_aar")}
    DIFFERENCES = {"aendring": ("tildeling", "sidste_aar")}

    def __init__(self, plan: SheetPlan, result: Regnet, columns: list[Column], own: dict[str, Kolonne],
                 kept: dict[str, str]):
        """`own` are the columns of the parts, `kept` the cells of key figures that formulas are made from."""
        self.plan, self.result, self.columns, self.own, self.kept = plan, result, columns, own, kept
        self.at = {column.key: index for index, column in enumerate(columns)}
        done, figures = result.fordeling, result.figures
        self.sign = result.retning.fortegn
        if result.saving:
            self.QUOTIENTS = {**self.QUOTIENTS, "soc_andel": ("tildeling", "grundbudget")}
        if figures.boern_taerskel is not None:
            self.QUOTIENTS = {**self.QUOTIENTS, "belastning": ("noegle", "boern_taerskel")}
        self.values: dict[str, list[float]] = {
            "noegle": done.noegle.tolist(), "andel": done.andel.tolist(), "tildeling": result.tildeling.tolist(),
            **{key: list(column.values) for key, column in self.own.items()}}
        for key, column in (("boern", figures.boern), ("boern_taerskel", figures.boern_taerskel),
                            ("sidste_aar", figures.column("sidste_aar")),
                            ("grundbudget", figures.column("grundbudget"))):
            if column is not None:
                self.values[key] = [value or 0.0 for value in column]
        if result.uden_taerskel is not None:
            self.values["uden_taerskel"] = result.uden_taerskel.tolist()
        self.notes = notes(result)

    def value(self, key: str, members: list[int]) -> float:
        """What a row over these recipients shows."""
        if key == "aendring":  # of those only whose amount last year is known, as the rows show it
            members = [index for index in members if not self.is_blank("sidste_aar", index)]
        parts = self.difference(key)
        if parts:
            now, before = (self.value(part, members) for part in parts)
            return now - before
        if key == "i_alt":
            amount = self.value("tildeling", members)
            return self.value("grundbudget", members) + (-amount if self.sign == "-" else amount)
        if key in self.QUOTIENTS:
            above, below = (self.value(part, members) for part in self.QUOTIENTS[key])
            return above / below if below else math.nan
        return math.fsum(self.values[key][index] for index in members)

    def difference(self, key: str) -> tuple[str, str] | None:
        """The two columns one is the difference of."""
        return self.own[key].forskel if key in self.own else self.DIFFERENCES.get(key)

    def put_recipient(self, row: int, index: int) -> None:
        recipient = self.result.figures.recipients[index]
        for column in self.columns:
            if column.key in ("nr", "navn"):
                texts: dict[str, CellValue] = {"nr": index + 1, "navn": recipient.name}
                self.plan.put(row, self.at[column.key], texts[column.key], column.style)
            elif column.key == "note":
                self.put_note(row, self.at[column.key], self.notes[index], column.style)
            elif self.is_blank(column.key, index):
                self.plan.put(row, self.at[column.key], None, column.style)
            elif column.key in self.values and not self.is_derived(column.key):
                self.plan.put(row, self.at[column.key], self.values[column.key][index], column.style)
            else:
                self.put_formula(row, column, [index], column.style)

    def put_note(self, row: int, column: int, note: str, style: str) -> None:
        """A remark; one that is wider than its column is broken: on paper it would be cut."""
        lines = len(textwrap.wrap(note, WIDEST_NOTE - 2))  # an indent, and letters wider than the average
        if lines > 1:
            self.plan.heights[row] = LINE * lines
        self.plan.put(row, column, note, f"{style} brudt" if lines > 1 else style)

    def is_derived(self, key: str) -> bool:
        """Whether an amount follows from other cells of its row."""
        own = self.own.get(key)
        return bool(own and (own.formel or own.forskel)) or (key == "tildeling" and "fast" in self.at)

    def is_blank(self, key: str, index: int) -> bool:
        """Unknown is not zero: a blank cell of the user's stays blank, and so does the change from it."""
        if key in self.own:
            return bool(self.own[key].blank) and self.own[key].blank[index]
        source = {"aendring": "sidste_aar", "aendring_pct": "sidste_aar"}.get(key, key)
        column = self.result.figures.column(source)
        return source in ("sidste_aar", "grundbudget") and column is not None and column[index] is None

    def put_total(self, row: int, label: str, members: list[int], total: str) -> None:
        """A group's total or all of them: `total` is the formula, with {0} for the letters of the column."""
        for column in self.columns:
            index = self.at[column.key]
            if column.key == "navn":
                self.plan.put(row, index, label, "sum_tekst")
            elif column.total == "sum":
                formula = Formula("=" + total.format(column_letters(index)), self.value(column.key, members))
                self.plan.put(row, index, formula, f"{column.style} sum_tekst")
            elif column.total == "kvotient":
                self.put_formula(row, column, members, f"{column.style} sum_tekst")
            else:
                self.plan.put(row, index, None, "sum_tekst")

    def put_formula(self, row: int, column: Column, members: list[int], style: str) -> None:
        """A cell that follows from others of its row."""
        def cell(key: str) -> str:
            return a1(row, self.at[key])

        parts, own = self.difference(column.key), self.own.get(column.key)
        if parts:
            text = "-".join(map(cell, parts))
        elif own and own.formel:
            text = own.formel(cell, self.kept)
        elif column.key == "tildeling":
            text = f"{cell('noegledel')}+{cell('fast')}"
        elif column.key == "i_alt":
            text = f"{cell('grundbudget')}{self.sign}{cell('tildeling')}"
        else:
            above, below = map(cell, self.QUOTIENTS[column.key])
            text = f'IF({below}=0,"",{above}/{below})'
        value = self.value(column.key, members)
        self.plan.put(row, self.at[column.key], Formula("=" + text, "" if math.isnan(value) else value), style)
