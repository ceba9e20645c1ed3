"""A network of kommuner compare themselves (KL 2018), by the questions of KORA 2017, appendices 1 and 2."""

from __future__ import annotations

from workbook_templates.kora_2017 import DIFFERENTIERING, KILDE_DIFFERENTIERING, VAEGT_DIFFERENTIERING
from workbook_templates.skabeloner.faelles import sagsoplysninger
from workbook_templates.skabeloner.form import (
    ANDEL,
    HELT,
    JA_NEJ,
    RAEKKER,
    TAL,
    TEKST,
    Ark,
    Felt,
    Kolonne,
    Regel,
    Skabelon,
    Tabel,
    Tekst,
    liste,
)

# Question 2's twenty-one, as the form has them (bounds that are not even are the form's).
INTERVALLER = ("10 eller færre", "11-20", "21-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90-100",
               "101-110", "111-120", "121-130", "131-140", "141-150", "151-160", "161-170", "171-180", "181-190",
               "191-200", "over 200")
GRAD = ("i meget høj grad", "i høj grad", "i nogen grad", "i mindre grad", "slet ikke")
FORM = ("stillinger eller timer", "omtrent lige meget", "budgetbeløb")
KRITERIER = ("enlige forsørgere", "indvandrere og efterkommere fra tredjeverdenslande", "dansk som andetsprog",
    "anbragte børn",
             "forebyggende foranstaltninger", "forældrenes indkomst", "forældrenes uddannelse", "forældrenes "
                                                                                                "erhvervsbaggrund",
             "forældrenes arbejdsmarkedstilknytning", "indkomsterstattende ydelser", "andre kriterier",
             "en generel vurdering uden bestemte kriterier")
KILDER = ("fællesoffentlige databaser", "kommunens egne databaser", "ekstern leverandør", "andre")


def spoergsmaal(nr: str, tekst: str, regel: Regel, svar: str | float | None, hjaelp: str = "",
    stil: str = "fritekst") -> Felt:
    noegle = "s" + nr.replace(".", "_").replace(" ", "")
    return Felt(noegle, f"{nr}. {tekst}", svar, stil, hjaelp, regel)


SVAR = Ark("Svar", "Svar fra kommunen", (48, 26, 30), (
    Tekst("Ét svar pr. linje, vælg fra listen. Tallene i spørgsmålene er KORA's (2017); B er fra interviewguiden.",
        "brudt"),
    spoergsmaal("1", "Til hvem tildeles budgettet?", liste("enkelte institutioner", "dagtilbud eller klynger",
                                                                "bredere områder"),
                "enkelte institutioner", "Bredere områder driver også fx dagpleje, skoler eller klubber."),
    spoergsmaal("2", "Børn pr. enhed (gennemsnit)", liste(*INTERVALLER), "50-59",
                "Indskrevne børn på 0-5 år. Gennemsnittet står også på Institutioner."),
    spoergsmaal("3", "Hvem har budgetansvaret?", liste("leder af en institution", "leder af en klynge",
                                                             "leder af et bredere område"),
                "leder af en institution"),
    spoergsmaal("4", "Alle midler udmeldes som", liste(*FORM), "budgetbeløb"),
    spoergsmaal("5", "Er udmeldingen opdelt på pædagoger og medhjælpere?", JA_NEJ, "nej"),
    spoergsmaal("6", "Er der krav om en andel uddannede pædagoger?", JA_NEJ, "nej"),
    spoergsmaal("7", "Frihed til at bruge midlerne på tværs", liste(*GRAD), "i høj grad"),
    spoergsmaal("8", "Har socioøkonomiske forhold betydning for fordelingen?", JA_NEJ, "ja"),
    spoergsmaal("9", "Får enheder med svag social baggrund flere midler?", JA_NEJ, "ja"),
    spoergsmaal("10", "Hvor stor betydning?", liste("stor", "en vis", "mindre", "slet ingen"), "en vis"),
    spoergsmaal("11", "Hvis nej: hvorfor ikke?", liste("ikke drøftet", "intet flertal", "små forskelle",
                                                       "ingen betydning for udgiften", "for få ressourcer til det",
                                                       "andet",
                                                       "ved ikke"), None, "Kun hvis svaret på 8 er nej."),
    spoergsmaal("12", "Overvejes det fremadrettet?", liste("ja, forventes indført", "ja, drøftes", "nej", "ved ikke"),
        None,
                "Kun hvis svaret på 8 er nej."),
    Tekst("13. Kriterier, der har betydning", "afsnit"),
    *(Felt(f"k{nr}", f"13.{nr} {kriterium.capitalize()}", "ja" if nr in (1, 6, 7, 9) else "nej", "fritekst", "", JA_NEJ)
      for nr, kriterium in enumerate(KRITERIER, 1)),
    spoergsmaal("14", "Befolkning", liste("indskrevne børn", "bosatte børn", "begge", "andet"), "indskrevne børn"),
    Tekst("15. Datakilder, der bruges", "afsnit"),
    *(Felt(f"d{nr}", f"15.{nr} {kilde.capitalize()}", "ja" if nr == 1 else "nej", "fritekst", "", JA_NEJ)
      for nr, kilde in enumerate(KILDER, 1)),
    Tekst("Opdatering og udmelding", "afsnit"),
    spoergsmaal("16", "Hvor ofte opdateres data?", liste("mindst en gang om året", "hvert 2.-3. år",
                                                         "sjældnere end hvert 3. år", "ingen fast frekvens"),
                "hvert 2.-3. år", "KORA's tekst siger hvert andet år; skemaet siger hvert 2.-3. år."),
    spoergsmaal("17", "Hvem har udviklet modellen?", liste("kommunen selv", "en ekstern part", "andet"), "kommunen "
                                                                                                         "selv"),
    spoergsmaal("18", "Fremgår de socioøkonomiske midler af udmeldingen?", JA_NEJ, "ja"),
    spoergsmaal("19", "Er de opdelt på pædagoger og medhjælpere?", JA_NEJ, "nej"),
    spoergsmaal("20", "De socioøkonomiske midler udmeldes som", liste(*FORM), "budgetbeløb"),
    spoergsmaal("21", "Er der krav til, hvordan de bruges?", JA_NEJ, "ja"),
    spoergsmaal("22", "Er der krav om uddannede pædagoger for dem?", JA_NEJ, "ja"),
    spoergsmaal("23", "Følges der op?", JA_NEJ, "ja"),
    spoergsmaal("24", "Frihed til at bruge dem på tværs", liste(*GRAD), "i nogen grad"),
    Tekst("B. Omfang og styring", "afsnit"),
    Felt("budget", "B1. Decentralt budget, kr.", 55_719_000, "kr", "Ekskl. ledelse, administration og bygningsdrift.",
         TAL),
    Felt("beloeb", "B2. Heraf efter kriterier, kr.", 2_400_000, "kr", "", TAL),
    Felt("andel", "Andel efter kriterier", '=IF(OR({budget}="",{budget}=0),"",{beloeb}/{budget})', "pct"),
    spoergsmaal("B3", "Besluttet af", liste("fagudvalg", "byråd", "administrativt", "ved ikke"), "fagudvalg"),
    spoergsmaal("B4", "Finansieringskilde", liste("omlagt støtte", "generelle midler", "statslig pulje", "andet"),
                "omlagt støtte"),
    spoergsmaal("B5", "Formål", liste("børn lige", "institutioner lige", "begge", "andet"), "børn lige"),
    spoergsmaal("B6", "Metode", liste("1 børnetælling", "2 statistisk model", "3 vurdering eller ansøgning",
                                      "4 fast tildeling", "flere metoder"), "1 børnetælling"),
    Felt("taerskel", "B7. Minimumsgrænse", 0.08, "pct", "Tom, hvis der ingen er.", ANDEL),
    Felt("loft", "B8. Loft pr. barn, kr.", 6000, "kr", "Tom, hvis der intet er.", TAL),
    spoergsmaal("B9", "Skal midlerne bruges på personale?", JA_NEJ, "ja", "Krav til input."),
    spoergsmaal("B10", "Skal midlerne bruges til en bestemt pædagogisk ydelse?", JA_NEJ, "nej", "Krav til indhold."),
    Felt("styring", "Styringstype (regnes af B9 og B10)",
         '=IF(OR({sB9}="",{sB10}=""),"",IF({sB9}="ja",IF({sB10}="ja","1 fuld styring","2 inputstyring"),IF({sB10}="ja",'
         '"3 styring på ydelsen","4 decentralisering")))', "fritekst"),
    spoergsmaal("B11", "Kriteriernes vægte", TEKST, "lige vægte", "Med egne ord, uden personer.")))
INSTITUTIONER = Ark("Institutioner", "Institutioner uden navne: Enhed 1, 2 ...", (14, 10, 10, 18, 11, 14, 22), (
    Tekst("Skriv ingen navne. 0-2 og 3-5 er alder; skriv nedenfor, hvornår et barn skifter (2 år og 10 eller 11 "
          "måneder, eller "
          "3 år). KORA's interview spurgte om 0-3 og 4-6 år, dens skema om 0-5.", "brudt"),
    Felt("graense", "Skifter ved", "3 år", "fritekst", "", liste("2 år og 10 måneder", "2 år og 11 måneder", "3 år")),
    Felt("faktor", "Faktor", '=IF(COUNT({enh.kr})=0,"",MAX({enh.kr})/MIN({enh.kr}))', "faktor",
         "Højeste divideret med laveste kr. pr. vægtet barn; kun dem med penge, uden special."),
    Felt("kvartil", "Kvartilfaktor", '=IF(COUNT({enh.kr})=0,"",QUARTILE({enh.kr},3)/QUARTILE({enh.kr},1))', "faktor",
         "Øvre kvartil divideret med nedre."),
    Felt("middel", "Børn pr. enhed, gennemsnit", '=IF(COUNT({enh.i_alt})=0,"",AVERAGE({enh.i_alt}))', "boern"),
    Felt("vaegt", "Vægt 0-2", VAEGT_DIFFERENTIERING, "faktor", "KORA's, uanset kommunens egen.", Regel("tal", 0, 10),
         fast=True),
    Tabel("enh", (
        Kolonne("navn", "Enhed", formel='="Enhed "&ROWS({enh.b02#1}:{.b02})'),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, i_alt=True), Kolonne("b35", "Børn 3-5", "helt", regel=HELT,
                i_alt=True),
        Kolonne("beloeb", "Socioøkonomisk beløb, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("special", "Special", "midt", regel=JA_NEJ),
        Kolonne("i_alt", "Børn i alt", "helt", '=IF(COUNT({.b02},{.b35})=0,"",SUM({.b02},{.b35}))', i_alt=True),
        Kolonne("kr", "Kr. pr. vægtet barn", "kr_oere",
                '=IF(OR({.i_alt}="",SUM({.i_alt})=0,SUM({.beloeb})=0,{.special}="ja"),"",'
                "{.beloeb}/({vaegt}*{.b02}+{.b35}))")),
        ((26, 46, 432_000, "nej"), (14, 28, 77_760, "nej"), (22, 40, 252_720, "nej"), (18, 34, 0, "nej"),
         (28, 50, 468_000, "nej"), (20, 38, 155_520, "nej"), (24, 42, 116_640, "nej"), (12, 18, 136_080, "nej"),
         (32, 56, 528_000, "nej"), (18, 34, 155_520, "nej"), (20, 40, 0, "nej"), (16, 30, 77_760, "nej"),
         (0, 12, 300_000, "ja")), RAEKKER, i_alt="I alt")))
# What KORA prints, with how many answered.
FIGURER = (
    ("4.1 Tager tildelingen højde for socioøkonomiske forhold: ja", "42 %", 77),
    ("4.2 Stor betydning", "0 %", 77), ("4.2 En vis betydning", "14 %", 77), ("4.2 Mindre betydning", "27 %", 77),
    ("4.2 Slet ingen betydning", "58 %", 77),
    ("4.3 Hvorfor ikke: ikke drøftet", "49 %", 41), ("4.3 Hvorfor ikke: intet flertal", "7 %", 41),
    ("4.3 Hvorfor ikke: små forskelle", "37 %", 41), ("4.3 Hvorfor ikke: ingen betydning for udgiften", "27 %", 41),
    ("4.3 Hvorfor ikke: for få ressourcer til det", "7 %", 41),
    ("4.4 Fremadrettet: forventes indført", "5 %", 41), ("4.4 Fremadrettet: drøftes", "20 %", 41),
    ("4.4 Fremadrettet: nej", "71 %", 41),
    ("4.5 Andel af budgettet: fra 1 til 10 %; 3 % eller mindre", "11 af 17", 17), ("4.5 Andel af budgettet: 10 %",
        "2 af 17", 17),
    ("4.6 Forældres uddannelse", "63 %", 32), ("4.6 Forældres indkomst", "63 %", 32),
    ("4.6 Erhvervstilknytning", "59 %", 32), ("4.6 Enlige forsørgere", "56 %", 32),
    ("4.6 Indvandrere og efterkommere fra tredjeverdenslande", "53 %", 32), ("4.6 Dansk som andetsprog", "25 %", 32),
    ("4.6 Indkomsterstattende ydelser", "25 %", 32), ("4.6 En generel vurdering", "6 %", 32),
    ("4.7 Kommunen har selv udviklet modellen", "88 %", 32),
    ("4.8 Fællesoffentlige databaser", "de fleste", 32), ("4.8 Kommunens egne databaser", "knap halvdelen", 32),
    ("4.9 Data opdateres mindst en gang om året", "25 %", 32),
    ("4.9 Hvert 2.-3. år", "41 %", 32), ("4.9 Sjældnere", "3 %", 32), ("4.9 Ingen fast frekvens", "31 %", 32),
    ("4.10 Indskrevne børn", "59 %", 32), ("4.10 Bosatte børn", "25 %", 32), ("4.10 Begge", "9 %", 32),
    ("4.11 Fremgår af udmeldingen", "88 %", 32), ("4.12 Alle midler som lønsum", "90 %", 78),
    ("4.12 Alle midler som normering", "5 %", 78), ("4.12 Alle midler: begge dele", "5 %", 78),
    ("4.12 De socioøkonomiske midler som lønsum", "81 %", 32),
    ("4.12 Som normering", "16 %", 32), ("4.12 Begge dele", "3 %", 32),
    ("4.13 Krav til, hvordan midlerne bruges", "ca. halvdelen", 32),
    ("4.14 Høj eller meget høj frihed: alle midler", "85 %", 78),
    ("4.14 Høj eller meget høj frihed: de socioøkonomiske", "59 %", 32),
    ("4.15 Krav om uddannede pædagoger", "28 %", 32),
    ("4.16 Der følges op", "59 %", 17),
    ("Metode 1 børnetælling", "9 af 20", 20), ("Metode 2 statistisk model", "4 af 20", 20),
    ("Metode 3 vurdering eller ansøgning", "4 af 20", 20), ("Metode 4 fast tildeling", "2 af 20", 20),
    ("Metode 1 og 3 sammen", "1 af 20", 20),
    ("Styringstype 1 fuld styring", "2 af 20", 20), ("Styringstype 2 inputstyring", "7 af 20", 20),
    ("Styringstype 3 styring på ydelsen", "2 af 20", 20), ("Styringstype 4 decentralisering", "9 af 20", 20))
# Figure 4.5 in the words that are printed with it: 11 at most 3 %, two at 10 %, and so four between.
RUNDET = "ROUND({egen_andel},3)"
BLANDT_17 = (f'=IF({{egen_andel}}="","",IF({RUNDET}<0.01,"under alle 17",IF({RUNDET}<=0.03,"som 11 af 17: højst 3 %",'
             f'IF({RUNDET}<0.1,"som 4 af 17: over 3 %",IF({RUNDET}=0.1,"som 2 af 17: 10 %","over alle 17")))))')
KORA = Ark("KORA 2017", "KORA 2017: til sammenligning", (50, 24, 20), (
    Felt("egen", "Jeres faktor", "={faktor}", "faktor"),
    Felt("plads", "Nummer fra neden blandt KORA's 15 og jer", '=IF({egen}="","",COUNTIF({t41.faktor},"<"&{egen})+1)',
         "helt"),
    Felt("median", "KORA's median, faktor", "=MEDIAN({t41.faktor})", "faktor"),
    Felt("median_k", "KORA's median, kvartilfaktor", "=MEDIAN({t41.kvartil})", "faktor"),
    Felt("egen_andel", "Jeres andel efter kriterier", "={andel}", "pct", "Af det decentrale budget: B2 / B1 på Svar."),
    Felt("plads_andel", "Blandt figur 4.5's 17 kommuner", BLANDT_17, "fritekst",
         "De 17 ligger fra 1 til 10 %; de enkelte andele er ikke trykt."),
    Tabel("t41", (
        Kolonne("tildeler", "Tabel 4.1: hvem får penge", "tekst"), Kolonne("faktor", "Faktor", "en_decimal",
                trykt=True),
        Kolonne("kvartil", "Kvartilfaktor", "en_decimal", trykt=True)),
        tuple((f'="{nr}. {kommune.tildeler} institutioner"', kommune.faktor, kommune.kvartilfaktor)
              for nr, kommune in enumerate(DIFFERENTIERING, 1)), fast=True),
    Tabel("fig", (Kolonne("navn", "Figur eller tabel", "fritekst", trykt=True), Kolonne("svar", "KORA 2017", "hoejre",
        trykt=True),
                  Kolonne("n", "Antal, der har svaret", "helt", trykt=True)), FIGURER, fast=True),
    Tekst(f"{KILDE_DIFFERENTIERING}; figurerne er fra 2016. Metoderne 1-4 giver 19; dertil kommer den ene, der "
          f"bruger to. "
          "Figur 4.5's enkelte værdier er ikke trykt.", "lille_brudt")))
SKABELON = Skabelon(
    "netvaerksmaaling", "Netværksmåling: sammenlign kommuner",
    "Projektmappen sendes til kommunerne i et netværk. Hver svarer på de samme spørgsmål som i KORA's undersøgelse "
    "(2017) og ser "
    "sin egen faktor ved siden af KORA's 15 kommuner.",
    "En medarbejder i hver kommune udfylder den og sender den tilbage. Institutionerne står uden navne.",
    ("Skriv kommune, datakilde og kontakt på Sagsoplysninger: en afdeling og en postkasse, ingen person.",
     "Svar på spørgsmålene på Svar.",
     "Skriv børn og beløb for hver enhed på Institutioner, uden navne.",
     "Se jeres faktor og kvartilfaktor, og jeres plads på KORA 2017.",
     "Send projektmappen tilbage til den, der samler svarene."),
    "De 10 enheder, der får penge, får fra 1.322 til 4.661 kr. pr. vægtet barn: faktoren er den højeste divideret "
    "med den "
    "laveste. Specialenheden er ikke talt med.",
    (sagsoplysninger(kommune="Solbakke Kommune (fiktiv)", budgetaar="2027", datakilde="Kommunens budget 2027",
                     kontakt="Børn og Unge, Økonomi"), SVAR, INSTITUTIONER, KORA), udgave=2)
