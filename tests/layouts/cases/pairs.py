"""Two quirks and more together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.layouts.cases.cells import danish
from tests.layouts.cases.children import (
    CHILDREN,
    CRITERIA,
    DST,
    GIVEN,
    HOMES,
    LEAST,
    SIX,
    TRUE_MARKS,
    delivered,
)
from tests.layouts.cases.extras import (
    FIXED,
    FIXED_COLUMNS,
    GATHERED,
    INDEX,
    MONTHS,
    PUPILS,
    RECIPIENT,
    SCHOOLS,
    UNSAID,
)
from tests.layouts.cases.headings import TITLES, TWO_ROWS
from tests.layouts.cases.money import IN_THOUSANDS
from tests.layouts.cases.rows import MEAN, NOTES, OWN, SIXTY, above
from tests.layouts.cases.several import AREAS, BEFORE, OTHER, WAGES
from tests.layouts.model import ASK, REFUSE, Above, At, Col, Extra, Layout, Rows, Sheet, Sum, Text
from tests.layouts.parts import (
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    FULL,
    KEY,
    NAME,
    OLD,
    PLAIN,
    POOL,
    TOTAL,
    YOUNG,
    by_area,
    case,
    pool_sheet,
    simple,
    table,
)

NUMBERED = [replace(house, name=str(house.number), written=house.number) for house in DOZEN]
FOOTED = [replace(house, name=f"{house.name} {n})") if n < 3 else house for n, house in enumerate(EIGHT, 1)]
TEXT_YOUNG = Col("0-2 år", lambda h: str(h.young), setting="boern_0_2")
TEXT_BURDEN = Col("Sandsynlighed", lambda h: f"{danish(float(100 * h.burden), 2)} %", setting="belastning")
UNITS = (Col(None, "label"), Col("(antal)", "young"), Col("(antal)", "old"), Col("(pct.)", "burden", fmt="0.00%"))
HEADS = (Col("Institution"), Col("0-2-årige"), Col("3-5-årige"), Col("Belastning"))
COUNTS = tuple(Col(head, lambda h, c=c: h.counts[c], sums=True) for c, head in enumerate(CRITERIA))
MARKS = [(name, age, *("x" if one else None for one in met)) for name, age, met in CHILDREN]


def in_sheet(name: str, *parts: Any, pool_at: str, **more: Any) -> Layout:
    return case(name, Sheet("Budget", parts), pool_at=pool_at, **more)


LAYOUTS = (
    simple("par: D9, to overskriftsrækker, grupper", *TITLES, table(by_area(DOZEN), TWO_ROWS, cell="D9")),
    simple("par: to overskriftsrækker, grupper, skjult række", table(by_area(DOZEN), TWO_ROWS), hidden_rows=(5,),
           told=(DOZEN[1].name,)),
    simple("par: to overskriftsrækker, gruppesummer over", table(above("formel"), TWO_ROWS, cell="B4")),
    in_sheet("par: gruppesummer over, alt i 1.000 kr.", At("A1", "Budget 2027 (1.000 kr.)"), At("A2", "Pulje"),
             At("B2", 1_250), table(above("formel"), IN_THOUSANDS, cell="A4"), pool_at="Budget!B2"),
    in_sheet("par: to overskriftsrækker, alle beløb i t.kr.", At("A1", "Alle beløb i t.kr."), At("A2", "Pulje"),
             At("B2", 1_250), table(by_area(DOZEN), TWO_ROWS, cell="A4"), pool_at="Budget!B2"),
    simple("par: tal som tekst, skrevne gruppesummer", table([
        Text("Dagtilbud Nord"), *EIGHT[:4], Extra("Nord i alt", {"old": sum(h.old for h in EIGHT[:4])}),
        Text("Dagtilbud Syd"), *EIGHT[4:], Extra("Syd i alt", {"old": sum(h.old for h in EIGHT[4:])})],
        (NAME, TEXT_YOUNG, OLD, BURDEN))),
    simple("par: tal og procent som tekst", table(EIGHT, (NAME, TEXT_YOUNG, OLD, TEXT_BURDEN))),
    simple("par: enhedsrække, grupper med SUBTOTAL", table((), HEADS, true=False),
           table(by_area(DOZEN, how="subtotal"), UNITS, cell="A2")),
    simple("par: fodnoter, total og gennemsnit", table([*FOOTED, TOTAL, MEAN, *NOTES])),
    simple("par: heraf selvejende, gennemsnit, noter", table([*EIGHT, TOTAL, OWN, MEAN, *NOTES])),
    simple("par: tal som navne, grupper", table(by_area(NUMBERED))),
    simple("par: tal som navne, gruppesummer over", table([*(row for area in ("Nord", "Syd", "Øst") for row in (
        Above(f"Område {area}"), *(h for h in NUMBERED if h.area == area)))])),
    case("par: sidste års ark skjult, skjult række", Sheet("Budget 2027", [table(EIGHT)], hidden_rows=(5,)),
         BEFORE._replace(hidden=True), pool_sheet(), told=(EIGHT[3].name,)),
    simple("par: måneder i drift, grupper", table(by_area([replace(h, months=6 if n == 3 else 12) for n, h in enumerate(
        DOZEN)]), (*PLAIN, MONTHS))),
    in_sheet("par: modtager, alt i 1.000 kr.", At("A1", "Budget 2027 (1.000 kr.)"), At("A2", "Pulje"), At("B2", 1_250),
             table(GATHERED, (*IN_THOUSANDS, RECIPIENT), cell="A4"), pool_at="Budget!B2"),
    simple("par: faste beløb, grupper uden overskrift", table([*FIXED[:4], Sum("Nord"), *FIXED[4:], Sum("Syd"), TOTAL],
                                                              FIXED_COLUMNS), **UNSAID),
    in_sheet("par: pulje under tabellen, noter imellem", table([*EIGHT, TOTAL, *NOTES]), At("A15", "Til fordeling"),
             At("B15", POOL), pool_at="Budget!B15"),
    case("par: pulje og tærskel som tekst", Sheet("Budget", [table(EIGHT)]), pool_sheet(
        "kr. 1.250.000", "Pulje", ("Minimumsgrænse", "8,5 %")), rules={"threshold": "0.085"}),
    in_sheet("par: pulje over, forudsætninger til højre, grupper", At("A1", "Pulje"), At("B1", POOL),
             At("G3", "Vægt 0-2-årige"), At("H3", 2), At("G4", "Loft pr. barn"), At("H4", 8_000),
             table(by_area(DOZEN), cell="A3"), pool_at="Budget!B1", rules={"weight": 2, "cap": 8_000}),
    simple("par: løntabel ved siden af, gruppesummer over", table(above("formel")), Rows("G1", WAGES)),
    simple("par: områdetabel under, grupper", table(by_area(DOZEN)), Rows("A25", AREAS)),
    case("par: børneark med x, titelrækker over", HOMES, Sheet("Børn", [
        At("A1", "Indskrevne børn pr. 5. september 2026"), Rows("A3", [("Institution", "Alder", *CRITERIA), *MARKS])]),
        pool_sheet(POOL, "Pulje 2027", LEAST), rules={"key": "children", "least": 2}, marks=TRUE_MARKS),
    case("par: børneark, institutioner i grupper fra D9", Sheet("Institutioner", [table(by_area(SIX), (
        NAME, YOUNG, OLD), "D9")]), Sheet("Børn", [Rows("A1", [("Institution", "Alder", *CRITERIA), *MARKS])]),
        pool_sheet(POOL, "Pulje 2027", LEAST), rules={"key": "children", "least": 2}, marks=TRUE_MARKS),
    case("par: leverede antal med total nederst, valgt", HOMES, Sheet("DST", [Rows("A1", [[DST]]), table(
        [*delivered(False), Sum("I alt", "alle", "skrevet")], (NAME, *COUNTS), "A3", true=False)]), pool_sheet(),
        some=delivered(False), rules={"key": "counts"}, choices=GIVEN),
    case("par: leverede antal i en anden rækkefølge, valgt", HOMES, Sheet("DST", [table(
        delivered(True)[::-1], (NAME, *COUNTS), true=False)]), pool_sheet(), some=delivered(True),
        rules={"key": "counts", "replacement": 1}, choices={**GIVEN, "erstat": "1"}),
    case("par: leverede antal mangler en institution, valgt", HOMES, Sheet("DST", [table(
        delivered(False)[:-1], (NAME, *COUNTS), true=False)]), pool_sheet(), some=delivered(False), expect=REFUSE,
        choices=GIVEN, why="en institution har ingen leverede antal"),
    in_sheet("par: skoler i distrikter, 1.000 kr.", At("A1", "Skoler 2027 (1.000 kr.)"), At("A2", "Pulje"),
             At("B2", 3_250), table(by_area(SCHOOLS, "Distrikt {}", "{} i alt"), (Col("Skole", "label"), PUPILS, INDEX),
                                    "A4"), pool=3_250_000, pool_at="Budget!B2", rules={"split": False}),
    simple("par: AB20, afrundede skrevne summer", table([*EIGHT, Sum("I alt", "alle", "skrevet", {4: 2})], FULL,
                                                        cell="AB20")),
    simple("par: 60 institutioner, tomme rækker, noter, skjulte rækker", table([*by_area(SIXTY, blank=True), *NOTES]),
           hidden_rows=(7, 8), told=(SIXTY[4].name, SIXTY[5].name)),
    simple("par: linjeskift, tomme kolonner, id", table(EIGHT, (
        Col("Løbe-\nnr.", "number"), Col(None), Col("Institution", "label"), Col(None), Col("0-2\når", "young"), Col(
            "3-5\når", "old"), Col("Sandsyn-\nlighed", "burden")), cell="B3")),
    simple("par: færdig nøgle, gennemsnit, grupper", table([*by_area(DOZEN), Extra("Gennemsnit", {
        "young": 22.4, "key": 6.1})], (NAME, YOUNG, OLD, KEY)), rules={"key": "key"}),
    case("par: to års ark, det ene med grupper", Sheet("Budget 2026", [table(by_area(
        [replace(h, area=d.area) for h, d in zip(OTHER, DOZEN, strict=False)]), true=False)]),
        Sheet("Budget 2027", [table(EIGHT)]), pool_sheet(), expect=ASK, why="to års tabeller ligner hinanden"),
    simple("par: samme navn i to områder", table(by_area([*DOZEN[:11], replace(DOZEN[11], name=DOZEN[0].name)])),
           expect=REFUSE, why="samme navn to gange"),
    simple("par: summer både over og under", table([Above("Kommunen i alt"), *EIGHT, TOTAL])),
    case("par: pulje som navn, to etiketter", Sheet("Budget", [table(EIGHT)]), pool_sheet(
        1_190_000, "Pulje 2026", ("Pulje 2027", POOL)), names={"Pulje_2027": "Pulje!$B$2"}, pool_at="Pulje!B2"),
    simple("par: institution uden børn og skjult", table([*EIGHT[:4], replace(EIGHT[4], young=0, old=0), *EIGHT[5:]],
                                                          (NAME, YOUNG, OLD, BASE, BURDEN)), hidden_rows=(6,),
           told=(EIGHT[4].name,)),
    simple("par: navne med mellemrum, grupper fra B6", table(by_area([replace(
        h, written=f" {h.name}\u00a0") for h in DOZEN]), FULL, cell="B6")),
)
