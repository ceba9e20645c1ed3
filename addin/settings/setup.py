"""The settings of one run: where each points, what it holds, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from addin.finding.institution import Rows
from addin.finding.sheets import Found
from addin.finding.source import Source
from addin.messages import Message
from addin.settings.derived import Derived
from addin.workbook import Area, Held, Sheet, Snapshot, area
from workbook_templates.indstillinger import OMRAADE, POINT, VURDERING, Indstillinger
from workbook_templates.opsaetning import BURDENS, GRUNDLAG, SETTINGS

# What the key is made from.
KEYS = tuple(GRUNDLAG.values())


class Remark(NamedTuple):
    """What was guessed, skipped or ambiguous, with its cell."""

    place: str
    text: str


class Pulje(NamedTuple):
    """What makes settings those of one pool of several. `instead` is, by setting, the formula that stands for its
    name in this pool, "" where the setting says nothing of it; `watched` are the cells that say it, and what they
    held."""

    navn: str
    general: Setup  # the workbook's own
    instead: dict[str, str]
    watched: list[tuple[Area, Held]]
    tekst: str = ""
    videre: str = ""  # the pool that gets what this one cannot place, "" where it stays


@dataclass
class Setup:
    """The settings of one run. `areas` point at cells; `values` are what the single cells hold."""

    areas: dict[str, Area] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    derived: dict[str, Derived] = field(default_factory=dict)  # the settings that are made from a cell, and follow it
    headings: dict[str, str] = field(default_factory=dict)
    rows: Rows = field(default_factory=lambda: Rows([], [], []))  # the institutions, and what is not one
    criteria: list[str] = field(default_factory=list)  # the headings of the criteria, in the order of the columns
    weights: list[float] | None = None  # one a criterion; None where all count the same
    alone: frozenset[int] = frozenset()  # rows that receive for themselves, whatever their recipient's cell says
    answers: dict[str, str] = field(default_factory=dict)  # what the user has answered that is no setting
    remarks: list[Remark] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    aside: list[Message] = field(default_factory=list)  # what is said of no setting: not on the sheet of settings
    kept: dict[str, str] = field(default_factory=dict)  # names that stay where the user has pointed them
    written: dict[str, str | float] = field(default_factory=dict)  # of the case: what the cells hold as they stand
    watched: list[tuple[Area, Held]] = field(default_factory=list)  # cells that say who takes part, and what they held
    pulje: Pulje | None = None  # where these are the settings of one row of "Fordel puljer"
    known: bool = False  # the workbook has the sheet "Fordel opsætning" already, and nothing in it changes

    @cached_property
    def settings(self) -> Indstillinger:
        """The values, typed, when all are settled."""
        return Indstillinger(**{key: value for key, value in self.values.items() if key in SETTINGS})

    @property
    def general(self) -> Setup:
        """The workbook's own settings, as the sheet of settings has them."""
        return self.pulje.general if self.pulje else self

    @property
    def goes_on_to(self) -> str:
        """The pool that gets what this one cannot place; "" where it stays."""
        return self.pulje.videre if self.pulje else ""

    def is_elsewhere(self, key: str) -> bool:
        """Whether a setting is said by a pool's own row, or says nothing of the pool."""
        return self.pulje is not None and key in self.pulje.instead

    @property
    def key(self) -> str:
        """The setting the key is made from."""
        return next(key for key in KEYS if key in self.areas)

    @property
    def is_burden(self) -> bool:
        """Whether the key is a burden per child times the children."""
        points = self.key == "antal_institution" and self.values["samling"] == VURDERING
        return points or self.key in BURDENS

    @property
    def children_list(self) -> Area | None:
        """The names on the sheet with a row per child, where the key is made from one."""
        return self.areas.get("barn_institution") or self.areas.get("score_institution")

    def pointed(self, key: str) -> Area:
        """What the name of a setting points at: the cells that are read, or more, where it is the user's own."""
        return area(self.kept.get(SETTINGS[key].name, "")) or self.areas[key]

    def said(self, key: str) -> str:
        """A setting by its label, and the cell it was read from, where it stands in one."""
        place = self.areas.get(key)
        return f"{place}: {SETTINGS[key].label}" if place else SETTINGS[key].label

    def says(self, key: str) -> bool:
        """Whether a column is there, or a setting says something else than it does where nothing is said."""
        setting = SETTINGS[key]
        return key in self.areas if setting.kind == OMRAADE else self.settings.vaerdi(key) != setting.default

    @property
    def in_points(self) -> bool:
        """Whether burdens, and a threshold beside them, are points and no shares."""
        return self.key == "belastning" and self.values.get("belastning_i") == POINT

    def style(self, key: str) -> str:
        """How the value of a setting is shown."""
        return "tal" if key == "taerskel" and self.in_points else SETTINGS[key].style

    def but(self, **values: Any) -> Setup:
        """The same with other values of some settings."""
        return replace(self, values={**self.values, **values})

    def add(self, found: Found) -> None:
        """What was found; what a name carries already stays."""
        self.areas = {**found.areas, **self.areas}
        self.sources = {**found.sources, **self.sources}
        self.headings |= found.headings
        self.messages += found.messages
        self.remarks += [Remark(*remark) for remark in found.remarks]


def sheet_of(snapshot: Snapshot, place: Area) -> Sheet:
    sheet = snapshot.sheet(place.sheet)
    assert sheet is not None, "only sheets that are there are pointed at"
    return sheet
