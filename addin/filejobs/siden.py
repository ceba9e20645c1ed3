"""The page and its appendix as they may leave the house, and whether they are those that stand in the workbook."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from addin.filejobs.udeladt import INTERN, OWN, LeftOut
from addin.messages import Message
from addin.sheets import fordeling_bilag, resultat
from addin.sheets.run import Run
from addin.udkast import draft
from addin.who import Who
from addin.workbook import Cell, Formula, Held, Refusal, Sheet, SheetPlan, Snapshot, a1
from udfs.errors import antal
from workbook_templates import fordeling, fordeling_kontrol, raekkefoelge
from workbook_templates import fordeling_bilag as bilag
from workbook_templates.fordeling_kontrol import OK, STATUS

AGAIN = "Kør fordel pulje på mappen igen, se resultatet, og gør det så klart."
NO_PAGE = "Der er ingen fordeling i {file} at sende: arket {sheet} mangler. Kør først fordel pulje."
NOT_OK = "{sheet} siger {answer}: resultatet er ikke bevist. Se på arket, hvad der er galt. " + AGAIN
CHANGED = ("{sheet} i {file} er ikke den, der kommer ud af mappens tal nu: rækken {row} er en anden. Mappen er ændret, "
           "siden der blev fordelt. " + AGAIN)
SHARES = "giver små antal tilbage sammen med beløbene, også dem på andre ark og i tidligere udgaver"
NOISE = 1e-9  # relative: of sums that are added up in another order
# The warnings that follow from the amounts alone; others name cells, sheets and rows of the user's.
OF_THE_CALCULATION = frozenset(raekkefoelge.BEMAERKNINGER) - {"skjult", "tal", "vaegt"}


def check_control(run: Run) -> None:
    """Only what is proven leaves."""
    taken, keys = run.laest.snapshot, run.keys
    for kind in (fordeling.NOEGLE, bilag.NOEGLE, fordeling_kontrol.NOEGLE):
        if taken.sheet(taken.ours.get(keys[kind], "")) is None:  # also where what is marked so has no cells
            raise Refusal(NO_PAGE.format(file=taken.file_name, sheet=run.names[kind]))
    sheet = taken.sheet(taken.ours[keys[fordeling_kontrol.NOEGLE]])
    answer = sheet.value(*STATUS) if sheet else None
    if answer != OK:
        raise Refusal(NOT_OK.format(sheet=run.names[fordeling_kontrol.NOEGLE], answer=answer or "intet"))


# ------------------------------------------------------------------------------------- what is on it


def for_others(run: Run) -> tuple[Run, list[LeftOut]]:
    """A run without what is said of how the workbook was read, which names its cells and sheets; and what that was."""
    told = [message for message in run.warnings if is_of_the_calculation(message, run)]
    page, appendix = run.names[fordeling.NOEGLE], run.names[bilag.NOEGLE]
    kept_in = {("Det skal du vide", page): len(run.warnings) - len(told),
               (fordeling_bilag.SKIPPED, appendix): len(fordeling_bilag.skipped(run.first))}
    return replace(run, warnings=tuple(told)), [
        LeftOut(part, sheet, "", antal(many, "linje", "linjer"), INTERN)
        for (part, sheet), many in kept_in.items() if many]


def is_of_the_calculation(message: Message, run: Run) -> bool:
    """Whether a warning is about what the amounts came to, and not about what stands in the workbook."""
    return message.about in OF_THE_CALCULATION and not message.place and message not in run.messages


def sheets(run: Run, words: Who) -> list[SheetPlan]:
    """The two as values."""
    made = resultat.sheets(run)
    return as_values(run, [made.side, made.bilag], words)


def as_values(run: Run, made: Sequence[SheetPlan], words: Who) -> list[SheetPlan]:
    """Drafts say so over every page of paper."""
    found = []
    for plan in made:
        words.sheet(plan)
        key = run.keys[plan.key]
        cells = [cell._replace(value=plain(cell)) for cell in plan.cells]
        found.append(replace(plan, key=key, cells=cells, header=draft(key.partition(" ")[2])))
    return found


def fewer(before: Run, after: Run) -> list[LeftOut]:
    """The shares that a page does not show beside what its run says that there is."""
    alone, shown = resultat.shares(before), resultat.shares(after)
    texts = shown.texts if shown else {}
    many = sum(texts.get(key) != text for key, text in alone.texts.items()) if alone else 0
    name, told = after.names[fordeling.NOEGLE], antal(many, "andel", "andele")
    return [LeftOut("Kolonne", name, fordeling.ANDEL.heading, told, SHARES)] if many else []


def plain(cell: Cell) -> str | float | int | bool | None:
    return cell.value.value if isinstance(cell.value, Formula) else cell.value


def title(plan: SheetPlan) -> str:
    return next((str(cell.value) for cell in plan.cells if "titel" in cell.style.split()), plan.name)


# ------------------------------------------------------------------------------------- against the one that is there


def compare(taken: Snapshot, made: Sequence[SheetPlan]) -> list[LeftOut]:
    """The cells on the sheets in the workbook that are not Fordel's; raises Refusal where a figure is another."""
    found = []
    for plan in made:
        sheet = taken.sheet(taken.ours[plan.key])
        assert sheet is not None  # check_control has looked
        check_rows(plan, sheet, taken.file_name)
        known = {str(cell.value) for cell in plan.cells}
        own = [a1(row, column) for row, line in enumerate(sheet.rows) for column, value in enumerate(line)
               if value not in (None, "") and not isinstance(value, float) and str(value) not in known]
        if own:
            found.append(LeftOut("Andet på siden", sheet.name, ", ".join(own[:12]) + (" ..." * (len(own) > 12)),
                                 f"{len(own)} celler med andet, end kopien siger", OWN))
    return found


def check_rows(plan: SheetPlan, sheet: Sheet, file: str) -> None:
    """Every row with a figure in it stands in the workbook too, in the same order; texts between may be others."""
    there = iter(sheet.rows)
    for line in rows_with_figures(plan):
        if not any(all(same(value, row[column] if column < len(row) else None) for column, value in line.items())
                   for row in there):
            name = next((str(value) for value in line.values() if isinstance(value, str)), "med tal")
            raise Refusal(CHANGED.format(sheet=plan.name, file=file, row=f'"{name}"'))


def rows_with_figures(plan: SheetPlan) -> Iterator[dict[int, object]]:
    rows: dict[int, dict[int, object]] = {}
    for cell in plan.cells:
        if cell.value not in (None, ""):
            rows.setdefault(cell.row, {})[cell.column] = cell.value
    return (line for _, line in sorted(rows.items()) if any(isinstance(value, (int, float)) for value in line.values()))


def same(made: object, there: Held) -> bool:
    if isinstance(made, (int, float)) and isinstance(there, (int, float)):
        return math.isclose(made, there, rel_tol=NOISE, abs_tol=NOISE)
    return str(made) == str(there)
