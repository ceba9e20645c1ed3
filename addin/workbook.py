"""What passes between a host and an action: a Snapshot goes in, a Plan, Questions or a Refusal comes out.

An action never touches a workbook. A host reads everything it may (Snapshot), the action computes, and the
host writes what the Plan says. Rows and columns are counted from 0.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Any, NamedTuple, Union

from addin import formulas
from addin.addresses import Area as Area  # what passes here is full of addresses: whoever has the one has the other
from addin.addresses import a1 as a1
from addin.addresses import area as area
from addin.addresses import column_letters as column_letters
from addin.addresses import column_number as column_number
from addin.addresses import quoted as quoted
from addin.cell_rules import Choice as Choice
from addin.cell_rules import Highlight as Highlight
from addin.cell_rules import Input as Input
from addin.chart import Chart
from addin.messages import Message
from addin.runs import Run

HIGHEST = 409.0  # points a row may be; Excel takes no more


class Refusal(Exception):  # noqa: N818 - an answer of an action as well as something raised
    """The work cannot be done; the message says why in Danish, and which cell. `about` is the check that finds it,
    where it is another than that of figures that cannot be read."""

    def __init__(self, text: str, about: str = ""):
        super().__init__(text)
        self.about = about


@dataclass(frozen=True)
class Question:
    """Something only the user can settle. The answer comes back as `choices[question.setting]`.

    `choices` are (value, text); without any the answer is written freely, and `check` says what is wrong with one, ""
    where nothing is. `place` is the cell it is about.
    """

    setting: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    place: str = ""
    check: Callable[[str], str] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Questions:
    """What must be answered before the work can go on; more may follow from the answers."""

    questions: tuple[Question, ...]


@dataclass(frozen=True)
class BadCell:
    """A cell whose value cannot be trusted: an error value, a formula that carries no value; or, where `error` is
    false, what is all right but no value at all: a picture, a data type."""

    text: str
    error: bool = True

    def __str__(self) -> str:
        return self.text


NO_VALUE = BadCell("en formel, som ingen har regnet")
Place = tuple[int, int]  # row and column
Held = Union[None, str, float, int, bool, datetime.date, datetime.time, datetime.timedelta, BadCell]  # a cell, as read


class Aside(NamedTuple):
    """A text that stands beside the cells: at which cell, what it is called, and what it says."""
    place: Place
    kind: str
    text: str


@dataclass(frozen=True)
class Sheet:
    """One worksheet as read: `rows[r][c]` lies at its true address (rows[0][0] is A1).

    A value is None, text, a number, a bool, a date or a BadCell. What a value alone does not say is None where the host
    cannot see it: then the amounts must come out the same without, or the user is asked.
    """

    name: str
    rows: Sequence[Sequence[Held]]
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: Mapping[Place, str] | None = None
    merged: Sequence[Area] | None = None
    runs: Mapping[Place, tuple[Run, ...]] | None = None  # of the cells that are written in several ways
    struck: frozenset[Place] | None = None  # cells that are struck out altogether
    formats: Mapping[Place, str] | None = None  # number formats that show something else than the number as it is
    asides: Sequence[Aside] = ()  # notes, comments and text boxes; nobody distributes by them
    unread: str = ""  # why nobody can read the sheet
    # How cells are read otherwise than they stand: see addin.settings.seen.book.
    carried: Mapping[Place, Place] = field(default_factory=dict)  # cell -> the one it has its value from
    written: Mapping[Place, str] = field(default_factory=dict)  # cell -> its text with notes and what is struck out
    saved: Mapping[Place, Held] = field(default_factory=dict)  # formula computed again -> the other value it had
    confirmed: frozenset[Place] = frozenset()  # formulas that have been computed again

    def value(self, row: int, column: int) -> Held:
        """The value of a cell; outside what was read every cell is empty."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            value = self.rows[row][column]
            return None if value == "" else value
        return None

    def own(self, row: int, column: int) -> Held:
        """What stands in the cell itself, also where it is read without a note or has its value from another."""
        if (row, column) in self.carried:
            return None
        return self.written.get((row, column)) or self.value(row, column)

    def column(self, area: Area) -> list[Held]:
        """The values of the first column of an area, top to bottom; None for every empty cell."""
        values = self.columns[area.column][area.row: area.last_row + 1] if area.column < len(self.columns) else []
        return values + [None] * (area.last_row + 1 - area.row - len(values))

    @cached_property
    def covered(self) -> frozenset[Place]:
        """The cells that hold something and cannot be seen, because they lie under merged ones."""
        return frozenset((row, column) for box in self.merged or ()
                         for row in range(box.row, min(box.last_row + 1, len(self.rows)))
                         for column in range(box.column, min(box.last_column + 1, len(self.rows[row])))
                         if (row, column) != (box.row, box.column) and (row, column) not in self.carried
                         and self.value(row, column) is not None)

    @cached_property
    def columns(self) -> list[list[Held]]:
        """The rows turned, None for every empty cell: a row per child is read column by column, many times over."""
        return [[None if value == "" else value for value in column] if "" in met else list(column)
                for column, met in self._turned]

    @cached_property
    def different(self) -> frozenset[Held]:
        """Every value once: what is rare is looked for here first. Equal ones are one, as 1 and true."""
        return frozenset().union(*(met for _, met in self._turned)) - {None}

    @cached_property
    def texts(self) -> frozenset[str]:
        """Every text once."""
        return frozenset(value for value in self.different if isinstance(value, str))

    @cached_property
    def _turned(self) -> list[tuple[tuple[Held, ...], set[Held]]]:
        """Each column, with its values once."""
        return [(column, set(column)) for column in zip_longest(*self.rows)]


class Name(NamedTuple):
    """A defined name: `scope` is a sheet's name, or None for the whole workbook."""
    name: str
    target: str
    scope: str | None = None


class Calculation(NamedTuple):
    """What a workbook says of how its formulas are computed, and whether they have been."""

    to_be_computed: bool = False  # by who opens it next: who wrote it may not have computed at all
    unfinished: bool = False  # it was saved before all was computed
    manual: bool = False  # nothing is computed before somebody asks for it
    as_displayed: bool = False  # every cell is rounded to what it shows


class Recalculated(NamedTuple):
    """What another program makes of the formulas: its name, and the values by sheet."""
    by: str
    values: Mapping[str, Mapping[Place, Held]]


@dataclass(frozen=True)
class Snapshot:
    """A workbook as a host has read it. `ours` maps the key of a sheet of ours to its name today."""

    file_name: str
    sheets: tuple[Sheet, ...]
    names: tuple[Name, ...] = ()
    ours: Mapping[str, str] = field(default_factory=dict)
    sha256: str | None = None
    notices: tuple[Message, ...] = ()  # what the host wants told with the result
    calculation: Calculation | None = None  # None where a program computes while the user looks on
    recalculated: Recalculated | None = None

    def sheet(self, name: str) -> Sheet | None:
        """The sheet with a name; whoever asks for one that nobody can read is told why."""
        wanted = name.casefold()
        found = next((sheet for sheet in self.sheets if sheet.name.casefold() == wanted), None)
        if found is not None and found.unread:
            raise Refusal(found.unread)
        return found

    def unread(self) -> list[str]:
        """Why each of the visible sheets of the user's cannot be read that cannot: what is missing may be on one."""
        return [sheet.unread for sheet in self.foreign() if sheet.unread and sheet.visible]

    def foreign(self) -> Iterator[Sheet]:
        """The user's own sheets: all but ours."""
        mine = set(self.ours.values())
        return (sheet for sheet in self.sheets if sheet.name not in mine)

    def global_name(self, name: str) -> Name | None:
        wanted = name.casefold()
        return next((n for n in self.names if n.scope is None and n.name.casefold() == wanted), None)


class Formula(NamedTuple):
    """A formula (English names, comma between arguments, leading =) with the value it has now."""
    text: str
    value: Any


CellValue = Union[str, float, int, bool, None, Formula]


class Cell(NamedTuple):
    row: int
    column: int
    value: CellValue
    style: str = "tekst"


class Block(NamedTuple):
    """A column of numbers too long to be written cell by cell; with a formula it is one array formula over them."""
    row: int
    column: int
    values: Sequence[float]
    formula: str | None = None


@dataclass
class SheetPlan:
    """One sheet of ours as data. Styles are names in workbook_templates.styles; two may be joined by a blank."""

    key: str
    name: str
    cells: list[Cell] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    charts: list[Chart] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    highlights: list[Highlight] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    landscape: bool = True
    pages_wide: int = 1  # of paper
    pages_tall: int = 0  # of paper; 0: as many as it takes
    breaks: tuple[int, ...] = ()  # rows a new page of paper begins with
    freeze: tuple[int, int] | None = None
    repeat_row: int | None = None
    print_columns: int | None = None  # only so many columns are printed
    header: str = ""  # what stands over every page of paper
    hidden: dict[str, str] = field(default_factory=dict)  # names scoped to the sheet that nobody sees, with their texts

    def put(self, row: int, column: int, value: CellValue, style: str = "tekst") -> None:
        self.cells.append(Cell(row, column, value, style))

    def tall(self, row: int, points: float) -> None:
        """A row as high as its text takes, as far as a row may be: the rest is read in the cell."""
        self.heights[row] = min(points, HIGHEST)

    def area(self, row: int, column: int, last_row: int, last_column: int | None = None) -> Area:
        return Area(self.name, row, column, last_row, column if last_column is None else last_column)

    def block_area(self, index: int) -> Area:
        block = self.blocks[index]
        return self.area(block.row, block.column, block.row + len(block.values) - 1)

    def put_row(self, row: int, values: Sequence[CellValue], style: str = "tekst", column: int = 0) -> None:
        for offset, value in enumerate(values):
            self.put(row, column + offset, value, style)


@dataclass
class Plan:
    """What a host shall write: our sheets in order, workbook names, and what the user is told; `drop` names the
    keys of former sheets of ours that this run does not make again."""

    sheets: list[SheetPlan]
    names: dict[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    messages: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)  # as they stand on the result
    summary: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        formulas.check_sheets(self.sheets)
