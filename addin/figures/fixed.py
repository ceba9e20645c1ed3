"""Fixed amounts: decided beforehand and paid first, each with its effect on the key part and its reason."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from addin import inputs
from addin.figures import culprits, units
from addin.figures.institutions import Institutions, heading
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.errors import kroner
from udfs.rounding import is_multiple
from workbook_templates.opsaetning import I_STEDET_FOR, OVEN_I, POOLS

COLUMNS = ("fast_virkning", "fast_grund")


@dataclass(frozen=True)
class Fixed:
    """One entry an institution; kr is None where it has no fixed amount."""

    kr: list[float | None]
    effects: list[str]
    reasons: list[str]

    @property
    def sum(self) -> float:
        return math.fsum(amount for amount in self.kr if amount is not None)

    @property
    def many(self) -> int:
        return sum(amount is not None for amount in self.kr)

    @property
    def instead(self) -> list[bool]:
        """Who gets the fixed amount and nothing by the key."""
        return [amount is not None and effect == I_STEDET_FOR for amount, effect in zip(self.kr, self.effects)]

    @property
    def on_top(self) -> list[float]:
        """The amounts of those who also take part by the key."""
        return [0.0 if paid else amount or 0.0 for amount, paid in zip(self.kr, self.instead)]

    def bound(self, amounts: list[float | None]) -> list[float | None]:
        """Amounts that bound this year's: not of those who only get a fixed one, which is an exception from them."""
        return [None if paid else amount for amount, paid in zip(amounts, self.instead)]

    def key(self, noegle: list[float | None]) -> list[float | None]:
        """The keys that take part: 0 where the fixed amount stands instead of them."""
        return [0.0 if paid else value for value, paid in zip(noegle, self.instead)]

    def note(self, number: int) -> str:
        return f"fast beløb {kroner(self.kr[number] or 0)} {self.effects[number]}: {self.reasons[number]}"


def read(setup: Setup, basis: Institutions) -> Fixed | None:
    """The fixed amounts, None where there are none; raises Refusal with the cell."""
    amounts = basis.column("fast")
    if amounts is None:
        return None
    if any(amount is not None for amount in amounts):
        check_columns(setup)
    words = {key: basis.words.get(key) or [""] * basis.n for key in COLUMNS}
    effects = [effect.casefold() for effect in words["fast_virkning"]]
    for number, amount in enumerate(amounts):
        check(setup, basis, number, amount, effects[number], words["fast_grund"][number])
    fixed = Fixed(amounts, effects, words["fast_grund"])
    pool = units.pool(setup)
    if fixed.sum > pool + 1e-6:
        raise Refusal(f"De faste beløb er {kroner(fixed.sum)} i alt, men puljen er {kroner(pool)} "
                      f"{culprits.see(setup, ('fast', *POOLS, 'centralt'))}".rstrip())
    return fixed if fixed.many else None


def check_columns(setup: Setup) -> None:
    """An amount without its effect and reason cannot be explained to anybody."""
    missing = [key for key in COLUMNS if key not in setup.areas]
    if missing:
        named = {"fast_virkning": f'virkning ("{OVEN_I}" eller "{I_STEDET_FOR}")', "fast_grund": "begrundelse"}
        raise Refusal(f"{setup.areas['fast']}: der er faste beløb, men ingen kolonne med "
                      f"{' og '.join(named[key] for key in missing)}. Tilføj den, og giv den navnet "
                      f"{' og '.join('Fordel_' + key for key in missing)} (Formler, Definer navn).")


def check(setup: Setup, basis: Institutions, number: int, amount: float | None, effect: str, reason: str) -> None:
    """Each amount has its effect and its reason, and is in whole units of the rounding."""
    def cell(key: str) -> str:
        return inputs.where(basis.sheet, basis.rows[number].row, setup.areas[key].column)

    name = basis.rows[number].name
    if amount is None:
        if effect == I_STEDET_FOR:
            raise Refusal(f'{cell("fast_virkning")}: {name} har "{I_STEDET_FOR}", men intet fast beløb. Skriv 0, hvis '
                          "den intet skal have.")
        return
    if effect not in (OVEN_I, I_STEDET_FOR):
        raise Refusal(f'{cell("fast_virkning")}: {name} har et fast beløb, så her skal stå "{OVEN_I}" (den er også '
                      f'med i fordelingen) eller "{I_STEDET_FOR}" (den får kun det faste beløb).')
    if not reason:
        raise Refusal(f"{cell('fast_grund')}: {name} har et fast beløb, så her skal stå hvorfor.")
    unit = setup.settings.afrunding
    if isinstance(unit, (int, float)) and unit > 0 and not is_multiple(np.array([amount]), unit)[0]:
        raise Refusal(f"{cell('fast')}: {heading(setup, 'fast')} er {kroner(amount)} for {name}, men beløbene skal "
                      f"være hele antal af {kroner(unit)} (Afrunding)")
