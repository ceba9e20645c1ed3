"""Why an amount is another than last year's, in three whole parts: prices, the pool, and the share of it."""

from __future__ import annotations

import math

from addin.run.noegletal import Kolonne
from addin.run.regnet import Regnet
from udfs.catalogue import FUNCTIONS
from udfs.rounding import half_up

OERE = 2  # decimals


def kolonner(result: Regnet) -> dict[str, Kolonne]:
    """`udgangspunkt` + `priser` + `puljen` + `andelen` is the amount, in each row and in the sum; nothing where last
    year is not known, and of a saving, which is not compared with it.

    `puljen` is what the same share of the new pool would have given more, in whole units whose sum is right.
    """
    lifted, unit = result.figures.column("sidste_aar"), result.fordeling.afrunding
    if lifted is None or result.saving:
        return {}
    rate = 1 + (result.setup.settings.pl or 0.0)
    start = [round((amount or 0.0) / rate, OERE) for amount in lifted]
    prices = [rounded((now or 0.0) - then, unit) for now, then in zip(lifted, start)]
    known = [then + price for then, price in zip(start, prices)]
    given = result.tildeling.tolist()
    pool = shared(math.fsum(given) - math.fsum(known), known, unit)
    share = [round(amount - then - of_pool, OERE) for amount, then, of_pool in zip(given, known, pool)]
    blank = [amount is None for amount in lifted]
    return {"udgangspunkt": Kolonne(start, blank=blank), "priser": Kolonne(prices, blank=blank),
            "puljen": Kolonne(pool, blank=blank), "andelen": Kolonne(share)}


def rounded(amount: float, unit: float) -> float:
    return math.copysign(half_up(abs(amount), unit), amount) if amount else 0.0


def shared(amount: float, by: list[float], unit: float) -> list[float]:
    """An amount, which may be negative, in proportion and in whole units, as a pool is."""
    if not amount or not any(each > 0 for each in by) or any(each < 0 for each in by):
        return [0.0] * len(by)
    parts = FUNCTIONS["FORDEL_PULJE"](rounded(abs(amount), unit), by, afrunding=unit).tolist()
    return [math.copysign(part, amount) if part else 0.0 for part in parts]
