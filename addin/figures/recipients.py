"""Who the money is given to: an institution itself, or those it shares a recipient with, added together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from addin.finding.institution import Recipient
from addin.inputs import Column
from udfs.values import name as comparable


@dataclass(frozen=True)
class Recipients:
    """`of` is the place of each institution's recipient in `rows`."""

    rows: list[Recipient]
    of: list[int]

    def members(self, recipient: int) -> list[int]:
        """The institutions of a recipient."""
        return self.all_members[recipient]

    @cached_property
    def all_members(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.rows]
        for number, place in enumerate(self.of):
            found[place].append(number)
        return found

    @overload
    def total(self, values: Column) -> Column: ...

    @overload
    def total(self, values: None) -> None: ...

    def total(self, values: Column | None) -> Column | None:
        """Figures of institutions added for each recipient; blank where all of them are."""
        if values is None or len(self.rows) == len(self.of):
            return values
        parts: list[list[float]] = [[] for _ in self.rows]
        for place, value in zip(self.of, values):
            if value is not None:
                parts[place].append(value)
        return [math.fsum(part) if part else None for part in parts]


def gather(institutions: list[Recipient], given_to: list[str] | None) -> Recipients:
    """Institutions whose recipients have the same name are one, in the order they first appear.

    A blank is the institution itself; so a recipient called as such an institution is that institution.
    """
    rows: list[Recipient] = []
    places: dict[str, int] = {}
    of = []
    for institution, name in zip(institutions, given_to or [""] * len(institutions)):
        shown = name or institution.name
        place = places.setdefault(comparable(shown), len(rows))
        if place == len(rows):
            rows.append(institution._replace(name=shown))
        elif rows[place].group != institution.group:
            rows[place] = rows[place]._replace(group="")
        of.append(place)
    return Recipients(rows, of)
