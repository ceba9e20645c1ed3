"""The sheet "Fordeling trin": each step, what it is measured in, and how it is re-done by hand."""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "trin"
ARK = "Fordeling trin"


class Trin(NamedTuple):
    """A step, and how it is re-done on a calculator."""

    heading: str
    unit: str
    width: float
    style: str
    help: str


# By key, in the order they are calculated. Those of FORDEL_SPOR have its headings.
TRIN: dict[str, Trin] = {
    "nr": Trin("Nr.", "", 5, "helt", "Nummer i listen."),
    "noegle": Trin("Nøgle", "enheder", 15, "noegle_fin", "Det, der fordeles efter."),
    "boern": Trin("Børn", "antal", 10, "boern", "Vægtede børn, eller antal børn hvor vægten er 1."),
    "boern_taerskel": Trin("Børn til tærskel", "antal", 10, "boern", "De børn, tærsklen regnes pr."),
    "belastning": Trin("Belastning", "nøgle pr. barn", 11, "pct2", "Nøgle / børn."),
    "indeks": Trin("Indeks", "landet er 1", 10, "faktor", "Belastning / landsgennemsnit."),
    # of applications that are shared without a key
    "soegt": Trin("Ansøgt", "kr.", 13, "kr_oere", "Fra tabellen."),
    "prioritet": Trin("Prioritet", "nr.", 10, "helt", "Fra tabellen: 1 får det hele før 2."),
    "soegt_foer": Trin("Ansøgt før", "kr.", 14, "kr_oere",
                       "Ansøgt i hele enheder (Loft) hos alle med et lavere nummer, lagt sammen."),
    "soegt_med": Trin("Til og med", "kr.", 14, "kr_oere", "Ansøgt før og det, alle med samme nummer har ansøgt om."),
    "over_taerskel": Trin("Over tærskel", "ja/nej", 10, "midt", "Ja, når belastningen når tærsklen."),
    "vaegt": Trin("Vægt", "enheder", 15, "noegle_fin", "Nøglen, eller 0 under tærsklen."),
    "andel": Trin("Andel", "af alle vægte", 10, "pct2", "Vægt / sum af vægte."),
    "foer_bund": Trin("Før loft og minimum", "kr.", 15, "kr_oere", "Sats x vægt."),
    "foer": Trin("Sidste år", "kr., nyt prisniveau", 17, "kr_oere",
                 "Sidste års tildeling x (1 + pl-satsen), hvis der er en."),
    "boern_nu": Trin("Børn nu", "antal", 10, "tal", "Fra tabellen, som hoveder."),
    "boern_foer": Trin("Børn sidste år", "antal", 11, "tal", "Fra tabellen."),
    "foer_til_nu": Trin("Til børnene nu", "kr.", 17, "kr_oere", "Sidste år / børn sidste år x børn nu."),
    "grundbudget": Trin("Grundbudget", "kr.", 17, "kr_oere", "Fra tabellen."),
    "ansoegt": Trin("Ansøgt", "kr.", 13, "kr_oere", "Fra tabellen."),
    "minimum_kolonne": Trin("Eget minimum", "kr.", 12, "kr_oere",
                            "Fra tabellen; hvor cellen er tom, er der intet."),
    "loft_kolonne": Trin("Loft pr. barn", "kr. pr. barn", 12, "kr_oere",
                         "Fra tabellen; hvor cellen er tom, er der intet."),
    "lo": Trin("Minimum", "kr.", 12, "kr_oere", "Det mindste, den kan få."),
    "hi": Trin("Loft", "kr.", 13, "kr_oere", "Loft pr. barn x børn, rundet ned."),
    "afslag": Trin("Afslag", "kr.", 14, "kr_oere", "Satsen, det samme til alle; højst det ansøgte (Loft)."),
    "bundet": Trin("Bundet af", "", 11, "midt", "Om loft eller minimum bestemte beløbet."),
    "foer_afrunding": Trin("Før afrunding", "kr.", 15, "kr_oere",
                           "Før loft og minimum, holdt mellem minimum og loft."),
    "ny": Trin("Ny fordeling", "kr.", 15, "kr_oere", "Før loft og minimum, holdt mellem minimum og loft."),
    "foer_til_indfasning": Trin("Sidste år", "kr., nyt prisniveau", 17, "kr_oere",
                                "Sidste års tildeling x (1 + pl-satsen), hvis der er en."),
    "blandet": Trin("Efter indfasning", "kr.", 15, "kr_oere",
                    "(1 - andel ny) x sidste år + andel ny x ny fordeling."),
    "afrunding": Trin("Afrunding", "kr.", 10, "kr_oere", "Tildeling - før afrunding. De største rester rundes op."),
    "noegledel": Trin("Efter nøglen", "kr.", 13, "kr_fed", "Før afrunding + afrunding."),
    "grundbeloeb": Trin("Grundbeløb", "kr.", 12, "kr", "Betales først til hver, så det går fra puljen."),
    "fast": Trin("Fast beløb", "kr.", 12, "kr", "Betales først, så det går fra puljen."),
    "tildeling": Trin("Tildeling", "kr.", 13, "kr_fed", "Før afrunding + afrunding."),
    "pr_barn": Trin("Pr. barn", "kr. pr. barn", 11, "kr_oere", "Tildeling / børn."),
    "uden_taerskel": Trin("Uden tærskel", "kr.", 13, "kr", "Tildelingen, hvis der ingen tærskel var."),
    "paedagoger": Trin("Pædagoger", "stillinger", 12, "normering", ""),
    "medhjaelpere": Trin("Medhjælpere", "stillinger", 13, "normering", ""),
    "udmeldt": Trin("Udmeldt", "kr.", 14, "kr_oere", "Fra tabellen; en tom celle er 0."),
    "efterregulering": Trin("Efterregulering", "kr.", 16, "kr_oere_aendring",
                            "Tildeling - udmeldt; det negative betales tilbage."),
    "note": Trin("Note", "", 44, "indrykket", ""),
}
NAVN = Trin("Institution", "", 34, "tekst", "")  # the column of recipients, which FORDEL_SPOR does not know
GIVET = ("noegledel", "grundbeloeb", "fast", "tildeling", "uden_taerskel")  # with øre where they are not whole kroner
TAELLES = ("noegle", "vaegt", "boern", "boern_taerskel")  # without decimals where none has any
NOEGLE_NEDENFOR = "Fra institutionernes grundlag nedenfor."
# What is different where the threshold is tested on each institution, or measured by children of its own.
PR_INSTITUTION = {"over_taerskel": "Ja, når mindst én af institutionerne når tærsklen.",
                  "vaegt": "Summen af institutionernes vægt; se institutionernes grundlag."}
# And on the group each is in.
PAA_GRUPPE = {**PR_INSTITUTION, "over_taerskel": "Ja, når gruppen når tærsklen, og nøglen er over 0."}
BELASTNING_AF_EGNE = "Nøgle / børn til tærskel."
AF_GRAENSER = ("foer_bund", "bundet")  # steps there are only where there is a minimum or a cap
UDEN_GRAENSER = {"foer_afrunding": "Sats x vægt.", "ny": "Sats x vægt."}
UDEN_TAERSKEL = {"vaegt": "Nøglen."}
# What is different where amounts are kept within shares of last year's ({foer}), or of what they are for this year's
# children.
FOER, FOER_PR_BARN = "sidste år", "til børnene nu"
MED_GARANTI = {"lo": "Det største af minimum og garanti x {foer}, rundet op.",
               "hi": "Det mindste af loft pr. barn x børn og højst x {foer}, rundet ned.",
               "bundet": "Om loft, højst, minimum eller garanti bestemte beløbet."}
# What is paid besides the part by the key, and how a bound is less by it.
FORUD = {"grundbeloeb": " Grundbeløbet er trukket fra.", "fast": " Et fast beløb oven i er trukket fra."}
# What is at most what has been applied for.
MED_ANSOEGT = {"hi": "Det mindste af ansøgt, loft pr. barn x børn og højst x {foer}, rundet ned.",
               "bundet": "Om ansøgt, loft, højst, minimum eller garanti bestemte beløbet."}
# What applications come to that are shared in turn, or with the same loss to each.
MED_PRIORITET = {"vaegt": "Det ansøgte, hvis puljen er større end Ansøgt før; ellers 0.",
                 "lo": "Loftet, hvis puljen rækker til og med prioriteten; ellers 0.",
                 "hi": "Ansøgt, rundet ned.", "foer_bund": "Sats x vægt.",
                 "bundet": "Om prioriteten, eller det ansøgte, bestemte beløbet."}
MED_LIGE_AFSLAG = {"hi": "Ansøgt, rundet ned.", "foer_afrunding": "Loft - afslag.",
                   "bundet": "Afslag: mister alt, for der er ansøgt om højst satsen."}
UDEN_NOEGLE = ("noegle", "belastning", "ansoegt")  # steps that say nothing there, or say it earlier
UDEN_SATS = ("vaegt", "andel", "foer_bund")  # nor where the sats is a loss, the same to each
# How a saving is told.
MED_BESPARELSE = {"afrunding": "Besparelse - før afrunding. De største rester rundes op.",
                  "pr_barn": "Besparelse / børn."}
# And of a saving, that are kept within shares of the base budget.
MED_HOEJST_ANDEL = {"hi": "Det mindste af loft pr. barn x børn og højst andel x grundbudget, rundet ned."}
# What is different where last year's amounts are a part of this year's.
MED_INDFASNING = {"afrunding": "Tildeling - efter indfasning. De største rester rundes op.",
                  "tildeling": "Efter indfasning + afrunding."}
# What is different where something is paid besides: a basic amount, a fixed one.
MED_FORUD = {"afrunding": "Efter nøglen - før afrunding. De største rester rundes op.",
             "tildeling": "Efter nøglen + {forud}."}
