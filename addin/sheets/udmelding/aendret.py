"""Why a recipient has another amount than last year: in a sentence, and as lines that add up."""

from __future__ import annotations

from collections.abc import Mapping

from addin.run.noegletal import Kolonne
from addin.run.regnet import Regnet
from addin.sheets import saetninger
from addin.sheets.udmelding.baand import ER, TAST, Baand, Linje
from udfs.distribution import LOFT
from udfs.errors import kroner

UKENDT = "Det kan ikke vises: sidste års beløb fra alle puljerne tilsammen er ikke kendt."


def kort(result: Regnet, at: int, aendring: Mapping[str, Kolonne], puljen: str) -> list[str]:
    """In the money of then, as the leader remembers it; `puljen` is what the money comes from."""
    start = aendring.get("udgangspunkt")
    if start is None or start.blank[at]:
        return []
    year, change = result.setup.settings.budgetaar or "", float(result.tildeling[at]) - start.values[at]
    before = f"i {int(year) - 1}" if year.isdecimal() else "sidste år"
    if not round(change, 2):
        return [f"Det er det samme som {before}."]
    more, why = ("mindre" if change < 0 else "mere"), mest(result, at, aendring, change < 0, puljen)
    bound = graensen(result, at)
    told = f"; {bound}" if bound else f", mest fordi {why}" if why else ""
    return [f"Det er {kroner(abs(change))} {more} end {before}{told}."]


def graensen(result: Regnet, at: int) -> str:
    """Where the cap or the threshold decides the amount: then it is not the pool that has moved it."""
    if result.fordeling.bundet[at] == LOFT:
        return "loftet bestemmer beløbet"
    return "minimumsgrænsen er ikke nået" if under(result, at) else ""


def mest(result: Regnet, at: int, aendring: Mapping[str, Kolonne], less: bool, puljen: str) -> str:
    """What moved the amount the most in the direction it went."""
    parts = {key: float(aendring[key].values[at]) * (-1 if less else 1) for key in ("priser", "puljen", "andelen")}
    key = max(parts, key=lambda each: parts[each])
    if parts[key] <= 0:
        return ""
    moved = "mindre" if less else "større"
    return {"priser": "priserne er lavere" if less else "priserne er højere", "puljen": f"{puljen} er {moved}",
            "andelen": f"andelen af {puljen} er {moved}"}[key]


def her(result: Regnet, at: int) -> str:
    """Where it is the cap or the threshold, and not the children, that makes the share smaller."""
    if result.fordeling.bundet[at] == LOFT:
        return " (her: loftet)"
    return " (her: under minimumsgrænsen)" if under(result, at) else ""


def under(result: Regnet, at: int) -> bool:
    return result.fordeling.taerskel is not None and not result.fordeling.over_taerskel[at]


def flyttet(what: str, amount: float, where: str) -> str:
    """What moves the amount, and which way: of 0 kr. it is not known which."""
    return f"{what} er mindre{where}" if amount < 0 else f"{what} er større" if amount else f"{what} flytter intet"


def linjer(result: Regnet, at: int, parts: Mapping[str, Kolonne], puljen: str) -> list[Linje]:
    """Last year, prices, the pool, the share: four lines that add up."""
    given = float(result.tildeling[at])
    if not parts or parts["udgangspunkt"].blank[at]:
        return []
    start, prices, pool, share = (float(parts[key].values[at])
                                  for key in ("udgangspunkt", "priser", "puljen", "andelen"))
    baand, year = Baand(), result.setup.settings.budgetaar or ""
    before = f"{int(year) - 1}" if year.isdecimal() else "Sidste år"
    baand.kr(before, TAST, start)
    if result.setup.settings.pl is not None:
        baand.ved(f"Priser (pl {saetninger.percent(result.setup.settings.pl)})", prices)
    baand.ved(flyttet(puljen.capitalize(), pool, ""), pool)
    baand.ved(flyttet(f"Andelen af {puljen}", share, her(result, at)), share)
    baand.kr(year or result.retning.beloeb, ER, given, fed=True)
    return baand.linjer
