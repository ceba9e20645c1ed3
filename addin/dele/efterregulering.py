"""What was told before for the same year, and what each is still to have, or to pay back (efterregulering)."""

from __future__ import annotations

import math

import numpy as np

from addin.dele.form import Celler, Del, Kontrol
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet, is_whole
from addin.settings.setup import Setup
from udfs.errors import kroner
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.indstillinger import BESPARELSE
from workbook_templates.kontrolkolonner import UDMELDT

MOST = 5  # of those who are to have more, and of those who are to pay back; all stand in the table


class Efterregulering(Del[np.ndarray]):
    key = "efterregulering"
    navn = "efterregulering"
    ejer = frozenset({"udmeldt", "enhed_udmeldt"})
    ikke_i = {BESPARELSE: ("udmeldt",)}

    def laes(self, setup: Setup, figures: Figures) -> np.ndarray | None:
        """What each has been told before for the same year; a blank cell is nothing."""
        told = figures.column("udmeldt")
        return None if told is None else np.array([amount or 0.0 for amount in told])

    def kolonner(self, regnet: Regnet, data: np.ndarray) -> dict[str, Kolonne]:
        left = regnet.tildeling - data  # still to have, or, where it is negative, to pay back
        return {"udmeldt": Kolonne(data.tolist(), style="kr" if is_whole(data) else ""),
                "efterregulering": Kolonne(left.tolist(), forskel=("tildeling", "udmeldt"),
                                           style="kr_aendring" if is_whole(left) else "")}

    def trin(self, regnet: Regnet, data: np.ndarray) -> list[Step]:
        left = regnet.tildeling - data  # still to have, or, where it is negative, to pay back
        whole = is_whole(left)
        return [Step("udmeldt", with_sum(data.tolist()), style="kr" if whole else ""),
                Step("efterregulering", with_sum(left.tolist()), style="kr_aendring" if whole else "")]

    def noegletal(self, regnet: Regnet, data: np.ndarray) -> dict[str, list[KeyFigure]]:
        left = regnet.tildeling - data  # still to have, or, where it is negative, to pay back
        whole = is_whole(left)
        return {"efterregulering": [
            KeyFigure("Udmeldt tidligere, kr.", math.fsum(data), "kr" if whole else "kr_oere"),
            KeyFigure("Efterregulering i alt, kr.", math.fsum(left), "kr_aendring" if whole else "kr_oere_aendring")]}

    def afsnit(self, regnet: Regnet, data: np.ndarray) -> tuple[str, list[str]]:
        """Who is to have more than was told before, and who is to pay back."""
        names = [recipient.name for recipient in regnet.figures.recipients]
        found = sorted(zip((regnet.tildeling - data).tolist(), names), key=lambda each: -each[0])
        more = [(amount, name) for amount, name in found if amount > 0]
        back = [(-amount, name) for amount, name in reversed(found) if amount < 0]
        return "Efterregulering", [
            f"{regnet.many(len(part))} skal {what}, i alt {kroner(math.fsum(amount for amount, _ in part))} Mest: "
            f"{'; '.join(f'{name} {kroner(amount)}' for amount, name in part[:MOST])}"
            for part, what in ((more, "have mere"), (back, "betale tilbage")) if part]

    def kontrol(self, regnet: Regnet, data: np.ndarray) -> Kontrol:
        return Kontrol(
            kolonner=(UDMELDT,), vaerdier={"udmeldt": data.tolist()},
            formler={"udmeldt": lambda celler, number, row: celler.amount("udmeldt", number, row) + "+0"},
            kontroller=spec.EFTERREGULERINGSKONTROLLER, samme=same,
            celler=lambda celler: {"efterregulering": celler.total("efterregulering")})


def same(celler: Celler, number: int, row: int) -> list[str]:
    """What was told stands as it did, and the difference follows from it."""
    before = celler.here("udmeldt", row)
    return [f"ABS({before}-{celler.shown('udmeldt', number)})<=0.005",
            f"ABS({celler.shown('efterregulering', number)}-({celler.shown('tildeling', number)}-{before}))<=0.005"]
