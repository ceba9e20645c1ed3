"""Amounts kept within shares of last year's, or, of a saving, of the base budget (garanti, højst)."""

from __future__ import annotations

from functools import partial

from addin.danish import ended, listed, percent
from addin.dele.form import IN_THE_NEW, Celler, Del, Kontrol
from addin.figures import retning
from addin.figures.foer import FOER
from addin.figures.pr_barn import PrBarn
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs import distribution
from udfs.errors import tal
from workbook_templates.indstillinger import BESPARELSE, TILDELING
from workbook_templates.kontrolkolonner import Bound

PR_BARN = {"gulv_pr_barn": "garanti", "loft_pr_barn": "hoejst"}  # what bounds kroner per child, and the share it is
Shares = dict[str, float]  # the least and the most share, where there is one


class Garanti(Del[Shares]):
    key = "garanti"
    ejer = frozenset({"garanti", "hoejst", "hoejst_andel", "garanti_gaelder", "boern_foer"})
    kraever = frozenset({FOER})
    ikke_i = {BESPARELSE: ("garanti", "hoejst"), TILDELING: ("hoejst_andel",)}

    def andele(self, setup: Setup) -> Shares:
        settings, most = setup.settings, retning.of(setup).hoejst
        share = settings.hoejst_andel
        if share is not None and not 0 < share <= 1:
            raise Refusal(f"{setup.said('hoejst_andel')}: {tal(share)} ligger ikke mellem 0 og 1; mente du "
                          f"{tal(share)} %?")
        there = {"garanti": settings.garanti, "hoejst": settings.vaerdi(most)}
        return {argument: share for argument, share in there.items() if share is not None}

    def laes(self, setup: Setup, figures: Figures) -> Shares | None:
        if setup.settings.hoejst == 0:
            raise Refusal(f"{setup.said('hoejst')}: 0 kan ikke bruges; lad cellen være tom, hvis der ingen grænse er.")
        return self.andele(setup) or None

    def vilkaar(self, regnet: Regnet, data: Shares) -> list[str]:
        of = "af budgettet" if regnet.saving else f"af sidste år{per_child(regnet)}"
        words = {"garanti": "ingen får under", "hoejst": "ingen sparer over" if regnet.saving else "ingen får over"}
        return [f"{words[key]} {percent(share)} {of}" for key, share in data.items()]

    def kolonner(self, regnet: Regnet, data: Shares) -> dict[str, Kolonne]:
        """Of a guarantee per child: last year's kroner per child, and the least and the most of them now."""
        made = regnet.figures.pr_barn
        if made is None:
            return {}
        each, blank = [kr or 0.0 for kr in made.hvert], [not kr for kr in made.hvert]
        return {"sidste_pr_barn": Kolonne(each, blank=blank),
                **{key: Kolonne([share * kr for kr in each], blank=blank) for key, argument in PR_BARN.items()
                   if (share := data.get(argument)) is not None}}

    def noegletal(self, regnet: Regnet, data: Shares) -> dict[str, list[KeyFigure]]:
        labels = {distribution.GARANTI: f"{regnet.recipients} ved garantien",
                  distribution.HOEJST: regnet.retning.ved_hoejst[regnet.recipients]}
        bounds = {"garanti": distribution.GARANTI, "hoejst": distribution.HOEJST}
        return {"garanti": [KeyFigure(labels[bound], regnet.fordeling.bundet.count(bound))
                            for share, bound in bounds.items() if share in data]}

    def bemaerkninger(self, regnet: Regnet, data: Shares) -> list[str]:
        """Who is held up or down by last year (or by the budget), and who had nothing to compare with."""
        where = IN_THE_NEW if regnet.transition else ""
        return [*held(regnet, where), *only_guaranteed(regnet, where), *whole_year(regnet), *unbound(regnet)]

    def kontrol(self, regnet: Regnet, data: Shares) -> Kontrol:
        """Nobody is held to last year's amount where that is 0; a budget of 0 is a ceiling of 0."""
        no_ceiling = '{p.hoejst}=""' if regnet.saving else 'OR({p.hoejst}="",{foer}=0)'
        return Kontrol(graenser=(Bound(False, "{p.garanti}*{foer}", '{p.garanti}=""'),
                                 Bound(True, "{p.hoejst}*{foer}", no_ceiling)),
                       samme=partial(same, data, regnet.figures.pr_barn) if regnet.figures.pr_barn else None)


def per_child(regnet: Regnet) -> str:
    return "" if regnet.figures.pr_barn is None else " pr. barn"


def same(data: Shares, made: PrBarn, celler: Celler, number: int, row: int) -> list[str]:
    """What is shown per child is what it is now."""
    if not made.hvert[number]:
        return []
    each = f"{celler.here('foer_kr', row)}/{celler.here('boern_foer', row)}"
    shares = {"sidste_pr_barn": "1", **{key: f"SUM({celler.param(argument)})" for key, argument in PR_BARN.items()
                                        if argument in data}}
    return [f"ABS({share}*{each}-{celler.shown(key, number)})<=0.005" for key, share in shares.items()]


def held(regnet: Regnet, where: str) -> list[str]:
    names, found = [recipient.name for recipient in regnet.figures.recipients], []
    told = {distribution.GARANTI: "får deres garanti", distribution.HOEJST: regnet.retning.holdes}
    for bound, what in told.items():
        here = [name for name, by in zip(names, regnet.fordeling.bundet) if by == bound]
        if here:
            found.append(ended(f"{len(here)} af {regnet.many(regnet.n)} {what}{where}: {listed(here)}"))
    return found


def only_guaranteed(regnet: Regnet, where: str) -> list[str]:
    """Those whom the key gives nothing."""
    done = regnet.fordeling
    paid = [recipient.name for recipient, by, weight
            in zip(regnet.figures.recipients, done.bundet, done.vaegt.tolist())
            if by == distribution.GARANTI and not weight]
    return [ended(f"{regnet.many(len(paid))} får kun sin garanti{where}, for nøglen tæller ikke: "
                  f"{listed(paid)}")] if paid else []


def whole_year(regnet: Regnet) -> list[str]:
    if regnet.figures.institutions.months is None or regnet.setup.settings.garanti is None:
        return []
    return ["Måneder i drift nedsætter ikke garantien: den er en andel af hele sidste års tildeling."]


def unbound(regnet: Regnet) -> list[str]:
    """Those who had nothing to compare with."""
    figures = regnet.figures
    new = [recipient.name for recipient, amount, paid
           in zip(figures.recipients, figures.foer or [], figures.only_fixed) if not amount and not paid]
    if not new:
        return []
    if regnet.saving:
        return [ended(f"{regnet.many(len(new))} har intet grundbudget (0 eller en tom celle) og kan intet spare: "
                      f"{listed(new)}")]
    return [ended(f"{regnet.many(len(new))} uden tildeling sidste år er ikke bundet af den: {listed(new)}")]
