"""A finished key with changes by hand, each with its reason (ændring); addin.figures.adjusted reads them."""

from __future__ import annotations

from addin.dele.form import Del
from addin.figures.adjusted import Adjusted
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from workbook_templates.fordeling_kontrol import AENDRINGSKONTROLLER, Check


class Aendring(Del[Adjusted]):
    key = "aendring"
    ejer = frozenset({"noegle_aendring", "noegle_grund"})
    vises_uden = True

    def laes(self, setup: Setup, figures: Figures) -> Adjusted | None:
        return figures.institutions.adjusted

    def kolonner(self, regnet: Regnet, data: Adjusted) -> dict[str, Kolonne]:
        without = regnet.without(self.key)[0]
        return {} if without is None else {"uden_aendringer": Kolonne(without.tolist())}

    def noegletal(self, regnet: Regnet, data: Adjusted) -> dict[str, list[KeyFigure]]:
        without = regnet.without(self.key)[0]
        moved = [] if without is None else [KeyFigure("Ændringerne flytter, kr.", regnet.moved(without), "kr")]
        return {"aendring": [KeyFigure("Ændrede nøgler (undtagelser), antal", data.many), *moved]}

    def bemaerkninger(self, regnet: Regnet, data: Adjusted) -> list[str]:
        """Keys changed by hand are told by name, each with its reason in the table."""
        why = regnet.without(self.key)[1]
        found = [data.told(regnet.figures.institutions.rows)]
        return found + ([f"Fordelingen uden ændring af nøglen kan ikke vises: {why}."] if why else [])

    def noter(self, data: Adjusted, number: int) -> list[str]:
        return [data.note(number)] if data.changes[number] else []

    def overvaaget(self, setup: Setup) -> tuple[Check, ...]:
        return AENDRINGSKONTROLLER if self.ejer <= setup.areas.keys() else ()
