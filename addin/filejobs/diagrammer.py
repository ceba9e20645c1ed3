"""A user's charts in the copy: only of cells that are in it, whose numbers are those the chart has; drawn anew.

Of a chart its kind, its cells and its place are read. No text of its own comes along: a title or the name of a series
is there where it is a cell of the copy.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook

from addin.filejobs.formler import Cells
from addin.filejobs.udeladt import LeftOut
from addin.hosts.files.markup import Element, elements, is_index, local, named
from addin.hosts.files.package import Package
from addin.workbook import Area, Held, Refusal, Snapshot, area

KINDS = {"barChart": "bar", "lineChart": "line", "pieChart": "pie", "areaChart": "area", "doughnutChart": "doughnut"}
GROUPED = {"stacked": "stacked", "percentStacked": "percent_stacked"}
ALT = "Diagram over tallene i {}"  # what a screen reader says
UNKNOWN, OUTSIDE = "er af en slags, der ikke tegnes igen", "bruger celler, der ikke er i kopien"
OTHER = "viser andre tal, end cellerne har nu"
NORMAL_WIDE, PIXELS_TALL = 64, 20  # pixels of a column and of a row nobody has set
LEAST, MOST = 120, 2_000  # of a chart


class Series(NamedTuple):
    name: Area | None
    categories: Area | None
    values: Area


class Drawn(NamedTuple):
    """A chart: XlsxWriter's name of its kind, what it shows, where it begins and how large it is in pixels."""

    kind: str
    subtype: str
    series: list[Series]
    title: Area | None
    row: int
    column: int
    width: int
    height: int


class Charts(NamedTuple):
    drawn: list[Drawn]
    left_out: list[LeftOut]


class Why(Exception):  # noqa: N818 - why a chart is left out
    """The rule."""


def charts(package: Package, taken: Snapshot, part: str, sheet: str, there: Mapping[str, Cells]) -> Charts:
    """Those of a sheet that go, and the rules the others stay by; `there` are the sheets of the copy."""
    found = Charts([], [])
    for number, (anchor, chart) in enumerate(anchored(package, part), 1):
        try:
            root = package.xml(chart)
            found.drawn.append(one(root, anchor, taken, there))
        except (Why, Refusal) as why:
            rule = str(why) if isinstance(why, Why) else UNKNOWN
            found.left_out.append(LeftOut("Diagram", sheet, "", f"nr. {number}", rule))
    return found


def anchored(package: Package, part: str) -> Iterator[tuple[Element, str]]:
    """Each chart with what says where it stands."""
    drawing = package.related(part, "drawing")
    if drawing is None:
        return
    targets = {relation.id: relation.target for relation in package.relations(drawing) if relation.kind == "chart"}
    for anchor in elements(package.xml(drawing)):
        for chart in named(anchor, "chart"):
            target = next((targets[value] for key, value in chart.attrib.items() if key.endswith("}id")
                           and value in targets), None)
            if target:
                yield anchor, target


def one(root: Element, anchor: Element, taken: Snapshot, there: Mapping[str, Cells]) -> Drawn:
    plots = [plot for plot in elements(root.find("{*}chart/{*}plotArea")) if local(plot).endswith("Chart")]
    if len(plots) != 1 or local(plots[0]) not in KINDS:
        raise Why(UNKNOWN)
    kind = KINDS[local(plots[0])]
    if kind == "bar" and said(plots[0], "barDir") != "bar":
        kind = "column"
    series = [of_series(each, taken, there) for each in plots[0].iterfind("{*}ser")]
    if not series:
        raise Why(UNKNOWN)
    title = root.find("{*}chart/{*}title/{*}tx/{*}strRef")
    row, column, last_row, last_column = place(anchor)
    return Drawn(kind, GROUPED.get(said(plots[0], "grouping"), ""), series,
                 cells(title, taken, there) if title is not None else None, row, column,
                 size((last_column - column) * NORMAL_WIDE), size((last_row - row) * PIXELS_TALL))


def of_series(element: Element, taken: Snapshot, there: Mapping[str, Cells]) -> Series:
    name, categories = element.find("{*}tx/{*}strRef"), next(iter(elements(element.find("{*}cat"))), None)
    values = element.find("{*}val/{*}numRef")
    if values is None:
        raise Why(OUTSIDE)
    return Series(cells(name, taken, there) if name is not None else None,
                  cells(categories, taken, there) if categories is not None else None, cells(values, taken, there))


def cells(reference: Element, taken: Snapshot, there: Mapping[str, Cells]) -> Area:
    """The cells a chart refers to, when they are all in the copy and have what the chart has."""
    text = reference.findtext("{*}f") or ""
    found = area(text)
    copied = there.get(found.sheet.casefold()) if found else None
    if found is None or copied is None:
        raise Why(OUTSIDE)
    rows, columns = range(found.row, found.last_row + 1), range(found.column, found.last_column + 1)
    if not set(columns) <= set(copied.columns) or set(rows) & set(copied.without_rows):
        raise Why(OUTSIDE)
    sheet = taken.sheet(found.sheet)
    assert sheet is not None  # it is in the copy
    values = [sheet.value(row, column) for row in rows for column in columns]
    kept = {point.get("idx", ""): point.findtext("{*}v") or "" for cache in elements(reference)
            for point in cache.iterfind("{*}pt")}
    if not all(same(values, index, text) for index, text in kept.items()):
        raise Why(OTHER)
    return found


def same(values: Sequence[Held], index: str, text: str) -> bool:
    if not is_index(index) or int(index) >= len(values):
        return False
    value = values[int(index)]
    if isinstance(value, (int, float)):
        try:
            return math.isclose(value, float(text), rel_tol=1e-9, abs_tol=1e-9)
        except ValueError:
            return False
    return isinstance(value, str) and " ".join(value.split()) == " ".join(text.split())


def place(anchor: Element) -> tuple[int, int, int, int]:
    """Row and column it begins and ends at."""
    found = []
    for corner in ("from", "to"):
        for name in ("row", "col"):
            text = anchor.findtext(f"{{*}}{corner}/{{*}}{name}") or ""
            if not is_index(text):
                raise Why(UNKNOWN)
            found.append(int(text))
    return found[0], found[1], found[2], found[3]


def said(element: Element, name: str) -> str:
    child = element.find(f"{{*}}{name}")
    return "" if child is None else child.get("val", "")


def size(pixels: int) -> int:
    return min(max(pixels, LEAST), MOST)


def draw(book: Workbook, drawn: Mapping[str, Sequence[Drawn]]) -> None:
    """Puts them on sheets that have been written, by their names: XlsxWriter takes their numbers from the cells."""
    for name, each in ((name, each) for name, found in drawn.items() for each in found):
        chart = book.add_chart({"type": each.kind, "subtype": each.subtype} if each.subtype else {"type": each.kind})
        for series in each.series:
            known = {"name": series.name, "categories": series.categories, "values": series.values}
            chart.add_series({key: f"={found.formula()}" for key, found in known.items() if found})
        chart.set_title({"name": f"={each.title.formula()}"} if each.title else {"none": True})
        chart.set_size({"width": each.width, "height": each.height})
        book.get_worksheet_by_name(name).insert_chart(
            each.row, each.column, chart, {"description": ALT.format(each.series[0].values.formula())})
