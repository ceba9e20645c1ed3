"""Columns beyond the simple: months in operation, recipients, fixed amounts, replaced institutions; and schools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from tests.layouts.model import ASK, SETTLE, STOP, At, Col, House, Made, Rows, Sheet, Sum
from tests.layouts.names import areas_of
from tests.layouts.parts import (
    AREA,
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    KR,
    LAST,
    NAME,
    OLD,
    PLAIN,
    POOL,
    YOUNG,
    by_area,
    case,
    pool_sheet,
    simple,
    table,
)


def changed(some: Sequence[House], changes: dict[int, dict[str, Any]]) -> list[House]:
    """The houses, some of them changed."""
    return [replace(house, **changes.get(number, {})) for number, house in enumerate(some)]


PARTLY = changed(EIGHT, {1: {"months": 7}, 4: {"months": 12}, 6: {"months": 5}})
FULL_YEAR = [replace(house, months=house.months or 12) for house in PARTLY]
GATHERED = [replace(house, recipient=f"Dagtilbud {house.area}" if n % 4 else "") for n, house in enumerate(DOZEN)]
FIXED = changed(EIGHT, {
    2: {"fixed": 75_000, "effect": "oven i", "reason": "Sprogprojekt"},
    5: {"fixed": 120_000, "effect": "i stedet for", "reason": "Specialgruppe"}})
NO_REASON = changed(EIGHT, {2: {"fixed": 75_000, "effect": "oven i"}})
NEW = changed(EIGHT, {3: {"replaces": "Gammelgård; Solsikken", "last": 0}})
OLD_ONES = [replace(EIGHT[0], name=name, young=0, old=0, burden=Fraction(0), last=last)
            for name, last in (("Gammelgård", 145_000), ("Solsikken", 98_000))]
REPLACING = (*PLAIN, LAST, Col("Erstatter", "replaces"))
FIXED_COLUMNS = (*PLAIN, Col("Fast beløb", "fixed", fmt=KR), Col("Virkning", "effect"), Col("Begrundelse", "reason"))
UNSAID = {"expect": ASK, "why": "intet siger, om et fast beløb i stedet for nøglen er med i nøgletal"}
MONTHS, RECIPIENT = Col("Måneder i drift", "months"), Col("Modtager", "recipient")

SCHOOLS = tuple(replace(house, name=f"{name} Skole", young=0, old=80 + 37 * n % 400, key=house.base // 1_000)
                for n, (house, name) in enumerate(zip(DOZEN, (
                    "Assentoft", "Bakke", "Engdal", "Fjord", "Grønhøj", "Hobrovej", "Kristrup", "Munkholm", "Nørrevang",
                    "Rismølle", "Tirsdalen", "Vestervang"), strict=True)))
PUPILS, INDEX = Col("Elever", "children"), Col("Socioøkonomisk indeks", "burden", fmt="0.000")
SPENDING = Col("Udgiftsbudget", "key", fmt=KR, setting="noegle")

LAYOUTS = (
    simple("måneder i drift", table(FULL_YEAR, (*PLAIN, MONTHS))),
    simple("måneder i drift, tom er 12", table(PARTLY, (*PLAIN, MONTHS))),
    simple("måneder i drift på en færdig nøgle", table(PARTLY, (
        NAME, YOUNG, OLD, Col("Antal udsatte børn", "key"), MONTHS)), rules={"key": "key"}),
    simple("modtager i en kolonne", table(GATHERED, (*PLAIN, RECIPIENT))),
    simple("modtager kaldt tildeles til", table(GATHERED, (
        NAME, Col("Tildeles til", "recipient"), YOUNG, OLD, BURDEN, BASE))),
    simple("modtager og område", table(by_area(GATHERED), (*PLAIN, AREA, RECIPIENT))),
    simple("faste beløb", table(FIXED, FIXED_COLUMNS), **UNSAID),
    simple("faste beløb med sum", table([*FIXED, Sum("I alt", "alle")], FIXED_COLUMNS), **UNSAID),
    simple("faste beløb, og hvem der er med i nøgletal", table(FIXED, (*FIXED_COLUMNS, Col(
        "Med i nøgletal", lambda h: "nej" if h.effect == "i stedet for" else "ja")))),
    case("faste beløb i 1.000 kr.", Sheet("Budget 2027", [
        At("A1", "Budget 2027 (1.000 kr.)"), At("A2", "Pulje"), At("B2", 1_250), table(FIXED, (*PLAIN, Col(
            "Fast beløb", lambda h: h.fixed and h.fixed // 1_000, setting="fast"), *FIXED_COLUMNS[5:]), "A4")]),
        pool_at="Budget 2027!B2", **UNSAID),
    case("pulje i 1.000 kr., loft i kr.", Sheet("Budget 2027", [
        At("A1", "Pulje (1.000 kr.)"), At("B1", 1_250), At("A2", "Loft pr. barn (kr.)"), At("B2", 3_000),
        table(EIGHT, PLAIN, "A4")]), pool_at="Budget 2027!B1", rules={"cap": 3_000}),
    simple("fast beløb uden begrundelse", table(NO_REASON, FIXED_COLUMNS), expect=STOP, why="begrundelsen mangler"),
    simple("erstatter gamle institutioner", table([*NEW, *OLD_ONES], REPLACING)),
    simple("erstatter institutioner, der ikke er i tabellen", table(NEW, REPLACING), expect=STOP,
           why="de gamles beløb sidste år er ukendt"),
    simple("måneder og modtager", table(changed(GATHERED, {2: {"months": 6}, 7: {"months": 9}}), (
        *PLAIN, MONTHS, RECIPIENT))),
    simple("modtager med tærskel og loft", table(GATHERED, (*PLAIN, RECIPIENT))).but(
        sheets=(Sheet("Budget 2027", [table(GATHERED, (*PLAIN, RECIPIENT))]), pool_sheet(
            POOL, "Pulje", ("Minimumsgrænse", 0.09), ("Loft pr. barn", 2_000))),
        rules=case("", pool=POOL, rules={"threshold": "0.09", "cap": "2000"}, some=()).rules),
    simple("skoler med indeks", table([*SCHOOLS, Sum("Skoler i alt", "alle")], (
        Col("Skole", "label"), PUPILS, INDEX)), rules={"split": False}),
    simple("skoler med elevtal i distrikter", table(by_area(SCHOOLS, "Distrikt {}", "{} i alt"), (
        Col("Skole", "label"), Col("Elevtal 5.9.2026", "children"), INDEX)), rules={"split": False}),
    case("skoler i 1.000 kr.", Sheet("Budget 2027", [
        At("A1", "Skoler, budget 2027 (1.000 kr.)"), At("A2", "Pulje"), At("B2", 3_250),
        table([*SCHOOLS, Sum("I alt", "alle")], (
            Col("Skole", "label"), PUPILS, INDEX,
            Col("Budget", "key", fmt=KR, setting="grundbudget")), "A4")]),
        pool=3_250_000, pool_at="Budget 2027!B2", rules={"split": False}),
    case("skoler efter udgiftsbudget", Sheet("Budget 2027", [
        At("A1", "Besparelse efter udgiftsbudget (1.000 kr.)"), At("A2", "Pulje"), At("B2", 3_250),
        table(SCHOOLS, (Col("Skole", "label"), PUPILS, SPENDING), "A4")]), pool=3_250_000, expect=ASK,
        pool_at="Budget 2027!B2", rules={"key": "key", "split": False}, why="intet siger, at budgettet er nøglen"),
    simple("elever pr. klassetrin ved siden af", table(SCHOOLS, (
        Col("Skole", "label"), PUPILS, INDEX, *(Col(f"{grade}. kl.", lambda h, g=grade: 20 + (h.number + g) % 9)
                                                for grade in range(4))))).but(
        rules=case("", rules={"split": False}, some=()).rules),
    simple("formler i børnetal", table(EIGHT, (
        NAME, Col("0-2 år", lambda h: Made(f"='Data'!B{EIGHT.index(h) + 1}", h.young), setting="boern_0_2"), OLD,
        BURDEN))).but(sheets=(
            Sheet("Budget 2027", [table(EIGHT, (NAME, Col("0-2 år", lambda h: Made(
                f"='Data'!B{EIGHT.index(h) + 1}", h.young), setting="boern_0_2"), OLD, BURDEN))]),
            pool_sheet(), Sheet("Data", [Rows("A1", [(h.name, h.young) for h in EIGHT])], hidden=True))),
    simple("belastning regnet ud af udsatte og børn", table(EIGHT, (
        NAME, YOUNG, OLD, Col("heraf udsatte", lambda h: h.key), Col("Belastning", lambda h: Made(
            "=D{r}/(B{r}+C{r})", h.key / h.children), fmt="0.0%", setting="belastning")))).but(
        houses=tuple(replace(h, burden=Fraction(h.key, h.children)) for h in EIGHT)),
    simple("formler uden beregnede værdier i børnetal", table(EIGHT, (
        NAME, YOUNG, Col("3-5 år", lambda h: Made(f"={h.old - 1}+1", None), setting="boern_3_5"), BURDEN)),
        expect=STOP, calc=SETTLE, why="tallene er aldrig beregnet"),
    simple("grundbudget pr. område uden for tabellen", table(DOZEN, PLAIN), Rows("H1", [
        ("Distrikt", "Budget"), *((area, sum(h.base for h in some)) for area, some in areas_of(DOZEN))]),
        expect=ASK, why="distrikterne kan være de øverste institutioners",
        answers={"tomme under et navn: Budget 2027!H5:H13": "tomme"}),
)
