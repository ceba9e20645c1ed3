"""Where on a sheet of ours things stand, as every host that writes it asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from addin.workbook import Cell, SheetPlan


class Rectangle(NamedTuple):
    """Rows and columns from 0, the last of each included."""

    row: int
    column: int
    last_row: int
    last_column: int


def last_row(plan: SheetPlan) -> int:
    """The last row with a cell or a long column on it; 0 for an empty sheet."""
    return max([cell.row for cell in plan.cells] + [block.row + len(block.values) - 1 for block in plan.blocks],
               default=0)


def rectangles(cells: Iterable[Cell]) -> dict[str, list[Rectangle]]:
    """Where each style is, in few rectangles, the styles in the order they were first put; of cells in the same place
    the last one counts."""
    looks = {(cell.row, cell.column): cell.style for cell in cells}
    places: dict[str, list[tuple[int, int]]] = {}
    for place, style in looks.items():
        places.setdefault(style, []).append(place)
    return {style: _under_each_other(_beside_each_other(sorted(found))) for style, found in places.items()}


def _beside_each_other(places: Iterable[tuple[int, int]]) -> list[Rectangle]:
    """Places, row by row, as runs along each row."""
    runs: list[Rectangle] = []
    for row, column in places:
        if runs and runs[-1].row == row and runs[-1].last_column == column - 1:
            runs[-1] = runs[-1]._replace(last_column=column)
        else:
            runs.append(Rectangle(row, column, row, column))
    return runs


def _under_each_other(runs: Iterable[Rectangle]) -> list[Rectangle]:
    """Equal runs under each other as one."""
    done: list[Rectangle] = []
    open_runs: dict[tuple[int, int], Rectangle] = {}
    for run in runs:
        span = run.column, run.last_column
        above = open_runs.get(span)
        if above and above.last_row == run.row - 1:
            open_runs[span] = above._replace(last_row=run.row)
        else:
            if above:
                done.append(above)
            open_runs[span] = run
    return sorted([*done, *open_runs.values()])
