"""Fixed amounts, decided beforehand and paid first (fast beløb); addin.figures.fixed reads them."""

from __future__ import annotations

from addin.danish import ended, listed
from addin.dele.form import Del, Kontrol
from addin.figures.fixed import Fixed
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from udfs.errors import antal, kroner
from workbook_templates.fordeling_kontrol import FASTKONTROLLER, Check
from workbook_templates.kontrolkolonner import PAA_TOPPEN


class Fast(Del[Fixed]):
    key = "fast"
    ejer = frozenset({"fast", "fast_virkning", "fast_grund", "enhed_fast"})
    vises_uden = True

    def laes(self, setup: Setup, figures: Figures) -> Fixed | None:
        return figures.fixed

    def kolonner(self, regnet: Regnet, data: Fixed) -> dict[str, Kolonne]:
        without = regnet.uden_faste[0]
        blank = [amount is None for amount in regnet.figures.fast or ()]
        return {"noegledel": Kolonne(regnet.fordeling.tildeling.tolist()),
                "fast": Kolonne([amount or 0.0 for amount in regnet.figures.fast or ()], blank=blank),
                **({} if without is None else {"uden_faste": Kolonne(without.tolist())})}

    def trin(self, regnet: Regnet, data: Fixed) -> list[Step]:
        return [Step("fast", with_sum([amount or 0.0 for amount in regnet.figures.fast or ()]))]

    def noegletal(self, regnet: Regnet, data: Fixed) -> dict[str, list[KeyFigure]]:
        return {"fast": [KeyFigure("Faste beløb (undtagelser), antal", data.many),
                         KeyFigure("Faste beløb i alt, kr.", data.sum, regnet.money_style),
                         KeyFigure("Til fordeling efter nøglen, kr.", regnet.fordeling.pulje, regnet.money_style)]}

    def bemaerkninger(self, regnet: Regnet, data: Fixed) -> list[str]:
        """Fixed amounts are told by name, each with its reason in the table."""
        why = regnet.uden_faste[1]
        names = [r.name for r, amount in zip(regnet.figures.institutions.rows, data.kr) if amount is not None]
        found = [ended(f"{antal(len(names), 'institution', 'institutioner')} har et fast beløb, i alt "
                       f"{kroner(data.sum)}, som er betalt først: {listed(names)}")]
        return found + ([f"Fordelingen uden faste beløb kan ikke vises: {why}."] if why else [])

    def noter(self, data: Fixed, number: int) -> list[str]:
        return [data.note(number)] if data.kr[number] is not None else []

    def overvaaget(self, setup: Setup) -> tuple[Check, ...]:
        return FASTKONTROLLER if "fast" in setup.areas else ()

    def kontrol(self, regnet: Regnet, data: Fixed) -> Kontrol:
        """Where bounds hold for both together, the amounts of those who also take part by the key."""
        if not regnet.bounded_with_fixed:
            return Kontrol()
        return Kontrol(kolonner=(PAA_TOPPEN,), vaerdier={"paa_toppen": list(regnet.figures.on_top or ())},
                       formler={"paa_toppen": lambda celler, number, row: celler.taking_part("fast", row)})
