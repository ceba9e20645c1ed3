"""What each has applied for, and gets no more than (ansøgt beløb)."""

from __future__ import annotations

import math

from addin.dele.form import Del, Kontrol
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from udfs.distribution import ANSOEGT
from workbook_templates import kontrolkolonner
from workbook_templates.indstillinger import BESPARELSE

Amounts = list[float]  # kr., one a recipient; a blank cell is nothing


class Ansoegt(Del[Amounts]):
    key = "ansoegt"
    navn = "ansøgt beløb"
    ejer = frozenset({"ansoegt", "enhed_ansoegt"})
    ikke_i = {BESPARELSE: ("ansoegt",)}

    def laes(self, setup: Setup, figures: Figures) -> Amounts | None:
        applied = figures.column("ansoegt")
        return None if applied is None else [amount or 0.0 for amount in applied]

    def kolonner(self, regnet: Regnet, data: Amounts) -> dict[str, Kolonne]:
        return {"ansoegt": Kolonne(data)}

    def trin(self, regnet: Regnet, data: Amounts) -> list[Step]:
        return [Step("ansoegt", with_sum(data))]

    def vilkaar(self, regnet: Regnet, data: Amounts) -> list[str]:
        return ["ingen får mere, end der er ansøgt om"]

    def noegletal(self, regnet: Regnet, data: Amounts) -> dict[str, list[KeyFigure]]:
        held = regnet.fordeling.bundet.count(ANSOEGT)
        return {"ansoegt": [KeyFigure("Ansøgt i alt, kr.", math.fsum(data), regnet.money_style)],
                "ved_ansoegt": [KeyFigure(f"{regnet.recipients} ved det ansøgte", held)]}

    def kontrol(self, regnet: Regnet, data: Amounts) -> Kontrol:
        return Kontrol(kolonner=(kontrolkolonner.ANSOEGT,), vaerdier={"ansoegt": data},
                       graenser=(kontrolkolonner.Bound(True, "{ansoegt}"),),
                       formler={"ansoegt": lambda celler, number, row: celler.amount("ansoegt", number, row) + "+0"})
