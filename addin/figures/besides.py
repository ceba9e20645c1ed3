"""What is paid besides the part by the key: it goes first, and may stand instead of that part."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Besides:
    """One entry an institution: `kr` is None where there is nothing, `instead` says who gets nothing by the key."""

    kr: list[float | None]
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

    def bound(self, amounts: list[float | None]) -> list[float | None]:
        """Amounts that bound this year's: not of those who only get what is paid besides, an exception from them."""
        return [None if paid else amount for amount, paid in zip(amounts, self.instead)]

    def key(self, noegle: list[float | None]) -> list[float | None]:
        """The keys that take part: 0 where the amount stands instead of them."""
        return [0.0 if paid else value for value, paid in zip(noegle, self.instead)]
