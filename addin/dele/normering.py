"""What the amounts buy in positions, or in weekly hours, at the pay the user has said (normering)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from addin.dele.form import Celler, Del, Formula, Kontrol
from addin.figures.read import Figures
from addin.run.noegletal import Cell, KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl, kroner, tal
from udfs.rules.fordel_stillinger import TIMER as HOURS
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling import ANDELSNAVN, LOENNAVN
from workbook_templates.indstillinger import TIMER
from workbook_templates.kontrolkolonner import BEMANDING
from workbook_templates.opsaetning import SETTINGS

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
    paedagog, medhjaelper, share = (setup.settings.vaerdi(key) for key in ("loen_paedagog", "loen_medhjaelper",
                                                                   "andel_paedagoger"))
    if paedagog is None and medhjaelper is None and share is None:
        return None
    if medhjaelper is not None and share is None:
        raise Refusal(f"{SETTINGS['andel_paedagoger'].label} mangler: skriv den, når der er en årsløn for "
                      "medhjælpere, fx 60 %.")
    staffing = Staffing(paedagog, medhjaelper, 1.0 if share is None else share, setup.settings.normering_i)
    try:
        staffing.buys([0.0])
    except RegelFejl as refused:
        raise Refusal(f"{SETTINGS[refused.argument or ''].label}: {refused.grund}.") from None
    return staffing


class Normering(Del[Staffing]):
    key = "normering"
    ejer = frozenset({"loen_paedagog", "loen_medhjaelper", "andel_paedagoger", "normering_i"})

    def laes(self, setup: Setup, figures: Figures) -> Staffing | None:
        return read(setup)

    def kolonner(self, regnet: Regnet, data: Staffing) -> dict[str, Kolonne]:
        return {kind: Kolonne(values.tolist(), formel=in_row(data, kind), unit=data.unit)
                for kind, values in data.buys(regnet.tildeling).items()}

    def trin(self, regnet: Regnet, data: Staffing) -> list[Step]:
        hours = f" x {data.hours}" if data.hours else ""
        made = f"beløbet / årslønnen pr. stilling, {kroner(data.pay)}{hours}"
        return [Step(kind, with_sum(values.tolist()), f"{tal(100 * data.shares[kind])} % x {made}", data.unit)
                for kind, values in data.buys(regnet.tildeling).items()]

    def noegletal(self, regnet: Regnet, data: Staffing) -> dict[str, list[KeyFigure]]:
        """What the positions are calculated from."""
        style = "kr" if data.pay.is_integer() else "kr_oere"
        return {"normering": [KeyFigure(LOENNAVN, data.pay, style, note=data.mix(), key="loen"),
                              KeyFigure(ANDELSNAVN, data.andel_paedagoger, "pct2", key="andel")]}

    def bemaerkninger(self, regnet: Regnet, data: Staffing) -> list[str]:
        return data.warnings()

    def kontrol(self, regnet: Regnet, data: Staffing) -> Kontrol:
        buys = data.buys(regnet.tildeling)
        used = data._asdict()
        settings = {key: "" if used[key] is None else used[key] for key in spec.NORMERING}
        return Kontrol(
            kolonner=tuple(column for column in BEMANDING if column.key in buys),
            vaerdier={kind: values.tolist() for kind, values in buys.items()},
            formler={kind: proven(data, kind) for kind in buys},
            indstillinger=spec.NORMERING, parametre=spec.LOEN,
            parametervaerdier={**settings, "loen_pr_stilling": data.pay},
            kontroller=spec.NORMERINGSKONTROLLER,
            samme=lambda celler, number, row: [is_near(celler.here(kind, row), celler.shown(kind, number))
                                               for kind in buys],
            celler=lambda celler: {"normering": totals(celler, list(buys))})


def bought(staffing: Staffing, kind: str, amount: str, pay: str, share: str) -> str:
    """What an amount buys of a kind of staff, in the order the function calculates it."""
    positions = f"{amount}/{pay}" + (f"*{staffing.hours}" if staffing.hours else "")
    return f"{share if kind == 'paedagoger' else f'(1-{share})'}*({positions})"


def in_row(staffing: Staffing, kind: str) -> Callable[[Cell, Mapping[str, str]], str]:
    """The formula on the result sheet, at the pay that stands among the key figures."""
    return lambda cell, kept: bought(staffing, kind, cell("tildeling"), kept["loen"], kept["andel"])


def proven(staffing: Staffing, kind: str) -> Formula:
    """And on the control, at the pay that stands in the settings now."""
    return lambda celler, number, row: bought(staffing, kind, celler.shown("tildeling", number),
                                              celler.param("loen_pr_stilling"), celler.param("andel_paedagoger"))


def totals(celler: Celler, kinds: list[str]) -> str:
    """Conditions that the sums on the result sheet are the sums of the control."""
    return ",".join(is_near(f"SUM({celler.whole(kind)})", celler.total(kind)) for kind in kinds)


def is_near(here: str, there: str) -> str:
    """A condition that two calculated figures are the same to nine digits."""
    return f"ABS({here}-{there})<=1E-9*MAX(1,ABS({here}))"
