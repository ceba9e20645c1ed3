"""What each has applied for, and gets no more than (ansøgt beløb): by the key, in turn, or with the same loss."""

from __future__ import annotations

import math

from addin.danish import ended, listed
from addin.dele.form import Celler, Del, Kontrol
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.applications import Turns
from udfs.distribution import AFSLAG, ANSOEGT
from udfs.errors import kroner, tal
from workbook_templates import indstillinger, kontrolkolonner
from workbook_templates.indstillinger import BESPARELSE, EFTER_NOEGLE
from workbook_templates.opsaetning import SETTINGS

Amounts = list[float]  # kr., one a recipient; a blank cell is nothing
HOW, ORDER = "ansoegninger_deles", "prioritet"
WHY = {indstillinger.PRIORITET: "den, der går forud, får alt det ansøgte, og en anden grænse ville tage det fra den.",
       indstillinger.LIGE_AFSLAG: "alle mister lige meget, og en anden grænse ville give nogen et andet afslag."}
MENDED = "Tøm den, eller del ansøgningerne efter nøglen."


class Ansoegt(Del[Amounts]):
    key = "ansoegt"
    navn = "ansøgt beløb"
    ejer = frozenset({"ansoegt", "enhed_ansoegt", HOW, ORDER})
    ikke_i = {BESPARELSE: ("ansoegt",)}

    def alene(self, setup: Setup) -> str:
        how = setup.settings.ansoegninger_deles
        return f"ansøgninger deles ved {how}: {WHY[how]} {MENDED}" if how in WHY else ""

    def laes(self, setup: Setup, figures: Figures) -> Amounts | None:
        applied = figures.column("ansoegt")
        if setup.settings.ansoegninger_deles != EFTER_NOEGLE:
            refuse_key(setup)
        if setup.settings.ansoegninger_deles == indstillinger.PRIORITET:
            refuse_odd_order(setup, figures)
        return None if applied is None else [amount or 0.0 for amount in applied]

    def kolonner(self, regnet: Regnet, data: Amounts) -> dict[str, Kolonne]:
        return {"ansoegt": Kolonne(data)}

    def trin(self, regnet: Regnet, data: Amounts) -> list[Step]:
        done = regnet.fordeling
        if not done.deling:
            return [Step("ansoegt", with_sum(data))]
        steps = [Step("soegt", with_sum(data))]
        if regnet.equal_losses:
            lost = [min(done.sats, claim) for claim in done.hi.tolist()]
            return [*steps, Step("afslag", with_sum(lost))]
        assert done.ture is not None
        return [*steps, Step("prioritet", [*("" if each is None else each for each in order(regnet.figures)), ""]),
                Step("soegt_foer", [*done.ture.foer.tolist(), ""]),
                Step("soegt_med", [*done.ture.til_og_med.tolist(), ""])]

    def vilkaar(self, regnet: Regnet, data: Amounts) -> list[str]:
        return ["ingen får mere, end der er ansøgt om"]

    def noegletal(self, regnet: Regnet, data: Amounts) -> dict[str, list[KeyFigure]]:
        done, whole = regnet.fordeling, regnet.fordeling.bundet.count(ANSOEGT)
        if done.deling:
            whole = int(((done.hi > 0) & (done.tildeling >= done.hi)).sum())
        return {"ansoegt": [KeyFigure("Ansøgt i alt, kr.", math.fsum(data), regnet.money_style)],
                "ved_ansoegt": [KeyFigure(f"{regnet.recipients} ved det ansøgte", whole)]}

    def bemaerkninger(self, regnet: Regnet, data: Amounts) -> list[str]:
        """Where the money ended, and who gets nothing because of it."""
        done, names = regnet.fordeling, [recipient.name for recipient in regnet.figures.recipients]
        found = []
        if done.deling and regnet.figures.institutions.months is not None:
            found.append("Måneder i drift nedsætter ikke det ansøgte.")
        out = [name for name, claim, weight in zip(names, data, done.vaegt.tolist()) if claim and not weight]
        if done.ture is not None and out:
            found.append(ended(f"{regnet.many(len(out))} får intet, for puljen slipper op før deres prioritet: "
                               f"{listed(out)}"))
        lost = [name for name, bound in zip(names, done.bundet) if bound == AFSLAG]
        if lost:
            found.append(ended(f"{regnet.many(len(lost))} får intet, for der er ansøgt om højst afslaget på "
                               f"{kroner(round(done.sats, 2))}: {listed(lost)}"))
        return found

    def kontrol(self, regnet: Regnet, data: Amounts) -> Kontrol:
        mine = Kontrol(kolonner=(kontrolkolonner.ANSOEGT,), vaerdier={"ansoegt": data},
                       graenser=(kontrolkolonner.Bound(True, "{ansoegt}"),),
                       formler={"ansoegt": lambda celler, number, row: celler.amount("ansoegt", number, row) + "+0"})
        ture = regnet.fordeling.ture
        return mine if ture is None else with_turns(mine, ture, order(regnet.figures))


def with_turns(mine: Kontrol, ture: Turns, held: list[float | None]) -> Kontrol:
    """And each one's priority, with what is applied for before it: a priority that is changed is seen, also where it
    moves nothing."""
    def same(celler: Celler, number: int, row: int) -> list[str]:
        return [f"{celler.here(ORDER, row)}={held[number] or 0:.0f}"]

    return mine._replace(
        kolonner=(*mine.kolonner, *kontrolkolonner.PRIORITET),
        vaerdier={**mine.vaerdier, ORDER: [each or 0.0 for each in held], "soegt_foer": ture.foer.tolist(),
                  "soegt_med": ture.til_og_med.tolist()},
        graenser=(*mine.graenser, kontrolkolonner.TUR),
        formler={**mine.formler, ORDER: lambda celler, number, row: celler.figure(ORDER, number) + "+0"}, samme=same)


# ------------------------------------------------------------------------------------- reading


def order(figures: Figures) -> list[float | None]:
    """The priorities, None where the cell is blank."""
    return list(figures.column(ORDER) or ())


def refuse_key(setup: Setup) -> None:
    """A pool's own key would move nothing."""
    if setup.areas.get("noegle") != setup.areas.get("ansoegt"):
        raise Refusal(f"{setup.areas[setup.key]}: {SETTINGS[setup.key].label} kan ikke bruges, når ansøgninger deles "
                      f"ved {setup.settings.ansoegninger_deles}, for det sker efter det ansøgte alene.")


def refuse_odd_order(setup: Setup, figures: Figures) -> None:
    """Whole numbers from 1, one each of those who apply."""
    label, basis = SETTINGS[ORDER].label, figures.institutions
    if figures.grouped:
        raise Refusal(f"{label} kan ikke bruges, når flere institutioner har samme modtager: skriv én ansøgning pr. "
                      f"modtager, eller del dem ved {indstillinger.LIGE_AFSLAG}.")
    for number, (place, claim) in enumerate(zip(basis.column(ORDER) or (), basis.column("ansoegt") or ())):
        cell, name = basis.place(setup, ORDER, number), basis.rows[number].name
        if place is None and claim:
            raise Refusal(f"{cell}: {name} har ansøgt om {kroner(claim)} og har ingen prioritet. Skriv et helt tal "
                          "fra 1; 1 får det hele før 2.")
        if place is not None and (place < 1 or place != int(place)):
            raise Refusal(f"{cell}: prioriteten for {name} er {tal(place)}. Skriv et helt tal fra 1; 1 får det hele "
                          "før 2.")
