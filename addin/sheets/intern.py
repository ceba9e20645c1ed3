"""The sheets that stay in the house: their heads say so, because counts, keys and single children stand on them."""

from __future__ import annotations

from addin.workbook import SheetPlan
from workbook_templates import fordel_puljer, fordel_tjek, fordeling_kontrol, fordeling_trin, opsaetning

INTERN = "Kun til intern brug"
INTERNE = (fordeling_trin.NOEGLE, fordeling_kontrol.NOEGLE, fordeling_kontrol.BOERNELINJER, opsaetning.NOEGLE,
           fordel_tjek.NOEGLE, fordel_puljer.NOEGLE)  # the keys of these sheets


def head(plan: SheetPlan, title: str) -> None:
    """The title of such a sheet."""
    plan.put(0, 0, f"{title} · {INTERN}", "titel")
