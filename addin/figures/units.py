"""Amounts in kr., whatever unit the user's cells are in."""

from __future__ import annotations

import math
from collections.abc import Mapping

from addin.figures import culprits
from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.allocation import exceeds
from udfs.errors import kroner, tal
from udfs.rounding import half_up
from workbook_templates.indstillinger import BESPARELSE
from workbook_templates.opsaetning import ENHEDER, POOLS, SETTINGS

OERE = 0.01  # kr.: thousands and millions are turned into whole øre


def factor(setup: Setup, key: str) -> int:
    """How many kr. one of the unit is that the pool, or a column of amounts, stands in."""
    return ENHEDER[setup.settings.vaerdi(f"enhed_{key}")]


def in_kroner(value: float, times: int) -> float:
    """An amount in kr.; what stands in kr. already is left as it is.

    >>> in_kroner(1230.5, 1000), in_kroner(0.3, 1)
    (1230500.0, 0.3)
    """
    return value if times == 1 else half_up(value * times, OERE)


def column_in_kroner(values: Column, times: int) -> Column:
    return [None if value is None else in_kroner(value, times) for value in values]


def pools(setup: Setup) -> dict[str, float]:
    """The pools that are there, each in kr."""
    times = factor(setup, "pulje")
    there = {key: setup.settings.vaerdi(key) for key in POOLS}
    return {key: in_kroner(amount, times) for key, amount in there.items() if amount is not None}


def whole(setup: Setup) -> float:
    """All pools together, counted in their own unit first, as the control does."""
    parts = [setup.settings.vaerdi(key) for key in POOLS if setup.settings.vaerdi(key) is not None]
    return in_kroner(sum(parts[1:], parts[0]), factor(setup, "pulje"))


def central(setup: Setup) -> float:
    """What is taken off the top: an amount, or a share in whole øre."""
    share = setup.settings.centralt_andel
    if share is not None:
        return half_up(whole(setup) * share, OERE)
    return in_kroner(setup.settings.centralt or 0.0, factor(setup, "pulje"))


def pool(setup: Setup) -> float:
    """What there is to distribute."""
    return math.fsum([whole(setup), -central(setup)])


def by_key(setup: Setup, first: Mapping[str, float]) -> float:
    """What the key shares: the pool less what is paid first, where the noise of a subtraction of decimals is nothing;
    of a saving in whole units, half up."""
    paid = math.fsum(first.values())
    amount = half_up(pool(setup), setup.settings.afrunding) if setup.settings.retning == BESPARELSE else pool(setup)
    return amount - paid if exceeds(amount, paid) else 0.0


def off_the_top(setup: Setup, first: Mapping[str, float]) -> str:
    """What is left of the pool when the central pool and what is paid first are taken; nothing where neither is."""
    parts = {"central pulje": central(setup), **first}
    taken = "".join(f" - {name} {kroner(amount)}" for name, amount in parts.items() if amount)
    left = kroner(math.fsum([pool(setup), *(-amount for amount in first.values())]))
    return f"Pulje {kroner(whole(setup))}{taken} = {left} efter nøglen." if taken else ""


def check_pool(setup: Setup) -> None:
    """The pool is an amount to give or to find in whole units, and a central pool is part of it."""
    unit = setup.settings.afrunding
    if not isinstance(unit, (int, float)) or unit <= 0:
        raise Refusal(f"{setup.areas.get('afrunding', '')}: ".lstrip(": ")
                      + "Afrunding skal være et tal over 0: 1 for hele kroner, 100 for hele hundreder.")
    if whole(setup) < 0:
        raise Refusal(f"Puljen er negativ ({kroner(whole(setup))}). Er det et beløb, der skal findes, så skriv det "
                      f'uden minus, og sæt "{SETTINGS["retning"].label}" til {BESPARELSE} (--retning {BESPARELSE}). '
                      f"{culprits.see(setup, POOLS)}".rstrip())
    check_share(setup)
    amount = setup.settings.centralt or 0.0
    if amount < 0:
        raise Refusal(f"Den centrale pulje er negativ ({tal(amount)}). Skriv det beløb, der tages af toppen. "
                      f"{culprits.see(setup, ('centralt',))}".rstrip())
    if amount and pool(setup) < 0:
        raise Refusal(f"Den centrale pulje er {kroner(central(setup))}, men puljen er {kroner(whole(setup))} "
                      f"{culprits.see(setup, ('centralt', *POOLS))}".rstrip())


def check_share(setup: Setup) -> None:
    """A share of the pool is one, and stands alone."""
    share, label = setup.settings.centralt_andel, SETTINGS["centralt_andel"].label
    if share is None:
        return
    if not 0 < share < 1:
        hint = f"; mente du {tal(share)} %?" if share >= 1 else ""
        raise Refusal(f"{setup.said('centralt_andel')}: {tal(share)} ligger ikke mellem 0 og 1{hint}")
    if setup.settings.centralt is not None:
        raise Refusal(f"{SETTINGS['centralt'].label} og {label} kan ikke bruges sammen: beløbet eller andelen. Tøm den "
                      f"ene. {culprits.see(setup, ('centralt', 'centralt_andel'))}".rstrip())
