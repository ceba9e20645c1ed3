"""A key from a model of a consultant's (KORA 4.3.2): an institution's mean profile, times its weighted children."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import AAR as BUDGETAAR
from workbook_templates.skabeloner.eksempel import HUSE, KOMMUNE, TYPER
from workbook_templates.skabeloner.faelles import FOER, MAERKE, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    AAR,
    FORTEGN,
    HELT,
    NAVN,
    RAEKKER,
    TEKST,
    Ark,
    Felt,
    Kald,
    Kolonne,
    Regel,
    Skabelon,
    Tabel,
    Tekst,
    liste,
    om_eksemplet,
)

SOM = ("andel", "procent", "point")
FAA = 10  # children behind a profile, below which it is shown nowhere

FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger", (26, 28, 42), (
    Felt("pulje", "Pulje, kr.", 9_590_000, "kr", "Det beløb, der skal fordeles.", navn=navn("pulje")),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Vægtede børn = vægt gange 0-2-årige + 3-5-årige. KORA bruger 1,8.",
         Regel("tal", 0, 10), navn("vaegt"), True),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    faerdig_noegle("på Profiler: profilen gange børnene"),
    Felt("profil_i", "Profilen står som", "andel", "valg", "andel: 0,06 er 6 %. procent: 6 er 6 %. point: et "
                                                           "gennemsnit.",
         liste(*SOM), fast=True),
    Felt("til_kr", "Børn, profilen ganges med", "vægtet", "valg", "vægtet eller antal.", liste("vægtet", "antal"),
         navn("boern_til_taerskel"), True),
    Felt("landstal", "Landstal", 0.045, "noegle", "Profilen for hele landet som decimaltal, fx 0,045, også når "
         "profilerne står i procent. Tom: ukendt.",
         Regel("tal", 0, 1e6), navn("landsgennemsnit")),
    Felt("model", "Modellens navn", "Eksempelmodel", "fritekst", "", TEKST),
    Felt("leverandoer", "Leverandør", "Konsulenthus (fiktivt)", "fritekst", "Et firma, ikke en person.", TEKST),
    Felt("model_aar", "Modellens år", 2025, "helt", "Året, modellen er lavet.", AAR),
    Felt("udfald", "Udfald", "foranstaltningssandsynlighed", "fritekst", "Hvad modellen forudsiger.",
         liste("foranstaltningssandsynlighed", "afgangskarakterer", "andet")),
    om_eksemplet("Eksemplets pulje er Randers Kommunes i 2023.")))
PROFILER = Ark("Profiler", "Profiler pr. institution", (12, 18, 11, 6, 6, 12, 10, 9, 8, 10, 28), (
    Tabel("inst", (
        Kolonne("modtager", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("modtager")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("type", "Type", "fritekst", regel=liste(*TYPER)),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        Kolonne("profil", "Profil (gennemsnit)", "noegle", regel=Regel("tal", 0, 1e6)),
        Kolonne("noegle", "Nøgle før ændring", "noegle", '=IF(OR({.navn}="",{.profil}=""),"",{.profil}*'
                                                         'IF({profil_i}="procent",0.01,1)*'
                'IF({til_kr}="antal",{.b02}+{.b35},{vaegt}*{.b02}+{.b35}))', navn=navn("noegle"), i_alt=True),
        Kolonne("bag", "Børn bag profilen", "helt", regel=HELT),
        Kolonne("data", "Data fra år", "helt", regel=AAR),
        Kolonne("aendring", "Ændring af nøglen", "noegle", regel=FORTEGN, navn=navn("noegle_aendring")),
        Kolonne("grund", "Begrundelse", "fritekst", regel=TEKST, navn=navn("noegle_grund"))),
        tuple((hus.dagtilbud if hus.type == "kommunal" else hus.navn, hus.navn, hus.type, hus.smaa, hus.store,
             hus.profil,
               hus.smaa + hus.store, 2025, 0.25 if hus.navn == "Engblommen" else None,
               "Nyt boligområde, ikke med i data fra 2025" if hus.navn == "Engblommen" else None) for hus in HUSE),
        RAEKKER, i_alt="I alt"),
    Tekst("Pengene gives til dagtilbuddet. Skriv institutionens eget navn i kolonnen Dagtilbud, hvis den får selv. "
          "Her må "
          "der ikke være rækker for enkelte børn: et ark med score pr. barn bliver i den fil, hvor det er lavet.",
          "lille_brudt")), True)
FOR_FAA = f'AND({{inst.bag@}}<>"",{{inst.bag@}}<{FAA})'
VB = "{vaegt}*{inst.b02@}+{inst.b35@}"
BEREGNING = Ark("Beregning", "Beregning: fra profil til beløb", (18, 15, 9, 10, 11, 10, 14, 14, 33), (
    Tekst(FOER, "advarsel"),
    Tabel("ber", (
        Kolonne("navn", "Institution", formel='={inst.navn@}&""'),
        Kolonne("modtager", "Modtager", formel='=IF({inst.modtager@}="",{.navn},{inst.modtager@})'),
        Kolonne("vb", "Vægtede børn", "boern",
                '=IF({.navn}="","",IF({til_kr}="antal",{inst.b02@}+{inst.b35@},' + VB + "))", i_alt=True),
        Kolonne("noegle", "Nøgle", "noegle",
                '=IF({.navn}="","",SUM({inst.noegle@})+{inst.aendring@})', i_alt=True),
        Kolonne("mod_kommunen", "Indeks mod kommunen", "faktor",
                f'=IF(OR({{.navn}}="",{FOR_FAA}),"",'
                'IF({ber.noegle+}*{.vb}=0,"",({.noegle}/{.vb})/({ber.noegle+}/{ber.vb+})))'),
        Kolonne("mod_landet", "Indeks mod landstal", "faktor",
                f'=IF(OR({{.navn}}="",{FOR_FAA},{{landstal}}="",{{landstal}}=0),"",{{inst.profil@}}*'
                'IF({profil_i}="procent",0.01,1)/{landstal})'),
        Kolonne("beloeb", "Andel af puljen, før afrunding, kr.", "kr_oere",
                '=IF({.navn}="","",IF({ber.noegle+}=0,"",{pulje}*{.noegle}/{ber.noegle+}))', i_alt=True),
        Kolonne("i_alt", "Modtagerens sum, før afrunding, kr.", "kr_oere",
                '=IF({.navn}="","",IF(SUMPRODUCT(({ber.modtager#1}:{.modtager}={.modtager})*1)>1,"",'
                "SUMPRODUCT(({ber.modtager}={.modtager})*1,{ber.beloeb})))", i_alt=True),
        Kolonne("maerke", "Mærke", "brudt", f'=IF({{.navn}}="","",IF({{inst.profil@}}="","Skriv profilen",'
                f'IF({{inst.bag@}}="","Skriv børn bag profilen",IF({FOR_FAA},"Under {FAA} børn: vis ikke profilen",'
                'IF(AND(SUM({inst.aendring@})<>0,{inst.grund@}=""),"Skriv, hvorfor nøglen er ændret","")))))',
                farvet=MAERKE)),
        plads=RAEKKER, i_alt="I alt"),
    Tekst("Nøgle = profil gange vægtede børn + ændring. Indeks 1,00 er som kommunen eller landet under ét. "
          f"Modtagerens sum står ved dens første institution. Er der under {FAA} børn bag en profil, vises dens indeks "
          "ikke.", "lille_brudt")), True)
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    Kald("Puljen, til kronen (pr. institution)", "FORDEL_PULJE({pulje},{ber.noegle},,,,,{afrunding})", "{ber.noegle}",
         ("Beløb, kr.",), "ber.navn"),
    Kald("Hvor forskelligt: faktor", "FORDEL_FAKTOR({ber.beloeb},{ber.vb})", "{ber.noegle}", ("Faktor",),
         stil="faktor"),
    Kald("Kvartilfaktor", "FORDEL_KVARTILFAKTOR({ber.beloeb},{ber.vb})", "{ber.noegle}", ("Kvartilfaktor",),
         stil="faktor")))
SKABELON = Skabelon(
    "statistisk-noegle", "Fordeling efter en statistisk nøgle",
    "Projektmappen fordeler en pulje efter en nøgle, som en statistisk model har givet hver institution: profilen er "
    "børnenes gennemsnitlige score eller sandsynlighed. Fire af de 20 kommuner i KORA's undersøgelse (2017) gør det "
    "sådan.",
    "En økonomikonsulent udfylder den med institutionernes profiler fra leverandøren. Der er ingen rækker for enkelte "
    "børn.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv puljen, vægten og modellens oplysninger på Forudsætninger.",
     "Skriv én række pr. institution på Profiler, med dagtilbuddet, der får pengene.",
     "Se nøgle, indeks og beløb på Beregning. De er før afrunding.",
     "Fordel puljen med Fordel pulje: så er beløbene til kronen, og kontrollen viser det."),
    "Ellehuset har 26 0-2-årige og 46 3-5-årige, 26 x 1,8 + 46 = 92,8 vægtede børn, og profilen 0,0612 (6,12 %): "
    "nøglen er 92,8 x 0,0612 = 5,6794. Den deles med summen af alle nøgler og ganges med puljen.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar=BUDGETAAR, formaal="børn lige", finansiering="generelle midler",
                     datakilde="Eksempelmodel, data fra 2025", befolkning="indskrevne børn"),
     FORUDSAETNINGER, PROFILER, BEREGNING, MED_FUNKTIONER), pulje=True)
