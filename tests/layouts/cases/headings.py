"""Where the table begins and how its columns are headed."""

from __future__ import annotations

from tests.layouts.model import At, Col, Layout, Note, Sheet
from tests.layouts.parts import (
    AREA,
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    FULL,
    KEY,
    KR,
    LAST,
    NAME,
    NUMBER,
    OLD,
    PCT,
    PLAIN,
    YOUNG,
    by_area,
    case,
    pool_sheet,
    simple,
    table,
)

TITLES = (At("A1", "Dagtilbud, budget 2027"), At("A2", "Udarbejdet af Økonomi, Børn og Unge, 12.09.2026"))
ENROLLED = "Indskrevne børn"
TWO_ROWS = (Col("Institution", "label", tall=True), Col("0-2", "young", ENROLLED), Col("3-5", "old", ENROLLED),
            Col("Belastning", "burden", tall=True, fmt=PCT))
LOWER = (Col("Institution", "label"), Col("0-2 år", "young", "Børnetal 5. september"),
         Col("3-5 år", "old", "Børnetal 5. september"), Col("Belastningsgrad", "burden", fmt=PCT),
         Col("Budget", "base", "Økonomi", fmt=KR), Col("Tildeling 2026", "last", "Økonomi", fmt=KR))


def headed(name: str, burden: str = "Sandsynlighed", label: str = "Institution", young: str = "0-2 år",
           old: str = "3-5 år") -> Layout:
    """The plain table with other words above it."""
    columns = (Col(label, "label"), Col(young, "young"), Col(old, "old"), Col(burden, "burden", fmt=PCT))
    return simple(name, table(EIGHT, columns))


# Words seen over names, 0-2-year-olds, 3-5-year-olds and burdens; each four is a layout.
WORDS = (
    ("Daginstitution", "0-2-årige børn", "3-5-årige børn", "Udsathedsgrad"),
    ("Enhedsnavn", "Helårsbørn 0-2 år", "Helårsbørn 3-5 år", "Socioøkonomisk score"),
    ("Institution/afdeling", "Børn i alderen 0-2 år", "Børn i alderen 3-5 år", "Andel udsatte børn i pct."),
    ("Tjenestested", "Antal 0-2 år", "Antal 3-5 år", "Belastning pr. barn"),
    ("Institutioner", "Antal børn 0-2 år pr. 1/9", "Antal børn 3-5 år pr. 1/9", "Socioøkonomisk belastning"),
    ("Navn på institution", "Vuggestue (0-2 år)", "Børnehave (3-5 år)", "Indeks"),
    ("Budgetenhed", "0-2 år helårspladser", "3-5 år helårspladser", "Vægtet belastning"),
    ("Dagtilbud", "Gns. børnetal 0-2 år", "Gns. børnetal 3-5 år", "Andel børn i udsatte positioner"),
    ("Børnehus", "Vuggestuebørn", "Børnehavebørn", "Risikoindeks"),
    ("Institution", "0 - 2 årige", "3 - 5 årige", "Sandsynlighed for foranstaltning"),
)
KEYS = ("Antal børn i udsatte positioner", "Udsatte børn", "Vægtede point", "Socioøkonomiske point", "Nøgletal",
        "Antal børn med behov", "Fordelingstal")

LAYOUTS = (
    *(headed(f"ord: {burden}", burden, label, young, old) for label, young, old, burden in WORDS),
    *(simple(f"ord for nøgle: {word}", table(EIGHT, (NAME, YOUNG, OLD, Col(word, "key"))), rules={"key": "key"})
      for word in KEYS),
    simple("enkel tabel", table(EIGHT)),
    simple("alle kolonner", table(EIGHT, FULL)),
    simple("titelrækker", *TITLES, table(EIGHT, cell="A4")),
    simple("titelrækker flettet hen over tabellen", At("A1", "Institutioner i Dagtilbud, budget 2027", to="D1"),
           table(EIGHT, cell="A3")),
    simple("tabel fra D9", *TITLES, table(EIGHT, FULL, cell="D9")),
    simple("tabel fra D9 med grupper", table(by_area(DOZEN), FULL, cell="D9")),
    simple("to overskriftsrækker flettet", table(EIGHT, TWO_ROWS, cell="A3")),
    simple("to overskriftsrækker, øverste kun over børn og penge", table(EIGHT, LOWER, cell="B5")),
    simple("to overskriftsrækker med grupper", *TITLES, table(by_area(DOZEN), TWO_ROWS, cell="A4")),
    simple("to rækker, aldersgruppe nederst", table(EIGHT, (
        Col("Navn", "label", "Institution"), Col("0-2 årige", "young", "Antal børn"),
        Col("3-5 årige", "old", "Antal børn"), Col("i pct.", "burden", "Belastning", fmt=PCT)))),
    simple("enhedsrække under overskrifter", At("A2", None), table((), (
        Col("Institution"), Col("0-2-årige"), Col("3-5-årige"), Col("Belastning"), Col("Grundbudget")), true=False),
        table(EIGHT, (Col(None, "label"), Col("(antal)", "young"), Col("(antal)", "old"), Col(
            "(pct.)", "burden", fmt=PCT), Col("(kr.)", "base", fmt=KR)), cell="A2")),
    headed("linjeskift i overskrifter", "Sandsyn-\nlighed", "Institution", "Børn\n0-2 år", "Børn\n3-5 år"),
    headed("enheder i parentes", "Sandsynlighed (pct.)", "Institution", "0-2 år (antal)", "3-5 år (antal)"),
    headed("dato i overskrift", "Belastningsgrad 2026", "Daginstitution", "Børn pr. 1.9.2025 0-2 år",
           "Børn pr. 1.9.2025 3-5 år"),
    headed("versaler og kolon", "SANDSYNLIGHED:", "INSTITUTION:", "0-2 ÅR:", "3-5 ÅR:"),
    headed("dobbelte mellemrum og hårde mellemrum", " Belastning  ", "Institution ", "0-2\u00a0år", "3 - 5  år"),
    headed("tankestreg i alder", "Belastning", "Institution", "0–2 år", "3–5 år"),
    headed("vuggestue og børnehave", "Andel socialt udsatte", "Børnehus", "Vuggestuebørn", "Børnehavebørn"),
    headed("aldersgrupper skrevet ud", "Socioøkonomisk indeks", "Budgetenhed", "Antal børn 0-2 år",
           "Antal børn 3-5 år"),
    headed("indskrevne 0-2", "Gennemsnitlig score", "Aftaleenhed", "Indskrevne 0-2-årige", "Indskrevne 3-5-årige"),
    headed("børnetal 0-2", "Risikoscore", "Institutionens navn", "Børnetal 0-2", "Børnetal 3-5"),
    headed("3-6 år", "Foranstaltningssandsynlighed", "Dagtilbud", "0-2 år", "3-6 år"),
    headed("forkortede overskrifter", "Soc.øk. belastn.", "Inst.", "0-2", "3-5"),
    headed("notehenvisning i overskrift", "Belastning 1)", "Institution", "0-2 år *", "3-5 år *"),
    simple("enheder for børn og kr. i overskrift", table(EIGHT, (
        NUMBER, NAME, YOUNG, OLD, BURDEN, Col("Grundbudget (kr.)", "base", fmt=KR),
        Col("Soc.øk. tildeling 2026 (kr.)", "last", fmt=KR)))),
    simple("tomme kolonner imellem", table(EIGHT, (NUMBER, Col(None), NAME, Col(None), YOUNG, OLD, Col(None), BURDEN))),
    simple("noter, id og postnummer", table(EIGHT, (
        Col("Løbenr.", lambda h: EIGHT.index(h) + 1), Col("P-nummer", lambda h: 1_003_000_000 + h.number), NAME,
        Col("Adresse", lambda h: f"Skolegade {h.number % 90}"), Col("Postnr.", lambda h: 8_900 + h.number % 50),
        Col("By", lambda h: "Randers"), YOUNG, OLD, BURDEN,
        Col("Bemærkninger", lambda h: "Ny leder pr. 1.8." if h.young == 24 else None)))),
    simple("ejerform, leder og telefon", table(EIGHT, (
        NAME, Col("Ejerform", lambda h: "Selvejende" if h.number % 3 else "Kommunal"), Col("Leder", lambda h: "N.N."),
        Col("Tlf.", lambda h: 89_150_000 + h.number), YOUNG, OLD, BURDEN))),
    simple("børn i alt ved siden af aldersgrupper", table(EIGHT, (
        NAME, YOUNG, OLD, Col("I alt", "children"), BURDEN))),
    simple("vægtede børn ved siden af", table(EIGHT, (
        NAME, YOUNG, OLD, Col("Vægtede børn", lambda h: 1.8 * h.young + h.old, sums=True), BURDEN))),
    simple("kun børn i alt", table(EIGHT, (NAME, Col("Antal børn", "children"), BURDEN)), rules={"split": False}),
    simple("færdig nøgle", table(EIGHT, (NAME, YOUNG, OLD, KEY)), rules={"key": "key"}),
    simple("færdig nøgle uden børn", table(EIGHT, (NAME, Col("Fordelingsnøgle", "key"))), rules={"key": "key"}),
    simple("færdig nøgle som andel af 1", table(EIGHT, (NAME, YOUNG, OLD, Col(
        "Nøgle (andel)", lambda h: h.key / sum(house.key for house in EIGHT), setting="noegle"))),
        rules={"key": "key"}),
    simple("kolonne med område", table(DOZEN, (AREA, NAME, YOUNG, OLD, BURDEN))),
    simple("område og dagtilbud og institution", table(DOZEN, (
        Col("Distrikt", "area"), Col("Afdeling", "number"), Col("Institutionsnavn", "label"), YOUNG, OLD, BURDEN,
        BASE))),
    simple("kommentarer på celler", Note("B1", "Pr. 5. september"), Note("A4", "Åbner 1. marts"), table(EIGHT)),
    simple("skjult kolonne med id", table(EIGHT, FULL), hidden_columns=("A",)),
    simple("forside og vejledning foran", table(EIGHT)).but(sheets=(
        Sheet("Forside", [At("B2", "Budget 2027"), At("B4", "Institutioner i alt"), At("C4", 8), At("B5", "Børn i alt"),
                          At("C5", sum(h.children for h in EIGHT))]),
        Sheet("Vejledning", [At("A1", "Udfyld de gule felter. Børnetal hentes fra KMD Institution.")]),
        Sheet("Budget 2027", [table(EIGHT)]), pool_sheet())),
    simple("navnekolonne uden overskrift", table(EIGHT, (Col(None, "label"), YOUNG, OLD, BURDEN))),
    simple("andel af alle børn ved siden af", table(EIGHT, (NAME, YOUNG, OLD, Col(
        "Andel af børn", lambda h: h.children / sum(house.children for house in EIGHT), fmt=PCT), BURDEN))),
    simple("normering og budget pr. barn ved siden af", table(EIGHT, (
        NAME, YOUNG, OLD, Col("Normering", lambda h: round(h.children / 5.7, 2)), BASE,
        Col("Budget pr. barn", lambda h: round(h.base / h.children), fmt=KR), BURDEN))),
    case("sidste års beløb og forskel", Sheet("Budget 2027", [table(EIGHT, (
        *PLAIN, LAST, Col("Ændring", lambda h: None), Col("Ændring i pct.", lambda h: None)))]), pool_sheet()),
)
