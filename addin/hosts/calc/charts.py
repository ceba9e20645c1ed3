"""Draws the charts of our sheets. One that is there is given its new figures, never deleted and drawn anew: LibreOffice
7.4 ends itself over a chart that takes the place of one it keeps for undoing."""

from __future__ import annotations

from collections.abc import Callable

from addin.chart import HATCHED, MEAN, Chart
from addin.foreign import Foreign
from addin.hosts.calc.unotypes import MM100_PER_PIXEL, address, enum, service, struct
from addin.workbook import SheetPlan

HATCH = "Fordel"  # its name in the chart
GRID, BAR, GREY = 0xD9D9D9, 0x1F4E79, 0x7F7F7F
NUMBER_1000INT = 3  # com.sun.star.i18n.NumberFormatIndex
Restore = Callable[[], None]


def draw(document: Foreign, sheet: Foreign, plan: SheetPlan) -> list[Restore]:
    """What must be done to have the charts that were changed as they were; new ones are taken back by Calc itself."""
    there = charts_of(sheet)
    restores = []
    for number, chart in enumerate(plan.charts, 1):
        data = _data(document, chart)
        if there:
            name = there.pop(0)
            restores.append(_restorer(sheet, name))
            sheet.Charts.getByName(name).setRanges(data)
        else:
            name = free_name(sheet, number)
            sheet.Charts.addNewByName(name, _frame(sheet, chart), data, False, True)
        document.UndoManager.lock()  # a chart that goes takes its title with it
        try:
            dress(sheet, chart, name)
        finally:
            document.UndoManager.unlock()
    return restores


def charts_of(sheet: Foreign) -> list[str]:
    """The names of the charts that may be ours, ours first: they have an alternative text, which a saved file loses."""
    names = list(sheet.Charts.ElementNames)
    ours = [name for name in names if shape_of(sheet, name).Description]
    return ours or names[:1]


def free_name(sheet: Foreign, number: int) -> str:
    while sheet.Charts.hasByName(f"Fordel {number}"):
        number += 1
    return f"Fordel {number}"


def shape_of(sheet: Foreign, name: str) -> Foreign:
    page = sheet.DrawPage
    shapes = (page.getByIndex(index) for index in range(page.Count))
    return next(shape for shape in shapes if getattr(shape, "PersistName", None) == name)


def _data(document: Foreign, chart: Chart) -> tuple[Foreign, ...]:
    number = {other.Name: index for index, other in enumerate(document.Sheets)}
    return tuple(address(number[a.sheet], *a[1:]) for a in (chart.categories, *(each.values for each in chart.series)))


def _frame(sheet: Foreign, chart: Chart) -> Foreign:
    corner = sheet.getCellByPosition(chart.column, chart.row).Position
    return struct("awt.Rectangle", X=corner.X, Y=corner.Y, Width=round(chart.width * MM100_PER_PIXEL),
                  Height=round(chart.height * MM100_PER_PIXEL))


def _restorer(sheet: Foreign, name: str) -> Restore:
    """Remembers what a new set of figures changes."""
    chart, shape = sheet.Charts.getByName(name), shape_of(sheet, name)
    inside = chart.EmbeddedObject
    ranges, alt, title = chart.getRanges(), shape.Description, inside.Title.String if inside.HasMainTitle else None
    axis = inside.Diagram.YAxisTitle.String if inside.Diagram.HasYAxisTitle else None

    def restore() -> None:
        chart.setRanges(ranges)
        shape.Description = alt
        _titles(inside, title, axis)

    return restore


def _titles(inside: Foreign, title: str | None, axis: str | None) -> None:
    inside.HasMainTitle = title is not None
    if title is not None:
        inside.Title.String = title
    inside.Diagram.HasYAxisTitle = axis is not None
    if axis is not None:
        inside.Diagram.YAxisTitle.String = axis


def dress(sheet: Foreign, chart: Chart, name: str) -> None:
    inside = sheet.Charts.getByName(name).EmbeddedObject
    inside.HasLegend = False
    diagram = inside.Diagram
    diagram.Vertical = True  # as LibreOffice calls bars that lie down
    _titles(inside, chart.title, chart.axis)
    inside.Title.CharHeight, diagram.YAxisTitle.CharHeight = 12.0, 10.0
    diagram.XAxis.ReverseDirection = True
    diagram.XAxis.CharHeight = diagram.YAxis.CharHeight = 10.0
    diagram.YAxis.Min, diagram.YAxis.Max, diagram.YAxis.GapWidth, diagram.YAxis.Overlap = 0.0, chart.most, 40, 100
    diagram.YAxis.LabelPosition = enum("chart.ChartAxisLabelPosition", "OUTSIDE_END")
    diagram.YMainGrid.LineColor = GRID
    diagram.Wall.FillStyle = enum("drawing.FillStyle", "NONE")
    diagram.YAxis.LinkNumberFormatToSource, diagram.YAxis.NumberFormat = False, whole_numbers(inside)
    drawn = inside.FirstDiagram.CoordinateSystems[0].ChartTypes[0].DataSeries
    for each, series in zip(drawn, chart.series):
        _look(inside, each, series.look)
    shape_of(sheet, name).Description = chart.alt


def _look(inside: Foreign, series: Foreign, look: str) -> None:
    """Filled or hatched bars with their numbers; the mean as a line through bars nobody sees."""
    series.Color = BAR
    if look == MEAN:
        series.FillStyle = enum("drawing.FillStyle", "NONE")
        if not series.getRegressionCurves():
            series.addRegressionCurve(service("com.sun.star.chart2.LinearRegressionCurve"))
        line = series.getRegressionCurves()[0]
        line.LineColor, line.LineWidth = GREY, 53
        line.ExtrapolateForward = line.ExtrapolateBackward = 0.5
        return
    if look == HATCHED:
        hatches = inside.createInstance("com.sun.star.drawing.HatchTable")
        if not hatches.hasByName(HATCH):
            hatches.insertByName(HATCH, struct("drawing.Hatch", Style=enum("drawing.HatchStyle", "SINGLE"), Color=BAR,
                                               Distance=100, Angle=450))
        series.FillStyle, series.HatchName = enum("drawing.FillStyle", "HATCH"), HATCH
    label = series.Label
    label.ShowNumber = True
    series.Label, series.CharHeight = label, 10.0
    series.LinkNumberFormatToSource, series.NumberFormat = False, whole_numbers(inside)


def whole_numbers(inside: Foreign) -> int:
    """The number format of the axis: kr. without øre, as the user's language has it."""
    return int(inside.NumberFormats.getFormatIndex(NUMBER_1000INT, struct("lang.Locale")))
