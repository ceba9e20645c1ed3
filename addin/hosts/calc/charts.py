"""Draws the charts of our sheets. One that is there is given its new figures and words, not deleted and drawn anew:
LibreOffice 7.4 ends itself over a chart that takes the place of one it keeps for undoing.

Nothing that is set in a chart is kept by Calc for undoing (`unkept`): `draw` returns what sets again what was. They are
looked up when that is done: one that was taken back and came again is another object, and LibreOffice 7.4 ends itself
over the one that was.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from addin.chart import HATCHED, MEAN, SAID_FIRST, Chart
from addin.foreign import Foreign
from addin.hosts.calc.marks import our_sheets
from addin.hosts.calc.undo import unkept
from addin.hosts.calc.unotypes import MM100_PER_PIXEL, address, enum, service, struct
from addin.workbook import SheetPlan

HATCH = "Fordel"  # its name in the chart
GRID, BAR, GREY = 0xD9D9D9, 0x1F4E79, 0x7F7F7F
LETTERS, AXIS, TITLE = 11.0, 10.0, 12.0  # points, the first as in the cells
THICK, HALF = 53, 0.5  # 1/100 mm of the line at the mean, and of a bar: it goes past the first and the last
NUMBER_1000INT = 3  # com.sun.star.i18n.NumberFormatIndex
Restore = Callable[[], None]


def draw(document: Foreign, sheet: Foreign, plan: SheetPlan) -> list[Restore]:
    """What must be done to have the charts that were changed as they were; new ones are taken back by Calc itself."""
    for name in known(sheet)[len(plan.charts):]:
        sheet.Charts.removeByName(name)
    there = charts_of(sheet)[:len(plan.charts)]
    restores = [_restorer(document, sheet, plan.key, there)] if there else []
    for number, chart in enumerate(plan.charts, 1):
        if there:
            unkept(document, partial(fit, document, sheet, chart, there.pop(0)))
            continue
        name = free_name(document, number)
        sheet.Charts.addNewByName(name, _frame(sheet, chart), _data(document, chart), False, True)
        unkept(document, partial(dress, document, sheet, chart, name))
    return restores


def draw_again(document: Foreign, sheet: Foreign, plan: SheetPlan) -> None:
    """All that `draw` sets in them, when a run that was taken back comes again."""
    for name, chart in zip(charts_of(sheet), plan.charts):
        fit(document, sheet, chart, name)


def charts_of(sheet: Foreign) -> list[str]:
    """The names of the charts that may be ours: a saved file loses what they are known by."""
    return known(sheet) or list(sheet.Charts.ElementNames[:1])


def known(sheet: Foreign) -> list[str]:
    return [name for name in sheet.Charts.ElementNames if shape_of(sheet, name).Description.startswith(SAID_FIRST)]


def free_name(document: Foreign, number: int) -> str:
    """One that no chart of the document has: LibreOffice keeps them all in one place."""
    while any(sheet.Charts.hasByName(f"Fordel {number}") for sheet in document.Sheets):
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


# ------------------------------------------------------------------------------------- what a run changes


def fit(document: Foreign, sheet: Foreign, chart: Chart, name: str) -> None:
    """Its figures, its place, which the rows above it and its bars decide, and its words."""
    frame = _frame(sheet, chart)
    sheet.Charts.getByName(name).setRanges(_data(document, chart))
    values = (struct("awt.Point", X=frame.X, Y=frame.Y), struct("awt.Size", Width=frame.Width, Height=frame.Height),
              chart.alt, True, chart.title, True, chart.axis, chart.most)
    for (holder, what), value in zip(_held(sheet, name), values):
        setattr(holder, what, value)


def _held(sheet: Foreign, name: str) -> list[tuple[Foreign, str]]:
    """All that `fit` sets of a chart but its figures, each by what holds it."""
    shape, inside = shape_of(sheet, name), sheet.Charts.getByName(name).EmbeddedObject
    diagram = inside.Diagram
    return [(shape, "Position"), (shape, "Size"), (shape, "Description"), (inside, "HasMainTitle"),
            (inside.Title, "String"), (diagram, "HasYAxisTitle"), (diagram.YAxisTitle, "String"),
            (diagram.YAxis, "Max")]


def _restorer(document: Foreign, sheet: Foreign, key: str, there: list[str]) -> Restore:
    """Remembers what `fit` changes."""
    remembered = [(sheet.Charts.getByName(name).getRanges(),
                   [getattr(holder, what) for holder, what in _held(sheet, name)]) for name in there]

    def restore() -> None:
        now = document.Sheets.getByName(our_sheets(document)[key])
        for name, (ranges, values) in zip(charts_of(now), remembered):
            now.Charts.getByName(name).setRanges(ranges)
            for (holder, what), value in zip(_held(now, name), values):
                setattr(holder, what, value)

    return restore


# ------------------------------------------------------------------------------------- how a new one looks


def dress(document: Foreign, sheet: Foreign, chart: Chart, name: str) -> None:
    """All of a new chart."""
    fit(document, sheet, chart, name)
    inside = sheet.Charts.getByName(name).EmbeddedObject
    diagram = inside.Diagram
    inside.HasLegend = False
    diagram.Vertical = True  # as LibreOffice calls bars that lie down
    inside.Title.CharHeight, diagram.YAxisTitle.CharHeight = TITLE, AXIS
    diagram.XAxis.ReverseDirection = True
    diagram.XAxis.CharHeight = diagram.YAxis.CharHeight = LETTERS
    diagram.XAxis.TextCanOverlap = True  # every name, also where they are close
    diagram.YAxis.Min, diagram.YAxis.GapWidth, diagram.YAxis.Overlap = 0.0, 40, 100
    diagram.YAxis.LabelPosition = enum("chart.ChartAxisLabelPosition", "OUTSIDE_END")
    diagram.YMainGrid.LineColor = GRID
    diagram.Wall.FillStyle = enum("drawing.FillStyle", "NONE")
    diagram.YAxis.LinkNumberFormatToSource, diagram.YAxis.NumberFormat = False, whole_numbers(inside)
    drawn = inside.FirstDiagram.CoordinateSystems[0].ChartTypes[0].DataSeries
    for each, series in zip(drawn, chart.series):
        _look(inside, each, series.look)


def _look(inside: Foreign, series: Foreign, look: str) -> None:
    """Filled or hatched bars with their numbers; the mean as a line through the ends of bars nobody sees."""
    series.Color = BAR
    if look == MEAN:
        series.FillStyle = enum("drawing.FillStyle", "NONE")
        series.addRegressionCurve(service("com.sun.star.chart2.LinearRegressionCurve"))
        line = series.getRegressionCurves()[0]
        line.LineColor, line.LineWidth = GREY, THICK
        line.ExtrapolateForward = line.ExtrapolateBackward = HALF
        return
    if look == HATCHED:
        hatches = inside.createInstance("com.sun.star.drawing.HatchTable")
        if not hatches.hasByName(HATCH):
            hatches.insertByName(HATCH, struct("drawing.Hatch", Style=enum("drawing.HatchStyle", "SINGLE"), Color=BAR,
                                               Distance=100, Angle=450))
        series.FillStyle, series.HatchName = enum("drawing.FillStyle", "HATCH"), HATCH
    label = series.Label
    label.ShowNumber = True
    series.Label, series.CharHeight = label, LETTERS
    series.LinkNumberFormatToSource, series.NumberFormat = False, whole_numbers(inside)


def whole_numbers(inside: Foreign) -> int:
    """The number format of the axis: kr. without øre, as the user's language has it."""
    return int(inside.NumberFormats.getFormatIndex(NUMBER_1000INT, struct("lang.Locale")))
