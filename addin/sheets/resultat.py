"""The result as it is sent on: the page, its appendix, and where on them the control finds what it proves."""

from __future__ import annotations

from typing import NamedTuple

from addin.sheets import fordeling
from addin.sheets.andele import Andele, andele
from addin.sheets.fordeling_bilag import Bilag
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.sheets.vaerdier import Vaerdier
from addin.workbook import SheetPlan


class Resultat(NamedTuple):
    side: SheetPlan
    bilag: SheetPlan
    places: Places


def shares(run: Run) -> Andele | None:
    """Those of children that count, as the page may show them."""
    found = andele(run.first, run.earlier, run.more)
    return Andele({}, [], hides=run.once) if found and found.texts and run.once else found


def sheets(run: Run) -> Resultat:
    """The appendix refers to the page, and the page's picture is drawn from numbers at the end of the appendix."""
    values, shown, places = Vaerdier(run.first), shares(run), Places()
    page = fordeling.begun(run, values, shown, places)
    appendix = Bilag(run, values, shown, places)
    appendix.build()
    fordeling.finish(page, places, appendix.numbers())
    return Resultat(page.plan, appendix.plan, places)
