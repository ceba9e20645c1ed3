"""A new distribution that counts for a part only, and last year's amounts for the rest (indfasning)."""

from __future__ import annotations

import math

from addin.danish import ended, listed, percent
from addin.dele.form import FOERST, IN_THE_NEW, VED_SIDEN, Del
from addin.figures.foer import FOER
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet, Transition
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs.errors import kroner, tal
from workbook_templates.indstillinger import BESPARELSE


class Indfasning(Del[float]):
    """What it reads is the share of the new distribution."""

    key = "indfasning"
    ejer = frozenset({"andel_nyt"})
    kraever = frozenset({FOER})
    # What is paid besides is last year's too, and cannot be told from the rest.
    udelukker = frozenset({VED_SIDEN, FOERST})
    ikke_i = {BESPARELSE: ("andel_nyt",)}

    def andele(self, setup: Setup) -> dict[str, float]:
        part = setup.settings.andel_nyt
        if part is not None and not 0 < part <= 1:
            raise Refusal(f"{setup.said('andel_nyt')}: {tal(part)} ligger ikke mellem 0 og 1. Skriv fx 5/12 eller "
                          "42 %.")
        return {} if part in (None, 1) else {"andel_nyt": part}

    def laes(self, setup: Setup, figures: Figures) -> float | None:
        return self.andele(setup).get("andel_nyt")

    def kolonner(self, regnet: Regnet, data: float) -> dict[str, Kolonne]:
        return {"fuldt_indfaset": Kolonne(regnet.fordeling.fuldt_indfaset.tolist())}

    def trin(self, regnet: Regnet, data: float) -> list[Step]:
        return [Step("blandet", with_sum(regnet.fordeling.blandet.tolist()))]

    def vilkaar(self, regnet: Regnet, data: float) -> list[str]:
        return [f"den nye fordeling tæller {of(regnet).share()}, og sidste års beløb resten"]

    def noegletal(self, regnet: Regnet, data: float) -> dict[str, list[KeyFigure]]:
        blended = of(regnet)
        return {"indfasning": [KeyFigure("Indfasning, andel ny fordeling", blended.part, "pct2"),
                               KeyFigure("Sidste år i alt, kr.", blended.before, regnet.money_style,
                                         note=blended.told())]}

    def bemaerkninger(self, regnet: Regnet, data: float) -> list[str]:
        """What a transition does to the total, and to those whom the two distributions treat differently."""
        blended = of(regnet)
        difference = blended.given - math.fsum(regnet.fordeling.foer_afrunding)
        found = [f"Indfasning: {blended.told()}"]
        if abs(difference) >= regnet.fordeling.afrunding:
            more = "mere" if difference > 0 else "mindre"
            found.append(f"Der uddeles {kroner(abs(difference))} {more}, end der fordeles af puljen, fordi sidste års "
                         "tildeling var en anden i alt.")
        return found + told_apart(regnet, blended.part)


def of(regnet: Regnet) -> Transition:
    assert regnet.transition is not None
    return regnet.transition


def told_apart(regnet: Regnet, part: float) -> list[str]:
    """Those who are in one of the two distributions only, and those whom last year's part lifts over their cap."""
    done, before = regnet.fordeling, regnet.figures.column("sidste_aar") or []
    names = [recipient.name for recipient in regnet.figures.recipients]
    rows = list(zip(names, before, done.foer_afrunding.tolist(), done.hi.tolist(), regnet.tildeling.tolist()))
    groups = (
        ([name for name, then, now, _, _ in rows if now and not then],
         f"uden tildeling sidste år får kun {percent(part)} af den nye fordeling"),
        ([name for name, then, now, _, _ in rows if then and not now],
         f"uden penge{IN_THE_NEW} får {percent(1 - part)} af sidste års tildeling"),
        ([name for name, _, _, most, given in rows if given > most],
         "får mere end sit loft, fordi sidste års tildeling tæller med"))
    return [ended(f"{regnet.many(len(who))} {what}: {listed(who)}") for who, what in groups if who]
