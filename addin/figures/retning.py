"""Whether money is given or is to be found (retning): what that changes, and how it is said. One object each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from addin.settings.setup import Setup
from workbook_templates.indstillinger import BESPARELSE


@dataclass(frozen=True)
class Retning:
    """The words are those of a distribution where nothing else is said; `overskrifter` are headings that are others,
    by the key of the column or the step."""

    grundlag: str = "sidste_aar"  # the column that bounds are shares of
    fortegn: str = "+"  # how an amount changes the base budget
    hoejst: str = "hoejst"  # the setting with the largest share
    titel: str = "Fordeling af pulje"
    titel_trin: str = "Fordeling, trin for trin"
    titel_kontrol: str = "Kontrol af fordelingen"
    beloeb: str = "Tildeling"
    beloebet: str = "tildelingen"
    stoerst: str = "går til"
    pulje: str = "Pulje, kr."
    fordelt: str = "Fordelt, kr."
    ikke_fordelt: str = "Ikke fordelt, kr."
    er_ikke: str = "fordelt"
    med_penge: Mapping[str, str] = field(default_factory=lambda: {
        "Institutioner": "Institutioner med penge", "Modtagere": "Modtagere med penge"})
    ved_hoejst: Mapping[str, str] = field(default_factory=lambda: {
        "Institutioner": "Institutioner ved højst af sidste år", "Modtagere": "Modtagere ved højst af sidste år"})
    andel_af_budget: str = "Puljens andel af det samlede budget"
    hoejeste_laveste: str = "Højeste / laveste samlede beløb pr. barn"
    hoejst_af: str = "Højst af sidste år"
    faar_intet: str = "får intet"
    holdes: str = "holdes på højst af sidste år"
    overskrifter: Mapping[str, str] = field(default_factory=dict)

    @property
    def er_besparelse(self) -> bool:
        return self is BESPARELSEN


TILDELINGEN = Retning()
BESPARELSEN = Retning(
    grundlag="grundbudget", fortegn="-", hoejst="hoejst_andel",
    titel="Fordeling af besparelse", titel_trin="Besparelse, trin for trin", titel_kontrol="Kontrol af besparelsen",
    beloeb="Besparelse", beloebet="besparelsen", stoerst="spares af",
    pulje="Besparelse, kr.", fordelt="Fundet, kr.", ikke_fordelt="Ikke fundet, kr.", er_ikke="fundet",
    med_penge={"Institutioner": "Institutioner, der skal spare", "Modtagere": "Enheder, der skal spare"},
    ved_hoejst={"Institutioner": "Institutioner ved højst andel", "Modtagere": "Enheder ved højst andel"},
    andel_af_budget="Besparelsens andel af budgettet",
    hoejeste_laveste="Højeste / laveste budget pr. barn efter besparelsen",
    hoejst_af="Højst andel af budgettet", faar_intet="skal intet spare",
    holdes="sparer højst den andel, de må",
    overskrifter={"tildeling": "Besparelse", "i_alt": "Budget efter besparelse", "foer": "Budget",
                  "i_alt_pr_barn": "Efter besparelse pr. barn", "soc_andel": "Besparelse af budgettet",
                  "paedagoger": "Færre pædagoger", "medhjaelpere": "Færre medhjælpere"})


def of(setup: Setup) -> Retning:
    """That of a run."""
    return BESPARELSEN if setup.settings.retning == BESPARELSE else TILDELINGEN
