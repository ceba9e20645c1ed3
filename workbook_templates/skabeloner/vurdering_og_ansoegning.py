"""A pool by assessment, and one by application (KORA 4.3.3): points of leaders, and applications that are rationed."""

from __future__ import annotations

from workbook_templates.skabeloner.eksempel import AAR, HUSE, KOMMUNE
from workbook_templates.skabeloner.faelles import FOER, navn, sagsoplysninger
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
    ("sprog", "Sprogvurderinger", 2, "0: ingen med behov ... 4: mange børn med behov for særlig sprogindsats."),
    ("samarbejde", "Samarbejde med myndighed, PPR og socialrådgiver", 2, "0: sjældent ... 4: ugentligt og omfattende."),
    ("tilsyn", "Viden fra tilsyn", 1, "0: intet at bemærke ... 4: tilsynet peger på et stort behov for støtte."),
    ("ledelse", "Ledelsesmæssig vurdering", 1, "0: intet særligt behov ... 4: meget stort behov i hele børnegruppen."))

FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger", (40, 18, 64), (
    Felt("pulje", "Pulje, kr.", 1_500_000, "kr", "Fordeles efter arket Vurdering.", navn=navn("pulje")),
    Felt("vaegt", "Vægt 0-2-årige", 1.8, "faktor", "Vægtede børn = vægt gange 0-2-årige + 3-5-årige.", Regel("tal", 0,
         10),
         navn("vaegt"), True),
    Felt("afrunding", "Afrunding, kr.", 1, "helt", "1 giver hele kroner.", Regel("tal", 0.01, 1e6), navn("afrunding"),
         True),
    Felt("grundlag", "Nøglen laves af", "nøgle", "valg", "Kolonnen Nøgle på arket Vurdering.", liste("nøgle"),
         navn("grundlag"), True),
    Felt("til_ansoegning", "Beløb til ansøgninger, kr.", 600_000, "kr", "Fordeles efter arket Ansøgninger."),
    Felt("metode", "Ansøgninger deles", "forholdsmæssig", "valg",
         "forholdsmæssig: samme del af det ansøgte. lige: samme beløb, til ansøgningen er dækket. lige afslag: samme "
         "afslag i "
         "kr. prioritet: 1 først, lige prioriteter forholdsmæssigt.", liste(*METODER), fast=True),
    Tabel("emner", (
        Kolonne("navn", "Emne", "fritekst", regel=NAVN), Kolonne("vaegt", "Vægt", "helt", regel=VAEGT),
        Kolonne("point", "Hvad point fra 0 til 4 betyder", "fritekst", regel=TEKST)),
        tuple((etiket, vaegt, hjaelp) for _, etiket, vaegt, hjaelp in EMNER), titel="Emner", fast=True)))
VEJET = "+".join(f"{{emner.vaegt#{nr}}}*{{.{key}}}" for nr, (key, *_) in enumerate(EMNER, 1))
VURDERING = Ark("Vurdering", "Vurdering af hver institution", (13, 20, 9, 9, 15, 17, 10, 15, 30, 10, 10, 12, 17), (
    Tekst("Vurder hele børnegruppen. Skriv intet, der peger på et enkelt barn eller en familie.", "advarsel"),
    Tabel("inst", (
        Kolonne("gruppe", "Dagtilbud", "fritekst", regel=NAVN, navn=navn("gruppe")),
        Kolonne("navn", "Institution", "fritekst", regel=NAVN, navn=navn("navn")),
        Kolonne("b02", "Børn 0-2", "helt", regel=HELT, navn=navn("boern_0_2"), i_alt=True),
        Kolonne("b35", "Børn 3-5", "helt", regel=HELT, navn=navn("boern_3_5"), i_alt=True),
        *(Kolonne(key, etiket, "helt", regel=POINT) for key, etiket, *_ in EMNER),
        Kolonne("begrundelse", "Begrundelse", "fritekst", regel=TEKST),
        Kolonne("point", "Point, vejet", "faktor",
                f'=IF({{.navn}}="","",({VEJET})/SUM({{emner.vaegt}}))'),
        Kolonne("vb", "Vægtede børn", "boern", '=IF({.navn}="","",{vaegt}*{.b02}+{.b35})', i_alt=True),
        Kolonne("noegle", "Nøgle: point x vægtede børn", "noegle",
                '=IF({.navn}="","",{.point}*{.vb})', navn=navn("noegle"), i_alt=True),
        Kolonne("beloeb", "Beløb før afrunding, kr.", "kr_oere",
                '=IF({.navn}="","",IF({inst.noegle+}=0,0,{pulje}*{.noegle}/{inst.noegle+}))', i_alt=True)),
        tuple((hus.dagtilbud, hus.navn, hus.smaa, hus.store, min(4, hus.mindst[2] // 8), min(4, hus.mindst[3] // 5),
               min(4, hus.mindst[4] // 2), min(4, hus.mindst[1] // 9),
               "Mange børn med behov for sprogindsats i hele gruppen" if hus.navn == "Kastanjen" else None)
              for hus in HUSE),
        RAEKKER, i_alt="I alt"),
    Tekst(FOER, "lille_brudt")), True)
BEVILGET = (
    '=IF({.beloeb}="","",IF({metode}="forholdsmæssig",{.beloeb}*MIN(1,{til_ansoegning}/SUM({ans.beloeb})),'
    'IF({metode}<>"prioritet","se Med funktioner",IF({.prioritet}="","mangler prioritet",MAX(0,MIN({.beloeb},{.beloeb}*'
    '({til_ansoegning}-SUMIFS({ans.beloeb},{ans.prioritet},"<"&{.prioritet}))/'
    "SUMIFS({ans.beloeb},{ans.prioritet},{.prioritet})))))))")
ANSOEGNINGER = Ark("Ansøgninger", "Ansøgninger", (6, 22, 22, 15, 10, 15, 40, 19), (
    Tekst("Skriv, hvad pengene skal bruges til for hele børnegruppen, og intet om enkelte børn.", "advarsel"),
    Tabel("ans", (
        Kolonne("nr", "Nr.", "helt", regel=HELT), Kolonne("navn", "Ansøger", "fritekst", regel=NAVN),
        Kolonne("formaal", "Formål", "fritekst", regel=liste(*FORMAAL)),
        Kolonne("beloeb", "Ansøgt beløb, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("prioritet", "Prioritet", "helt", regel=Regel("helt", 1, 99)),
        Kolonne("indstillet", "Indstillet, kr.", "kr", regel=TAL, i_alt=True),
        Kolonne("begrundelse", "Begrundelse", "fritekst", regel=TEKST),
        Kolonne("bevilget", "Bevilget, før afrunding, kr.", "kr_oere", BEVILGET, i_alt=True)),
        ((1, "Ellehuset", "inklusion", 220_000, 1, 200_000, "Fælles forløb om leg i små grupper"),
         (2, "Kastanjen", "tidlig indsats", 260_000, 1, 260_000, "Ekstra voksne om formiddagen"),
         (3, "Havnehuset", "sprog", 180_000, 2, 150_000, "Sproggrupper to gange om ugen"),
         (4, "Tjørnen", "samarbejde med forældre", 90_000, 3, 60_000, "Café for forældre i fem måneder"),
         (5, "Svalereden", "inklusion", 50_000, 2, 50_000, "Kursus for hele personalet")),
        RAEKKER, i_alt="I alt"),
    Tekst("Ved lige og lige afslag regnes beløbene på Med funktioner med FORDEL_ANSOEGNING: det kan en almindelig "
          "formel ikke. "
          "Ingen får mere, end der er ansøgt om; rækker pengene til alle, bliver resten tilbage.", "lille_brudt")),
          True)
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
     "Fordel puljen efter vurdering med Fordel pulje. Ansøgningerne deles på Med funktioner."),
    "Der er ansøgt om 800.000 kr., og der er 600.000 kr. Forholdsmæssigt får alle 75 %: Ellehuset 165.000 kr. af "
    "220.000 kr.",
    (sagsoplysninger(kommune=KOMMUNE, budgetaar=AAR, formaal="børn lige", finansiering="generelle midler",
                     datakilde="Lederes og konsulenters vurdering"),
     FORUDSAETNINGER, VURDERING, ANSOEGNINGER, MED_FUNKTIONER), pulje=True)
