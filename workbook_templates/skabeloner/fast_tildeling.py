"""Fixed amounts to chosen institutions, and the rest of the pool by a key (KORA 4.3.4)."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import HUSE, KOMMUNE
from workbook_templates.skabeloner.faelles import FOER, MAERKE, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    AAR,
    HELT,
    NAVN,
    RAEKKER,
    TAL,
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
)

UDVALGTE = 15
GAMMEL = 4  # years: KORA could not reconstruct the reasons of older ones in either kommune
TO_GANGE = "Står to gange i året"
IKKE_PAA_RESTEN, UDEN_BELOEB = "Findes ikke på Resten", "Skriv beløb og virkning"
SE_UDVALGTE = "se Udvalgte"  # no amount is given while one of the chosen has none, or nobody to give it to
GRUNDE = ("boligområde", "mange børn af anden herkomst", "andet")

FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger", (30, 14, 58), (
    Felt("pulje", "Pulje, kr.", 2_400_000, "kr", "Faste beløb og resten tilsammen.", navn=navn("pulje")),
    Felt("aar", "Budgetår", 2027, "helt", "Et fast beløb gælder fra og med og til og med de år, der står ved det.", AAR,
         fast=True),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Til kr. pr. vægtet barn.", Regel("tal", 0, 10), navn("vaegt"),
         True),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    faerdig_noegle("i kolonnen Nøgle på Resten"),
    Felt("uden", "Fast beløb i stedet for nøglen", "uden", "valg", "Er de, der kun får et fast beløb, med i "
                                                                   "nøgletallene?",
         liste("uden", "med"), navn("fast_i_noegletal"), True),
    Felt("mangler", "Udvalgte, der skal rettes", f'=SUMPRODUCT(({{udv.maerke}}="{IKKE_PAA_RESTEN}")+'
         f'({{udv.maerke}}="{UDEN_BELOEB}"))', "helt",
         "Er det ikke 0, kan puljen ikke fordeles: se Mærke på Udvalgte."),
    Felt("fast_i_alt", "Faste beløb i året, kr.", "={res.fast+}", "kr", "Regnes på arkene Udvalgte og Resten."),
    Felt("resten", "Resten efter nøglen, kr.", "={pulje}-{fast_i_alt}", "kr"),
    Felt("for_meget", "Stemmer det?", '=IF(OR({resten}<0,{mangler}>0,{udv.brugt+}<>{fast_i_alt},'
         f'SUMPRODUCT(({{udv.maerke}}="{TO_GANGE}")*1)>0),"NEJ","ja")', "fritekst",
         "NEJ, når de faste beløb er større end puljen, når en udvalgt skal rettes, eller står to gange i samme år.")))
GAELDER = "({udv.navn}={.navn})*({udv.brugt}>0)"  # the lines of an institution that hold in the year


def fra_linjen(kolonne: str) -> str:
    """What stands in the line of Udvalgte that holds; two of them are one too many, and are refused by their text."""
    return (f'=IF(SUM({{.fast}})=0,"",IF(SUMPRODUCT({GAELDER})>1,"{TO_GANGE}",'
            f'INDEX({{udv.{kolonne}}},SUMPRODUCT({GAELDER},{{udv.nr}}))&""))')


UDVALGTE_ARK = Ark("Udvalgte", "Udvalgte institutioner med fast beløb",
                   (4, 15, 10, 10, 6.5, 7.5, 16, 18, 12, 10.5, 10.5, 10, 16), (
    Tekst("Skriv, hvorfor hver institution er udvalgt, og hvem der har besluttet det: det skal kunne ses om fem år.",
        "brudt"),
    Tabel("udv", (
        Kolonne("nr", "Nr.", "helt"), Kolonne("navn", "Navn på den udvalgte", "fritekst", regel=NAVN),
        Kolonne("beloeb", "Fast beløb, kr.", "kr", regel=TAL), Kolonne("virkning", "Virkning", "fritekst",
                                                                       regel=liste("oven i", "i stedet for")),
        Kolonne("fra", "Fra år", "helt", regel=AAR), Kolonne("til", "Til og med", "helt", regel=AAR),
        Kolonne("grund", "Begrundelse", "fritekst", regel=liste(*GRUNDE)),
        Kolonne("uddybet", "Uddybet", "fritekst", regel=TEKST), Kolonne("af", "Besluttet af", "fritekst", regel=NAVN),
        Kolonne("sag", "Sagsnr.", "fritekst", regel=NAVN), Kolonne("senest", "Genbesøges senest", "helt", regel=AAR),
        Kolonne("brugt", "Gælder i året, kr.", "kr",
                '=IF({.navn}="","",IF(OR({.fra}>{aar},AND({.til}<>"",{.til}<{aar})),0,{.beloeb}))', i_alt=True),
        Kolonne("maerke", "Mærke", "brudt", '=IF({.navn}="","",IF({.fra}="","Skriv fra hvilket år",'
                'IF(AND({.til}<>"",{.til}<{aar}),"Gælder ikke mere",'
                f'IF(SUMPRODUCT({GAELDER})>1,"{TO_GANGE}",'
                f'IF(OR(NOT(ISNUMBER({{.beloeb}})),{{.virkning}}=""),"{UDEN_BELOEB}",'
                f'IF(AND({{.fra}}<={{aar}},SUMPRODUCT(({{res.navn}}={{.navn}})*1)=0),"{IKKE_PAA_RESTEN}",'
                'IF(OR({.grund}="",{.af}=""),"Skriv begrundelse og beslutning",'
                f'IF({{aar}}-{{.fra}}>{GAMMEL},"Over {GAMMEL} år: genbesøg",'
                'IF(AND({.senest}<>"",{.senest}<={aar}),"Skal genbesøges i år","")))))))))', farvet=MAERKE)),
        tuple((f"={nr}", *row) for nr, row in enumerate((
            ("Kastanjen", 300_000, "oven i", 2026, None, "boligområde", "Almen boligafdeling under fornyelse", "byråd",
             "2026-0412", 2030),
            ("Havnehuset", 180_000, "i stedet for", 2021, None, "mange børn af anden herkomst", None, "fagudvalg",
                "2021-1178",
             2025),
            ("Lærken", 60_000, "oven i", 2024, 2026, "andet", "Overgang til ny ledelse", "administrativt",
                "2024-0090", 2026),
            *((None,) * 10 for _ in range(UDVALGTE - 3))), 1)), UDVALGTE, i_alt="I alt", linjer=2)), True)
RESTEN = Ark("Resten", "Resten: puljen minus de faste beløb, efter nøgle", (14, 20, 8, 8, 9, 12, 13, 26, 12, 18), (
    Tekst(FOER, "advarsel"),
    Tabel("res", (
        Kolonne("gruppe", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("gruppe")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        Kolonne("noegle", "Nøgle", "boern", regel=TAL, navn=navn("noegle"), i_alt=True),
        Kolonne("fast", "Fast beløb, kr.", "kr",
                f'=IF({{.navn}}="","",IF({{mangler}}>0,"{SE_UDVALGTE}",'
                'IF(SUMPRODUCT(({udv.navn}={.navn})*1,{udv.brugt})=0,"",'
                "SUMPRODUCT(({udv.navn}={.navn})*1,{udv.brugt}))))", navn=navn("fast"), i_alt=True),
        Kolonne("virkning", "Virkning", "fritekst", fra_linjen("virkning"), navn=navn("fast_virkning")),
        Kolonne("grund", "Begrundelse", "fritekst", fra_linjen("grund"), navn=navn("fast_grund")),
        Kolonne("delt", "Nøgle, der deler resten", "boern",
                '=IF({.navn}="","",IF({.virkning}="i stedet for",0,{.noegle}))', i_alt=True),
        Kolonne("beloeb", "Beløb før afrunding, kr.", "kr_oere",
                '=IF(OR({.navn}="",{mangler}>0),"",SUM({.fast})+IF({res.delt+}=0,0,{resten}*{.delt}/{res.delt+}))',
                i_alt=True)),
        tuple((hus.dagtilbud, hus.navn, hus.smaa, hus.store, hus.mindst[2]) for hus in HUSE), RAEKKER,
             i_alt="I alt")), True)
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    Kald("Faste beløb og resten, til kronen", "FORDEL_FAST({pulje},{res.fast},{res.delt},,,,,{afrunding})",
         "{res.noegle}",
         ("Beløb, kr.",), "res.navn"),))
SKABELON = Skabelon(
    "fast-tildeling", "Fast tildeling til udvalgte institutioner",
    "Projektmappen giver udvalgte institutioner et fast beløb og fordeler resten af puljen efter en nøgle. To af de 20 "
    "kommuner i KORA's undersøgelse (2017) gør det sådan; ingen af dem kunne genfinde begrundelserne. Her skrives de.",
    "En økonomikonsulent, på grundlag af det, udvalget eller byrådet har besluttet.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv puljen og budgetåret på Forudsætninger.",
     "Skriv hver udvalgt institution på Udvalgte, med begrundelse, sagsnr. og hvornår den genbesøges.",
     "Skriv alle institutioner og deres nøgle på Resten. Det faste beløb kommer af sig selv, når navnet er det samme.",
     "Se Forudsætninger: stemmer det? Fordel så puljen med Fordel pulje."),
    "Af 2.400.000 kr. får Kastanjen 300.000 kr. oven i sin andel, og Havnehuset 180.000 kr. i stedet for. De "
    "1.920.000 kr., "
    "der er tilbage, deles efter nøglen mellem alle andre end Havnehuset. Lærkens beløb gjaldt til og med 2026.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar="2027", besluttet_af="byråd", formaal="institutioner lige",
                     finansiering="generelle midler"),
     FORUDSAETNINGER, UDVALGTE_ARK, RESTEN, MED_FUNKTIONER), pulje=True)
