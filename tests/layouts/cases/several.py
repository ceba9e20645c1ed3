"""Several tables, several sheets, and tables that cannot be read or not without asking."""

from __future__ import annotations

from typing import Any

from tests.layouts.model import ANY, ASK, REFUSE, STOP, At, Col, Heads, Note, Rows, Sheet, Sum, Text
from tests.layouts.names import areas_of, houses
from tests.layouts.parts import (
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    FULL,
    KEY,
    KR,
    NAME,
    OLD,
    PCT,
    PLAIN,
    POOL,
    YOUNG,
    by_area,
    case,
    pool_sheet,
    simple,
    table,
)

OTHER = houses(8, seed=9)  # the same names, other figures: another year
THIS = Sheet("Budget 2027", [table(EIGHT)])
BEFORE = Sheet("Budget 2026", [table(OTHER, true=False)])
AREAS = [("Område", "0-2 år", "3-5 år"), *((area, sum(h.young for h in some), sum(h.old for h in some))
                                           for area, some in areas_of(DOZEN))]
WAGES = [("Stilling", "Årsløn"), ("Pædagog", 478_000), ("Pædagogmedhjælper", 389_000)]
ASSUMED = [("Forudsætning", "Værdi"), ("Vægt 0-2-årige", 2), ("Loft pr. barn", 9_000)]
AMOUNTS = [("Institution", "Beløb"), *((h.name, h.last) for h in EIGHT)]
GUIDE = [[f"{n}. Se vejledningens afsnit {n}."] for n in range(1, 46)]
AGES = tuple(Col(f"{age} år", lambda h, age=age: (h.young if age < 3 else h.old) // 3 + age % 2) for age in range(6))


def twice(under: bool) -> list[Any]:
    """Two years' tables with the same headings on one sheet."""
    second = table(EIGHT, cell="A15" if under else "G3")
    title = At("A14" if under else "G2", "Budget 2027")
    return [At("A2", "Budget 2026"), table(OTHER, cell="A3", true=False), title, second]


def turned() -> list[tuple[Any, ...]]:
    """The institutions side by side, their figures below."""
    return [("Institution", *(h.name for h in EIGHT)), ("0-2 år", *(h.young for h in EIGHT)),
            ("3-5 år", *(h.old for h in EIGHT)), ("Sandsynlighed", *(float(h.burden) for h in EIGHT))]


LAYOUTS = (
    simple("områdetabel under institutionerne", table([*DOZEN, Sum("I alt", "alle")]), Rows("A18", AREAS)),
    simple("områdetabel ved siden af institutionerne", table([*DOZEN, Sum("I alt", "alle")]), Rows("G1", AREAS)),
    simple("løntabel ved siden af", table(EIGHT), Rows("G1", WAGES)),
    simple("løntabel under", table([*EIGHT, Sum("I alt", "alle")]), Rows("A14", WAGES)),
    simple("løntabel over", Rows("A1", WAGES), table(EIGHT, cell="A6")),
    simple("lille blok med overskrifter over tabellen", Rows("A1", ASSUMED), table(EIGHT, cell="A6"),
           rules={"weight": 2, "cap": 9_000}),
    simple("lille blok med overskrifter under tabellen", table([*EIGHT, Sum("I alt", "alle")]), Rows("A13", ASSUMED),
           rules={"weight": 2, "cap": 9_000}),
    simple("sidste års beløb i en tabel ved siden af", table(EIGHT), Rows("G1", AMOUNTS)),
    case("sidste års beløb på eget ark", THIS, Sheet("Udmeldt 2026", [Rows("A1", AMOUNTS)]), pool_sheet()),
    case("diagramdata på eget ark", THIS, Sheet("Diagramdata", [Rows("A1", AMOUNTS), Note("A1", "Til grafen")]),
         pool_sheet()),
    case("sidste års ark skjult", THIS, BEFORE._replace(hidden=True), pool_sheet()),
    case("skjult ark med en anden pulje", THIS, pool_sheet(),
         pool_sheet(999_000, "Pulje til fordeling", name="Gammel")._replace(hidden=True)),
    case("sidste års ark synligt", BEFORE, THIS, pool_sheet(), expect=ASK, why="to års tabeller ligner hinanden"),
    case("tre års ark", Sheet("2025", [table(houses(8, seed=5), true=False)]),
         Sheet("2026", [table(OTHER, true=False)]), Sheet("2027", [table(EIGHT)]), pool_sheet(), expect=ASK,
         why="tre års tabeller ligner hinanden"),
    case("to års tabeller under hinanden", Sheet("Budget", twice(under=True)), pool_sheet(), expect=ASK,
         why="to års tabeller ligner hinanden"),
    case("to års tabeller ved siden af hinanden", Sheet("Budget", twice(under=False)), pool_sheet(), expect=ASK,
         why="to års tabeller ligner hinanden"),
    simple("kommunale og selvejende i hver sin tabel", table([
        Text("Kommunale institutioner"), *EIGHT[:5], Sum("Kommunale i alt"), None, Text("Selvejende institutioner"),
        Heads(), *EIGHT[5:], Sum("Selvejende i alt")])),
    case("et ark pr. område", *(Sheet(area, [table(some, true=not n)]) for n, (area, some) in enumerate(
        areas_of(DOZEN))), pool_sheet(), some=DOZEN, expect=STOP, why="institutionerne ligger på flere ark"),
    case("børnetal og belastning på hvert sit ark", Sheet("Børnetal", [table(EIGHT, (NAME, YOUNG, OLD))]),
         Sheet("Belastning", [table(EIGHT, (NAME, BURDEN), true=False)]), pool_sheet(), expect=ANY,
         why="tallene skal slås sammen efter navn"),
    simple("vejledning på 45 rækker over tabellen", Rows("A1", GUIDE), table(EIGHT, cell="A48")),
    simple("tabel fra AB20", table(by_area(DOZEN), FULL, cell="AB20")),
    simple("tom række under overskrifterne", table([None, *EIGHT])),
    simple("gruppe i første kolonne kun ud for første institution", table(DOZEN, (
        Col("Område", lambda h: h.area if h in (DOZEN[0], DOZEN[4], DOZEN[8]) else None), NAME, YOUNG, OLD, BURDEN)),
        expect=ASK, why="intet er flettet, så det kan være dem uden område",
        answers={"tomme under et navn: Budget 2027!A3:A5, A7:A9, A11:A13": "den over"}),
    simple("gruppeoverskrift i første kolonne", table([row._replace(column=0) if isinstance(row, Text) else row
                                                       for row in by_area(DOZEN)], FULL, cell="A3")),
    case("transponeret tabel", Sheet("Budget 2027", [Rows("A1", turned())]), pool_sheet(), some=EIGHT, expect=REFUSE,
         why="institutionerne står side om side"),
    case("transponeret tabel med titel", Sheet("Budget 2027", [At("A1", "Budget 2027"), Rows("B3", turned())]),
         pool_sheet(), some=EIGHT, expect=REFUSE, why="institutionerne står side om side"),
    case("tabel uden overskrifter", Sheet("Budget 2027", [table(EIGHT, tuple(
        col._replace(head=None) for col in PLAIN))]), pool_sheet(), expect=STOP, why="ingen overskrifter"),
    case("ingen nøgle", Sheet("Budget 2027", [table(EIGHT, (NAME, YOUNG, OLD, BASE))]), pool_sheet(), expect=STOP,
         why="intet at fordele efter"),
    case("ingen institutioner", Sheet("Ark1", [At("A1", "Budget 2027"), At("A2", "Kommer i uge 40")]), pool_sheet(),
         some=(), expect=REFUSE, why="intet at fordele til"),
    simple("kun overskrifter", table([], PLAIN), expect=REFUSE, why="ingen institutioner under overskrifterne"),
    simple("kun 0-2-årige og belastning", table(EIGHT, (NAME, YOUNG, BURDEN)), expect=STOP,
           why="3-5-årige mangler"),
    simple("to nøgler", table(EIGHT, (NAME, YOUNG, OLD, BURDEN, KEY)), expect=ASK,
           why="to nøgler at vælge mellem"),
    simple("to års belastning", table(EIGHT, (
        NAME, YOUNG, OLD, Col("Belastning 2025", lambda h: float(h.burden) / 2, fmt=PCT),
        Col("Belastning 2026", "burden", fmt=PCT))), expect=ASK, why="to kolonner med belastning"),
    simple("to års børnetal", table(EIGHT, (
        Col("Institution", "label", tall=True), Col("0-2 år", lambda h: h.young + 2, "2026"),
        Col("3-5 år", lambda h: h.old - 1, "2026"), Col("0-2 år", "young", "2027"), Col("3-5 år", "old", "2027"),
        Col("Belastning", "burden", tall=True, fmt=PCT))), expect=ASK, why="to års børnetal"),
    simple("børn på etårige alderstrin", table(EIGHT, (NAME, *AGES, BURDEN)), expect=STOP,
           why="aldersgrupperne skal lægges sammen"),
    simple("sidste års tildeling for to år", table(EIGHT, (
        *PLAIN, Col("Tildeling 2025", lambda h: h.last - 5_000, fmt=KR), Col("Tildeling 2026", "last", fmt=KR)))),
    case("pulje og tabel på ark med apostrof i navnet", Sheet("Børn & Unge's budget", [
        At("A1", "Pulje"), At("B1", POOL), table(EIGHT, cell="A3")]), pool_at="'Børn & Unge''s budget'!B1"),
)
