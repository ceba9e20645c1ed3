"""Amounts in kr., whatever unit the user's cells are in."""

from __future__ import annotations

from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.rounding import half_up
from workbook_templates.opsaetning import ENHEDER, POOLS, SETTINGS

OERE = 0.01  # kr.: thousands and millions are turned into whole øre


def word(setup: Setup, key: str) -> str:
    """The unit of the pool or of a column of amounts, as ENHEDER spells it."""
    setting = SETTINGS[f"enhed_{key}"]
    said = str(setup.values.get(setting.key) or setting.default).strip()
    known = {unit.casefold(): unit for unit in ENHEDER}
    if said.casefold() not in known:
        raise Refusal(f'{setting.label}: "{said}" er ikke en enhed. Skriv {", ".join(ENHEDER)}.')
    return known[said.casefold()]


def factor(setup: Setup, key: str) -> int:
    """How many kr. one of the unit is."""
    return ENHEDER[word(setup, key)]


def in_kroner(value: float, times: int) -> float:
    """An amount in kr.; what stands in kr. already is left as it is.

    >>> in_kroner(1230.5, 1000), in_kroner(0.3, 1)
    (1230500.0, 0.3)
    """
    return value if times == 1 else half_up(value * times, OERE)


def column_in_kroner(values: list[float | None], times: int) -> list[float | None]:
    return [None if value is None else in_kroner(value, times) for value in values]


def pools(setup: Setup) -> dict[str, float]:
    """The pools that are there, each in kr."""
    times = factor(setup, "pulje")
    return {key: in_kroner(setup.values[key], times) for key in POOLS if setup.values.get(key) is not None}


def pool(setup: Setup) -> float:
    """The whole pool: all of them together, counted in their own unit first, as the control does."""
    parts = [setup.values[key] for key in POOLS if setup.values.get(key) is not None]
    return in_kroner(sum(parts[1:], parts[0]), factor(setup, "pulje"))
