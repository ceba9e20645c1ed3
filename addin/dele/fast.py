"""Fixed amounts (fast beløb): decided beforehand and paid first, each with its effect on the key and its reason."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from addin import inputs
from addin.danish import ended, listed
from addin.dele.form import VED_SIDEN, Del, Kontrol
from addin.figures import culprits, units
from addin.figures.besides import Besides
from addin.figures.institutions import Institutions, heading
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.errors import antal, kroner
from udfs.rounding import is_multiple
from workbook_templates.fordeling_kontrol import FASTKONTROLLER, Check
from workbook_templates.indstillinger import BESPARELSE, I_STEDET_FOR, OVEN_I
from workbook_templates.kontrolkolonner import PAA_TOPPEN
from workbook_templates.opsaetning import POOLS

COLUMNS = ("fast_virkning", "fast_grund")


@dataclass(frozen=True)
class Fixed:
    """One entry an institution."""

    besides: Besides
    effects: list[str]
    reasons: list[str]

    def note(self, number: int) -> str:
        return f"fast beløb {kroner(self.besides.kr[number] or 0)} {self.effects[number]}: {self.reasons[number]}"


class Fast(Del[Fixed]):
    key = "fast"
    ejer = frozenset({"fast", "fast_virkning", "fast_grund", "enhed_fast"})
    navn = "faste beløb"
    fylder = VED_SIDEN
    ikke_i = {BESPARELSE: ("fast",)}
    vises_uden = True

    def ved_siden(self, setup: Setup, basis: Institutions) -> Besides | None:
        return read(setup, basis)

    def laes(self, setup: Setup, figures: Figures) -> Fixed | None:
        return Fixed(figures.ved_siden, *said(figures.institutions)) if figures.ved_siden else None

    def kolonner(self, regnet: Regnet, data: Fixed) -> dict[str, Kolonne]:
        without = regnet.without(self.key)[0]
        blank = [amount is None for amount in regnet.figures.fast or ()]
        return {"fast": Kolonne([amount or 0.0 for amount in regnet.figures.fast or ()], blank=blank),
                **({} if without is None else {"uden_faste": Kolonne(without.tolist())})}

    def trin(self, regnet: Regnet, data: Fixed) -> list[Step]:
        return [Step("fast", with_sum([amount or 0.0 for amount in regnet.figures.fast or ()]))]

    def vilkaar(self, regnet: Regnet, data: Fixed) -> list[str]:
        return [f"først betales faste beløb på {kroner(data.besides.sum)} i alt"]

    def noegletal(self, regnet: Regnet, data: Fixed) -> dict[str, list[KeyFigure]]:
        return {"fast": [KeyFigure("Faste beløb (undtagelser), antal", data.besides.many),
                         KeyFigure("Faste beløb i alt, kr.", data.besides.sum, regnet.money_style),
                         KeyFigure("Til fordeling efter nøglen, kr.", regnet.fordeling.pulje, regnet.money_style)]}

    def bemaerkninger(self, regnet: Regnet, data: Fixed) -> list[str]:
        """Fixed amounts are told by name, each with its reason in the table."""
        why = regnet.without(self.key)[1]
        names = [r.name for r, amount in zip(regnet.figures.institutions.rows, data.besides.kr) if amount is not None]
        found = [ended(f"{antal(len(names), 'institution', 'institutioner')} har et fast beløb, i alt "
                       f"{kroner(data.besides.sum)}, som er betalt først: {listed(names)}")]
        return found + ([f"Fordelingen uden faste beløb kan ikke vises: {why}."] if why else [])

    def noter(self, data: Fixed, number: int) -> list[str]:
        return [data.note(number)] if data.besides.kr[number] is not None else []

    def overvaaget(self, setup: Setup) -> tuple[Check, ...]:
        return FASTKONTROLLER if "fast" in setup.areas else ()

    def kontrol(self, regnet: Regnet, data: Fixed) -> Kontrol:
        """Where bounds hold for both together, the amounts of those who also take part by the key."""
        if not regnet.bounded_with_first:
            return Kontrol()
        return Kontrol(kolonner=(PAA_TOPPEN,), vaerdier={"paa_toppen": list(regnet.figures.fixed_on_top or ())},
                       formler={"paa_toppen": lambda celler, number, row: celler.taking_part("fast", row)})


# ------------------------------------------------------------------------------------- reading


def read(setup: Setup, basis: Institutions) -> Besides | None:
    """The fixed amounts, None where there are none; raises Refusal with the cell."""
    amounts = basis.column("fast")
    if amounts is None:
        return None
    if any(amount is not None for amount in amounts):
        check_columns(setup)
    effects, reasons = said(basis)
    for number, amount in enumerate(amounts):
        check(setup, basis, number, amount, effects[number], reasons[number])
    instead = [amount is not None and effect == I_STEDET_FOR for amount, effect in zip(amounts, effects)]
    found, pool = Besides(amounts, instead), units.pool(setup)
    if found.sum > pool + 1e-6:
        raise Refusal(f"De faste beløb er {kroner(found.sum)} i alt, men puljen er {kroner(pool)} "
                      f"{culprits.see(setup, ('fast', *POOLS, 'centralt'))}".rstrip())
    return found if found.many else None


def said(basis: Institutions) -> tuple[list[str], list[str]]:
    """The effect and the reason of each, as they stand."""
    effects, reasons = (basis.words.get(key) or [""] * basis.n for key in COLUMNS)
    return [effect.casefold() for effect in effects], reasons


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
    if not is_multiple(np.array([amount]), unit)[0]:
        raise Refusal(f"{cell('fast')}: {heading(setup, 'fast')} er {kroner(amount)} for {name}, men beløbene skal "
                      f"være hele antal af {kroner(unit)} (Afrunding)")
