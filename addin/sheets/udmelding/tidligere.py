"""The edition a statement replaces: what each was told in it, and why that is another amount now."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Optional

import numpy as np

from addin.checks import several
from addin.checks.several import Named
from addin.checks.subject import Subject
from addin.danish import ended
from addin.figures import units
from addin.run.puljer import Delt, Puljer
from addin.run.regnet import Regnet
from addin.sheets import saetninger, sagen
from addin.sheets.changes import Change
from addin.sheets.udmelding.baand import ER, TAST, Baand, Linje
from addin.workbook import Refusal
from udfs.errors import kroner, tal
from udfs.values import name as comparable
from workbook_templates.opsaetning import SETTINGS
from workbook_templates.sagsoplysninger import SAG
from workbook_templates.setting import CELLE

MOST_DECIMALS = 6  # of an amount as it is typed
PULJEN = "Puljen"  # one that has no other name
NOT_RULES = frozenset({*SAG, "udgave", "mindste_antal", "mindste_valgt_af", "mindste_dato", "grundlag", "punktum"})


Noegler = dict[str, tuple[Optional[float], ...]]  # by the names of recipients as they are compared


class Udgave(NamedTuple):
    """An edition, and its pools where it has several; `regnet` is then their sum."""

    regnet: Regnet
    puljer: Puljer | None = None

    def dele(self) -> list[Named]:
        """Its pools; one has no name beside others."""
        if self.puljer:
            return several.subjects(self.puljer)
        return [Named("", Subject(self.regnet.laest, self.regnet.figures, self.regnet))]

    def navngivne(self) -> dict[str, tuple[str, Regnet]]:
        """Its pools by their names as they are compared; one that has none is called so."""
        if self.puljer:
            found = [(pool.navn, by_itself(pool)) for pool in self.puljer.delt]
        else:
            pulje = self.regnet.setup.pulje
            found = [(pulje.navn if pulje else PULJEN, self.regnet)]
        return {comparable(navn): (navn, regnet) for navn, regnet in found}

    def kommet(self) -> dict[str, float]:
        """What has come on to each of its pools from others, by the same names."""
        return {comparable(pool.navn): math.fsum(pool.ind.values()) for pool in self.puljer.delt} if self.puljer else {}

    def flyttet(self) -> dict[str, float]:
        """What a guarantee of the sum gives each, or takes; nothing where there is none."""
        moved = self.puljer.flyttet if self.puljer else None
        names = [comparable(each.name) for each in self.regnet.figures.recipients]
        return {} if moved is None else dict(zip(names, [round(kr, 2) for kr in moved.tolist()]))


def by_itself(pool: Delt) -> Regnet:
    """A pool with the amount that its row says, whatever came on to it."""
    regnet = pool.regnet
    if not pool.ind:
        return regnet
    own = round(pool.eget / units.factor(regnet.setup, "pulje"), MOST_DECIMALS)
    return replace(regnet, setup=regnet.setup.but(pulje=own))


class Par(NamedTuple):
    """A pool before and now, None where it is not there; and what came on to it then and now."""

    navn: str
    foer: Regnet | None
    nu: Regnet | None
    kommet: tuple[float, float] = (0.0, 0.0)


class Tidligere(NamedTuple):
    """The calculation of an edition that was sent before, and of the one that takes its place; `puljer` are those of
    either, where either has several, and `garanti` what a guarantee of their sum moved, before and now."""

    foer: Regnet
    nu: Regnet
    puljer: Sequence[Par] = ()
    garanti: tuple[Mapping[str, float], Mapping[str, float]] = ({}, {})

    @property
    def ens(self) -> list[tuple[str, Regnet, Regnet]]:
        """What can be held against each other: the pools that are in both, by their names, or the only one."""
        if not self.puljer:
            return [("", self.foer, self.nu)]
        return [(each.navn, each.foer, each.nu) for each in self.puljer if each.foer and each.nu]

    @property
    def navn(self) -> str:
        """What it is called, with its file."""
        return f"{sagen.edition(self.foer) or 'den tidligere udgave'} ({self.foer.snapshot.file_name})"

    def sted(self, at: int) -> int | None:
        """Where a recipient stood in it; None where it is new."""
        return plads(self.foer, self.nu.figures.recipients[at].name)

    def aendringer(self) -> list[Change]:
        """Of those who are in both and have another amount."""
        found = []
        for at, recipient in enumerate(self.nu.figures.recipients):
            place = self.sted(at)
            if place is not None:
                found.append(Change(recipient.name, float(self.foer.tildeling[place]), float(self.nu.tildeling[at])))
        return [change for change in found if round(change.kr, 2)]


def holdt_op(foer: Udgave, nu: Udgave) -> Tidligere:
    """An edition held up against the one it replaces."""
    if not (foer.puljer or nu.puljer):
        return Tidligere(foer.regnet, nu.regnet)
    before, now = foer.navngivne(), nu.navngivne()
    came, found = [foer.kommet(), nu.kommet()], []
    for key in dict.fromkeys([*now, *before]):
        (navn, then), (own, regnet) = before.get(key, ("", None)), now.get(key, ("", None))
        found.append(Par(own or navn, then, regnet, (came[0].get(key, 0.0), came[1].get(key, 0.0))))
    return Tidligere(foer.regnet, nu.regnet, found, (foer.flyttet(), nu.flyttet()))


def plads(result: Regnet, name: str) -> int | None:
    """The place of a recipient, whose name may be written in another way; None where it takes no part."""
    own = comparable(name)
    return next((place for place, each in enumerate(result.figures.recipients) if comparable(each.name) == own), None)


def samme_sats(foer: Regnet, nu: Regnet, said: str) -> None:
    """Raises Refusal with the first who would have another amount with the sats of the earlier edition."""
    done, sats = nu.fordeling, foer.fordeling.sats
    by_sats = np.maximum(done.hi - sats, 0) if nu.equal_losses else sats * done.vaegt
    for recipient, free, told, given in zip(nu.figures.recipients, nu.frie.er, by_sats.tolist(), done.foer_afrunding):
        if free and abs(told - given) > max(done.afrunding, 1):
            raise Refusal(said.format(recipient.name, kroner(round(told, 2)), Tidligere(foer, nu).navn,
                                      kroner(round(float(given), 2))))


def linjer(both: Tidligere, at: int) -> list[Linje]:
    """What was told, and what is told now."""
    place, now = both.sted(at), float(both.nu.tildeling[at])
    if place is None:
        return []
    before, baand = float(both.foer.tildeling[place]), Baand()
    baand.kr("Udmeldt før", TAST, before)
    baand.ved("ændring", now - before)
    baand.kr(f"{both.nu.retning.beloeb} nu", ER, now, fed=True)
    return baand.linjer


def hvorfor(both: Tidligere, at: int) -> list[str]:
    """The settings that are others, and whose figures are."""
    place = both.sted(at)
    said = [f"Erstatter {both.navn}."]
    if place is None:
        return [*said, "Modtageren var ikke med før."]
    if not round(float(both.nu.tildeling[at] - both.foer.tildeling[place]), 2):
        return [*said, "Beløbet er det samme."]
    said += aendret(both)
    heads = [each.hoveder[number] if each.hoveder else None for each, number in ((both.foer, place), (both.nu, at))]
    if heads[0] is not None and heads[1] is not None and heads[0] != heads[1]:
        said.append(f"Børnetallet er {tal(heads[1])} mod {tal(heads[0])} før.")
    name = comparable(both.nu.figures.recipients[at].name)
    keys = [(noegler(before), noegler(now)) for _, before, now in both.ens
            if before.fordeling.deling == now.fordeling.deling]
    if any(name in before and name in now and before[name] != now[name] for before, now in keys):
        said.append(f"{'Ansøgningens' if both.nu.fordeling.deling else 'Nøglens'} tal er rettet her.")
    if any(but(before, name) != but(now, name) for before, now in keys):
        what = "besparelsen" if both.nu.saving else "puljen"
        said.append(f"Andres tal er rettet, så {what} deles anderledes.")
    return [*said, *af_puljer(both, name)]


def noegler(result: Regnet) -> Noegler:
    """What each is shared by: the key, and the priority where applications are shared in turn."""
    figures = result.figures
    columns = [figures.noegle, *([figures.column("prioritet") or []] if result.fordeling.ture else [])]
    return dict(zip([comparable(each.name) for each in figures.recipients], zip(*columns)))


def but(keys: Noegler, own: str) -> Noegler:
    """Those of the others."""
    return {name: key for name, key in keys.items() if name != own}


def af_puljer(both: Tidligere, name: str) -> list[str]:
    """What a recipient gets of each pool, and by a guarantee of them all, where that is another amount than before."""
    said = []
    for each in both.puljer:
        before, now = (beloeb(of, name) for of in (each.foer, each.nu))
        if before != now:
            said.append(f"{each.navn}: {'ikke med' if now is None else kroner(now)}, før "
                        f"{ended('ikke med' if before is None else kroner(before))}")
    then, given = (each.get(name, 0.0) for each in both.garanti)
    return said if then == given else [*said, f"Garantien i alt: {kroner(given)}, før {ended(kroner(then))}"]


def beloeb(result: Regnet | None, name: str) -> float | None:
    """What one gets of a pool; None where it takes no part, or there is no such pool."""
    place = plads(result, name) if result else None
    return round(float(result.tildeling[place]), 2) if result and place is not None else None


def aendret(both: Tidligere) -> list[str]:
    """The settings that are others, a sentence each; what is the same of all pools once."""
    pairs = both.ens
    if not pairs:
        return []
    told = several.told([navn for navn, _, _ in pairs], [indstillinger(before, now) for _, before, now in pairs])
    told += [f"{each.navn}: {kroner(each.kommet[1])} er kommet fra andre puljer, før {kroner(each.kommet[0])}"
             for each in both.puljer if each.foer and each.nu and each.kommet[0] != each.kommet[1]]
    return [ended(f"Ændret: {line}") for line in told]


def indstillinger(foer: Regnet, nu: Regnet) -> list[str]:
    """The settings of one value that differ, before and now."""
    found = []
    for key, setting in SETTINGS.items():
        if setting.kind == CELLE and key not in NOT_RULES:
            before, now = (each.setup.settings.vaerdi(key) for each in (foer, nu))
            if before != now:
                found.append(f"{setting.label} er {shown(now, setting.style)}, før {shown(before, setting.style)}")
    return found


def shown(value: object, style: str) -> str:
    if value is None:
        return "ingen"
    if isinstance(value, (int, float)):
        return saetninger.percent(value) if style.startswith("pct") else kroner(value) if style == "kr_oere" else (
            tal(value))
    return f'"{value}"'


def fortalt(both: Tidligere) -> list[str]:
    """For who makes the statements: who has another amount, by how much, and which settings differ."""
    changed = sorted(both.aendringer(), key=lambda change: -abs(change.kr))
    said = [f"Erstatter {both.navn}: {tal(len(changed))} af {both.nu.many(both.nu.n)} får et andet beløb."]
    said += [f"  {change.told()}" for change in changed]
    return [*said, *aendret(both)]
