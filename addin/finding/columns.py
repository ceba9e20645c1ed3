"""Decides which column of a table answers which setting, and which column holds the names."""

from __future__ import annotations

from collections.abc import Sequence

from addin.finding.rivals import is_counted_otherwise, is_weighted
from addin.finding.table import CHILDREN, FIGURES, Table
from addin.finding.words import plain
from workbook_templates.overskrifter import KOLONNER


def settle_columns(table: Table, found: dict[str, list[int]]) -> bool:
    """Which column answers which setting; False where no column can hold the names."""
    names = found.pop("navn", [])
    if not names:
        return guess_names(table, found)
    table.columns["navn"] = name_column(table, names)
    for key, candidates in found.items():
        free = [column for column in candidates if column not in table.columns.values()]
        if len(free) == 1:
            table.columns[key] = free[0]
        elif free:
            table.unclear[key] = free
    for column in names:
        if column not in table.columns.values():
            if "gruppe" not in table.columns and repeats(table.below(column)):
                table.columns["gruppe"] = column
            else:
                table.unknown.setdefault(column, table.texts[column])
    if {"boern_0_2", "boern_3_5"} <= {*table.columns, *table.unclear}:
        only = table.columns.pop("boern", None)
        both = table.unclear.pop("boern", []) + ([] if only is None else [only])
        table.counted = [column for column in both if is_weighted(table.texts[column])
                         or is_counted_otherwise(table.texts[column])]
    return True


def name_column(table: Table, columns: list[int]) -> int:
    """Of several columns that could hold the names, the one whose heading comes first in the list of patterns, or the
    one where no name is repeated."""
    order = KOLONNER["navn"]

    def rank(column: int) -> tuple[bool, int]:
        heading = plain(table.texts[column])
        return repeats(table.below(column)), order.index(heading) if heading in order else len(order)

    return min(columns, key=rank)


def repeats(values: Sequence[object]) -> bool:
    filled = [value for value in values if value is not None]
    return len(set(filled)) < len(filled)


def guess_names(table: Table, found: dict[str, list[int]]) -> bool:
    """Where no heading is known for the names: the only column of texts that all differ, left of the figures."""
    figures = [columns[0] for key, columns in found.items() if key in FIGURES]
    if len(figures) < 2 or not set(found) & {*CHILDREN}:
        return False
    left = range(min(table.texts) - 1 if min(table.texts) else 0, min(figures))
    candidates = [column for column in left if differing_texts(table.below(column))]
    if len(candidates) != 1:
        return False
    table.columns["navn"] = candidates[0]
    table.texts.setdefault(candidates[0], "")
    table.guessed_name = True
    table.unknown.pop(candidates[0], None)
    for key, columns in found.items():
        if len(columns) == 1:
            table.columns[key] = columns[0]
        else:
            table.unclear[key] = columns
    return True


def differing_texts(values: Sequence[object]) -> bool:
    texts = [value for value in values if isinstance(value, str) and value.strip()]
    return len(texts) >= 3 and len(set(texts)) == len(texts)
