"""Workbooks with several pools for the tests of their pages, and the pages as they are read."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from addin.sheets.run import Run
from addin.sheets.udmelding.blok import blokke
from addin.sheets.udmelding.brev import Faelles, faelles, regnestykket
from addin.sheets.udmelding.ordlyd import Ordlyd
from tests.planning import Case, calculated, case
from tests.pools import with_pools

OK = Ordlyd(accepteret="Børneudvalget")
HEADS = ["Institution", "Dagtilbud", "0-2", "3-5", "Behov", "Vuggestuenøgle"]
# Fictive keys of three dagtilbud. The first has four houses, and its key of the small ones is their need times the
# children of 0-2 years.
DAGTILBUD = [["Fuglekær", "Dagtilbud Nord", 24, 46, 0.0612, 1.4688],
             ["Gjerlev Børnehus", "Dagtilbud Nord", 14, 30, 0.0415, 0.581],
             ["Mellerup", "Dagtilbud Nord", 10, 26, 0.0338, 0.338], ["Asferg", "Dagtilbud Nord", 8, 20, 0.0527, 0.4216],
             ["Åbo", "Dagtilbud Syd", 120, 250, 0.0404, 4.848], ["Engen", "Dagtilbud Øst", 270, 304, 0.05302, 11.432]]
WISH = "Børne- og familieudvalget ønsker, at 0-2-årsområdet prioriteres"
POOLS = ({"Pulje": "Alle", "Beløb, kr.": 8_360_000},
         {"Pulje": "Vuggestuer", "Beløb, kr.": 1_230_000, "Nøgle": "Vuggestuenøgle", "Nøglen er": "nøgle",
          "Tekst": WISH})
STAFF = {"loen_paedagog": 478_000, "loen_medhjaelper": 398_000, "andel_paedagoger": 0.6}


def randers(**more: Any) -> Case:
    """Randers' pools of today, 8.360.000 and 1.230.000 kr., to three dagtilbud."""
    names = {key: f"Ark!${letter}$2:${letter}$7" for key, letter in
             zip(("navn", "modtager", "boern_0_2", "boern_3_5", "belastning"), "ABCDE")}
    terms = {"vaegt": 1.8, "pulje": 8_360_000, "budgetaar": 2027, "udgave": "endelig", **STAFF, **more}
    return with_pools(case({"Ark": [HEADS, *DAGTILBUD]}, names, **terms), *POOLS)


@lru_cache
def of_randers() -> tuple[Run, Faelles]:
    run = calculated(randers())
    return run, faelles(run, OK)


def shown(run: Run, why: str = "") -> Faelles:
    """With all calculations shown, whether or not they may be; or none, and `why`."""
    pools = [pool.regnet.n for pool in run.puljer.delt] if run.puljer else [run.first.n]
    return Faelles(blokke(run, [[why] * many for many in pools]), [], OK, {})


def printed(run: Run, at: int, same: Faelles) -> list[tuple[str, str, str]]:
    """The lines of a calculation."""
    return [(line.label, line.regn, line.trykt) for line in regnestykket(run, at, same).linjer]
