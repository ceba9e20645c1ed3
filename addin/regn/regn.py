"""A workbook is read once (`laes`), and calculated any number of times (`regn`), also without a part.

What a rule refuses is told with the cells it comes from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from addin import dele
from addin.danish import sentence
from addin.figures import culprits, institutions, origins, units
from addin.figures import read as figures
from addin.figures.arguments import arguments
from addin.figures.read import Figures
from addin.regn import sammen
from addin.run.laest import Laest
from addin.run.regnet import Regnet, Uden
from addin.settings.setup import Setup
from addin.workbook import Refusal, Snapshot
from udfs import distribution
from udfs.errors import RegelFejl, UmuligFejl, kroner, tal
from workbook_templates.fordel_tjek import UMULIG
from workbook_templates.opsaetning import AMOUNTS, POOLS

# What the institutions' figures are read by.
READ_BY = {"vaegt", "boern_til_kr", "boern_til_taerskel", "taerskel", "metode", "mindst_kriterier", "samling", "erstat",
           "punktum", "belastning_i", *(f"enhed_{key}" for key in AMOUNTS)}
OF_THE_KEY = ("noegle", "taerskel")  # what cannot be given because of these is no bound that cannot be kept
FOUND_IN = ("hoejst_andel", "loft", "grundbudget", *POOLS)  # what a saving is found in


def laes(snapshot: Snapshot, setup: Setup) -> Laest:
    """The institutions' figures, from the cells the settings point at."""
    with told_with_cells(snapshot, setup, None):
        origins.refuse_from_elsewhere(snapshot, setup)
        return Laest(snapshot, setup, institutions.read(snapshot, setup, sammen.aendret))


def med(laest: Laest, **settings: Any) -> Laest:
    """The same workbook with other values of some settings: read again only where what is read depends on them."""
    setup = laest.setup.but(**settings)
    return laes(laest.snapshot, setup) if READ_BY & settings.keys() else replace(laest, setup=setup)


def figures_of(laest: Laest) -> Figures:
    """The recipients' figures by the settings that were read, without a distribution of them."""
    with told_with_cells(laest.snapshot, laest.setup, None):
        return figures.read(laest.snapshot, laest.setup, laest.institutions, sammen.bidrag)


def regn(laest: Laest, read: Figures | None = None) -> Regnet:
    """The distribution, and what it would have been without each part that is shown so; `read` are its figures, where
    they are known already."""
    read = read or figures_of(laest)
    parts = dele.laest(laest.setup, read)
    with told_with_cells(laest.snapshot, laest.setup, read):
        done = distribution.fordel(**arguments(laest.setup, read))
    whole = Regnet(laest, laest.setup, read, done, parts)
    check_found(whole)
    shown = [part.key for part, _ in dele.i_brug(whole) if part.vises_uden]
    return replace(whole, uden={part: without(laest, part) for part in shown})


def without(laest: Laest, part: str) -> Uden:
    """The calculation without a part, or why there is none."""
    try:
        regnet = calculated(laest, {part})
    except (RegelFejl, Refusal) as refused:
        return Uden(None, str(refused).rstrip("."))
    left = regnet.fordeling.ikke_fordelt
    if regnet.saving and left > 0:
        return Uden(None, f"der kan kun findes {kroner(regnet.fordeling.pulje - left)}".rstrip("."))
    return Uden(regnet)


def calculated(laest: Laest, uden: Collection[str]) -> Regnet:
    """A calculation without some parts; raises what the rules and the reading raise."""
    read = figures.read(laest.snapshot, laest.setup, laest.institutions, sammen.bidrag, uden)
    return Regnet(laest, laest.setup, read, distribution.fordel(**arguments(laest.setup, read)))


def check_found(regnet: Regnet) -> None:
    """A saving is found to the last krone, or refused with both amounts."""
    done = regnet.fordeling
    if regnet.saving and done.ikke_fordelt > 0:
        share = regnet.setup.settings.hoejst_andel
        limit = "Under loftet" if share is None else f"Med højst {tal(100 * share)} % af grundbudgettet"
        raise Refusal(f"{limit} kan der findes {kroner(done.pulje - done.ikke_fordelt)}, men besparelsen er "
                      f"{kroner(done.pulje)} {culprits.see(regnet.setup, FOUND_IN)}".rstrip(), UMULIG)


@contextmanager
def told_with_cells(snapshot: Snapshot, setup: Setup, read: Figures | None) -> Iterator[None]:
    """What a rule refuses is a refusal that says where its figures stand."""
    try:
        yield
    except RegelFejl as refused:
        impossible = isinstance(refused, UmuligFejl) and refused.argument not in OF_THE_KEY
        raise Refusal(with_cells(refused, snapshot, setup, read), UMULIG if impossible else "") from refused


def with_cells(refused: RegelFejl, snapshot: Snapshot, setup: Setup, read: Figures | None) -> str:
    """The rule's own sentence, and the cells of the one it is about, or those it all comes from."""
    said = sentence(str(refused))
    if isinstance(refused, UmuligFejl) and refused.argument in culprits.TOO_MUCH:  # the pool is too small
        said = f"{said} {units.off_the_top(setup, read.forud if read else {})}".rstrip()
    people = read.people if read else [(row.name, [row]) for row in setup.rows.recipients]
    return f"{said} {culprits.told(refused, snapshot, setup, people)}".rstrip()
