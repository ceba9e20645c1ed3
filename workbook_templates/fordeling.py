"""The sheet "Fordeling": its columns as data. A column is there only where the workbook has what it shows."""

from __future__ import annotations

from typing import NamedTuple

from udfs.errors import tal

NOEGLE = "fordeling"
ARK = "Fordeling"
SATSNAVN, IKKE_FORDELT = "Sats, kr. pr. enhed vægt", "Ikke fordelt, kr."
LOENNAVN, ANDELSNAVN = "Årsløn pr. stilling, kr.", "Andel pædagoger"


# Columns of what is given, and their styles where that is not in whole kroner.
GIVET = ("noegledel", "fast", "tildeling", "uden_taerskel", "fuldt_indfaset", "uden_faste", "uden_aendringer",
         "aendring", "i_alt")
I_OERE = {"kr": "kr_oere", "kr_fed": "kr_oere fed", "kr_aendring": "kr_oere_aendring"}


class Column(NamedTuple):
    key: str
    heading: str
    unit: str
    width: float
    style: str
    total: str  # how group and total rows show it: "sum", "kvotient", ""


KOLONNER: tuple[Column, ...] = (
    Column("nr", "Nr.", "", 5, "helt", ""),
    Column("navn", "Institution", "", 34, "tekst", ""),
    Column("boern", "Børn", "antal", 14, "boern", "sum"),
    Column("boern_taerskel", "Børn til tærskel", "antal", 14, "boern", "sum"),
    Column("noegle", "Nøgle", "enheder", 14, "noegle", "sum"),
    Column("belastning", "Belastning", "nøgle pr. barn", 11, "pct2", "kvotient"),
    Column("andel", "Andel", "af alle vægte", 9, "pct2", "sum"),
    Column("noegledel", "Efter nøglen", "kr.", 13, "kr", "sum"),
    Column("fast", "Fast beløb", "kr.", 12, "kr", "sum"),
    Column("tildeling", "Tildeling", "kr.", 13, "kr_fed", "sum"),
    Column("ansoegt", "Ansøgt", "kr.", 13, "kr", "sum"),
    Column("pr_barn", "Pr. barn", "kr. pr. barn", 10, "kr", "kvotient"),
    Column("paedagoger", "Pædagoger", "stillinger", 12, "normering", "sum"),
    Column("medhjaelpere", "Medhjælpere", "stillinger", 13, "normering", "sum"),
    Column("udmeldt", "Udmeldt", "kr.", 14, "kr_oere", "sum"),
    Column("efterregulering", "Efterregulering", "kr.", 16, "kr_oere_aendring", "sum"),
    Column("uden_taerskel", "Uden tærskel", "kr.", 13, "kr", "sum"),
    Column("fuldt_indfaset", "Fuldt indfaset", "kr.", 13, "kr", "sum"),
    Column("uden_faste", "Uden faste beløb", "kr.", 13, "kr", "sum"),
    Column("uden_aendringer", "Uden ændring af nøglen", "kr.", 14, "kr", "sum"),
    Column("sidste_aar", "Sidste år", "kr.", 13, "kr", "sum"),
    Column("aendring", "Ændring", "kr.", 12, "kr_aendring", "sum"),
    Column("aendring_pct", "Ændring", "pct.", 9, "pct_aendring", "kvotient"),
    Column("grundbudget", "Grundbudget", "kr.", 14, "kr", "sum"),
    Column("i_alt", "I alt", "kr.", 14, "kr", "sum"),
    Column("soc_andel", "Heraf socioøkonomisk", "pct. af i alt", 15, "pct2", "kvotient"),
    Column("i_alt_pr_barn", "I alt pr. barn", "kr. pr. barn", 13, "kr", "kvotient"),
    Column("note", "Bemærkning", "", 14, "indrykket", ""),
)


def shown_unit(unit: float) -> str:
    """The rounding unit with its unit: 1 is "1 kr."."""
    return f"{tal(unit)} kr."
