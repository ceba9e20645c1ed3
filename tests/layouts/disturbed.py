"""Layouts with something more beside the pool, drawn by the dice: a part of it, another pool, a remark."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from addin.workbook import Area, area
from tests.layouts import oracle
from tests.layouts.build import Grid, place, place_table
from tests.layouts.judge import (
    AFTER,
    ASKED,
    FILE,
    REFUSED,
    WRONG,
    Outcome,
    Prepared,
    answered,
    has_answer,
    prepare,
    take,
    weighed,
)
from tests.layouts.model import ANY, REFUSE, At, Layout, Note, Sheet, Table

PARTS = ("heraf central pulje", "Heraf til vuggestuer", "heraf reserveret", "Central pulje", "Heraf øremærket sprog",
         "Centralt afsat")
POOLS = ("Pulje 2", "Pulje til sprogindsats", "Anden pulje", "Pulje B", "Ekstra pulje 2027")
REMARKS = ("NB: foreløbige tal", "Bemærkning: afventer udvalget 4/6", "Kilde: KMD Institution",
           "Pulje og nøgle er uændret", "Se notat af 12. september")
FORSTYRRET = "forstyrret"  # the variant


class Disturbed(NamedTuple):
    """A layout with more in it: what may be taken off the pool, and the numbers that must not be passed by."""

    layout: Layout
    part: Fraction
    labels: tuple[str, ...]


def disturb(layout: Layout, seed: int) -> Disturbed | None:
    """One, two or all of the three added near the pool; None where the pool stands in no cell of the layout."""
    draw, where = random.Random(seed), area(layout.pool_at)
    sheet = next((sheet for sheet in layout.sheets if where and sheet.name == where.sheet), None)
    if where is None or sheet is None or layout.file is not None:
        return None
    shown = value_of(sheet, where)
    if not isinstance(shown, (int, float)) or shown <= 0:
        return None
    unit = layout.rules.pool / Fraction(str(shown))
    chosen = draw.sample(("part", "pool", "remark"), draw.randint(1, 3))
    lines: list[tuple[Any, ...]] = []
    part, labels = Fraction(0), []
    if "part" in chosen:
        labels.append(draw.choice(PARTS))
        share = round(shown * draw.choice((0.04, 0.1)), 3 if unit > 1_000 else 0)
        part = Fraction(str(share)) * unit
        lines.append((labels[-1], share))
    if "pool" in chosen:
        labels.append(draw.choice(POOLS))
        lines.append((labels[-1], round(shown * draw.choice((0.2, 0.5)), 3 if unit > 1_000 else 0)))
    if "remark" in chosen:
        lines.append((draw.choice(REMARKS),))
    draw.shuffle(lines)
    parts = [*sheet.parts, *placed(sheet, where, lines, draw)]
    sheets = tuple(sheet._replace(parts=parts) if one is sheet else one for one in layout.sheets)
    return Disturbed(layout.but(sheets=sheets), part, tuple(labels))


def placed(sheet: Sheet, pool: Area, lines: Sequence[tuple[Any, ...]], draw: random.Random) -> list[At]:
    """The lines just below the pool, right of all, or under all: where there is room."""
    taken = set(filled(sheet))
    bottom, right = max(row for row, _ in taken), max(column for _, column in taken)
    label = min(column for row, column in taken if row == pool.row)
    starts = [(pool.row + 1, label), (pool.row, right + 2), (bottom + 2, label)]
    draw.shuffle(starts)
    for row, column in starts:
        cells = {(row + down, column + across) for down in range(len(lines)) for across in (0, 1)}
        if not cells & taken:
            return [At(xl_rowcol_to_cell(row + down, column + across), value) for down, line in enumerate(lines)
                    for across, value in enumerate(line)]
    return []


def filled(sheet: Sheet) -> dict[tuple[int, int], Any]:
    grid = Grid()
    for part in sheet.parts:
        if isinstance(part, Table):
            place_table(grid, part)
        elif not isinstance(part, Note):
            place(grid, part)
    return {cell: grid.value(*cell) for cell in grid.cells}


def value_of(sheet: Sheet, where: Area) -> Any:
    return filled(sheet).get((where.row, where.column))


def judge(prepared: Prepared, disturbed: Disturbed, taken: Any, variant: str) -> Outcome:
    """Right is a question or a refusal; the amounts as they were, with all that was added named; or the part taken off
    the top, and told."""
    layout = disturbed.layout
    if layout.expect == REFUSE or not has_answer(layout):
        return Outcome(layout.name, variant, REFUSED, ANY)
    others = tuple(label for label in disturbed.labels if label not in PARTS)
    truths = [(prepared.amounts, disturbed.labels)]
    if disturbed.part:
        less = replace(layout.rules, central=layout.rules.central + disturbed.part)
        truths.append((oracle.amounts(layout.but(rules=less)), others))
    free = layout.but(expect=ANY, untold=())
    came = answered(prepared._replace(layout=free), taken)
    kinds = [weighed(prepared._replace(layout=free.but(told=told), amounts=truth), came, FILE)
             for truth, told in truths]
    right = [found for found in kinds if found[0] != WRONG]
    kind, text = right[0] if right else kinds[0]
    if text.startswith(AFTER):  # it was asked; what the owner would answer now, the truth does not say
        kind = ASKED
    return Outcome(f"{layout.name} + {' + '.join(disturbed.labels) or 'bemærkning'}", variant, kind, ANY, text)


def run(layouts: Sequence[Layout], folder: Path, seed: int) -> list[Outcome]:
    """Every layout that can be disturbed, once."""
    outcomes = []
    for number, layout in enumerate(layouts):
        disturbed = disturb(layout, 10_000 * seed + number)
        if disturbed is not None:
            (prepared,) = prepare([disturbed.layout], folder)
            outcomes.append(judge(prepared, disturbed, take(prepared.path), FORSTYRRET))
    return outcomes
