"""How much there is, in kr. and whole øre, and what positions it buys; part of `oracle`."""

from __future__ import annotations

from fractions import Fraction

from tests.differential.shape import FACTORS, Drawn, exact
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


def positions(drawn: Drawn, amounts: list[Fraction]) -> dict[str, list[Fraction]]:
    """What each amount buys, by kind of staff."""
    said = drawn.settings
    if said.get("loen_paedagog") is None:
        return {}
    share = exact(said.get("andel_paedagoger", 1))
    pay = share * exact(said["loen_paedagog"]) + (1 - share) * exact(said.get("loen_medhjaelper"))
    each = 37 if said.get("normering_i") == "timer" else 1
    kinds = {"Pædagoger": share, "Medhjælpere": 1 - share}
    return {kind: [part * kr / pay * each for kr in amounts] for kind, part in kinds.items() if part}
