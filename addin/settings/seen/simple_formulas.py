"""Works out simple formulas, as any reader of the sheet can: numbers, cells, + - * /, and a few functions over them.

Only evidence: whether a value that is saved beside a formula is the formula's. No amount is taken from here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from addin.workbook import NO_VALUE, BadCell, Held, Place, Sheet, Snapshot, area, quoted

MOST_CELLS, MOST_DEPTH = 10_000, 60
_TOKEN = re.compile(r"\s*(?:(?P<number>\d+\.?\d*(?:E[+-]?\d+)?|\.\d+)|(?P<function>[A-Z]+)\("
                    r"|(?P<cells>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
                    r"|(?P<sign>[-+*/^(),%]))\s*", re.IGNORECASE)
FUNCTIONS: dict[str, Callable[[list[float]], float]] = {
    "SUM": math.fsum, "MIN": lambda found: min(found, default=0.0), "MAX": lambda found: max(found, default=0.0),
    "AVERAGE": lambda found: math.fsum(found) / len(found), "ABS": lambda found: abs(found[0])}


class Unknown(Exception):  # noqa: N818 - an answer, not a fault
    """A formula that is more than is worked out here, or whose cells are no numbers."""


class Reckoner:
    """Formulas of one workbook, each worked out once."""

    def __init__(self, snapshot: Snapshot):
        self.snapshot = snapshot
        self.known: dict[tuple[str, Place], Held] = {}

    def value(self, sheet: Sheet, place: Place, depth: int = 0) -> object:
        """What a cell holds: what its formula gives, where that can be worked out, else what is saved."""
        at = (sheet.name, place)
        if at not in self.known:
            formula, saved = (sheet.formulas or {}).get(place), sheet.value(*place)
            # while it is worked out, and where it cannot be; a saved 0 or nothing may be a placeholder, and is unknown
            self.known[at] = NO_VALUE if formula and not saved else saved
            try:
                if formula and depth < MOST_DEPTH:
                    self.known[at] = _Formula(self, sheet, formula, depth).result()
            except (Unknown, ZeroDivisionError, OverflowError, ValueError):
                pass
        return self.known[at]

    def confirms(self, sheet: Sheet, place: Place) -> bool | None:
        """Whether the saved value is the formula's; None where that cannot be worked out."""
        try:
            found = _Formula(self, sheet, (sheet.formulas or {})[place], 0).result()
        except (Unknown, ZeroDivisionError, OverflowError, ValueError):
            return None
        saved = sheet.value(*place)
        if isinstance(saved, bool) or not isinstance(saved, (int, float)):
            return False
        return math.isclose(found, saved, rel_tol=1e-9, abs_tol=1e-9)


class _Formula:
    """One formula, read from the left."""

    def __init__(self, reckoner: Reckoner, sheet: Sheet, text: str, depth: int):
        self.reckoner, self.sheet, self.depth = reckoner, sheet, depth
        self.text, self.at = text.removeprefix("="), 0
        self.token: re.Match[str] | None = None
        self.next()

    def next(self) -> None:
        self.token = _TOKEN.match(self.text, self.at)
        if self.token:
            self.at = self.token.end()
        elif self.at < len(self.text):
            raise Unknown(self.text)

    def sign(self, *signs: str) -> str:
        """The sign that comes next, if it is one of these."""
        found = self.token["sign"] if self.token else None
        return found if found in signs and found else ""

    def taken(self, *signs: str) -> str:
        found = self.sign(*signs)
        if found:
            self.next()
        return found

    def result(self) -> float:
        found = self.sum()
        if self.token:
            raise Unknown(self.text)
        return found

    def sum(self) -> float:
        found = self.product()
        while sign := self.taken("+", "-"):
            found += self.product() * (1 if sign == "+" else -1)
        return found

    def product(self) -> float:
        found = self.factor()
        while sign := self.taken("*", "/"):
            found = found * self.factor() if sign == "*" else found / self.factor()
        return found

    def factor(self) -> float:
        if sign := self.taken("+", "-"):
            return self.factor() * (1 if sign == "+" else -1)
        found = self.atom()
        while self.taken("%"):
            found /= 100
        if self.sign("^"):
            raise Unknown(self.text)  # with a sign before it programs differ
        return found

    def atom(self) -> float:
        token = self.token
        if token is None:
            raise Unknown(self.text)
        if self.taken("("):
            found = self.sum()
            self.close()
            return found
        self.next()
        if token["number"]:
            return float(token["number"])
        if token["cells"]:
            values = self.cells(token["cells"])
            if len(values) != 1:
                raise Unknown(self.text)
            return values[0] or 0.0
        if token["function"]:
            return self.function(token["function"].upper())
        raise Unknown(self.text)

    def function(self, name: str) -> float:
        if name not in FUNCTIONS:
            raise Unknown(name)
        found: list[float] = []
        while True:
            found += self.argument()
            if not self.taken(","):
                break
        self.close()
        return FUNCTIONS[name](found)

    def argument(self) -> list[float]:
        """An area gives all its numbers; blanks in it are none."""
        token = self.token
        if token and token["cells"] and ":" in token["cells"]:
            self.next()
            return [value for value in self.cells(token["cells"]) if value is not None]
        return [self.sum()]

    def close(self) -> None:
        if not self.taken(")"):
            raise Unknown(self.text)

    def cells(self, reference: str) -> list[float | None]:
        """The numbers of cells; None for a blank one."""
        place = area(reference if "!" in reference else f"{quoted(self.sheet.name)}!{reference}")
        sheet = self.reckoner.snapshot.sheet(place.sheet) if place else None
        if place is None or sheet is None:
            raise Unknown(reference)
        rows, columns = range(place.row, place.last_row + 1), range(place.column, place.last_column + 1)
        if len(rows) * len(columns) > MOST_CELLS:
            raise Unknown(reference)
        return [self.number(self.reckoner.value(sheet, (row, column), self.depth + 1))
                for row in rows for column in columns]

    @staticmethod
    def number(value: object) -> float | None:
        if isinstance(value, (BadCell, bool, str)) or not (value is None or isinstance(value, (int, float))):
            raise Unknown(str(value))
        return value
