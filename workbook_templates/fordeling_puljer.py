"""The page of several pools together, its appendix and its control: headings and words as data."""

from __future__ import annotations

from workbook_templates.fordeling import (
    AENDRING,
    AENDRING_PCT,
    BOERN,
    NAVN,
    PR_BARN,
    SIDSTE_AAR,
    TILDELING,
    Column,
)
from workbook_templates.fordeling_kontrol import Check

TITEL = "Fordeling af {} puljer"
GARANTI = Column("garanti_flytter", "Garanti, kr.", 12, "kr_aendring", "sum")
I_ALT = TILDELING._replace(heading="I alt, kr.")
FOER, EFTER = (NAVN, BOERN), (I_ALT, PR_BARN, SIDSTE_AAR, AENDRING, AENDRING_PCT)
WIDTH = 14  # of a pool's column
PULJERNE = "Puljerne"
# Of each pool: what it is, and where its money went.
AF_HVER = ("Pulje", "Eget beløb, kr.", "Kom ind, kr.", "Fordelt, kr.", "Går videre, kr.", "Bliver, kr.", "Modtagere")
NOEGLETAL, SUM = "Nøgletal", "I alt"
SIDSTE_KRONER = "Hvor de sidste kroner gik: {}"
LAES = ("En tom celle i en puljes kolonne betyder, at modtageren ikke er med i puljen; 0 betyder, at den er med og "
        "intet får.")

TITEL_KONTROL = "Kontrol af puljerne lagt sammen"
HVER_PULJE = ("", "Pulje", "Kontrol", "Eget beløb, kr.", "Kom ind, kr.", "Fordelt, kr.", "Tilovers, kr.", "Passer")
HVER_MODTAGER = ("Nr.", "Navn (fra tabellen nu)")
KONTROLLER: tuple[Check, ...] = (
    Check("Hver puljes egen kontrol siger OK.", "COUNTIF({status},\"OK\")={many}",
          "Se arket for den pulje, der ikke er OK: fordel igen."),
    Check("Fordel puljer er, som arket var ved fordelingen.", "{puljer}",
          "En celle på Fordel puljer er ændret: fordel igen.", "puljer"),
    Check("Hver pulje er sit eget beløb og det, der kom ind; det er fordelt, eller det er til overs.",
          "SUM({passer})={many}", "Se rækken med 0: et beløb er ændret. Fordel igen."),
    Check("Modtagerne er de samme, og hvert beløb er det, der står på puljens egen side.",
          "SUM({samme})={n}", "Se rækkerne med 0: et beløb eller et navn er rettet. Fordel igen."),
    Check("Hver modtagers sum er puljernes beløb lagt sammen.",
          "SUM({summen})={n}", "Se rækkerne med 0: en sum er rettet. Fordel igen."),
    Check("Totalen er summen af de afrundede puljer.",
          "AND(ABS({total}-SUM({fordelt}))<=0.005,ABS(SUM({i_alt})-{total})<=0.005)",
          "Totalen er rettet, eller kroner er kommet til: fordel igen."),
    Check("Siden og bilaget er, som de blev skrevet.", "{ark}", "Ret det tilbage, eller fordel igen.", "ark"),
)
SATS = "Sats: (sum - garantier) / summen af de øvrige"
AF_GARANTIEN: tuple[Check, ...] = (
    Check("Garantien: satsen er (summen - garantierne) / summen for dem, der ikke er ved deres garanti.",
          "ABS({sats}-{sats_da})<=1E-9*ABS({sats_da})", "Sidste år, en pulje eller garantien er ændret: fordel igen."),
    Check("Garantien: ingen er under sin garanti, kun de, der ellers var kommet under den, er ved den, og hvert beløb "
          "er hele enheder og højst én fra beløbet før afrunding.",
          "SUM({holder})={n}", "Se rækkerne med 0: fordel igen."),
    Check("Garantien: de ekstra enheder gik til de største rester.",
          "MIN({rest_med})>=MAX({rest_uden})", "Kroner er flyttet: fordel igen."),
)
