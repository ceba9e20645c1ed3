"""The shapes of what is told. Every one is text, lists and truth values all the way down, so that any host can send it
on as it is (`as_data`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple, Union

RED, YELLOW, QUIET = "rød", "gul", "stille"  # the grades


class Piece(NamedTuple):
    """A part of a sentence; `place` are the cells it names, as Budget!C5:C9, "" where it names none."""

    text: str
    place: str = ""


Sentence = list[Piece]


@dataclass(frozen=True)
class Line:
    """Something found: what it is, what it says, where it stands, and how it was found."""

    label: str
    value: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Group:
    title: str
    grade: str
    lines: list[Sentence]
    open: bool = True  # whether it is shown at once


@dataclass(frozen=True)
class Check:
    """A check that has found something; `remedy` is how it is mended, `last` the reason for it last year."""

    label: str
    grade: str
    found: list[Sentence]
    remedy: str
    last: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet that is written; a new one, or over what stands there."""

    name: str
    is_new: bool
    what: str = ""


@dataclass(frozen=True)
class Found:
    """What is distributed, among whom and by what; what somebody has said besides; what stands at its standard; and
    what was guessed, skipped or not used."""

    main: list[Line]
    said: list[Line]
    standard: list[Line]
    aside: list[Sentence]


@dataclass(frozen=True)
class Asked:
    """One question: `choices` are values with their texts and a sample of the cells each stands for, none where the
    answer is written. `place` is what it is about; `again` says why the answer before could not be used."""

    setting: str
    text: Sentence
    help: str
    place: str
    choices: list[tuple[str, str, str]]
    again: str = ""


@dataclass(frozen=True)
class Asking:
    questions: list[Asked]
    red: list[Check]
    found: Found | None  # None where the questions must be answered to find anything


@dataclass(frozen=True)
class Before:
    """What will be done, before it is."""

    go: str  # on the button
    does: str  # what it does, in a sentence
    verdict: str
    found: Found | None
    checks: list[Check]
    nothing: str  # of the checks that have found nothing
    groups: list[Group]
    sheets: list[Sheet]
    gone: list[str]


@dataclass(frozen=True)
class Table:
    """Text, as a Dane reads it; the first column is left, the others are numbers. `total` is the last row, `about` what
    a column of it is."""

    head: list[str]
    rows: list[list[str]]
    total: list[str]
    about: str = ""


@dataclass(frozen=True)
class After:
    verdict: str
    red: bool
    figures: list[Line]
    table: Table | None
    checks: list[Check]
    nothing: str
    groups: list[Group]
    sheets: list[Sheet]


@dataclass(frozen=True)
class Refused:
    """Why nothing was done; `place` is the first cell it names."""

    lines: list[Sentence]
    red: list[Check]
    place: str


@dataclass(frozen=True)
class Bar:
    """`value` is what it is long by, `shown` how that is written; `at_cap` is hatched."""

    name: str
    value: float
    shown: str
    at_cap: bool


@dataclass(frozen=True)
class Figure:
    """Bars from the top down on an axis from 0 to `most`, with a line at `mean`; `axis` says what both are, `alt` the
    whole of it for whom cannot see it."""

    title: str
    axis: str
    alt: str
    most: float
    mean: float
    bars: list[Bar]


Shape = Union[Asking, Before, After, Refused, Figure]


def as_data(shape: Shape) -> Mapping[str, object]:
    """Names to lists, texts and truth values, as JSON has them; a piece of a sentence is a list of two."""
    return asdict(shape)
