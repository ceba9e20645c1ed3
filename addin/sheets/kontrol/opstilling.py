"""What the control sheet of a run has above its tables, and the rows it all stands in."""

from __future__ import annotations

from addin.run.regnet import Regnet
from addin.sheets import grundlag
from addin.sheets.kontrol import dele
from addin.sheets.kontrol.dele import Samlet
from addin.sheets.run import Run
from addin.workbook import SheetPlan
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling_kontrol import KONTROLLER, PARAMETRE

PARAMETERS = 6  # the first row of parameters


class Opstilling:
    """The checks, the parameters and the rows of a run, and what its parts have there."""

    def __init__(self, result: Regnet):
        self.parts = dele.of(result)
        self.checks, self.parameters = checks(result, self.parts), parameters(result, self.parts)
        self.settings = spec.SETTINGS + len(self.parts.indstillinger)  # the first of the parameters
        # the row of headings over the table of recipients
        self.head = self.check_row(len(self.checks)) + 2
        # and over the one with the institutions: that of the recipients, where they are the same
        self.institutions_head = self.head + result.n + 4 if grundlag.is_followed(result) else self.head

    def check_row(self, number: int) -> int:
        """The row of a check; number 0 is the heading over them."""
        return PARAMETERS + len(self.parameters) + 2 + number


def checks(result: Regnet, parts: Samlet) -> tuple[spec.Check, ...]:
    """The checks of this workbook: more where there are children, institutions behind recipients, or a delivery."""
    found = KONTROLLER
    instead = spec.KONTROLLER_MED_INDFASNING if result.transition else (
        spec.KONTROLLER_MED_LIGE_AFSLAG if result.equal_losses else {})
    found = tuple(instead.get(check, check) for check in found)
    if result.figures.children:
        found += spec.BOERNEKONTROLLER
    if result.figures.scores:
        found += spec.SCOREKONTROLLER
    if grundlag.is_followed(result):
        found += spec.INSTITUTIONSKONTROLLER
    found += parts.overvaaget
    if result.figures.institutions.delivered:
        found += spec.LEVERANCEKONTROLLER
    return found + parts.kontroller


def parameters(result: Regnet, parts: Samlet) -> dict[str, tuple[str, str]]:
    """What stands above the table: the settings first."""
    known = list(PARAMETRE.items())
    last = {**parts.parametre, **(spec.INDFASNING if result.transition else {})}
    said = {"pulje": result.retning.pulje, "ikke_fordelt": result.retning.ikke_fordelt,
            "hoejst": result.retning.hoejst_af, **({"sats": spec.SATS_ER_AFSLAG} if result.equal_losses else {})}
    known = [(key, (said.get(key, label), style)) for key, (label, style) in known]
    return dict([*known[:spec.SETTINGS], *parts.indstillinger.items(), *known[spec.SETTINGS:], *last.items()])


def institutions_area(run: Run, column: int) -> str:
    """The institutions' numbers or names, seen from another sheet."""
    head = Opstilling(run.first).institutions_head
    plan = SheetPlan(spec.NOEGLE, run.names[spec.NOEGLE])
    return plan.area(head + 1, column, head + run.first.figures.institutions.n).formula()
