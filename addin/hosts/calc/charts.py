"""Draws the charts of our sheets. One that is there is given its new figures, never deleted and drawn anew: LibreOffice
7.4 ends itself over a chart that takes the place of one it keeps for undoing."""

from __future__ import annotations

from collections.abc import Callable

from addin.chart import HATCHED, MEAN, Chart
from addin.foreign import Foreign
from addin.hosts.calc.marks import our_sheets
from addin.hosts.calc.unotypes import MM100_PER_PIXEL, address, enum, struct
from addin.workbook import SheetPlan

HATCH = "Fordel"  # its name in the chart
GRID, BAR = 0xD9D9D9, 0x1F4E79
LETTERS = 11.0  # as in the cells
NUMBER_1000INT = 3  # com.sun.star.i18n.NumberFormatIndex
Restore = Callable[[], None]


def draw(document: Foreign, sheet: Foreign, plan: SheetPlan) -> list[Restore]:
    """What must be done to have the charts that were changed as they were; new ones are taken back by Calc itself."""
    there = charts_of(sheet)
    restores = [_restorer(document, sheet, plan.key, there)] if there else []
    for number, chart in enumerate(plan.charts, 1):
        data = _data(document, chart)
        if there:
            name = there.pop(0)
            _point(sheet.Charts.getByName(name), data)
            _place(shape_of(sheet, name), _frame(sheet, chart))
        else:
            name = free_name(document, number)
            sheet.Charts.addNewByName(name, _frame(sheet, chart), data, False, True)
        document.UndoManager.lock()  # a chart that goes takes its title with it
        try:
            dress(sheet, chart, name)
        finally:
            document.UndoManager.unlock()
    return restores


def _point(chart: Foreign, data: tuple[Foreign, ...]) -> None:
    """Gives a chart its cells; the same ones are left, for LibreOffice 7.4 ends itself when that is undone."""
    if _box(chart.getRanges()) != _box(data):
        chart.setRanges(data)


def _box(ranges: tuple[Foreign, ...]) -> tuple[int, ...]:
    """The cells that columns beside each other cover together."""
    return (ranges[0].Sheet, min(r.StartRow for r in ranges), min(r.StartColumn for r in ranges),
            max(r.EndRow for r in ranges), max(r.EndColumn for r in ranges)) if ranges else ()


def charts_of(sheet: Foreign) -> list[str]:
    """The names of the charts that may be ours, ours first: they have an alternative text, which a saved file loses."""
    names = list(sheet.Charts.ElementNames)
    ours = [name for name in names if shape_of(sheet, name).Description]
    return ours or names[:1]


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


def _restorer(document: Foreign, sheet: Foreign, key: str, there: list[str]) -> Restore:
    """Remembers what new figures change. The charts are looked up when it is done: one that was taken back and came
    again is another object, and LibreOffice 7.4 ends itself over the one that was."""
    remembered = []
    for name in there:
        shape = shape_of(sheet, name)
        remembered.append((sheet.Charts.getByName(name).getRanges(), shape.Position, shape.Size))

    def restore() -> None:
        now = document.Sheets.getByName(our_sheets(document)[key])
        for name, (ranges, place, size) in zip(charts_of(now), remembered):
            _point(now.Charts.getByName(name), ranges)
            shape = shape_of(now, name)
            shape.Position, shape.Size = place, size

    return restore


def _place(shape: Foreign, frame: Foreign) -> None:
    """Where it stands, and how large it is: the rows above it, and its bars, are others than they were."""
    shape.Position = struct("awt.Point", X=frame.X, Y=frame.Y)
    shape.Size = struct("awt.Size", Width=frame.Width, Height=frame.Height)


def dress(sheet: Foreign, chart: Chart, name: str) -> None:
    """All of a new chart. Of one that is there nothing is set again: LibreOffice 7.4 ends itself when that is undone.
    So its words are those that no run changes."""
    inside = sheet.Charts.getByName(name).EmbeddedObject
    if inside.HasMainTitle and inside.Title.String == chart.unit:
        return
    shape_of(sheet, name).Description = (f"Vandrette søjler, {chart.unit.lower()}. Tallene står på arket "
                                         f"{chart.categories.sheet}.")
    diagram = inside.Diagram
    inside.HasLegend, inside.HasMainTitle = False, True
    diagram.Vertical = True  # as LibreOffice calls bars that lie down
    inside.Title.String, inside.Title.CharHeight = chart.unit, 12.0
    diagram.HasYAxisTitle = False
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
    """Filled or hatched bars with their numbers; the mean is not drawn: LibreOffice 7.4 ends itself over its line."""
    series.Color = BAR
    if look == MEAN:
        series.FillStyle = enum("drawing.FillStyle", "NONE")
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
