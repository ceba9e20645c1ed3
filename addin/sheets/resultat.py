"""The result as it is sent on: the page, its appendix, and where on them the control finds what it proves."""

from __future__ import annotations

from typing import NamedTuple

from addin.sheets import fordeling
from addin.sheets.andele import andele
from addin.sheets.fordeling_bilag import Bilag
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.sheets.vaerdier import Vaerdier
from addin.workbook import SheetPlan


class Resultat(NamedTuple):
    side: SheetPlan
    bilag: SheetPlan
    places: Places


def sheets(run: Run) -> Resultat:
    """The appendix refers to the page, and the page's picture is drawn from numbers at the end of the appendix."""
    values, shares, places = Vaerdier(run.first), andele(run.first, run.earlier, run.more), Places()
    page = fordeling.begun(run, values, shares, places)
    appendix = Bilag(run, values, shares, places)
    appendix.build()
    fordeling.finish(page, places, appendix.numbers())
    return Resultat(page.plan, appendix.plan, places)
