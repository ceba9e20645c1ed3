"""The worked example of KORA 2017, tables 4.2-4.4: all 112 printed figures, computed again beside them."""

from __future__ import annotations

from workbook_templates.kora_2017 import BOERNEHAVE, FAKTORER, INSTITUTIONER, PULJER, RAMME, TABELLER, VAEGT, VUGGESTUE
from workbook_templates.skabeloner.faelles import navn, sagsoplysninger
from workbook_templates.skabeloner.form import (
    ANDEL,
    HELT,
    NAVN,
    Ark,
    Diagram,
    Felt,
    Kald,
    Kolonne,
    Regel,
    Skabelon,
    Tabel,
    Tekst,
    Vaerdi,
)

FAKTOR, MANGE = Regel("tal", 1, 1000), Regel("helt", 2, 40)
SIDER = ("1A mindst", "1B mest", "2A mindst", "2B mest")
I_ALT_PR_BARN = {2: (62307, 62740, 60573, 64896), 3: (62217, 62900, 59665, 66496), 5: (62124, 63119, 58738, 68688),
                 20: (61970, 63780, 57202, 75297)}
# of one whose faktor is f among n: the lowest of the ladder, where they are 1 in the middle
TRIN = "IF({f}=1,{n},({f}^({n}/({n}-1))-1)/({f}^(1/({n}-1))-1))"


def trappe(f: str, n: str) -> str:
    """The sum of a ladder of n steps from 1 to f."""
    return TRIN.replace("{f}", f).replace("{n}", n)


def talraekke(table: str, per: str) -> tuple[tuple[Vaerdi, ...], ...]:
    """The lines of table 4.2 (`per` a weighted child) or 4.3 (an institution): for each faktor three."""
    found: list[tuple[Vaerdi, ...]] = []
    grund = [round(RAMME - pool) / INSTITUTIONER / (80 if table == "4.2" else 1) for pool in PULJER]
    for at, faktor in enumerate(FAKTORER, 1):
        f = f"{{faktorer.faktor#{at}}}"
        base = [f"{{ramme}}*(1-{{andel{pool}}})/{{antal}}/{per}" for pool in (1, 2) for _ in "ab"]
        social = [f"{{ramme}}*{{andel{pool}}}/{trappe(f, '{antal}')}{top}/{per}" for pool in (1, 2)
                  for top in ("", f"*{f}")]
        total = I_ALT_PR_BARN if table == "4.2" else TABELLER["4.3 i alt"].published
        for word, parts, printed in (
                ("Grundtildeling", base, (grund[0], grund[0], grund[1], grund[1])),
                ("Socioøkonomisk tildeling", social, TABELLER[table].published[faktor]),
                ("I alt", [f"{one}+{other}" for one, other in zip(base, social)], total[faktor])):
            found.append((f"={f}", word, *(f"=ROUND({part},0)" for part in parts), *printed))
    return tuple(found)


def tabel(noegle: str, table: str, per: str, titel: str) -> Tabel:
    beregnet = tuple(Kolonne(f"b{at}", side, "kr", regel=Regel()) for at, side in enumerate(SIDER))
    trykt = tuple(Kolonne(f"t{at}", f"KORA: {side}", "kr", trykt=True) for at, side in enumerate(SIDER))
    forskel = tuple(Kolonne(f"f{at}", f"Forskel {side[:2]}", "kr", f"={{.b{at}}}-{{.t{at}}}") for at in range(4)
                    for side in (SIDER[at],))
    return Tabel(noegle, (Kolonne("faktor", "Faktor", "helt"), Kolonne("raekke", "Række", trykt=True), *beregnet,
        *trykt, *forskel),
                 talraekke(table, per), titel=titel, fast=True)


def forskelle() -> tuple[tuple[Vaerdi, ...], ...]:
    """The lines of table 4.4, from the unrounded model."""
    found: list[tuple[Vaerdi, ...]] = []
    for at, faktor in enumerate(FAKTORER, 1):
        f = f"{{faktorer.faktor#{at}}}"
        cells: list[str] = []
        for pool in (1, 2):
            mindst = f"{{ramme}}*{{andel{pool}}}/{trappe(f, '{antal}')}/{{vaegtede}}"
            grund = f"{{ramme}}*(1-{{andel{pool}}})/{{antal}}/{{vaegtede}}"
            cells += [f"=ROUND({mindst}*({f}-1),0)", f"=ROUND({mindst}*({f}-1)/({grund}+{mindst}),3)"]
        k1, a1, k2, a2 = TABELLER["4.4"].published[faktor]
        found.append((f"={f}", *cells, k1, round(a1 / 100, 3), k2, round(a2 / 100, 3)))
    return tuple(found)


KOLONNER_44 = (
    Kolonne("faktor", "Faktor", "helt"),
    *(Kolonne(f"b{at}", text, stil, regel=Regel())
      for at, (text, stil) in enumerate((("Kr. 1 %", "kr"), ("Andel 1 %", "pct"), ("Kr. 10 %", "kr"),
                                         ("Andel 10 %", "pct")))),
    *(Kolonne(f"t{at}", f"KORA: {text}", stil, trykt=True)
      for at, (text, stil) in enumerate((("Kr. 1 %", "kr"), ("Andel 1 %", "pct"), ("Kr. 10 %", "kr"),
                                         ("Andel 10 %", "pct")))),
    *(Kolonne(f"f{at}", f"Forskel {text}", stil, f"=ROUND({{.b{at}}}-{{.t{at}}},3)")
      for at, (text, stil) in enumerate((("kr. 1 %", "kr"), ("andel 1 %", "pct"), ("kr. 10 %", "kr"),
                                         ("andel 10 %", "pct")))))

FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger: KORA's fiktive kommune", (34, 16, 52), (
    Felt("ramme", "Ramme, kr.", RAMME, "kr", "Budgettet, der fordeles til institutionerne.", fast=True),
    Felt("antal", "Institutioner", INSTITUTIONER, "helt", "Lige store institutioner, fra 2 til 40.", MANGE, fast=True),
    Felt("boernehave", "Børnehavebørn i hver", BOERNEHAVE, "helt", "", HELT, fast=True),
    Felt("vuggestue", "Vuggestuebørn i hver", VUGGESTUE, "helt", "", HELT, fast=True),
    Felt("vaegt", "Vægt for et vuggestuebarn", VAEGT, "faktor", "KORA's eksempel bruger 2; dens figurer 1,8.",
         navn=navn("vaegt"), fast=True),
    Felt("andel1", "Andel i scenarie 1", 0.01, "pct", "Den del af rammen, der fordeles efter kriterier.", ANDEL,
         fast=True),
    Felt("andel2", "Andel i scenarie 2", 0.10, "pct", "", ANDEL, fast=True),
    Felt("vaegtede", "Vægtede børn i hver", "={boernehave}+{vuggestue}*{vaegt}", "boern",
         "Børnehavebørn + vuggestuebørn gange vægten."),
    Tabel("faktorer", (Kolonne("faktor", "Faktor (mest divideret med mindst)", "helt", regel=FAKTOR),),
          tuple((faktor,) for faktor in FAKTORER), fast=True),
    Tekst("KORA 2017 er Bæk og Kjærgaard: Socioøkonomiske kriterier i ressourcetildelingen. De trykte tal står ved "
          "siden af "
          "de beregnede, og forskellen skal være 0. Ændrer I en forudsætning her, er det ikke længere KORA's tal.",
          "lille_brudt")))
BREDDER = (7, 24.5, *(10 for _ in range(8)), *(8 for _ in range(4)))
SIDERNE = ("1A og 1B er scenarie 1, hvor 1 % af rammen fordeles efter kriterier: den institution, der får mindst, og "
           "den, der får mest. 2A og 2B er det samme i scenarie 2, hvor det er 10 %. Hver celle er afrundet fra den "
           "uafrundede beregning, som KORA gør det.")
TABEL_42 = Ark("Tabel 4.2", "KORA tabel 4.2: tildeling pr. vægtet barn, kr.", BREDDER, (
    tabel("t42", "4.2", "{vaegtede}", ""),
    Tekst(SIDERNE, "lille_brudt")), True)
TABEL_43 = Ark("Tabel 4.3", "KORA tabel 4.3: samlet tildeling pr. institution, kr.", BREDDER, (
    tabel("t43", "4.3", "1", ""),
    Tekst(SIDERNE, "lille_brudt")), True)
TABEL_44 = Ark("Tabel 4.4", "KORA tabel 4.4: forskel mellem den, der får mest, og den, der får mindst",
               (9, *(11 for _ in range(12))), (
    Tabel("t44", KOLONNER_44, forskelle(), fast=True),
    Tekst("1 % og 10 % er den del af rammen, der fordeles efter kriterier. Kr. er pr. vægtet barn, andel er af den "
          "laveste tildeling i alt. KORA regner forskellen fra de uafrundede tal: ved faktor 2 står der "
          "432, selv om 865 minus 432 er 433; ved faktor 3 giver begge veje 683.", "lille_brudt"),
), True)
ALLE = Ark("Alle 20", "Alle institutioner: trappen, og hvad afrundingen gør", (20, 10, 9, 9, 18, 16, 16), (
    Felt("valgt_andel", "Andel af rammen", 0.10, "pct", "Prøv 1 % eller 10 %.", ANDEL, fast=True),
    Felt("valgt_faktor", "Faktor", 20, "helt", "Prøv 2, 3, 5 eller 20.", FAKTOR, fast=True),
    Felt("pulje", "Pulje, kr.", "={ramme}*{valgt_andel}", "kr", navn=navn("pulje")),
    Felt("for_meget", "Summen af hele kroner minus puljen, kr.", "={alle.afrundet+}-{pulje}", "kr_aendring"),
    Tabel("alle", (
        Kolonne("navn", "Institution", regel=NAVN, navn=navn("navn")),
        Kolonne("b02", "0-2-årige", "helt", "={vuggestue}", navn=navn("boern_0_2")),
        Kolonne("b35", "3-5-årige", "helt", "={boernehave}", navn=navn("boern_3_5")),
        Kolonne("trin", "Trin", "helt", "=ROWS({alle.navn#1}:{.navn})"),
        Kolonne("noegle", "Nøgle: faktor ^ ((trin - 1) / (antal - 1)) x vægtede børn", "noegle",
                "={valgt_faktor}^(({.trin}-1)/(ROWS({alle.navn})-1))*{vaegtede}", navn=navn("noegle"), i_alt=True),
        Kolonne("beloeb", "Uafrundet beløb, kr.", "kr_oere", "={pulje}*{.noegle}/SUM({alle.noegle})", i_alt=True),
        Kolonne("afrundet", "Afrundet hver for sig, kr.", "kr", "=ROUND({.beloeb},0)", i_alt=True)),
        tuple((f"Institution {nr}",) for nr in range(1, INSTITUTIONER + 1)), fast=True, i_alt="I alt"),
    Tekst("KORA afrunder hver institution for sig. Ved 10 % og faktor 20 giver det 10.000.004 kr., altså 4 kr. mere "
          "end "
          "puljen. Fordel pulje giver hele kroner, der tilsammen er puljen: de sidste kroner går til de største "
          "rester. "
          "Derfor bliver KORA's 1.523.760 kr. til den højeste til 1.523.759 kr.: dens uafrundede beløb er "
          "1.523.759,59 kr., "
          "og andre har en større rest end 0,59 kr. Fordel puljes beløb står på arket Med funktioner."),
    Tekst(f"Arket har altid {INSTITUTIONER} institutioner, også når Forudsætninger siger et andet antal: brug så Jeres "
          "kommune.", "lille_brudt")))
JERES = Ark("Jeres kommune", "Jeres kommune: samme eksempel med egne tal", (28, 17, 17, 18, 16), (
    Felt("egen_ramme", "Ramme, kr.", 250_000_000, "kr", "Hele budgettet, der fordeles."),
    Felt("egne", "Institutioner", 24, "helt", "Fra 2 til 40.", MANGE),
    Felt("egne_boern", "Vægtede børn i hver", 90, "boern", "Gennemsnit: vægt gange 0-2-årige + 3-5-årige."),
    Felt("egen_andel", "Andel efter kriterier", 0.03, "pct", "", ANDEL),
    Felt("egen_faktor", "Faktor", 4, "faktor", "Mest divideret med mindst, pr. vægtet barn.", FAKTOR),
    Tabel("jeres", (
        Kolonne("nr", "Institution nr., fra mindst til mest", "helt"),
        Kolonne("grund", "Grundtildeling pr. vægtet barn, kr.", "kr",
                '=IF(OR({egne}="",{egne_boern}="",{.nr}>{egne}),"",{egen_ramme}*(1-{egen_andel})/{egne}/{egne_boern})'),
        Kolonne("social", "Efter kriterier, kr.", "kr",
                '=IF({.grund}="","",{egen_ramme}*{egen_andel}/'
                + trappe("{egen_faktor}", "{egne}") + "*{egen_faktor}^(({.nr}-1)/({egne}-1))/{egne_boern})"),
        Kolonne("i_alt", "I alt pr. vægtet barn, kr.", "kr", '=IF({.grund}="","",{.grund}+{.social})'),
        Kolonne("mod", "Mod den laveste", "pct", '=IF({.grund}="","",{.i_alt}/MIN({jeres.i_alt})-1)')),
        tuple((f'=IF({nr}>{{egne}},"",{nr})',) for nr in range(1, 41))),
    Diagram("column", "I alt pr. vægtet barn, fra den laveste til den højeste, kr.", "jeres.nr",
            (("I alt pr. vægtet barn, kr.", "jeres.i_alt"),),
            "Søjler med tildelingen i alt pr. vægtet barn for hver institution, fra den laveste til den højeste. Aksen "
            "begynder ved 0, så forskellen ses i forhold til det hele.",
            ("Institution nr.", "Kr. pr. vægtet barn")),))
MED_FUNKTIONER = Ark("Med funktioner", "Med Fordels funktioner", (18, 20, 20, 20), (
    Kald("Trappen og puljen", "FORDEL_PULJE({pulje},FORDEL_TRAPPE({alle.trin},{valgt_faktor}))",
         "{alle.noegle}", ("Fordel pulje, kr.",), "alle.navn"),))
SKABELON = Skabelon(
    "kora-beregningseksempel", "KORA's beregningseksempel",
    "Projektmappen regner KORA's tabel 4.2, 4.3 og 4.4 efter celle for celle, og viser, hvad andelen og faktoren "
    "betyder. På "
    "arket Jeres kommune prøver I det samme med egne tal.",
    "En økonomikonsulent, der skal forklare udvalget, hvor meget en socioøkonomisk pulje flytter.",
    ("Se Forudsætninger: det er KORA's tal, og de kan ændres.",
     "Se Tabel 4.2, 4.3 og 4.4: til venstre det beregnede, så det, KORA har trykt, og forskellen, som er 0.",
     "Se Alle 20: hele trappen, og hvorfor afrunding hver for sig ikke rammer puljen.",
     "Skriv egne tal på Jeres kommune, og se diagrammet.",
     "Vil I fordele for alvor, så begynd på en af de andre skabeloner: fordel skabelon --liste."),
    "Ved 10 % af 100 mio. kr. og faktor 20 får den laveste 76.188 kr. og den højeste 1.523.760 kr. efter kriterier; "
    "regnes "
    "grundtildelingen på 4,5 mio. kr. med, får den højeste 31,6 % mere end den laveste.",
    (sagsoplysninger(formaal="institutioner lige", datakilde="KORA 2017, tabel 4.2-4.4 (fiktiv kommune)"),
     FORUDSAETNINGER, TABEL_42, TABEL_43, TABEL_44, ALLE, JERES, MED_FUNKTIONER), pulje=True)
