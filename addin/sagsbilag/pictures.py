"""The pictures that are drawn: where each is, and which are the two ends of one that the end of a page parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

SAME = 0.5  # points two sizes may differ, drawn on two pages
WHOLE = 1.05  # what is seen of one picture on all its pages together is no more than this


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: Box) -> Box:
        return Box(max(self.left, other.left), max(self.bottom, other.bottom),
                   min(self.right, other.right), min(self.top, other.top))

    @property
    def size(self) -> tuple[float, float]:
        return max(self.right - self.left, 0.0), max(self.top - self.bottom, 0.0)

    @property
    def area(self) -> float:
        return self.size[0] * self.size[1]


@dataclass
class Outline:
    """What a page draws of a picture: the corners of its lines, and what the first of them is cut to."""

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    cut: Box | None = None

    def add(self, corner: list[float], cut: Box | None) -> None:
        self.cut = self.cut if self.xs else cut
        self.xs.append(corner[0])
        self.ys.append(corner[1])

    def box(self) -> Box:
        return Box(min(self.xs), min(self.ys), max(self.xs), max(self.ys)) if self.xs else Box(0.0, 0.0, 0.0, 0.0)

    def seen(self) -> Box:
        return self.box().within(self.cut) if self.cut else self.box()


class Drawn(NamedTuple):
    """Where something is drawn: on which page, counted from 0, by which mark."""

    page: int
    mcid: int


@dataclass
class Picture:
    """`where` are its marks with their pages, `share` how much of it is seen, `box` the largest of what is."""

    page: int
    size: tuple[float, float]
    share: float
    box: Box
    where: list[Drawn] = field(default_factory=list)

    def takes_in(self, other: Picture) -> bool:
        """Whether the other is the rest of this one, on the next page; then it is a part of it."""
        same = all(abs(one - two) < SAME for one, two in zip(self.size, other.size))
        if not same or other.page != self.page + 1 or self.share + other.share > WHOLE:
            return False
        self.where += other.where
        self.page, self.share = other.page, self.share + other.share
        self.box = max(self.box, other.box, key=lambda box: box.area)
        return True


def picture(page: int, outline: Outline) -> Picture:
    whole, seen = outline.box(), outline.seen()
    return Picture(page, whole.size, seen.area / whole.area if whole.area else 0.0, seen)


def joined(pictures: list[Picture]) -> list[Picture]:
    """Each picture once."""
    found: list[Picture] = []
    for each in pictures:
        if not (found and found[-1].takes_in(each)):
            found.append(each)
    return found
