"""The sheet "Fordel puljer": a row a pool, each with a key of its own. Columns and what is said of them, as data.

The user writes it. A blank cell says what "Fordel opsætning" says; the line over the pools shows what that is.
"""

from __future__ import annotations

from typing import NamedTuple

from workbook_templates.opsaetning import VALG

NOEGLE = "puljer"
ARK = "Fordel puljer"
GARANTI = "Garanti"  # the name of the last row, which is about the sum
INGEN = "ingen"  # in a cell: none, whatever the settings say
ALLE, BLIVER = "alle", "bliver"
NOEGLE_ER = ("nøgle", "belastning")
SOM_OPSAETNING = "Fordel opsætning"  # the line over the pools
RAEKKER = 15  # lines to write in
FOERSTE_NAVN = "Pulje"  # of the first row the sheet is made with
LAES = (  # over the table
    "Skriv en række for hver pulje. En tom celle betyder: som på Fordel opsætning; det står i den grå række.",
    "Puljerne deles i rækkernes orden, hver for sig og hver afrundet for sig. Summen er de afrundede puljer lagt "
    "sammen.",
    "Beløb står i kr.: et tal, en formel som =Budget!B3, eller en andel af en ramme, fx 1 % af 100 mio.",
    "Modtagere er alle, eller en kolonnes overskrift og det, der skal stå i den: Type: Vuggestue, Integreret. "
    "Den, der ikke er med i en pulje, har en tom celle i den.",
    f"I Tærskel, Loft, Minimum og Grundbeløb kan der stå {INGEN}: så gælder den på Fordel opsætning ikke for puljen.",
    "Tilovers er det, et loft eller afrundingen ikke kan give ud: det bliver, eller går til en navngiven pulje længere "
    "nede, før den deles.",
    f"Hedder den sidste række {GARANTI}, gælder den summen: ingen får under så stor en andel af sidste år, og "
    "puljernes sum er den samme. Garanti på en pulje kræver puljens egen kolonne med sidste år.",
)


class Kolonne(NamedTuple):
    """`setting` is the setting that the column says for one pool, "" where it is the pool's alone."""

    key: str
    heading: str
    help: str
    width: float
    style: str = "tekst"
    setting: str = ""
    words: tuple[str, ...] = ()


KOLONNER = (
    Kolonne("navn", "Pulje", "Navnet, som det skal stå på resultatet.", 17),
    Kolonne("beloeb", "Beløb, kr.", "Tal, formel eller 1 % af 100 mio.", 17, "kr_oere", "pulje"),
    Kolonne("noegle", "Nøgle", "Overskriften på en kolonne i tabellen.", 14),
    Kolonne("noegle_er", "Nøglen er", "nøgle: færdig. belastning: ganges med børnene.", 10, words=NOEGLE_ER),
    Kolonne("modtagere", "Modtagere", "alle, eller Type: Vuggestue.", 17),
    Kolonne("taerskel", "Tærskel", "Under den gives intet.", 8, "pct", "taerskel"),
    Kolonne("taerskel_paa", "Prøves på", "Hvem tærsklen prøves på.", 10, "tekst", "taerskel_paa",
            VALG["taerskel_paa"]),
    Kolonne("loft", "Loft, kr. pr. barn", "Højst til en.", 9, "kr_oere", "loft"),
    Kolonne("minimum", "Minimum, kr.", "Mindst til en.", 10, "kr_oere", "minimum"),
    Kolonne("grundbeloeb", "Grundbeløb, kr.", "Først så meget til hver, så nøglen.", 11, "kr_oere", "grundbeloeb"),
    Kolonne("garanti", "Garanti", "Mindst af sidste år, fx 95 %.", 8, "pct"),
    Kolonne("sidste_aar", "Sidste år", "Overskriften på puljens kolonne med sidste år.", 12),
    Kolonne("afrunding", "Afrunding, kr.", "1 er hele kroner.", 9, "tal", "afrunding"),
    Kolonne("tilovers", "Tilovers", "bliver, eller navnet på en senere pulje.", 11),
    Kolonne("kilde", "Kilde", "Hvor pengene kommer fra.", 13, "tekst", "finansiering"),
    Kolonne("tekst", "Tekst", "Står på puljens side og på udmeldingen.", 20),
)
