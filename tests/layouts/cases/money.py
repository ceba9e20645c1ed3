"""The pool, its unit, and the other assumptions: where they stand and what they are called."""

from __future__ import annotations

from typing import Any

from tests.layouts.model import ASK, At, Col, Layout, Made, Sheet, Sum
from tests.layouts.parts import (
    BURDEN,
    EIGHT,
    FULL,
    KEY,
    KR,
    NAME,
    OLD,
    PLAIN,
    POOL,
    TABLE,
    YOUNG,
    case,
    pool_sheet,
    simple,
    table,
)

THOUSANDS = Col("Grundbudget", lambda h: round(h.base / 1_000), setting="grundbudget", fmt=KR, sums=True)
LAST_THOUSANDS = Col("Tildeling 2026", lambda h: round(h.last / 1_000), setting="sidste_aar", fmt=KR, sums=True)
IN_THOUSANDS = (NAME, YOUNG, OLD, THOUSANDS, BURDEN, LAST_THOUSANDS)
UNDER = [*EIGHT, Sum("I alt", "alle")]
ALL_RULES = {"weight": "2", "threshold": "0.08", "cap": "9000", "minimum": "50000", "unit": "100"}


def labelled(label: str, amount: Any = POOL, **more: Any) -> Layout:
    shown = f", skrevet {amount}" if isinstance(amount, str) else ""
    return case(f"pulje kaldt {label}{shown}", TABLE, pool_sheet(amount, label), **more)


def block(cell: str) -> list[At]:
    """A block of assumptions, a label and a value a row, from a cell on."""
    letters, row = cell[0], int(cell[1:])
    right = chr(ord(letters) + 1)
    pairs = (("Pulje til fordeling", POOL), ("Vægt 0-2-årige", 2), ("Minimumsgrænse", 0.08), ("Loft pr. barn", 9_000),
             ("Minimum pr. institution", 50_000), ("Afrundes til", 100))
    return [At(f"{side}{row + n}", value) for n, pair in enumerate(pairs)
            for side, value in zip((letters, right), pair, strict=True)]


def on_sheet(name: str, *parts: Any, pool_at: str, **more: Any) -> Layout:
    """Everything on one sheet."""
    return case(name, Sheet("Budget", parts), pool_at=pool_at, **more)


TWO_SOURCES = Sheet("Forudsætninger", [
    At("A1", "Forudsætninger for tildeling 2027"), At("A3", "Socioøkonomisk tildeling, vuggestuer"), At("B3", 230_000),
    At("A4", "Socioøkonomisk tildeling, alle aftaleenheder"), At("B4", 1_100_000),
    At("A5", "Socioøkonomiske midler i alt"), At("B5", Made("=B3+B4", 1_330_000)),
    At("A6", "Heraf central pulje til kompetenceudvikling"), At("B6", 80_000),
    At("A7", "Til fordeling"), At("B7", Made("=B5-B6", POOL)), At("A9", "Årsløn pædagog"), At("B9", 478_000)])

LAYOUTS = (
    on_sheet("pulje over tabellen", At("A1", "Samlet pulje"), At("B1", POOL), table(EIGHT, cell="A3"),
             pool_at="Budget!B1"),
    on_sheet("pulje under tabellen", table(UNDER), At("A12", "Til fordeling"), At("B12", POOL), pool_at="Budget!B12"),
    on_sheet("pulje til højre for tabellen", table(EIGHT), At("G1", "Pulje 2027"), At("H1", POOL),
             pool_at="Budget!H1"),
    on_sheet("etiket over puljens celle", At("F1", "Pulje til fordeling"), At("F2", POOL), table(EIGHT),
             pool_at="Budget!F2"),
    case("etiket over puljens celle på eget ark", TABLE, Sheet("Pulje", [At("B2", "Pulje 2027"), At("B3", POOL)]),
         pool_at="Pulje!B3"),
    case("tom celle mellem etiket og pulje", TABLE, Sheet("Pulje", [At("A1", "Pulje"), At("C1", POOL)]),
         pool_at="Pulje!C1"),
    case("flettet etiket til puljen", TABLE, Sheet("Pulje", [
        At("A3", "Pulje til fordeling i 2027", to="B3"), At("C3", POOL)]), pool_at="Pulje!C3"),
    case("pulje som defineret navn", TABLE, Sheet("Tal", [At("B3", POOL)]), pool_at="Tal!B3",
         names={"Pulje_2027": "Tal!$B$3"}),
    case("pulje som defineret navn ved siden af etiketter", TABLE, TWO_SOURCES, pool_at="Forudsætninger!B7",
         names={"Pulje_2027": "Forudsætninger!$B$7"}),
    case("pulje regnet ud af to beløb", TABLE, TWO_SOURCES, pool_at="Forudsætninger!B7"),
    labelled("Puljebeløb"), labelled("Pulje, kr."), labelled("Ramme til fordeling"),
    labelled("Beløb til fordeling 2027"), labelled("Socioøkonomisk pulje"),
    labelled("Pulje til socioøkonomisk tildeling"), labelled("Pulje i alt"),
    labelled("Til fordeling i alt"), labelled("Midler til fordeling"),
    labelled("Pulje 2027 (kr.)"), labelled("Pulje 2027 (1.000 kr.)", 1_250), labelled("Pulje i mio. kr.", 1.25),
    labelled("Pulje (t.kr.)", 1_250), labelled("Pulje", "kr. 1.250.000"),
    labelled("Pulje", "1.250.000 kr."), labelled("Pulje", "1,25 mio. kr."),
    case("enhed i cellen efter puljen", TABLE, Sheet("Pulje", [At("A1", "Pulje 2027"), At("B1", 1_250), At(
        "C1", "1.000 kr.")])),
    on_sheet("alt i 1.000 kr. efter titlen", At("A1", "Dagtilbud 2027 (1.000 kr.)"), At("A2", "Pulje"), At("B2", 1_250),
             table(EIGHT, IN_THOUSANDS, cell="A4"), pool_at="Budget!B2"),
    on_sheet("alle beløb i t.kr. under titlen", At("A1", "Dagtilbud 2027"), At("A2", "Alle beløb i t.kr."),
             At("A3", "Pulje"), At("B3", 1_250), table(UNDER, IN_THOUSANDS, cell="A5"), pool_at="Budget!B3"),
    on_sheet("beløb i mio. kr.", At("A1", "Dagtilbud 2027, beløb i mio. kr."), At("A2", "Pulje"), At("B2", 1.25),
             table(EIGHT, cell="A4"), pool_at="Budget!B2"),
    on_sheet("alle beløb i kr.", At("A1", "Alle beløb i kr., 2027-pl"), At("A2", "Pulje"), At("B2", POOL),
             table(EIGHT, FULL, cell="A4"), pool_at="Budget!B2"),
    simple("grundbudget i 1.000 kr., puljen i kr.", table(EIGHT, (
        NAME, YOUNG, OLD, BURDEN, THOUSANDS._replace(head="Grundbudget (1.000 kr.)"))),
        sheet="Budget").but(sheets=(Sheet("Budget", [table(EIGHT, (
            NAME, YOUNG, OLD, BURDEN, THOUSANDS._replace(head="Grundbudget (1.000 kr.)")))]),
            pool_sheet(POOL, "Pulje 2027 (kr.)"))),
    case("puljens enhed siges ikke, tabellen er i 1.000 kr.", Sheet("Budget", [
        At("A1", "Budget 2027 (1.000 kr.)"), table(EIGHT, IN_THOUSANDS, cell="A3")]), pool_sheet(1_250),
        expect=ASK, answers={"enhed_pulje": "1.000 kr."}, why="puljens enhed står ikke ved puljen"),
    case("forudsætninger på eget ark", TABLE, Sheet("Forudsætninger", block("A3")), pool_at="Forudsætninger!B3",
         rules=ALL_RULES),
    on_sheet("forudsætninger over tabellen", *block("A1"), table(EIGHT, cell="A9"), pool_at="Budget!B1",
             rules=ALL_RULES),
    on_sheet("forudsætninger under tabellen", table(UNDER), *block("A13"), pool_at="Budget!B13", rules=ALL_RULES),
    on_sheet("forudsætninger lige under totalen", table(UNDER), *block("A11"), pool_at="Budget!B11", rules=ALL_RULES),
    on_sheet("forudsætninger til højre", table(EIGHT), *block("G2"), pool_at="Budget!H2", rules=ALL_RULES),
    case("tærskel i procent som tekst", TABLE, pool_sheet(POOL, "Pulje", ("Minimumsgrænse", "8 %")),
         rules={"threshold": "0.08"}),
    case("loft med enhed i etiketten", TABLE, pool_sheet(POOL, "Pulje", ("Loft (kr. pr. barn)", 9_000)),
         rules={"cap": "9000"}),
    case("vægt kaldt vægtning af 0-2-årige", TABLE, pool_sheet(POOL, "Pulje", ("Vægtning af 0-2-årige", 2.1)),
         rules={"weight": "2.1"}),
    case("tærskel af udsatte børn", Sheet("Budget", [table(EIGHT, (NAME, YOUNG, OLD, KEY))]),
         pool_sheet(POOL, "Pulje", ("Minimumsgrænse", 0.1), ("Loft pr. barn", 9_000)),
         rules={"key": "key", "threshold": "0.1", "cap": "9000"}),
    case("to puljer, et år hver", TABLE, pool_sheet(1_190_000, "Pulje 2026", ("Pulje 2027", POOL)), pool_at="Pulje!B2",
         expect=ASK, why="to puljer"),
    case("to puljer uden sum", TABLE, pool_sheet(150_000, "Pulje til vuggestuer", ("Pulje til børnehaver", 1_100_000)),
         expect=ASK, pool_at="Pulje!B2", pool=1_100_000, why="to puljer"),
    case("to puljer med sum", TABLE, pool_sheet(150_000, "Pulje A", ("Pulje B", 1_100_000), (
        "Puljer i alt", Made("=SUM(B1:B2)", POOL))), pool_at="Pulje!B3"),
    case("ingen pulje", TABLE, expect=ASK, answers={"pulje": "1250000"}, why="puljen står ingen steder"),
    case("årsløn og andre tal ved siden af puljen", TABLE, pool_sheet(
        POOL, "Pulje 2027", ("Årsløn pædagog", 478_000), ("Årsløn medhjælper", 389_000), ("Andel uddannede", 0.6),
        ("Pl-sats", 0.032))),
    simple("tomt ark til sidst", table(EIGHT, PLAIN)).but(sheets=(TABLE, pool_sheet(), Sheet("Ark3", []))),
)
