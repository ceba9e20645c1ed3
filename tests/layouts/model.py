"""What a layout is: sheets as a description, and the truth beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, Union

# What a careful colleague would do with the layout.
SETTLE, ASK, REFUSE = "afgøres", "spørges", "afvises"
STOP = "standses"  # asked or refused, as it fits
ANY = "frit"  # settled rightly, asked or refused: beyond what is promised, but never wrong

# Fields of a house whose sum means something.
ADDITIVE = ("young", "old", "children", "key", "base", "last", "fixed")


@dataclass(frozen=True)
class House:
    """One institution with everything a workbook may say about it; `written` is its name as the cell has it."""

    name: str
    area: str = ""
    young: int = 0
    old: int = 0
    burden: Fraction = Fraction(0)
    key: int | Fraction = 0
    base: int = 0
    last: int = 0
    number: int = 0
    counts: tuple[Any, ...] = ()
    months: int | None = None
    recipient: str = ""
    replaces: str = ""
    fixed: int | None = None
    effect: str = ""
    reason: str = ""
    least: int | None = None  # its own minimum, kr.
    most: int | None = None  # its own cap, kr. per child
    written: Any = None

    @property
    def label(self) -> Any:
        return self.name if self.written is None else self.written

    @property
    def children(self) -> int:
        return self.young + self.old


class Made(NamedTuple):
    """A formula with the value it had when it was saved; None is never calculated. {r} is its own row."""

    formula: str
    value: Any


class Col(NamedTuple):
    """A column: its heading, and the field of a house (or a function of a house) it shows."""

    head: Any
    field: str | Callable[[House], Any] | None = None
    over: str = ""  # the heading in the row above; neighbours alike are merged
    tall: bool = False  # the heading is merged over both rows
    sums: bool | None = None  # whether sum rows fill it
    fmt: str = ""
    setting: str = ""  # the setting it answers, where the field does not say


class Text(NamedTuple):
    """A row with only a text."""

    text: str
    column: int | None = None  # the column of names


class Sum(NamedTuple):
    """A row of sums: over the houses since the last text or sum ("gruppe"), of all ("alle"), or of sums ("summer")."""

    text: Any
    over: str = "gruppe"
    how: str = "formel"  # formel, skrevet, subtotal, uden værdi
    off: Mapping[int, float] = {}  # column -> what a typed sum is off by
    column: int | None = None  # where the text stands, if not among the names
    more: Mapping[int, Any] = {}  # column -> what else stands in the row, such as an average


class Above(NamedTuple):
    """A row of sums over the houses below it, until the next such row."""

    text: Any
    how: str = "formel"


class Extra(NamedTuple):
    """A row with figures that is no institution, or anything else: field of a house -> value."""

    text: Any
    values: Mapping[str, Any]


class Heads(NamedTuple):
    """The headings once more."""


BLANK = None
Row = Union[House, Text, Sum, Above, Extra, Heads, None]


class At(NamedTuple):
    """A single cell; `to` merges it with the cells up to there."""

    cell: str
    value: Any
    fmt: str = ""
    to: str = ""


class Note(NamedTuple):
    """A comment on a cell."""

    cell: str
    text: str


class Rows(NamedTuple):
    """Plain rows from a cell on; None is an empty cell."""

    cell: str
    rows: Sequence[Sequence[Any]]


class Table(NamedTuple):
    """A table of institutions; `true` marks the one the truth is about."""

    cell: str
    columns: Sequence[Col]
    rows: Sequence[Row]
    true: bool = True


class Sheet(NamedTuple):
    name: str
    parts: Sequence[At | Note | Rows | Table]
    hidden: bool = False
    hidden_rows: Sequence[int] = ()  # as users count, from 1
    hidden_columns: Sequence[str] = ()
    listed: str = ""  # the cells that are a table of Excel's own


@dataclass
class Placed:
    """Where the truth lies: the rows of the institutions, and the columns by setting. Rows are counted from 0."""

    sheet: str = ""
    rows: tuple[int, ...] = ()
    heading: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)  # what the pool and the amounts stand in


@dataclass(frozen=True)
class Rules:
    """How the true amounts are made. Money is in kr."""

    pool: Fraction
    key: str = "burden"  # burden, key, counts or children
    split: bool = True  # 0-2 and 3-5 are told apart
    weight: Fraction | None = None
    threshold: Fraction | None = None
    cap: Fraction | None = None
    minimum: Fraction | None = None
    unit: Fraction = Fraction(1)
    least: int | None = None  # criteria a child must meet; None counts criteria
    weights: tuple[Fraction, ...] = ()
    replacement: int | None = None  # what a suppressed count counts
    central: Fraction = Fraction(0)  # kr. taken off the top
    guarantee: Fraction | None = None  # the least share of last year's
    ceiling: Fraction | None = None  # the most
    part: Fraction | None = None  # how much the new distribution counts
    price: Fraction | None = None  # what last year's is lifted by
    saving: bool = False  # the pool is to be found; where there is no key, by the base budget
    share: Fraction | None = None  # the most of its base budget that anybody must find


@dataclass(frozen=True)
class Layout:
    """A layout, what is true of it, and what should come of it."""

    name: str
    sheets: tuple[Sheet, ...]
    houses: tuple[House, ...]
    rules: Rules
    expect: str = SETTLE
    pool_at: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Any] = field(default_factory=dict)  # given with the command
    names: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[tuple[str, tuple[Any, ...]], ...] = ()  # a row per child: its institution, and its criteria
    told: tuple[str, ...] = ()  # what the user must be told, when it is settled
    untold: tuple[str, ...] = ()  # what must not be mentioned then
    points: tuple[str, ...] = ()  # what a question or a refusal must name
    calc: str = ""  # what should come of it when LibreOffice has calculated it, if something else
    why: str = ""  # why it must be asked or refused
    file: Path | None = None  # a workbook that is there already
    placed: Placed = field(default_factory=Placed)  # where its table lies

    def but(self, **changes: Any) -> Layout:
        return replace(self, **changes)
