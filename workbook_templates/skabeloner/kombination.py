"""Several elements, each with a key and an amount of its own, added up (KORA: one kommune counts children and "
  "assesses)."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import AAR, HUSE, KOMMUNE, TYPER
from workbook_templates.skabeloner.faelles import FOER, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    ANDEL,
    HELT,
    NAVN,
    RAEKKER,
    TAL,
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

NOEGLER = ("Tæller med", "Opfyldte kriterier", "Point x børn", "Egen nøgle")
ELEMENTER = range(1, 5)

ELEMENT_ARK = Ark("Elementer", "Elementer: hvad puljen består af", (28, 15, 16, 19, 13, 11, 9, 12, 14, 19), (
    Felt("pulje", "Pulje, kr.", 2_400_000, "kr", "Hele puljen. Et element er en andel af den eller et beløb.",
         navn=navn("pulje")),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Til kr. pr. vægtet barn.", Regel("tal", 0, 10), navn("vaegt"),
         True),
    Felt("til_kr", "Børn til loft og kr. pr. barn", "antal", "valg", "antal: hoveder. vægtet: med vægten.",
         liste("antal", "vægtet"), navn("boern_til_kr"), True),
    Felt("loft", "Loft pr. barn, kr.", None, "kr", "Af elementerne tilsammen; regnes af Fordel pulje. Tom: intet loft.",
         Regel("tal", 0.01), navn("loft")),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    Felt("grundlag", "Nøglen laves af", "nøgle", "valg", "Kolonnen Elementer i alt på arket Institutioner.",
         liste("nøgle"),
         navn("grundlag"), True),
    Felt("stemmer", "Er elementerne hele puljen?", '=IF({pulje}="","",IF(ABS({el.kr+}-{pulje})<0.005,"ja",'
         '"NEJ: elementerne er ikke lig puljen"))', "fritekst"),
    Tabel("el", (
        Kolonne("navn", "Element", "fritekst", regel=NAVN), Kolonne("andel", "Andel af puljen", "pct", regel=ANDEL),
        Kolonne("beloeb", "eller beløb, kr.", "kr", regel=TAL), Kolonne("noegle", "Nøgle", "fritekst",
                regel=liste(*NOEGLER)),
        Kolonne("hvem", "Modtagere", "fritekst", regel=liste("alle", *TYPER)),
        Kolonne("graense", "Mindst, nøgle pr. barn", "faktor", regel=TAL),
        Kolonne("nr", "Nøgle nr.", "helt", '=IFERROR(MATCH({.noegle},{noegler.navn},0),0)'),
        Kolonne("vaegt", "Elementets nøgle i alt", "boern"),
        Kolonne("kr", "Elementet, kr.", "kr", '=IF({.navn}="",0,IF({.beloeb}<>"",{.beloeb},{pulje}*{.andel}))',
                i_alt=True),
        Kolonne("maerke", "Mærke", formel='=IF({.navn}="","",IF({.noegle}="","Vælg en nøgle",IF(AND({.beloeb}<>"",'
                                          '{.andel}<>""),"Andel eller beløb, ikke begge",IF({.vaegt}=0,"Ingen '
                                          'får",""))))')),
        tuple((*row, f"={{veje.v{nr}+}}") for nr, row in enumerate((
            ("Børnetælling", 0.70, None, "Tæller med", "alle", 0.08),
            ("Vurdering", 0.25, None, "Point x børn", "alle", None),
            ("Særlige opgaver", None, 120_000, "Egen nøgle", "kommunal", None), (None,) * 6), 1)), len(ELEMENTER),
                "Elementer", i_alt="I alt"),
    Tabel("noegler", (Kolonne("navn", "Nøgler, der kan vælges"),), tuple((f'="{noegle}"',) for noegle in NOEGLER)),
    Tekst("Loft, minimum og afrunding regnes af Fordel pulje.", "lille_brudt")), True)


def vaegt(nr: int) -> str:
    """What an institution weighs in an element: its key, where it may get of it and reaches the threshold."""
    key = f"INDEX({{inst.n1:n4@}},1,{{el.nr#{nr}}})"
    return (f'=IF(OR({{.navn}}="",{{el.nr#{nr}}}=0),0,IF(AND({{el.hvem#{nr}}}<>"alle",{{el.hvem#{nr}}}<>"",'
            f'{{el.hvem#{nr}}}<>{{inst.type@}}),0,IF(AND({{el.graense#{nr}}}<>"",{{inst.b02@}}+{{inst.b35@}}=0),0,'
            f'IF({{el.graense#{nr}}}="",SUM({key}),IF({key}/({{inst.b02@}}+{{inst.b35@}})>={{el.graense#{nr}}},'
            f'SUM({key}),0)))))')


INSTITUTIONER = Ark("Institutioner", "Institutioner og nøgler", (12, 20, 12, 8, 8, 10, 11, 11, 11, 12, 12, 12, 12, 14,
    10), (
    Tekst(FOER, "advarsel"),
    Tabel("inst", (
        Kolonne("gruppe", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("gruppe")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("type", "Type", "fritekst", regel=liste(*TYPER)),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        *(Kolonne(f"n{nr}", overskrift, "boern", regel=TAL, i_alt=True) for nr, overskrift in enumerate(NOEGLER, 1)),
        *(Kolonne(f"e{nr}", f"Element {nr}, kr.", "kr_oere",
                  f'=IF({{.navn}}="","",IF({{el.vaegt#{nr}}}=0,0,{{el.kr#{nr}}}*{{veje.v{nr}@}}/{{el.vaegt#{nr}}}))',
                      i_alt=True)
          for nr in ELEMENTER),
        Kolonne("i_alt", "Elementer i alt, før loft og afrunding, kr.", "kr_oere", '=IF({.navn}="","",SUM({.e1:e4}))',
                navn=navn("noegle"), i_alt=True),
        Kolonne("af", "Andel", "pct", '=IF(OR({.navn}="",{inst.i_alt+}=0),"",{.i_alt}/{inst.i_alt+})', i_alt=True)),
        tuple((hus.dagtilbud, hus.navn, hus.type, hus.smaa, hus.store, hus.mindst[2], sum(hus.mindst),
             hus.mindst[1] * 3,
               1 if hus.navn in ("Kastanjen", "Ellehuset") else 0) for hus in HUSE), RAEKKER, i_alt="I alt")), True)
VAEGTE = Ark("Vægte", "Vægte: hvad hver institution tæller i hvert element", (22, 12, 12, 12, 12), (
    Tabel("veje", (
        Kolonne("navn", "Institution", formel='={inst.navn@}&""'),
        *(Kolonne(f"v{nr}", f"Element {nr}", "boern", vaegt(nr), i_alt=True) for nr in ELEMENTER)),
        plads=RAEKKER, i_alt="I alt"),
    Tekst("0, hvor institutionen ikke er blandt modtagerne eller ligger under tærsklen.", "lille_brudt")))
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    Kald("Elementerne i alt, til kronen", "FORDEL_PULJE({pulje},{inst.i_alt},,,,,{afrunding})", "{inst.i_alt}",
         ("Beløb, kr.",), "inst.navn"),
    Kald("Nøgle 1 og 2 vejet sammen, halvt af hver", "FORDEL_SAMMENVEJ({inst.n1:n2},{halvt.del})", "{inst.n1}",
         ("Andel",), "inst.navn", stil="pct"),
    Tabel("halvt", (Kolonne("del", "Vægt for hver nøgle", "pct", regel=ANDEL),), ((0.5,), (0.5,)), fast=True)))
SKABELON = Skabelon(
    "kombination", "Fordeling efter flere elementer",
    "Projektmappen lægger flere elementer sammen: hvert har sit beløb, sin nøgle, sine modtagere og sin tærskel. En "
    "af de 20 "
    "kommuner i KORA's undersøgelse (2017) lægger børnetælling og vurdering sammen, og to tæller børn på begge måder.",
    "En økonomikonsulent, når puljen ikke følger én nøgle.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv puljen og elementerne på Elementer: en andel af puljen eller et beløb, en nøgle og eventuelt en tærskel.",
     "Skriv institutionerne og deres nøgler på Institutioner.",
     "Se på Elementer, at elementerne er hele puljen, og på Vægte, hvem der er med i hvad.",
     "Fordel puljen med Fordel pulje: den runder summen af elementerne til hele kroner."),
    "Børnetælling er 70 % af 2.400.000 kr. og deles mellem dem, hvor mindst 8 % tæller med; vurdering er 25 %; særlige "
    "opgaver er 120.000 kr. til to kommunale institutioner.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar=AAR, formaal="børn lige", finansiering="generelle midler"),
     ELEMENT_ARK, INSTITUTIONER, VAEGTE, MED_FUNKTIONER), pulje=True)
