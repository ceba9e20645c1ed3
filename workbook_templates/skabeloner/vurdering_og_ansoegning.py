"""A pool by assessment, and one by application (KORA 4.3.3): points of leaders, and applications that are rationed."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import AAR, HUSE, KOMMUNE
from workbook_templates.skabeloner.faelles import FOER, faerdig_noegle, navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
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

POINT, VAEGT = Regel("helt", 0, 4), Regel("tal", 0, 100)
METODER = ("forholdsmæssig", "lige", "lige afslag", "prioritet")
FORMAAL = ("inklusion", "tidlig indsats", "sprog", "samarbejde med forældre", "andet")
EMNER = (
    ("sprog", "Sprogvurderinger", "Sprog-vurderinger", 2,
     "Børn med behov for særlig sprogindsats: 0 ingen, 1 enkelte, 2 nogle, 3 en del, 4 mange."),
    ("samarbejde", "Samarbejde med myndighed, PPR og socialrådgiver", "Samarbejde med myndighed, PPR og socialrådgiver",
     2, "0 sjældent, 1 nogle gange om året, 2 hver måned, 3 flere gange om måneden, 4 hver uge."),
    ("tilsyn", "Viden fra tilsyn", "Viden fra tilsyn", 1,
     "Behov for støtte, som tilsynet peger på: 0 intet, 1 lidt, 2 noget, 3 stort, 4 meget stort."),
    ("ledelse", "Ledelsesmæssig vurdering", "Ledelses-mæssig vurdering", 1,
     "Behov i hele børnegruppen: 0 intet særligt, 1 lidt, 2 noget, 3 stort, 4 meget stort."))

FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger", (30, 16, 58), (
    Felt("pulje", "Pulje, kr.", 1_500_000, "kr", "Fordeles efter arket Vurdering.", navn=navn("pulje")),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Vægtede børn = vægt gange 0-2-årige + 3-5-årige.", Regel("tal", 0,
         10),
         navn("vaegt"), True),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    faerdig_noegle("i kolonnen Nøgle på Vurdering"),
    Felt("til_ansoegning", "Beløb til ansøgninger, kr.", 600_000, "kr", "Fordeles efter arket Ansøgninger."),
    Felt("metode", "Ansøgninger deles", "forholdsmæssig", "valg",
         "forholdsmæssig: samme del af det ansøgte. lige: samme beløb, til ansøgningen er dækket. lige afslag: samme "
         "afslag i "
         "kr. prioritet: 1 først, lige prioriteter forholdsmæssigt.", liste(*METODER), fast=True),
    Tabel("emner", (
        Kolonne("navn", "Emne", "fritekst", trykt=True), Kolonne("vaegt", "Vægt", "helt", regel=VAEGT),
        Kolonne("point", "Hvad point fra 0 til 4 betyder", "fritekst", regel=TEKST)),
        tuple((etiket, vaegt, hjaelp) for _, etiket, _, vaegt, hjaelp in EMNER), titel="Emner", fast=True)))
VEJET = "+".join(f"{{emner.vaegt#{nr}}}*{{.{key}}}" for nr, (key, *_) in enumerate(EMNER, 1))
MANGLER = "mangler point"  # of a subject that counts: blank is not nought
RET = "ret point"
UDEN_FOR = ",".join(f"{{.{key}}}>{POINT.hoejst:.0f},{{.{key}}}<{POINT.mindst:.0f}" for key, *_ in EMNER)  # text is more
IKKE_VURDERET = ",".join(f'AND({{.{key}}}="",{{emner.vaegt#{nr}}}<>0)' for nr, (key, *_) in enumerate(EMNER, 1))
VURDERING = Ark("Vurdering", "Vurdering af hver institution",
                (9.5, 14, 6, 6, 11.5, 15, 8, 10.5, 18, 12, 9, 10.5, 12.5), (
    Tekst("Vurder hele børnegruppen. Skriv intet, der peger på et enkelt barn eller en familie.", "advarsel"),
    Tabel("inst", (
        Kolonne("gruppe", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("gruppe")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        *(Kolonne(key, f"{overskrift}, point", "helt", regel=POINT) for key, _, overskrift, *_ in EMNER),
        Kolonne("begrundelse", "Begrundelse", "fritekst", regel=TEKST),
        Kolonne("point", "Point, vejet", "faktor",
                f'=IF({{.navn}}="","",IF(OR({UDEN_FOR}),"{RET}",IF(OR({IKKE_VURDERET}),"{MANGLER}",({VEJET})/'
                "SUM({emner.vaegt}))))"),
        Kolonne("vb", "Vægtede børn", "boern", '=IF({.navn}="","",{vaegt}*{.b02}+{.b35})', i_alt=True),
        Kolonne("noegle", "Nøgle: point x vægtede børn", "noegle",
                '=IF({.navn}="","",IF(ISNUMBER({.point}),{.point}*{.vb},{.point}))', navn=navn("noegle"), i_alt=True),
        Kolonne("beloeb", "Beløb før afrunding, kr.", "kr_oere",
                f'=IF(OR({{.navn}}="",COUNTIF({{inst.noegle}},"{MANGLER}")+COUNTIF({{inst.noegle}},"{RET}")>0),"",'
                "IF({inst.noegle+}=0,0,{pulje}*{.noegle}/{inst.noegle+}))", i_alt=True)),
        tuple((hus.dagtilbud, hus.navn, hus.smaa, hus.store, min(4, hus.mindst[2] // 8), min(4, hus.mindst[3] // 5),
               min(4, hus.mindst[4] // 2), min(4, hus.mindst[1] // 9),
               "Mange børn med behov for sprogindsats i hele gruppen" if hus.navn == "Kastanjen" else None)
              for hus in HUSE),
        RAEKKER, i_alt="I alt", samles="navn"),
    Tekst(FOER, "lille_brudt")), True)
# With the same amount, or the same refusal, to all: of those who ask at least as much as this one, what they can get
# each (or lack each), when those who ask less get all (or nothing). The most of them is what holds for all.
FAELLES = (
    '=IF({.beloeb}="","",IF({metode}="lige",({til_ansoegning}-SUMIFS({ans.beloeb},{ans.beloeb},"<"&{.beloeb}))/'
    'COUNTIFS({ans.beloeb},">="&{.beloeb}),IF({metode}="lige afslag",(SUMIFS({ans.beloeb},{ans.beloeb},">="&{.beloeb})-'
    '{til_ansoegning})/COUNTIFS({ans.beloeb},">="&{.beloeb}),"")))')
UKENDT = "ret ansøgt beløb"  # nobody's share is known before all that is applied for is
BEVILGET = (
    f'=IF({{.beloeb}}="","",IF(COUNT({{ans.beloeb}})<COUNTA({{ans.beloeb}}),"{UKENDT}",'
    'IF({.beloeb}=0,0,IF({metode}="forholdsmæssig",{.beloeb}*MIN(1,{til_ansoegning}/SUM({ans.beloeb})),'
    'IF({metode}="lige",MIN({.beloeb},MAX({ans.faelles})),IF({metode}="lige afslag",'
    'MAX(0,{.beloeb}-MAX(0,MAX({ans.faelles}))),IF({.prioritet}="","mangler prioritet",MAX(0,MIN({.beloeb},{.beloeb}*'
    '({til_ansoegning}-SUMIFS({ans.beloeb},{ans.prioritet},"<"&{.prioritet}))/'
    "SUMIFS({ans.beloeb},{ans.prioritet},{.prioritet}))))))))))")
ANSOEGNINGER = Ark("Ansøgninger", "Ansøgninger", (5, 18, 20, 13, 9, 13, 34, 14, 14), (
    Tekst("Skriv, hvad pengene skal bruges til for hele børnegruppen, og intet om enkelte børn.", "advarsel"),
    Tabel("ans", (
        Kolonne("nr", "Nr.", "helt", regel=HELT), Kolonne("navn", "Ansøger", "fritekst", regel=NAVN),
        Kolonne("formaal", "Formål", "fritekst", regel=liste(*FORMAAL)),
        Kolonne("beloeb", "Ansøgt beløb, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("prioritet", "Prioritet", "helt", regel=Regel("helt", 1, 99)),
        Kolonne("indstillet", "Indstillet, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("begrundelse", "Begrundelse", "fritekst", regel=TEKST),
        Kolonne("bevilget", "Bevilget, før afrunding, kr.", "kr_oere", BEVILGET, i_alt=True),
        Kolonne("faelles", "Mellem-regning, kr.", "kr_oere", FAELLES)),
        ((1, "Ellehuset", "inklusion", 220_000, 1, 200_000, "Fælles forløb om leg i små grupper"),
         (2, "Kastanjen", "tidlig indsats", 260_000, 1, 260_000, "Ekstra voksne om formiddagen"),
         (3, "Havnehuset", "sprog", 180_000, 2, 150_000, "Sproggrupper to gange om ugen"),
         (4, "Tjørnen", "samarbejde med forældre", 90_000, 3, 60_000, "Café for forældre i fem måneder"),
         (5, "Svalereden", "inklusion", 50_000, 2, 50_000, "Kursus for hele personalet")),
        RAEKKER, i_alt="I alt", samles="navn", flere=True),
    Tekst("Ingen får mere, end der er ansøgt om; rækker pengene til alle, bliver resten tilbage. Det "
          "største tal i Mellemregning er ved lige det, hver højst får, og ved lige afslag det, hver må undvære. Beløb "
          "til kronen står på Med funktioner.", "lille_brudt")), True)
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (26, 20, 20, 20), (
    Kald("Vejede point gange børn, som nøglen", "FORDEL_VURDERING({inst.sprog:ledelse},{emner.vaegt},{inst.vb})",
         "{inst.vb}", ("Point i alt x vægtede børn",), "inst.navn", stil="noegle"),
    Kald("Puljen efter vurdering, til kronen", "FORDEL_PULJE({pulje},{inst.noegle},,,,,{afrunding})", "{inst.noegle}",
         ("Beløb, kr.",), "inst.navn"),
    Kald("Ansøgninger, til kronen, efter den valgte metode",
         'FORDEL_ANSOEGNING({til_ansoegning},{ans.beloeb},IF({metode}="lige afslag","lige_afslag",{metode}),'
         'IF({metode}="prioritet",{ans.prioritet},""),{afrunding})', "{ans.beloeb}", ("Bevilget, kr.",), "ans.navn")))
SKABELON = Skabelon(
    "vurdering-og-ansoegning", "Fordeling efter vurdering og ansøgning",
    "Projektmappen fordeler en pulje efter en vurdering i point, og en anden efter ansøgninger. Fire af de 20 "
    "kommuner i "
    "KORA's undersøgelse (2017) bruger vurdering eller ansøgning.",
    "Forvaltningen sender den til ledere eller konsulenter, som giver point eller skriver ansøgninger. Forvaltningen "
    "udfylder "
    "Forudsætninger.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv beløb, metode og vægt for hvert emne på Forudsætninger, og hvad point betyder.",
     "Giv hver institution point fra 0 til 4 på Vurdering.",
     "Skriv ansøgningerne på Ansøgninger, med prioritet, hvis de skal deles efter den.",
     "Fordel puljen efter vurdering med Fordel pulje. Ansøgningerne deles på Ansøgninger; til kronen på Med "
     "funktioner."),
    "Der er ansøgt om 800.000 kr., og der er 600.000 kr. Forholdsmæssigt får alle 75 %: Ellehuset 165.000 kr. af "
    "220.000 kr.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar=AAR, formaal="børn lige", finansiering="generelle midler",
                     datakilde="Lederes og konsulenters vurdering"),
     FORUDSAETNINGER, VURDERING, ANSOEGNINGER, MED_FUNKTIONER), pulje=True)
