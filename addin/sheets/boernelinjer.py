"""Fills "Fordel børn": a row per child, so that the control can count without names.

Numbers, because SUMIFS on names goes wrong where a name holds *, ? or <. No child can be known from it: only the
institution's number, what the child counts or its score, and whether it is still where it was.
"""

from __future__ import annotations

import numpy as np

from addin.figures.children import Children
from addin.figures.scores import Scores
from addin.formulas import cut
from addin.run import celler
from addin.run.regnet import Regnet
from addin.settings.setup import sheet_of
from addin.sheets import intern
from addin.sheets.kontrol.opstilling import institutions_area
from addin.sheets.run import Run
from addin.workbook import Area, Block, Formula, Refusal, SheetPlan, a1
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.indstillinger import BEGGE, KRITERIER, NAVN
from workbook_templates.overskrifter import JA

FIRST, MERGED = 4, 5  # the first row, and the column that is there only where names are merged
HELPERS = 6  # and the first column with a part of what a child counts
MOST_NOTED, LONGEST_NAMES = 50, 7000  # names with notes, each of which is a level of a formula; characters of it
LONGEST_SUM = 3800  # characters, of a sum that may stand twice in a formula


def sheet(run: Run) -> SheetPlan | None:
    """The sheet, where the workbook has a row per child."""
    children, scores = run.first.figures.children, run.first.figures.scores
    if children:
        return of_criteria(run, children)
    return of_scores(run, scores) if scores else None


def begun(run: Run, text: str, headings: list[str]) -> SheetPlan:
    plan = SheetPlan(spec.BOERNELINJER, run.names[spec.BOERNELINJER], landscape=False, print_columns=3)
    intern.head(plan, "Et barn pr. række")
    plan.put(1, 0, text, "lille")
    plan.put_row(FIRST - 1, headings, "hoved")
    plan.widths, plan.freeze = {0: 24, 1: 20, 2: 34}, (FIRST, 0)  # as wide as what stands in the head
    return plan


def of_criteria(run: Run, children: Children) -> SheetPlan:
    """What each child counts."""
    plan = begun(run, "Kun institutionens nummer, hvad barnet tæller, og om det er blevet i institutionen.",
                 ["Institution nr.", "Tæller", "Samme institution"])
    met, helpers = summed(run.first, children)
    plan.blocks = [Block(FIRST, 0, children.numbers.tolist()),
                   Block(FIRST, 1, children.counted.tolist(), counted_formula(run.first, met)),
                   Block(FIRST, 2, [1] * len(children.numbers), f"=IF({same_institution(run, children)},1,0)")]
    put_merged(plan, run.first, children)
    plan.blocks += helpers
    plan.put_row(FIRST - 1, [f"Kriterier, del {number}" for number in range(1, len(helpers) + 1)], "hoved", HELPERS)
    put_fingerprints(plan, run.first, children)
    return plan


def of_scores(run: Run, scores: Scores) -> SheetPlan:
    """Each child's score as it was; the control takes the mean of those there are now."""
    plan = begun(run, "Kun institutionens nummer, barnets score, og om de er som ved fordelingen.",
                 ["Institution nr.", "Score", "Som ved fordelingen"])
    then = column(1, len(scores.numbers))
    plan.blocks = [Block(FIRST, 0, scores.numbers.tolist()), Block(FIRST, 1, scores.each),
                   Block(FIRST, 2, [1] * len(scores.numbers),
                         f"=IF(({same_institution(run, scores)})*({scores.place.formula()}={then}),1,0)")]
    put_merged(plan, run.first, scores)
    return plan


def column(number: int, rows: int) -> str:
    """The cells of a column of this sheet, as its own formulas have them."""
    return f"{a1(FIRST, number, True)}:{a1(FIRST + rows - 1, number, True)}"


def put_fingerprints(plan: SheetPlan, result: Regnet, children: Children) -> None:
    """A number for each criterion that changes with any child's mark: each child that meets it counts its row."""
    rows = children.names.formula()
    first = children.names._replace(last_row=children.names.row).formula()
    (now, start), (then, _) = spec.KRITERIER_NU, spec.KRITERIER_DA
    for row, label in ((now, "nu"), (then, "ved fordelingen")):
        plan.put(row, start - 1, f"Fingeraftryk af hvert kriteriums krydser, {label}", "lille")
    named = len(result.setup.criteria) == len(children.fingerprints)
    for number, (criterion, mark) in enumerate(zip(columns_of(children), children.fingerprints)):
        text = f"=SUMPRODUCT({met_formula(children, criterion)}*(ROW({rows})-ROW({first})+1))"
        plan.put(0, start + number, result.setup.criteria[number] if named else "", "lille")
        plan.put(now, start + number, Formula(text, mark), "helt")
        plan.put(then, start + number, mark, "helt")
        plan.widths[start + number] = 14
    plan.widths[start - 1] = 46


def columns_of(children: Children) -> range:
    return range(children.criteria.column, children.criteria.last_column + 1)


def summed(result: Regnet, children: Children) -> tuple[str, list[Block]]:
    """The formula for what the criteria each child meets weigh together; and columns with parts of it, where it is
    longer than a formula may be."""
    terms = [celler.weight(result, number) + met_formula(children, column)
             for number, column in enumerate(columns_of(children), 1)]
    parts = cut(terms, LONGEST_SUM)
    if len(parts) == 1:
        return "+".join(terms), []
    weights = np.array(result.setup.weights or [1.0] * len(terms))
    blocks = []
    for number, part in enumerate(parts):
        values = children.marks[:, part] @ weights[part]
        blocks.append(Block(FIRST, HELPERS + number, values.tolist(), "=0+" + "+".join(terms[part])))
    rows = len(children.numbers)
    return "+".join(column(HELPERS + number, rows) for number in range(len(parts))), blocks


def counted_formula(result: Regnet, met: str) -> str:
    """The array formula for what each child counts, of what its criteria weigh together."""
    how = result.setup.settings.metode
    if how == KRITERIER:
        return f"=0+{met}"
    enough = f">={NAVN}mindst_kriterier"
    if result.setup.weights:  # a weighted sum has the noise of its decimals
        enough = f"-{NAVN}mindst_kriterier>=-1E-9"
    return f"=IF({met}{enough},1,0)" + (f"+{met}" if how == BEGGE else "")


def met_formula(children: Children, column: int) -> str:
    """Whether each child meets one criterion. Text marks only where there are any: they cost time."""
    cells = children.criteria._replace(column=column, last_column=column).formula()
    if children.plain:
        return f"({cells}=1)"
    marks = "".join(f'+(TRIM({cells})="{mark}")' for mark in JA)
    return f"(({cells}=1)+({cells}=TRUE){marks}>0)"


def same_institution(run: Run, children: Children | Scores) -> str:
    """The condition, over all children at once, that an institution has the name it had, or the row is blank."""
    sheet, numbers = sheet_of(run.first.snapshot, children.names), column(0, len(children.numbers))
    noted = {whole: str(sheet.value(*at)) for at, whole in sheet.written.items() if lies_in(children.names, *at)}
    blanks = {text: text.strip() for text in set(sheet.column(children.names)) if isinstance(text, str)
              and celler.has_odd_blanks(text)}
    noted |= {text: name for text, name in blanks.items() if celler.one_line(text) != celler.one_line(name)}
    read = celler.without_notes(children.names.formula(), noted)
    if len(noted) > MOST_NOTED or len(read) > LONGEST_NAMES:
        raise Refusal(f"{children.names}: {len(noted)} forskellige navne har noter, er delvis streget over eller har "
                      "usynlige mellemrum om sig. Så mange har kontrollen ikke plads til. Skriv navnene uden.")
    names = celler.name(read)
    look = f"LOOKUP({numbers},{institutions_area(run, 0)},{institutions_area(run, 1)})"
    if blanks:  # on one line, both
        names, look = celler.text(read), celler.text(look)
    blank = f"{numbers}=0"
    if merged(run.first, children):
        blank = f"({blank})+({column(MERGED, len(children.numbers))}=1)>0"
    return f'{names}=IF({blank},"",{look})'


def merged(result: Regnet, children: Children | Scores) -> list[int]:
    """The children that have their institution from a row above, with which the cell is merged; by their place."""
    names = children.names
    carried = sheet_of(result.snapshot, names).carried
    return sorted(row - names.row for row, column in carried if lies_in(names, row, column))


def lies_in(names: Area, row: int, column: int) -> bool:
    return names.row <= row <= names.last_row and column == names.column


def put_merged(plan: SheetPlan, result: Regnet, children: Children | Scores) -> None:
    """Which children stand under a merged name, so that their own cells must stay blank."""
    rows = set(merged(result, children))
    if rows:
        marks = [float(number in rows) for number in range(len(children.numbers))]
        plan.put(FIRST - 1, MERGED, "Under flettet navn", "hoved")
        plan.widths[MERGED] = 18
        plan.blocks.append(Block(FIRST, MERGED, marks))
