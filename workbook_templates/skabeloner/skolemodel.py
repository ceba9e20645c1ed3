"""A model for schools: whole classes, pupils, teaching in groups, a key, a guarantee (principles of Aarhus 2019)."""

from __future__ import annotations

from workbook_templates.skabeloner.faelles import FOER, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    HELT,
    NAVN,
    TAL,
    Ark,
    Diagram,
    Felt,
    Kald,
    Kolonne,
    Skabelon,
    Tabel,
    Tekst,
    om_eksemplet,
)

TRIN = range(10)
PLADS = 20
LOFT = (26, 26, 26, *(28,) * 7)  # pupils in a class: 26 in 0.-2. klasse for those who start in 2024/25 or later
TIMER = (30, 30, 30, 30, 33, 33, 33, 35, 35, 35)  # lessons a week, made up
MINIMUM = (27, 27, 27, 28, 30, 30, 30, 32, 32, 32)  # that a class must at least have, made up
ELEVER = (
    ("Åskolen", "Nord", (44, 47, 51, 46, 49, 50, 52, 48, 45, 47), 2, 92, 33_500_000),
    ("Bakkeskolen", "Nord", (23, 21, 25, 22, 24, 20, 26, 23, 0, 0), 0, 31, 13_200_000),
    ("Engskolen", "Midt", (75, 78, 72, 80, 77, 74, 79, 81, 76, 73), 4, 188, 52_000_000),
    ("Fjordskolen", "Midt", (52, 54, 50, 56, 57, 55, 53, 54, 58, 51), 1, 64, 30_400_000),
    ("Havneskolen", "Syd", (29, 27, 31, 28, 30, 26, 29, 28, 31, 27), 1, 97, 25_500_000),
    ("Skovskolen", "Syd", (15, 17, 14, 16, 18, 15, 17, 0, 0, 0), 0, 12, 10_200_000))

SATSER = Ark("Satser", "Satser", (44, 14, *(9 for _ in range(9))), (
    Felt("timepris", "Pris pr. ugentlig time i et skoleår, kr.", 31_000, "kr", "For en time om ugen hele året."),
    Felt("pr_elev", "Kr. pr. elev", 12_500, "kr", "Materialer, ture og lignende."),
    Felt("hold_fra", "Holddeling fra klassekvotient", 24, "faktor", "Når der i gennemsnit er flere elever i klassen."),
    Felt("hold_kr", "Holddeling, kr. pr. klasse", 62_000, "kr"),
    Felt("special", "Kr. pr. specialklasse", 1_450_000, "kr"),
    Felt("ledelse", "Ledelse, kr. pr. skole", 2_100_000, "kr"),
    Felt("adm", "Administration, kr. (egen model, trækkes ud)", 3_000_000, "kr", "Fordeles ikke her, men vises."),
    Felt("pulje", "Socioøkonomisk pulje, kr.", 9_000_000, "kr", "Fordeles efter nøglen; til kronen af Fordel pulje.",
         navn=navn("pulje")),
    faerdig_noegle("i kolonnen Socio-økonomisk nøgle på Elever"),
    Tabel("sats", (
        Kolonne("hvad", "Pr. klassetrin"), *(Kolonne(f"k{trin}", f"{trin}. klasse", "helt",
                regel=HELT) for trin in TRIN)),
        (('="Højst elever i en klasse"', *LOFT), ('="Timer om ugen"', *TIMER), ('="Minimumstimer om ugen (garanti)"',
            *MINIMUM)),
        fast=True),
    Tekst("Klasseloftet er 26 i 0.-2. klasse for børn, der er begyndt i 2024/25 eller senere, ellers 28. Timerne er "
          "fiktive, til I skriver jeres egne.", "lille_brudt"),
    om_eksemplet("Beløbene er fiktive.")), True)
ELEV_ARK = Ark("Elever", "Elever pr. 5. september", (17, 10, *(6.5 for _ in TRIN), 9, 12, 13.5, 8), (
    Tabel("skole", (
        Kolonne("navn", "Skole", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("distrikt", "Distrikt", "fritekst", regel=NAVN, navn=navn("gruppe")),
        *(Kolonne(f"k{trin}", f"{trin}. kl.", "helt", regel=HELT, i_alt=True) for trin in TRIN),
        Kolonne("special", "Special-klasser, antal", "helt", regel=HELT, i_alt=True),
        Kolonne("noegle", "Socio-økonomisk nøgle", "boern", regel=TAL, navn=navn("noegle"), i_alt=True),
        Kolonne("behov", "Forventet behov, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("elever", "Elever i alt", "helt", '=IF({.navn}="","",SUM({.k0:k9}))', navn=navn("boern"), i_alt=True)),
        tuple((skole, distrikt, *elever, special, noegle, behov) for skole, distrikt, elever, special, noegle,
             behov in ELEVER),
        PLADS, i_alt="I alt"),
    Tekst("Antal elever på hvert klassetrin, ingen navne.", "lille_brudt"),
    om_eksemplet("Skolerne og tallene er fiktive.")), True)
KLASSER = Ark("Klasser", "Matematiske klasser: elever deles med klasseloftet, og der rundes op", (20,
    *(8 for _ in TRIN), 10, 12), (
    Tabel("klas", (
        Kolonne("navn", "Skole", formel='={skole.navn@}&""'),
        *(Kolonne(f"k{trin}", f"{trin}. kl.", "helt", f'=IF({{.navn}}="","",ROUNDUP(SUM({{skole.k{trin}@}})'
                                                      f'/{{sats.k{trin}#1}},0))',
            i_alt=True)
          for trin in TRIN),
        Kolonne("i_alt", "Klasser i alt", "helt", '=IF({.navn}="","",SUM({.k0:k9}))', i_alt=True),
        Kolonne("kvotient", "Klasse-kvotient", "faktor", '=IF(SUM({.i_alt})=0,"",{skole.elever@}/{.i_alt})')),
        plads=PLADS, i_alt="I alt"),), True)
DEL = '=IF({.navn}="","",'
BEREGNING = Ark("Beregning", "Beregning pr. skole, alle beløb i kr.",
                (13, 10.5, 10, 9, 9.5, 10.5, 10.5, 9.5, 10, 10.5, 7.5, 9, 10, 8, 8), (
    Tekst(FOER, "advarsel"),
    Tabel("ber", (
        Kolonne("navn", "Skole", formel='={skole.navn@}&""'),
        Kolonne("klasse", "Klasse-del", "kr", DEL + "SUMPRODUCT({klas.k0:k9@},{sats.k0:k9#2})*{timepris})", i_alt=True),
        Kolonne("elev", "Elev-del", "kr", DEL + "{skole.elever@}*{pr_elev})", i_alt=True),
        Kolonne("hold", "Hold-deling", "kr", DEL + "IF(SUM({klas.kvotient@})>{hold_fra},{klas.i_alt@}*{hold_kr},0))",
                i_alt=True),
        Kolonne("socio", "Socio-økonomi", "kr",
                DEL + "IF({skole.noegle+}=0,0,{pulje}*{skole.noegle@}/{skole.noegle+}))", i_alt=True),
        Kolonne("i_alt", "Sum til under-visning", "kr", DEL + "SUM({.klasse:socio}))", i_alt=True),
        Kolonne("garanti", "Garanti: minimums-timer", "kr",
                DEL + "SUMPRODUCT({klas.k0:k9@},{sats.k0:k9#3})*{timepris})", i_alt=True),
        Kolonne("special", "Special-klasser", "kr", DEL + "{skole.special@}*{special})", i_alt=True),
        Kolonne("ledelse", "Ledelse", "kr", DEL + "1*{ledelse})", i_alt=True),
        Kolonne("tildeling", "Tildeling før afrunding", "kr", DEL + "MAX({.i_alt},{.garanti})+{.special}+{.ledelse})",
                i_alt=True),
        Kolonne("pr_elev", "Kr. pr. elev", "kr", DEL + 'IF(SUM({skole.elever@})=0,"",{.tildeling}/{skole.elever@}))'),
        Kolonne("pr_klasse", "Kr. pr. klasse", "kr", DEL + 'IF(SUM({klas.i_alt@})=0,"",{.tildeling}/{klas.i_alt@}))'),
        Kolonne("forskel", "Tildeling minus behov", "kr_aendring", DEL + 'IF({skole.behov@}="","",{.tildeling}-'
                                                                         '{skole.behov@}))',
                i_alt=True),
        Kolonne("daekning", "Dækning af behov", "pct",
                DEL + 'IF(SUM({skole.behov@})=0,"",{.tildeling}/{skole.behov@}))'),
        Kolonne("over", "Garanti bruges", "midt", DEL + 'IF({.garanti}>{.i_alt},"ja","nej"))')),
        plads=PLADS, i_alt="I alt"),
    Felt("alt_med_adm", "Med admi-nistration", "={ber.tildeling+}+{adm}", "kr", "Tildelingen og administrationen fra "
         "arket Satser tilsammen, kr."),
    Tekst("Garantien løfter summen til undervisning op til det, minimumstimerne koster; specialklasser og ledelse "
          "kommer oven i.", "lille_brudt"),
    om_eksemplet("I eksemplet når alle skoler minimumstimerne uden garantien.")), True)
TOM = ('{.navn}=""', "skjult")  # the chart has the first school's point in place of one that is not there
DIAGRAM = Ark("Diagram", "Diagram: små klasser koster mere pr. elev", (24, 18, 18, 18), (
    Diagram("scatter", "Klassekvotient og kr. pr. elev", "prik.x", (("Kr. pr. elev", "prik.y"),),
            "Et punkt for hver skole: klassekvotienten hen ad og kroner pr. elev op ad. Skoler med små klasser "
            "ligger højest.",
            ("Elever pr. klasse", "Kr. pr. elev"), 22),
    Tabel("prik", (
        Kolonne("navn", "Skole", formel='={skole.navn@}&""'),
        Kolonne("x", "Klassekvotient", "faktor",
                "=IF(SUM({klas.kvotient@})>0,{klas.kvotient@},SUM({klas.kvotient#1}))", farvet=TOM),
        Kolonne("y", "Kr. pr. elev", "kr", "=IF(SUM({klas.kvotient@})>0,{ber.pr_elev@},SUM({ber.pr_elev#1}))",
                farvet=TOM)),
          plads=PLADS)))
OVERGANG = Ark("Overgang", "Overgang: en del af året efter den gamle model", (22, 18, 18, 22), (
    Felt("andel_ny", "Andel efter den nye model", "=5/12", "pct2", "Fra august: 5 af 12 måneder. Den gamle får "
                                                                   "resten, 7/12."),
    Tabel("ov", (
        Kolonne("navn", "Skole", formel='={skole.navn@}&""'),
        Kolonne("gammel", "Gammel model, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("ny", "Ny model, kr.", "kr", DEL + "{ber.tildeling@})", i_alt=True),
        Kolonne("aaret", "Året, før afrunding, kr.", "kr_oere",
                '=IF(OR({.navn}="",{.gammel}=""),"",(1-{andel_ny})*{.gammel}+{andel_ny}*{.ny})', i_alt=True)),
        ((32_100_000,), (13_400_000,), (51_800_000,), (30_900_000,), (24_100_000,), (11_000_000,)), PLADS,
            i_alt="I alt")))
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    Kald("Klasser i 0. klasse", "FORDEL_KLASSER({skole.k0},{sats.k0#1})", "{skole.k0}", ("Klasser",), "skole.navn",
         stil="helt"),
    Kald("Socioøkonomisk pulje, til kronen", "FORDEL_PULJE({pulje},{skole.noegle})", "{skole.noegle}", ("Beløb, kr.",),
         "skole.navn"),
    Kald("Overgang, til kronen", "FORDEL_OVERGANG({ov.ny},{ov.gammel},{andel_ny})", "{ov.gammel}", ("Beløb, kr.",),
         "skole.navn")))
SKABELON = Skabelon(
    "skolemodel", "Skolemodel: klasser, elever, nøgle og garanti",
    "Projektmappen regner en tildeling til skoler af hele klasser, elever, holddeling, en socioøkonomisk nøgle og en "
    "garanti for "
    "minimumstimer. Principperne er Aarhus Kommunes (2019); eksemplets tal er fiktive.",
    "En økonomikonsulent på skoleområdet.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv satser, klasselofter og timer på Satser.",
     "Skriv elever pr. klassetrin og den socioøkonomiske nøgle på Elever.",
     "Se Klasser, Beregning og Diagram: hvad hver skole får, og hvad små klasser koster.",
     "Fordel den socioøkonomiske pulje med Fordel pulje, og se Overgang, hvis modellen er ny."),
    "Åskolen har 44 elever i 0. klasse: 44 / 26 rundes op til 2 klasser. Bakkeskolen har 23 elever i gennemsnit, "
    "under grænsen "
    "på 24, og får ingen holddeling.",
    (sagsoplysninger(kommune="Solbakke Kommune (fiktiv)", budgetaar="2027", formaal="institutioner lige"),
     SATSER, ELEV_ARK, KLASSER, BEREGNING, DIAGRAM, OVERGANG, MED_FUNKTIONER), pulje=True)
