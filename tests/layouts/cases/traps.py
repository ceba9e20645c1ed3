"""What looks like one thing and is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from tests.layouts.cases.children import CHILDREN, CRITERIA, LEAST, SIX, TRUE_MARKS
from tests.layouts.model import ANY, ASK, STOP, At, Col, Extra, Made, Rows, Sheet, Sum, Text
from tests.layouts.parts import (
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    FULL,
    KEY,
    KR,
    LAST,
    NAME,
    OLD,
    PLAIN,
    POOL,
    TABLE,
    TOTAL,
    YOUNG,
    case,
    pool_sheet,
    simple,
    table,
)

BIG = replace(EIGHT[0], young=EIGHT[1].young + EIGHT[2].young, old=EIGHT[1].old + EIGHT[2].old)
LATEST = replace(EIGHT[7], young=sum(h.young for h in EIGHT[:7]), old=sum(h.old for h in EIGHT[:7]))
LOWEST, HIGHEST = min(h.last for h in EIGHT), max(h.last for h in EIGHT)
STATISTICS = (("Minimum", "=MIN(E2:E9)", LOWEST), ("Maksimum", "=MAX(E2:E9)", HIGHEST),
              ("Gennemsnit", "=AVERAGE(E2:E9)", sum(h.last for h in EIGHT) / 8))
HALVES = tuple(replace(house, young=Fraction(2 * house.young + 1, 2)) for house in EIGHT)
CLOSED = replace(EIGHT[3], young=0, old=0, burden=Fraction(0))
CHILD_MARKS = [(name, age, *map(int, met)) for name, age, met in CHILDREN]
BLANK_BURDEN = Col("Sandsynlighed", lambda h: None if h.name == "Dagplejen" else float(h.burden), setting="belastning")
MINDER = [*EIGHT[:7], replace(EIGHT[7], name="Dagplejen", burden=Fraction(0))]


LAYOUTS = (
    simple("institution er tilfældigvis summen af de to næste", table([BIG, *EIGHT[1:]]), expect=ASK,
           why="rækken kan være en sum"),
    simple("sidste institution er tilfældigvis summen af de andre", table([*EIGHT[:7], LATEST]), expect=ASK,
           why="rækken kan være en sum"),
    simple("total uden de skjulte rækker", table([*EIGHT, Sum("I alt", "alle", "skrevet", {
        1: -EIGHT[2].young, 2: -EIGHT[2].old})]), hidden_rows=(4,), expect=STOP,
        why="totalen regner ikke den skjulte række med"),
    simple("total med dagplejen, som ikke er i tabellen", table([*EIGHT, Sum(
        "I alt inkl. dagpleje", "alle", "skrevet", {1: 140})]), expect=ASK, why="summen er ikke summen af rækkerne"),
    simple("lukket institution med nuller", table([*EIGHT[:3], CLOSED, *EIGHT[4:], TOTAL])),
    simple("dagplejen uden belastning", table([*MINDER, TOTAL], (NAME, YOUNG, OLD, BLANK_BURDEN)), expect=STOP,
           why="en tom belastning er ikke nul"),
    simple("halve børn", table([*HALVES, TOTAL])),
    simple("negativ tildeling sidste år", table([replace(EIGHT[0], last=-12_500), *EIGHT[1:], TOTAL], (*PLAIN, LAST))),
    simple("kolonne med datoer", table(EIGHT, (NAME, Col("Åbnet", lambda h: date(2001, 8, h.number % 28 + 1),
                                                         fmt="dd-mm-yyyy"), YOUNG, OLD, BURDEN))),
    simple("Excels egen tabel", table(EIGHT), listed="A1:D9"),
    simple("Excels egen tabel fra B3 med total under", At("B1", "Budget 2027"), table([*EIGHT, TOTAL], FULL, cell="B3"),
           listed="B3:H11"),
    simple("tom kolonne til årets tildeling", table(EIGHT, (*PLAIN, LAST, Col("Tildeling 2027")))),
    simple("kolonne kaldt pulje med sidste års beløb", table([*EIGHT, TOTAL], (*PLAIN, Col(
        "Andel af pulje 2026", "last", fmt=KR)))),
    case("statistik ved siden af: minimum og maksimum", Sheet("Budget 2027", [table(EIGHT, (*PLAIN, LAST)), *(
        At(f"G{n}", label) for n, (label, _, _) in enumerate(STATISTICS, 2)), *(
        At(f"H{n}", Made(formula, value)) for n, (_, formula, value) in enumerate(STATISTICS, 2))]),
        pool_sheet(5_000_000), pool=5_000_000),
    simple("statistik under tabellen: minimum og maksimum", table([*EIGHT, TOTAL, None, *(
        Extra(label, {"last": value}) for label, _, value in STATISTICS)], (*PLAIN, LAST))),
    case("puljen nævnt i en sætning", Sheet("Budget 2027", [
        At("A1", "Puljen på 1.250.000 kr. fordeles efter belastning."), table(EIGHT, cell="A3")]), expect=ASK,
        answers={"pulje": "1250000"}, why="puljen står kun i en sætning"),
    simple("indeks med 100 som gennemsnit", table(EIGHT, (NAME, YOUNG, OLD, Col(
        "Indeks (100 = gns.)", lambda h: float(1_000 * h.burden), setting="belastning")))),
    simple("to års budget ved siden af hinanden", table(EIGHT, (
        *PLAIN, Col("Budget 2026", lambda h: h.base - 100_000, fmt=KR), Col("Budget 2027", "base", fmt=KR)))),
    simple("budget i alt og grundbudget", table(EIGHT, (
        *PLAIN, BASE, Col("Budget i alt", lambda h: h.base + h.last, fmt=KR)))),
    simple("pladser og indskrevne", table(EIGHT, (
        NAME, Col("Pladser 0-2 år", lambda h: h.young + 3), Col("Pladser 3-5 år", lambda h: h.old + 5),
        Col("Indskrevne 0-2 år", "young"), Col("Indskrevne 3-5 år", "old"), BURDEN)), expect=ASK,
        answers={"boern_0_2": "Indskrevne 0-2 år", "boern_3_5": "Indskrevne 3-5 år"}, why="pladser eller indskrevne"),
    case("børneark ved siden af en belastning", Sheet("Institutioner", [table(SIX, PLAIN)]), Sheet("Børn", [
        Rows("A1", [("Institution", "Alder", *CRITERIA), *CHILD_MARKS])]), pool_sheet(POOL, "Pulje", LEAST), expect=ASK,
        rules={"key": "children", "least": 2}, marks=TRUE_MARKS, why="to måder at lave nøglen på"),
    simple("gruppe i gruppe", table([
        Text("Distrikt Nord"), Text("Kommunale"), *DOZEN[:3], Text("Selvejende"), *DOZEN[3:6], Text("Distrikt Syd"),
        Text("Kommunale"), *DOZEN[6:9], Text("Selvejende"), *DOZEN[9:], TOTAL])),
    simple("gruppe i gruppe med summer", table([
        Text("Distrikt Nord"), *DOZEN[:3], Sum("Kommunale i alt"), *DOZEN[3:6], Sum("Selvejende i alt"),
        Sum("Distrikt Nord i alt", "alle"), Text("Distrikt Syd"), *DOZEN[6:], Sum("Distrikt Syd i alt"), TOTAL])),
    simple("selvejende nævnt i parentes", table([replace(h, name=f"{h.name} (selvejende)") if n % 3 == 0 else h
                                                 for n, h in enumerate(EIGHT)])),
    simple("institution kaldt Gruppen og Afdelingen", table([replace(EIGHT[0], name="Gruppen"), replace(
        EIGHT[1], name="Afdeling Syd"), replace(EIGHT[2], name="Området ved Åen"), *EIGHT[3:], TOTAL])),
    simple("institution kaldt Børnehuset Samlet", table([
        *EIGHT[:3], replace(EIGHT[3], name="Børnehuset Samlet"), *EIGHT[4:]]), expect=ANY,
        why="navnet ligner en sum, men tallene er ingen sum"),
    simple("institution kaldt Snit", table([*EIGHT[:3], replace(EIGHT[3], name="Børnehuset Snittet"), *EIGHT[4:]])),
    simple("forudsætninger under en liste med to kolonner", table([
        *EIGHT, None, Extra("Vægt 0-2-årige", {"key": 2}), Extra("Ny ramme 2028", {"key": 40})], (NAME, KEY)),
        expect=ASK, rules={"key": "key", "split": False}, why="rækken under forudsætningen kan være en institution"),
    simple("årsløn under en liste med to kolonner", table([*EIGHT, None, Extra("Årsløn pædagog", {"key": 420_000})], (
        NAME, KEY)), expect=ASK, rules={"key": "key", "split": False}, why="ligger for sig selv og er for stor"),
    simple("Hele kommunen, 1 ved siden af summen", table([*EIGHT, Extra("Kommunen samlet set", {
        "young": 175, "old": 378, "burden": 0.09})]), expect=ASK, why="næsten summen af de andre"),
    case("puljer for tre år", Sheet("Budget", [Rows("A1", [("", 2025, 2026, 2027), (
        "Pulje til fordeling", 1_100_000, 1_200_000, 1_250_000)]), table(EIGHT, cell="A5")]), pool_at="Budget!D2",
        expect=ASK, why="tre beløb ved samme tekst"),
    case("konto mellem pulje og beløb", TABLE, Sheet("Pulje", [Rows("A1", [("Pulje", 52_514_101, 1_250_000)])]),
         pool_at="Pulje!C1", expect=ASK, why="to tal ved samme tekst"),
    case("pulje i tusinder uden enhed", TABLE, Sheet("Pulje", [Rows("A1", [("Pulje", 1_250)])]), expect=ASK,
         answers={"enhed_pulje": "1.000 kr."}, why="2 kr. pr. barn"),
    case("grundbudget i 1.000 kr. og pulje i kr.", Sheet("Budget", [At("E1", "Budget i 1.000 kr."), table(EIGHT, (
        *PLAIN, Col("Grundbudget", lambda h: h.base / 1_000)), cell="A2"), At("A13", "Pulje"), At("B13", POOL)]),
        pool_at="Budget!B13", expect=ASK, answers={"enhed_pulje": "kr."}, why="enheden gælder kun kolonnen"),
    simple("12 for 12 %", table([*EIGHT[:2], replace(EIGHT[2], burden=12), *EIGHT[3:]]), expect=ASK,
           answers={"tal Budget 2027: Cikorien": "ja"}, why="et tal er mange gange de andre"),
    simple("reserve og ufordelt", table([*EIGHT, Extra("Reserve", {"young": 5, "old": 10, "burden": 0.1}), Extra(
        "Ufordelt", {"young": 2, "old": 5, "burden": 0.1})]), expect=ASK, why="ikke institutioner"),
    case("børneark med en kolonne for køn", Sheet("Institutioner", [table(SIX, (NAME, YOUNG, OLD))]), Sheet("Børn", [
        Rows("A1", [("Institution", *CRITERIA, "Pige"), *((*row[:1], *row[2:], n % 2) for n, row in enumerate(
            CHILD_MARKS))])]), pool_sheet(POOL, "Pulje", LEAST), expect=ASK, rules={"key": "children", "least": 2},
        marks=TRUE_MARKS, answers={"kriterium Børn: Pige": "nej"}, why="er køn et kriterium?"),
)
