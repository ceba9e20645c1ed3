"""A picture on a sheet of ours: horizontal bars, as data. A host draws it with what its program has."""

from __future__ import annotations

from typing import NamedTuple

from addin.addresses import Area

BARS, HATCHED, MEAN = "søjler", "skraveret", "streg"  # how a series looks; the mean is a line through all bars


class Series(NamedTuple):
    """Its cells beside those of the categories; blank where a category has another look."""

    name: str
    values: Area
    look: str = BARS


ABOVE, BELOW = 38, 46  # pixels of the title, and of the axis with what it says
SAID_FIRST = "Vandrette søjler"  # of each picture's alternative text: an open document's pictures are known by it
PIXELS_OF_ROW = 20  # in a file: what stands after a picture is so many rows further down


class Chart(NamedTuple):
    """The first category stands at the top; `most` is the end of the axis, `alt` what a screen reader says."""

    title: str
    categories: Area
    series: tuple[Series, ...]
    unit: str  # what a bar is long by
    axis: str
    most: float
    row: int
    column: int
    width: int  # pixels
    height: int
    alt: str
    digits: str = "#,##0"  # of the axis and the numbers beside the bars; a file alone has others than whole ones
    names: int = 0  # pixels of the categories' names; 0: the program finds how the picture is parted
