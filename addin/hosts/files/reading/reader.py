"""Reads the sheets of one workbook file: plain ones by calamine where it is installed, all others by roads of our own.

Calamine is written in Rust, and fast; but it gives no formulas, turns errors into nothing, and drops what is not plain
text. Our own roads need the standard library alone, so they also run where nothing can be installed, in a browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from addin.hosts.files.package import Package
from addin.hosts.files.reading.by_events import by_events
from addin.hosts.files.reading.by_patterns import by_patterns
from addin.hosts.files.reading.found import Found
from addin.hosts.files.reading.looks import Looks, looks_of
from addin.hosts.files.reading.rich import rich_values
from addin.hosts.files.reading.strings import Strings, as_seen, index, shared
from addin.hosts.files.reading.values import iso, moment, number, unescaped
from addin.runs import STRUCK, Run
from addin.workbook import BadCell, Held, Place

# As a message says it; only who uses the cell is told: "Ark!B7: Børn er ...".
UNKNOWN = BadCell("en værdi, der ikke kan læses")
_TRUTH = {"0": False, "1": True, "false": False, "true": True}


class Reader:
    """What the sheets of a workbook have in common: its texts and its styles."""

    def __init__(self, package: Package) -> None:
        self.package = package
        part = package.related(package.workbook_part, "sharedStrings")
        self.texts, runs, self.plain = shared(package.read(part)) if part else Strings([], {}, True)
        self.looks: Looks = looks_of(package)
        self.runs = {at: found for at, found in runs.items() if self.looks.marks or is_marked(as_seen(found, ""))}

    @cached_property
    def rich(self) -> dict[str, BadCell]:
        """Pictures and data types, by the number a cell has one by."""
        return rich_values(self.package)

    def read(self, text: bytes) -> Found:
        """A sheet, from its text in UTF-8; raises BadXml."""
        return by_patterns(self, text) or by_events(self, text)

    def look(self, found: Found, place: Place, style: str) -> None:
        """What the style of a cell says that its value does not."""
        if STRUCK in self.looks.marks.get(style, ""):
            found.struck.add(place)
        if style in self.looks.formats:
            found.formats[place] = self.looks.formats[style]

    def look_at_runs(self, found: Found, place: Place, style: str, runs: Sequence[Run]) -> None:
        """How a text in several runs is seen in a cell of this style; it is struck out where they all are."""
        seen = as_seen(runs, self.looks.marks.get(style, ""))
        if is_marked(seen):
            found.runs[place] = seen
        if not all(STRUCK in run.mark for run in seen):
            found.struck.discard(place)

    def value(self, kind: str, style: str, text: str, rich: str) -> Held:
        """The value of a cell with this text in its <v>; raises BadXml."""
        if kind == "e":
            return self.rich.get(rich) or BadCell("fejlværdien " + (text or "#VÆRDI!"))
        if not text or kind == "inlineStr":
            return ""
        if kind == "s":
            return self.texts[index(text, self.texts)]
        if kind == "str":
            return unescaped(text)
        if kind == "d":
            return iso(text)
        if kind == "b":
            return _TRUTH.get(text, UNKNOWN)
        return self.number(style, text, kind) if kind in ("", "n") else UNKNOWN

    def number(self, style: str, text: str, kind: str) -> Held:
        """A number, or the date it is shown as; where no type is said, another text is just that."""
        found = number(text)
        if found is None:
            return UNKNOWN if kind else text
        shown = self.looks.dates.get(style)
        return moment(found, shown, self.package.date1904) if shown else found


def is_marked(runs: Iterable[Run]) -> bool:
    return any(run.mark for run in runs)
