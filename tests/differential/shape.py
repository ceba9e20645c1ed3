"""What a drawn workbook is, for those who draw it: plain data, and numbers as cells show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Row = dict[str, Any]

FACTORS = {"kr.": 1, "1.000 kr.": 1_000, "mio. kr.": 1_000_000}
SAVING = "besparelse"
OWN_BOUNDS = {"loft": "loft_kolonne", "minimum": "minimum_kolonne"}


@dataclass
class Drawn:
    """`rows` are the institutions, each value as it stands in its cell; `used` are the columns that are there."""

    seed: int
    rows: list[Row]
    used: set[str]
    key: str
    settings: dict[str, Any]
    weights: list[Any] | None = None  # of the criteria, None as a cell that is blank
    order: list[int] = field(default_factory=list)  # of the institutions in the delivery
    children: list[tuple[int | None, list[Any]]] = field(default_factory=list)  # institution, and marks or [score]
    others: list[Row] = field(default_factory=list)  # below the institutions: of a type that takes no part
    chosen: set[str] = field(default_factory=set)  # settings that are said with the command

    @property
    def saving(self) -> bool:
        return bool(self.settings.get("retning") == SAVING)

    def column(self, key: str) -> list[Any]:
        """The cells of a column; blank ones where it is not there."""
        return [row[key] if key in self.used else None for row in self.rows]

    def factor(self, key: str) -> int:
        return FACTORS[self.settings.get(f"enhed_{key}", "kr.")]


def exact(value: Any) -> Fraction:
    """The decimal number a cell shows; blank is 0."""
    return Fraction(0) if value is None else Fraction(str(value))


def in_unit(made: Drawn, key: str, kr: Any) -> Any:
    """An amount in kr. as it is written in the unit of its column."""
    return kr and plain(exact(kr) / made.factor(key))


def plain(value: Fraction) -> Any:
    return int(value) if value.denominator == 1 else float(value)


def total(made: Drawn, key: str) -> Fraction:
    return sum(map(exact, made.column(key)), Fraction(0)) * made.factor(key)
