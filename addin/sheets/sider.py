"""How a sheet of ours lies on A4: the size it is printed in, and where a new page begins."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from addin.workbook import SheetPlan

LETTER, SMALL = 11, 9  # points of the letters on screen
LEAST_PAGE, LEAST_INTERNAL = 9, 7  # points on paper of the page, and of the smallest letters on working papers
SHORT, LONG = 595.0, 842.0  # points of A4
BESIDE, ABOVE = 60.0, 76.0  # of the margins, both sides together
# Points of a unit of a column's width, which is a digit of the usual font, Calibri 11: Excel rounds it to whole pixels,
# LibreOffice does not, so that all columns of a sheet are 6 % wider there.
EXCEL, LIBREOFFICE = 5.25, 5.58
PADDING = 5 / 7  # of what each column has besides, in digits
LINE = 15.0  # points of a row
FULL = 100
HEADINGS, SUM = {"titel", "afsnit", "hoved", "hoved_venstre", "enhed", "gruppe"}, "sum_tekst"  # styles of rows


class Block(NamedTuple):
    """Rows that are not parted by the end of a page; `new` ones begin one."""

    first: int
    last: int
    new: bool = False


def width(plan: SheetPlan, columns: int) -> float:
    """In digits."""
    return sum(plan.widths.get(column, 8.43) + PADDING for column in range(columns))


def scale(plan: SheetPlan, columns: int, digit: float = EXCEL) -> int:
    """The percent it is printed in: as large as goes on the pages beside each other; `digit` is how wide one is in the
    program that prints. Pages begin where they do in Excel, which has the fewest rows on one."""
    across = (LONG if plan.landscape else SHORT) - BESIDE
    return min(FULL, int(FULL * across * plan.pages_wide / (digit * width(plan, columns))))


def spread(plan: SheetPlan, columns: int) -> None:
    """A working paper: on so many pages beside each other that its letters are not too small."""
    while scale(plan, columns, LIBREOFFICE) * SMALL < FULL * LEAST_INTERNAL:
        plan.pages_wide += 1


def widen(plan: SheetPlan, columns: int, least: int) -> None:
    """All columns alike, so far that it is printed in `least` percent: a page has the most rows then. In whole digits,
    which every program keeps as they are; what that leaves, the widest gets."""
    most = ((LONG if plan.landscape else SHORT) - BESIDE) * FULL / (LIBREOFFICE * least) - columns * PADDING
    times = most / (width(plan, columns) - columns * PADDING)
    if times > 1:
        plan.widths.update({at: math.floor(wide * times) for at, wide in plan.widths.items()})
        widest = max(plan.widths, key=lambda at: plan.widths[at])
        plan.widths[widest] += math.floor(most - sum(plan.widths.values()))


def row_by_row(plan: SheetPlan, columns: int) -> list[Block]:
    """A block a row, but headings stay with the row after them, and a sum with the one before."""
    looks: dict[int, set[str]] = {}
    for cell in plan.cells:
        if cell.column < columns:
            looks.setdefault(cell.row, set()).update(cell.style.split())
    found: list[Block] = []
    first = None
    for row, styles in sorted(looks.items()):
        first = row if first is None else first
        if styles & HEADINGS:
            continue
        if SUM in styles and found:
            first = found.pop().first
        found.append(Block(first, row))
        first = None
    return found


def room(plan: SheetPlan, size: int) -> float:
    """The points of rows that a page has room for, printed in so many percent."""
    return ((SHORT if plan.landscape else LONG) - ABOVE) * FULL / size


def rows_of(plan: SheetPlan, block: Block, heading: int, columns: int) -> list[Block]:
    """A table that is more than a page, parted between its rows; any other as it is."""
    if height(plan, block.first, block.last) <= room(plan, scale(plan, columns)):
        return [block]
    return [Block(block.first, heading + 1, block.new),
            *(Block(row, row) for row in range(heading + 2, block.last + 1))]


def lay(plan: SheetPlan, columns: int, blocks: Iterable[Block]) -> None:
    """Sets where new pages begin."""
    plan.breaks = parted(plan, list(blocks), room(plan, scale(plan, columns)))


def fits(plan: SheetPlan, columns: int, last: int, least: int) -> bool:
    """Whether all rows to the last are one page, printed in no less than `least` percent."""
    return height(plan, 0, last) <= room(plan, min(least, scale(plan, columns)))


class Pages(NamedTuple):
    """How many there are from a block on, how much they lack of being half full, and the block after the first."""

    many: int
    lacks: float
    after: int


def parted(plan: SheetPlan, blocks: list[Block], most: float, top: int = 0) -> tuple[int, ...]:
    """The rows that pages of so many points begin with, after the first, which begins with `top`: as few pages as can
    be, none of them less than half full where that can be avoided, and the first ones as full as they can be."""
    repeated = height(plan, plan.repeat_row, plan.repeat_row) if plan.repeat_row is not None else 0.0
    starts, ends = edges(plan, blocks, top)
    best, new = [Pages(0, 0.0, 0)] * (len(blocks) + 1), len(blocks)
    for first in reversed(range(len(blocks))):
        start = starts[first] - (repeated if first else 0.0)
        last = max(min(bisect_right(ends, start + most), new), first + 1)
        best[first] = page(most, best, ((after, ends[after - 1] - start) for after in range(last, first, -1)))
        new = first if blocks[first].new else new
    rows, at = [], best[0].after if blocks else 0
    while at < len(blocks):
        rows.append(blocks[at].first)
        at = best[at].after
    return tuple(rows)


def page(most: float, best: list[Pages], ends: Iterable[tuple[int, float]]) -> Pages:
    """The best of the ends a page may have, given with its points from the last on: each makes the pages after it no
    fewer than the one before, so that the first that lacks nothing is it."""
    found: Pages | None = None
    for after, points in ends:
        pages = Pages(math.ceil(points / most) + best[after].many,
                      max(0.0, most / 2 - points) ** 2 + best[after].lacks, after)
        if found and pages.many > found.many:
            break
        if found is None or pages.lacks < found.lacks:
            found = pages
        if not found.lacks:
            break
    assert found is not None
    return found


def edges(plan: SheetPlan, blocks: list[Block], top: int) -> tuple[list[float], list[float]]:
    """The points from `top` to where each block begins, and to where it ends; the first begins with `top`."""
    starts: list[float] = []
    ends: list[float] = []
    points = 0.0
    for block in blocks:
        gap = height(plan, top, block.first - 1)
        starts.append(points + gap if ends else 0.0)
        points += gap + height(plan, block.first, block.last)
        ends.append(points)
        top = block.last + 1
    return starts, ends


def height(plan: SheetPlan, first: int, last: int) -> float:
    return sum(plan.heights.get(row, LINE) for row in range(first, last + 1))
