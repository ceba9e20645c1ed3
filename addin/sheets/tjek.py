"""Fills "Fordel tjek": green or red, why, how to clear it, and a cell for a reason to go on all the same."""

from __future__ import annotations

from addin.checks.run import Answer, mark
from addin.sheets import intern
from addin.workbook import CellValue, Highlight, SheetPlan
from udfs.errors import antal
from workbook_templates.fordel_tjek import ARK, BREDDER, COVERS, FORTALT, GROEN, HOVED, NOEGLE, REASON, ROED

HEAD = 4
TJEKSTIL = {0: "helt stoerre", 2: "ok stoerre"}
SHOWN = 8  # findings of one check; how many there are in all is said
HIGHEST = 400  # points; Excel takes 409
LINE, LETTERS = 14, 66  # points of a line of text, and how many letters it holds


def sheet(name: str, answers: list[Answer], source: str) -> SheetPlan:
    plan = SheetPlan(NOEGLE, name, landscape=True, print_columns=len(HOVED))
    plan.widths = dict(enumerate(BREDDER))
    intern.head(plan, ARK)
    plan.put(1, 0, source, "lille")
    plan.put(2, 0, verdict(answers), "fed")
    plan.put_row(HEAD, HOVED, "hoved_venstre")
    for number, answer in enumerate(answers, 1):
        row = HEAD + number
        text = told(answer)
        cells: tuple[CellValue, ...] = (number, answer.tjek.label, answer.status if answer.asked else "", text,
                 answer.tjek.remedy if answer.found else "")
        for column, value in enumerate(cells):
            plan.put(row, column, value, TJEKSTIL.get(column, "brudt"))
        plan.put(row, REASON, answer.reason, "brudt input")
        plan.put(row, COVERS, mark(answer.found), "lille stoerre")
        lines = sum(-(-len(line) // LETTERS) for line in text.split("\n"))
        plan.heights[row] = min(LINE * max(2, lines), HIGHEST)
        place = plan.area(row, 2, row)
        plan.highlights += [Highlight(place, GROEN, "god"), Highlight(place, ROED, "daarlig"),
                            Highlight(place, FORTALT, "fortalt")]
    plan.freeze, plan.repeat_row = (HEAD + 1, 0), HEAD
    return plan


def verdict(answers: list[Answer]) -> str:
    told_of = sum(answer.status == FORTALT for answer in answers)
    red = sum(answer.stops for answer in answers)
    aside = sum(answer.status == "tilsidesat" for answer in answers)
    if red:
        text = f"{antal(red, 'tjek er rødt', 'tjek er røde')}: ret det, eller skriv en begrundelse, og tjek igen."
    else:
        text = "Alt er grønt." if not aside and not told_of else "Intet er rødt."
    text += f" {antal(told_of, 'tjek', 'tjek')} fortælles." if told_of else ""
    return text + (f" {antal(aside, 'rødt er tilsidesat', 'røde er tilsidesat')} med en begrundelse." if aside else "")


def told(answer: Answer) -> str:
    if not answer.asked:
        return "Ikke tjekket: tallene kan ikke læses."
    return listed_lines(answer.found)


def listed_lines(found: list[str]) -> str:
    """The first of them, a line each, and how many more."""
    lines = found[:SHOWN]
    more = len(found) - len(lines)
    return "\n".join(lines + ([f"og {more} til"] if more else []))

