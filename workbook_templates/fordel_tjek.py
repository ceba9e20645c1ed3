"""The sheet "Fordel tjek": what is looked at before money moves, and what is done about what is found, as data.

A title is a noun that is true whatever the answer is. Red stops, yellow is told.
"""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "tjek"
ARK = "Fordel tjek"
HOVED = ("Nr.", "Tjek", "Svar", "Hvad der er fundet", "Hvad der gøres ved det",
         "Begrundelse for at fortsætte alligevel", "Sidste års begrundelse", "Mærke, sat af Fordel")
BREDDER = (7, 34, 13, 70, 48, 40, 32, 14)
INTET, FORTAELLES, STOPPER = "intet fundet", "fortælles", "stopper"  # the answers
USET = "Kunne ikke ses efter"  # before those without an answer
LABEL, FOUND, REASON, LAST_REASON, MARK = 1, 3, 5, 6, 7  # columns: the user writes the reason; last, what it holds for

BEGRUNDELSE = "begrundelse"  # of a run: one reason for all that is red and may have one
LAEST, UREGNET, UMULIG = "laest", "uregnet", "umulig"  # what a refusal is about, where it is one of these
ANDELE, HOMELESS = "procent", "uden_institution"
INGEN_FORMLER = "formler kan ikke ses her, og så kan en skrevet sum ikke kendes fra en formel; tjek filen i stedet"


class Tjek(NamedTuple):
    key: str
    nr: str  # R is red, Y is yellow
    label: str  # also how a reason is found again
    remedy: str
    reason: bool = False  # whether a reason can carry it
    slow: bool = False  # takes long: looked at only where the sheet is written
    page: bool = False  # told on the result, where nothing else tells it
    told: bool = False  # of a red one: it is told, and stops nothing
    missing: str = ""  # what it takes that is not there yet
    needs: str = ""  # what it takes, that is not in every workbook

    @property
    def how(self) -> str:
        """What is done about it; where a reason can carry it, that too."""
        return f"{self.remedy} Eller begrund, at det er rigtigt." if self.reason and self.is_red else self.remedy

    @property
    def mark(self) -> str:
        """The number as it is shown."""
        return f"{'rød' if self.nr.startswith('R') else 'gul'} {self.nr[1:]}"

    @property
    def is_red(self) -> bool:
        return self.nr.startswith("R") and not self.told


TJEK: tuple[Tjek, ...] = (
    Tjek(LAEST, "R1", "Tal, der ikke kan læses", "Skriv tallet, eller tøm cellen, hvis der intet er."),
    Tjek("fejlvaerdier", "R2", "Fejlværdier i celler, der bruges", "Ret formlen, eller skriv værdien."),
    Tjek(UREGNET, "R3", "Formler, som ingen har regnet", "Åbn og gem i et regneark, eller brug --genberegn."),
    Tjek("tom_noegle", "R4", "Institutioner med tom nøgle", "Skriv nøglen; skriv 0, hvis den intet skal have."),
    Tjek("uden_boern", "R5", "Nøgle uden børn",
         "Skriv børnetallet; åbner den senere, så skriv måneder og forventede børn.", reason=True),
    Tjek("flere_end_boern", "R6", "Flere talte end børn",
         "Sammenlign børnetal og optælling: er det samme dato og samme navn?", reason=True),
    Tjek(ANDELE, "R7", "Andele skrevet som hele tal",
         'Svar "læs dem som procent", når der fordeles, eller skriv 12 %.'),
    Tjek("enhed", "R8", "Beløb i forskellig enhed", "Ret enheden på opsætningen, eller ret tallet.", reason=True),
    Tjek("navne", "R9", "Navne, der næsten er ens", "Ret navnet, eller slet den ene række.", reason=True),
    Tjek(HOMELESS, "R10", "Børn uden institution", "Skriv institutionen, eller slet rækken.",
         needs="der er intet ark med en række pr. barn"),
    Tjek("i_alt", "R11", "I alt, der ikke er summen",
         "Ret tallet, eller gør det til en sum. Mangler der en række?", reason=True, needs=INGEN_FORMLER),
    Tjek("forsvundet", "R12", "Penge sidste år, men ikke i tabellen",
         "Skriv den i tabellen, eller hvem der afløser den (Erstatter).", reason=True,
         missing="det kræver sidste års fil, som Fordel ikke læser endnu"),
    Tjek("maaneder", "R13", "Måneder i drift, der mangler", "Udfyld kolonnen Måneder i drift.", reason=True),
    Tjek(UMULIG, "R14", "En garanti eller et loft, der ikke kan holdes", "Sænk garantien, eller hæv puljen."),
    Tjek("rettet", "R15", "Rettet på opsætningen og i cellen",
         "Tallet på opsætningen gælder. Skal cellens tal gælde, så skriv det på opsætningen.",
         told=True, page=True),
    Tjek("intet", "Y1", "Institutioner, der intet får", "Intet, hvis det er meningen."),
    Tjek("skjulte", "Y2", "Skjulte rækker eller kolonner i brug", "Vis dem, og se, om de skal være med."),
    Tjek("skjulte_antal", "Y3", "Skjulte antal, der er erstattet", "Få de rigtige antal, hvis det flytter for meget.",
         slow=True),
    Tjek("sidste_aar", "Y4", "Puljen er en anden end sidste års", "Se, om begge er med eller uden central pulje.",
         page=True,
         needs="der er ingen kolonne med sidste års tildeling"),
    Tjek("kommet_gaaet", "Y5", "Kommet til eller faldet bort", "Brug Erstatter, hvor en afløser en anden.", page=True,
         needs="der er ingen kolonne med sidste års tildeling"),
    Tjek("fejl_andre", "Y6", "Fejlværdier i celler, der ikke bruges", "Intet for fordelingen."),
    Tjek("i_alt_andre", "Y7", "I alt uden for fordelingen, og afrundinger",
         "Se efter; Fordel retter intet.", slow=True, needs=INGEN_FORMLER),
    Tjek("to_beloeb", "Y8", "Samme betegnelse, to beløb", "Vælg det, der gælder.", page=True),
    Tjek("smaa_antal", "Y9", "Små antal, der kan regnes ud af beløbene",
         "I denne rækkefølge: giv til dagtilbuddet, brug gennemsnit af tre år, lad alle små antal tælle det samme, "
         "sæt en tærskel eller tærskeltype over, sæt et minimum, eller skriv i begrundelsen, hvem der har accepteret "
         "det hvornår, og hvorfor. At runde beløbene hjælper ikke.", reason=True, slow=True),
    Tjek("et_barn", "Y10", "Ét barn afgør tærsklen", "Overvej tærskeltype over eller gennemsnit af tre år.", slow=True,
         needs="der er ingen tærskel"),
    Tjek("datoer", "Y11", "Data af hver sin dato", "Skriv det på siden; bestil nye.", page=True,
         needs="der er ikke skrevet, hvornår børnetal og nøglens data er opgjort (Sagsoplysninger)"),
    Tjek("ikke_modtagere", "Y12", "Rækker, der måske ikke er modtagere",
         "Er svaret forkert, så tøm det på opsætningen, og fordel igen."),
    Tjek("ubrugte_tal", "Y13", "Tal ved puljen, der ikke er brugt", "Intet, hvis det er meningen."),
    Tjek("ubrugte_kolonner", "Y14", "Kolonner, der ikke er læst", "Intet, eller peg på kolonnen."),
    Tjek("loft_binder", "Y15", "Loftet eller garantien bestemmer for mange", "Se på satserne.", page=True),
    Tjek("persondata", "Y16", "Personnumre, navne eller rækker pr. barn i mappen",
         "Send kopien fra klargør (fordel klargoer), ikke mappen. Hold rækkerne i en fil for sig.", slow=True),
    Tjek("decimaler", "Y17", "Antal børn med decimaler", "Er det fuldtidsbørn? Tærsklen er en andel af hoveder."),
    Tjek("manuel", "Y18", "Formler, der måske er gamle", "Gem projektmappen med automatisk beregning."),
)
"""Checks before money moves: each says what it has found, nothing where there is nothing."""
