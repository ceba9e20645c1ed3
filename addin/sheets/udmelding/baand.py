"""A calculation as the tape of a pocket calculator: label, operation word, number, unit.

What is printed is all there is: each number that follows from those above it can be worked out from them as they stand.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from addin.sheets import digits

TAST, GANGE, DELES, PLUS, MINUS = "", "gange", "deles med", "plus", "minus"
HOEJST, MINDST, ER, NED = "højst", "mindst", "er", "rundes ned til"
KR, PCT = "kr.", "%"
BY: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    TAST: lambda shown, typed: typed, GANGE: operator.mul, DELES: operator.truediv, PLUS: operator.add,
    MINUS: operator.sub, HOEJST: min, MINDST: max}


class Linje(NamedTuple):
    """`tal` is as it is printed, with so many decimals; None where the line is words alone. Per cent are per cent."""

    label: str
    regn: str = TAST
    tal: float | None = None
    decimaler: int = 0
    enhed: str = ""
    fed: bool = False

    @property
    def overskrift(self) -> bool:
        """Whether it is words over the lines below it."""
        return self.fed and self.tal is None

    @property
    def trykt(self) -> str:
        """The number as it stands on the page.

        >>> Linje("Sats", "er", 19440.5, 2, "kr.").trykt, Linje("Andel", "er", 44.3, 1, "%").trykt
        ('19.440,50 kr.', '44,3 %')
        """
        if self.tal is None:
            return ""
        figures = f"{self.tal:,.{self.decimaler}f}".translate(str.maketrans(",.", ".,"))
        return f"{figures} {self.enhed}".rstrip()


class Baand:
    """Lines, and the number that the calculator shows after them.

    Where that is off from the true number by less than one of the last decimal that is printed, it is what is printed:
    so the reader's calculator agrees with every line, and the rounding at last takes up what is left.
    """

    def __init__(self) -> None:
        self.linjer: list[Linje] = []
        self.viser = Decimal(0)

    @property
    def nr(self) -> int:
        """Of the last line, from 1."""
        return len(self.linjer)

    @property
    def sidste(self) -> float:
        """The number of the last line, as it is printed."""
        return self.linjer[-1].tal or 0.0

    def tast(self, label: str, tal: float, decimaler: int = 0, enhed: str = "") -> None:
        self.put(label, TAST, tal, decimaler, enhed)

    def put(self, label: str, regn: str, tal: float, decimaler: int = 0, enhed: str = "", fed: bool = False) -> int:
        """A line; returns its number, for others to name it by."""
        hundred = 100 if enhed == PCT else 1
        value = Decimal(repr(float(tal)))
        if regn == ER and abs(self.viser * hundred - value) < Decimal(1).scaleb(-decimaler):
            value = self.viser * hundred
        printed = rundet(value, decimaler)
        typed = Decimal(repr(printed)) / hundred
        self.viser = BY[regn](self.viser, typed) if regn in BY else typed
        self.linjer.append(Linje(label, regn, printed, decimaler, enhed, fed))
        return self.nr

    def ord(self, text: str, fed: bool = False) -> None:
        """A line of words."""
        self.linjer.append(Linje(text, fed=fed))

    def kr(self, label: str, regn: str, tal: float, fed: bool = False) -> int:
        """A line with an amount, to the øre where there are any."""
        return self.put(label, regn, tal, oere(tal), KR, fed)

    def ved(self, label: str, tal: float) -> None:
        """An amount that is added, or taken where it is negative."""
        self.kr(label, MINUS if tal < 0 else PLUS, abs(tal))


def rundet(value: Decimal, many: int) -> float:
    """A number with so many decimals, halves away from zero, as spreadsheets and calculators show it.

    >>> rundet(Decimal("6.25"), 1), rundet(Decimal("-0.001"), 2)
    (6.3, 0.0)
    """
    return float(value.quantize(Decimal(1).scaleb(-many), ROUND_HALF_UP)) + 0.0


def fin(value: float, most: int) -> int:
    """The decimals a number is printed with: its own, and no more than the steps it is used in take."""
    return min(digits.own(value), most)


def oere(value: float) -> int:
    """Of an amount: øre only where there are any."""
    return 0 if float(round(value, 2)).is_integer() else 2
