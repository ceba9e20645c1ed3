"""Every labelled number that stands beside the tables of a sheet: what is not used of them is to be named."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from addin.finding import cells, labels
from addin.finding.table import YEARS, Table
from addin.finding.words import is_unit, one_line, plain
from addin.workbook import Area, Held, Sheet

REACH = 3  # how far from a number its label may stand
SEARCHED = 2000  # rows of a sheet that are looked at
# an integer that could be a year is none beside such a word
_COUNTED = ("kr", "beløb", "tilskud", "tillæg", "takst", "pris", "sats", "løn", "antal", "pr barn", "timer")
# an amount or a share inside a sentence
_SAID = re.compile(r"\d[\d. ]*(?:,\d+)? ?(?:kr\b|t\.? ?kr|mio\b|mill\b|%|pct\b|procent\b)")


class Number(NamedTuple):
    """A number with the text it stands by."""

    place: Area
    label: str
    value: Held


def numbers(sheet: Sheet, taken: Collection[tuple[int, int]]) -> list[Number]:
    """The labelled numbers of a sheet outside the cells that are taken by tables."""
    found = []
    for row in range(min(len(sheet.rows), SEARCHED)):
        for column, value in enumerate(sheet.rows[row]):
            if is_figure(value) and (row, column) not in taken:
                label = label_of(sheet, row, column)
                if label and not labels.is_no_figure(label) and not is_year(value, label):
                    found.append(Number(Area(sheet.name, row, column, row, column), label, value))
    return found


def notes(sheet: Sheet, taken: Collection[tuple[int, int]]) -> list[Number]:
    """The sentences of a sheet, outside the cells that are taken, that say an amount or a share of what a setting could
    be: "Heraf 100.000 kr. til fælles formål"."""
    return [Number(Area(sheet.name, row, column, row, column), one_line(text), None)
            for row in range(min(len(sheet.rows), SEARCHED)) for column, text in enumerate(sheet.rows[row])
            if isinstance(text, str) and (row, column) not in taken and _SAID.search(text.casefold())
            and not is_figure(text) and labels.said(text) and not is_label(sheet, row, column)]


def is_label(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a text has its figure right of it or below, and so says a unit: "Pulje (1.000 kr.)"."""
    right = (sheet.value(row, at) for at in range(column + 1, column + 1 + REACH))
    return any(is_figure(value) for value in (*right, sheet.value(row + 1, column)))


def body(table: Table) -> range:
    """The rows of a table with its headings, down to the first that is blank."""
    row = table.first
    while row <= table.last and any(table.sheet.value(row, column) is not None for column in width(table)):
        row += 1
    return range(table.heading_rows[0], row)


def width(table: Table) -> range:
    return range(min(table.texts), max(table.texts) + 1)


def is_figure(value: object) -> bool:
    """A number, or a text that is nothing but one."""
    if isinstance(value, str):
        return bool(value.strip()) and cells.is_number_text(value)
    return cells.is_number(value) and not isinstance(value, date)


def is_year(value: object, label: str) -> bool:
    """Whether a number is a year, as far as its label leaves it open."""
    words = plain(label)
    return not isinstance(value, str) and value in YEARS and not any(word in words for word in _COUNTED)


def label_of(sheet: Sheet, row: int, column: int) -> str:
    """The nearest text left of a cell, else above it, that is no unit; "" where none is within reach."""
    left = (sheet.value(row, at) for at in range(column - 1, column - 1 - REACH, -1) if at >= 0)
    above = (sheet.value(at, column) for at in range(row - 1, row - 1 - REACH, -1) if at >= 0)
    for text in (*left, *above):
        if isinstance(text, str) and text.strip() and not is_unit(text) and not is_figure(text):
            return one_line(text)
    return ""
