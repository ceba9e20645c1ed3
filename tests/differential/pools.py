"""How much there is, in kr. and whole øre; part of `oracle`."""

from __future__ import annotations

from fractions import Fraction

from tests.differential.dice import FACTORS, Drawn, exact
from tests.udfs import oracle as rules

NOTHING = Fraction(0)


def whole_pool(drawn: Drawn) -> Fraction:
    """All pools in their unit, in kr. and whole øre."""
    parts = sum((exact(drawn.settings.get(key)) for key in ("pulje", "pulje_2", "pulje_3")), NOTHING)
    return in_oere(parts, drawn.settings.get("enhed_pulje", "kr."))


def central(drawn: Drawn) -> Fraction:
    share, amount = (exact(drawn.settings.get(key)) for key in ("centralt_andel", "centralt"))
    return rules.half_up(share * whole_pool(drawn), Fraction(1, 100)) if share else in_oere(
        amount, drawn.settings.get("enhed_pulje", "kr."))


def in_oere(value: Fraction, unit: str) -> Fraction:
    factor = FACTORS[unit]
    return value if factor == 1 else rules.half_up(value * factor, Fraction(1, 100))
