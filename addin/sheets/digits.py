"""How many decimals a printed figure has: as many as it takes to re-do the step it is used in, and no more."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from addin.run.regnet import Regnet
from addin.workbook import CellValue
from workbook_templates.styles import MOST_DECIMALS, STYLES, decimals

SIGNIFICANT = 15  # what a spreadsheet shows of a number
NOT_ZERO = 4  # significant digits of the smallest rate, at the least
A_TENTH = 0.1  # of the last decimal that decides anything
HALF_OERE = 0.005  # kr.
REACHED = 1e-10  # a tenth of the noise within which a burden reaches the threshold
MARGIN = 3  # characters


class Look(NamedTuple):
    """A style, and the width it takes."""

    style: str
    width: float


def own(value: float) -> int:
    """The decimals a number has, of those a spreadsheet shows.

    >>> own(0.1 + 0.2), own(37.5), own(12), own(1 / 3)
    (1, 1, 0, 15)
    """
    if not value:
        return 0
    text = f"{float(value):.{SIGNIFICANT}g}"
    mantissa, _, power = text.partition("e")
    return max(0, len(mantissa.partition(".")[2]) - int(power or 0))


def needed(times: float, within: float) -> int:
    """So many that half of the last, multiplied by `times`, is within."""
    return max(0, math.ceil(math.log10(0.5 * times / within))) if times > 0 else 0


def within(result: Regnet) -> float:
    """What an amount before rounding may be off in kr. so that its rest, and its øre, are still the same."""
    done = result.fordeling
    return A_TENTH * min(0.5 * 10.0**-done.decimaler * done.afrunding, HALF_OERE)


def of_rate(rate: float, times: float, off: float) -> int:
    """The decimals of a rate that is multiplied by as much as `times`; one that is not 0 is never shown as 0."""
    if not rate:
        return 0
    first = -math.floor(math.log10(abs(rate)))
    least = max(needed(times, off), first + NOT_ZERO - 1)
    return max(0, min(least, first + SIGNIFICANT - 1, MOST_DECIMALS))


def sats(result: Regnet, off: float) -> int:
    """The decimals of the sats: to re-do each amount before rounding to `off` kr."""
    return of_rate(result.fordeling.sats, float(result.fordeling.vaegt.max(initial=0.0)), off)


def look(values: Iterable[CellValue], least: int, most: int) -> Look:
    """At least `least` decimals, and of the numbers' own as many as `most`."""
    numbers = sizes(values)
    many = max([least, *(min(own(number), most, MOST_DECIMALS) for number in numbers)])
    return Look(decimals(least, many), room(numbers, many))


def whole(values: Iterable[CellValue]) -> Look:
    """Without decimals."""
    return Look("kr", room(sizes(values), 0))


def sizes(values: Iterable[CellValue]) -> list[float]:
    return [abs(float(value)) for value in values if isinstance(value, (int, float)) and math.isfinite(value)]


def room(numbers: list[float], many: int) -> int:
    """The width the longest takes, also in bold."""
    return len(f"{max(numbers, default=0.0):,.{many}f}") + MARGIN


def taken(style: str, values: Iterable[CellValue]) -> int:
    """The width numbers take in a style.

    >>> taken("noegle", [6_660_123.0, 1.0]), taken("helt", [1])
    (15, 2)
    """
    decimals_shown = STYLES[style].get("num_format", "").partition(".")[2].count("0")
    return room(sizes(values), decimals_shown) - MARGIN + 1


def of_weights(result: Regnet) -> int:
    """The decimals of keys and weights: they are multiplied by the sats, and held against the threshold."""
    return max(needed(result.fordeling.sats, within(result)), of_threshold(result))


def of_children(result: Regnet) -> int:
    """And of children: multiplied by the cap, by a burden, and by the threshold."""
    done, own = result.fordeling, result.figures.own_bounds.get("loft", ())
    times = max([float(result.setup.settings.loft or 0.0), *(cap or 0.0 for cap in own)])
    if result.setup.is_burden:
        times += done.sats * max((value or 0.0 for value in result.figures.institutions.count), default=0.0)
    return max(needed(times, within(result)), of_threshold(result))


def of_threshold(result: Regnet) -> int:
    limit = result.fordeling.taerskel
    if limit is None:
        return 0
    return max(needed(1.0, REACHED), needed(limit * result.fordeling.sats, within(result)))
