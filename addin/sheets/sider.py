"""How a sheet of ours lies on A4: the size it is printed in, and where a new page begins."""

from __future__ import annotations

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
FEW = 8 * LINE  # points of rows that are too few to be a page of their own
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
    plan.breaks = breaks(plan, list(blocks), scale(plan, columns))


def fits(plan: SheetPlan, columns: int, last: int, least: int) -> bool:
    """Whether all rows to the last are one page, printed in no less than `least` percent."""
    return height(plan, 0, last) <= room(plan, min(least, scale(plan, columns)))


def breaks(plan: SheetPlan, blocks: list[Block], size: int) -> tuple[int, ...]:
    """The rows a page begins with, the first page not counted."""
    most = room(plan, size)
    repeated = height(plan, plan.repeat_row, plan.repeat_row) if plan.repeat_row is not None else 0.0
    used, found, after = 0.0, [0], 0
    for number, block in enumerate(blocks):
        gap, tall = height(plan, after, block.first - 1), height(plan, block.first, block.last)
        if used and (block.new or used + gap + tall > most):
            found.append(number)
            used, gap = repeated, 0.0
        used, after = used + gap + tall, block.last + 1
        while used > most:  # one that is taller than a page
            used -= most - repeated
    return tuple(blocks[number].first for number in evened(plan, blocks, found, most - repeated)[1:])


def evened(plan: SheetPlan, blocks: list[Block], found: list[int], most: float) -> list[int]:
    """The numbers of the blocks that begin a page, so that a page of a few rows gets some of the page before."""
    found = [*found]
    for page in range(len(found) - 1, 0, -1):
        last = blocks[found[page + 1] - 1 if page + 1 < len(found) else -1].last
        while height(plan, blocks[found[page]].first, last) < FEW and not blocks[found[page]].new:
            before = found[page] - 1
            if before == found[page - 1] or height(plan, blocks[before].first, last) > most:
                break
            found[page] = before
    return found


def height(plan: SheetPlan, first: int, last: int) -> float:
    return sum(plan.heights.get(row, LINE) for row in range(first, last + 1))
