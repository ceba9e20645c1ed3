"""The sheet "Fordel tjek": what is looked at before money moves, and how a red answer is cleared, as data."""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "tjek"
ARK = "Fordel tjek"
HOVED = ("Nr.", "Tjek", "Svar", "Hvad der er fundet", "Sådan bliver det grønt",
         "Begrundelse for at fortsætte alligevel", "Gælder fundet")
BREDDER = (6, 42, 12, 70, 52, 40, 14)
GROEN, ROED, TILSIDESAT = "grøn", "rød", "tilsidesat"
FORTALT = "fortælles"  # yellow: worth knowing, and never in the way
LABEL, REASON, COVERS = 1, 5, 6  # columns: the user writes the reason; beside it stands what it is a reason for


BEGRUNDELSE = "begrundelse"  # of a run: one reason for all that is red
LAEST = "laest"  # the one that no reason helps


class Tjek(NamedTuple):
    key: str
    label: str  # also how a reason is found again
    remedy: str
    told: bool = False  # what it finds is told, and stops nothing


TJEK: tuple[Tjek, ...] = (
    Tjek(LAEST, "Tallene kan læses og fordeles", "Ret det, der står, og tjek igen."),
    Tjek("fejlvaerdier", "Ingen celler med fejlværdier i arkene", "Ret formlen eller cellen, den henviser til."),
    Tjek("navne", "Ingen navne, der næsten er ens",
         "Er det den samme institution, så ret navnet, og slet den ene række."),
    Tjek("skjulte", "Ingen skjulte rækker eller kolonner er i brug", "Vis dem, og se, om de skal være med."),
    Tjek("uden_institution", "Alle børn har en institution", "Skriv institutionen, eller slet rækken."),
    Tjek("uden_boern", "Ingen nøgle uden børn", "Skriv børnetallet, eller tøm nøglen."),
    Tjek("flere_end_boern", "Ingen tæller flere børn, end der er",
         "Sammenlign børnetallet med det, nøglen er talt af."),
    Tjek("procent", "Andele er skrevet som andele", "Skriv 12 % eller 0,12, ikke 12."),
    Tjek("enhed", "Beløbene står i samme enhed", "Ret enheden på opsætningen, eller ret tallet."),
    Tjek("sidste_aar", "Puljen ligner sidste års tildeling i alt", "Se, om puljen eller sidste års beløb er rigtige."),
    Tjek("kommet_gaaet", "Ingen er kommet til eller faldet bort siden sidste år",
         "Brug kolonnen Erstatter, hvor en institution afløser en anden."),
    Tjek("maaneder", "Måneder i drift er udfyldt, hvor nogen åbner eller lukker", "Udfyld kolonnen Måneder i drift."),
    Tjek("skjulte_antal", "Ingen skjulte antal (.. eller <3) er erstattet",
         "Få de rigtige antal, eller begrund valget."),
    Tjek("smaa_antal", "Små antal, der kan regnes ud af beløbene",
         "I denne rækkefølge: giv til dagtilbuddet, brug gennemsnit af tre år, lad alle små antal tælle det samme, "
         "sæt en tærskel eller tærskeltype over, sæt et minimum, eller skriv i den gule kolonne, hvem der har "
         "accepteret det hvornår, og hvorfor. At runde beløbene hjælper ikke.", told=True),
    Tjek("et_barn", "Ét barn afgør tærsklen", "Overvej tærskeltype over eller gennemsnit af tre år.", told=True),
    Tjek("decimaler", "Antal børn med decimaler", "Er det fuldtidsbørn? Tærsklen er en andel af hoveder.", told=True),
    Tjek("persondata", "Personnumre, navne eller rækker pr. barn i mappen",
         "Fjern dem, eller hold dem i en fil for sig, før mappen sendes til nogen.", told=True),
)
