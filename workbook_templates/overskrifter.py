"""The words people write above and beside their figures, as data.

A heading or label is compared without case, line breaks, hyphens at a line's end, dots, and a year or a unit
in brackets at its end (see `addin.tables.plain`). "*" at the end of a pattern stands for any rest.
"""

from __future__ import annotations

# Columns of the table of institutions: setting -> patterns, in plain form.
KOLONNER: dict[str, tuple[str, ...]] = {
    "navn": ("institution", "institutionsnavn", "institutionens navn", "dagtilbud", "børnehus", "budgetenhed",
             "aftaleenhed", "skole", "enhed", "navn"),
    "gruppe": ("område", "distrikt", "dagtilbudsområde", "skoledistrikt", "gruppe", "områdenavn"),
    "modtager": ("modtager", "tildeles til", "gives til", "beløbet gives til", "modtager af midler"),
    "erstatter": ("erstatter", "erstatter institution", "afløser", "træder i stedet for"),
    "boern_0_2": ("0-2 år", "0-2 årige", "0-2-årige", "0-2årige", "børn 0-2 år", "børn 0-2", "antal 0-2 årige",
                  "antal 0-2-årige", "vuggestuebørn", "vuggestue"),
    "boern_3_5": ("3-5 år", "3-5 årige", "3-5-årige", "3-5årige", "børn 3-5 år", "børn 3-5", "antal 3-5 årige",
                  "antal 3-5-årige", "børnehavebørn", "3-6 år", "3-6 årige", "3-6-årige"),
    "boern": ("børn", "antal børn", "børn i alt", "børnetal", "indskrevne børn", "elever", "antal elever",
              "elevtal", "vægtet børnetal", "vægtede børn"),
    "maaneder": ("måneder i drift", "måneder", "antal måneder", "driftsmåneder", "måneder åben"),
    "belastning": ("sandsynlighed", "foranstaltningssandsynlighed", "belastning", "belastningsgrad", "score",
                   "gennemsnitlig score", "indeks", "socioøkonomisk indeks", "andel udsatte", "andel udsatte børn"),
    "noegle": ("nøgle", "fordelingsnøgle", "nøgletal", "antal udsatte", "antal udsatte børn", "udsatte børn",
               "point", "vægtede point"),
    "fast": ("fast beløb", "fast tildeling", "faste beløb", "fast tillæg"),
    "fast_virkning": ("virkning", "fast beløb virkning", "fast beløb: virkning", "oven i eller i stedet for"),
    "fast_grund": ("begrundelse", "fast beløb begrundelse", "fast beløb: begrundelse", "årsag"),
    "grundbudget": ("grundbudget", "budget", "grundtildeling", "budget i alt", "decentralt budget"),
    "sidste_aar": ("socøk tildeling*", "socioøkonomisk tildeling*", "tildeling*", "sidste års tildeling",
                   "tildelt sidste år", "udmeldt*"),
}

# Columns that are never a figure to distribute by; nothing is told about them.
KENDTE_UDEN_BRUG: tuple[str, ...] = (
    "løbenr", "nr", "afdnr", "afdeling", "institutionsnr", "id", "cpr", "cprnr", "alder", "køn", "fødselsdato",
    "type", "ejerform", "slags", "bemærkning*", "note*", "adresse", "postnr", "telefon", "leder",
)

# Single cells, found by the label to their left: setting -> patterns.
ETIKETTER: dict[str, tuple[str, ...]] = {
    "pulje": ("pulje", "puljen", "puljens størrelse", "pulje til fordeling", "samlet pulje", "til fordeling",
              "pulje i alt", "beløb til fordeling"),
    "vaegt": ("vægt 0-2-årige", "vægt 0-2 årige", "vægt for 0-2-årige", "vægt 0-2 år", "vægt vuggestuebørn"),
    "mindst_kriterier": ("mindst antal kriterier", "antal kriterier mindst", "mindst opfyldte kriterier"),
    "taerskel": ("minimumsgrænse", "tærskel", "tærskelværdi", "nedre grænse"),
    "loft": ("loft pr barn", "loft", "højst pr barn", "maksimum pr barn"),
    "minimum": ("minimum pr institution", "mindstebeløb", "mindst pr institution", "minimum", "minimumsbeløb"),
    "afrunding": ("afrunding", "afrundes til"),
}

# A workbook-level name that begins so and points at one cell is the pool.
PULJENAVN = "pulje"

# A row that holds one of these words is a sum row, if the arithmetic agrees.
SUMORD: tuple[str, ...] = ("i alt", "ialt", "total", "sum", "subtotal", "hovedtotal", "samlet")

# Amounts that do not stand in kroner.
ANDRE_ENHEDER: tuple[str, ...] = ("1.000 kr", "1000 kr", "t.kr", "tkr.", "tusind kr", "mio. kr", "mio kr", "mio.kr")

# Marks in a column of criteria (0/1 and TRUE/FALSE besides).
JA = ("ja", "j", "x")
NEJ = ("nej", "n")
