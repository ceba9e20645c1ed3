"""Two columns that could be the same figure, and columns that are another figure under nearly the same heading."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.layouts.cases.extras import INDEX, PUPILS, SCHOOLS
from tests.layouts.model import ANY, ASK, SETTLE, STOP, Col, House, Layout, Sheet
from tests.layouts.parts import (
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    KEY,
    KR,
    LAST,
    NAME,
    OLD,
    PCT,
    PLAIN,
    POOL,
    TOTAL,
    YOUNG,
    case,
    pool_sheet,
    simple,
    table,
)

NUMBERS = (NAME, YOUNG, OLD)
BIG = 5_000_000


def other(field: str, by: int) -> Any:
    """A figure as it was before it was mended."""
    return lambda house: getattr(house, field) + by


def half(house: House) -> float:
    return round(float(house.burden) / 2, 4)


def weighted(weight: Any, decimals: int = 2) -> Col:
    """The user's own weighted children."""
    def worth(house: House) -> float:
        return round(float(Fraction(weight) * house.young + house.old), decimals)
    return Col("Vægtet børnetal", worth, sums=True)


def three_ages(house: House) -> float:
    """0-1-year-olds weigh 2,2, 2-year-olds 1,6: no one weight gives it."""
    return round(2.2 * (house.young - house.young // 3) + 1.6 * (house.young // 3 + house.number % 2) + house.old, 1)


def chosen(name: str, *columns: Col, why: str, expect: str = ASK, some: Any = EIGHT, **more: Any) -> Layout:
    return simple(name, table([*some, TOTAL], columns), expect=expect, why=why, **more)


TWO = "to kolonner kan være det samme"
LAYOUTS = (
    chosen("nøgle og endelig nøgle", *NUMBERS, Col("Nøgle", other("key", 1)), Col("Endelig nøgle 2027", "key"),
           rules={"key": "key"}, why=TWO),
    chosen("belastning og korrigeret belastning", *NUMBERS, Col("Belastning", half, fmt=PCT), Col(
        "Korrigeret belastning", "burden", fmt=PCT), why=TWO),
    chosen("børnetal og justerede børnetal", NAME, Col("0-2 år", other("young", 2)), Col("3-5 år", other("old", -1)),
           Col("0-2 år, justeret", "young"), Col("3-5 år, justeret", "old"), BURDEN, why=TWO),
    chosen("opdateret nøgle efter 1. oktober", *NUMBERS, Col("Antal udsatte børn", other("key", 2)), Col(
        "Antal udsatte børn, opdateret 1/10", "key"), rules={"key": "key"}, why=TWO),
    chosen("foreløbig og endelig nøgle", NAME, Col("Foreløbig nøgle", other("key", 3)), Col("Endelig nøgle", "key"),
           BASE, rules={"key": "key", "split": False}, why=TWO),
    chosen("kun en endelig nøgle", *NUMBERS, Col("Endelig nøgle", "key"), rules={"key": "key"}, expect=SETTLE, why=""),
    chosen("revideret indeks ved siden af indeks", Col("Skole", "label"), PUPILS, Col("Socioøkonomisk indeks", half),
           Col("Socioøkonomisk indeks (revideret)", "burden"), some=SCHOOLS, rules={"split": False}, why=TWO),
    chosen("belastning før og efter korrektion", *NUMBERS, Col("Belastning før korrektion", half, fmt=PCT), Col(
        "Belastning efter korrektion", "burden", fmt=PCT), why=TWO),
    chosen("budget i alt og budget ekskl. ledelse", *NUMBERS, KEY, Col("Budget i alt", "base", fmt=KR), Col(
        "Heraf ledelse", lambda h: 310_000), Col("Budget ekskl. ledelse, adm. og bygning", lambda h: h.base - 610_000),
        rules={"key": "key"}, why=TWO),
    chosen("grundbudget inkl. og ekskl. fællesudgifter", *NUMBERS, BURDEN, Col(
        "Grundbudget inkl. fællesudgifter", other("base", 200_000)), Col("Grundbudget ekskl. fællesudgifter", "base"),
        why=TWO),
    chosen("elever i alt og elever ekskl. specialklasser", Col("Skole", "label"), Col(
        "Elever i alt", other("old", 11)), Col("Elever ekskl. specialklasser", "children"), INDEX, some=SCHOOLS,
        rules={"split": False}, why=TWO),
    chosen("udsatte børn i antal og i pct.", *NUMBERS, KEY, Col(
        "Udsatte børn i pct.", lambda h: h.key / h.children, fmt=PCT), rules={"key": "key"}, why=TWO),
    chosen("nøgle i antal og som andel", *NUMBERS, Col("Nøgle, antal", "key"), Col(
        "Nøgle, andel", lambda h: round(h.key / 49, 4)), rules={"key": "key"}, why=TWO),
    chosen("børnetal i antal og i procent", NAME, Col("0-2 år", "young"), Col("3-5 år", "old"), Col(
        "0-2 år i pct.", lambda h: h.young / h.children, fmt=PCT), BURDEN, why=TWO),
    chosen("egne vægtede børn med vægten 2", *NUMBERS, weighted(2), BURDEN, rules={"weight": 2},
           answers={"vaegt": "2"}, why="kolonnen er regnet med en anden vægt"),
    chosen("egne vægtede børn i hele børn med vægten 1,8", *NUMBERS, weighted("1.8", 0), BURDEN, expect=SETTLE, why=""),
    chosen("egne vægtede børn efter tre aldre", *NUMBERS, Col("Vægtet børnetal", three_ages), BURDEN, expect=STOP,
           why="ingen vægt giver kolonnen"),
    case("egne vægtede børn og en vægt, der passer", Sheet("Budget 2027", [table([*EIGHT, TOTAL], (
        *NUMBERS, weighted(2), BURDEN))]), pool_sheet(POOL, "Pulje", ("Vægt 0-2-årige", 2)), rules={"weight": 2}),
    case("egne vægtede børn og en vægt, der ikke passer", Sheet("Budget 2027", [table([*EIGHT, TOTAL], (
        *NUMBERS, weighted(2), BURDEN))]), pool_sheet(POOL, "Pulje", ("Vægt 0-2-årige", 1.5)), rules={"weight": 2},
        expect=ASK, answers={"vaegt": "2"}, why="kolonnen og vægten siger hver sit"),
    chosen("egne vægtede børn ved en færdig nøgle", *NUMBERS, weighted(2), KEY, rules={"key": "key"}, expect=SETTLE,
           why=""),
    chosen("ansøgt fra en anden pulje", *NUMBERS, BURDEN, Col("Ansøgt, inklusionspuljen", lambda h: 20_000),
           answers={"ansøgt Budget 2027": "nej"}, why="ansøgningen gælder en anden pulje"),
    chosen("ansøgt og bevilget under en anden puljes navn", Col("Institution", "label", tall=True), Col(
        "0-2 år", "young", "Børn"), Col("3-5 år", "old", "Børn"), Col("Sandsynlighed", "burden", tall=True), Col(
        "Ansøgt", lambda h: 15_000, "Sprogpuljen"), Col("Bevilget", lambda h: 9_000, "Sprogpuljen"),
        answers={"ansøgt Budget 2027": "nej"}, why="ansøgningen gælder en anden pulje"),
    chosen("ansøgt sidste år", *NUMBERS, KEY, Col("Ansøgt beløb 2025", lambda h: 31_000), rules={"key": "key"},
           answers={"ansøgt Budget 2027": "nej"}, why="ansøgningen er fra et andet år"),
    chosen("sidste år under to overskrifter", *PLAIN, Col("Tildeling 2026", "last", fmt=KR), Col(
        "Udmeldt 2026", other("last", 4_000), fmt=KR), why=TWO),
    chosen("sidste år og korrigeret sidste år", *PLAIN, Col("Tildelt 2026", other("last", -9_000), fmt=KR), Col(
        "Tildelt 2026, korrigeret", "last", fmt=KR), why=TWO),
    case("sidste år og årets egen beregning, med garanti", Sheet("Budget 2027", [table([*EIGHT, TOTAL], (
        *PLAIN, LAST, Col("Tildeling 2027", other("last", 50_000), fmt=KR)))]), pool_sheet(
            BIG, "Pulje 2027", ("Garanti", 0.9)), pool=BIG, rules={"guarantee": "0.9"}),
    case("to tidligere år uden at puljens år er sagt, med garanti", Sheet("Tildeling", [table(EIGHT, (
        *PLAIN, Col("Tildelt, model A", other("last", 7_000)), Col("Tildelt, model B", "last")))]), pool_sheet(
            BIG, "Pulje", ("Garanti", 0.9)), pool=BIG, expect=STOP, why=TWO),
    chosen("fuldtidsbørn ved siden af børn", NAME, Col("Antal børn", other("children", 4)), Col(
        "Fuldtidsbørn", "children"), BURDEN, rules={"split": False}, why=TWO, answers={"boern": "Fuldtidsbørn"}),
    chosen("fuldtidsbørn for hver alder ved siden af børn", NAME, Col("0-2 år", other("young", 3)), Col(
        "3-5 år", other("old", 2)), Col("Fuldtidsbørn 0-2 år", "young"), Col("Fuldtidsbørn 3-5 år", "old"), BURDEN,
        why=TWO),
    chosen("pladser ved siden af børn i alt", NAME, Col("Børn i alt", "children"), Col("Pladser", other("old", 9)),
           BURDEN, rules={"split": False}, why=TWO, answers={"boern": "Børn i alt"}),
    chosen("moduler ved siden af aldersgrupper", *NUMBERS, Col("Moduler i alt", lambda h: 5 * h.children - 3), BURDEN,
           why="moduler er en anden måde at tælle på"),
    chosen("kun fuldtidsbørn", NAME, Col("Fuldtidsbørn 0-2 år", "young"), Col("Fuldtidsbørn 3-5 år", "old"), BURDEN,
           expect=SETTLE, why=""),
    chosen("faktiske børn og prognose", NAME, Col("Antal børn (faktisk)", other("children", -2)), Col(
        "Antal børn (prognose 2027)", "children"), BURDEN, rules={"split": False}, why=TWO),
    chosen("sandsynlighed for hver aldersgruppe", *NUMBERS, Col("Sandsynlighed 0-2 år", half), Col(
        "Sandsynlighed 3-5 år", "burden"), expect=STOP, why="to belastninger"),
    chosen("indeks fra to leverandører", *NUMBERS, Col("Indeks (model A)", half), Col("Indeks (model B)", "burden"),
           why=TWO),
    chosen("nøgle 2026 og ny nøgle", NAME, Col("Nøgle 2026", other("key", 2)), Col("Ny nøgle", "key"),
           rules={"key": "key", "split": False}, why=TWO),
    chosen("socioøkonomiske point før og efter loft", NAME, Col("Point", other("key", 5)), Col(
        "Point efter loft", "key"), rules={"key": "key", "split": False}, why=TWO),
    simple("tosprogede og udsatte børn", table(DOZEN, (*NUMBERS, KEY, Col("Tosprogede børn", other("key", 4)))),
           expect=ANY, rules={"key": "key"}, told=("Tosprogede børn",), why="to mulige nøgler"),
)
