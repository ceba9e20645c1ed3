"""The formulas on the control sheet for how the columns of a delivery become one number an institution."""

from __future__ import annotations

from collections.abc import Callable

from addin.figures.delivered import Count
from addin.run import celler
from addin.run.regnet import Regnet
from workbook_templates.fordeling_institutioner import Column
from workbook_templates.indstillinger import AAR, MAKS, SAMMENVEJET

NARROW = 15  # columns of a delivery whose cells stand in one formula together


def how(result: Regnet) -> str:
    """"" where there is no delivery."""
    return str(result.setup.settings.samling) if result.figures.institutions.delivered else ""


def columns(result: Regnet) -> list[Column]:
    """A column of the control for each that is weighed together with others, whose sum is needed, or where they are so
    many that one formula has no room for the user's cells."""
    delivered = result.figures.institutions.delivered
    if delivered is None or not (how(result) == SAMMENVEJET or is_wide(result)):
        return []
    return [Column(f"del_{at}", criterion.heading, 12, "tal") for at, criterion in enumerate(delivered.used)]


def is_wide(result: Regnet) -> bool:
    """Whether the delivery has so many columns that weights and sums have rows of their own."""
    delivered = result.figures.institutions.delivered
    return delivered is not None and len(delivered.used) > NARROW


def weights(result: Regnet) -> list[str]:
    """What each column weighs, as a formula."""
    delivered = result.figures.institutions.delivered
    assert delivered is not None
    if not result.setup.weights:
        return ["1"] * len(delivered.used)
    return [celler.weighed(criterion.number) for criterion in delivered.used]


def formula(result: Regnet, counts: list[Count], cells: list[str], weights: list[str],
            part: Callable[[int], str]) -> str:
    """An institution's number from its cells, each with its weight. `part` is its share of the sum of a column that is
    weighed together."""
    if how(result) == SAMMENVEJET:
        parts = "+".join(f"{weight}*{part(at)}" for at, weight in enumerate(weights))
        return f"({parts})/({'+'.join(weights)})"
    if how(result) in AAR:
        years = [cell for cell, count in zip(cells, counts) if not count.blank]
        if how(result) == MAKS:
            return f"MAX({years[0]},{years[-1]})"
        return f"({'+'.join(years)})/{len(years)}"
    return "+".join(f"{weight}*{cell}" if result.setup.weights else cell for weight, cell in zip(weights, cells))
