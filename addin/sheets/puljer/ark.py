"""Makes "Fordel puljer", once: the user writes it, and it is never written again."""

from __future__ import annotations

from addin.figures import units
from addin.run import celler
from addin.settings.setup import Setup
from addin.sheets import intern
from addin.workbook import CellValue, Choice, Formula, SheetPlan
from workbook_templates import fordel_puljer as spec
from workbook_templates.fordel_puljer import KOLONNER, Kolonne
from workbook_templates.indstillinger import NAVN
from workbook_templates.opsaetning import SETTINGS

HEAD, HELP, ROW = 34, 52, 32  # points


def sheet(setup: Setup, name: str) -> SheetPlan:
    """With what the settings say now in one line, and a first row that says nothing else: today's plan."""
    plan = SheetPlan(spec.NOEGLE, name, landscape=True, print_columns=len(KOLONNER))
    plan.widths = {at: column.width for at, column in enumerate(KOLONNER)}
    intern.head(plan, spec.ARK)
    for row, line in enumerate(spec.LAES, 1):
        plan.put(row, 0, line, "lille")
    head = len(spec.LAES) + 2
    plan.put_row(head, [column.heading for column in KOLONNER], "hoved")
    plan.put_row(head + 1, [column.help for column in KOLONNER], "lille_brudt")
    plan.heights |= {head: HEAD, head + 1: HELP}
    plan.put(head + 2, 0, spec.SOM_OPSAETNING, "regnet")
    for at, column in enumerate(KOLONNER[1:], 1):
        plan.put(head + 2, at, of_settings(setup, column), f"regnet {look(setup, column)}")
    first = head + 3
    for row in range(first, first + spec.RAEKKER):
        plan.heights[row] = ROW
        for at, column in enumerate(KOLONNER):
            plan.put(row, at, spec.FOERSTE_NAVN if (row, at) == (first, 0) else None, written(setup, column))
    for at, column in enumerate(KOLONNER):
        if column.words:
            plan.choices.append(Choice(plan.area(first, at, first + spec.RAEKKER - 1), column.words))
    plan.freeze, plan.repeat_row = (first, 1), head
    return plan


def look(setup: Setup, column: Kolonne) -> str:
    return setup.style(column.setting) if column.setting == "taerskel" else column.style


def written(setup: Setup, column: Kolonne) -> str:
    """The style of a cell that is written in."""
    return "indtast brudt" if column.style == "tekst" else f"{look(setup, column)} indtast"


def of_settings(setup: Setup, column: Kolonne) -> CellValue:
    """What a blank cell means: what the settings say, as it stands there now."""
    if column.key == "beloeb":
        return Formula("=" + celler.less_central(setup), units.pool(setup))
    if column.key == "noegle":
        return setup.headings.get(setup.key, SETTINGS[setup.key].label)
    if column.key == "modtagere":
        return spec.ALLE
    if column.key == "tilovers":
        return spec.BLIVER
    key = column.setting
    if not key:
        return None
    value = setup.settings.vaerdi(key)
    return Formula(f'=IF({NAVN}{key}="","",{NAVN}{key})', "" if value is None else value)
