"""The formulas on the control sheet for how the columns of a delivery become one number an institution."""

from __future__ import annotations

from collections.abc import Callable

from addin.figures.delivered import Count
from addin.sheets import celler
from addin.sheets.result import Result
from workbook_templates.fordeling_institutioner import Column
from workbook_templates.opsaetning import AAR, MAKS, SAMMENVEJET


def how(result: Result) -> str:
    """"" where there is no delivery."""
    return str(result.setup.values["samling"]) if result.figures.institutions.delivered else ""


def columns(result: Result) -> list[Column]:
    """A column of the control for each that is weighed together with others: its sum is needed."""
    delivered = result.figures.institutions.delivered
    if delivered is None or how(result) != SAMMENVEJET:
        return []
    return [Column(f"del_{at}", criterion.heading, 12, "tal") for at, criterion in enumerate(delivered.used)]


def formula(result: Result, counts: list[Count], cells: list[str], part: Callable[[int], str]) -> str:
    """An institution's number from its cells. `part` is its share of the sum of a column that is weighed together."""
    delivered = result.figures.institutions.delivered
    assert delivered is not None
    if how(result) == SAMMENVEJET:
        weights = [celler.weighed(criterion.number) for criterion in delivered.used]
        if not result.setup.weights:
            weights = ["1"] * len(weights)
        parts = "+".join(f"{weight}*{part(at)}" for at, weight in enumerate(weights))
        return f"({parts})/({'+'.join(weights)})"
    if how(result) in AAR:
        years = [cell for cell, count in zip(cells, counts) if not count.blank]
        if how(result) == MAKS:
            return f"MAX({years[0]},{years[-1]})"
        return f"({'+'.join(years)})/{len(years)}"
    return "+".join(celler.weight(result, criterion.number) + cell for criterion, cell in zip(delivered.used, cells))
