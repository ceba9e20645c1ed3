"""What the amounts buy in positions, or in weekly hours, at the pay the user has said (normering)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl, kroner, tal
from udfs.rules.fordel_stillinger import TIMER as HOURS
from workbook_templates.opsaetning import SETTINGS, TIMER

LIKELY = (100_000, 2_000_000)  # kr. a full-time position costs a year; outside, the user is told


class Staffing(NamedTuple):
    """The settings; the share is of the positions."""

    loen_paedagog: float | None
    loen_medhjaelper: float | None
    andel_paedagoger: float
    normering_i: str

    @property
    def pay(self) -> float:
        """What a position costs a year, of those the money is shared between."""
        share = self.andel_paedagoger
        return share * (self.loen_paedagog or 0.0) + (1 - share) * (self.loen_medhjaelper or 0.0)

    @property
    def shares(self) -> dict[str, float]:
        """The kinds of staff there are any of, and their shares."""
        share = self.andel_paedagoger
        return {key: part for key, part in (("paedagoger", share), ("medhjaelpere", 1 - share)) if part}

    @property
    def hours(self) -> int | None:
        """The weekly hours of a position, where it is hours that are told."""
        return HOURS if self.normering_i == TIMER else None

    @property
    def unit(self) -> str:
        return "timer pr. uge" if self.hours else "stillinger"

    def buys(self, amounts: Any) -> dict[str, np.ndarray]:
        """By kind of staff, one entry an amount."""
        bought = FUNCTIONS["FORDEL_STILLINGER"](amounts, *self)
        return {key: bought[:, column] for column, key in enumerate(("paedagoger", "medhjaelpere"))
                if key in self.shares}

    def mix(self) -> str:
        """What the pay of a position is made from: 60 % x 500.000 kr. + 40 % x 400.000 kr."""
        pay = {"paedagoger": self.loen_paedagog, "medhjaelpere": self.loen_medhjaelper}
        return " + ".join(f"{tal(100 * part)} % x {kroner(pay[key] or 0.0)}" for key, part in self.shares.items())

    def warnings(self) -> list[str]:
        """Pay that is no year's pay of a full-time position, such as a month's, or one in 1.000 kr."""
        pay = {"loen_paedagog": self.loen_paedagog, "loen_medhjaelper": self.loen_medhjaelper}
        return [f"{SETTINGS[key].label} er {kroner(amount)} Er det kr. for et år og en fuldtidsstilling?"
                for key, amount in pay.items() if amount is not None and not LIKELY[0] <= amount <= LIKELY[1]]


def read(setup: Setup) -> Staffing | None:
    """The settings of it, None where none is filled in; raises Refusal with the setting's name."""
    paedagog, medhjaelper, share = (setup.values[key] for key in ("loen_paedagog", "loen_medhjaelper",
                                                                   "andel_paedagoger"))
    if paedagog is None and medhjaelper is None and share is None:
        return None
    if medhjaelper is not None and share is None:
        raise Refusal(f"{SETTINGS['andel_paedagoger'].label} mangler: skriv den, når der er en årsløn for "
                      "medhjælpere, fx 60 %.")
    staffing = Staffing(paedagog, medhjaelper, 1.0 if share is None else share, setup.values["normering_i"])
    try:
        staffing.buys([0.0])
    except RegelFejl as refused:
        why = str(refused).partition(": ")[2]
        raise Refusal(f"{SETTINGS[refused.argument or ''].label}: {why}.") from None
    return staffing
