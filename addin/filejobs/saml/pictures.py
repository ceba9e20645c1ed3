"""Bars below a table, in as many pictures as pages have room for."""

from __future__ import annotations

import math
from typing import NamedTuple

from addin.chart import PIXELS_OF_ROW, SAID_FIRST, Chart, Series
from addin.sheets.sider import Block
from addin.workbook import SheetPlan
from udfs.errors import tal

BAR, AROUND, LEAST = 20, 100, 240  # pixels of a bar, around the bars, and of a picture at the least
MOST_BARS, WIDTH = 40, 740


class Bars(NamedTuple):
    """What is drawn: the rows of the table, the column of the names, and each series with its column and look; `said`
    are the names and numbers, for whom cannot see them."""

    title: str
    first: int
    last: int
    names: int
    series: tuple[tuple[str, int, str], ...]
    axis: str
    most: float
    said: tuple[tuple[str, float | None], ...]
    digits: str = "#,##0.0"


def put(plan: SheetPlan, blocks: list[Block], row: int, bars: Bars) -> int:
    """Returns the row after the last picture."""
    many = bars.last - bars.first + 1
    each = math.ceil(many / math.ceil(many / MOST_BARS))  # as alike as goes
    for start in range(bars.first, bars.last + 1, each):
        end = min(start + each, bars.last + 1) - 1
        height = max(LEAST, AROUND + BAR * (end - start + 1))
        shown = bars.said[start - bars.first:end - bars.first + 1]
        alt = "; ".join(f"{name} {'intet tal' if number is None else tal(number)}" for name, number in shown)
        series = tuple(Series(name, plan.area(start, column, end), look) for name, column, look in bars.series)
        plan.charts.append(Chart(bars.title + (" (fortsat)" if start > bars.first else ""),
                                 plan.area(start, bars.names, end), series, bars.axis, bars.axis, bars.most, row, 0,
                                 WIDTH, height, f"{SAID_FIRST}. {bars.axis}: {alt}.", bars.digits))
        after = row + math.ceil(height / PIXELS_OF_ROW) + 1
        blocks.append(Block(row, after - 1))
        row = after
    return row


def end_of(value: float) -> float:
    """The end of an axis: a round number with room for the figure after the longest bar.

    >>> end_of(44.3), end_of(4.3)
    (50.0, 5.0)
    """
    power = 10.0 ** math.floor(math.log10(max(value, 1e-3)))
    return next(step * power for step in (1.5, 2, 3, 4, 5, 6, 8, 10, 12) if step * power >= value * 1.12)
