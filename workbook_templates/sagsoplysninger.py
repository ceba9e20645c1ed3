"""Sagsoplysninger: what the case is, as it stands on the page for the committee. Nobody is asked for it, and it moves
no amount.

Texts are printed as they are written; a date is a date.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields

from workbook_templates.setting import setting

FRITEKST, DATO = "fritekst", "dato"  # the styles of their cells


@dataclass(frozen=True)
class Sagsoplysninger:
    """The settings that say what the case is: None where nothing is said."""

    kommune: str | None = setting("Kommune", "Står øverst på siden.", style=FRITEKST)
    budgetaar: str | None = setting("Budgetår", "Året, pengene er til, fx 2027.", style=FRITEKST)
    udgave_tekst: str | None = setting(
        "Udgave på siden", "Sådan står udgaven øverst på siden. Tom: som under Udgave.", style=FRITEKST)
    hoeringsfrist: datetime.date | None = setting(
        "Høringsfrist", "Den dag, høringssvar senest skal være inde, fx 20. november 2026.", style=DATO)
    sagsnummer: str | None = setting("Sagsnummer", "Sagens nummer i kommunens system.", style=FRITEKST)
    sagsdato: datetime.date | None = setting(
        "Sagens dato", "Datoen øverst på siden. Tom: den dag, der er fordelt.", style=DATO)
    besluttet_af: str | None = setting(
        "Besluttet af", "Hvem der har besluttet puljen: fagudvalget, byrådet eller administrativt.", style=FRITEKST)
    besluttet_den: datetime.date | None = setting("Besluttet den", "Datoen for beslutningen.", style=DATO)
    formaal: str | None = setting(
        "Formål", "Fx at stille børn lige eller at stille institutioner lige, eller en egen tekst.", style=FRITEKST)
    finansiering: str | None = setting(
        "Finansieringskilde", "Fx omlagt støtte, generelle midler eller en statslig pulje.", style=FRITEKST)
    datakilde: str | None = setting(
        "Datakilde", "Hvor nøglens tal kommer fra, fx Danmarks Statistik.", style=FRITEKST)
    noegle_pr: datetime.date | None = setting(
        "Nøglens data opgjort pr.", "Den dag, nøglens tal (kriterierne) er opgjort, fx 1. januar 2026.", style=DATO)
    boern_pr: datetime.date | None = setting(
        "Børnetal opgjort pr.", "Den dag, børnene er talt, fx 1. august 2026.", style=DATO)
    befolkning: str | None = setting(
        "Befolkning", "Hvem nøglens tal er om: indskrevne børn, bosatte børn eller begge.", style=FRITEKST)
    kontakt: str | None = setting(
        "Kontakt", "Hvor man kan spørge: en afdeling eller en postkasse, helst ingen person, for siden sendes ud.",
        style=FRITEKST)


@dataclass(frozen=True)
class Udmeldingsord(Sagsoplysninger):
    """What the statement to each says besides figures."""

    krav: str | None = setting(
        "Krav til pengene", "Hvad pengene skal bruges til, som en sætning, eller KORAs styringstype: 1 uddannede "
        "pædagoger, 2 pædagogisk personale, 3 inklusionsopgaver, 4 ingen særlige krav. Nummeret trykkes ikke.",
        style=FRITEKST)
    oenske: str | None = setting("Ønske", "Et ønske til pengene, der ikke er et krav.", style=FRITEKST)
    opfoelgning: str | None = setting("Opfølgning", "Hvad der følges op på, og hvornår.", style=FRITEKST)
    ligger_fast: str | None = setting(
        "Beløbet ligger fast", 'Om beløbet reguleres, fx "Beløbet ligger fast i hele 2027".', style=FRITEKST)
    efterregulering_som: str | None = setting(
        "Efterregulering som", '"lukket pulje": hele puljen er fordelt igen. "fast sats": satsen er den samme, og kun '
        "modtagerens egne tal flytter beløbet.", style=FRITEKST)
    reguleres_over: str | None = setting(
        "Efterregulering over", 'De måneder, den fordeles over, fx august-december, eller "på én gang".',
        style=FRITEKST)


SAG = tuple(line.name for line in fields(Udmeldingsord))
LUKKET, FAST_SATS, PAA_EN_GANG = "lukket pulje", "fast sats", "på én gang"
BLOK = ("sagsoplysninger", "sagsoplysning", "oplysninger om sagen")  # the sheet, or the title, of a block of them

# The labels they are found by, in plain form (see `addin.finding.words.plain`).
ETIKETTER_I_SAGEN: dict[str, tuple[str, ...]] = {
    "kommune": ("kommune", "kommunens navn"),
    "budgetaar": ("budgetår", "budgetåret"),
    "hoeringsfrist": ("høringsfrist", "frist for høring", "frist for høringssvar", "høringssvar senest", "høring til",
                      "i høring til"),
    "sagsnummer": ("sagsnummer", "sagsnr", "sag nr", "sags-nr", "sagens nummer", "journalnummer", "journalnr"),
    "sagsdato": ("sagens dato",),
    "besluttet_af": ("besluttet af", "vedtaget af"),
    "besluttet_den": ("besluttet den", "besluttet", "vedtaget den", "dato for beslutning", "dato for beslutningen",
                      "beslutningsdato"),
    "formaal": ("formål", "formålet", "formål med puljen", "puljens formål", "formål med tildelingen"),
    "finansiering": ("finansieringskilde", "finansiering", "finansieres af"),
    "datakilde": ("datakilde", "datakilder", "kilde til data", "datagrundlag", "datagrundlag: kilde",
                  "nøglens datakilde", "kilde til nøglen"),
    "noegle_pr": ("nøglens data opgjort pr", "nøglens data pr", "nøglen opgjort pr", "kriterier opgjort pr",
                  "kriterierne opgjort pr", "data opgjort pr", "datagrundlag opgjort pr", "nøgletal opgjort pr"),
    "boern_pr": ("børnetal opgjort pr", "børnetallet opgjort pr", "børnetal pr", "børnetallet pr", "børn opgjort pr",
                 "børnene er talt"),
    "befolkning": (),
    "kontakt": ("kontakt", "kontaktoplysninger", "henvendelse", "henvendelse til", "spørgsmål til"),
    "udgave_tekst": (),
    **dict.fromkeys(("krav", "oenske", "opfoelgning", "ligger_fast", "efterregulering_som", "reguleres_over"), ()),
}
# And those that are so in a block only: elsewhere they say too little.
KUN_I_BLOK: dict[str, tuple[str, ...]] = {
    "udgave_tekst": ("udgave", "udgave på siden", "version"), "sagsdato": ("dato",), "befolkning": ("befolkning",),
    "datakilde": ("kilde", "kilder", "data"),
    "krav": ("krav til pengene", "krav"), "oenske": ("ønske",), "opfoelgning": ("opfølgning",),
    "ligger_fast": ("beløbet ligger fast",), "efterregulering_som": ("efterregulering som",),
    "reguleres_over": ("efterregulering over",),
    "mindste_antal": ("mindste antal, der vises",),
    "mindste_valgt_af": ("valgt af", "mindste antal: valgt af", "mindste antal valgt af"),
    "mindste_dato": ("mindste antal: dato", "mindste antal dato"),
}
