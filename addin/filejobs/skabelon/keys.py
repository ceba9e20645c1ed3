"""The keys in formulas: {pulje}, {inst.boern}, {.boern} become addresses, or the words a reader sees."""

from __future__ import annotations

import re

from addin.filejobs.skabelon.laid import Book, Laid, Put, absolute
from addin.workbook import a1, quoted
from workbook_templates.skabeloner.form import Vaerdi

_KEY = re.compile(r"\{(?P<table>[^{}.]*)\.?(?P<column>[^{}@#+]*)(?P<way>[@+]|#\d+)?\}")


def typed_formula(formula: str) -> str:
    """A formula of ours as a Dane types it, its keys as the words they are.

    >>> typed_formula("FORDEL_PULJE({pulje},{inst.noegle},{inst.boern},0.08)")
    'Formel: =FORDEL_PULJE(pulje; noegle; boern; 0,08)'
    """
    words = _KEY.sub(lambda found: found["column"] or found["table"], formula)
    return "Formel: =" + re.sub(r"(?<=\d)\.(?=\d)", ",", words.replace(",", "; "))


def resolved(book: Book, laid: Laid, put: Put) -> Vaerdi:
    value = put.value
    if not (isinstance(value, str) and value.startswith("=")):
        return value
    return _KEY.sub(lambda found: _address(book, laid, put, found), value)


def _address(book: Book, laid: Laid, put: Put, found: re.Match[str]) -> str:
    table, column, way = found["table"], found["column"], found["way"] or ""
    if not column:
        sheet, row, at = book.fields[table]
        return _on(laid, sheet, absolute(row, at))
    if way == "+":
        sheet, row, at = book.sums[table, column]
        return _on(laid, sheet, absolute(row, at))
    own = _table_at(book, laid, put)
    boxes = [book.columns[table or own[0], key] for key in column.split(":")]
    sheet, box = boxes[0][0], boxes[0][1]._replace(last_column=boxes[-1][1].last_column)
    if not table or way == "@":
        row = box.row + put.row - own[1]
        ends = [a1(row, at) for at in dict.fromkeys((box.column, box.last_column))]
        return _on(laid, sheet, ":".join(ends))
    if way.startswith("#"):
        row = box.row + int(way[1:]) - 1
        return _on(laid, sheet, box._replace(row=row, last_row=row).text)
    return _on(laid, sheet, box.text)


def _table_at(book: Book, laid: Laid, put: Put) -> tuple[str, int]:
    """The table a cell stands in, and its first row."""
    for (table, _), (sheet, box) in book.columns.items():
        if sheet == laid.ark.navn and box.column == put.column and box.row <= put.row <= box.last_row:
            return table, box.row
    return "", put.row


def _on(laid: Laid, sheet: str, address: str) -> str:
    return address if sheet == laid.ark.navn else f"{quoted(sheet)}!{address}"
