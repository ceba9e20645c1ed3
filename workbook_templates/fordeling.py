"""The sheet "Fordeling", the page for the committee: its columns and its letters as data.

A column is there only where the workbook has what it shows.
"""

from __future__ import annotations

from typing import NamedTuple

from udfs.errors import tal

NOEGLE = "fordeling"
ARK = "Fordeling"
SATSNAVN, IKKE_FORDELT = "Sats, kr. pr. enhed vægt", "Ikke fordelt, kr."
NOTE = "*"  # at the heading over amounts with letters beside them, and at what explains them
AFSLAGSNAVN = "Afslag til hver, kr."  # the sats where applications all lose the same
LOENNAVN, ANDELSNAVN = "Årsløn pr. stilling, kr.", "Andel pædagoger"


# Columns of what is given, and their styles where that is not in whole kroner.
GIVET = ("noegledel", "grundbeloeb", "fast", "tildeling", "uden_taerskel", "uden_loft", "fuldt_indfaset",
         "uden_faste", "uden_aendringer", "aendring", "afslag", "i_alt", "priser", "puljen", "andelen")
I_OERE = {"kr": "kr_oere", "kr_fed": "kr_oere fed", "kr_aendring": "kr_oere_aendring", "bogstav": "oere_bogstav"}


class Column(NamedTuple):
    """`total` is how group and total rows show it: "sum", "kvotient", or ""."""

    key: str
    heading: str
    width: float
    style: str
    total: str = ""


NAVN = Column("navn", "Institution", 35, "tekst")
BOERN = Column("hoveder", "Børn", 8, "kr", "sum")
ANDEL = Column("andel_med", "Andel, der tæller med", 12, "hoejre")
TILDELING = Column("tildeling", "Tildeling, kr.", 13, "bogstav", "sum")
PR_BARN = Column("pr_barn", "Kr. pr. barn", 9, "kr", "kvotient")
SIDSTE_AAR = Column("sidste_aar", "Sidste år, kr.", 16, "kr", "sum")
AENDRING = Column("aendring", "Ændring, kr.", 12, "kr_aendring", "sum")
AENDRING_PCT = Column("aendring_pct", "Ændring, pct.", 10, "pct_aendring", "kvotient")
GRUNDBUDGET = Column("grundbudget", "Grundbudget, kr.", 14, "kr", "sum")

# What the page shows of money that is given, of applications, and of a saving.
KOLONNER = (NAVN, BOERN, ANDEL, TILDELING, PR_BARN, SIDSTE_AAR, AENDRING, AENDRING_PCT)
ANSOEGNINGER = (NAVN, BOERN, Column("ansoegt", "Ansøgt, kr.", 14, "kr", "sum"),
                TILDELING._replace(heading="Bevilget, kr."),
                Column("daekket", "Dækket, pct.", 10, "pct", "kvotient"),
                Column("afslag", "Afslag, kr.", 14, "kr", "sum"))
BESPARELSE = (NAVN, GRUNDBUDGET, TILDELING._replace(heading="Skal spare, kr."),
              Column("soc_andel", "Pct. af budgettet", 11, "pct2", "kvotient"), PR_BARN,
              Column("note", "Bemærkning", 24, "indrykket"))

# Letters beside an amount, in the order they stand, each with its explanation under the table. Capital ones: an l
# beside a number is read as a 1.
BOGSTAVER = {
    "U": "under minimumsgrænsen (tærsklen) på {taerskel}{intet}",
    "M": "løftet til minimum",
    "L": "ved loftet{loft}",
    "G": "garanti{garanti}",
    "H": "holdt nede af højst{hoejst}",
    "A": "fik alt det ansøgte",
    "N": "ny, uden et beløb sidste år",
    "F": "fast beløb",
}


def shown_unit(unit: float) -> str:
    """The rounding unit with its unit: 1 is "1 kr."."""
    return f"{tal(unit)} kr."
