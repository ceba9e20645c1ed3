"""What the control's formulas say of the sheets with a row per child: the user's, and our own without names."""

from __future__ import annotations

from addin.run.regnet import Regnet
from addin.sheets.kontrol.omgivelser import Surroundings
from addin.workbook import SheetPlan
from workbook_templates import fordeling_kontrol as spec


def made_of(result: Regnet, helper: SheetPlan, number: str) -> str:
    """What the key is made from, of the children of the institution with the number in a cell: what they count in all,
    or their mean score."""
    numbers = helper.block_area(0).formula()
    if result.figures.scores:
        scores = result.figures.scores.place.formula()
        many = f"COUNTIF({numbers},{number})"
        return f"IF({many}=0,0,SUMIF({numbers},{number},{scores})/{many})"
    return f"SUMIFS({helper.block_area(1).formula()},{numbers},{number})"


def cells(result: Regnet, helper: SheetPlan, around: Surroundings) -> dict[str, str]:
    """The cells that the checks name: {c.boern_samme} and the like."""
    children, scores = result.figures.children, result.figures.scores
    by_child = children or scores
    assert by_child is not None
    found = {"boern_nr": helper.block_area(0).formula(), "boern_samme": helper.block_area(2).formula(),
             "under_listen": around.list_kept(by_child.names)}
    if scores:
        found["scorer"] = scores.place.formula()
    if children:
        many = len(children.fingerprints)
        for key, (row, column) in (("kriterier", spec.KRITERIER_NU), ("kriterier_da", spec.KRITERIER_DA)):
            found[key] = helper.area(row, column, row, column + many - 1).formula()
    return found
