"""What the parts give a calculation before it is made, together; and what is paid besides the part by the key."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from addin.inputs import Column

GRUNDBELOEB, FASTE = "grundbeløb", "faste beløb"  # what is paid before the key is used


@dataclass(frozen=True)
class Besides:
    """It goes first, and may stand instead of the part by the key. One entry an institution: `kr` is None where there
    is nothing, `instead` says who gets nothing by the key."""

    kr: Column
    instead: list[bool]

    @property
    def sum(self) -> float:
        return math.fsum(amount for amount in self.kr if amount is not None)

    @property
    def many(self) -> int:
        return sum(amount is not None for amount in self.kr)

    @property
    def on_top(self) -> list[float]:
        """The amounts of those who also take part by the key."""
        return [0.0 if paid else amount or 0.0 for amount, paid in zip(self.kr, self.instead)]

    def bound(self, amounts: Column) -> Column:
        """Amounts that bound this year's: not of those who only get what is paid besides, an exception from them."""
        return [None if paid else amount for amount, paid in zip(amounts, self.instead)]

    def key(self, noegle: Column) -> Column:
        """The keys that take part: 0 where the amount stands instead of them."""
        return [0.0 if paid else value for value, paid in zip(noegle, self.instead)]


@dataclass(frozen=True)
class Bidrag:
    """What all parts in use give together."""

    noegle: Column  # the keys, with what the parts change of them
    ved_siden: Besides | None = None
    grundbeloeb: Column | None = None  # what each recipient is paid first, whatever its key is
    andele: Mapping[str, float] = field(default_factory=dict)  # what the rule is told, by argument
    kraever: Mapping[str, list[str]] = field(default_factory=dict)  # what is needed, by key -> the settings that do

    @property
    def forud(self) -> dict[str, float]:
        """What goes before the part by the key, in all, by what it is called."""
        return paid_first(self.ved_siden, self.grundbeloeb)


def paid_first(besides: Besides | None, each: Column | None) -> dict[str, float]:
    """The sums of what is there of it."""
    first = {} if each is None else {GRUNDBELOEB: math.fsum(amount or 0.0 for amount in each)}
    return first | ({} if besides is None else {FASTE: besides.sum})
