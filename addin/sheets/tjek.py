"""Fills "Fordel tjek": what each check finds, what to do about it, and a cell for a reason to go on all the same."""

from __future__ import annotations

from addin.checks.run import Answer
from addin.sheets import intern
from addin.workbook import Highlight, SheetPlan
from udfs.errors import antal
from workbook_templates.fordel_tjek import (
    ARK,
    BREDDER,
    FORTAELLES,
    FOUND,
    HOVED,
    INTET,
    LAST_REASON,
    MARK,
    NOEGLE,
    REASON,
    STOPPER,
)

HEAD = 4
TJEKSTIL = {2: "ok stoerre", FOUND: "indrykket brudt"}
SHOWN = 8  # findings of one check; how many there are in all is said
LINE, LETTERS = 14, 66  # points of a line of text, and how many letters it holds


def sheet(name: str, answers: list[Answer], source: str) -> SheetPlan:
    plan = SheetPlan(NOEGLE, name, landscape=True, print_columns=LAST_REASON + 1)
    plan.widths = dict(enumerate(BREDDER))
    intern.head(plan, ARK)
    plan.put(1, 0, source, "lille")
    plan.put(2, 0, verdict(answers), "fed")
    plan.put_row(HEAD, HOVED, "hoved_venstre")
    for row, answer in enumerate(answers, HEAD + 1):
        put_answer(plan, row, answer)
        place = plan.area(row, 2, row)
        plan.highlights += [Highlight(place, INTET, "god"), Highlight(place, STOPPER, "daarlig"),
                            Highlight(place, FORTAELLES, "fortalt")]
    plan.freeze, plan.repeat_row = (HEAD + 1, 0), HEAD
    return plan


def put_answer(plan: SheetPlan, row: int, answer: Answer) -> None:
    """A line; a cell for a reason only where one can carry what is found."""
    text = told(answer)
    for column, value in enumerate((answer.tjek.mark, answer.tjek.label, answer.status, text,
                                    answer.tjek.how if answer.found else "")):
        plan.put(row, column, value, TJEKSTIL.get(column, "brudt"))
    plan.put(row, REASON, answer.reason, "brudt input" if answer.tjek.reason else "brudt")
    plan.put(row, LAST_REASON, answer.last, "brudt")
    plan.put(row, MARK, answer.mark, "lille stoerre")
    lines = sum(-(-len(line) // LETTERS) for line in text.split("\n"))
    plan.tall(row, LINE * max(2, lines))


def verdict(answers: list[Answer]) -> str:
    red = sum(answer.stops for answer in answers)
    aside = sum(answer.is_set_aside for answer in answers)
    told_of = sum(answer.status == FORTAELLES for answer in answers) - aside
    if red:
        text = f"{antal(red, 'rødt tjek stopper', 'røde tjek stopper')}: gør, som der står, og tjek igen."
    else:
        text = "Intet stopper." if aside or told_of else "Intet er fundet."
    text += f" {antal(told_of, 'gult tjek fortæller', 'gule tjek fortæller')} noget." if told_of else ""
    return text + (f" {antal(aside, 'rødt er tilsidesat', 'røde er tilsidesat')} med en begrundelse." if aside else "")


def told(answer: Answer) -> str:
    if not answer.asked:
        return f"Ikke tjekket: {answer.why or 'tallene kan ikke læses'}."
    return listed_lines(answer.found)


def listed_lines(found: list[str]) -> str:
    """The first of them, a line each, and how many more."""
    lines = found[:SHOWN]
    more = len(found) - len(lines)
    return "\n".join(lines + ([f"og {more} til"] if more else []))
