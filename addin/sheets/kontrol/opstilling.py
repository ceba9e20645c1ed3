"""What the control sheet of a run has above its tables, and the rows it all stands in."""

from __future__ import annotations

from addin.run.regnet import Regnet
from addin.sheets import grundlag
from addin.sheets.kontrol import dele
from addin.sheets.run import Run
from addin.workbook import SheetPlan
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling_kontrol import KONTROLLER, PARAMETRE

PARAMETERS = 6  # the first row of parameters


def checks(result: Regnet) -> tuple[spec.Check, ...]:
    """The checks of this workbook: more where there are children, institutions behind recipients, or a delivery."""
    found = KONTROLLER
    if result.transition:
        found = tuple(spec.KONTROLLER_MED_INDFASNING.get(check, check) for check in found)
    if result.figures.children:
        found += spec.BOERNEKONTROLLER
    if result.figures.scores:
        found += spec.SCOREKONTROLLER
    if grundlag.is_followed(result):
        found += spec.INSTITUTIONSKONTROLLER
    found += dele.watched(result)
    if result.figures.institutions.delivered:
        found += spec.LEVERANCEKONTROLLER
    return found + dele.checks(result)


def parameters(result: Regnet) -> dict[str, tuple[str, str]]:
    """What stands above the table: the settings first."""
    known = list(PARAMETRE.items())
    more, last = dele.settings(result), dele.parameters(result)
    if result.transition:
        last = {**last, **spec.INDFASNING}
    said = {"pulje": result.retning.pulje, "ikke_fordelt": result.retning.ikke_fordelt,
            "hoejst": result.retning.hoejst_af}
    known = [(key, (said.get(key, label), style)) for key, (label, style) in known]
    return dict([*known[:spec.SETTINGS], *more.items(), *known[spec.SETTINGS:], *last.items()])


def check_row(result: Regnet, number: int) -> int:
    """The row of a check; number 0 is the heading over them."""
    return PARAMETERS + len(parameters(result)) + 2 + number


def head_row(result: Regnet) -> int:
    """The row of headings over the table of recipients."""
    return check_row(result, len(checks(result))) + 2


def institutions_head(result: Regnet) -> int:
    """The row of headings over the table with the institutions: that of the recipients, where they are the same."""
    head = head_row(result)
    return head + result.n + 4 if grundlag.is_followed(result) else head


def institutions_area(run: Run, column: int) -> str:
    """The institutions' numbers or names, seen from another sheet."""
    head = institutions_head(run.first)
    plan = SheetPlan(spec.NOEGLE, run.names[spec.NOEGLE])
    return plan.area(head + 1, column, head + run.first.figures.institutions.n).formula()
