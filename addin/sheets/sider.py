"""How a sheet of ours lies on A4: the size it is printed in, and where a new page begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from addin.workbook import SheetPlan

LETTER = 11  # points of the letters on screen
LEAST_INTERNAL = 7  # points on paper of working papers; the page and its appendix have so few columns that it is over 9
SHORT, LONG = 595.0, 842.0  # points of A4
BESIDE, ABOVE = 60.0, 92.0  # of the margins and the footer, both sides together
UNIT, PADDING = 5.25, 3.75  # points of a unit of a column's width, and of what each column has besides
LINE = 15.0  # points of a row
FULL = 100


class Block(NamedTuple):
    """Rows that are not parted by the end of a page; `new` ones begin one."""

    first: int
    last: int
    new: bool = False


def width(plan: SheetPlan, columns: int) -> float:
    return sum(plan.widths.get(column, 8.43) * UNIT + PADDING for column in range(columns))


def scale(plan: SheetPlan, columns: int) -> int:
    """The percent it is printed in: as large as goes on the pages beside each other."""
    across = (LONG if plan.landscape else SHORT) - BESIDE
    return min(FULL, int(FULL * across * plan.pages_wide / width(plan, columns)))


def spread(plan: SheetPlan, columns: int) -> None:
    """A working paper: on so many pages beside each other that its letters are not too small."""
    while scale(plan, columns) * LETTER < FULL * LEAST_INTERNAL:
        plan.pages_wide += 1


def lay(plan: SheetPlan, columns: int, blocks: Iterable[Block]) -> None:
    """Sets where new pages begin."""
    plan.breaks = breaks(plan, list(blocks), scale(plan, columns))


def fits(plan: SheetPlan, columns: int, last: int, least: int) -> bool:
    """Whether all rows to the last are one page, printed in no less than `least` percent."""
    room = ((SHORT if plan.landscape else LONG) - ABOVE) * FULL
    return height(plan, 0, last) * min(least, scale(plan, columns)) <= room


def breaks(plan: SheetPlan, blocks: list[Block], size: int) -> tuple[int, ...]:
    """The rows a page begins with, the first page not counted."""
    room = ((SHORT if plan.landscape else LONG) - ABOVE) * FULL / size
    repeated = height(plan, plan.repeat_row, plan.repeat_row) if plan.repeat_row is not None else 0.0
    used, found, after = 0.0, [], 0
    for block in blocks:
        gap, tall = height(plan, after, block.first - 1), height(plan, block.first, block.last)
        if used and (block.new or used + gap + tall > room):
            found.append(block.first)
            used, gap = repeated, 0.0
        used, after = used + gap + tall, block.last + 1
        while used > room:  # one that is taller than a page
            used -= room - repeated
    return tuple(found)


def height(plan: SheetPlan, first: int, last: int) -> float:
    return sum(plan.heights.get(row, LINE) for row in range(first, last + 1))
