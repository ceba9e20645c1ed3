"""What is compared when answers to the template of a network are gathered, and what KORA printed of each.

KORA's figures are in the template (`netvaerksmaaling.FIGURER`), with how many had answered; all are of 2016.
"""

from __future__ import annotations

KORA_AAR = 2016
MINDST = 5  # answers behind a share that is shown
SAMMENLIGNING, ANDELE, SVAR, KOMMUNER, FILER, TAL = (
    "Sammenligning", "Andele af budgettet", "Svar", "Kommuner", "Filer", "Tal")
SUFFIKS = " samlet"
SE_FILER = "se Filer"  # in a cell that is not known: no formula counts it as nought, and no distribution takes it
STYRING = "styring"  # the key of what is derived
STYRINGSTYPER = {("ja", "ja"): "1 fuld styring", ("ja", "nej"): "2 inputstyring",
                 ("nej", "ja"): "3 styring på ydelsen", ("nej", "nej"): "4 decentralisering"}
INPUT, INDHOLD = "sB9", "sB10"  # the two questions it follows from

# Question and answer -> the figure as the template calls it.
KORA: dict[tuple[str, str], str] = {
    ("s8", "ja"): "4.1 Tager tildelingen højde for socioøkonomiske forhold: ja",
    ("s10", "stor"): "4.2 Stor betydning", ("s10", "en vis"): "4.2 En vis betydning",
    ("s10", "mindre"): "4.2 Mindre betydning", ("s10", "slet ingen"): "4.2 Slet ingen betydning",
    ("s11", "ikke drøftet"): "4.3 Hvorfor ikke: ikke drøftet",
    ("s11", "intet flertal"): "4.3 Hvorfor ikke: intet flertal",
    ("s11", "små forskelle"): "4.3 Hvorfor ikke: små forskelle",
    ("s11", "ingen betydning for udgiften"): "4.3 Hvorfor ikke: ingen betydning for udgiften",
    ("s11", "for få ressourcer til det"): "4.3 Hvorfor ikke: for få ressourcer til det",
    ("s12", "ja, forventes indført"): "4.4 Fremadrettet: forventes indført",
    ("s12", "ja, drøftes"): "4.4 Fremadrettet: drøftes", ("s12", "nej"): "4.4 Fremadrettet: nej",
    ("k7", "ja"): "4.6 Forældres uddannelse", ("k6", "ja"): "4.6 Forældres indkomst",
    ("k9", "ja"): "4.6 Erhvervstilknytning", ("k1", "ja"): "4.6 Enlige forsørgere",
    ("k2", "ja"): "4.6 Indvandrere og efterkommere fra tredjeverdenslande", ("k3", "ja"): "4.6 Dansk som andetsprog",
    ("k10", "ja"): "4.6 Indkomsterstattende ydelser", ("k12", "ja"): "4.6 En generel vurdering",
    ("d1", "ja"): "4.8 Fællesoffentlige databaser", ("d2", "ja"): "4.8 Kommunens egne databaser",
    ("s17", "kommunen selv"): "4.7 Kommunen har selv udviklet modellen",
    ("s16", "mindst en gang om året"): "4.9 Data opdateres mindst en gang om året",
    ("s16", "hvert 2.-3. år"): "4.9 Hvert 2.-3. år", ("s16", "sjældnere end hvert 3. år"): "4.9 Sjældnere",
    ("s16", "ingen fast frekvens"): "4.9 Ingen fast frekvens",
    ("s14", "indskrevne børn"): "4.10 Indskrevne børn", ("s14", "bosatte børn"): "4.10 Bosatte børn",
    ("s14", "begge"): "4.10 Begge", ("s18", "ja"): "4.11 Fremgår af udmeldingen",
    ("s4", "budgetbeløb"): "4.12 Alle midler som lønsum",
    ("s4", "stillinger eller timer"): "4.12 Alle midler som normering",
    ("s4", "omtrent lige meget"): "4.12 Alle midler: begge dele",
    ("s20", "budgetbeløb"): "4.12 De socioøkonomiske midler som lønsum",
    ("s20", "stillinger eller timer"): "4.12 Som normering", ("s20", "omtrent lige meget"): "4.12 Begge dele",
    ("s21", "ja"): "4.13 Krav til, hvordan midlerne bruges",
    ("s22", "ja"): "4.15 Krav om uddannede pædagoger", ("s23", "ja"): "4.16 Der følges op",
    ("sB6", "1 børnetælling"): "Metode 1 børnetælling", ("sB6", "2 statistisk model"): "Metode 2 statistisk model",
    ("sB6", "3 vurdering eller ansøgning"): "Metode 3 vurdering eller ansøgning",
    ("sB6", "4 fast tildeling"): "Metode 4 fast tildeling", ("sB6", "flere metoder"): "Metode 1 og 3 sammen",
    (STYRING, "1 fuld styring"): "Styringstype 1 fuld styring",
    (STYRING, "2 inputstyring"): "Styringstype 2 inputstyring",
    (STYRING, "3 styring på ydelsen"): "Styringstype 3 styring på ydelsen",
    (STYRING, "4 decentralisering"): "Styringstype 4 decentralisering",
}
FIGUR_45 = ("4.5 Andel af budgettet: fra 1 til 10 %; 3 % eller mindre", "4.5 Andel af budgettet: 10 %")
LAV, HOEJ = 0.03, 0.10  # the shares KORA counts by in figure 4.5

# The questions that are counted, under the headings they stand by.
AFSNIT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Metode og styring", ("sB6", STYRING, INPUT, INDHOLD, "s21", "s22", "s23", "s24")),
    ("Data og model", ("s14", "s16", "s17")),
    ("Udmeldingen", ("s18", "s19", "s20", "s4", "s5", "s6", "s7")),
    ("Tildelingen", ("s1", "s2", "s3", "s8", "s9", "s10", "s11", "s12", "sB3", "sB4", "sB5", "graense")))
KRITERIER = tuple(f"k{nr}" for nr in range(1, 13))
DATAKILDER = tuple(f"d{nr}" for nr in range(1, 5))
TAL_I_TABEL = (("andel", "Andel efter kriterier", "pct"), ("taerskel", "Minimumsgrænse", "pct"),
               ("loft", "Loft pr. barn, kr.", "kr"))
