"""Expenditure per child over years and forward (Albertslund 2025, figures 1-2), and the chain from population to
institution (KORA figure 1.1)."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import HUSE, KOMMUNE
from workbook_templates.skabeloner.faelles import FOER, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    AAR,
    ANDEL,
    FORTEGN,
    HELT,
    NAVN,
    RAEKKER,
    TAL,
    TEKST,
    Ark,
    Diagram,
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

AENDRING = Regel("tal", -1, 100)
# Made up: no population is printed. Expenditure rises 8,4 % from 2017 to 2022, the population falls 3,9 %.
UDVIKLING = ((2017, 85.0, 10_000), (2018, 86.1, 9_920), (2019, 87.9, 9_840), (2020, 88.7, 9_760), (2021, 90.4, 9_690),
             (2022, 92.14, 9_610), (2023, 95.8, 9_650), (2024, 100.0, 9_800), (2025, None, 10_250), (2026, None,
                 10_800),
             (2027, None, 11_350), (2028, None, 11_900))

def vaekst(hvad: str) -> str:
    """The change of a column from one year to another."""
    fra, til = (f"SUMPRODUCT(({{u.aar}}={{{aar}}})*1,{{u.{hvad}}})" for aar in ("fra", "til"))
    return f'=IF({fra}*{til}=0,"",{til}/{fra}-1)'


UDGIFT = Ark("Udgift", "Udgift og befolkning", (26, 18, 18, 22, 14, 16, 22), (
    Felt("gruppe", "Gruppe", "0-17 år", "fritekst", "Den aldersgruppe, befolkningen er talt i.", NAVN),
    Tabel("u", (
        Kolonne("aar", "År", "helt", regel=AAR), Kolonne("udgift", "Udgift, mio. kr. (tom: prognose)", "hoejre_tal",
                regel=TAL),
        Kolonne("folk", "Befolkning (tal og prognose)", "kr", regel=TAL),
        Kolonne("pr", "Udgift pr. barn, kr.", "kr",
                '=IF(OR({.udgift}="",{.folk}="",{.folk}=0),"",{.udgift}*1000000/{.folk})'),
        Kolonne("i_u", "Indeks, udgift", "faktor",
                '=IF(OR({.udgift}="",{u.udgift#1}=""),"",100*{.udgift}/{u.udgift#1})'),
        Kolonne("i_f", "Indeks, befolkning", "faktor", '=IF(OR({.folk}="",{u.folk#1}=""),"",100*{.folk}/{u.folk#1})'),
        Kolonne("frem", "Fremskrevet udgift, mio. kr.", "hoejre_tal",
                '=IF(OR({.folk}="",{sidste}=""),"",IF({.udgift}<>"",{.udgift},{sidste}*{.folk}/1000000))')),
        UDVIKLING),
    Felt("sidste", "Udgift pr. barn, seneste år, kr.",
         '=IF(COUNT({u.pr})=0,"",INDEX({u.pr},MATCH(1E+300,{u.pr})))', "kr", "Den, der fremskrives med."),
    Tekst("Fremskrevet udgift er den seneste udgift pr. barn gange prognosen for befolkningen. Priserne er de samme "
          "alle år.", "lille_brudt"),
    om_eksemplet("Eksemplet er fiktivt.")), True)
RESULTAT = Ark("Resultat", "Resultat: udvikling og fremskrivning", (34, 16, 16, 30), (
    Felt("fra", "Fra år", 2017, "helt", "", AAR), Felt("til", "Til år", 2022, "helt", "", AAR),
    Felt("a_udgift", "Ændring i udgift", vaekst("udgift"), "pct_aendring"),
    Felt("a_folk", "Ændring i befolkning", vaekst("folk"), "pct_aendring"),
    Felt("a_barn", "Ændring pr. barn", '=IF(OR({a_udgift}="",{a_folk}=""),"",(1+{a_udgift})/(1+{a_folk})-1)',
         "pct_aendring",
         "(1 + udgift) / (1 + befolkning) - 1; ikke den ene minus den anden."),
    Felt("r_udgift", "Regn selv: ændring i udgift", 0.084, "pct_aendring", "Fx Albertslund 2017-2022: +8,4 %.",
         AENDRING),
    Felt("r_folk", "Regn selv: ændring i befolkning", -0.039, "pct_aendring", "Fx Albertslund 2017-2022: -3,9 %.",
         AENDRING),
    Felt("r_barn", "Regn selv: ændring pr. barn", '=IF(OR({r_udgift}="",{r_folk}=""),"",(1+{r_udgift})/(1+{r_folk})-1)',
         "pct_aendring", "1,084 / 0,961 - 1 = 12,8 %."),
    Diagram("column", "Udgift, fremskrevet, mio. kr.", "u.aar", (("Fremskrevet udgift", "u.frem"),),
            "Søjler med udgiften i mio. kr. for hvert år, og den fremskrevne udgift i de år, der er prognose. Aksen "
            "begynder "
            "ved 0.", ("År", "Mio. kr.")),
    Diagram("column", "Befolkning", "u.aar", (("Befolkning", "u.folk"),),
            "Søjler med befolkningen i aldersgruppen for hvert år, tal og prognose. Aksen begynder ved 0.", ("År",
            "Personer"))))
INVESTERING = Ark("Investering og gevinst", "Investering og gevinst: forventning, ikke måling", (14, 18, 18, 16, 18,
    12), (
    Felt("indsats", "Indsats", "Kvalitetsløft", "fritekst", "Alle beløb er i mio. kr.", TEKST),
    Felt("nul", "Går i nul", '=IF(COUNT({inv.aar})=0,"",IF(COUNT({inv.nul})=0,"ikke i årene",MIN({inv.nul})))', "helt",
         "Det første år, hvor gevinsterne tilsammen er mindst lige så store som udgifterne."),
    Tabel("inv", (
        Kolonne("aar", "År", "helt", regel=AAR),
        Kolonne("udgift", "Udgift, mio. kr.", "hoejre_tal", regel=TAL, i_alt=True),
        Kolonne("gevinst", "Forventet gevinst, mio. kr.", "hoejre_tal", regel=TAL, i_alt=True),
        Kolonne("netto", "Netto, mio. kr.", "hoejre_tal", '=IF({.aar}="","",{.gevinst}-{.udgift})', i_alt=True),
        Kolonne("akk", "Akkumuleret, mio. kr.", "hoejre_tal", '=IF({.aar}="","",SUM({inv.netto#1}:{.netto}))'),
        Kolonne("nul", "År, der er i nul", "helt", '=IF({.aar}="","",IF({.akk}>=0,{.aar},""))')),
        ((2025, 3.3, 0), (2026, 2.5, 0), (2027, 2.5, 1.9), (2028, 1.5, 4.5), (2029, 0, 4.5), (2030, 0, 4.5)), 10,
            i_alt="I alt"),
    Tekst("Gevinsten er det, der forventes, og ikke det, der er målt.", "lille_brudt"),
    om_eksemplet("Eksemplets fire første år er Albertslunds indsatser og færre specialpladser; resten er fiktivt.")))
KAEDEN = Ark("Kæden", "Kæden: fra befolkning til institution", (26, 18, 16, 22, 12), (
    Felt("folk_nu", "Befolkning i år", 9_800, "kr", "Børn i aldersgruppen."),
    Felt("folk_naeste", "Befolkning næste år", 10_250, "kr", "Prognosen."),
    Felt("udgift_nu", "Udgift i år, kr.", 55_000_000, "kr", "Budgettet til dagtilbud."),
    Felt("ramme", "Udgift næste år ved samme beløb pr. barn, kr.",
         '=IF(OR({folk_nu}="",{folk_nu}=0),0,{udgift_nu}/{folk_nu}*{folk_naeste})', "kr", "Demografien alene."),
    Felt("andel", "Andel efter kriterier", 0.04, "pct", "", ANDEL),
    Felt("pulje", "Pulje, kr.", "=ROUND({ramme}*{andel},0)", "kr", "Den del, der fordeles efter nøglen.",
         navn=navn("pulje")),
    faerdig_noegle("i kolonnen Nøgle nedenfor"),
    Tekst(FOER, "advarsel"),
    Tabel("inst", (
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("boern", "Børn", "helt", regel=HELT, navn=navn("boern"), i_alt=True),
        Kolonne("noegle", "Nøgle", "boern", regel=TAL, navn=navn("noegle"), i_alt=True),
        Kolonne("beloeb", "Beløb før afrunding, kr.", "kr_oere",
                '=IF(OR({.navn}="",{inst.noegle+}=0),"",{pulje}*{.noegle}/{inst.noegle+})', i_alt=True)),
        tuple((hus.navn, hus.smaa + hus.store, hus.mindst[2]) for hus in HUSE), RAEKKER, i_alt="I alt")))
BEGGE = 'IF(COUNT({.pladser},{.boern})<2,"",'  # what is not filled in is not nought
AF_PLADSER = (Kolonne("ledige", "Ledige", "kr_aendring", f"={BEGGE}{{.pladser}}-{{.boern}})"),
              Kolonne("daekning", "Dækning", "pct", f'={BEGGE}IF({{.boern}}=0,"",{{.pladser}}/{{.boern}}))'))


def i_aaret(hvad: str) -> str:
    """The sum of a column in the year of the line, where all lines of that year have a number."""
    af_aaret = "({kap.aar}={.aar})"
    return (f'=IF(SUMPRODUCT({af_aaret}*1)=0,"",IF(SUMPRODUCT({af_aaret}*({{kap.{hvad}}}=""))>0,"mangler tal",'
            f"SUMIFS({{kap.{hvad}}},{{kap.aar}},{{.aar}})))")


KAPACITET = Ark("Kapacitet", "Kapacitet: pladser og børn", (22, 20, 14, 14, 12, 12), (
    Felt("kap_aar", "Første år i summerne", 2027, "helt", "Der er fem år fra det.", AAR),
    Felt("kap_andre", "Linjer ved andre år", '=SUMPRODUCT(({kap.type}<>"")*((({kap.aar}<{kap_aar})+'
         "({kap.aar}>{kap_aar}+4))>0))", "helt", "De er ikke med i summerne. Er det ikke 0, så ret året."),
    Tabel("kap_sum", (
        Kolonne("aar", "Summer pr. år", "helt"), Kolonne("hvad", "Pasningstype"),
        Kolonne("pladser", "Pladser", "helt", i_aaret("pladser")),
        Kolonne("boern", "Børn (prognose)", "helt", i_aaret("boern")), *AF_PLADSER),
        tuple((f'=IF({{kap_aar}}="","",{{kap_aar}}+{nr})', '="alle"') for nr in range(5))),
    Tabel("kap", (
        Kolonne("aar", "År", "helt", regel=AAR), Kolonne("type", "Pasningstype", "fritekst", regel=NAVN),
        Kolonne("pladser", "Pladser", "helt", regel=HELT), Kolonne("boern", "Børn (prognose)", "helt", regel=HELT),
        *AF_PLADSER),
        ((2027, "Vuggestue", 260, 250), (2027, "Børnehave", 470, 456), (2027, "Dagpleje", 60, 64),
         (2028, "Vuggestue", 260, 266), (2028, "Børnehave", 470, 448), (2028, "Dagpleje", 60, 66)), 25),
    Tekst("Ledige under 0 er pladser, der mangler. Dækning over 100 % er flere pladser end børn.", "lille_brudt"),
    om_eksemplet("Tallene er fiktive.")))
STATUS = ('=IF(OR({.navn}="",{.maal}="",COUNT({.a1:a4})=0),"",IF({.bedst}="","Vælg, hvad der er bedst",'
          'IF(IF({.bedst}="lavt",-1,1)*(INDEX({.a1:a4},1,MATCH(1E+300,{.a1:a4}))-{.maal})>=0,"nået","ikke nået")))')
INDIKATORER = Ark("Indikatorer", "Indikatorer: går det, som det skal?", (38, 14, 11, 11, 11, 11, 11, 12, 16), (
    Felt("ind_aar", "Første år", 2024, "helt", "Tabellen har fire år fra det.", AAR, fast=True),
    Tabel("ind", (
        Kolonne("navn", "Indikator", "fritekst", regel=TEKST),
        Kolonne("enhed", "Enhed", "fritekst", regel=NAVN),
        *(Kolonne(f"a{nr}", f"={{ind_aar}}+{nr - 1}", "tal", regel=FORTEGN) for nr in range(1, 5)),
        Kolonne("maal", "Mål", "tal", regel=FORTEGN),
        Kolonne("bedst", "Bedst er", "fritekst", regel=liste("højt", "lavt")),
        Kolonne("status", "Seneste mod mål", formel=STATUS)),
        (("Årgange på eller over normen i læsning", "andel (0-1)", 0.1, 0.2, None, None, 0.5, "højt"),
         ("Børn med alderssvarende dansk ved skolestart", "andel (0-1)", 0.78, 0.8, None, None, 0.85, "højt"),
         ("Børn anbragt uden for hjemmet", "pr. 1.000 børn", 8.5, 7.9, None, None, 8, "lavt")), 8),
    Tekst("Det seneste år med et tal holdes op mod målet.", "lille_brudt"),
    om_eksemplet("Tallene er fiktive.")), True)
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    Kald("Udgift næste år efter demografi, kr.", "FORDEL_DEMOGRAFI({udgift_nu},{folk_nu},{folk_naeste})", "{folk_nu}",
         ("Kr.",)),
    Kald("Puljen, til kronen", "FORDEL_PULJE({pulje},{inst.noegle})", "{inst.noegle}", ("Beløb, kr.",), "inst.navn")))
SKABELON = Skabelon(
    "fremskrivning", "Fremskrivning: fra befolkning til institution",
    "Projektmappen viser udgiften pr. barn over år, fremskriver den med befolkningen, og følger pengene helt ud til "
    "institutionerne. Den har også ark til investering og gevinst, kapacitet og indikatorer.",
    "En økonomikonsulent, når rammen for de kommende år skal begrundes.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv år, udgift og befolkning på Udgift; lad udgiften være tom i de år, der er prognose.",
     "Se udviklingen pr. barn og fremskrivningen på Resultat.",
     "Skriv eventuelt investering og gevinst, kapacitet og indikatorer på deres ark.",
     "Følg Kæden, og fordel puljen med Fordel pulje."),
    "Albertslund: udgiften er steget 8,4 % fra 2017 til 2022, og antallet af 0-17-årige er faldet 3,9 %. Pr. barn er "
    "det "
    "1,084 / 0,961 - 1 = 12,8 %. Kommunens udgift ventes at stige fra ca. 100 til over 120 mio. kr. i 2028; "
    "befolkningen bag er "
    "ikke trykt, så eksemplets tal er fiktive.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar="2027", formaal="børn lige"),
     UDGIFT, RESULTAT, INVESTERING, KAEDEN, KAPACITET, INDIKATORER, MED_FUNKTIONER), pulje=True)
