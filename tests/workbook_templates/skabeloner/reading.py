"""Reads what a template has computed, by its headings and labels."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import openpyxl

from addin.filejobs.skabelon.write import workbook
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.form import Felt, Skabelon, Vaerdi


@cache
def book(navn: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(skabelon(navn))), data_only=True)


def changed(navn: str, **values: Vaerdi) -> Skabelon:
    """A template with other values in its fields."""
    found = skabelon(navn)
    return found._replace(ark=tuple(ark._replace(indhold=tuple(
        part._replace(vaerdi=values[part.noegle]) if isinstance(part, Felt) and part.noegle in values else part
        for part in ark.indhold)) for ark in found.ark))


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
