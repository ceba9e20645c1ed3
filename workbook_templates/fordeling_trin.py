"""The sheet "Fordeling trin": what each heading of FORDEL_SPOR is measured in, and how it is re-done by hand."""

from __future__ import annotations

NOEGLE = "trin"
ARK = "Fordeling trin"

# heading of FORDEL_SPOR -> (unit, width, style, how it is re-done on a calculator)
KOLONNER: dict[str, tuple[str, float, str, str]] = {
    "Nr.": ("", 5, "helt", "Nummer i listen."),
    "Nøgle": ("enheder", 15, "noegle_fin", "Det, der fordeles efter."),
    "Børn": ("antal", 10, "boern", "Vægtede børn, eller antal børn hvor vægten er 1."),
    "Børn til tærskel": ("antal", 10, "boern", "De børn, tærsklen regnes pr."),
    "Belastning": ("nøgle pr. barn", 11, "pct2", "Nøgle / børn."),
    "Over tærskel": ("ja/nej", 10, "midt", "Ja, når belastningen når tærsklen."),
    "Vægt": ("enheder", 15, "noegle_fin", "Nøglen, eller 0 under tærsklen."),
    "Andel": ("af alle vægte", 10, "pct2", "Vægt / sum af vægte."),
    "Før loft og minimum": ("kr.", 15, "kr_oere", "Sats x vægt."),
    "Sidste år": ("kr., nyt prisniveau", 17, "kr_oere", "Sidste års tildeling x (1 + pl-satsen), hvis der er en."),
    "Grundbudget": ("kr.", 17, "kr_oere", "Fra tabellen."),
    "Ansøgt": ("kr.", 13, "kr_oere", "Fra tabellen."),
    "Eget minimum": ("kr.", 12, "kr_oere", "Fra tabellen; hvor cellen er tom, er der intet."),
    "Loft pr. barn": ("kr. pr. barn", 12, "kr_oere", "Fra tabellen; hvor cellen er tom, er der intet."),
    "Minimum": ("kr.", 12, "kr_oere", "Det mindste, den kan få."),
    "Loft": ("kr.", 13, "kr_oere", "Loft pr. barn x børn, rundet ned."),
    "Bundet af": ("", 11, "midt", "Om loft eller minimum bestemte beløbet."),
    "Før afrunding": ("kr.", 15, "kr_oere", "Før loft og minimum, holdt mellem minimum og loft."),
    "Ny fordeling": ("kr.", 15, "kr_oere", "Før loft og minimum, holdt mellem minimum og loft."),
    "Efter indfasning": ("kr.", 15, "kr_oere", "(1 - andel ny) x sidste år + andel ny x ny fordeling."),
    "Afrunding": ("kr.", 10, "kr_oere", "Tildeling - før afrunding. De største rester rundes op."),
    "Efter nøglen": ("kr.", 13, "kr_fed", "Før afrunding + afrunding."),
    "Fast beløb": ("kr.", 12, "kr", "Betales først, så det går fra puljen."),
    "Tildeling": ("kr.", 13, "kr_fed", "Før afrunding + afrunding."),
    "Pr. barn": ("kr. pr. barn", 11, "kr_oere", "Tildeling / børn."),
    "Uden tærskel": ("kr.", 13, "kr", "Tildelingen, hvis der ingen tærskel var."),
    "Pædagoger": ("stillinger", 12, "normering", ""),
    "Medhjælpere": ("stillinger", 13, "normering", ""),
    "Udmeldt": ("kr.", 14, "kr_oere", "Fra tabellen; en tom celle er 0."),
    "Efterregulering": ("kr.", 16, "kr_oere_aendring", "Tildeling - udmeldt; det negative betales tilbage."),
    "Note": ("", 44, "indrykket", ""),
}
GIVET = ("Efter nøglen", "Fast beløb", "Tildeling", "Uden tærskel")  # with øre where they are not whole kroner
TAELLES = ("Nøgle", "Vægt", "Børn", "Børn til tærskel")  # without decimals where none has any
NAVN = ("", 34, "tekst", "")  # the column of institutions, which FORDEL_SPOR does not know
NOEGLE_NEDENFOR = "Fra institutionernes grundlag nedenfor."
# What is different where the threshold is tested on each institution, or measured by children of its own.
PR_INSTITUTION = {"Over tærskel": "Ja, når mindst én af institutionerne når tærsklen.",
                  "Vægt": "Summen af institutionernes vægt; se institutionernes grundlag."}
BELASTNING_AF_EGNE = "Nøgle / børn til tærskel."
EGNE = {"minimum": "Eget minimum", "loft": "Loft pr. barn"}  # bounds that stand in a column -> heading
FOER, GRUNDBUDGET = "Sidste år", "Grundbudget"  # which FORDEL_SPOR does not know either
AF_GRAENSER = ("Før loft og minimum", "Bundet af")  # steps there are only where there is a minimum or a cap
FOER_AFRUNDING, NY, BLANDET = "Før afrunding", "Ny fordeling", "Efter indfasning"
UDEN_GRAENSER = {FOER_AFRUNDING: "Sats x vægt.", NY: "Sats x vægt."}
UDEN_TAERSKEL = {"Vægt": "Nøglen."}
# What is different where amounts are kept within shares of last year's.
MED_GARANTI = {"Minimum": "Det største af minimum og garanti x sidste år, rundet op.",
               "Loft": "Det mindste af loft pr. barn x børn og højst x sidste år, rundet ned.",
               "Bundet af": "Om loft, højst, minimum eller garanti bestemte beløbet."}
# What is less by a fixed amount that is paid besides, and what is at most what has been applied for.
MED_FAST_OVEN_I = " Et fast beløb oven i er trukket fra."
MED_ANSOEGT = {"Loft": "Det mindste af ansøgt, loft pr. barn x børn og højst x sidste år, rundet ned.",
               "Bundet af": "Om ansøgt, loft, højst, minimum eller garanti bestemte beløbet."}
# And of a saving, that are kept within shares of the base budget.
MED_HOEJST_ANDEL = {"Loft": "Det mindste af loft pr. barn x børn og højst andel x grundbudget, rundet ned."}
# What is different where last year's amounts are a part of this year's.
MED_INDFASNING = {"Afrunding": "Tildeling - efter indfasning. De største rester rundes op.",
                  "Tildeling": "Efter indfasning + afrunding."}
NORMERING = {"paedagoger": "Pædagoger", "medhjaelpere": "Medhjælpere"}  # what the amounts buy: column -> heading
# What is different where there are fixed amounts.
MED_FASTE = {"Afrunding": "Efter nøglen - før afrunding. De største rester rundes op.",
             "Tildeling": "Efter nøglen + fast beløb."}
