"""Basic amounts (grundbeløb): so much to each recipient before the key is used, whatever its key is."""

from __future__ import annotations

import math

import numpy as np

from addin import inputs
from addin.danish import ended, listed
from addin.dele.form import FOERST, Celler, Del, Kontrol
from addin.figures import culprits, recipients, units
from addin.figures.besides import FASTE, Besides
from addin.figures.institutions import Institutions, heading
from addin.figures.read import Figures
from addin.figures.recipients import Recipients
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.errors import kroner, tal
from udfs.rounding import is_multiple
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.indstillinger import BESPARELSE, I_STEDET_FOR
from workbook_templates.kontrolkolonner import GRUNDBELOEB
from workbook_templates.opsaetning import POOLS, SETTINGS

ONE, EACH = "grundbeloeb", "grundbeloeb_kolonne"
Amounts = list[float]  # kr., one a recipient


class Grundbeloeb(Del[Amounts]):
    key = "grundbeloeb"
    navn = "grundbeløb"
    ejer = frozenset({ONE, EACH, f"enhed_{EACH}"})
    fylder = FOERST
    ikke_i = {BESPARELSE: (ONE, EACH)}

    def foerst(self, setup: Setup, basis: Institutions, besides: Besides | None) -> inputs.Column | None:
        amounts = read(setup, basis, besides)
        if amounts is not None:
            refuse_too_much(setup, math.fsum(amounts), besides)
        return None if amounts is None else list(amounts)

    def laes(self, setup: Setup, figures: Figures) -> Amounts | None:
        return None if figures.grundbeloeb is None else [amount or 0.0 for amount in figures.grundbeloeb]

    def kolonner(self, regnet: Regnet, data: Amounts) -> dict[str, Kolonne]:
        return {"grundbeloeb": Kolonne(data)}

    def trin(self, regnet: Regnet, data: Amounts) -> list[Step]:
        return [Step("grundbeloeb", with_sum(data))]

    def vilkaar(self, regnet: Regnet, data: Amounts) -> list[str]:
        one = regnet.setup.settings.grundbeloeb
        each = f"får hver {regnet.recipient.lower()} et grundbeløb på {kroner(one)}" if one else (
            f"betales grundbeløb på {kroner(math.fsum(data))} i alt")
        return [f"først {each}"]

    def noegletal(self, regnet: Regnet, data: Amounts) -> dict[str, list[KeyFigure]]:
        style = regnet.money_style
        left = KeyFigure("Til fordeling efter nøglen, kr.", regnet.fordeling.pulje, style)
        return {"grundbeloeb": [KeyFigure("Grundbeløb i alt, kr.", math.fsum(data), style,
                                          note=f"Til {regnet.many(sum(amount > 0 for amount in data))}."),
                                *([left] if regnet.figures.ved_siden is None else [])]}  # else it follows below

    def bemaerkninger(self, regnet: Regnet, data: Amounts) -> list[str]:
        """Who has nothing but it, and who has none."""
        names = [recipient.name for recipient in regnet.figures.recipients]
        only = [name for name, amount, kr, total in
                zip(names, data, regnet.fordeling.tildeling.tolist(), regnet.tildeling.tolist())
                if amount and not kr and amount == total]
        none = [name for name, amount in zip(names, data) if not amount]
        found = [ended(f"{regnet.many(len(only))} får kun sit grundbeløb og intet efter nøglen: {listed(only)}")
                 ] if only else []
        if none:
            why = "cellen er tom eller 0" if EACH in regnet.setup.areas else (
                'et fast beløb står "i stedet for"')
            found.append(ended(f"{regnet.many(len(none))} får intet grundbeløb, for {why}: {listed(none)}"))
        if regnet.figures.institutions.months is not None:
            found.append("Måneder i drift nedsætter ikke grundbeløbet.")
        return found

    def kontrol(self, regnet: Regnet, data: Amounts) -> Kontrol:
        one = regnet.setup.settings.grundbeloeb
        return Kontrol(
            kolonner=(GRUNDBELOEB,), vaerdier={"grundbeloeb": data}, formler={"grundbeloeb": of_column if
                                                                             EACH in regnet.setup.areas else of_all},
            indstillinger=spec.GRUNDBELOEB, parametervaerdier={ONE: "" if one is None else one},
            kontroller=spec.GRUNDBELOEBSKONTROLLER, samme=same)


def of_column(celler: Celler, number: int, row: int) -> str:
    return celler.amount(EACH, number, row) + "+0"


def of_all(celler: Celler, number: int, row: int) -> str:
    """The same to each who takes part by the key."""
    takes_part, amount = celler.takes_part(row), f"SUM({celler.param(ONE)})"
    return f"IF({takes_part},{amount},0)" if takes_part else amount


def same(celler: Celler, number: int, row: int) -> list[str]:
    """What is shown is what it is now."""
    return [f"ABS({celler.here('grundbeloeb', row)}-{celler.shown('grundbeloeb', number)})<=0.005"]


# ------------------------------------------------------------------------------------- reading


def read(setup: Setup, basis: Institutions, besides: Besides | None) -> Amounts | None:
    """What each recipient is paid; None where there are no basic amounts. Raises Refusal with the cell."""
    members = recipients.gather(basis.rows, basis.words.get("modtager"))
    one, each = setup.settings.grundbeloeb, basis.column(EACH)
    if one is not None and each is not None:
        raise Refusal(f"{setup.areas[EACH]}: {SETTINGS[EACH].label} og {SETTINGS[ONE].label} kan ikke bruges sammen. "
                      "Tøm den ene.")
    if each is not None:
        check_each(setup, basis, each, besides)
        return [amount or 0.0 for amount in members.total(each)]
    return of_one(setup, members, one, besides) if one else None


def of_one(setup: Setup, members: Recipients, one: float, besides: Besides | None) -> Amounts:
    """The same to each recipient, and once to one of several institutions; none where all it gets is fixed."""
    if one < 0:
        raise Refusal(f"{setup.said(ONE)}: {tal(one)} er negativt. Skriv det, hver skal have.")
    refuse_parts_of_unit(setup, setup.said(ONE), one)
    return [0.0 if besides and all(besides.instead[number] for number in numbers) else one
            for numbers in members.all_members]


def check_each(setup: Setup, basis: Institutions, each: inputs.Column, besides: Besides | None) -> None:
    """Whole units of the rounding, and nothing to one that only gets a fixed amount."""
    for number, amount in enumerate(each):
        cell, name = basis.place(setup, EACH, number), basis.rows[number].name
        if amount and besides and besides.instead[number]:
            raise Refusal(f'{cell}: {name} har et grundbeløb, men også et fast beløb "{I_STEDET_FOR}". Tøm den ene '
                          "celle.")
        refuse_parts_of_unit(setup, f"{cell}: {heading(setup, EACH)} for {name}", amount or 0.0)


def refuse_parts_of_unit(setup: Setup, what: str, amount: float) -> None:
    unit = setup.settings.afrunding
    if not is_multiple(np.array([amount]), unit)[0]:
        raise Refusal(f"{what} er {kroner(amount)}, men beløbene skal være hele antal af {kroner(unit)} "
                      "(Afrunding)")


def refuse_too_much(setup: Setup, paid: float, besides: Besides | None) -> None:
    """Both amounts, where the pool is too small for them."""
    fixed = besides.sum if besides else 0.0
    if paid + fixed > units.pool(setup) + 1e-6:
        more = f" og de {FASTE} {kroner(fixed)}" if fixed else ""
        raise Refusal(f"Grundbeløbene er {kroner(paid)} i alt{more}, men puljen er {kroner(units.pool(setup))} "
                      f"{culprits.see(setup, (ONE, EACH, 'fast', *POOLS, 'centralt'))}".rstrip())
