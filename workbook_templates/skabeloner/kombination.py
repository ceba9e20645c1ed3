"""Several elements, each with a key and an amount of its own, added up (KORA: one kommune counts children and
assesses): the sheet "Fordel puljer" in small, which is there too and reads what is written here."""

from __future__ import annotations

from workbook_templates import fordel_puljer as spec
from workbook_templates.opsaetning import VALG
from workbook_templates.skabeloner.eksempel import AAR, HUSE, KOMMUNE, TYPER
from workbook_templates.skabeloner.faelles import FOER, MAERKE, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    ANDEL,
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
    Vaerdi,
    liste,
)

NOEGLER = ("Tæller med", "Opfyldte kriterier", "Point x børn", "Egen nøgle")
ELEMENTER = range(1, 5)
IKKE_HELE = "Elementerne er ikke hele puljen"
LOFT = Regel("tal", 0.01)


def over(nr: int) -> str:
    """How many would get more than the cap of an element, before what is over it is shared again."""
    loft = f"{{gael.loft#{nr}}}"
    return (f'=IF(OR({{el.navn#{nr}}}="",{loft}=""),"",SUMPRODUCT(({{inst.navn}}<>"")*({{inst.e{nr}}}>'
            f"{loft}*(IF({{til_kr}}=\"vægtet\",{{vaegt}},1)*{{inst.b02}}+{{inst.b35}}))))")


ELEMENT_ARK = Ark("Elementer", "Elementer: hvad puljen består af", (21, 11, 11, 17, 11, 10, 10, 11, 12, 11, 15), (
    Felt("pulje", "Pulje, kr.", 2_400_000, "kr", "Hele puljen. Et element er en andel af den eller et beløb.",
         navn=navn("pulje")),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Til kr. pr. vægtet barn.", Regel("tal", 0, 10), navn("vaegt"),
         True),
    Felt("til_kr", "Børn til loft", "antal", "valg", "antal: hoveder. vægtet: 0-2-årige ganges med vægten. Også "
         "til kr. pr. barn.", liste("antal", "vægtet"), navn("boern_til_kr"), True),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    Felt("taerskel", "Tærskel", None, "faktor", "Nøgle pr. barn. Gælder de elementer, der ikke har en nedenfor. Tom: "
         "ingen.", TAL, navn("taerskel")),
    Felt("loft", "Loft, kr. pr. barn", None, "kr", "Gælder de elementer, der ikke har et nedenfor. Tom: intet.", LOFT,
         navn("loft")),
    faerdig_noegle("i hvert elements kolonne på Institutioner"),
    Felt("stemmer", "Hele puljen?", '=IF({pulje}="","",IF(ABS({el.kr+}-{pulje})<0.005,"ja","NEJ"))', "fritekst",
         "ja, når elementerne tilsammen er lig puljen."),
    Tabel("el", (
        Kolonne("navn", "Element", "fritekst", regel=NAVN), Kolonne("andel", "Andel af puljen", "pct", regel=ANDEL),
        Kolonne("beloeb", "eller beløb, kr.", "kr", regel=TAL),
        Kolonne("noegle", "Nøgle", "fritekst", regel=liste(*NOEGLER)),
        Kolonne("hvem", "Modtagere", "fritekst", regel=liste("alle", *TYPER)),
        Kolonne("graense", "Egen tærskel, nøgle pr. barn", "faktor", regel=TAL),
        Kolonne("loft", "Eget loft, kr. pr. barn", "kr", regel=LOFT),
        Kolonne("vaegt", "Nøglen i alt", "boern"),
        Kolonne("kr", "Elementet, kr.", "kr",
                '=IF({.navn}="","",IF({.beloeb}<>"",{.beloeb},ROUND({pulje}*{.andel},2)))', i_alt=True),
        Kolonne("over", "Over loftet, antal", "helt"),
        Kolonne("maerke", "Mærke", "brudt", '=IF({.navn}="",IF(COUNTA({.andel:loft})>0,"Skriv et navn",""),'
                'IF({.noegle}="","Vælg en nøgle",IF(AND({.beloeb}<>"",{.andel}<>""),"Andel eller beløb, ikke begge",'
                'IF({.kr}=0,"Skriv andel eller beløb",IF({.vaegt}=0,"Ingen får","")))))', farvet=MAERKE)),
        tuple((*row, f'=IF({{el.navn#{nr}}}="","",{{veje.v{nr}+}})', over(nr)) for nr, row in enumerate((
            ("Børnetælling", 0.70, None, "Tæller med", "alle", 0.08, 4_500),
            ("Vurdering", 0.25, None, "Point x børn", "alle", None, None),
            ("Særlige opgaver", None, 120_000, "Egen nøgle", "kommunal", None, None), (None,) * 7), 1)),
        len(ELEMENTER), "Elementer", i_alt="I alt", linjer=2),
    Tekst("Tærskel: har en institution mindre nøgle pr. barn, får den intet af elementet. Loft: det højeste, en "
          "institution kan få pr. barn af elementet. Over loftet er, hvor mange der ville få mere: det, de "
          "ikke kan få, deles mellem de øvrige, og det regner kun Fordel pulje.", "lille_brudt"),
    Tabel("noegler", (Kolonne("navn", "Nøgler, der kan vælges"),), tuple((f'="{noegle}"',) for noegle in NOEGLER)),
    Tekst("Tæller med: børn, der opfylder kriterierne. Opfyldte kriterier: et barn kan tælle flere gange. Point x "
          "børn: en vurdering ganget med børnene. Egen nøgle: tal efter eget valg, fx 1 til hver, der er med. De "
          "skrives på arket Institutioner.", "lille_brudt")), True)


def vaegt(nr: int) -> str:
    """What an institution weighs in an element: its key, where it may get of it and reaches the threshold."""
    key = f"IFERROR(INDEX({{inst.n1:n4@}},1,MATCH({{el.noegle#{nr}}},{{noegler.navn}},0)),0)"
    least = f"{{gael.taerskel#{nr}}}"
    return (f'=IF(OR({{.navn}}="",{{el.navn#{nr}}}=""),"",IF(AND({{el.hvem#{nr}}}<>"alle",{{el.hvem#{nr}}}<>"",'
            f'{{el.hvem#{nr}}}<>{{inst.type@}}),0,IF(AND({least}<>"",{{inst.b02@}}+{{inst.b35@}}=0),0,'
            f'IF({least}="",SUM({key}),IF({key}/({{inst.b02@}}+{{inst.b35@}})>={least},SUM({key}),0)))))')


INSTITUTIONER = Ark("Institutioner", "Institutioner og nøgler",
                    (9, 13.5, 10.5, 6, 6, 7.5, 8.5, 8, 8, 12, 12, 12, 12, 13, 7), (
    Tekst(FOER, "advarsel"),
    Tabel("inst", (
        Kolonne("gruppe", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("gruppe")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("type", "Type", "fritekst", regel=liste(*TYPER)),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        *(Kolonne(f"n{nr}", overskrift, "boern", regel=TAL, i_alt=True) for nr, overskrift in enumerate(NOEGLER, 1)),
        *(Kolonne(f"e{nr}", f'=IF({{el.navn#{nr}}}="","Element {nr}",{{el.navn#{nr}}})&" før loft, kr."', "kr_oere",
                  f'=IF(OR({{.navn}}="",{{el.navn#{nr}}}=""),"",IF(SUM({{el.vaegt#{nr}}})=0,0,'
                  f"{{el.kr#{nr}}}*{{veje.v{nr}@}}/{{el.vaegt#{nr}}}))", i_alt=True) for nr in ELEMENTER),
        Kolonne("i_alt", "I alt, før loft og afrunding, kr.", "kr_oere", '=IF({.navn}="","",SUM({.e1:e4}))',
                navn=navn("noegle"), i_alt=True),
        Kolonne("af", "Andel før loft", "pct", '=IF(OR({.navn}="",{inst.i_alt+}=0),"",{.i_alt}/{inst.i_alt+})',
                i_alt=True)),
        tuple((hus.dagtilbud, hus.navn, hus.type, hus.smaa, hus.store, hus.mindst[2], sum(hus.mindst),
               hus.mindst[1] * 3, 1 if hus.navn in ("Kastanjen", "Ellehuset") else 0) for hus in HUSE),
        RAEKKER, i_alt="I alt")), True)


def gaelder(nr: int, egen: str, ellers: str) -> str:
    """What holds for an element: its own, or that of those that have none; "" where there is none."""
    own = f"{{el.{egen}#{nr}}}"
    return f'=IF(OR({{el.navn#{nr}}}="",AND({own}="",{{{ellers}}}="")),"",IF({own}="",{{{ellers}}},{own}))'


VAEGTE = Ark("Vægte", "Vægte: hvad hver institution tæller i hvert element", (22, 12, 12, 12, 12, 12), (
    Tabel("gael", (
        Kolonne("navn", "Element"), Kolonne("taerskel", "Tærskel, der gælder", "faktor"),
        Kolonne("loft", "Loft, der gælder, kr.", "kr")),
        tuple((f'={{el.navn#{nr}}}&""', gaelder(nr, "graense", "taerskel"), gaelder(nr, "loft", "loft"))
              for nr in ELEMENTER)),
    Tabel("veje", (
        Kolonne("navn", "Institution", formel='={inst.navn@}&""'),
        *(Kolonne(f"v{nr}", f"Element {nr}", "boern", vaegt(nr), i_alt=True) for nr in ELEMENTER),
        Kolonne("boern", "Børn til loft", "boern", '=IF({.navn}="","",IF({til_kr}="vægtet",{vaegt},1)*{inst.b02@}+'
                "{inst.b35@})", i_alt=True)),
        plads=RAEKKER, i_alt="I alt"),
    Tekst("0, hvor institutionen ikke er blandt modtagerne eller ligger under tærsklen. Loftet for en institution er "
          "elementets loft gange børn til loft.", "lille_brudt")))
AABNE = {"taerskel_paa": liste(*VALG["taerskel_paa"]), "minimum": TAL, "grundbeloeb": TAL, "garanti": ANDEL,
         "sidste_aar": NAVN, "afrunding": TAL, "tilovers": NAVN, "kilde": TEKST, "tekst": TEKST}
BREDDER = {"navn": 15, "beloeb": 11, "noegle": 10.5, "noegle_er": 7, "modtagere": 13, "taerskel": 7.5,
           "taerskel_paa": 8.5, "loft": 8, "minimum": 8.5, "grundbeloeb": 11, "garanti": 7.5, "sidste_aar": 7,
           "afrunding": 9.5, "tilovers": 8, "kilde": 6.5, "tekst": 7}
SOM_OPSAETNING = {"navn": f'="{spec.SOM_OPSAETNING}"', "beloeb": "={pulje}", "modtagere": f'="{spec.ALLE}"',
                  "taerskel": '=IF({taerskel}="","",{taerskel})', "loft": '=IF({loft}="","",{loft})',
                  "afrunding": "={afrunding}", "tilovers": f'="{spec.BLIVER}"'}


def pulje(nr: int) -> dict[str, str]:
    """The cells of one element on "Fordel puljer"; an element that is not as it should be has its mark as amount, which
    Fordel pulje refuses."""
    her = {key: f"{{el.{key}#{nr}}}" for key in ("navn", "kr", "maerke", "noegle", "hvem")}
    return {"navn": f'={her["navn"]}&""', "noegle": f'={her["noegle"]}&""',
            "beloeb": f'=IF({her["maerke"]}<>"",{her["maerke"]},IF(OR({her["kr"]}="",{{stemmer}}="ja",'
                      f'SUMPRODUCT(({{el.maerke}}<>"")*1)>0),{her["kr"]},"{IKKE_HELE}"))',
            "noegle_er": f'=IF({her["navn"]}="","","{spec.NOEGLE_ER[0]}")',
            "modtagere": f'=IF(OR({her["hvem"]}="",{her["hvem"]}="{spec.ALLE}"),"","Type: ")&{her["hvem"]}',
            "taerskel": f"={{gael.taerskel#{nr}}}", "loft": f"={{gael.loft#{nr}}}"}


def linje(celler: dict[str, str], aabne: bool) -> tuple[Vaerdi, ...]:
    """A line of "Fordel puljer": its formulas, and between them what is written there or is said to be none."""
    return tuple(celler.get(column.key, None if aabne and column.key in AABNE else '=""') for column in spec.KOLONNER)


PULJER = Ark(spec.ARK, spec.ARK, tuple(BREDDER[column.key] for column in spec.KOLONNER), (
    Tekst("Fordel pulje læser dette ark: en række for hvert element, som deles for sig. Grå celler kommer fra arket "
          "Elementer. Gule kan udfyldes, når et element skal have mere; tomme gælder det, der står i rækken "
          f"{spec.SOM_OPSAETNING}. Skriv intet under tabellen.", "lille_brudt"),
    Tekst("Prøves på: hvem tærsklen prøves på. Minimum: mindst til en. Grundbeløb: først så meget til hver. Garanti: "
          "mindst så stor en andel af sidste år, og Sidste år er overskriften på kolonnen med dem. Tilovers: det, "
          "loftet ikke lader nogen få; det bliver, eller går til en senere pulje ved navn.", "lille_brudt"),
    Tabel("pul", tuple(Kolonne(column.key, column.heading, "fritekst" if column.style == "tekst" else
                               "faktor" if column.key == "taerskel" else column.style,
                               regel=AABNE.get(column.key, TEKST)) for column in spec.KOLONNER),
          (linje(SOM_OPSAETNING, False), *(linje(pulje(nr), True) for nr in ELEMENTER)),
          linjer=2)),
    True, fordels=spec.NOEGLE)
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    *(Kald(f"Element {nr}, til kronen, med loft",
           f"FORDEL_PULJE({{el.kr#{nr}}},{{veje.v{nr}}},{{veje.boern}},,{{gael.loft#{nr}}},,{{afrunding}})",
           f"{{veje.v{nr}}}", ("Beløb, kr.",), "inst.navn") for nr in ELEMENTER),
    Tabel("halvt", (Kolonne("del", "Vægt for hver nøgle", "pct", regel=ANDEL),), ((0.5,), (0.5,)), fast=True),
    Kald("Nøgle 1 og 2 vejet sammen med de vægte", "FORDEL_SAMMENVEJ({inst.n1:n2},{halvt.del})", "{inst.n1}",
         ("Andel",), "inst.navn", stil="pct")))
SKABELON = Skabelon(
    "kombination", "Fordeling efter flere elementer",
    "Projektmappen lægger flere elementer sammen: hvert har sit beløb, sin nøgle, sine modtagere, sin tærskel og sit "
    "loft. En af de 20 kommuner i KORA's undersøgelse (2017) lægger børnetælling og vurdering sammen, og to tæller "
    "børn på begge måder.",
    "En økonomikonsulent, når puljen ikke følger én nøgle.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv puljen og elementerne på Elementer: en andel af puljen eller et beløb, en nøgle og eventuelt en tærskel og "
     "et loft.",
     "Skriv institutionerne og deres nøgler på Institutioner.",
     "Se på Elementer, at elementerne er hele puljen, og på Vægte, hvem der er med i hvad.",
     "Fordel puljen med Fordel pulje. Den læser arket Fordel puljer: hvert element får sine ark, og summen sine."),
    "Børnetælling er 70 % af 2.400.000 kr. og deles mellem dem, hvor mindst 8 % tæller med, højst 4.500 kr. pr. barn. "
    "Kastanjen ville få 464.681 kr. til 88 børn, men kan højst få 396.000 kr.; resten deles mellem de øvrige. "
    "Vurdering er 25 %; særlige opgaver er 120.000 kr. til to kommunale institutioner.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar=AAR, formaal="børn lige", finansiering="generelle midler"),
     ELEMENT_ARK, INSTITUTIONER, VAEGTE, PULJER, MED_FUNKTIONER), pulje=True)
