"""The amounts in 1.000 kr. too, to so many decimals (tusind)."""

from __future__ import annotations

from addin.dele.form import Del, Kontrol
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne
from addin.run.regnet import Regnet
from addin.settings.setup import Setup

MILLE = 1000


class Tusind(Del[int]):
    key = "tusind"
    ejer = frozenset({"tusind_decimaler"})

    def laes(self, setup: Setup, figures: Figures) -> int | None:
        many = setup.settings.tusind_decimaler
        return None if many is None else int(many)

    def kolonner(self, regnet: Regnet, data: int) -> dict[str, Kolonne]:
        return {"tusind": Kolonne([round(amount / MILLE, data) for amount in regnet.tildeling.tolist()])}

    def noegletal(self, regnet: Regnet, data: int) -> dict[str, list[KeyFigure]]:
        return {"tusind": [KeyFigure("Decimaler i 1.000 kr.", data)]}

    def kontrol(self, regnet: Regnet, data: int) -> Kontrol:
        return Kontrol(samme=lambda celler, number, row: [
            f"ABS(ROUND({celler.shown('tildeling', number)}/{MILLE},{data})-{celler.shown('tusind', number)})<=1E-9"])
