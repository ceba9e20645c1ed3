"""The arguments of the one calculation, from the settings and the figures of a run."""

from __future__ import annotations

from typing import Any

from addin.figures import retning, units
from addin.figures.besides import FASTE, GRUNDBELOEB
from addin.figures.read import Figures
from addin.settings.setup import Setup
from udfs.distribution import LIGE_AFSLAG, PRIORITET
from workbook_templates import indstillinger

# How applications are shared, as the rule has it.
DELING = {indstillinger.EFTER_NOEGLE: "", indstillinger.LIGE_AFSLAG: LIGE_AFSLAG, indstillinger.PRIORITET: PRIORITET}


def arguments(setup: Setup, figures: Figures) -> dict[str, Any]:
    """Those of udfs.distribution.fordel: basic and fixed amounts are paid first."""
    settings = setup.settings
    return {"pulje": units.by_key(setup, figures.forud), "noegle": figures.noegle, "boern": figures.boern,
            "taerskel": settings.taerskel, "loft": settings.loft, "minimum": settings.minimum,
            "afrunding": settings.afrunding, "taerskeltype": settings.taerskeltype,
            "boern_taerskel": figures.boern_taerskel, "vaegt": figures.vaegt, **figures.own_bounds,
            "ansoegt": figures.column("ansoegt"), "fast": figures.on_top, "fast_er": told_first(figures),
            "sidste_aar": figures.foer,
            "besparelse": retning.of(setup).er_besparelse, "deling": DELING[settings.ansoegninger_deles],
            "prioritet": figures.column("prioritet"), **figures.andele}


def told_first(figures: Figures) -> str:
    """What is paid besides, in a refusal."""
    return called_first(figures) + " er"


def called_first(figures: Figures) -> str:
    called = {GRUNDBELOEB: "grundbeløbet", FASTE: "det faste beløb"}
    return " og ".join(called[key] for key in figures.forud)
