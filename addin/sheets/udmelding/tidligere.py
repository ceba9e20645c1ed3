"""The edition a statement replaces: what each was told in it, and why that is another amount now."""

from __future__ import annotations

from typing import NamedTuple

from addin.danish import ended
from addin.run.regnet import Regnet
from addin.sheets import saetninger, sagen
from addin.sheets.changes import Change
from addin.sheets.udmelding.baand import ER, KR, Baand, Linje, oere
from addin.workbook import Refusal
from udfs.errors import kroner, tal
from workbook_templates.opsaetning import SETTINGS
from workbook_templates.sagsoplysninger import SAG
from workbook_templates.setting import CELLE

NOT_RULES = frozenset({*SAG, "udgave", "mindste_antal", "mindste_valgt_af", "mindste_dato", "grundlag", "punktum"})


class Tidligere(NamedTuple):
    """The calculation of an edition that was sent before, and of the one that takes its place."""

    foer: Regnet
    nu: Regnet

    @property
    def navn(self) -> str:
        """What it is called, with its file."""
        return f"{sagen.edition(self.foer) or 'den tidligere udgave'} ({self.foer.snapshot.file_name})"

    def sted(self, at: int) -> int | None:
        """Where a recipient stood in it; None where it is new."""
        name = self.nu.figures.recipients[at].name
        return next((place for place, each in enumerate(self.foer.figures.recipients) if each.name == name), None)

    def aendringer(self) -> list[Change]:
        """Of those who are in both and have another amount."""
        found = []
        for at, recipient in enumerate(self.nu.figures.recipients):
            place = self.sted(at)
            if place is not None:
                found.append(Change(recipient.name, float(self.foer.tildeling[place]), float(self.nu.tildeling[at])))
        return [change for change in found if round(change.kr, 2)]


def samme_sats(foer: Regnet, nu: Regnet, said: str) -> None:
    """Raises Refusal with the first who would have another amount with the sats of the earlier edition."""
    done, sats = nu.fordeling, foer.fordeling.sats
    for recipient, by, weight, given in zip(nu.figures.recipients, done.bundet, done.vaegt, done.foer_afrunding):
        if not by and weight and abs(sats * weight - given) > max(done.afrunding, 1):
            raise Refusal(said.format(recipient.name, kroner(round(float(sats * weight), 2)),
                                      Tidligere(foer, nu).navn, kroner(round(float(given), 2))))


def linjer(both: Tidligere, at: int) -> list[Linje]:
    """What was told, and what is told now."""
    place, now = both.sted(at), float(both.nu.tildeling[at])
    if place is None:
        return []
    before, baand = float(both.foer.tildeling[place]), Baand()
    baand.tast("Udmeldt før", before, oere(before), KR)
    baand.ved("ændring", now - before, oere(now - before), KR)
    baand.put(f"{both.nu.retning.beloeb} nu", ER, now, oere(now), KR, fed=True)
    return baand.linjer


def hvorfor(both: Tidligere, at: int) -> list[str]:
    """The settings that are others, and whose figures are."""
    place = both.sted(at)
    said = [f"Erstatter {both.navn}."]
    if place is None:
        return [*said, "Modtageren var ikke med før."]
    if not round(float(both.nu.tildeling[at] - both.foer.tildeling[place]), 2):
        return [*said, "Beløbet er det samme."]
    said += [ended(f"Ændret: {line}") for line in indstillinger(both)]
    heads = [each.hoveder[number] if each.hoveder else None for each, number in ((both.foer, place), (both.nu, at))]
    if heads[0] is not None and heads[1] is not None and heads[0] != heads[1]:
        said.append(f"Børnetallet er {tal(heads[1])} mod {tal(heads[0])} før.")
    if both.nu.figures.noegle[at] != both.foer.figures.noegle[place]:
        said.append("Nøglens tal er rettet her.")
    if others_changed(both, at):
        said.append("Andres tal er rettet, så alle får en anden del af puljen.")
    return said


def others_changed(both: Tidligere, but: int) -> bool:
    """Whether anybody else has another key than before, is new, or is gone."""
    before, now = ({recipient.name: key for recipient, key in zip(each.figures.recipients, each.figures.noegle)}
                   for each in (both.foer, both.nu))
    own = both.nu.figures.recipients[but].name
    return {name: key for name, key in before.items() if name != own} != {
        name: key for name, key in now.items() if name != own}


def indstillinger(both: Tidligere) -> list[str]:
    """The settings of one value that differ, before and now."""
    found = []
    for key, setting in SETTINGS.items():
        if setting.kind == CELLE and key not in NOT_RULES:
            before, now = (each.setup.settings.vaerdi(key) for each in (both.foer, both.nu))
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
    return [*said, *(ended(f"Ændret: {line}") for line in indstillinger(both))]
