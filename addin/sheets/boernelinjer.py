"""Fills "Fordel børn": a row per child, so that the control can count without names.

Numbers, because SUMIFS on names goes wrong where a name holds *, ? or <. No child can be known from it: only the
institution's number, what the child counts or its score, and whether it is still where it was.
"""

from __future__ import annotations

from addin.figures.children import Children
from addin.figures.scores import Scores
from addin.settings.setup import sheet_of
from addin.sheets import celler
from addin.sheets.kontrolopstilling import institutions_area
from addin.sheets.result import Result
from addin.workbook import Area, Block, Formula, SheetPlan, a1
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.opsaetning import BEGGE, KRITERIER, NAVN
from workbook_templates.overskrifter import JA

FIRST, MERGED = 4, 5  # the first row, and the column that is there only where names are merged


def sheet(result: Result) -> SheetPlan | None:
    """The sheet, where the workbook has a row per child."""
    children, scores = result.figures.children, result.figures.scores
    if children:
        return of_criteria(result, children)
    return of_scores(result, scores) if scores else None


def begun(result: Result, text: str, headings: list[str]) -> SheetPlan:
    plan = SheetPlan(spec.BOERNELINJER, result.names[spec.BOERNELINJER], landscape=False, print_columns=3)
    plan.put(0, 0, "Et barn pr. række, til kontrollen", "titel")
    plan.put(1, 0, text, "lille")
    plan.put_row(FIRST - 1, headings, "hoved")
    plan.widths, plan.freeze = {0: 16, 1: 12, 2: 18}, (FIRST, 0)
    return plan


def of_criteria(result: Result, children: Children) -> SheetPlan:
    """What each child counts."""
    plan = begun(result, "Kun institutionens nummer, hvad barnet tæller, og om det er blevet i institutionen.",
                 ["Institution nr.", "Tæller", "Samme institution"])
    plan.blocks = [Block(FIRST, 0, children.numbers.tolist()),
                   Block(FIRST, 1, children.counted.tolist(), counted_formula(result, children)),
                   Block(FIRST, 2, [1] * len(children.numbers), f"=IF({same_institution(result, children)},1,0)")]
    put_merged(plan, result, children)
    put_fingerprint(plan, children)
    return plan


def of_scores(result: Result, scores: Scores) -> SheetPlan:
    """Each child's score as it was; the control takes the mean of those there are now."""
    plan = begun(result, "Kun institutionens nummer, barnets score, og om de er som ved fordelingen.",
                 ["Institution nr.", "Score", "Som ved fordelingen"])
    then = column(1, len(scores.numbers))
    plan.blocks = [Block(FIRST, 0, scores.numbers.tolist()), Block(FIRST, 1, scores.each),
                   Block(FIRST, 2, [1] * len(scores.numbers),
                         f"=IF(({same_institution(result, scores)})*({scores.place.formula()}={then}),1,0)")]
    put_merged(plan, result, scores)
    return plan


def column(number: int, rows: int) -> str:
    """The cells of a column of this sheet, as its own formulas have them."""
    return f"{a1(FIRST, number, True)}:{a1(FIRST + rows - 1, number, True)}"


def put_fingerprint(plan: SheetPlan, children: Children) -> None:
    """One number that changes with any child's marks: each met criterion counts its row times a power of two."""
    rows = children.names.formula()
    first = children.names._replace(last_row=children.names.row).formula()
    number = f"(ROW({rows})-ROW({first})+1)"
    columns = range(children.criteria.column, children.criteria.last_column + 1)
    text = "+".join(f"{2**power}*SUMPRODUCT({met_formula(children, column)}*{number})"
                    for power, column in enumerate(columns))
    for (row, column), label in ((spec.KRITERIER_NU, "nu"), (spec.KRITERIER_DA, "ved fordelingen")):
        plan.put(row, column - 1, f"Fingeraftryk af alle krydser, {label}", "lille")
    plan.put(*spec.KRITERIER_NU, Formula("=" + text, children.fingerprint), "helt")
    plan.put(*spec.KRITERIER_DA, children.fingerprint, "helt")
    plan.widths |= {3: 38, 4: 14}


def counted_formula(result: Result, children: Children) -> str:
    """The array formula for what each child counts."""
    columns = range(children.criteria.column, children.criteria.last_column + 1)
    met = "+".join(celler.weight(result, number) + met_formula(children, column)
                   for number, column in enumerate(columns, 1))
    how = result.setup.values["metode"]
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


def same_institution(result: Result, children: Children | Scores) -> str:
    """The condition, over all children at once, that an institution has the name it had, or the row is blank."""
    sheet, numbers = sheet_of(result.snapshot, children.names), column(0, len(children.numbers))
    noted = {whole: str(sheet.value(*at)) for at, whole in sheet.written.items() if lies_in(children.names, *at)}
    names = celler.name(celler.without_notes(children.names.formula(), noted))
    look = f"LOOKUP({numbers},{institutions_area(result, 0)},{institutions_area(result, 1)})"
    blank = f"{numbers}=0"
    if merged(result, children):
        blank = f"({blank})+({column(MERGED, len(children.numbers))}=1)>0"
    return f'{names}=IF({blank},"",{look})'


def merged(result: Result, children: Children | Scores) -> list[int]:
    """The children that have their institution from a row above, with which the cell is merged; by their place."""
    names = children.names
    carried = sheet_of(result.snapshot, names).carried
    return sorted(row - names.row for row, column in carried if lies_in(names, row, column))


def lies_in(names: Area, row: int, column: int) -> bool:
    return names.row <= row <= names.last_row and column == names.column


def put_merged(plan: SheetPlan, result: Result, children: Children | Scores) -> None:
    """Which children stand under a merged name, so that their own cells must stay blank."""
    rows = set(merged(result, children))
    if rows:
        marks = [float(number in rows) for number in range(len(children.numbers))]
        plan.put(FIRST - 1, MERGED, "Under flettet navn", "hoved")
        plan.widths[MERGED] = 18
        plan.blocks.append(Block(FIRST, MERGED, marks))
