"""Runs the pools of "Fordel puljer" in the order of the rows, and adds them up.

Each pool is rounded by itself, so that the total is the sum of the rounded pools. What a pool cannot place goes on to
a later one before that is run, or stays. A last row about the sum lifts those who would come under a share of last
year's, and takes it from the others in proportion to what the pools give them: the sum stays the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from addin import dele
from addin.figures import foer, read, units
from addin.figures.read import Figures
from addin.inputs import Column
from addin.regn import sammen
from addin.regn.regn import laes, regn, told_with_cells
from addin.run.laest import Laest
from addin.run.puljer import Delt, Garanti, Puljer
from addin.run.regnet import Regnet
from addin.settings import en_pulje
from addin.settings.puljer import Raekke
from addin.settings.setup import Setup
from addin.workbook import Refusal
from udfs import distribution
from udfs.errors import kroner, tal
from udfs.values import name as comparable
from workbook_templates.opsaetning import SETTINGS

# What bounds each pool, and is done when they are added up.
OF_EACH = ("pulje_2", "pulje_3", "centralt", "centralt_andel", "enhed_pulje", "taerskel", "loft", "minimum",
           "grundbeloeb", "garanti", "hoejst")
OF_THE_SUM = ("garanti", "normering")  # the parts that are said of it
COLUMNS_OF_EACH = ("loft_kolonne", "minimum_kolonne", "grundbeloeb_kolonne")


def regn_puljer(general: Laest, rows: Sequence[Raekke]) -> Puljer:
    """All pools of a workbook that has been read by its own settings."""
    en_pulje.check_several(general.setup, rows)
    pools = [row for row in rows if not row.is_garanti]
    places = {comparable(row.navn): place for place, row in enumerate(pools)}
    delt: list[Delt] = []
    for row in pools:
        try:
            delt.append(one(general, row, delt, places))
        except Refusal as refused:
            raise Refusal(f"Puljen {row.navn}: {refused}", refused.about) from refused
    return together(general, delt, next((row for row in rows if row.is_garanti), None))


def one(general: Laest, row: Raekke, before: Sequence[Delt], places: dict[str, int]) -> Delt:
    """One pool, with what came on to it from those before."""
    setup = en_pulje.of_row(general.snapshot, general.setup, row)
    mine = places[comparable(row.navn)]
    came = {place: each.rest for place, each in enumerate(before) if each.videre == mine and each.rest}
    if came:
        setup = with_more(setup, came)
    to = places[comparable(row.videre)] if row.videre else None
    return Delt(row, regn(laes(general.snapshot, setup)), came, to)


def with_more(setup: Setup, came: dict[int, float]) -> Setup:
    """A pool's settings with what has come on, in the unit the pool stands in."""
    times = units.factor(setup, "pulje")
    return setup.but(pulje=math.fsum([setup.settings.pulje or 0.0, *(amount / times for amount in came.values())]))


# ------------------------------------------------------------------------------------- the sum


def together(general: Laest, delt: Sequence[Delt], last: Raekke | None) -> Puljer:
    """The pools added up for each recipient, and what a guarantee of the sum moves."""
    setup = of_the_sum(general.setup, math.fsum(each.tildelt for each in delt))
    figures = read.read(general.snapshot, setup, general.institutions, sammen.bidrag)
    sums = added(figures, delt)
    setup = setup.but(afrunding=unit(delt))
    figures = replace(figures, noegle=sums, counted=sums, boern_taerskel=None, weighed=None, foer=None, andele={},
                      own_bounds={})
    laest = replace(general, setup=setup)
    if last is None:
        return Puljer(list(delt), regnet(laest, figures))
    share = last.number("garanti") or 0.0
    setup, before = guaranteed(laest, last)
    figures = replace(figures, foer=figures.members.total(before), andele={"garanti": share})
    if "sidste_aar" in last.held:
        figures = replace(figures, columns={**figures.columns, "sidste_aar": figures.members.total(before)})
    try:
        done = regnet(replace(laest, setup=setup), figures)
    except Refusal as refused:
        raise Refusal(f"{last.cell('garanti')}: {refused}", refused.about) from refused
    if done.fordeling.ikke_fordelt:
        raise Refusal(f"{last.cell('garanti')}: puljernes sum, {kroner(setup.settings.pulje or 0.0)}, er ikke hele "
                      f"antal af {tal(setup.settings.afrunding)} kr. Skriv en mindre afrunding i den række.")
    return Puljer(list(delt), done, Garanti(last, share, list(sums)))


def of_the_sum(setup: Setup, whole: float) -> Setup:
    """The workbook's settings without what bounds each pool."""
    values = {**setup.values, **{key: SETTINGS[key].default for key in OF_EACH}, "pulje": whole}
    areas = {key: place for key, place in setup.areas.items() if key not in (*OF_EACH, *COLUMNS_OF_EACH, "pulje")}
    return replace(setup, values=values, areas=areas)


def added(figures: Figures, delt: Sequence[Delt]) -> list[float]:
    """What all pools give each recipient."""
    found: dict[str, list[float]] = {}
    for each in delt:
        for row, amount in zip(each.regnet.figures.recipients, each.regnet.tildeling.tolist()):
            found.setdefault(comparable(row.name), []).append(amount)
    return [math.fsum(found.get(comparable(row.name), ())) for row in figures.recipients]


def unit(delt: Sequence[Delt]) -> float:
    """The unit that every sum of rounded amounts is whole in."""
    units_of = [each.regnet.setup.settings.afrunding for each in delt]
    least = min(units_of)
    return least if all(float(each / least).is_integer() for each in units_of) else min(units.OERE, least)


def guaranteed(laest: Laest, last: Raekke) -> tuple[Setup, Column]:
    """The settings of the last row, and the amounts of last year it is about: of all, where it has none of its own."""
    own = en_pulje.of_row(laest.snapshot, laest.setup, last, alone=True)
    units.check_pool(own)
    if "sidste_aar" not in own.areas:
        raise Refusal(f"{last.cell('sidste_aar')}: garantien er en andel af sidste år, og der er ingen kolonne med "
                      "det. Skriv overskriften på den.")
    basis = laes(laest.snapshot, own).institutions
    columns, _ = foer.compared(own, basis)
    before = foer.asked(own, columns, basis, ["garanti"])
    areas = {key: place for key, place in own.areas.items() if key != "garanti"}  # told of all that is refused here
    return replace(own, areas=areas, pulje=None), before


def regnet(laest: Laest, figures: Figures) -> Regnet:
    """The sum as a distribution: each in proportion to what the pools give it, which is all of it."""
    settings = laest.setup.settings
    with told_with_cells(laest.snapshot, laest.setup, figures):
        done = distribution.fordel(settings.pulje, figures.noegle, figures.boern, afrunding=settings.afrunding,
                                   sidste_aar=figures.foer, garanti=figures.andele.get("garanti"))
    parts = {key: data for key, data in dele.laest(laest.setup, figures).items() if key in OF_THE_SUM}
    return Regnet(laest, laest.setup, figures, done, parts)
