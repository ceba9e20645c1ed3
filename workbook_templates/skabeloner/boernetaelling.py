"""Counting children by socio-economic criteria (KORA 4.3.1): from a list of children, or from delivered counts."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import AAR, HUSE, KOMMUNE, TYPER
from workbook_templates.skabeloner.faelles import FOER, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    ANDEL,
    HELT,
    JA_NEJ,
    NAVN,
    RAEKKER,
    TEKST,
    Ark,
    Felt,
    Kald,
    Kaldtabel,
    Kolonne,
    Regel,
    Skabelon,
    Tabel,
    Tekst,
    liste,
)

DST, BOERN = "Danmarks Statistik", "Børn"
KRITERIER = range(1, 7)
BOERN_PLADS = 500
SKJULT = Regel("tal", 0, 1e6, eller=("..", "<3", "-"))
NUL_EN = Regel("helt", 0, 1)

# KORA 2017, question 13, and the share of 32 kommuner that use it, where KORA prints one; first those of Danmarks
# Statistik.
TIL_VALG = (
    ("Forældres uddannelse", "K1", DST, "nej", 0.63), ("Forældres indkomst", "K2", DST, "nej", 0.63),
    ("Forældres erhvervstilknytning", "K3", DST, "nej", 0.59), ("Enlige forsørgere", "K4", DST, "nej", 0.56),
    ("Indvandrere og efterkommere fra tredjeverdenslande", "K5", DST, "ja", 0.53),
    ("Indkomsterstattende ydelser", "K6", DST, "nej", 0.25), ("Dansk som andetsprog", None, "Sprogvurdering", "ja",
        0.25),
    ("Anbragte børn", None, "Eget system", "nej", None), ("Forebyggende foranstaltninger", None, "Eget system", "nej",
        None),
    ("Forældres erhvervsbaggrund", None, DST, "nej", None))


def antal(celle: str) -> str:
    """A delivered count as a number: a hidden one counts what is said, and "-" is none."""
    return f'IF(OR({celle}="..",{celle}="<3"),{{erstat}},IF({celle}="-",0,{celle}))'


FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger", (50, 20, 11, 8, 22, 14, 18), (
    Felt("pulje", "Pulje, kr.", 2_400_000, "kr", "Det beløb, der skal fordeles.", navn=navn("pulje")),
    Felt("centralt", "Central pulje, af toppen, kr.", None, "kr", "Tages af puljen, før der fordeles. Tom: intet.",
         navn=navn("centralt")),
    Felt("kilde", "Børnene tælles i", DST, "valg", f"{DST}: leverede antal. {BOERN}: arket Børn, et løbenummer pr. "
                                                   f"barn.",
         liste(DST, BOERN), fast=True),
    Felt("mindst", "Mindst antal kriterier", 3, "helt", "Så mange kriterier skal et barn opfylde for at tælle med "
                                                        "(1-6).",
         Regel("helt", 1, 6), fast=True),
    Felt("optaelling", "Optælling", "unikke", "valg", "unikke: hvert barn én gang. kriterier: hvert opfyldt "
                                                      "kriterium. begge: "
         "de to lagt sammen.", liste("unikke", "kriterier", "begge"), fast=True),
    Felt("begge_vaegt", "Vægt for kriterier i begge", 1, "faktor", "Unikke børn + vægten gange opfyldte kriterier.",
         Regel("tal", 0, 100), fast=True),
    Felt("erstat", "Skjulte antal (.. og <3) tæller", 1.5, "faktor", "Bruges kun om leverede antal; - er 0.",
         Regel("tal", 0, 3), fast=True),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Til kr. pr. vægtet barn. KORA bruger 1,8.", Regel("tal", 0, 10),
         navn("vaegt"), True),
    Felt("til_kr", "Børn til loft og kr. pr. barn", "antal", "valg", "antal: hoveder. vægtet: med vægten.",
         liste("antal", "vægtet"), navn("boern_til_kr"), True),
    Felt("taerskel", "Minimumsgrænse", 0.08, "pct", "Andelen, der mindst skal tælle med, før der gives penge. Tom: "
                                                    "ingen.",
         ANDEL, navn("taerskel")),
    Felt("paa", "Tærsklen prøves på", "modtager", "valg", "modtager: dens institutioner under ét. institution: hver "
                                                          "for sig. gruppe: hele dagtilbuddet under ét.",
         liste("modtager", "institution", "gruppe"), navn("taerskel_paa"), True),
    Felt("loft", "Loft pr. barn, kr.", 6000, "kr", "Det højeste, nogen kan få pr. barn. Tom: intet loft.",
         Regel("tal", 0.01), navn("loft")),
    Felt("minimum", "Minimum pr. institution, kr.", None, "kr", "Tom: intet minimum.", navn=navn("minimum")),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    faerdig_noegle("i kolonnen Tæller med på Institutioner"),
    Tabel("krit", (
        Kolonne("navn", "Kriterium", "fritekst", regel=NAVN), Kolonne("kolonne", "Kolonne", "midt",
                                                                      regel=liste(*(f"K{nr}" for nr in KRITERIER))),
        Kolonne("med", "Med", "midt", regel=JA_NEJ), Kolonne("vaegt", "Vægt", "faktor", regel=Regel("tal", 0, 100)),
        Kolonne("kilde", "Kilde", "fritekst", regel=TEKST), Kolonne("saerlig", "Særlig kategori", "midt", regel=JA_NEJ),
        Kolonne("kora", "Bruges af (32 kommuner, KORA 2017)", "pct", regel=ANDEL)),
        tuple((kriterium, kolonne, "ja" if kolonne else "nej", 1, kilde, saerlig, andel)
              for kriterium, kolonne, kilde, saerlig, andel in TIL_VALG), titel="Kriterier", fast=True),
    Tekst("Særlig kategori er oplysninger efter databeskyttelsesforordningens artikel 9 (fx herkomst): spørg "
          "databeskyttelsesrådgiveren, før de bruges pr. barn. Leverede antal kræver ingen rækker for børn.",
          "lille_brudt"),
    Tabel("kol", (
        Kolonne("navn", "Kriterium", formel='=IFERROR(INDEX({krit.navn},MATCH({.k},{krit.kolonne},0)),"ikke brugt")'),
        Kolonne("k", "Kolonne", "midt regnet"),
        Kolonne("tael", "Tæller", "helt", '=IF(IFERROR(INDEX({krit.med},MATCH({.k},{krit.kolonne},0)),"nej")="ja",1,'
                                          '0)'),
        Kolonne("vaegt", "Vægt", "faktor", '={.tael}*IFERROR(INDEX({krit.vaegt},MATCH({.k},{krit.kolonne},0)),0)')),
        tuple((f'="K{nr}"',) for nr in KRITERIER), titel="Hvad kolonnerne tæller")), True)
ANTAL_BOERN = "SUM({inst.b02@},{inst.b35@})"
TAELT = "+".join(f"{{boern.k{nr}}}*{{kol.tael#{nr}}}" for nr in KRITERIER)
VEJET = "+".join(f"{{boern.k{nr}}}*{{kol.vaegt#{nr}}}" for nr in KRITERIER)
INSTITUTIONER = Ark("Institutioner", "Institutioner",
                    (4, 9, 12, 15, 10.5, 6, 6, 8, 10, 12.5, 12.5, 11, 8, 8, 13), (
    Tabel("inst", (
        Kolonne("nr", "Nr.", "helt", regel=HELT),
        Kolonne("gruppe", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("gruppe")),
        Kolonne("modtager", "Modtager (tom: institutionen)", "fritekst", regel=NAVN, navn=navn("modtager")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("type", "Type", "fritekst", regel=liste(*TYPER)),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        Kolonne("mdr", "Måneder i drift", "helt", regel=Regel("tal", 0, 12), navn=navn("maaneder")),
        Kolonne("erstatter", "Erstatter", "fritekst", regel=NAVN, navn=navn("erstatter")),
        Kolonne("grund", "Grundbudget, kr.", "kr", regel=Regel(), navn=navn("grundbudget"), i_alt=True),
        Kolonne("ekskl", "Grundbudget ekskl. ledelse, adm. og bygning, kr.", "kr", regel=Regel(),
                navn=navn("grundbudget_andet"), i_alt=True),
        Kolonne("foer", "Tildeling sidste år, kr.", "kr", regel=Regel(), navn=navn("sidste_aar"), i_alt=True),
        Kolonne("noegletal", "Med i nøgletal", "midt", regel=JA_NEJ, navn=navn("noegletal_med")),
        Kolonne("taeller", "Tæller med", "boern",
                '=IF({.navn}="","",IF({kilde}="' + BOERN + '",{opg.boern@},{dst.taeller@}))', navn=navn("noegle"),
                i_alt=True),
        Kolonne("bem", "Bemærkning", "fritekst", regel=TEKST)),
        tuple((nr, hus.dagtilbud, None, hus.navn, hus.type, hus.smaa, hus.store, None, None, hus.grundbudget,
               round(hus.grundbudget * 0.84), hus.sidste_aar, "ja", None) for nr, hus in enumerate(HUSE, 1)),
        RAEKKER, i_alt="I alt", samles="navn"),
    Tekst("Én række pr. institution, uden navne på personer. Tomme måneder er 12.", "lille_brudt")), True)
BOERNEARK = Ark(BOERN, "Børn: en række pr. barn", (10, 26, *(8 for _ in KRITERIER)), (
    Tekst("Kun løbenummer. Arket skal slettes, når nøglen er godkendt.", "advarsel"),
    Tekst("Bruges kun, når Forudsætninger siger, at børnene tælles i Børn. 1 er opfyldt, 0 er ikke. Gem kolonnen "
          "Tæller med på "
          "Institutioner som værdier, før arket slettes.", "lille_brudt"),
    Tabel("boern", (
        Kolonne("nr", "Løbenr.", "helt", regel=HELT), Kolonne("navn", "Institution", "fritekst", regel=NAVN),
        *(Kolonne(f"k{nr}", f"K{nr}", "helt", regel=NUL_EN) for nr in KRITERIER)),
        tuple((nr, HUSE[nr % 2].navn, *(int((nr * kriterium) % (3 + kriterium) < 2) for kriterium in KRITERIER))
              for nr in range(1, 25)), BOERN_PLADS, trykkes=50)), pr_barn=True)
MANGLER = "mangler antal"  # of a column that counts: blank is not none
IKKE_LEVERET = ('OR(AND({optaelling}<>"kriterier",INDEX({.m1:m6},1,{mindst})=""),AND({optaelling}<>"unikke",OR('
                + ",".join(f'AND({{.k{nr}}}="",{{kol.vaegt#{nr}}}<>0)' for nr in KRITERIER) + ")))")
RET = "ret antal"
UKENDT = f'{{.taeller}}="{MANGLER}",{{.taeller}}="{RET}"'
UKENDTE = "COUNTA({.k1:m6})-COUNT({.k1:m6})-SUMPRODUCT(" + "+".join(
    f'({{.k1:m6}}="{maerke}")' for maerke in SKJULT.eller) + ")"  # what is neither a number nor a mark
DST_ARK = Ark("Antal fra Danmarks Statistik", "Antal fra Danmarks Statistik (tabelsæt 2)",
              (20, 8, *(6.5 for _ in KRITERIER), *(8 for _ in KRITERIER), 9, 16), (
    Tekst("Unikke børn kan ikke regnes ud af K1-K6: spørg Danmarks Statistik efter kolonnen Mindst k. Skriv dens "
          "mærker (prikker, <3 og -), som de er leveret. Institutionerne skal stå i samme rækkefølge som på arket "
          "Institutioner.", "lille_brudt"),
    Tabel("dst", (
        Kolonne("navn", "Institution", "fritekst", regel=NAVN), Kolonne("boern", "Børn i alt", "helt", regel=HELT,
                i_alt=True),
        *(Kolonne(f"k{nr}", f"K{nr}", "helt", regel=SKJULT) for nr in KRITERIER),
        *(Kolonne(f"m{nr}", f"Mindst {nr}", "helt", regel=SKJULT) for nr in KRITERIER),
        Kolonne("taeller", "Tæller med", "boern",
                f'=IF({{.passer}}<>"ja","",IF({UKENDTE}>0,"{RET}",IF({IKKE_LEVERET},"{MANGLER}",'
                'IF({optaelling}="kriterier",0,IF(INDEX({.m1:m6},1,{mindst})="-",0,'
                'IF(OR(INDEX({.m1:m6},1,{mindst})="..",INDEX({.m1:m6},1,{mindst})="<3"),{erstat},'
                'INDEX({.m1:m6},1,{mindst}))))+IF({optaelling}="unikke",0,IF({optaelling}="begge",{begge_vaegt},1)*('
                + "+".join(f"{{kol.vaegt#{nr}}}*{antal(f'{{.k{nr}}}')}" for nr in KRITERIER) + ")))))", i_alt=True),
        Kolonne("passer", "Samme navn", "midt", '=IF({.navn}&{inst.navn@}="","",IF({.navn}={inst.navn@},"ja",'
                                                '"NEJ: ret rækken"))')),
        tuple((hus.navn, hus.smaa + hus.store,
               *(round(hus.mindst[0] * share) for share in (0.6, 0.55, 0.5, 0.45, 0.3, 0.35)),
               *("<3" if 0 < many < 3 else "-" if many == 0 else many for many in hus.mindst)) for hus in HUSE),
        RAEKKER, i_alt="I alt", samles="navn")), True)

UDEN_GRUPPE = "NEJ: skriv dagtilbud"


KUN_BOERN = f'=IF(OR({{.navn}}="",{{kilde}}<>"{BOERN}"),"",'


def under_et(column: str, cell: str) -> str:
    """The share of those that are tested together."""
    same = f"SUMPRODUCT(({column}={cell})*1,"
    return f"{same}{{ber.taeller}})/{same}{{ber.boern}})"


BEREGNING = Ark("Beregning", "Beregning: fra børn til beløb", (22, 20, 20, 9, 10, 10, 10, 10, 12, 20), (
    Tekst(FOER, "advarsel"),
    Tabel("ber", (
        Kolonne("navn", "Institution", formel='={inst.navn@}&""'),
        Kolonne("modtager", "Modtager", formel='=IF({inst.modtager@}="",{.navn},{inst.modtager@})'),
        Kolonne("prove", "Prøves under ét", formel='=IF({.navn}="","",IF({paa}="gruppe",IF({inst.gruppe@}="","'
                + UDEN_GRUPPE + '",{inst.gruppe@}),IF({paa}="institution",{.navn},{.modtager})))'),
        Kolonne("boern", "Børn", "helt", f'=IF({{.navn}}="","",{ANTAL_BOERN})', i_alt=True),
        Kolonne("taeller", "Tæller med", "boern", '=IF({.navn}="","",{inst.taeller@})', i_alt=True),
        Kolonne("andel", "Andel, der prøves", "pct",
                f'=IF(OR({{.navn}}="",SUM({{.boern}})=0,{{.prove}}="{UDEN_GRUPPE}",{UKENDT}),"",'
                'IF({paa}="institution",SUM({.taeller})/{.boern},'
                + under_et("{ber.prove}", "{.prove}") + "))"),
        Kolonne("over", "Over grænsen", "midt", '=IF({.andel}="","",IF({.andel}>={taerskel},"ja","nej"))'),
        Kolonne("noegle", "Nøgle", "noegle",
                f'=IF({{.navn}}="","",IF(OR({UKENDT}),{{.taeller}},'
                'IF({.over}="ja",SUM({.taeller})*IF({inst.mdr@}="",1,{inst.mdr@}/12),0)))', i_alt=True),
        Kolonne("af", "Andel af nøglen", "pct",
                f'=IF(OR({{.navn}}="",{{ber.noegle+}}=0,COUNTIF({{ber.noegle}},"{MANGLER}")+COUNTIF({{ber.noegle}},"{RET}")>0),"",'
                "{.noegle}/{ber.noegle+})", i_alt=True),
        Kolonne("beloeb", "Beløb før loft og afrunding, kr.", "kr_oere",
                '=IF({.af}="","",({pulje}-{centralt})*{.af})', i_alt=True)),
        plads=RAEKKER, i_alt="I alt")), True)
OPTAELLING = Ark("Optælling", f"Optælling af arket {BOERN} (tom, når det ikke bruges)", (28, 18, 18, 18), (
    Tabel("opg", (
        Kolonne("navn", "Institution", formel='={inst.navn@}&""'),
        Kolonne("unikke", "Unikke børn", "helt", KUN_BOERN + "SUMPRODUCT(({boern.navn}={.navn})*((" + TAELT
                + ")>={mindst})))"),
        Kolonne("point", "Opfyldte kriterier, vægtet", "helt",
                KUN_BOERN + "SUMPRODUCT(({boern.navn}={.navn})*(" + VEJET + ")))"),
        Kolonne("boern", "Tæller", "helt", KUN_BOERN + 'IF({optaelling}="unikke",{.unikke},IF({optaelling}="kriterier",'
                "{.point},{.unikke}+{begge_vaegt}*{.point})))")),
        plads=RAEKKER),))
HVER_FOR_SIG = ("Tærsklen er her prøvet på hver institution for sig, og tomme linjer tæller 0. Med modtagere, måneder "
                "i drift og børn vægtet til loftet er det Fordel pulje, der regner.")
# To LibreOffice a blank cell is 0, which is another threshold and no cap: an empty text is left out in every program.
PULJEN = ("{pulje}-{centralt},{ber.taeller},{ber.boern}," + "".join(
    f'IF({{{each}}}="","",{{{each}}}),' for each in ("taerskel", "loft")) + "{minimum},{afrunding}")
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (28, 20, 20, 20), (
    Tekst(HVER_FOR_SIG, "lille_brudt"),
    Kald("Belastning", "FORDEL_BELASTNING({ber.taeller},{ber.boern})", "{ber.boern}", ("Andel",), "ber.navn",
         stil="pct"),
    Kald("Puljen, til kronen", f"FORDEL_PULJE({PULJEN})", "{ber.taeller}", ("Beløb, kr.",), "ber.navn"),
    Kald("Sats: kr. pr. barn, der tæller med", f"FORDEL_SATS({PULJEN})", "{ber.taeller}", ("Sats, kr.",),
         stil="kr_oere"),
    Kald("Faktor", "FORDEL_FAKTOR({ber.beloeb},{ber.boern})", "{ber.noegle}", ("Før loft",), stil="faktor"),
    Kald("Kvartilfaktor", "FORDEL_KVARTILFAKTOR({ber.beloeb},{ber.boern})", "{ber.noegle}", ("Før loft",),
         stil="faktor"),
    Kald("Optælling af arket Børn: opfyldte kriterier pr. institution",
         "FORDEL_OPTAEL({ber.navn},{boern.navn},{boern.k1:k6},\"unikke\",{mindst})", "{boern.k1}", ("Børn",),
         "ber.navn",
         stil="helt"),
    Kald("Leverede antal: opfyldte kriterier pr. institution, med vægte",
         "FORDEL_KRITERIER(FORDEL_DISKRETION({dst.k1:k6},{erstat}),{kol.vaegt})", "{dst.k1}", ("Point",), "dst.navn",
         stil="boern")))
SPOR = Ark("Spor", "Spor: hele regningen, skridt for skridt",
           (10, 4, 6, 5, 9.5, 7, 6, 7.5, 11.5, 8, 7, 6.5, 11.5, 8.5, 9, 7.5, 8.5, 11), (
    Kaldtabel("Puljen, som Fordels funktioner regner den",
              f"FORDEL_SPOR({PULJEN})", "{ber.taeller}", "ber.navn",
              ("helt", "boern", "helt", "pct", "midt", "boern", "pct", "kr_oere", "kr", "kr", "midt", "kr_oere",
               "kr_oere", "kr", "kr_oere", "kr", "lille_brudt")),
    Tekst(HVER_FOR_SIG, "lille_brudt")), True)
SKABELON = Skabelon(
    "boernetaelling", "Fordeling efter børnetælling",
    "Projektmappen fordeler en pulje efter, hvor mange børn i hver institution der opfylder et antal socioøkonomiske "
    "kriterier. "
    "Ni af de 20 kommuner i KORA's undersøgelse (2017) tæller børn.",
    "En økonomikonsulent udfylder den, helst med leverede antal fra Danmarks Statistik: så er der ingen rækker for "
    "børn.",
    ("Skriv sagens oplysninger på Sagsoplysninger, og hvem der har besluttet puljen.",
     "Vælg kriterier, minimumsgrænse og loft på Forudsætninger.",
     "Skriv én række pr. institution på Institutioner.",
     "Skriv de leverede antal på Antal fra Danmarks Statistik, eller 0 og 1 pr. løbenummer på Børn.",
     "Se Beregning, og fordel puljen med Fordel pulje, som regner loft, minimum og afrunding."),
    "Tjørnen har 62 børn, og 13 opfylder mindst 3 af 6 kriterier: 13 / 62 = 21,0 %, så grænsen på 8 % er nået. Tre "
    "institutioner "
    "er ved loftet på 6.000 kr. pr. barn og får 1.428.000 kr.; de øvriges 50 børn deler 972.000 kr., 19.440 kr. pr. "
    "barn, der "
    "tæller med. Tjørnen får 13 x 19.440 = 252.720 kr.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar=AAR, formaal="børn lige", finansiering="omlagt støtte",
                     datakilde="Danmarks Statistik, Børn og unge i kommunens institutioner", befolkning="indskrevne "
                                                                                                        "børn"),
     FORUDSAETNINGER, INSTITUTIONER, DST_ARK, BOERNEARK, OPTAELLING, BEREGNING, MED_FUNKTIONER, SPOR), pulje=True)
