"""The picture of a result as numbers and texts, for a screen that draws its own: from the same Chart, and the cells it
points at."""

from __future__ import annotations

from collections.abc import Mapping

from addin.chart import HATCHED, MEAN, Chart
from addin.told.shapes import Bar, Figure
from addin.workbook import Area, Plan
from udfs.errors import tal

Cells = Mapping[str, Mapping[tuple[int, int], object]]  # of each sheet, by row and column


def figures(plan: Plan) -> list[Figure]:
    """Every picture of a plan, in their order."""
    cells = {sheet.name: {(cell.row, cell.column): cell.value for cell in sheet.cells} for sheet in plan.sheets}
    return [_figure(chart, cells) for sheet in plan.sheets for chart in sheet.charts]


def _figure(chart: Chart, cells: Cells) -> Figure:
    bars, mean = [], 0.0
    names = [str(name) for name in _column(chart.categories, cells)]
    values: list[tuple[float, bool]] = [(0.0, False)] * len(names)
    for series in chart.series:
        found = [float(str(value)) if value is not None else None for value in _column(series.values, cells)]
        if series.look == MEAN:
            mean = next((value for value in found if value is not None), 0.0)
            continue
        values = [before if value is None else (value, series.look == HATCHED)
                  for before, value in zip(values, found)]
    bars = [Bar(name, value, tal(round(value)), at_cap) for name, (value, at_cap) in zip(names, values)]
    return Figure(chart.title, chart.axis, chart.alt, chart.most, mean, bars)


def _column(area: Area, cells: Cells) -> list[object]:
    """The values of a column of cells; None where one is blank."""
    sheet = cells[area.sheet]
    return [sheet.get((row, area.column)) for row in range(area.row, area.last_row + 1)]
