"""Reads what a template has computed, by its headings and labels."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import openpyxl

from addin.filejobs.skabelon.write import workbook
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.form import Skabelon, Tabel, Vaerdi, udfyldt


@cache
def book(navn: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(skabelon(navn))), data_only=True)


def changed(navn: str, **values: Vaerdi) -> Skabelon:
    """A template with other values in its fields."""
    return udfyldt(skabelon(navn), values, {})


def with_cells(template: Skabelon, table: str, line: int, **cells: Vaerdi) -> Skabelon:
    """A template with other inputs in a line (from 1) of a table, by the keys of their columns."""
    def other(part: Tabel) -> Tabel:
        keys = [column.noegle for column in part.kolonner if not column.formel]
        rows = [list(row) for row in part.raekker]
        rows += [[None] * len(keys) for _ in range(line - len(rows))]
        for key, value in cells.items():
            rows[line - 1][keys.index(key)] = value
        return part._replace(raekker=tuple(map(tuple, rows)))

    return template._replace(ark=tuple(ark._replace(indhold=tuple(
        other(part) if isinstance(part, Tabel) and part.noegle == table else part for part in ark.indhold))
        for ark in template.ark))


def lines(navn: str, sheet: str, heading: str) -> dict[Any, dict[str, Any]]:
    """The lines of a table by their first cell, from the heading in column A on to the first blank."""
    rows = [[cell.value for cell in line] for line in book(navn)[sheet].iter_rows()]
    at = next(at for at, row in enumerate(rows) if row[0] == heading)
    found = {}
    for row in rows[at + 1:]:
        if row[0] in (None, ""):
            break
        found[row[0]] = {name: value for name, value in zip(rows[at], row) if name}
    return found


def field(navn: str, sheet: str, label: str) -> Any:
    return next(line[1].value for line in book(navn)[sheet].iter_rows() if line[0].value == label)
